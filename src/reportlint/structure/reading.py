"""A report as the kinds see it: each part made when it is first asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core import document as d
from reportlint.core.document import Block, Document
from reportlint.core.lexicon import Lexicon
from reportlint.core.numbering import Run
from reportlint.core.reading import Section
from reportlint.core.report_type import Phrases, ReportType, SectionSpec
from reportlint.core.span import Span
from reportlint.patterns.phrases import compiled
from reportlint.structure.roles import with_roles
from reportlint.structure.sections import lead_sections, lead_spans, sections_of
from reportlint.structure.titles import EXACT, fit, normal, title_of
from reportlint.text.language import language_of


class _Spec(NamedTuple):
    spec: SectionSpec
    parent: str  # id of the spec around it, "" at the top
    accepted: frozenset[str]  # titles, made normal
    pattern: Any


class DocumentReading:
    """Fulfils `core.reading.Reading`. Immutable; every part is made once."""

    def __init__(
        self,
        document: Document,
        lexicon: Lexicon,
        type: ReportType | None = None,
        language: str | None = None,
    ) -> None:
        self._raw = document
        self.lexicon = lexicon
        self.type = type
        self._language = language
        self._played: dict[str, Section | None] = {}

    @cached_property
    def document(self) -> Document:
        """The document with the roles of its blocks."""
        return with_roles(self._raw)

    @cached_property
    def language(self) -> str:
        """ "zh", "en", or "" where neither can be told."""
        return self._language if self._language is not None else language_of(self._raw.text)

    @cached_property
    def body(self) -> Sequence[Block]:
        """The paragraphs and items of the body; lines that stand as headings are not among them."""
        headings = {section.heading for section in self.sections}
        blocks = self.document.blocks
        places = (
            at
            for at, block in enumerate(blocks)
            if block.kind in d.PROSE
            and block.kind != d.HEADING
            and block.role == d.BODY
            and block.content not in headings
        )
        if isinstance(blocks, tuple):
            return tuple([blocks[at] for at in places])
        from reportlint.text.packed import Made

        return Made(blocks.__getitem__, places)

    @cached_property
    def runs(self) -> Sequence[Run]:
        """The lists that ordinal markers form."""
        from reportlint.structure.numbering import runs_of

        return runs_of(self.document, self.lexicon)

    @cached_property
    def _from_headings(self) -> tuple[Section, ...]:
        return sections_of(self.document, self.lexicon)

    @cached_property
    def _from_leads(self) -> tuple[tuple[Section, ...], tuple[str, ...]]:
        if self.type is None or self._from_headings:
            return (), ()
        return lead_sections(self.document, self.lexicon, self.type.sections)

    @cached_property
    def sections(self) -> Sequence[Section]:
        """All sections in the order of the text, a parent before its children."""
        return self._from_headings or self._from_leads[0]

    @cached_property
    def _starts(self) -> list[int]:
        return [section.span.start for section in self._from_headings]

    def section_path(self, offset: int) -> tuple[str, ...]:
        """The titles of the sections around `offset`, the outermost first; the end of a section belongs to it.

        Only headings are named: a section that a lead phrase opens has no title that the reader could look for.
        """
        at = bisect_right(self._starts, offset) - 1
        path: list[str] = []
        while at >= 0:
            section = self._from_headings[at]
            if offset <= section.span.end:
                path.append(section.title)
            at = section.parent
        return tuple(reversed(path))

    def section_of(self, spec_id: str) -> Section | None:
        """The section that plays the part `spec_id` in this report's type.

        A heading is looked for first; where none fits, a lead phrase at the start of a sentence below the first fitting heading,
        or anywhere in a text whose headings are not those of the type.
        """
        if spec_id not in self._played:
            self._played[spec_id] = self._by_heading(spec_id) or self._by_lead(spec_id)
        return self._played[spec_id]

    @cached_property
    def _specs(self) -> dict[str, _Spec]:
        return _specs_of(self.type, self.lexicon) if self.type else {}

    @cached_property
    def _fits(self) -> dict[str, list[tuple[int, int]]]:
        """For each spec, the sections from headings that fit it, as (goodness, index), the best first.

        A title that is exactly another spec's is no find of a regex: 下一步工作 is not 工作.
        """
        blocks = self.document.blocks
        body = [
            (i, title_of(one.title))
            for i, one in enumerate(self._from_headings)
            if blocks[one.block].role == d.BODY
        ]
        table = {}
        for spec_id, one in self._specs.items():
            all_fits = ((fit(title, one.accepted, one.pattern), i) for i, title in body)
            table[spec_id] = [(good, i) for good, i in all_fits if good]
        taken = {i for fits in table.values() for good, i in fits if good == EXACT}
        found = {}
        for spec_id, fits in table.items():
            kept = [(good, i) for good, i in fits if good == EXACT or i not in taken]
            found[spec_id] = sorted(
                kept, key=lambda one: (-one[0], self._from_headings[one[1]].level, one[1])
            )
        return found

    def _by_heading(self, spec_id: str) -> Section | None:
        one = self._specs.get(spec_id)
        if one is None:
            return None
        around = self._by_heading(one.parent) if one.parent else None
        for _, index in self._fits[spec_id]:
            section = self._from_headings[index]
            if (
                around is None
                or around.span.start < section.span.start
                and section.span.end <= around.span.end
            ):
                return section
        return None

    def _by_lead(self, spec_id: str) -> Section | None:
        one = self._specs.get(spec_id)
        if one is None:
            return None
        sections, ids = self._from_leads
        if spec_id in ids:
            return sections[ids.index(spec_id)]
        fitting = [
            self._from_headings[fits[0][1]].span.start for fits in self._fits.values() if fits
        ]
        found = next(
            lead_spans(self.document, self.lexicon, one.spec, min(fitting, default=0)), None
        )
        if found is None:
            return None
        span, block = found
        return Section(
            one.spec.title,
            1,
            span,
            Span(span.start, self.document.blocks[block].content.end),
            -1,
            block,
        )


_ready: list[tuple[ReportType, Lexicon, dict[str, _Spec]]] = []  # of the last few types


def _specs_of(type_: ReportType, lexicon: Lexicon) -> dict[str, _Spec]:
    """The sections that a type speaks of, by id, made ready once for all reports of it."""
    for known, words, specs in _ready:
        if known is type_ and words is lexicon:
            return specs

    def walk(specs: Sequence[SectionSpec], parent: str) -> Iterator[_Spec]:
        for spec in specs:
            accepted = frozenset(normal(title) for title in (spec.title, *spec.phrases.any))
            yield _Spec(
                spec, parent, accepted, compiled(Phrases(regex=spec.phrases.regex), lexicon)
            )
            yield from walk(spec.sections, spec.id)

    made = {one.spec.id: one for one in walk(type_.sections, "")}
    _ready[16:] = []
    _ready.insert(0, (type_, lexicon, made))
    return made
