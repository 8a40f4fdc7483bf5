"""Answers for the fields of a report type → the checked values of a new report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.errors import Problem, UserError
from reportlint.core.report_type import ReportType, SectionSpec
from reportlint.core.text import Text
from reportlint.scaffold.fields import (
    Surroundings,
    resolved,
    shaped,
    without_value,
    wrong_choice,
)


class Answered(NamedTuple):
    """The type and the values of one new report."""

    type: ReportType  # as the values shape it: parts excluded, sections repeated
    values: dict[str, str]  # by name of blank


def answered(
    of: ReportType, given: Mapping[str, str], around: Surroundings, cure: str = ""
) -> Answered:
    """The type and values of a new report: `given`, supplemented by `around` and the defaults of
    fields. The value of a field with a section for each value has one value per line.

    `cure` is the advice for a missing value, with `{name}` for the name of the field. Raises
    UserError for a value that is not among the choices, and for a required field without a value.
    """
    values = resolved(of, given, around)
    problems = [*wrong_choices(of, values), *_lacking(of, values, cure)]
    if problems:
        raise UserError(problems)
    return Answered(shaped(of, values), values)


def joined(of: ReportType, given: Mapping[str, str | Sequence[str]]) -> dict[str, str]:
    """Values as texts: several values of a field become lines. Raises UserError for several values
    of a field that takes one."""
    many = repeated(of.sections)
    wrong = [name for name, value in given.items() if not isinstance(value, str)]
    problems = [
        Problem(Text(f"“{name}”应为文字", f"“{name}” must be a text"))
        for name in wrong
        if name not in many
    ]
    if problems:
        raise UserError(problems)
    return {
        name: value if isinstance(value, str) else "\n".join(value) for name, value in given.items()
    }


def repeated(specs: Iterable[SectionSpec]) -> frozenset[str]:
    """The fields with a section for each of their values."""
    names: set[str] = set()
    for spec in specs:
        names |= {spec.each} | repeated(spec.sections)
    return frozenset(names - {""})


def wrong_choices(of: ReportType, values: Mapping[str, str]) -> Iterator[Problem]:
    """A problem for each value that is not among the choices of its field."""
    for name, value in values.items():
        field = of.fields.get(name)
        if field is not None and wrong_choice(field, value):
            allowed_zh, allowed = "、".join(field.choices), ", ".join(field.choices)
            yield Problem(
                Text(
                    f"“{name}”只能是 {allowed_zh}，而不是“{value}”",
                    f"“{name}” must be one of {allowed}, not “{value}”",
                )
            )


def _lacking(of: ReportType, values: Mapping[str, str], cure: str) -> Iterator[Problem]:
    for name in without_value(of, values):
        advice = cure.replace("{name}", name)
        zh, en = (f"：{advice}", f": {advice}") if advice else ("", "")
        yield Problem(Text(f"“{name}”必须有值{zh}", f"“{name}” must have a value{en}"))
