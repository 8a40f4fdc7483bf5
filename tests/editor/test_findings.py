"""Findings as an editor receives them: the preferred fix, and the suppression comment in each
format."""

from __future__ import annotations

import pytest

pytest.importorskip("pygls")

from reportlint.editor.findings import diagnostic_of, quick_fixes, text_edits
from reportlint.editor.positions import Positions
from reportlint.finding import Edit, Finding, Fix, Related

TEXT = "甲\n乙😀丙\n"
POSITIONS = Positions(TEXT)
EDIT = Edit(2, 3, 2, 4, 4, 5, "丁")
TITLES = ("mend {rule}", "let {rule} pass")


def finding(safety: str = "") -> Finding:
    fix = Fix(safety, (EDIT,)) if safety else None
    related = (Related(1, 1, 1, 2, 0, 1, "here"),)
    return Finding(
        "a.md", "r", "warning", "m", 2, 3, 2, 4, 4, 5, fixable=bool(fix), fix=fix, related=related
    )


def test_a_diagnostic_counts_units() -> None:
    made = diagnostic_of(finding(), POSITIONS, "file:///a.md")
    assert (made.range.start.line, made.range.start.character, made.range.end.character) == (
        1,
        3,
        4,
    )
    assert made.related_information
    assert made.related_information[0].location.range.start.line == 0


@pytest.mark.parametrize(("safety", "preferred"), [("safe", True), ("unsafe", False)])
def test_a_safe_fix_is_preferred(safety: str, preferred: bool) -> None:
    mend, silence = quick_fixes([finding(safety)], POSITIONS, "file:///a.md", TITLES)
    assert (mend.title, mend.is_preferred) == ("mend r", preferred)
    assert silence.title == "let r pass"


@pytest.mark.parametrize(
    ("uri", "comment"),
    [
        ("file:///a.md", "<!-- reportlint-disable-next-line r -->\n"),
        ("file:///a.rst", ".. reportlint-disable-next-line r\n"),
    ],
)
def test_what_cannot_be_mended_can_be_let_pass(uri: str, comment: str) -> None:
    (silence,) = quick_fixes([finding()], POSITIONS, uri, TITLES)
    assert silence.edit
    assert silence.edit.changes
    (edit,) = silence.edit.changes[uri]
    assert (edit.range.start.line, edit.range.start.character, edit.new_text) == (1, 0, comment)


def test_the_edits_of_a_fix() -> None:
    (edit,) = text_edits([EDIT], POSITIONS)
    assert (edit.range.start.character, edit.range.end.character, edit.new_text) == (3, 4, "丁")
