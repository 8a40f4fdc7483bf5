"""Existing reports or a template → a report-type file that all of them satisfy."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint.config.problems import is_kebab, no_id
from reportlint.core.errors import UserError
from reportlint.core.reading import Hit
from reportlint.core.report_type import ReportType
from reportlint.core.request import Settings
from reportlint.core.rule import Rule
from reportlint.core.text import A_TYPE, Text
from reportlint.files.atomic import create
from reportlint.files.paths import ErrorOf, visible
from reportlint.files.sources import read
from reportlint.files.walk import find
from reportlint.kinds import KINDS
from reportlint.lint.check import Prepared, hits, prepare
from reportlint.output.safe_text import one_line
from reportlint.run.document import document_of
from reportlint.run.list import here
from reportlint.run.setup import Setup
from reportlint.scaffold.derive import derive as derive_type
from reportlint.scaffold.new import written_in
from reportlint.scaffold.render import Evidence, rendered
from reportlint.structure.reading import DocumentReading

_ROUNDS = 200  # of loosening; each removes one requirement that a report does not meet


class Derived(NamedTuple):
    """A report-type file; `path` is "" if it was not written."""

    text: str
    path: str
    type: ReportType
    broken: tuple[Text, ...] = ()  # findings that remain in its own sources


def derive(paths: Sequence[str], output: str, type_id: str, settings: Settings) -> Derived:
    """Derive a report type from the reports at `paths`, which may be folders; if `type_id` is "",
    the id is the name of `output`, as a pack demands it. Raises UserError for unreadable files and
    a bad id."""
    setup = here(settings)
    files = _files(paths)
    is_given = bool(type_id)
    type_id = type_id or os.path.splitext(os.path.basename(output))[0] or "my-report"
    if not is_kebab(type_id):
        message = no_id(type_id, A_TYPE)
        raise UserError.of(message, "" if is_given else visible(output))
    readings = [_reading(path, setup) for path in files]
    first = derive_type(readings, type_id)
    report_type = _loosened(first.type, readings, setup)
    names = [one_line(os.path.basename(path)) for path in files]
    broken = tuple(_broken(report_type, names, readings, setup))
    language = written_in(report_type)
    broken_lines = [demand.to(language) for demand in broken]
    text = rendered(report_type, Evidence(names, first.seen, broken_lines))
    if output:
        create(output, text)
    return Derived(text, output, report_type, broken)


def _type_rules(setup: Setup) -> list[Rule]:
    """The rules that check a report against its type."""
    rules = setup.library.rules.values()
    return [rule for rule in rules if KINDS[rule.kind].checks_type(rule.options)]


def _broken(
    report_type: ReportType,
    names: Sequence[str],
    readings: Sequence[DocumentReading],
    setup: Setup,
) -> Iterator[Text]:
    """The findings of the type in its own sources, as text, file by file."""
    prepared = prepare(_type_rules(setup), setup.library.lexicon)
    for name, reading in zip(names, readings, strict=True):
        for rule, hit in _in_order(reading.with_type(report_type), prepared):
            line = reading.document.index.line_of(hit.span.start)
            section = str(hit.values.get("section", ""))
            yield Text(
                f"{name} 第 {line} 行，{rule.id}：{section}",
                f"{name}, line {line}, {rule.id}: {section}",
            )


def _files(paths: Sequence[str]) -> list[str]:
    files = find(paths)
    if not files:
        raise UserError.of(Text("没有可读的报告", "no report to read"))
    return files


def _reading(path: str, setup: Setup) -> DocumentReading:
    with ErrorOf(path):
        return DocumentReading(document_of(read(path), setup.matcher), setup.matcher)


def _loosened(
    report_type: ReportType, readings: Sequence[DocumentReading], setup: Setup
) -> ReportType:
    """The type without the requirements that one of the reports does not meet."""
    rules = _type_rules(setup)
    for _ in range(_ROUNDS):
        # prepared again in each round, since requirements are cached by type id
        looser = _looser(report_type, readings, prepare(rules, setup.library.lexicon))
        if looser is None:
            break
        report_type = looser
    return report_type


def _looser(
    report_type: ReportType, readings: Sequence[DocumentReading], rules: Prepared
) -> ReportType | None:
    """The type without the first requirement that a report does not meet; None if all are met."""
    for reading in readings:
        for rule, hit in _in_order(reading.with_type(report_type), rules):
            looser = KINDS[rule.kind].loosen(report_type, hit, rule.options)
            if looser is not None:
                return looser
    return None


def _in_order(reading: DocumentReading, rules: Prepared) -> list[tuple[Rule, Hit]]:
    """The hits of all rules in a report, each with its rule, by position."""
    pairs = [
        (rule, hit) for rule in rules.rules for hit in hits(rule, rules.ready.of(rule), reading)
    ]
    return sorted(pairs, key=lambda pair: (pair[1].span.start, pair[0].id, pair[1].span.end))
