"""What depends on the fields of a report; first where nothing is asked for."""

from __future__ import annotations

import pytest
from readings import REPORT, reading, spec

from reportlint.core.report_type import Group, Phrases, Placement, ReportType
from reportlint.core.rule import FieldTest
from reportlint.structure.header_fields import demanded, fields_of, holds

FRONT = "---\nType: Standards Track\nReplaces:\nStatus: 'Draft'\n---\n\n# A\n"
LINES = "PEP: 8\nType: Process\nAuthor: A,\n  B\n\nText.\n"

HOLDS: list[tuple[bool, FieldTest, str]] = [
    (False, FieldTest("Type", ("Process",)), FRONT),
    (False, FieldTest("Topic", ("Process",)), FRONT),
    (False, FieldTest("Replaces"), FRONT),  # an empty field is none
    (False, FieldTest("Type", absent=True), FRONT),
    (False, FieldTest("Type", not_values=("Process", "standards track")), FRONT),
    (False, FieldTest("Type", ("Process",)), "Type: Process\n"),  # one line is no header
    (False, FieldTest("Type", ("Process",)), "# A\n\nType: Process\nPEP: 8\n"),
    (False, FieldTest("", all_of=(FieldTest("Type"), FieldTest("Replaces"))), FRONT),
    (False, FieldTest("", any_of=(FieldTest("Topic"), FieldTest("Replaces"))), FRONT),
    (False, FieldTest("Topic", any_of=(FieldTest("Type"),)), FRONT),
    (False, FieldTest("密级"), "# 纪要\n\n时间：三月\n密级：内部\n\n正文。\n"),
    (True, FieldTest("", all_of=(FieldTest("Type"), FieldTest("Status"))), FRONT),
    (True, FieldTest("", any_of=(FieldTest("Topic"), FieldTest("Status"))), FRONT),
    (True, FieldTest("Type", any_of=(FieldTest("Topic"), FieldTest("Status"))), FRONT),
    (True, FieldTest("密级", ("内部",)), "密级：内部\n时间：三月\n\n正文。\n"),
    (True, FieldTest("Author", ("A, B",)), LINES),  # the value goes on
    (True, FieldTest("type", ("process", "Standards track")), FRONT),
    (True, FieldTest("Status", ("Draft",)), FRONT),
    (True, FieldTest("Status"), FRONT),
    (True, FieldTest("Replaces", absent=True), FRONT),
    (True, FieldTest("Topic", not_values=("Packaging",)), FRONT),
    (True, FieldTest("Type", ("Process",)), LINES),
    (True, FieldTest("Resolution", absent=True), LINES),
]


@pytest.mark.parametrize(("expected", "test", "text"), HOLDS)
def test_whether_a_test_of_a_field_holds(expected: bool, test: FieldTest, text: str) -> None:
    assert holds(test, reading(text).document) is expected


def test_header_lines_are_fields() -> None:
    assert [entry.key for entry in fields_of(reading(LINES).document)] == ["PEP", "Type", "Author"]


TRACK = FieldTest("Type", ("Standards Track",))
PEP = ReportType(
    "pep",
    "p",
    {"en": "PEP"},
    opening=Placement(1, (Group("o", Phrases(("we propose",))),), when=TRACK),
    closing=Placement(1, (Group("c", Phrases(("bye",))),), when=FieldTest("Status")),
    sections=(
        spec("a", "Abstract", sections=(spec("c", "Cost", when=TRACK),)),
        spec("b", "Backwards Compatibility", when=TRACK),
    ),
)


def test_only_where_the_field_says_so_a_demand_is_one() -> None:
    track = demanded(PEP, reading(FRONT).document)
    process = demanded(PEP, reading(LINES).document)
    assert [section.demand for section in track.sections] == ["required", "required"]
    assert [section.demand for section in process.sections] == ["required", "optional"]
    assert [section.sections[0].demand for section in (track.sections[0], process.sections[0])] == [
        "required",
        "optional",
    ]
    assert (track.opening, process.opening) == (PEP.opening, None)
    assert (track.closing, process.closing) == (PEP.closing, None)


def test_a_type_that_depends_on_no_field_stays_as_it_is() -> None:
    assert demanded(REPORT, reading(FRONT).document) is REPORT
    assert reading(FRONT, of=REPORT).type is REPORT
