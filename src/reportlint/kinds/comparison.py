"""Kind `comparison`: two places must agree, a series must ascend or descend, a sum must be
right."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading
from reportlint.core.schema import Field
from reportlint.core.span import Span
from reportlint.core.text import Text
from reportlint.kinds import scopes, sums
from reportlint.kinds.options import choice, flag, ignore_case, regexes, with_defaults
from reportlint.kinds.units import DOCUMENT, UNITS, units
from reportlint.patterns.rule_pattern import RulePattern, from_regexes, matches_of, span_of
from reportlint.patterns.words import folded

SAME, ASCENDING, DESCENDING = "same", "ascending", "descending"
SUMS: Mapping[str, str] = {"sum-row": "row", "sum-column": "column", "sum-parts": "parts"}
CHECKS = (SAME, ASCENDING, DESCENDING, *SUMS)

OPTIONS: Mapping[str, Field] = {
    "check": choice(
        "比什么：same 两处一致，ascending、descending 依次增减，sum-row、sum-column"
        " 表格最后的合计行、合计列，"
        "sum-parts “共5项，其中……”各部分不超过总数",
        "what must be true: two places are the same; a series ascends or descends; the last row or"
        " column of a table is the sum of the others; the parts after 共5项，其中… are not more"
        " than the whole",
        CHECKS,
    )._replace(required=True),
    "of": regexes("要比的；名为 at 的组是值", "the values to compare; the group `at` is the value"),
    "with": regexes("same：另一处", "for `same`: the other place"),
    "with-file": regexes(
        "same：另一处是文件的路径（相对于配置，用 /）；数字前面的 0、连字符和下划线不算",
        "for `same`: the other place is the path of the file, relative to the configuration, with"
        " /; leading zeros of numbers, hyphens and underscores are ignored",
    ),
    "scope": scopes.field(),
    "with-scope": scopes.field()._replace(
        doc=Text("with 在哪里找；不写则同 scope", "where `with` is searched; by default as `scope`")
    ),
    "per": choice("在每个什么里比较", "the unit within which values are compared", UNITS, DOCUMENT),
    "strict": flag("相等也报", "for a series: report equal values, too"),
    "ignore-case": ignore_case(),
}
FIELDS: Mapping[str, str] = {"found": "12", "expected": "11"}

_THERE = {"zh": "与这一处比较", "en": "it is compared with this"}
_SPACE = lazy(r"\s+")
_DIGITS = lazy(r"\d+")
_PADDING = lazy(r"(?<!\d)0+(?=\d)")
_JOINT = lazy(r"[-_]")  # separators of the words of a name


class Prepared(NamedTuple):
    check: str
    of: tuple[RulePattern, ...]
    other: tuple[RulePattern, ...]
    file: tuple[RulePattern, ...]
    scope: scopes.Scope
    other_scope: scopes.Scope
    per: str
    strict: bool
    ignore_case: bool


def complaints(options: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    """The reasons why a rule with these options could never find anything."""
    check = options.get("check")
    if check in (SAME, ASCENDING, DESCENDING) and not options.get("of"):
        yield "check", Text(f"{check} 要写 of", f"{check} needs `of`")
    others = [name for name in ("with", "with-file") if options.get(name)]
    if check == SAME and len(others) != 1:
        yield (
            "check",
            Text(
                "same 要写 with（另一处）或 with-file（文件名），只写一个",
                "same needs `with`, the other place, or `with-file`, the name of the file, and one"
                " of them only",
            ),
        )
    for name in others if check != SAME else ():
        yield name, Text(f"{name} 只用于 check: same", f"`{name}` is only for check: same")


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> Prepared:
    """The patterns of both sides."""
    given = with_defaults(options, OPTIONS)
    ignore_case = given["ignore-case"]
    return Prepared(
        given["check"],
        from_regexes(given["of"], lexicon, ignore_case),
        from_regexes(given["with"], lexicon, ignore_case),
        from_regexes(given["with-file"], lexicon, ignore_case),
        scopes.scope(given["scope"]),
        scopes.scope(given["with-scope"] or given["scope"]),
        given["per"],
        given["strict"],
        ignore_case,
    )


def find(reading: Reading, prepared: Prepared) -> Iterator[Hit]:
    """A hit on each value that contradicts the other place, its series or its addends."""
    if prepared.check in SUMS:
        for wrong in sums.CHECKS[SUMS[prepared.check]](reading):
            yield Hit(wrong.span, {"found": wrong.stated, "expected": wrong.computed})
        return
    spans = _spans(reading, prepared.of, prepared.scope)
    if prepared.file:
        yield from _misnamed(reading, spans, prepared)
        return
    if prepared.check == SAME:
        others = _spans(reading, prepared.other, prepared.other_scope) if spans else ()
        for piece in _pieces(reading, prepared.per):
            inside = _within(spans, piece), _within(others, piece)
            yield from _different(reading.document.text, *inside, prepared)
        return
    for piece in _pieces(reading, prepared.per):
        yield from _unordered(reading.document.text, _within(spans, piece), prepared)


def _pieces(reading: Reading, per: str) -> Iterator[Span]:
    """The pieces within which values are compared. A text of front matter only is a document
    too."""
    if per == DOCUMENT:
        return iter((Span(0, len(reading.document.text)),))
    return (unit.span for unit in units(reading, per))


def _within(spans: Sequence[Span], piece: Span) -> Sequence[Span]:
    """The spans that begin in `piece`; `spans` is sorted."""
    first, last = (bisect_left(spans, offset, key=lambda span: span.start) for offset in piece)
    return spans[first:last]


def _spans(
    reading: Reading, patterns: Sequence[RulePattern], scope: scopes.Scope
) -> Sequence[Span]:
    matched = (span_of(match) for match in matches_of(patterns, reading.document.text))
    spans = sorted({span for span in matched if span is not None})
    area = scopes.Area(scope, reading) if spans else None
    return [span for span in spans if area is not None and area.has(span)]


def _different(
    text: str, spans: Sequence[Span], others: Sequence[Span], prepared: Prepared
) -> Iterator[Hit]:
    """Hits on values of the other place that this place lacks; none if this place has no value."""
    known = {_folded(span.cut(text), prepared): span for span in reversed(spans)}
    if not known:
        return
    expected = tuple(span.cut(text) for span in reversed(known.values()))
    for span in others:
        if _folded(span.cut(text), prepared) not in known and span not in spans:
            yield Hit(span, {"found": span.cut(text), "expected": expected}, ((spans[0], _THERE),))


def _misnamed(reading: Reading, spans: Sequence[Span], prepared: Prepared) -> Iterator[Hit]:
    """A hit on the first value if no value equals that in the file's path; none if the path has no
    value."""
    if not (spans and reading.path):
        return
    text, path = reading.document.text, unicodedata.normalize("NFC", reading.path)
    in_path = (span_of(match) for match in matches_of(prepared.file, path))
    expected = tuple(dict.fromkeys(span.cut(path) for span in in_path if span is not None))
    named = {_as_in_names(value, prepared) for value in expected}
    if named and not any(_as_in_names(span.cut(text), prepared) in named for span in spans):
        yield Hit(spans[0], {"found": spans[0].cut(text), "expected": expected})


def _as_in_names(value: str, prepared: Prepared) -> str:
    """The form of a text that is compared with a file name: names have zeros before numbers, and -
    or _ for spaces."""
    return _PADDING.sub("", _JOINT.sub("", _folded(value, prepared)))


def _unordered(text: str, spans: Sequence[Span], prepared: Prepared) -> Iterator[Hit]:
    """Hits on values that break the order of the series."""
    series = [(span, value) for span in spans if (value := _value(span.cut(text)))]
    for (before, earlier), (span, later) in pairwise(series):
        shared = min(len(earlier), len(later))  # 2026-03 is neither before nor after 2026-03-05
        low, high = earlier[:shared], later[:shared]
        if prepared.check == DESCENDING:
            low, high = high, low
        if low > high or (prepared.strict and earlier == later):
            values = {"found": span.cut(text), "expected": before.cut(text)}
            yield Hit(span, values, ((before, _THERE),))


def _value(version: str) -> tuple[int, ...]:
    """The numbers of a date, a version or a number: 2026年3月5日, 1.10."""
    return tuple(int(digits) for digits in _DIGITS.findall(version))


def _folded(value: str, prepared: Prepared) -> str:
    """The form in which texts are compared: width and spaces are ignored, and case if the rule says
    so."""
    bare = _SPACE.sub("", unicodedata.normalize("NFKC", value))
    return folded(bare, prepared.ignore_case)
