"""`when: {section}`: a rule that applies only in some sections."""

from __future__ import annotations

import pytest

from reportlint.core.lexicon import Lexicon
from reportlint.core.report_type import Phrases, ReportType, SectionSpec
from reportlint.core.rule import Rule, When
from reportlint.lint.check import check, prepare
from reportlint.ordinals.matcher import Matcher
from reportlint.structure.reading import DocumentReading
from reportlint.text.parse import parse

NONE = Matcher(Lexicon())  # no styles

TYPE = ReportType(
    "t",
    "p",
    {"en": "t"},
    sections=(
        SectionSpec("plan", "Plan", Phrases(("Plan",))),
        SectionSpec("done", "Done", Phrases(("Done",))),
    ),
)
TEXT = "# Report\n\nsoon\n\n## Plan\n\nsoon\n\n### More\n\nsoon\n\n## Done\n\nsoon\n"


@pytest.mark.parametrize(
    ("when", "lines"),
    [
        (When(), [3, 7, 11, 15]),
        (When(sections=("plan",)), [7, 11]),
        (When(sections=("plan", "done")), [7, 11, 15]),
        (When(sections=("nothing",)), []),
        (When(types=("t",), sections=("done",)), [15]),
        (When(types=("other",), sections=("done",)), []),
    ],
)
def test_within(when: When, lines: list[int]) -> None:
    rule = Rule(
        "no-soon", "p", "pattern", "warning", {"en": "x"}, {}, {"words": ["soon"]}, when=when
    )
    reading = DocumentReading(parse(TEXT, "markdown", NONE), NONE, TYPE)
    findings = check(reading, prepare([rule], Lexicon()), "en").findings
    assert [reading.document.index.line_of(finding.span.start) for finding in findings] == lines


def test_a_text_of_no_type_has_no_such_section() -> None:
    rule = Rule(
        "no-soon",
        "p",
        "pattern",
        "warning",
        {"en": "x"},
        {},
        {"words": ["soon"]},
        when=When(sections=("plan",)),
    )
    reading = DocumentReading(parse(TEXT, "markdown", NONE), NONE)
    assert check(reading, prepare([rule], Lexicon()), "en").findings == []
