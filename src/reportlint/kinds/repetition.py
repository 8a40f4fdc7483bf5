"""Kind `repetition`: a paragraph or a long sentence that stands in the text twice, as pasting leaves it.

Texts are compared after spaces, emphasis, ordinals and the width of punctuation are evened out; each is looked up once in a
table, so the time is linear. What stands in a text often is a form, not a slip.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reportlint.core import document as d
from reportlint.core.document import Block
from reportlint.core.lazily import lazy
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading
from reportlint.core.schema import CHOICE, LIST, NUMBER, REGEX, Field
from reportlint.core.span import Span
from reportlint.core.text import Text
from reportlint.core.value import NamedTuple
from reportlint.kinds import scopes
from reportlint.kinds.regexes import Pattern, from_regex

PARAGRAPH, SENTENCE = "paragraph", "sentence"
_SENTENCE = lazy(r"(?:[^。！？!?.\n]|\.(?!\s)|\n(?!\s*\n))+(?:[。！？!?.]+[”’」』）)\"]*)?")
_ORDINAL = lazy(r"(?:[（(]?[0-9一二三四五六七八九十]{1,3}[)）.、．]|第?[一二三四五六七八九十]{1,3}[是要，,]|[①-⑳]|[-*+•])")
_GONE = dict.fromkeys(map(ord, " \t\r\n\u00a0\u3000\u200b\u200c\u200d\ufeff*_`~"))
_EVEN = str.maketrans({"。": ".", "、": ",", "“": '"', "”": '"', "‘": "'", "’": "'", "「": '"', "」": '"'})

OPTIONS: Mapping[str, Field] = {
    "min-length": Field(
        NUMBER,
        Text(
            "至少多少个字才算：空白不计，两个字母算一个字",
            "the least length that counts: code points without spaces, ASCII ones by half",
        ),
        50,
    ),
    "unit": Field(
        CHOICE,
        Text("paragraph：只比整段；sentence：整段和长句都比", "paragraph: whole paragraphs; sentence: these and long sentences"),
        SENTENCE,
        choices=(SENTENCE, PARAGRAPH),
    ),
    "most": Field(NUMBER, Text("出现更多次的是套话，不报", "what stands there more often is a form and not reported"), 2),
    "unless": Field(
        LIST,
        Text(
            "文字里有这些正则的不算（模板的提示语）",
            "regexes; a text in which one is found does not count: prompts of a template",
        ),
        (),
        item=Field(REGEX, Text("正则表达式", "a regular expression")),
    ),
    "scope": scopes.field(("paragraph", "item", "not quote")),
}
FIELDS: Mapping[str, str] = {"found": "加强学习，改进作风。", "line": "12"}


class Prepared(NamedTuple):
    min_length: int
    sentences: bool
    most: int
    unless: tuple[Pattern, ...]
    scope: scopes.Scope


class Piece(NamedTuple):
    """A paragraph or a sentence."""

    span: Span
    key: str  # what it is compared by
    number: int  # in the order of the text


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> Prepared:
    """The options with their regexes and scope made ready."""
    given = {name: field.default if options.get(name) is None else options[name] for name, field in OPTIONS.items()}
    unless = tuple(from_regex(source, lexicon) for source in given["unless"])
    return Prepared(given["min-length"], given["unit"] == SENTENCE, given["most"], unless, scopes.scope(given["scope"]))


def find(reading: Reading, prepared: Prepared) -> Iterator[Hit]:
    """A hit on each later copy, the first place as related."""
    document = reading.document
    area = scopes.Area(prepared.scope, reading)
    blocks = [
        b
        for b in document.blocks
        if b.kind in d.PROSE and b.role == d.BODY and area.has(Span(b.content.start, b.content.start + 1))
    ]
    paragraphs = [Piece(block.content, _key(block.content.cut(document.text)), n) for n, block in enumerate(blocks)]
    copies = list(_copies(paragraphs, prepared, document.text))
    done = {span for span, _ in copies}
    if prepared.sentences:
        rest = [block for block in blocks if block.content not in done]
        copies += _joined(_sentence_copies(rest, prepared, document.text), document.text)
    for span, first in sorted(copies):
        line = str(document.index.line_of(first.start))
        yield Hit(span, {"found": span.cut(document.text), "line": line}, ((first, {"zh": "第一次在这里", "en": "first here"}),))


def _key(text: str) -> str:
    bare = unicodedata.normalize("NFKC", text).translate(_EVEN).translate(_GONE)
    ordinal = _ORDINAL.match(bare)
    return bare[ordinal.end() :] if ordinal else bare


def _length(key: str) -> int:
    """Code points, ASCII ones by half: an English text needs about twice as many to say the same."""
    ascii_only = len(key.encode("ascii", "ignore"))
    return len(key) - ascii_only // 2


def _copies(pieces: Sequence[Piece], prepared: Prepared, text: str) -> Iterator[tuple[Span, Span]]:
    """Each piece that stands there already, with the first place of it."""
    table: dict[str, list[Piece]] = {}
    for piece in pieces:
        if _length(piece.key) >= prepared.min_length and piece.key[-1] not in ":;,":  # a lead-in is said again for each list
            table.setdefault(piece.key, []).append(piece)
    for same in table.values():
        if 1 < len(same) <= prepared.most and not _excused(same[0].span.cut(text), prepared):
            yield from ((piece.span, same[0].span) for piece in same[1:])


def _excused(text: str, prepared: Prepared) -> bool:
    return any(next(iter(pattern.matches(text)), None) is not None for pattern in prepared.unless)


def _sentence_copies(blocks: Sequence[Block], prepared: Prepared, text: str) -> list[tuple[Span, Span]]:
    pieces: list[Piece] = []
    for block in blocks:
        for match in _SENTENCE.finditer(text, block.content.start, block.content.end):
            cut = match.group()
            start = match.start() + len(cut) - len(cut.lstrip())
            pieces.append(Piece(Span(start, match.end()), _key(cut), len(pieces)))
    return sorted(_copies(pieces, prepared, text))


def _joined(copies: Sequence[tuple[Span, Span]], text: str) -> list[tuple[Span, Span]]:
    """Sentences that follow each other in both places are one copy."""
    joined: list[tuple[Span, Span]] = []
    for span, first in copies:
        if joined:
            before, origin = joined[-1]
            if (
                not text[before.end : span.start].strip()
                and not text[origin.end : first.start].strip()
                and first.start >= origin.end
            ):
                joined[-1] = (Span(before.start, span.end), Span(origin.start, first.end))
                continue
        joined.append((span, first))
    return joined
