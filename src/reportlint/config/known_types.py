"""The report types that a file may name, by id or by what people call them, and the sections that they have."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from reportlint.core.report_type import ReportType, SectionSpec


class KnownTypes:
    """What a rule or a configuration may name of the types of its packs."""

    def __init__(self, types: Iterable[ReportType], failed: Collection[str] = ()) -> None:
        """`failed` are the ids of types that are there and could not be read."""
        self._types = {report_type.id: report_type for report_type in types}
        self._failed = frozenset(failed)
        self._by_name: dict[str, str] = {}
        for report_type in self._types.values():
            for name in report_type.name.values():
                self._by_name.setdefault(name, report_type.id)

    @property
    def ids(self) -> tuple[str, ...]:
        """All ids, for the list of what would be valid."""
        return tuple(self._types)

    def id_of(self, name: str) -> str:
        """The id of the type with this id or name, as 述职报告; "" where nobody has it."""
        if name in self._types or name in self._failed:
            return name
        return self._by_name.get(name, "")

    def sections(self, types: Collection[str]) -> tuple[str, ...] | None:
        """The ids of all sections of `types`, of all that are known where that is empty; None where one could not be read."""
        if self._failed:
            return None
        chosen = [self._types[id] for id in types if id in self._types] or self._types.values()
        return tuple(dict.fromkeys(id for one in chosen for id in _ids(one.sections)))


def _ids(sections: Iterable[SectionSpec]) -> Iterator[str]:
    for section in sections:
        yield section.id
        yield from _ids(section.sections)
