"""A report and its type → the required sections that the report lacks, inserted at their places.

No text of the report is lost: lines are inserted, and the numbers of later headings are increased.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core import document as d
from reportlint.core.characters import LINE_MARKS
from reportlint.core.diagnostic import Edit
from reportlint.core.lexicon import Style
from reportlint.core.numbering import Marker
from reportlint.core.reading import Section
from reportlint.core.report_type import OPTIONAL, RECOMMENDED, SectionSpec
from reportlint.core.span import Span, line_start
from reportlint.kinds.section_demands import Level, levels
from reportlint.ordinals.style import marker_like
from reportlint.scaffold.new import HEADING, MARKDOWN, PLAIN, Paragraph, line_of, under, written_in
from reportlint.structure.reading import DocumentReading
from reportlint.text.lines import width

_UNDERLINES = "=-~^\"'*+#`:._"


class Addition(NamedTuple):
    """Sections inserted at one place."""

    edits: tuple[Edit, ...]  # in the order of the text
    titles: tuple[str, ...]


def next_addition(reading: DocumentReading, done: Collection[str]) -> Addition | None:
    """The first required sections that the report lacks, with the edits that insert them. None if
    nothing is missing except the titles in `done`, if the type is unknown, or if the sections have
    no headings."""
    if reading.type is None or not reading.headings:
        return None
    language = written_in(reading.type)
    for level in levels(reading):
        for specs in _gaps(level):
            if any(spec.title not in done for spec in specs):
                return _Place(reading, level, specs, language).addition()
    return None


def _gaps(level: Level) -> Iterator[list[SectionSpec]]:
    """The missing specs of a level; those between the same two sections together."""
    gap: list[SectionSpec] = []
    for at, spec in enumerate(level.specs):
        if at in level.standing and gap:
            yield gap
            gap = []
        if level.sections[at] is None and spec.demand not in (OPTIONAL, RECOMMENDED):
            gap.append(spec)
    if gap:
        yield gap


class _Place:
    """The place of one gap in a level, and the style of the headings around it."""

    def __init__(
        self, reading: DocumentReading, level: Level, specs: Sequence[SectionSpec], language: str
    ) -> None:
        self.reading = reading
        self.language = language  # of the type
        self.text = reading.document.text
        self.level = level
        self.specs = specs
        first = level.specs.index(specs[0])
        self.before, self.behind = level.before(first), level.behind(first)
        self.model = self.before or self.behind
        self.end = "\r\n" if "\r\n" in self.text else "\n"
        is_open = self.end * 2 in self.text or reading.document.format != "text"
        self.gap = self.end * 2 if is_open else self.end

    def addition(self) -> Addition:
        """The edits that insert the new sections and increase the numbers of later headings."""
        parts = [
            part for number, spec in enumerate(self.specs) for part in self._lines(spec, number)
        ]
        at, text = self._offset(), self.gap.join(parts)
        if self.before is None and self.behind is not None:
            text += self.gap
        else:
            text = self.gap + text
        edits = (Edit(Span(at, at), text), *self._renumbered())
        return Addition(edits, tuple(spec.title for spec in self.specs))

    def _offset(self) -> int:
        """The offset of the new sections: after the section before them, else before the section
        after them, else at the end of the body."""
        if self.before is None and self.behind is not None:
            return self._line_start(self.behind.heading.start)
        around = self.before or self.level.parent
        blocks = [
            block
            for block in self.reading.document.blocks
            if block.role == d.BODY
            and (around is None or around.span.start <= block.span.start < around.span.end)
        ]
        last = blocks[-1].span.end if blocks else len(self.text.rstrip())
        return len(self.text[:last].rstrip())

    def _lines(self, spec: SectionSpec, number: int) -> Iterator[str]:
        """The paragraphs of a new section; `number` is its index in the gap, from 0."""
        language = self.language
        form = MARKDOWN if self.reading.document.format == "markdown" else PLAIN
        level = self._level() - (form == MARKDOWN)  # a single # is for the title
        yield self._heading(spec.title, number) or line_of(
            Paragraph(spec.title, HEADING, max(level, 1), number + 1), form, language
        )
        for paragraph in under(spec, language, level):
            yield line_of(paragraph, form, language).replace("\n", self.end)

    def _level(self) -> int:
        """The level of the new headings, from 1."""
        if self.model is not None:
            return self.model.level
        return self.level.parent.level + 1 if self.level.parent else 1

    def _heading(self, title: str, number: int) -> str:
        """A heading in the style of those around it; "" if there are none."""
        model = self.model
        if model is None:
            return ""
        start, heading = self._line_start(model.heading.start), model.heading
        at = heading.start + max(heading.cut(self.text).find(model.title), 0)
        end = at + len(model.title)
        line, *rest = self.text[at:].split("\n", 2)
        marker = self._marker(model)
        before = self.text[start:at]
        if marker is None and before.strip(LINE_MARKS):
            return ""  # its number belongs to no list: the new heading starts one
        if marker is not None:
            due = self._value(marker, number)
            style = self._style(marker)
            written = marker_like(style, due, marker, self.text)
            before = (
                self.text[start : marker.span.start] + written + self.text[marker.span.end : at]
            )
        text = before + title + line.rstrip("\r")[end - at :]
        under_it = rest[0].rstrip("\r") if rest else ""
        is_underline = (
            len(under_it) > 1 and under_it[0] in _UNDERLINES and not under_it.strip(under_it[0])
        )
        return text + (self.end + under_it[0] * max(width(text), 3) if is_underline else "")

    def _renumbered(self) -> Iterator[Edit]:
        """The edits that increase the numbers of later headings, if the new numbers collide with
        them."""
        marker = self._marker(self.model) if self.model else None
        if marker is None:
            return
        run = next(run for run in self.reading.runs if marker in run.markers)
        at, last = self._offset(), self._value(marker, len(self.specs) - 1)
        behind = [other for other in run.markers if other.span.start >= at]
        by = last + 1 - behind[0].value if behind else 0
        for other in behind if by > 0 else ():
            written = marker_like(self._style(other), other.value + by, other, self.text)
            if written:
                yield Edit(other.span, written)

    def _value(self, marker: Marker, number: int) -> int:
        """The number of the new heading with index `number`; `marker` is that of the model
        heading."""
        if self.before is not None:
            return marker.value + number + 1
        is_first = any(run.markers[0] == marker for run in self.reading.runs)
        return number + (max(marker.value - len(self.specs), 1) if is_first else marker.value)

    def _marker(self, section: Section) -> Marker | None:
        """The ordinal of a section's heading; None if it has none."""
        return next(
            (
                marker
                for run in self.reading.runs
                for marker in run.markers
                if marker.block == section.block and marker.place != "inline"
            ),
            None,
        )

    def _style(self, marker: Marker) -> Style:
        return next(style for style in self.reading.lexicon.styles if style.id == marker.style)

    def _line_start(self, offset: int) -> int:
        return line_start(self.text, offset)
