"""Kind `repetition`: a paragraph or a long sentence that stands in the text twice, as pasting leaves it.

Texts are compared after spaces, emphasis, ordinals and the width of punctuation are evened out; each is looked up once in a
table, so the time is linear. What stands in a text often is a form, not a slip.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportlint.core import document as d
from reportlint.core.document import Block
from reportlint.core.lazily import lazy
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading
from reportlint.core.schema import CHOICE, LIST, NUMBER, REGEX, Field
from reportlint.core.span import Span
from reportlint.core.text import Text
from reportlint.core.typed import Any
from reportlint.core.value import NamedTuple
from reportlint.kinds import scopes
from reportlint.kinds.regexes import Pattern, from_regex

TAIL, LETTERS = 24, 6  # code points looked at, and letters kept of them
PARAGRAPH, SENTENCE = "paragraph", "sentence"
_SENTENCE = lazy(r"(?:[^。！？!?.\n]++|\.(?!\s)|\n(?!\s*\n))++(?:[。！？!?.]+[”’」』）)\"]*)?")
_LETTERS = lazy(r"[^\W_]+")
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
    around: Span  # the paragraph that it is, or is in


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> Prepared:
    """The options with their regexes and scope made ready."""
    given = {name: field.default if options.get(name) is None else options[name] for name, field in OPTIONS.items()}
    unless = tuple(from_regex(source, lexicon) for source in given["unless"])
    return Prepared(given["min-length"], given["unit"] == SENTENCE, given["most"], unless, scopes.scope(given["scope"]))


def find(reading: Reading, prepared: Prepared) -> Iterator[Hit]:
    """A hit on each later copy, the first place as related."""
    document = reading.document
    area = scopes.Area(prepared.scope, reading)
    blocks = [block for block in document.blocks if block.kind in d.PROSE and block.role == d.BODY]
    copies = list(_copies([Piece(block.content, block.content) for block in blocks], prepared, document.text, area))
    if prepared.sentences:
        done = {span for span, _ in copies}
        rest = [block for block in blocks if block.content not in done]
        copies += _joined(sorted(_copies(_sentences(rest, document.text), prepared, document.text, area)), document.text)
    for span, first in sorted(copies):
        line = str(document.index.line_of(first.start))
        yield Hit(span, {"found": span.cut(document.text), "line": line}, ((first, {"zh": "第一次在这里", "en": "first here"}),))


def _key(text: str) -> str:
    bare = unicodedata.normalize("NFKC", text).translate(_EVEN).translate(_GONE)
    ordinal = _ORDINAL.match(bare)
    return bare[ordinal.end() :] if ordinal else bare


def _tail(text: str) -> str:
    """The last letters of a text: a quick first look, since texts of one key end alike and most end like no other."""
    return "".join(_LETTERS.findall(unicodedata.normalize("NFKC", text[-TAIL:])))[-LETTERS:]


def _length(key: str) -> int:
    """Code points, ASCII ones by half: an English text needs about twice as many to say the same."""
    ascii_only = len(key.encode("ascii", "ignore"))
    return len(key) - ascii_only // 2


def _copies(pieces: Iterable[Piece], prepared: Prepared, text: str, area: scopes.Area) -> Iterator[tuple[Span, Span]]:
    """Each piece in scope that stands there already, with the first place of it."""
    alike: dict[str, list[Piece]] = {}
    for piece in pieces:
        if piece.span.end - piece.span.start >= prepared.min_length:
            alike.setdefault(_tail(piece.span.cut(text)), []).append(piece)
    table: dict[str, list[Piece]] = {}
    for piece in (one for group in alike.values() if len(group) > 1 for one in group):
        key = _key(piece.span.cut(text))
        if _length(key) < prepared.min_length or key[-1] in ":;,":  # a lead-in is said again for each list
            continue
        if area.has(Span(piece.span.start, piece.span.start + 1)):
            table.setdefault(key, []).append(piece)
    for same in table.values():
        if 1 < len(same) <= prepared.most and not any(_excused(piece.around.cut(text), prepared) for piece in same):
            yield from ((piece.span, same[0].span) for piece in same[1:])


def _excused(text: str, prepared: Prepared) -> bool:
    return any(next(iter(pattern.matches(text)), None) is not None for pattern in prepared.unless)


def _sentences(blocks: Iterable[Block], text: str) -> Iterator[Piece]:
    for block in blocks:
        for match in _SENTENCE.finditer(text, block.content.start, block.content.end):
            cut = match.group()
            yield Piece(Span(match.start() + len(cut) - len(cut.lstrip()), match.end()), block.content)


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
