from __future__ import annotations

import pytest

from reportlint.core.rule import Example, FieldTest, marked


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ((), "甲乙丙"),
        (((1, 2),), "甲⟦乙⟧丙"),
        (((0, 1), (2, 3)), "⟦甲⟧乙⟦丙⟧"),
        (((3, 3),), "甲乙丙⟦⟧"),
    ],
)
def test_an_example_is_shown_as_its_file_has_it(
    spans: tuple[tuple[int, int], ...], expected: str
) -> None:
    assert marked(Example("甲乙丙", spans)) == expected


NOT_MET = {
    "missing": (FieldTest("Status"), ""),
    "empty": (FieldTest("Status"), "  "),
    "another value": (FieldTest("Status", ("Final", "Draft")), "Open"),
    "missing, with values": (FieldTest("Status", ("Final",)), ""),
    "one of those it must not have": (FieldTest("Status", not_values=("Final",)), "final"),
    "there, although it must not be": (FieldTest("Status", absent=True), "Final"),
}
MET = {
    "any value": (FieldTest("Status"), "Open"),
    "one of its values, in other letters": (FieldTest("Status", ("Final", "Draft")), " draft "),
    "none of those it must not have": (FieldTest("Status", not_values=("Final",)), "Open"),
    "missing, with values it must not have": (FieldTest("Status", not_values=("Final",)), ""),
    "absent": (FieldTest("Status", absent=True), ""),
}


@pytest.mark.parametrize(("test", "value"), NOT_MET.values(), ids=NOT_MET)
def test_not_met(test: FieldTest, value: str) -> None:
    assert not test.is_met_by(value)


@pytest.mark.parametrize(("test", "value"), MET.values(), ids=MET)
def test_met(test: FieldTest, value: str) -> None:
    assert test.is_met_by(value)
