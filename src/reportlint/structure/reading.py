"""A report as the kinds see it. Each part is computed when it is first needed."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from functools import cached_property
from itertools import chain

from reportlint.core import document as d
from reportlint.core.document import Block, Document
from reportlint.core.lexicon import Lexicon
from reportlint.core.numbering import Run
from reportlint.core.reading import Section
from reportlint.core.report_type import RECOMMENDED, ReportType
from reportlint.core.span import Span
from reportlint.ordinals.matcher import Matcher
from reportlint.structure.header_fields import demanded
from reportlint.structure.language import language_of
from reportlint.structure.promises import with_promised
from reportlint.structure.roles import with_roles
from reportlint.structure.sections import label_spans, lead_sections, lead_spans, sections_of
from reportlint.structure.titles import (
    EXACT,
    PART,
    SEARCH,
    WHOLE,
    Spec,
    Title,
    Titles,
    specs_of,
    title_of,
    undated,
    year_of,
)

# Headings of sections of the type; with this many, a phrase within a paragraph opens no section.
_HEADED = 2


class DocumentReading:
    """Implements `core.reading.Reading`. Immutable; every part is computed once."""

    def __init__(
        self,
        document: Document,
        matcher: Matcher,
        type: ReportType | None = None,
        path: str = "",
    ) -> None:
        """`path` is relative to the configuration; "" for a text that is not a file."""
        self.is_recognised = False
        self._document = document
        self.path = path.replace("\\", "/")
        self._matcher = matcher
        self._type = type
        self._players: dict[str, Section | None] = {}

    def with_type(self, type: ReportType | None, *, is_recognised: bool = False) -> DocumentReading:
        """The reading of the same report with another type, declared or recognised. The headings
        are not parsed again."""
        other = DocumentReading(self.document, self._matcher, type, self.path)
        other.is_recognised = is_recognised
        if "_from_headings" in self.__dict__:
            other.__dict__["_from_headings"] = self._from_headings
        return other

    @cached_property
    def type(self) -> ReportType | None:
        """The report type, without the demands that a field of this report switches off, and with
        those that its title makes."""
        if self._type is None:
            return None
        of = demanded(self._type, self._document)
        return with_promised(of, self.document, self.lexicon)

    @property
    def lexicon(self) -> Lexicon:
        """The language data of the packs."""
        return self._matcher.lexicon

    @cached_property
    def document(self) -> Document:
        """The document with the roles of its blocks. The one without them is let go."""
        self._document = with_roles(self._document, self._matcher)
        return self._document

    @cached_property
    def language(self) -> str:
        """The language of the text: "zh", "en", or "" if it is neither."""
        return language_of(self._document.text)

    @cached_property
    def body(self) -> Sequence[Block]:
        """The paragraphs and items of the body, without lines that are headings."""
        headings = {section.heading for section in self.sections}
        return tuple(
            [
                block
                for block in self.document.blocks
                if block.kind in (d.PARAGRAPH, d.ITEM)
                and block.role == d.BODY
                and block.content not in headings
            ]
        )

    @cached_property
    def runs(self) -> Sequence[Run]:
        """The lists that ordinal markers form."""
        from reportlint.structure.numbering import runs_of

        return runs_of(self.document, self._matcher)

    @property
    def headings(self) -> Sequence[Section]:
        """The sections that headings open, whatever the type."""
        return self._from_headings

    @cached_property
    def _from_headings(self) -> tuple[Section, ...]:
        return sections_of(self.document, self._matcher)

    @cached_property
    def _from_leads(self) -> tuple[tuple[Section, ...], tuple[str, ...]]:
        """The sections that lead phrases of the type open in a text without headings, and the ids
        of their specs."""
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
        """The titles of the sections around `offset`, the outermost first; a section includes its
        end offset.

        Only headings are named: a section that a lead phrase opens has no title that a reader could
        find.
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
        """The section that matches the spec `spec_id` of this report's type; None if there is none.

        Headings come first. If none fits, a lead phrase opens the section: at the start of a
        sentence after the first fitting heading, or anywhere in a text whose headings are not those
        of the type. If other sections have headings, the phrase must begin a paragraph in its place
        among them.
        """
        if spec_id not in self._players:
            spec = self._specs.get(spec_id)
            self._players[spec_id] = (
                (self._by_heading(spec) or self._by_lead(spec)) if spec else None
            )
        return self._players[spec_id]

    @cached_property
    def _specs(self) -> dict[str, Spec]:
        specs = specs_of(self.type.sections, self.lexicon) if self.type else ()
        return {spec.spec.id: spec for spec in specs}

    @cached_property
    def _fits(self) -> dict[str, list[tuple[int, int]]]:
        """For each spec, the fitting sections from headings, as pairs (quality, index), the best
        first.

        A title that is another spec's from end to end fits no regex by a word: 下一步工作 and
        2026年工作思路 are not 工作. Nor does a title at a deeper level than the sections of the
        type: an item that contains a word of a title is not the section.
        """
        titles = Titles(self._titles)
        all_fits = {
            spec_id: titles.that_fit(spec.accepted) for spec_id, spec in self._specs.items()
        }
        fits = list(chain.from_iterable(all_fits.values()))
        claims = [index for quality, index in fits if quality == EXACT]
        single = {index for index, title in self._titles if not title.parts}
        whole = {index for quality, index in fits if quality >= WHOLE} & single
        best = {spec_id: self._best(fits, claims, whole) for spec_id, fits in all_fits.items()}
        tops = {spec_id: fits for spec_id, fits in best.items() if not self._specs[spec_id].parent}
        return best | self._without_too_deep(tops)

    def _without_too_deep(
        self, tops: Mapping[str, list[tuple[int, int]]]
    ) -> dict[str, list[tuple[int, int]]]:
        """The fits of specs of the first level, without deeper items that only contain a word of a
        title."""
        deepest = self._deepest(list(chain.from_iterable(tops.values())))
        return {
            spec_id: [
                (quality, index)
                for quality, index in fits
                if quality >= PART or self._from_headings[index].level <= deepest
            ]
            for spec_id, fits in tops.items()
        }

    @property
    def _titles(self) -> list[tuple[int, Title]]:
        """The titles of the sections of the body, each with the index of its section."""
        blocks = self.document.blocks
        return [
            (index, self._title_of(section))
            for index, section in enumerate(self._from_headings)
            if blocks[section.block].role == d.BODY
        ]

    def _title_of(self, section: Section) -> Title:
        """The title of a section. In a report on 2025, 2025年主要工作 counts as 主要工作 if that is
        exactly a title of the type: the work of that year is no plan, while 2026年主要工作 is
        one."""
        title = title_of(section.title)
        rest = undated(section.title, self._year)
        if not rest:
            return title
        plain = title_of(rest)
        accepted = (spec.accepted.names for spec in self._specs.values())
        return title if all(names.isdisjoint(plain.names) for names in accepted) else plain

    @cached_property
    def _year(self) -> int:
        """The first year in the title of the report, 0 if there is none."""
        text = self.document.text
        blocks = d.before_body(self.document.blocks)
        return year_of(" ".join(b.content.cut(text) for b in blocks if b.role == d.TITLE))

    def _deepest(self, fits: Sequence[tuple[int, int]]) -> int:
        """The level of the type's sections: the highest among those that fit well, otherwise among
        all that fit."""
        levels = [
            [self._from_headings[index].level for quality, index in fits if quality >= least]
            for least in (PART, SEARCH)
        ]
        return min(levels[0] or levels[1], default=0)

    def _best(
        self, fits: Sequence[tuple[int, int]], claims: Sequence[int], whole: Container[int]
    ) -> list[tuple[int, int]]:
        """The fits of one spec, the best first, without those that are exactly another spec's, and
        without those by a word that are another's from end to end.

        `claims` are the sections with the exact title of a spec, once for each spec; a section
        claimed by two specs comes after one that only this spec claims.
        """
        kept = [
            (quality, index)
            for quality, index in fits
            if quality == EXACT
            or (index not in claims and (quality > SEARCH or index not in whole))
        ]
        headings = self._from_headings
        shared = {index for index, count in Counter(claims).items() if count > 1}
        return sorted(kept, key=lambda f: (-f[0], f[1] in shared, headings[f[1]].level, f[1]))

    def _by_heading(self, spec: Spec) -> Section | None:
        """The best fitting section from a heading, within the section of the parent spec; None if
        there is none."""
        around = self._by_heading(self._specs[spec.parent]) if spec.parent else None
        for _, index in self._fits[spec.spec.id]:
            section = self._from_headings[index]
            if around is None or (
                around.span.start < section.span.start and section.span.end <= around.span.end
            ):
                return section
        return None

    def _next_heading(self, spec: Spec, starts: Mapping[str, int], first: int) -> int:
        """The offset, after the heading at `first`, of the first heading of a section that the type
        has after `spec`; the end of the text if there is none. Later text cannot belong to
        `spec`."""
        ids = [other.spec.id for other in self._specs.values() if other.parent == spec.parent]
        later = (starts.get(id, 0) for id in ids[ids.index(spec.spec.id) + 1 :])
        return min((start for start in later if start > first), default=len(self.document.text))

    def _sections_behind(self, spec: Spec) -> list[Span]:
        """The places of the sections from headings that the type has after `spec`: what is said in
        the plans for next year is no review of this one."""
        ids = [other.spec.id for other in self._specs.values() if other.parent == spec.parent]
        later = (self._by_heading(self._specs[id]) for id in ids[ids.index(spec.spec.id) + 1 :])
        return [section.span for section in later if section is not None]

    def _by_lead(self, spec: Spec) -> Section | None:
        """The section that a lead phrase opens, None if there is none."""
        sections, ids = self._from_leads
        if spec.spec.id in ids:
            return sections[ids.index(spec.spec.id)]
        start, before, headed, behind = self._place_of_lead(spec)
        leads = lead_spans(self.document, self.lexicon, spec.spec, start, only_first=headed)
        if spec.spec.id == next(iter(self._specs)):
            # Present: Ana, Ben; the first section may be a line above all headings
            leads = chain(label_spans(self.document, self.lexicon, spec.spec, start), leads)
            if self._may_be_told_above(spec):
                above = lead_spans(self.document, self.lexicon, spec.spec, only_first=True)
                leads = chain(leads, (lead for lead in above if lead[0].start < start))
        for span, block in leads:
            if span.start < before and not any(p.start <= span.start < p.end for p in behind):
                end = self.document.blocks[block].content.end
                return Section(spec.spec.title, 1, span, Span(span.start, end), -1, block)
        return None

    def _may_be_told_above(self, spec: Spec) -> bool:
        """Whether a paragraph above all headings may be the first section: On 3 March we went to …

        Only a section that the type recommends, since such words are weak; and not where the type
        has an opening, which begins in the same way.
        """
        return spec.spec.demand == RECOMMENDED and bool(self.type and not self.type.opening)

    def _place_of_lead(self, spec: Spec) -> tuple[int, int, bool, list[Span]]:
        """Where a lead phrase may open a section: from where, up to where, whether only at the
        start of a paragraph, and the sections in which it may not stand."""
        starts = {
            id: self._from_headings[fits[0][1]].span.start
            for id, fits in self._fits.items()
            if fits
        }
        first, end = min(starts.values(), default=0), len(self.document.text)
        headed = len(set(starts.values())) >= _HEADED
        ordered = self.type is not None and self.type.ordered
        before = self._next_heading(spec, starts, first) if headed else end
        behind = self._sections_behind(spec) if headed or ordered else []
        return 0 if ordered else first, before, headed, behind
