"""Kind `pairs`: brackets and quotes that are not closed, not opened, or closed crosswise.

A block is matched by itself; what is left over may be matched with what is left over in the next blocks, since a note in
brackets and a quotation may hold several paragraphs, each of which opens the quotation anew. Each character is looked at a
bounded number of times, so the time is linear.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core import document as d
from reportlint.core.diagnostic import SAFE, Edit, Fix
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading
from reportlint.core.schema import FLAG, LIST, NUMBER, REGEX, TEXT, Field
from reportlint.core.span import Span
from reportlint.core.text import Text
from reportlint.kinds import scopes
from reportlint.kinds.cover import Cover
from reportlint.kinds.pairing import Mark, across, best_match, crossed, one_cause
from reportlint.patterns.rule_patterns import Pattern, from_regex

_NARROW, _WIDE = "()[]{}", "（）［］｛｝"
LEADING = 8  # code points at the start of a block in which a quotation is opened anew
BEFORE = " \t\u3000\u00a0*_"
_HIDDEN = frozenset({d.ZONE_CODE, d.ZONE_TAG, d.ZONE_TARGET, d.ZONE_COMMENT})


def _texts(zh: str, en: str, default: Any) -> Field:
    return Field(LIST, Text(zh, en), default, item=Field(TEXT, Text("文字", "a text")))


OPTIONS: Mapping[str, Field] = {
    "pairs": _texts(
        "各种括号，一开一闭两个字",
        "the brackets, each an opening and a closing character",
        ("（）", "()"),
    ),
    "quotes": _texts(
        "各种引号，一开一闭两个字；引文可占几段，每段重新开引",
        "the quotation marks; a quotation may hold several paragraphs",
        (),
    ),
    "apostrophes": _texts(
        "跟在字母后面时是撇号的闭引号", "closing quotes that are apostrophes after a letter", ("’",)
    ),
    "unless": Field(
        LIST,
        Text(
            "落在这些正则的匹配之内的不是括号",
            "characters inside a match of one of these are no brackets",
        ),
        (),
        item=Field(REGEX, Text("正则表达式", "a regular expression")),
    ),
    "markers": Field(
        LIST,
        Text(
            "只有一半括号的写法，如 1）和 :-)",
            "what has one bracket, as 1) and :-): a bracket only where it has a partner",
        ),
        (),
        item=Field(REGEX, Text("正则表达式", "a regular expression")),
    ),
    "paragraphs": Field(
        NUMBER, Text("一对括号最多跨几段", "how many paragraphs on a bracket may be closed"), 20
    ),
    "quote-paragraphs": Field(
        NUMBER, Text("一对引号最多跨几段", "how many paragraphs on a quotation may be closed"), 60
    ),
    "mixed-width": Field(
        FLAG,
        Text("一全角一半角也报", "report a pair of which one is full and one half width"),
        False,
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
    pattern: Any
    opens: Mapping[str, str]  # opening character → its sort
    closes: Mapping[str, str]  # closing character → its sort
    partner: Mapping[str, str]
    quotes: frozenset[str]  # sorts
    apostrophes: frozenset[str]
    markers: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    scope: scopes.Scope
    reach: Mapping[str, int]  # sort → how many blocks on a pair may be closed
    mixed_width: bool


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> Prepared:
    """The pairs by their characters; both widths of a bracket are of one sort."""
    given = {
        name: field.default if options.get(name) is None else options[name]
        for name, field in OPTIONS.items()
    }
    both = [pair for pair in (*given["pairs"], *given["quotes"]) if len(pair) == 2]
    sort = {pair: unicodedata.normalize("NFKC", pair[0]) for pair in both}
    quotes = frozenset(sort[pair] for pair in given["quotes"] if pair in sort)
    chars = "".join(re.escape(char) for pair in both for char in pair)
    return Prepared(
        re.compile(f"[{chars}]") if chars else None,
        {pair[0]: sort[pair] for pair in both},
        {pair[1]: sort[pair] for pair in both},
        {**{pair[0]: pair[1] for pair in both}, **{pair[1]: pair[0] for pair in both}},
        quotes,
        frozenset(given["apostrophes"]),
        tuple(from_regex(source, lexicon) for source in given["markers"]),
        tuple(from_regex(source, lexicon) for source in given["unless"]),
        scopes.scope(given["scope"]),
        {
            one: given["quote-paragraphs" if one in quotes else "paragraphs"]
            for one in sort.values()
        },
        given["mixed-width"],
    )


def find(reading: Reading, prepared: Prepared) -> Iterator[Hit]:
    """A hit on each bracket or quote without a partner, one for a pair that is crossed."""
    if prepared.pattern is None:
        return
    suspects = _suspects(reading, prepared)
    if not suspects:
        return
    left: list[Mark] = []
    for marks in _by_piece(reading, prepared, suspects):
        rest, mixed = best_match(marks, prepared.partner)
        if prepared.mixed_width:
            text = reading.document.text
            yield from (
                _hit(close, opening.char, _MIXED, opening, one_width(text, opening, close))
                for opening, close in mixed
                if not (opening.weak or close.weak)  # one half of a formula, one of the text
            )
        pairs, rest = crossed(rest)
        yield from (_hit(close, opening.char, _CROSSED, opening) for opening, close in pairs)
        unfit, rest = one_cause(rest, prepared.quotes)
        yield from (_hit(close, opening.char, _UNFIT, opening) for opening, close in unfit)
        left += rest
    for mark in across(left, prepared.reach, _reopened(reading, prepared) if left else {}):
        if mark.opens or not _apostrophe(reading.document.text, mark, prepared):
            yield _hit(mark, prepared.partner[mark.char], _UNCLOSED if mark.opens else _UNOPENED)


def _suspects(reading: Reading, prepared: Prepared) -> list[int]:
    """The blocks in which not every bracket is closed, wherever it stands: hardly any, so that only these are looked at closely."""
    text = reading.document.text
    found = []
    for number, block in enumerate(reading.document.blocks):
        stack: list[str] = []
        for char in prepared.pattern.findall(text, block.content.start, block.content.end):
            if char in prepared.opens:
                stack.append(char)
            elif stack and prepared.partner[char] == stack[-1]:
                stack.pop()
            else:
                stack.append(char)
                break
        if stack:
            found.append(number)
    return found


def _reopened(reading: Reading, prepared: Prepared) -> dict[str, list[int]]:
    """The blocks that begin with a quote, by its sort."""
    found: dict[str, list[int]] = {}
    text = reading.document.text
    for number, block in enumerate(reading.document.blocks):
        for char in text[
            block.content.start : min(block.content.end, block.content.start + LEADING)
        ].lstrip(BEFORE):
            if char not in prepared.opens:
                break
            found.setdefault(prepared.opens[char], []).append(number)
    return {sort: blocks for sort, blocks in found.items() if sort in prepared.quotes}


def _by_piece(reading: Reading, prepared: Prepared, suspects: list[int]) -> Iterator[list[Mark]]:
    """The marks in scope of each suspect block, and of each row of a table."""
    document = reading.document
    text = document.text
    area = scopes.Area(prepared.scope, reading)
    excused = Cover(match.span() for pattern in prepared.unless for match in pattern.matches(text))
    weak = Cover(match.span() for pattern in prepared.markers for match in pattern.matches(text))
    hidden = Cover(zone.span for zone in document.zones if zone.kind in _HIDDEN)
    # where an address or a formula ends is a guess: a bracket in it or at its end may be the text's
    address = Cover(zone.span for zone in document.zones if zone.kind in (d.ZONE_URL, d.ZONE_MATH))
    for number in suspects:
        block = document.blocks[number]
        marks: list[Mark] = []
        row = -1
        for match in prepared.pattern.finditer(text, block.content.start, block.content.end):
            at, char = match.start(), match[0]
            in_address = address.has(at)
            if (
                hidden.has(at)
                or excused.has(at)
                or not in_address
                and not area.has(Span(at, at + 1))
            ):
                continue
            if block.kind == d.TABLE and document.index.line_of(at) != row:
                yield marks
                row, marks = document.index.line_of(at), []
            opens = char in prepared.opens
            sort = prepared.opens[char] if opens else prepared.closes[char]
            marks.append(Mark(at, char, sort, opens, number, in_address or weak.has(at)))
        yield marks


def _apostrophe(text: str, mark: Mark, prepared: Prepared) -> bool:
    before, after = text[mark.at - 1 : mark.at], text[mark.at + 1 : mark.at + 2]
    beside = (
        before.isascii()
        and (before.isalnum() or before in ".,!?")
        or after.isascii()
        and after.isalnum()
    )
    return mark.char in prepared.apostrophes and beside


def one_width(text: str, opening: Mark, close: Mark) -> Fix | None:
    """Both brackets in full width where a character beside one of them is Han, else in half width.

    None for other marks than brackets, and where a half-width pair behind `]` would become the target of a link.
    """
    if opening.char not in _NARROW + _WIDE or close.char not in _NARROW + _WIDE:
        return None
    beside = text[max(0, opening.at - 1) : opening.at + 2] + text[close.at - 1 : close.at + 2]
    wide = any("\u4e00" <= char <= "\u9fff" for char in beside)
    if not wide and text[: opening.at].endswith(("]", "］")):
        return None
    wrong, table = (
        (opening if (opening.char in _NARROW) == wide else close),
        (_WIDE if wide else _NARROW),
    )
    new = table[(_NARROW + _WIDE).index(wrong.char) % len(_WIDE)]
    return Fix(SAFE, (Edit(Span(wrong.at, wrong.at + 1), new),))


def _hit(
    mark: Mark,
    expected: str,
    message: Mapping[str, str],
    opening: Mark | None = None,
    fix: Fix | None = None,
) -> Hit:
    related = ((Span(opening.at, opening.at + 1), _OPENING),) if opening else ()
    return Hit(
        Span(mark.at, mark.at + 1),
        {"found": mark.char, "expected": expected},
        related,
        fix=fix,
        message=message,
    )
