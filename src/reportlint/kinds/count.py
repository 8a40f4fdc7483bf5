"""Kind `count`: at least or at most so many finds of a pattern in a document, section, paragraph, item, row …"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading
from reportlint.core.schema import CHOICE, NUMBER, PHRASES, Field
from reportlint.core.span import Span
from reportlint.core.text import Text
from reportlint.kinds import pattern
from reportlint.kinds.units import DOCUMENT, UNITS, Unit, units
from reportlint.patterns.phrases import compiled, of_option

RELATED = 12  # finds before the one too many that are shown with it

OPTIONS: Mapping[str, Field] = {
    **{
        name: pattern.FINDS[name]
        for name in ("words", "regex", "unless", "allow", "scope", "ignore-case")
    },
    "per": Field(
        CHOICE, Text("在每个什么里数", "what the finds are counted in"), DOCUMENT, choices=UNITS
    ),
    "max": Field(NUMBER, Text("最多几处；不写则不限", "at most so many; no limit if not said")),
    "min": Field(NUMBER, Text("最少几处", "at least so many"), 0),
    "where": Field(PHRASES, Text("只管含有这些文字的", "only where one of these texts stands")),
}
FIELDS: Mapping[str, str] = {"count": "3", "limit": "2", "found": "，"}


class Prepared(NamedTuple):
    finds: Any
    per: str
    max: int | None
    min: int
    where: Any


def complaints(options: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    """Why a rule could never find anything."""
    if options.get("max") is None and not options.get("min"):
        yield (
            "kind",
            Text(
                "要写 max 或 min，否则永远不报", "without max or min the rule never finds anything"
            ),
        )
    if not options.get("words") and not options.get("regex"):
        yield "kind", Text("要写 words 或 regex", "words or regex must say what is counted")


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> Prepared:
    """What `pattern` makes of the words and regexes."""
    return Prepared(
        pattern.prepare(options, lexicon),
        options.get("per") or DOCUMENT,
        options.get("max"),
        options.get("min") or 0,
        compiled(of_option(options.get("where")), lexicon),
    )


def find(reading: Reading, prepared: Prepared) -> Iterator[Hit]:
    """A hit on the first find beyond `max`, and one on each piece (the heading of a section) with fewer than `min`."""
    spans = sorted(hit.span for hit in pattern.find(reading, prepared.finds))
    starts = [span.start for span in spans]
    text = reading.document.text
    for unit in units(reading, prepared.per):
        if prepared.where is not None and not prepared.where.search(unit.span.cut(text)):
            continue
        inside = spans[bisect_left(starts, unit.span.start) : bisect_left(starts, unit.span.end)]
        if prepared.max is not None and len(inside) > prepared.max:
            yield _too_many(inside, prepared.max, text)
        elif len(inside) < prepared.min:
            yield _too_few(unit, inside, prepared.min, text)


def _too_many(inside: list[Span], most: int, text: str) -> Hit:
    before = inside[max(0, most - RELATED) : most]
    related = tuple((span, {"zh": "前面已有一处", "en": "one before it"}) for span in before)
    return Hit(
        inside[most],
        {"count": str(len(inside)), "limit": str(most), "found": inside[most].cut(text)},
        related,
    )


def _too_few(unit: Unit, inside: Iterable[Span], least: int, text: str) -> Hit:
    found = [span.cut(text) for span in inside]
    return Hit(unit.place, {"count": str(len(found)), "limit": str(least), "found": tuple(found)})
