"""Recognises the type of a report by its front matter, path, title, opening and headings. In doubt,
none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint.core import document as d
from reportlint.core.document import Document
from reportlint.core.glob import matches
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Section
from reportlint.core.report_type import (
    OPTIONAL,
    ReportType,
    ReportTypes,
)
from reportlint.patterns.literal_index import PhraseIndex
from reportlint.patterns.phrases import phrase_pattern
from reportlint.structure.evidence import (
    BY_FILE_NAME,
    BY_FRONT_MATTER,
    BY_SUBTITLE,
    FILE_NAME,
    FRONT_MATTER,
    PATH,
    SUBTITLE,
    TITLE,
    Candidate,
    Evidence,
    Signs,
    TitleEvidence,
    opening_texts,
    texts_of_role,
    title_of_report,
)
from reportlint.structure.heading_evidence import HeadingEvidence, is_of_program
from reportlint.structure.language import has_han, is_other_language
from reportlint.structure.slides import is_of_slides
from reportlint.structure.title_forms import forms_of
from reportlint.structure.title_signs import (
    is_about,
    is_chapter,
    is_dated,
    is_index,
    is_series,
    names_of_file,
)
from reportlint.structure.titles import Titles, normal, specs_of, title_of

ENOUGH = 0.5

_TYPE_KEYS = frozenset({"type", "文种", "report-type", "report_type", "类型"})
_PREAMBLE = 400  # code points at the start that may contain the number of a proposal
_NUMBERED = lazy(r"([A-Z]{1,4}P)(?:[- ]?#?\d| ?#)")  # BIP-0501, OSEP #7, OSEP #: [title]
_NUMBER_LINE = lazy(r"(?m)^\s*([A-Z]{1,4}P|[a-z]{1,4}p): *\d+\s*$")

Sections = Callable[[], Sequence[Section]]


class Guess(NamedTuple):
    """The probable type of a report. `confidence` ranges from 0.5 (hardly sure) to 1 (the report
    names its type).

    If no heading is that of the type, `type` is the type without its demand for sections.
    """

    type: ReportType
    confidence: float
    signs: tuple[str, ...] = ()
    other_headings: bool = False

    @property
    def is_told(self) -> bool:
        """Whether the report itself names its type."""
        return self.signs[:1] == (FRONT_MATTER,)

    @property
    def is_named_only(self) -> bool:
        """Whether nothing but the name of the file speaks for the type."""
        return self.other_headings and self.signs == (FILE_NAME,)


def _no_sections() -> Sequence[Section]:
    return ()


class Recogniser:
    """Recognises the types of reports; created once for any number of reports."""

    def __init__(self, types: ReportTypes, lexicon: Lexicon) -> None:
        self.types = types
        self._lexicon = lexicon
        self._surnames = frozenset(lexicon.words.get("surnames", ()))

    def recognise(
        self, document: Document, path: str = "", sections: Sections = _no_sections
    ) -> Guess | None:
        """The type of a report; None if none is likely, or two are equally likely.

        The roles of `document` must be filled in. `path` is relative to the folder of the
        configuration. `sections` returns the sections of the headings; without it headings are
        ignored. A type that extends another without its own rules of recognition is preferred to
        that one. Raises regex.error for a bad regex in a type.
        """
        if not self.types:
            return None
        stated = self._stated(document)
        if stated is not None:
            return Guess(stated, BY_FRONT_MATTER, (FRONT_MATTER,))
        if is_of_slides(document):
            return None
        likely = [
            candidate
            for candidate in self.candidates(document, path, sections)
            if self._is_likely(candidate, document, sections)
        ]
        best = [candidate for candidate in likely if candidate.rank == likely[0].rank]
        types = [self.types[candidate.id] for candidate in best]
        chosen = self._one_of(types, document, sections)
        if chosen is None:
            return None
        candidate = next(candidate for candidate in best if candidate.id == chosen.id)
        return self._guess(chosen, candidate, document, sections)

    def _is_likely(self, candidate: Candidate, document: Document, sections: Sections) -> bool:
        """Whether there is enough evidence for a type, and either the language of the report fits
        it, or the evidence holds in any language."""
        if candidate.confidence < ENOUGH:
            return False
        if _holds_in_any_language(candidate, document):
            return True
        of = self.types[candidate.id]
        if is_of_program(sections()) and not self._fitting(of, document, sections):
            return False
        return not self.is_foreign(of, document, sections)

    def candidates(
        self, document: Document, path: str = "", sections: Sections = _no_sections
    ) -> list[Candidate]:
        """The types with evidence other than the front matter, the likeliest first. Headings are
        used only if nothing else is sufficient."""
        candidates = self._spoken_for(document, path)
        if not candidates or candidates[0].confidence < ENOUGH:
            line = _NUMBER_LINE.search(document.text, 0, _PREAMBLE)
            series = line[1].lower() if line else ""
            if series in self.types:
                return [Candidate(series, BY_SUBTITLE, 0, (SUBTITLE,)), *candidates]
            titles = (title_of_report(document), *(top.title for top in sections()[:1]))
            if series or any(map(_NUMBERED.match, titles)):
                return candidates  # other series have the headings of a PEP too
            candidates += self._headings.candidates(sections(), _top(document, sections()))
            candidates = candidates or self._by_file_name(document, path, sections)
            candidates.sort(key=lambda candidate: candidate.rank, reverse=True)
        return candidates

    def _by_file_name(self, document: Document, path: str, sections: Sections) -> list[Candidate]:
        """The types that the name of a file speaks for, if its title is none or only a date; with
        another title, those that have a section of the report."""
        title, names = title_of_report(document), names_of_file(path)
        if not title and (document.entries or texts_of_role(document, d.MASTHEAD)):
            return []  # a page or a prompt of a program, and lines that tell nothing
        forms = [form for name in names for form in self._forms(name)]
        named = [
            candidate._replace(confidence=BY_FILE_NAME, signs=(FILE_NAME,))
            for candidate in self._judged(self._titles.of(forms))
            if candidate.confidence >= ENOUGH
        ]
        if is_dated(title):
            return named
        return [c for c in named if self._fitting(self.types[c.id], document, sections)]

    @cached_property
    def _headings(self) -> HeadingEvidence:
        return HeadingEvidence(self.types.heads)

    def is_foreign(self, of: ReportType, document: Document, sections: Sections) -> bool:
        """Whether a report is in another language than the type, and has less than half of the
        sections that the type demands."""
        titles = [spec.title for spec in of.sections if spec.demand != OPTIONAL]
        accepted = [title for spec in of.sections for title in (spec.title, *spec.phrases.any)]
        if not titles or not is_other_language("".join(accepted), document.text):
            return False
        return self._fitting(of, document, sections) * 2 < len(titles)

    def _guess(
        self, of: ReportType, sign: Candidate, document: Document, sections: Sections
    ) -> Guess:
        """The guess; with the type's demand for sections removed if no heading is that of the type,
        and without any demand if the report is in another language, or if only its file is named
        after the type and it has less than half of the sections."""
        is_certain = all(spec.demand == OPTIONAL for spec in of.sections)
        # a folder or a number says nothing about a file of another language
        is_foreign = (
            not is_certain
            and _holds_in_any_language(sign, document)
            and self.is_foreign(of, document, sections)
        )
        if PATH in sign.signs:
            is_certain = not is_foreign
        elif not is_certain:
            is_certain = bool(self._fitting(of, document, sections))
        if is_foreign or (
            sign.signs == (FILE_NAME,) and not self._is_halfway(of, document, sections)
        ):
            nothing = of._replace(
                sections=(), opening=None, closing=None, must=(), must_not=(), parts={}
            )
            return Guess(nothing, sign.confidence, sign.signs, True)
        if is_certain or not _top(document, sections()):
            return Guess(of, sign.confidence, sign.signs)
        loose = tuple(spec._replace(demand=OPTIONAL) for spec in of.sections)
        return Guess(of._replace(sections=loose), sign.confidence, sign.signs, True)

    def _is_halfway(self, of: ReportType, document: Document, sections: Sections) -> bool:
        """Whether a report has at least half of the demanded sections of a type, and any."""
        demanded = sum(spec.demand != OPTIONAL for spec in of.sections)
        return self._fitting(of, document, sections) * 2 >= max(demanded, 1)

    def _one_of(
        self, equal: Sequence[ReportType], document: Document, sections: Sections
    ) -> ReportType | None:
        """The type to take if several are equally likely: the one that extends the others, else the
        one with most of its sections among the headings; None if two of them have equally many."""
        extended = {type.extends for type in equal if type.extends != type.id}
        chosen = [type for type in equal if type.id not in extended]
        if len(chosen) < 2:
            return chosen[0] if chosen else None
        counts = [self._fitting(type, document, sections) for type in chosen]
        most = max(counts)
        return chosen[counts.index(most)] if most and counts.count(most) == 1 else None

    def _fitting(self, of: ReportType, document: Document, sections: Sections) -> int:
        """The number of demanded sections of a type that are among the topmost headings of a
        report; all its sections are counted if it demands at most one."""
        titles = Titles(enumerate(title_of(top.title) for top in _top(document, sections())))
        demanded = [spec for spec in of.sections if spec.demand != OPTIONAL]
        asked = demanded if len(demanded) > 1 else of.sections
        specs = [spec for spec in specs_of(asked, self._lexicon) if not spec.parent]
        return sum(titles.any_fits(spec.accepted) for spec in specs)

    @cached_property
    def _signs(self) -> list[Signs]:
        return [
            Signs(
                type.id,
                type.recognise.path,
                phrase_pattern(type.recognise.title._replace(any=()), self._lexicon),
                phrase_pattern(type.recognise.opening, self._lexicon),
            )
            for type in self.types.heads
        ]

    @cached_property
    def _titles(self) -> TitleEvidence:
        return TitleEvidence(self.types.heads, self._signs, self._surnames)

    @cached_property
    def _openings(self) -> PhraseIndex:
        """The patterns of openings, each with the id of its type."""
        return PhraseIndex((signs.id, signs.opening) for signs in self._signs if signs.opening)

    @cached_property
    def _ids(self) -> dict[str, str]:
        """The ids of the types, by their normalised names in any language."""
        return {
            normal(name): type.id
            for type in self.types.heads
            for name in (type.id, *type.name.values())
        }

    def _stated(self, document: Document) -> ReportType | None:
        """The type that the front matter names, by id or by its name in any language; None if there
        is none."""
        values = [
            entry.value for entry in document.entries if entry.key.strip().lower() in _TYPE_KEYS
        ]
        if not values:
            return None
        ids = self._ids
        named_ids = (ids[normal(value)] for value in values if normal(value) in ids)
        named = next((self.types[id] for id in named_ids), None)
        # `type: contract` of a page in English is a word of its author's, not the type of that id
        return None if named is None or _lacks_script(named, document.text) else named

    def _spoken_for(self, document: Document, path: str) -> list[Candidate]:
        """The types that path, title or opening support, the likeliest first."""
        title, opening = title_of_report(document), list(opening_texts(document))
        forms = () if is_chapter(title) else self._forms(title)
        evidence = self._titles.of(forms, texts_of_role(document, d.MASTHEAD))._replace(
            opening=opening,
            opened=self._openings.that_may_match("\n".join(opening)),
            with_path=self._with_path(path),
        )
        return self._judged(evidence)

    def _with_path(self, path: str) -> set[str]:
        """The types one of whose path patterns matches."""
        with_paths = [signs for signs in self._signs if signs.paths] if path else []
        is_of_folder = is_index(path)
        return {signs.id for signs in with_paths if _is_at(signs.paths, path, is_of_folder)}

    def _forms(self, title: str) -> tuple[str, ...]:
        """The forms of a title in which a type may be found; () for the title of a text about
        reports."""
        return () if is_about(title) else forms_of(title, self._surnames)

    def _judged(self, evidence: Evidence) -> list[Candidate]:
        """The types that have any evidence, the likeliest first."""
        named = {*evidence.by_title, *evidence.titled, *evidence.opened, *evidence.with_path}
        if not named:
            return []
        judged = [evidence.judge(signs) for signs in self._signs if signs.id in named]
        candidates = [candidate for candidate in judged if candidate.signs]
        return sorted(candidates, key=lambda candidate: candidate.rank, reverse=True)


def _holds_in_any_language(candidate: Candidate, document: Document) -> bool:
    """Whether the path of a report, or its number in a series, names its type."""
    signs = candidate.signs
    return PATH in signs or (TITLE in signs and is_series(title_of_report(document)))


def _is_at(patterns: Sequence[str], path: str, is_of_folder: bool) -> bool:
    """Whether a path matches; the README of a folder is only what a pattern names."""
    if is_of_folder:
        patterns = [pattern for pattern in patterns if not pattern.endswith("*")]
    return matches(patterns, path)


def _lacks_script(of: ReportType, text: str) -> bool:
    """Whether a type is recognised by Chinese words only, and a text has no Chinese."""
    title = of.recognise.title
    return has_han("".join((*title.any, *title.regex))) and not has_han(text)


def _top(document: Document, sections: Sequence[Section]) -> list[Section]:
    """The sections of the body at the highest level that has more than one heading."""
    body = [section for section in sections if document.blocks[section.block].role == d.BODY]
    levels = [section.level for section in body]
    several = [level for level in set(levels) if levels.count(level) > 1]  # there are few levels
    top = min(several or levels, default=0)
    return [section for section in body if section.level == top]
