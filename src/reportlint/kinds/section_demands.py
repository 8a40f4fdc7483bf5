"""The demands of a type on the sections of a report: which sections match its specs, level by
level, and what they must contain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core import document as d
from reportlint.core.reading import FRAME, Hit, Reading, Section
from reportlint.core.report_type import OPTIONAL, Group, ReportType, SectionSpec
from reportlint.core.span import Span
from reportlint.patterns.phrases import phrase_pattern

_MOST_TITLES = 4  # titles named in a message

_LENGTH = {
    "zh": "“{section}”一节太短：{demand} 字",
    "en": "the section “{section}” is too short: {demand} characters",
}
_ITEMS = {
    "zh": "“{section}”一节列的项太少：{demand} 项",
    "en": "the section “{section}” lists too few items: {demand}",
}
_LACKS = {"zh": "{type}里没有写{demand}", "en": "the {type} does not say: {demand}"}
_HAS = {"zh": "{type}里不应有{demand}", "en": "a {type} should not say: {demand}"}
_SECTION_LACKS = {
    "zh": "“{section}”一节里没有写{demand}",
    "en": "the section “{section}” does not say: {demand}",
}
_SECTION_HAS = {
    "zh": "“{section}”一节里不应有{demand}",
    "en": "the section “{section}” should not say: {demand}",
}


class Level(NamedTuple):
    """The specs of one level, and the sections of the report that match them."""

    specs: tuple[SectionSpec, ...]
    sections: tuple[Section | None, ...]
    standing: frozenset[int]  # specs whose sections are in the tree and in the type's order
    moved: frozenset[int]  # specs whose sections are in the tree, but out of order
    parent: Section | None

    @property
    def demanded(self) -> list[int]:
        """The indexes of the specs that a report of the type must or should have."""
        return [at for at, spec in enumerate(self.specs) if spec.demand != OPTIONAL]

    @property
    def lacking(self) -> list[int]:
        """The indexes of the demanded specs that have no section."""
        return [at for at in self.demanded if self.sections[at] is None]

    def pairs(self) -> Iterator[tuple[SectionSpec, Section]]:
        """The specs that have a section, each with that section."""
        for spec, section in zip(self.specs, self.sections, strict=True):
            if section is not None:
                yield spec, section

    def before(self, at: int) -> Section | None:
        """The section that precedes the place of spec `at`; None if that is the first of its
        level."""
        standing = max((spec for spec in self.standing if spec < at), default=-1)
        return self.sections[standing] if standing >= 0 else None

    def behind(self, at: int) -> Section | None:
        """The section that follows the place of spec `at`; None if that is the last of its
        level."""
        standing = min((spec for spec in self.standing if spec > at), default=-1)
        return self.sections[standing] if standing >= 0 else None


@lru_cache(maxsize=1)  # each fault is a rule of its own and needs the same levels
def levels(reading: Reading) -> tuple[Level, ...]:
    """The levels of the report's type, each before the levels below it. The specs below a missing
    section are left out."""
    if reading.type is None:
        return ()
    return tuple(_levels(reading, reading.type.sections, None, frozenset(reading.sections)))


def _levels(
    reading: Reading,
    specs: tuple[SectionSpec, ...],
    parent: Section | None,
    tree: frozenset[Section],
) -> Iterator[Level]:
    if not specs:
        return
    sections = tuple(reading.section_of(spec.id) for spec in specs)
    starts = {
        at: section.span.start
        for at, section in enumerate(sections)
        if section is not None and section in tree
    }
    standing = frozenset(_longest_rise(list(starts), list(starts.values())))
    level = Level(specs, sections, standing, frozenset(starts.keys() - standing), parent)
    yield level
    for spec, section in level.pairs():
        if spec.sections:
            yield from _levels(reading, spec.sections, section, tree)


def _longest_rise(numbers: Sequence[int], starts: Sequence[int]) -> list[int]:
    """The longest part of `numbers` along which `starts` do not decrease; equal starts occur if two
    specs share a section."""
    if all(before <= after for before, after in pairwise(starts)):
        return list(numbers)
    best: list[list[int]] = []  # the longest rise that ends at each index
    for at, start in enumerate(starts):
        rises = [rise for other, rise in enumerate(best) if starts[other] <= start]
        best.append([*max(rises, key=len, default=[]), at])
    return [numbers[at] for at in max(best, key=len, default=[])]


def every(specs: Sequence[SectionSpec]) -> Iterator[SectionSpec]:
    """The specs and all specs below them."""
    for spec in specs:
        yield spec
        yield from every(spec.sections)


def hit(
    type: ReportType,
    spec: SectionSpec,
    span: Span,
    values: Mapping[str, Any] | None = None,
    **more: Any,
) -> Hit:
    """A hit about the section of `spec`. `values` override the default values for the message,
    `more` are fields of the hit."""
    titles = tuple(dict.fromkeys((spec.title, *spec.phrases.any)))[:_MOST_TITLES]
    defaults = {
        "section": spec.title,
        "titles": titles,
        "type": type.name,
        "after": "",
        "demand": "",
    }
    return Hit(span, defaults | dict(values or {}), demand=spec.id, **more)


def short(reading: Reading, type: ReportType) -> Iterator[Hit]:
    """Sections with less text or fewer items than the type demands. Empty sections have a rule of
    their own."""
    if not any(spec.length or spec.list for spec in every(type.sections)):
        return
    for level in levels(reading):
        for spec, section in level.pairs():
            lacking = None if _unfinished(reading, section) else _lacking(reading, spec, section)
            if lacking is not None:
                demand, message = lacking
                values = {"section": section.title, "demand": demand}
                more: dict[str, Any] = {"severity": spec.severity, "message": message}
                yield hit(type, spec, section.heading, values, **more)


def _lacking(
    reading: Reading, spec: SectionSpec, section: Section
) -> tuple[str, Mapping[str, str]] | None:
    """What a section that is not empty has too little of, as “has < wanted” and a message; None if
    it has enough."""
    text = reading.document.text
    titled = section.title in section.heading.cut(text)
    start = section.heading.end if titled else section.span.start
    size = len("".join(text[start : section.span.end].split()))
    if 0 < size < spec.length:
        return f"{size} < {spec.length}", _LENGTH
    if not size or not spec.list:
        return None
    items = _items(reading, section.span)
    return (f"{items} < {spec.list.min}", _ITEMS) if items < spec.list.min else None


def _unfinished(reading: Reading, section: Section) -> bool:
    """Whether a section contains an unfilled blank. The rule `placeholder` reports it, and the
    final content is unknown."""
    text = reading.document.text
    start = text.find("{{", section.span.start, section.span.end)
    if start >= 0 and text.find("}}", start, section.span.end) >= 0:
        return True
    zones = (zone for zone in reading.document.zones if zone.kind == d.ZONE_BLANK)
    return any(section.span.touches(zone.span) for zone in zones)


def _items(reading: Reading, place: Span) -> int:
    """The number of items of the longest list in `place`: ordinal markers of one run, bullets, or
    rows of a table."""
    runs = (
        sum(place.start <= marker.span.start < place.end for marker in run.markers)
        for run in reading.runs
    )
    inside = [
        block for block in reading.document.blocks if place.start <= block.span.start < place.end
    ]
    bullets = sum(block.kind == d.ITEM and block.depth == 1 for block in inside)
    rows = (
        block.content.cut(reading.document.text).count("\n") - 1
        for block in inside
        if block.kind == d.TABLE
    )
    return max([bullets, *runs, *rows], default=0)


def texts(reading: Reading, type: ReportType) -> Iterator[Hit]:
    """Texts that the report or a section must contain and lacks, and texts that it must not
    contain."""
    body = reading.body
    if body:
        paragraphs = [block.span for block in body]
        headings = [section.heading for section in reading.sections]
        for spec, places in (
            (SectionSpec("", "", must=type.must), paragraphs + headings),
            (SectionSpec("", "", must_not=type.must_not), paragraphs),
        ):
            yield from _texts(reading, type, spec, places, body[0].content, (_LACKS, _HAS))
    for spec in every(type.sections):
        section = reading.section_of(spec.id) if spec.must or spec.must_not else None
        if section is None:
            continue
        place = Span(section.heading.end, section.span.end)
        if place.cut(reading.document.text).strip() and not _unfinished(reading, section):
            titled = spec._replace(title=section.title)
            messages = (_SECTION_LACKS, _SECTION_HAS)
            yield from _texts(reading, type, titled, [place], section.heading, messages)


def _texts(
    reading: Reading,
    type: ReportType,
    spec: SectionSpec,
    places: Sequence[Span],
    heading: Span,
    messages: tuple[Mapping[str, str], Mapping[str, str]],
) -> Iterator[Hit]:
    """A hit on `heading` for each text that `places` lack, and a hit on each forbidden text there.
    `messages` are those for the two cases."""
    lacks, has = messages
    faults = [
        (group, lacks, [heading]) for group in spec.must if _stands(reading, group, places) == []
    ]
    faults += [(group, has, _stands(reading, group, places) or []) for group in spec.must_not]
    for group, message, spans in faults:
        values = {"titles": (), "demand": group.name or _phrases(group)}
        more: dict[str, Any] = {"severity": group.severity, "message": message}
        if message is _LACKS:  # not if a section lacks it: the report has that section
            more["lacks"] = FRAME
        yield from (hit(type, spec, span, values, **more) for span in spans)


def _stands(reading: Reading, group: Group, places: Sequence[Span]) -> list[Span] | None:
    """The places of the texts of a group within `places`; None if the group does not apply, since
    it has no texts, or the text that it depends on (`given`) is missing."""
    text = reading.document.text
    given = phrase_pattern(group.given, reading.lexicon)
    pattern = phrase_pattern(group.phrases, reading.lexicon)
    if pattern is None or (given and not any(given.search(text, *place) for place in places)):
        return None
    return [Span(*match.span()) for place in places for match in pattern.finditer(text, *place)]


def _phrases(group: Group) -> tuple[str, ...]:
    """What a message calls a demand without a name."""
    return group.phrases.any[:3] or group.phrases.regex[:1]


def extra(reading: Reading, type: ReportType) -> Iterator[Hit]:
    """Sections beside those of the type, or of the first level if there are none, that match no
    spec, if the type allows no others."""
    if type.extra:
        return
    sections = (reading.section_of(spec.id) for spec in every(type.sections))
    known = {section for section in sections if section is not None}
    parents = {section.parent for section in known} or {-1}
    titles = tuple(spec.title for spec in type.sections)
    blocks = reading.document.blocks
    for section in reading.sections:
        beside = section.parent in parents and blocks[section.block].role == d.BODY
        if beside and section not in known:
            values = {"section": section.title, "titles": titles}
            yield hit(type, SectionSpec("", ""), section.heading, values)
