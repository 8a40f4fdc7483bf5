"""Kind `repetition`: a paragraph or a long sentence that stands in the text twice, as pasting leaves it.

Texts are compared after spaces, emphasis, ordinals and the width of punctuation are evened out; each is looked up once in a
table, so the time is linear. What stands in a text often is a form, not a slip.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core import document as d
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading
from reportlint.core.schema import CHOICE, LIST, NUMBER, REGEX, Field
from reportlint.core.span import Span
from reportlint.core.text import Text
from reportlint.kinds import scopes
from reportlint.patterns.rule_patterns import Pattern, any_of, from_regex

TAIL, LETTERS = 24, 6  # code points looked at, and letters kept of them
AT_ONCE = 2000  # pieces of which the letters are looked at
ANY = 0  # the mark of a piece that may be like any other
WIDE, LINE, ORDINAL = (
    60,
    24,
    5,
)  # code points looked at next, letters kept of them, and the most that an ordinal has
PARAGRAPH, SENTENCE = "paragraph", "sentence"
_SENTENCE = lazy(r"(?:[^。！？!?.\n]++|\.(?!\s)|\n(?!\s*\n))++(?:[。！？!?.]+[”’」』）)\"]*)?")
_BETWEEN = "\0"
_NO_LETTERS = lazy(r"[^\w\0]+")
_EVENED = lazy(
    r"[\x00-\x7e、。〈-】〔〕“”‘’—…，：；？！（）\u3000\u4e00-\u9fff]*"
)  # of these NFKC makes no other letters
_ORDINAL = lazy(
    r"(?:[（(]?[0-9一二三四五六七八九十]{1,3}[)）.、．]|第?[一二三四五六七八九十]{1,3}[是要，,]|[①-⑳]|[-*+•])"
)
_GONE = dict.fromkeys(map(ord, " \t\r\n\u00a0\u3000\u200b\u200c\u200d\ufeff*_`~"))
_EVEN = str.maketrans(
    {"。": ".", "、": ",", "“": '"', "”": '"', "‘": "'", "’": "'", "「": '"', "」": '"'}
)

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
        Text(
            "paragraph：只比整段；sentence：整段和长句都比",
            "paragraph: whole paragraphs; sentence: these and long sentences",
        ),
        SENTENCE,
        choices=(SENTENCE, PARAGRAPH),
    ),
    "most": Field(
        NUMBER,
        Text("出现更多次的是套话，不报", "what stands there more often is a form and not reported"),
        2,
    ),
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
    given = {
        name: field.default if options.get(name) is None else options[name]
        for name, field in OPTIONS.items()
    }
    unless = tuple(from_regex(source, lexicon) for source in given["unless"])
    return Prepared(
        given["min-length"],
        given["unit"] == SENTENCE,
        given["most"],
        unless,
        scopes.scope(given["scope"]),
    )


def find(reading: Reading, prepared: Prepared) -> Iterator[Hit]:
    """A hit on each later copy, the first place as related."""
    document, least = reading.document, prepared.min_length
    prose = (
        block.content for block in document.blocks if block.kind in d.PROSE and block.role == d.BODY
    )
    blocks = [content for content in prose if content.end - content.start >= least]
    copies = list(_copies([Piece(content, content) for content in blocks], prepared, reading))
    if prepared.sentences:
        done = {span for span, _ in copies}
        rest = [content for content in blocks if content not in done]
        copies += _joined(
            sorted(_copies(_sentences(rest, document.text, least), prepared, reading)),
            document.text,
        )
    for span, first in sorted(copies):
        line = str(document.index.line_of(first.start))
        yield Hit(
            span,
            {"found": span.cut(document.text), "line": line},
            ((first, {"zh": "第一次在这里", "en": "first here"}),),
        )


def _key(text: str) -> str:
    bare = unicodedata.normalize("NFKC", text).translate(_EVEN).translate(_GONE)
    ordinal = _ORDINAL.match(bare)
    return bare[ordinal.end() :] if ordinal else bare


def _letters(texts: Iterable[str]) -> list[str]:
    """The letters of each text, of which its key has the same but for an ordinal before them."""
    joined = _BETWEEN.join([text.replace(_BETWEEN, " ") for text in texts])
    if not _EVENED.fullmatch(joined):
        joined = unicodedata.normalize("NFKC", joined)  # nothing is joined to a control character
    return _NO_LETTERS.sub("", joined.replace("_", "")).split(_BETWEEN)


def _alike(pieces: Sequence[Piece], text: str) -> list[Piece]:
    """The pieces that may have the key of another: few end with the same letters, fewer still with the same line of letters."""
    found = list(_shared(pieces, _ends(pieces, text)))
    return list(_shared(found, _lines(found, text)))


def _shared(pieces: Sequence[Piece], marks: Sequence[int]) -> Iterator[Piece]:
    """The pieces whose mark another has too, and those with the mark ANY."""
    if len(set(marks)) == len(marks) and ANY not in marks:
        return
    often = Counter(marks)
    yield from (
        piece for piece, mark in zip(pieces, marks, strict=True) if often[mark] > 1 or mark == ANY
    )


def _ends(pieces: Sequence[Piece], text: str) -> list[int]:
    """A number for the last letters of each piece. Some pieces at a time are looked at, as a long text has many."""
    found: list[int] = []
    for at in range(0, len(pieces), AT_ONCE):
        tails = (text[max(a, b - TAIL) : b] for (a, b), _ in pieces[at : at + AT_ONCE])
        found += [hash(one[-LETTERS:]) for one in _letters(tails)]
    return found


def _lines(pieces: Sequence[Piece], text: str) -> list[int]:
    """A number for the last line of letters of each piece; ANY for one that has no line but for a possible ordinal."""
    found: list[int] = []
    for at in range(0, len(pieces), AT_ONCE):
        some = pieces[at : at + AT_ONCE]
        letters = _letters(text[max(a, b - WIDE) : b] for (a, b), _ in some)
        if min(map(len, letters)) < LINE + ORDINAL:
            letters = _letters(span.cut(text) for span, _ in some)
        found += [hash(one[-LINE:]) if len(one) >= LINE + ORDINAL else ANY for one in letters]
    return found


def _length(key: str) -> int:
    """Code points, ASCII ones by half: an English text needs about twice as many to say the same."""
    ascii_only = len(key.encode("ascii", "ignore"))
    return len(key) - ascii_only // 2


def _copies(
    pieces: Sequence[Piece], prepared: Prepared, reading: Reading
) -> Iterator[tuple[Span, Span]]:
    """Each piece in scope that stands there already, with the first place of it."""
    text = reading.document.text
    alike = _alike(pieces, text)
    area = scopes.Area(prepared.scope, reading) if alike else None
    held, marks = [], []
    for piece in alike:
        key = _key(piece.span.cut(text))
        if (
            _length(key) < prepared.min_length or key[-1] in ":;,"
        ):  # a lead-in is said again for each list
            continue
        if area and area.has(Span(piece.span.start, piece.span.start + 1)):
            held.append(piece)
            marks.append(hash(key))
    table: dict[str, list[Piece]] = {}
    for piece in _shared(held, marks):
        table.setdefault(_key(piece.span.cut(text)), []).append(piece)
    for same in table.values():
        if 1 < len(same) <= prepared.most and not any(
            any_of(prepared.unless, piece.around.cut(text)) for piece in same
        ):
            yield from ((piece.span, same[0].span) for piece in same[1:])


def _sentences(blocks: Iterable[Span], text: str, least: int) -> list[Piece]:
    """The sentences of blocks that have at least so many code points, without the spaces before them."""
    found = []
    for block in blocks:
        for match in _SENTENCE.finditer(text, *block):
            start, end = match.span()
            if end - start >= least:
                start = end - len(text[start:end].lstrip())
                if end - start >= least:
                    found.append(Piece(Span(start, end), block))
    return found


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
