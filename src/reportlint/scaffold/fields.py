"""The declared fields of a report type → values for its blanks."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core.report_type import (
    BLANK,
    TODAY,
    BlankField,
    Placement,
    ReportType,
    SectionSpec,
    every_section,
)
from reportlint.core.rule import FieldTest
from reportlint.scaffold.new import blanks, written_in
from reportlint.structure.line_classifiers import MONTHS

_DATE_PART = re.compile(r"YYYY|MM|DD|M|D")


class Surroundings(NamedTuple):
    """The circumstances of a new report, which provide values."""

    today: date
    git: Mapping[str, str] = {}  # values from Git, by source; without those that Git does not know
    file: str = ""  # name of the report's file


def asked(of: ReportType, given: Mapping[str, str]) -> Iterator[tuple[str, BlankField]]:
    """The fields of the type to ask a person for, except those that have a value."""
    known = used(of)
    for name, field in of.fields.items():
        if name in known and field.ask and name not in given:
            yield name, field


def used(of: ReportType) -> tuple[str, ...]:
    """The names that take values, in the order of the text: blanks, fields that only decide what is
    written, and the blanks in their defaults."""
    each = (spec.each for spec in every_section(of.sections) if spec.each)
    beside = [blank for file in of.files for blank in BLANK.findall(f"{file.name} {file.write}")]
    names = [*blanks(of), *each, *beside, *(name for name in _tested(of) if name in of.fields)]
    for name in names:  # the list grows in the loop
        field = of.fields.get(name)
        more = BLANK.findall(field.default) if field else []
        names += (other for other in dict.fromkeys(more) if other not in names)
    return tuple(dict.fromkeys(names))


def _tested(of: ReportType) -> Iterator[str]:
    """The fields that decide whether a part of a report is written."""
    parts = (*every_section(of.sections), of.opening, of.closing, *of.files)
    tests = [part.when for part in parts if part is not None]
    yield from (test.field for test in (*tests, *of.frame.when.values()) if test is not None)


def _pattern(source: str) -> Any:
    """A regex of a type, compiled like those of rules, so that `\\p{Han}` works."""
    from reportlint.core.lexicon import Lexicon
    from reportlint.patterns.rule_pattern import from_regex

    return from_regex(source, Lexicon()).regex


def resolved(of: ReportType, given: Mapping[str, str], around: Surroundings) -> dict[str, str]:
    """`given`, supplemented for missing fields by the file name, the date, Git and the defaults."""
    values = dict(given)
    match = _pattern(of.file_name).search(os.path.basename(around.file)) if of.file_name else None
    for name, value in (match.groupdict() if match else {}).items():
        if value:
            values.setdefault(name, value)
    known = used(of)
    for name, field in of.fields.items():
        value = _from_source(field, around, written_in(of))
        if value and name in known:
            values.setdefault(name, value)
    _add_defaults(of, known, values)
    return values


def wrong_choice(field: BlankField, value: str) -> bool:
    """Whether a value is not among the choices of a field."""
    return bool(field.choices) and value not in field.choices


def without_value(of: ReportType, values: Mapping[str, str]) -> list[str]:
    """The required fields that have no value."""
    return [
        name
        for name, field in of.fields.items()
        if field.required and name in used(of) and not values.get(name, "").strip()
    ]


def formatted_date(day: date, form: str, language: str) -> str:
    """A date in the format `form`, for example YYYY年M月D日; "" is the usual format of the
    language."""
    parts = {
        "YYYY": f"{day.year:04}",
        "MM": f"{day.month:02}",
        "DD": f"{day.day:02}",
        "M": str(day.month),
        "D": str(day.day),
    }
    if not form and language == "en":
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return _DATE_PART.sub(lambda match: parts[match[0]], form or "YYYY年M月D日")


def written(of: ReportType, test: FieldTest | None, values: Mapping[str, str]) -> bool:
    """Whether a part that depends on `test` is written. True without a test, and if it names no
    declared field."""
    if test is None or test.field not in of.fields:
        return True
    return test.is_met_by(values.get(test.field, ""))


def shaped(of: ReportType, values: Mapping[str, str]) -> ReportType:
    """The type for one report: without the parts that fields exclude, and with a section for each
    value of a field that takes several."""
    unwritten: dict[str, Any] = {
        part: "" for part, test in of.frame.when.items() if not written(of, test, values)
    }
    return of._replace(
        opening=_placed(of, of.opening, values),
        sections=tuple(_shaped(of, of.sections, values)),
        closing=_placed(of, of.closing, values),
        frame=of.frame._replace(**unwritten),
        files=tuple(file for file in of.files if written(of, file.when, values)),
    )


def _placed(
    of: ReportType, placement: Placement | None, values: Mapping[str, str]
) -> Placement | None:
    """An opening or closing; None if it is not written."""
    return placement if placement and written(of, placement.when, values) else None


def _shaped(
    of: ReportType, specs: tuple[SectionSpec, ...], values: Mapping[str, str]
) -> Iterator[SectionSpec]:
    for spec in specs:
        if not written(of, spec.when, values):
            continue
        inner = spec._replace(sections=tuple(_shaped(of, spec.sections, values)))
        lines = [line.strip() for line in values.get(spec.each, "").splitlines() if line.strip()]
        if not spec.each or not lines:
            yield inner
            continue
        yield from (_with(inner, spec.each, line) for line in lines)


def _with(spec: SectionSpec, name: str, value: str) -> SectionSpec:
    """The section with `value` in the blanks of that name, also in its subsections."""

    def fill(text: str) -> str:
        return BLANK.sub(lambda match: value if match[1] == name else match[0], text)

    inner = tuple(_with(below, name, value) for below in spec.sections)
    text = fill(spec.write)
    return spec._replace(title=fill(spec.title), write=text, sections=inner)


def _from_source(field: BlankField, around: Surroundings, language: str) -> str:
    if field.source == TODAY:
        return formatted_date(around.today, field.format, language)
    return around.git.get(field.source, "")


def _add_defaults(of: ReportType, known: Sequence[str], values: dict[str, str]) -> None:
    """Add defaults to `values`, repeatedly, as soon as the blanks inside a default have values.
    Defaults that contain each other are not added."""
    waiting = {
        name: field.default
        for name, field in of.fields.items()
        if field.default and name in known and name not in values
    }
    while True:
        ready = [
            name
            for name, text in waiting.items()
            if all(blank in values for blank in BLANK.findall(text))
        ]
        if not ready:
            return
        for name in ready:
            values[name] = BLANK.sub(lambda match: values[match[1]], waiting.pop(name))
