"""The report types and sections that a file may name, and the messages for unknown types and
rules."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from reportlint.config import rule_names
from reportlint.config.problems import meant, shorten, unknown
from reportlint.core.report_type import ReportType, SectionSpec
from reportlint.core.rule import Rule
from reportlint.core.text import Text

_MOST = 8  # maximum names in a message


class KnownTypes:
    """The report types, and their sections, that a rule or a configuration may name."""

    def __init__(self, types: Iterable[ReportType], failed: Collection[str] = ()) -> None:
        """`failed` are the ids of types that exist but could not be read."""
        self._types = {report_type.id: report_type for report_type in types}
        self._failed = frozenset(failed)
        self._by_name: dict[str, str] = {}
        for report_type in self._types.values():
            for name in report_type.name.values():
                self._by_name.setdefault(name, report_type.id)

    @property
    def ids(self) -> tuple[str, ...]:
        """All ids, for the list of valid names."""
        return tuple(self._types)

    def id_of(self, name: str) -> str:
        """The id of the type with this id or name, such as 述职报告; "" if there is none."""
        if name in self._types or name in self._failed:
            return name
        return self._by_name.get(name, "")

    def sections(self, types: Collection[str]) -> tuple[str, ...] | None:
        """The ids of all sections of `types`, or of all known types if none of `types` is known;
        None if a type could not be read."""
        if self._failed:
            return None
        chosen = [self._types[id] for id in types if id in self._types] or self._types.values()
        return tuple(
            dict.fromkeys(id for report_type in chosen for id in _ids(report_type.sections))
        )

    def unknown_section(self, called: str, known: Sequence[str]) -> Text:
        """The message for an unknown section id; if `called` is the title of a section, it names
        the id."""
        ids = (
            spec.id
            for report_type in self._types.values()
            for spec in _titled(report_type.sections, called)
        )
        near = next((id for id in ids if id in known), "")
        if not near:
            return unknown(Text("节", "section"), called, known)
        shown = shorten(called)
        return Text(
            f"“{shown}”是节的标题；这里写它的 id：{near}",
            f"“{shown}” is the title of a section; its id stands here: {near}",
        )


def _titled(sections: Iterable[SectionSpec], title: str) -> Iterator[SectionSpec]:
    for section in sections:
        if title == section.title or title in section.phrases.any:
            yield section
        yield from _titled(section.sections, title)


def _ids(sections: Iterable[SectionSpec]) -> Iterator[str]:
    for section in sections:
        yield section.id
        yield from _ids(section.sections)


def unknown_type(called: str, types: Iterable[ReportType]) -> Text:
    """The message for an unknown report type; it lists the types that fit, or tells how to list
    all.

    述职 fits the types with it in their names, `duty` those with it in their ids.
    """
    fit = _fitting(called, tuple(types))
    shown = shorten(called)
    if not fit:
        return Text(
            f"文种“{shown}”不存在；文种用 reportlint types 列出",
            f"unknown report type “{shown}”; for the report types: reportlint types",
        )
    names = [report_type.name.get("zh") or report_type.id for report_type in fit[:_MOST]]
    zh = "、".join(
        f"{name}（{report_type.id}）" for name, report_type in zip(names, fit, strict=False)
    )
    en = ", ".join(report_type.id for report_type in fit[:_MOST])
    if len(fit) > _MOST:
        zh, en = f"{zh}……共 {len(fit)} 个", f"{en} … {len(fit)} in all"
    if len(fit) == 1:
        return Text(
            f"文种“{shown}”不存在；是不是{zh}？",
            f"unknown report type “{shown}”; did you mean “{en}”?",
        )
    return Text(
        f"文种“{shown}”不存在；名称里有它的：{zh}",
        f"unknown report type “{shown}”; with it in their name: {en}",
    )


def unknown_rule(called: str, rules: Mapping[str, Rule], types: Iterable[ReportType] = ()) -> Text:
    """The message for an unknown rule id or short name; `types` are given if a report type may be
    meant instead."""
    shown, word = shorten(called), called.casefold()
    fit = [rule for rule in rules if len(word) > 2 and word in rule][:_MOST]
    if len(fit) > 1 or fit and not meant(called, rules):
        return Text(
            f"规则“{shown}”不存在；名称里有它的：{'、'.join(fit)}",
            f"unknown rule “{shown}”; with it in their name: {', '.join(fit)}",
        )
    if rule_names.meant_rule(called, rules):
        return rule_names.unknown_rule(called, rules)
    kinds = tuple(types)
    if _fitting(called, kinds):
        return unknown_type(called, kinds)
    return Text(
        f"规则“{shown}”不存在；规则用 reportlint rules 列出，文种用 reportlint types",
        f"unknown rule “{shown}”; for the rules: reportlint rules, for the types: reportlint types",
    )


def _fitting(called: str, types: Sequence[ReportType]) -> list[ReportType]:
    """The types with `called` in their id or in a name; if there are none, those with the nearest
    name."""
    word = called.casefold()
    fit = [
        report_type
        for report_type in types
        if word and any(word in name.casefold() for name in _names(report_type))
    ]
    if fit:
        return fit
    near = meant(called, [name for report_type in types for name in _names(report_type)])
    return [report_type for report_type in types if near in _names(report_type)]


def _names(of: ReportType) -> tuple[str, ...]:
    return (of.id, *of.name.values())
