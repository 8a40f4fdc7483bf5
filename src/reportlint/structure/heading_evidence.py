"""The evidence of a report's headings for its type, where nothing else tells it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from functools import cached_property

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.reading import Section
from reportlint.core.report_type import TypeHead
from reportlint.structure.evidence import BY_HEADINGS, HEADINGS, Candidate
from reportlint.structure.titles import names_of, normal

_PROGRAM = frozenset(
    (
        *"install installation installing quickstart usage license licence contributing".split(),
        *"build building requirements features commands configuration development".split(),
        *"安装 快速开始 快速上手 使用方法 使用 许可证 贡献 功能特性".split(),
        *("quick start", "getting started", "key commands"),
    )
)
_FEW = 3  # headings of one type's sections that tell it
_TELLING = 2  # of these, that are hardly any other type's
_RARE = 2  # types that have such a section


class Demand(NamedTuple):
    """The sections that a type demands, as titles are compared."""

    id: str
    specs: tuple[frozenset[str], ...]  # the accepted titles of each
    firsts: tuple[str, ...]  # the first of these, in the singular


class HeadingEvidence:
    """What the headings of reports tell of their types; made ready once for any number of
    reports."""

    def __init__(self, heads: Sequence[TypeHead]) -> None:
        self._heads = heads

    def candidates(self, sections: Sequence[Section], top: Sequence[Section]) -> list[Candidate]:
        """The types that the headings alone are evidence for; `top` are the sections of the highest
        level.

        That is a type with two of its telling headings at any level, or with one of them and all
        its demanded sections at the top. If there is no such type, it is one of which at most one
        demanded section is not at the top, and at least three are; two of these must be rare:
        everything has 存在的问题. A section is rare by the first of its titles, or, if there are
        four or more and none is missing, by any of them.
        """
        names, titles = _names(sections), _names(top)
        telling = self._by_telling(names, titles)
        if telling or len(titles) < _FEW:
            return telling
        sharers = {title: self._sharers.get(title, ()) for title in titles}
        asking = sorted({number for numbers in sharers.values() for number in numbers})
        rare = {_singular(title) for title, numbers in sharers.items() if len(numbers) <= _RARE}
        candidates = []
        for demand in (self._demands[number] for number in asking):
            specs = _specs_among(demand, titles)
            if (
                len(specs) >= max(_FEW, len(demand.firsts) - 1)
                and _rare_among(demand, specs, rare) >= _TELLING
            ):
                candidates.append(_candidate(demand.id, len(specs)))
        return candidates

    @cached_property
    def _demands(self) -> list[Demand]:
        """What each type demands: a hundred types are asked of every report that nothing else
        tells."""
        return [
            Demand(
                head.id,
                tuple(frozenset(map(str.casefold, spec)) for spec in head.headings),
                tuple(_singular(spec[0].casefold()) for spec in head.headings),
            )
            for head in self._heads
        ]

    @cached_property
    def _sharers(self) -> dict[str, list[int]]:
        """For each title, the demands that accept it, by number."""
        sharers: dict[str, list[int]] = {}
        for number, demand in enumerate(self._demands):
            for title in frozenset().union(*demand.specs):
                sharers.setdefault(title, []).append(number)
        return sharers

    @cached_property
    def _telling(self) -> list[tuple[Demand, frozenset[str]]]:
        """The telling headings of the types that have any."""
        return [
            (demand, frozenset(normal(name).rstrip("?") for name in head.recognise.headings))
            for head, demand in zip(self._heads, self._demands, strict=True)
            if head.recognise.headings
        ]

    def _by_telling(self, names: Set[str], top: Set[str]) -> list[Candidate]:
        """The types with at least two of their telling headings (recognise.headings) anywhere in a
        report, or with one of them where all their demanded sections are at the `top`."""
        present = {name.rstrip("?") for name in names}
        candidates = []
        for demand, telling in self._telling:
            told = telling & present
            if len(told) >= _TELLING or (told and _is_whole(demand, top)):
                candidates.append(_candidate(demand.id, len(told - self._demanded_beside(demand))))
        return candidates

    def _demanded_beside(self, demand: Demand) -> Set[str]:
        """The titles that types other than that of `demand` ask for too: they tell that a report is
        one of these types, but not which."""
        others = (other for other in self._demands if other.id != demand.id)
        return set().union(*(spec for other in others for spec in other.specs))


def is_of_program(sections: Sequence[Section]) -> bool:
    """Whether the headings are those of a page about a program: `minutes` with Install and Usage is
    the name of one."""
    return len(_PROGRAM & _names(sections)) >= _TELLING


def _candidate(type_id: str, count: int) -> Candidate:
    return Candidate(type_id, BY_HEADINGS, count, (HEADINGS,))


def _names(sections: Iterable[Section]) -> set[str]:
    """The titles of sections, normalised for comparison."""
    return {name for section in sections for name in names_of(section.title)}


def _singular(title: str) -> str:
    """A title that differs from the same in the plural by no s."""
    return title.removesuffix("s")


def _is_whole(demand: Demand, titles: Set[str]) -> bool:
    """Whether all demanded sections of a type, at least three, are among `titles`."""
    return len(demand.specs) >= _FEW and len(_specs_among(demand, titles)) == len(demand.specs)


def _specs_among(demand: Demand, titles: Set[str]) -> list[frozenset[str]]:
    """For each demanded section of a type that is among `titles`, those that are it."""
    return [spec & titles for spec in demand.specs if not spec.isdisjoint(titles)]


def _rare_among(demand: Demand, specs: Sequence[frozenset[str]], rare: Set[str]) -> int:
    """How many of the demanded sections stand under a rare title: the first of each, or any of them
    where a report has all of at least four."""
    if len(specs) == len(demand.firsts) > _FEW:
        return sum(any(_singular(title) in rare for title in titles) for titles in specs)
    return sum(first in rare for first in demand.firsts)
