"""Rules and readings for the tests of `lint`."""

from __future__ import annotations

from typing import Any

from reportlint.config.merge import fill
from reportlint.core.diagnostic import Diagnostic
from reportlint.core.lexicon import Lexicon, Style
from reportlint.core.report_type import ReportType
from reportlint.core.rule import ALWAYS, Example, Rule, When
from reportlint.kinds import KINDS
from reportlint.lint.check import Suppressions, check, prepare
from reportlint.ordinals.matcher import Matcher
from reportlint.structure.header_fields import with_fields
from reportlint.structure.reading import DocumentReading
from reportlint.suppression.apply import Ignore
from reportlint.text.parse import parse

LEXICON = Lexicon((Style("dun", "chinese", suffix=("、",), level=1),))
MATCHER = Matcher(LEXICON)


def rule(
    id: str = "blank",
    severity: str = "error",
    when: When = ALWAYS,
    examples: tuple[Example, ...] = (),
    **options: Any,
) -> Rule:
    message = {"zh": "留有“{found}”", "en": 'left "{found}"'}
    return Rule(
        id,
        "p",
        "pattern",
        severity,
        message,
        {},
        options or {"words": ["XX"]},
        when,
        examples,
        "p/blank.yaml",
        3,
    )


def of_kind(kind: str, id: str = "blank", **options: Any) -> Rule:
    """A rule of a kind, whose message contains all its fields."""
    message = {"en": " ".join(f"{{{field}}}" for field in KINDS[kind].FIELDS)}
    settings = {name.replace("_", "-"): value for name, value in options.items()}
    return Rule(id, "p", kind, "warning", message, {}, fill(settings, KINDS[kind].OPTIONS))


def housekeeping(id: str, severity: str = "warning") -> Rule:
    return Rule(
        id,
        "core",
        "housekeeping",
        severity,
        {"zh": "{rule}：{detail}", "en": "{rule}, {detail} {place}"},
        {},
        {},
    )


UNUSED = housekeeping("unused-suppression")


def read(text: str, format: str = "markdown", type: ReportType | None = None) -> DocumentReading:
    return DocumentReading(parse(text, format, MATCHER), MATCHER, type)


def read_example(example: Example, type: ReportType | None = None) -> DocumentReading:
    """The reading of an example of a rule, with the path and the fields of the example."""
    document = with_fields(parse(example.text, example.format, MATCHER), example.fields)
    return DocumentReading(document, MATCHER, type, example.path)


def run(
    text: str,
    *rules: Rule,
    format: str = "markdown",
    language: str = "en",
    path: str = "",
    ignores: tuple[Ignore, ...] = (),
) -> list[Diagnostic]:
    prepared = prepare(rules or (rule(),), LEXICON)
    suppressions = Suppressions(ignores)
    reading = read(text, format)
    return check(reading, prepared, language, path=path, suppressions=suppressions).findings


def apply(text: str, findings: list[Diagnostic]) -> str:
    """`text` after the fixes of the findings."""
    edits = sorted(
        {edit for finding in findings if finding.fix for edit in finding.fix.edits}, reverse=True
    )
    for edit in edits:
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text
