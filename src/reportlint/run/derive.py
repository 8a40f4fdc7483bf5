"""Existing reports or a template → a report-type file that all of them pass."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint.config.problems import is_kebab
from reportlint.core.diagnostic import Diagnostic
from reportlint.core.errors import Problem, UserError
from reportlint.core.report_type import OPTIONAL, ReportType, SectionSpec
from reportlint.core.request import Settings
from reportlint.core.text import Text
from reportlint.files.atomic import create
from reportlint.files.sources import SourceError, read, read_bytes
from reportlint.files.walk import find, visible
from reportlint.lint.check import Prepared, check, prepare
from reportlint.output.safe_text import one_line
from reportlint.run.list import here
from reportlint.run.setup import Setup
from reportlint.scaffold.derive import derive as derive_type
from reportlint.scaffold.docx import DocxError, markdown_of
from reportlint.scaffold.render import rendered
from reportlint.structure.reading import DocumentReading
from reportlint.text.parse import format_of, parse

_DEMANDS = ("section-", "opening-", "closing-")
MOST_BYTES = 100_000_000  # of a Word document
_ROUNDS = 20  # of loosening; each takes away one demand that a report does not meet


class Derived(NamedTuple):
    """A report-type file; `path` is "" where it was not written."""

    text: str
    path: str
    type: ReportType


def derive(paths: Sequence[str], output: str, own: str, settings: Settings) -> Derived:
    """The type of the reports at `paths`, folders among them. Raises UserError for what cannot be read, and for a bad id."""
    setup = here(settings)
    files = _files(paths)
    own = own or _id(output)
    if not is_kebab(own):
        said = Text(
            f"“{own}”不能作文种名：只用小写字母、数字和连字符",
            f"“{own}” is no type id: use lower-case letters, digits and hyphens",
        )
        raise UserError([Problem(said)])
    readings = [_reading(path, setup) for path in files]
    made = _loosened(derive_type(readings, own), readings, setup)
    text = rendered(made, [one_line(os.path.basename(path)) for path in files])
    if output:
        create(output, text)
    return Derived(text, output, made)


def _files(paths: Sequence[str]) -> list[str]:
    words = [path for path in paths if path.lower().endswith(".docx")]
    missing = [path for path in words if not os.path.isfile(path)]
    if missing:
        raise UserError(
            Problem(Text("没有这个文件", "no such file"), visible(path)) for path in missing
        )
    others = [path for path in paths if path not in words]
    found = words + (find(others) if others else [])
    if not found:
        raise UserError([Problem(Text("没有可读的报告", "no report to read"))])
    return found


def _id(output: str) -> str:
    stem = os.path.splitext(os.path.basename(output))[0].lower()
    own = re.sub(r"[^a-z0-9]+", "-", stem).strip("-")
    return own if own[:1].isalpha() and own.isascii() else "my-report"


def _reading(path: str, setup: Setup) -> DocumentReading:
    try:
        if path.lower().endswith(".docx"):
            text, form = markdown_of(read_bytes(path, most=MOST_BYTES)), "markdown"
        else:
            text, form = read(path).decoded.text, format_of(path)
    except SourceError as error:
        raise UserError([Problem(error.reason, visible(path))]) from error
    except DocxError as error:
        said = Text(f"不是能读的 Word 文档：{error}", f"no Word document that can be read: {error}")
        raise UserError([Problem(said, visible(path))]) from error
    return DocumentReading(parse(text, form, setup.matcher), setup.matcher)


def _loosened(of: ReportType, readings: Sequence[DocumentReading], setup: Setup) -> ReportType:
    """`of` without the demands that one of the reports does not meet after all."""
    rules = [
        rule
        for rule in setup.library.rules.values()
        if rule.id.startswith(_DEMANDS) and rule.id != "section-empty"
    ]
    prepared = prepare(rules, setup.library.lexicon)
    for _ in range(_ROUNDS):
        found = _first(of, readings, prepared)
        if found is None:
            break
        of = _without(of, found, setup)
        prepared = prepare(rules, setup.library.lexicon)  # what types demand is kept by their id
    return of


def _first(
    of: ReportType, readings: Sequence[DocumentReading], prepared: Prepared
) -> Diagnostic | None:
    for reading in readings:
        for one in check(reading.with_type(of), prepared, "en"):
            return one
    return None


def _without(of: ReportType, found: Diagnostic, setup: Setup) -> ReportType:
    if found.rule.startswith("opening"):
        return of._replace(opening=None)
    if found.rule.startswith("closing"):
        return of._replace(closing=None)
    if found.rule == "section-order":
        return of._replace(ordered=False)

    def loosen(specs: Sequence[SectionSpec]) -> tuple[SectionSpec, ...]:
        return tuple(_loose(spec, found)._replace(sections=loosen(spec.sections)) for spec in specs)

    return of._replace(sections=loosen(of.sections))


def _loose(spec: SectionSpec, found: Diagnostic) -> SectionSpec:
    if f"“{spec.title}”" not in found.message:
        return spec
    return (
        spec._replace(many=True)
        if found.rule == "section-duplicate"
        else spec._replace(demand=OPTIONAL)
    )
