"""Kind `length`: a heading, sentence, paragraph, section or whole report that is too long or too
short."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core import characters
from reportlint.core import document as d
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading
from reportlint.core.schema import Field
from reportlint.core.span import Span
from reportlint.core.text import Text
from reportlint.kinds import scopes
from reportlint.kinds.options import NO_LIMIT, choice, crossed_limits, number, with_defaults
from reportlint.kinds.protocol import Identity
from reportlint.kinds.units import DOCUMENT, PARAGRAPH, UNITS, units

HAN, WORDS, CHARACTERS = "han", "words", "characters"

OPTIONS: Mapping[str, Field] = {
    "of": choice("量什么", "what is measured", UNITS, PARAGRAPH)._replace(required=True),
    "unit": choice(
        "怎么数：han 只数汉字；words 一个汉字、一个外文词各算一个；characters 数空白以外的字符",
        "what is counted: han, only Han characters; words, Han characters and words of letters;"
        " characters, everything except white space",
        (HAN, WORDS, CHARACTERS),
        CHARACTERS,
    ),
    "max": number("最多，0 为不限", "the maximum; 0 is no limit"),
    "min": number("最少", "at least"),
    "scope": scopes.field(),
}
FIELDS: Mapping[str, str] = {"length": "120", "limit": "100", "bound": "多于", "unit": "字"}

_UNITS = {
    HAN: {"zh": "个汉字", "en": "Han characters"},
    WORDS: {"zh": "字", "en": "words"},
    CHARACTERS: {"zh": "个字符", "en": "characters"},
}
_MORE = {"zh": "多于", "en": "more than"}
_FEWER = {"zh": "少于", "en": "fewer than"}
_HAN = lazy(f"[{characters.HAN}〇]")
_WORD = lazy(
    rf"(?:(?![\u3040-\u30ff{characters.HAN}])[^\W_])+(?:['’.\-](?:(?![{characters.HAN}])[^\W_])+)*"
)
_MARKS = lazy(r"[\s*`|]+")
# Zones that are not visible in the finished report.
_UNSEEN = frozenset({d.ZONE_TARGET, d.ZONE_TAG, d.ZONE_COMMENT})


class Prepared(NamedTuple):
    of: str
    unit: str
    max: int
    min: int
    scope: scopes.Scope | None


def complaints(options: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    """The reasons why a rule with these options could never find anything."""
    if not options.get("max") and not options.get("min"):
        yield "kind", NO_LIMIT
    yield from crossed_limits(options.get("min"), options.get("max"))


def identity(hit: Hit, options: Mapping[str, Any]) -> Identity:
    """Identified by the violated limit, whatever the length is now."""
    subject = hit.values["bound"], hit.values["limit"], hit.values["unit"]
    return Identity(subject, document_level=options.get("of") == DOCUMENT)


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> Prepared:
    """The parsed options."""
    given = with_defaults(options, OPTIONS)
    scope = scopes.scope(given["scope"]) if given["scope"] else None
    return Prepared(given["of"], given["unit"], given["max"], given["min"], scope)


def find(reading: Reading, prepared: Prepared) -> Iterator[Hit]:
    """A hit on each piece that is too long or too short; with `scope` only on pieces that begin in
    it."""
    area = scopes.Area(prepared.scope, reading) if prepared.scope else None
    for unit in units(reading, prepared.of):
        if area is not None and not area.has(Span(unit.place.start, unit.place.start + 1)):
            continue
        length = measure(visible(reading, unit.span), prepared.unit)
        if prepared.max and length > prepared.max:
            yield _hit(unit.place, length, prepared.max, _MORE, prepared.unit)
        elif length < prepared.min:
            yield _hit(unit.place, length, prepared.min, _FEWER, prepared.unit)


def _hit(place: Span, length: int, limit: int, bound: Mapping[str, str], unit: str) -> Hit:
    values = {"length": str(length), "limit": str(limit), "bound": bound, "unit": _UNITS[unit]}
    return Hit(place, values)


def visible(reading: Reading, span: Span) -> str:
    """The text of a piece that is visible in the finished report: prose and tables, without link
    targets, tags and comments."""
    document = reading.document
    parts = []
    first = bisect_right(document.blocks, span.start, key=lambda block: block.span.start) - 1
    for at in range(max(first, 0), len(document.blocks)):
        block = document.blocks[at]
        if block.span.start >= span.end:
            break
        start, end = block.content.overlap(span)
        if start < end and (block.kind in d.PROSE or block.kind == d.TABLE):
            parts.append(_without_unseen(document, start, end))
    return "".join(parts)


def _without_unseen(document: d.Document, start: int, end: int) -> str:
    """The visible text of a stretch of one block, with a line break at its end."""
    text, zones = document.text, document.zones
    parts = []
    for at in range(bisect_left(zones, start, key=lambda zone: zone.span.start), len(zones)):
        if zones[at].span.start >= end:
            break
        unseen = _unseen(zones[at], text)
        if start <= unseen.start < unseen.end:
            parts.append(text[start : unseen.start])
            start = max(start, min(unseen.end, end))
    return "".join([*parts, text[start:end], "\n"])


def _unseen(zone: d.Zone, text: str) -> Span:
    """The invisible part of a zone; of a link its brackets and its target."""
    start, end = zone.span
    if zone.kind == d.ZONE_LINK:
        return Span(start, start + int(text.startswith("[", start)))
    if zone.kind not in _UNSEEN:
        return Span(start, start)
    if zone.kind == d.ZONE_TARGET and text.startswith("](", max(start - 2, 0)):
        return Span(start - 2, end + int(text.startswith(")", end)))
    return zone.span


def measure(text: str, unit: str) -> int:
    """The length of `text` in Han characters, in words, or in characters other than white space and
    Markdown marks."""
    if unit == CHARACTERS:
        return len(_MARKS.sub("", text))
    han = len(_HAN.findall(text))
    return han if unit == HAN else han + len(_WORD.findall(text))
