"""What was answered for the fields of a report type → the values of a new report, checked."""

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
    """What one new report is made of."""

    type: ReportType  # as the values shape it: without what they leave out, with what they repeat
    values: dict[str, str]  # by the names of blanks


def answered(
    of: ReportType, given: Mapping[str, str], around: Surroundings, cure: str = ""
) -> Answered:
    """The values `given` and those that `around` and the fields' defaults add; of a field with a
    section for each value all of them, a line each.

    `cure` is what to do about a value that is missing, `{name}` standing for its name. Raises
    UserError for a value that is none of the choices, and for a required field without one.
    """
    values = resolved(of, given, around)
    problems = [*wrong_choices(of, values), *_lacking(of, values, cure)]
    if problems:
        raise UserError(problems)
    return Answered(shaped(of, values), values)


def joined(of: ReportType, given: Mapping[str, str | Sequence[str]]) -> dict[str, str]:
    """Values as texts: those of a field that has several are lines. Raises UserError for several of
    a field that has one."""
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
    """The fields each of whose values has a section."""
    names: set[str] = set()
    for spec in specs:
        names |= {spec.each} | repeated(spec.sections)
    return frozenset(names - {""})


def wrong_choices(of: ReportType, values: Mapping[str, str]) -> Iterator[Problem]:
    """A problem for each value that is none of its field's choices."""
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
