"""Kind `repetition`: a paragraph or a long sentence that occurs twice, usually pasted by mistake.

Texts are compared without spaces, emphasis and ordinals, and in one width of punctuation. Each is
looked up once in a table, so the time is linear. A text that occurs often is boilerplate, not a
mistake.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core import document as d
from reportlint.core.characters import FULL_STOPS, NUMERALS, SPACES_AND_EMPHASIS
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading
from reportlint.core.schema import Field
from reportlint.core.span import Span
from reportlint.kinds import scopes
from reportlint.kinds.options import choice, number, regexes, with_defaults
from reportlint.patterns.rule_pattern import RulePattern, any_found, from_regexes

# A piece is distinguished from most others by the letters near its end, before its key is computed.
TAIL, TAIL_LETTERS = 24, 6  # code points examined first, and letters kept of them
WIDE, WIDE_LETTERS = 60, 24  # the same for the second look
LONGEST_ORDINAL = 5  # letters
AT_ONCE = 2000  # pieces whose letters are examined together
STOPS = (".", "!", "?")  # at the end of a key
ANY = 0  # hash of a piece that may equal any other
PARAGRAPH, SENTENCE = "paragraph", "sentence"

_SENTENCE = lazy(
    rf"(?:[^{FULL_STOPS}.\n]++|\.(?!\s)|\n(?!\s*\n))++(?:[{FULL_STOPS}.]+[”’」』）)\"]*)?"
)
_SEPARATOR = "\0"
_NO_LETTERS = lazy(r"[^\w\0]+")
# Characters that NFKC does not turn into other letters.
_STABLE = lazy(r"[\x00-\x7e、。〈-】〔〕“”‘’—…，：；？！（）\u3000\u4e00-\u9fff]*")
_ORDINAL = lazy(
    rf"(?:[（(]?[0-9{NUMERALS}]{{1,3}}[)）.、．]|第?[{NUMERALS}]{{1,3}}[是要，,]|[①-⑳]|[-*+•])"
)
_DROPPED = SPACES_AND_EMPHASIS + "\r\n`~"
_QUOTES = dict.fromkeys("“”「」", '"') | dict.fromkeys("‘’", "'")
_REPLACED = {"。": ".", "、": ",", **_QUOTES, **dict.fromkeys(_DROPPED, "")}
_FIRST = {"zh": "第一次在这里", "en": "first here"}

OPTIONS: Mapping[str, Field] = {
    "min-length": number(
        "至少多少个字才算：空白不计，两个字母算一个字",
        "minimum length of a text: code points without spaces, ASCII ones count half",
        50,
    ),
    "min-paragraph": number(
        "整段相同、以句号收尾时，至少多少个字才算（纯英文的段不用）",
        "minimum length of a whole paragraph that ends in a full stop and is not all ASCII",
        40,
    ),
    "unit": choice(
        "paragraph：只比整段；sentence：整段和长句都比",
        "paragraph: compare whole paragraphs; sentence: whole paragraphs and long sentences",
        (SENTENCE, PARAGRAPH),
        SENTENCE,
    ),
    "most": number(
        "出现更多次的是套话，不报",
        "texts that occur more often are fixed phrases and not reported",
        2,
    ),
    "unless": regexes(
        "文字里有这些正则的不算（模板的提示语）",
        "regexes; a text in which one is found does not count: prompts of a template",
    ),
    "scope": scopes.field(("paragraph", "item", "not quote")),
}
FIELDS: Mapping[str, str] = {"found": "加强学习，改进作风。", "line": "12"}


class Prepared(NamedTuple):
    min_length: int
    min_paragraph: int
    sentences: bool
    most: int
    unless: tuple[RulePattern, ...]
    scope: scopes.Scope


class Piece(NamedTuple):
    """A paragraph or a sentence."""

    span: Span
    paragraph: Span  # the paragraph that it is or is in


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> Prepared:
    """The prepared options."""
    given = with_defaults(options, OPTIONS)
    return Prepared(
        given["min-length"],
        min(given["min-paragraph"], given["min-length"]),
        given["unit"] == SENTENCE,
        given["most"],
        from_regexes(given["unless"], lexicon),
        scopes.scope(given["scope"]),
    )


def find(reading: Reading, prepared: Prepared) -> Iterator[Hit]:
    """A hit on each later copy, with the first place as related."""
    document, least = reading.document, prepared.min_paragraph
    body = (
        block.content for block in document.blocks if block.kind in d.PROSE and block.role == d.BODY
    )
    paragraphs = [span for span in body if span.end - span.start >= least]
    copies = list(_copies([Piece(span, span) for span in paragraphs], prepared, reading))
    if prepared.sentences:
        copied = {span for span, _ in copies}
        rest = [span for span in paragraphs if span not in copied]
        pieces = list(_sentences(rest, document.text, prepared.min_length))
        copies += _joined(sorted(_copies(pieces, prepared, reading)), document.text)
    for span, first in sorted(copies):
        line = str(document.index.line_of(first.start))
        yield Hit(span, {"found": span.cut(document.text), "line": line}, ((first, _FIRST),))


def _copies(
    pieces: Sequence[Piece], prepared: Prepared, reading: Reading
) -> Iterator[tuple[Span, Span]]:
    """Each piece in scope that repeats an earlier one, with the span of the first."""
    text = reading.document.text
    by_key: dict[str, list[Piece]] = {}
    candidates = list(_same_key(_candidates(pieces, text), prepared, reading))
    for piece, key in zip(candidates, _keys(candidates, text), strict=True):
        by_key.setdefault(key, []).append(piece)
    for same in by_key.values():
        if 1 < len(same) <= prepared.most and not _excused(same, prepared, text):
            yield from ((piece.span, same[0].span) for piece in same[1:])


def _excused(pieces: Iterable[Piece], prepared: Prepared, text: str) -> bool:
    return any(any_found(prepared.unless, piece.paragraph.cut(text)) for piece in pieces)


def _same_key(pieces: Sequence[Piece], prepared: Prepared, reading: Reading) -> Iterator[Piece]:
    """The pieces, in scope and long enough, that share their key with another piece. Only hashes of
    the keys are kept in memory."""
    if not pieces:
        return
    text, area = reading.document.text, scopes.Area(prepared.scope, reading)
    counted, hashes = [], []
    for piece, key in zip(pieces, _keys(pieces, text), strict=True):
        is_lead_in = key[-1:] in (":", ";", ",")  # repeated before each list
        # an English sentence of that length is as often part of a summary or a form as pasted by
        # mistake
        is_whole = piece.span == piece.paragraph and key.endswith(STOPS) and not key.isascii()
        least = prepared.min_paragraph if is_whole else prepared.min_length
        if is_lead_in or _length(key) < least:
            continue
        if area.has(Span(piece.span.start, piece.span.start + 1)):
            counted.append(piece)
            hashes.append(hash(key))
    yield from _shared(counted, hashes)


def _candidates(pieces: Sequence[Piece], text: str) -> list[Piece]:
    """The pieces that may share their key with another, found by a few of their last letters, then
    by more of them."""
    candidates = list(_shared(pieces, _short_hashes(pieces, text)))
    return list(_shared(candidates, _long_hashes(candidates, text)))


def _shared(pieces: Sequence[Piece], hashes: Sequence[int]) -> Iterator[Piece]:
    """The pieces that share their hash with another, and those with the hash ANY."""
    if len(set(hashes)) == len(hashes) and ANY not in hashes:
        return
    counts = Counter(hashes)
    for piece, hashed in zip(pieces, hashes, strict=True):
        if counts[hashed] > 1 or hashed == ANY:
            yield piece


def _short_hashes(pieces: Sequence[Piece], text: str) -> list[int]:
    """A hash of the last letters of each piece. Only some pieces are examined at a time, since a
    long text has many."""
    hashes: list[int] = []
    for at in range(0, len(pieces), AT_ONCE):
        tails = (text[max(a, b - TAIL) : b] for (a, b), _ in pieces[at : at + AT_ONCE])
        hashes += [hash(letters[-TAIL_LETTERS:]) for letters in _letters(tails)]
    return hashes


def _long_hashes(pieces: Sequence[Piece], text: str) -> list[int]:
    """A hash of more of the last letters of each piece; ANY for a piece too short for that, a
    possible ordinal not counted."""
    hashes: list[int] = []
    enough = WIDE_LETTERS + LONGEST_ORDINAL
    for at in range(0, len(pieces), AT_ONCE):
        some = pieces[at : at + AT_ONCE]
        all_letters = _letters(text[max(a, b - WIDE) : b] for (a, b), _ in some)
        if min(map(len, all_letters)) < enough:
            all_letters = _letters(span.cut(text) for span, _ in some)
        hashes += [
            hash(letters[-WIDE_LETTERS:]) if len(letters) >= enough else ANY
            for letters in all_letters
        ]
    return hashes


def _letters(texts: Iterable[str]) -> list[str]:
    """The letters of each text; they equal those of its key except for an ordinal in front."""
    joined = _SEPARATOR.join([text.replace(_SEPARATOR, " ") for text in texts])
    if not _STABLE.fullmatch(joined):
        joined = unicodedata.normalize("NFKC", joined)  # nothing combines with a control character
    return _NO_LETTERS.sub("", joined.replace("_", "")).split(_SEPARATOR)


def _keys(pieces: Sequence[Piece], text: str) -> Iterator[str]:
    """The key of each piece, in which copies are equal: without an ordinal, spaces and emphasis, in
    one width. The characters of many pieces are replaced together, which is six times as fast as
    `str.translate`."""
    for at in range(0, len(pieces), AT_ONCE):
        texts = [span.cut(text).replace(_SEPARATOR, " ") for span, _ in pieces[at : at + AT_ONCE]]
        joined = unicodedata.normalize("NFKC", _SEPARATOR.join(texts))
        for char, other in _REPLACED.items():
            joined = joined.replace(char, other)
        for bare in joined.split(_SEPARATOR):
            ordinal = _ORDINAL.match(bare)
            yield bare[ordinal.end() :] if ordinal else bare


def _length(key: str) -> int:
    """The code points of a key. Two of ASCII count as one, since English needs about twice as many
    as Chinese."""
    return len(key) - len(key.encode("ascii", "ignore")) // 2


def _sentences(paragraphs: Iterable[Span], text: str, least: int) -> Iterator[Piece]:
    """The sentences of at least `least` code points in paragraphs, without leading spaces."""
    for paragraph in paragraphs:
        for match in _SENTENCE.finditer(text, *paragraph):
            start, end = match.span()
            if end - start >= least:
                start = end - len(text[start:end].lstrip())
                if end - start >= least:
                    yield Piece(Span(start, end), paragraph)


def _joined(copies: Sequence[tuple[Span, Span]], text: str) -> list[tuple[Span, Span]]:
    """The copies, with successive sentences joined if they follow each other in both places."""
    joined: list[tuple[Span, Span]] = []
    for span, first in copies:
        if joined:
            before, first_before = joined[-1]
            apart = text[before.end : span.start].strip()
            first_apart = text[first_before.end : first.start].strip()
            if not apart and not first_apart and first.start >= first_before.end:
                joined[-1] = Span(before.start, span.end), Span(first_before.start, first.end)
                continue
        joined.append((span, first))
    return joined
