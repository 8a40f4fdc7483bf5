"""Kind `count`: a minimum or maximum number of matches of a pattern in a document, section,
paragraph, item, row …"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading
from reportlint.core.schema import Field, phrases
from reportlint.core.span import Span
from reportlint.core.text import Text
from reportlint.kinds import pattern
from reportlint.kinds.options import (
    NO_LIMIT,
    choice,
    crossed_limits,
    number,
    with_defaults,
)
from reportlint.kinds.protocol import Identity
from reportlint.kinds.units import DOCUMENT, UNITS, Unit, units
from reportlint.patterns.phrases import PhrasePattern, phrase_pattern, phrases_of

EXTRA, FIRST, LAST = "extra", "first", "last"
RELATED = 12  # matches before the first one too many that are shown with it

_FINDS = ("words", "regex", "unless", "allow", "scope", "which", "ignore-case")
OPTIONS: Mapping[str, Field] = {
    **{name: pattern.FINDS[name] for name in _FINDS},
    "per": choice("在每个什么里数", "the unit within which matches are counted", UNITS, DOCUMENT),
    "max": number("最多几处；不写则不限", "the maximum number; by default no limit", None),
    "min": number("最少几处", "the minimum number"),
    "at": choice(
        "报在哪里：extra 第一处多出来的，first、last 第一处、最后一处，document 全文的标题",
        "which place is reported: the first match beyond the maximum, the first match, the last"
        " match, or the title of the document",
        (EXTRA, FIRST, LAST, DOCUMENT),
        EXTRA,
    ),
    "where": phrases("只管含有这些文字的", "only in places that contain one of these texts"),
}
_BEFORE = {"zh": "前面已有一处", "en": "one before it"}
FIELDS: Mapping[str, str] = {"count": "3", "limit": "2", "found": "，"}


class Prepared(NamedTuple):
    finds: pattern.Prepared
    per: str
    max: int | None
    min: int
    where: PhrasePattern | None
    at: str


def complaints(options: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    """The reasons why a rule with these options could never find anything."""
    if options.get("max") is None and not options.get("min"):
        yield "kind", NO_LIMIT
    if options.get("max") is not None:
        yield from crossed_limits(options.get("min"), options["max"] or -1)
    if not options.get("words") and not options.get("regex"):
        yield "kind", Text("要写 words 或 regex", "words or regex must say what is counted")


def identity(hit: Hit, options: Mapping[str, Any]) -> Identity:
    """Identified by the violated limit, whichever match is the first one too many."""
    return Identity((hit.values["limit"],), document_level=options.get("per") == DOCUMENT)


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> Prepared:
    """The patterns as prepared by kind `pattern`, and the limits."""
    given = with_defaults(options, OPTIONS)
    return Prepared(
        pattern.prepare({name: given[name] for name in _FINDS}, lexicon),
        given["per"],
        given["max"],
        given["min"],
        phrase_pattern(phrases_of(given["where"]), lexicon, ignore_case=given["ignore-case"]),
        given["at"],
    )


def find(reading: Reading, prepared: Prepared) -> Iterator[Hit]:
    """A hit on the first match beyond `max`, and one on each piece (the heading of a section) with
    fewer matches than `min`."""
    spans = sorted(hit.span for hit in pattern.find(reading, prepared.finds))
    starts = [span.start for span in spans]
    text = reading.document.text
    whole = next(units(reading, DOCUMENT), None) if prepared.at == DOCUMENT else None
    for unit in units(reading, prepared.per):
        if prepared.where is not None and not prepared.where.search(unit.span.cut(text)):
            continue
        inside = spans[bisect_left(starts, unit.span.start) : bisect_left(starts, unit.span.end)]
        if prepared.max is not None and len(inside) > prepared.max:
            yield _too_many(inside, prepared.max, _place(prepared.at, inside, whole), text)
        elif len(inside) < prepared.min:
            place = _place(prepared.at, inside, whole) or unit.place
            yield _too_few(place, inside, prepared.min, text)


def _place(at: str, inside: Sequence[Span], whole: Unit | None) -> Span | None:
    """The first or last match, as the rule wants, or the place of the whole document; None for the
    default place."""
    if whole is not None:
        return whole.place
    if not inside or at not in (FIRST, LAST):
        return None
    return inside[0 if at == FIRST else -1]


def _too_many(inside: Sequence[Span], most: int, place: Span | None, text: str) -> Hit:
    before = inside[max(0, most - RELATED) : most]
    related = tuple((span, _BEFORE) for span in before if span != place)
    values = {"count": str(len(inside)), "limit": str(most), "found": inside[most].cut(text)}
    return Hit(place or inside[most], values, related)


def _too_few(place: Span, inside: Sequence[Span], least: int, text: str) -> Hit:
    texts = tuple(span.cut(text) for span in inside)
    return Hit(place, {"count": str(len(inside)), "limit": str(least), "found": texts})
