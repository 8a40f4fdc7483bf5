"""What stands before the number of a line, and right behind it; near misses first."""

from __future__ import annotations

import pytest
from fault_tables import faults

from reportlint.structure.beginnings import goes_on_as_half, is_no_text

HALVES = {
    "附件1.2026年预算": ("附件1.", False),
    "附件1.3月报表": ("附件1.", False),
    "Phase 2. 5 people": ("Phase 2.", False),
    "Phase 1.": ("Phase 1.", False),
    "Phase 1:5": ("Phase 1:", False),
    "Phase 1.5: Pilot": ("Phase 1.", True),
    "阶段1．5 试点": ("阶段1．", True),
}
EMPTY = {
    "See 117.12.": False,
    "2.": False,
    "117.12": False,
    "": True,
    "📚 ": True,
    "117.12.": True,
    "Sec. 30.": True,
}


@pytest.mark.parametrize(("text", "row"), HALVES.items())
def test_a_number_with_a_second_part(text: str, row: tuple[str, bool]) -> None:
    marker, is_half = row
    assert goes_on_as_half(text, len(marker)) is is_half


@pytest.mark.parametrize(("text", "is_empty"), EMPTY.items())
def test_text_that_says_nothing(text: str, is_empty: bool) -> None:
    assert is_no_text(text) is is_empty


def test_a_phase_between_two() -> None:
    phases = "".join(f"## Phase {n}: Work {n}\n\nText.\n\n" for n in (1, "1.5", 2, 3))
    assert faults(phases) == []
    assert faults(phases.replace("Phase 3", "Phase 4")) == [("gap", 13, "Phase 4:", "Phase 3:")]


def test_an_item_behind_the_number_of_its_section() -> None:
    statute = (
        "130.2. (a) The office shall keep a register:\n(1) of ships;\n(2) of ports.\n"
        "(b) (1) The register is public.\n(2) It is kept for ten years.\n"
    )
    assert faults(statute, "text") == []
    assert faults(statute.replace("(b)", "(c)"), "text") == [("gap", 4, "(c)", "(b)")]
