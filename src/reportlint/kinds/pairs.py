"""Kind `pairs`: brackets and quotes that are not closed, not opened, or crossed.

Each block is matched by itself. Its unmatched characters may match those of the following blocks,
since a note in brackets or a quotation may span several paragraphs, each of which opens the
quotation again. Each character is looked at a bounded number of times, so the time is linear.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from reportlint._startup import late_re as re
from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import TYPE_CHECKING, Any
from reportlint.core import document as d
from reportlint.core.characters import SPACES_AND_EMPHASIS, has_han
from reportlint.core.diagnostic import SAFE, Edit, Fix
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading
from reportlint.core.schema import Field
from reportlint.core.span import Span, Spans
from reportlint.core.text import Text
from reportlint.kinds import scopes
from reportlint.kinds.options import flag, number, regexes, texts, with_defaults
from reportlint.patterns.exceptions import Exceptions
from reportlint.patterns.rule_pattern import RulePattern, from_regexes

if TYPE_CHECKING:
    from reportlint.kinds.pairing import Mark

_NARROW, _WIDE = "()[]{}", "（）［］｛｝"
LEADING = 8  # code points at the start of a block in which a quotation may open again
_HIDDEN = frozenset({d.ZONE_CODE, d.ZONE_TAG, d.ZONE_TARGET, d.ZONE_COMMENT})
_GUESSED = frozenset({d.ZONE_URL, d.ZONE_MATH})

OPTIONS: Mapping[str, Field] = {
    "pairs": texts(
        "各种括号，一开一闭两个字",
        "the brackets, each as an opening and a closing character",
        ("（）", "()"),
    ),
    "quotes": texts(
        "各种引号，一开一闭两个字；引文可占几段，每段重新开引",
        "the quotation marks; a quotation may contain several paragraphs",
    ),
    "apostrophes": texts(
        "跟在字母后面时是撇号的闭引号",
        "closing quotes that count as apostrophes after a letter",
        ("’",),
    ),
    "unless": regexes(
        "落在这些正则的匹配之内的不是括号",
        "characters inside a match of one of these do not count as brackets",
    ),
    "markers": regexes(
        "只有一半括号的写法，如 1）和 :-)",
        "forms with one bracket, such as 1) and :-); it counts only if it has a partner",
    ),
    "paragraphs": number(
        "一对括号最多跨几段",
        "maximum number of paragraphs between an opening and its closing bracket",
        20,
    ),
    "quote-paragraphs": number(
        "一对引号最多跨几段",
        "maximum number of paragraphs between an opening and its closing quotation mark",
        60,
    ),
    "mixed-width": flag(
        "一全角一半角也报", "report a pair of a full-width and a half-width bracket"
    ),
    "scope": scopes.field(("prose", "table")),
}
FIELDS: Mapping[str, str] = {"found": "（", "expected": "）"}

_UNCLOSED = {
    "zh": "“{found}”没有与之配对的“{expected}”",
    "en": "{found} has no {expected} to close it",
}
_UNOPENED = {
    "zh": "“{found}”前面没有与之配对的“{expected}”",
    "en": "{found} has no {expected} before it",
}
_CROSSED = {
    "zh": "“{found}”与“{expected}”交叉，没有套好",
    "en": "{found} crosses {expected}: they are not nested",
}
_MIXED = {
    "zh": "“{expected}”和“{found}”一全角、一半角",
    "en": "{expected} and {found} are of different widths",
}
_UNFIT = {
    "zh": "“{expected}”和“{found}”不是一对",
    "en": "{expected} and {found} do not go together",
}
_OPENING = {"zh": "开在这里", "en": "it opens here"}


class Prepared(NamedTuple):
    """A prepared rule. A sort is the common key of both widths of a bracket."""

    pattern: re.Pattern[str] | None  # any bracket or quote
    opens: Mapping[str, str]  # opening character → its sort
    closes: Mapping[str, str]  # closing character → its sort
    partner: Mapping[str, str]
    quotes: frozenset[str]  # sorts
    apostrophes: frozenset[str]
    markers: tuple[RulePattern, ...]
    unless: tuple[RulePattern, ...]
    scope: scopes.Scope
    reach: Mapping[str, int]  # sort → blocks after its own in which a pair may close, at most
    mixed_width: bool


def complaints(options: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    """A complaint for each pair that is not two characters; such pairs are ignored."""
    for key in ("pairs", "quotes"):
        for pair in options.get(key) or ():
            if len(pair) != 2:
                yield (
                    key,
                    Text(
                        f"“{pair}”应为一开一闭两个字，如 （）",
                        f"“{pair}” must be two characters, one that opens and one that closes, such"
                        " as ()",
                    ),
                )


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> Prepared:
    """The pairs by their characters."""
    given = with_defaults(options, OPTIONS)
    sort = {
        pair: unicodedata.normalize("NFKC", pair[0])
        for pair in (*given["pairs"], *given["quotes"])
        if len(pair) == 2
    }
    chars = re.escape("".join(sort))
    return Prepared(
        re.compile(f"[{chars}]") if chars else None,
        {pair[0]: sort[pair] for pair in sort},
        {pair[1]: sort[pair] for pair in sort},
        {char: other for pair in sort for char, other in (pair, pair[::-1])},
        frozenset(sort[pair] for pair in given["quotes"] if pair in sort),
        frozenset(given["apostrophes"]),
        from_regexes(given["markers"], lexicon),
        from_regexes(given["unless"], lexicon),
        scopes.scope(given["scope"]),
        dict.fromkeys(sort.values(), given["paragraphs"])
        | {sort[pair]: given["quote-paragraphs"] for pair in given["quotes"] if pair in sort},
        given["mixed-width"],
    )


def find(reading: Reading, prepared: Prepared) -> Iterator[Hit]:
    """A hit on each bracket or quote without a partner, and one on each crossed pair."""
    suspects = _suspects(reading, prepared)
    if not suspects:
        return
    from reportlint.kinds.pairing import best_match, crossed, misfits, unmatched_across

    text = reading.document.text
    left: list[Mark] = []
    for marks in _by_piece(reading, prepared, suspects):
        rest, mixed = best_match(marks, prepared.partner)
        if prepared.mixed_width:
            yield from _of_mixed_width(text, mixed)
        pairs, rest = crossed(rest)
        yield from (_hit(close, opening.char, _CROSSED, opening) for opening, close in pairs)
        unfit, rest = misfits(rest, prepared.quotes)
        yield from (_hit(close, opening.char, _UNFIT, opening) for opening, close in unfit)
        left += rest
    continued = _continued_quotes(reading, prepared) if left else {}
    for mark in unmatched_across(left, prepared.reach, continued):
        if mark.opens or not _is_apostrophe(text, mark, prepared):
            yield _hit(mark, prepared.partner[mark.char], _UNCLOSED if mark.opens else _UNOPENED)


def _of_mixed_width(text: str, pairs: Iterable[tuple[Mark, Mark]]) -> Iterator[Hit]:
    """A hit on each pair with one full-width and one half-width half, unless a half is weak (part
    of a formula, for example)."""
    for opening, close in pairs:
        if not (opening.weak or close.weak):
            fix = one_width(text, opening, close)
            yield _hit(close, opening.char, _MIXED, opening, fix)


def _suspects(reading: Reading, prepared: Prepared) -> list[int]:
    """The blocks with an unclosed bracket. They are few, and only these are examined closely."""
    if prepared.pattern is None:
        return []
    text = reading.document.text
    return [
        number
        for number, block in enumerate(reading.document.blocks)
        if not _balanced(prepared.pattern.findall(text, *block.content), prepared)
    ]


def _balanced(chars: Sequence[str], prepared: Prepared) -> bool:
    """Whether each bracket of a series is closed by its partner."""
    stack: list[str] = []
    for char in chars:
        if char in prepared.opens:
            stack.append(char)
        elif not stack or prepared.partner[char] != stack.pop():
            return False
    return not stack


def _continued_quotes(reading: Reading, prepared: Prepared) -> dict[str, list[int]]:
    """The indexes of the blocks that begin with a quote, by its sort."""
    blocks: dict[str, list[int]] = {}
    text = reading.document.text
    for at, block in enumerate(reading.document.blocks):
        start, end = block.content
        for char in text[start : min(end, start + LEADING)].lstrip(SPACES_AND_EMPHASIS):
            if char not in prepared.opens:
                break
            blocks.setdefault(prepared.opens[char], []).append(at)
    return {sort: numbers for sort, numbers in blocks.items() if sort in prepared.quotes}


def _by_piece(reading: Reading, prepared: Prepared, suspects: list[int]) -> Iterator[list[Mark]]:
    """The marks in scope of each suspect block; for a table those of each row."""
    document = reading.document
    tell = _Teller(reading, prepared)
    for at in suspects:
        block = document.blocks[at]
        marks = list(tell.marks(at, block.content))
        if block.kind != d.TABLE:
            yield marks
            continue
        for _, row in groupby(marks, key=lambda mark: document.index.line_of(mark.at)):
            yield list(row)


class _Teller:
    """Distinguishes brackets from look-alikes in one report."""

    def __init__(self, reading: Reading, prepared: Prepared) -> None:
        self._text = text = reading.document.text
        self._prepared = prepared
        self._area = scopes.Area(prepared.scope, reading)
        zones = reading.document.zones
        self._hidden = Spans(zone.span for zone in zones if zone.kind in _HIDDEN)
        self._exceptions = Exceptions(text)
        # The end of an address or a formula is a guess: a bracket in it or at its end may belong to
        # the text.
        self._address = Spans(zone.span for zone in zones if zone.kind in _GUESSED)

    def marks(self, block: int, content: Span) -> Iterator[Mark]:
        """The marks in the content of a block."""
        from reportlint.kinds.pairing import Mark  # few reports have an odd bracket

        prepared = self._prepared
        for match in prepared.pattern.finditer(self._text, *content) if prepared.pattern else ():
            at, char = match.start(), match[0]
            in_address = self._address.has(at)
            span = Span(at, at + 1)
            if self._hidden.has(at) or not in_address and not self._area.has(span):
                continue
            if self._exceptions.hold(prepared.unless, span):
                continue
            opens = char in prepared.opens
            sort = prepared.opens[char] if opens else prepared.closes[char]
            weak = in_address or self._exceptions.hold(prepared.markers, span)
            yield Mark(at, char, sort, opens, block, weak)


def _is_apostrophe(text: str, mark: Mark, prepared: Prepared) -> bool:
    """Whether a closing quote is an apostrophe: next to an ASCII letter or digit, or after a
    punctuation mark."""
    before, after = text[mark.at - 1 : mark.at], text[mark.at + 1 : mark.at + 2]
    behind = before.isascii() and (before.isalnum() or before in ".,!?")
    return mark.char in prepared.apostrophes and (behind or after.isascii() and after.isalnum())


def one_width(text: str, opening: Mark, close: Mark) -> Fix | None:
    """The fix that makes both brackets full width if a character beside one of them is Han, else
    half width.

    None for marks other than brackets, and if a half-width pair after `]` would become the target
    of a link.
    """
    if opening.char not in _NARROW + _WIDE or close.char not in _NARROW + _WIDE:
        return None
    beside = text[max(0, opening.at - 1) : opening.at + 2] + text[close.at - 1 : close.at + 2]
    wide = has_han(beside)
    if not wide and text[: opening.at].endswith(("]", "］")):
        return None
    wrong = opening if (opening.char in _NARROW) == wide else close
    table = _WIDE if wide else _NARROW
    new = table[(_NARROW + _WIDE).index(wrong.char) % len(_WIDE)]
    return Fix(SAFE, (Edit(Span(wrong.at, wrong.at + 1), new),))


def _hit(
    mark: Mark,
    expected: str,
    message: Mapping[str, str],
    opening: Mark | None = None,
    fix: Fix | None = None,
) -> Hit:
    span, values = Span(mark.at, mark.at + 1), {"found": mark.char, "expected": expected}
    related = ((Span(opening.at, opening.at + 1), _OPENING),) if opening else ()
    return Hit(span, values, related, fix=fix, message=message)
