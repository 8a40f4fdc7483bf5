"""Kind `length`: a heading, sentence, paragraph, section or whole report that is longer or shorter than it may be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core import document as d
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading
from reportlint.core.schema import CHOICE, NUMBER, Field
from reportlint.core.span import Span
from reportlint.core.text import Text
from reportlint.kinds import scopes
from reportlint.kinds.units import PARAGRAPH, UNITS, units

HAN, WORDS, CHARACTERS = "han", "words", "characters"

OPTIONS: Mapping[str, Field] = {
    "of": Field(
        CHOICE, Text("量什么", "what is measured"), PARAGRAPH, required=True, choices=UNITS
    ),
    "unit": Field(
        CHOICE,
        Text(
            "怎么数：han 只数汉字；words 一个汉字、一个外文词各算一个；characters 数空白以外的字符",
            "what counts: han, Han characters only; words, a Han character or a word of letters; characters, all but white space",
        ),
        CHARACTERS,
        choices=(HAN, WORDS, CHARACTERS),
    ),
    "max": Field(NUMBER, Text("最多，0 为不限", "at most; 0 is no limit"), 0),
    "min": Field(NUMBER, Text("最少", "at least"), 0),
    "scope": scopes.field(),
}
FIELDS: Mapping[str, str] = {"length": "120", "limit": "100", "bound": "多于", "unit": "字"}

_UNIT_NAMES = {
    HAN: {"zh": "个汉字", "en": "Han characters"},
    WORDS: {"zh": "字", "en": "words"},
    CHARACTERS: {"zh": "个字符", "en": "characters"},
}
_MORE = {"zh": "多于", "en": "more than"}
_FEWER = {"zh": "少于", "en": "fewer than"}
_HAN = lazy("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇]")
_WORD = lazy(
    r"(?:(?![\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])[^\W_])+(?:['’.\-](?:(?![\u3400-\u9fff])[^\W_])+)*"
)
_MARKS = lazy(r"[\s*`|]+")
_UNSEEN = frozenset(
    {d.ZONE_TARGET, d.ZONE_TAG, d.ZONE_COMMENT}
)  # nobody reads these in the finished report


class Prepared(NamedTuple):
    of: str
    unit: str
    max: int
    min: int
    scope: scopes.Scope | None


def complaints(options: Mapping[str, Any]) -> Iterable[tuple[str, Text]]:
    """Why a rule could never find anything."""
    if not options.get("max") and not options.get("min"):
        return [
            (
                "kind",
                Text(
                    "要写 max 或 min，否则永远不报",
                    "without max or min the rule never finds anything",
                ),
            )
        ]
    return []


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> Prepared:
    """The options as values."""
    scope = scopes.scope(options["scope"]) if options.get("scope") else None
    return Prepared(
        options["of"],
        options.get("unit") or CHARACTERS,
        options.get("max") or 0,
        options.get("min") or 0,
        scope,
    )


def find(reading: Reading, prepared: Prepared) -> Iterable[Hit]:
    """A hit on each piece that is too long or too short; with `scope` only on pieces that begin in it."""
    found = []
    area = scopes.Area(prepared.scope, reading) if prepared.scope else None
    for unit in units(reading, prepared.of):
        if area is not None and not area.has(Span(unit.place.start, unit.place.start + 1)):
            continue
        length = measure(visible(reading, unit.span), prepared.unit)
        if prepared.max and length > prepared.max:
            found.append(_hit(unit.place, length, prepared.max, _MORE, prepared.unit))
        elif length < prepared.min:
            found.append(_hit(unit.place, length, prepared.min, _FEWER, prepared.unit))
    return found


def _hit(place: Span, length: int, limit: int, bound: Mapping[str, str], unit: str) -> Hit:
    return Hit(
        place,
        {"length": str(length), "limit": str(limit), "bound": bound, "unit": _UNIT_NAMES[unit]},
    )


def visible(reading: Reading, span: Span) -> str:
    """What a reader of the finished report sees of a piece: prose and tables, without link targets, tags and comments."""
    document = reading.document
    parts = []
    for block in document.blocks:
        start, end = max(block.content.start, span.start), min(block.content.end, span.end)
        if start >= end or not (block.kind in d.PROSE or block.kind == d.TABLE):
            continue
        for zone in document.zones:
            if zone.span.start >= end:
                break
            hidden = _hidden(zone, document.text)
            if hidden.start >= start and hidden.start < hidden.end:
                parts.append(document.text[start : hidden.start])
                start = max(start, min(hidden.end, end))
        parts.append(document.text[start:end])
        parts.append("\n")
    return "".join(parts)


def _hidden(zone: d.Zone, text: str) -> Span:
    """What of a zone is not seen: of a link its brackets and its target."""
    start, end = zone.span
    if zone.kind == d.ZONE_LINK:
        return Span(start, start + int(text.startswith("[", start)))
    if zone.kind not in _UNSEEN:
        return Span(start, start)
    if zone.kind == d.ZONE_TARGET and text.startswith("](", max(start - 2, 0)):
        return Span(start - 2, end + int(text.startswith(")", end)))
    return zone.span


def measure(text: str, unit: str) -> int:
    """How long `text` is: in Han characters, in words, or in characters that are neither white space nor marks of Markdown."""
    if unit == CHARACTERS:
        return len(_MARKS.sub("", text))
    han = len(_HAN.findall(text))
    return han if unit == HAN else han + len(_WORD.findall(text))
