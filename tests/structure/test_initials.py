"""Letters before capitals: names stay silent, near misses first; items are held to their order."""

from __future__ import annotations

import pytest
from fault_tables import faults
from shipped import MATCHER, parse

from reportlint.structure.candidates import candidates
from reportlint.structure.initials import without_doubt

SILENT = {
    "names alone": "A. Rossi\nB. Bianchi\nD. Verdi\n",
    "names with an address": "A. Rossi, a@b.it\nB. Bianchi, b@b.it\nD. Verdi, d@b.it\n",
    "speakers out of order": "A. Klein opens the meeting.\nD. Wolf reports.\nB. Stein asks why.\n",
    "two of them": "A. Klein opens the meeting.\nD. Wolf reports on it.\n",
    "names in a line": "Present: A. Klein, B. Wolf, D. Stein of the office.\n",
    "a whole list": "A. Plan the work\nB. Do the work\nC. Check the work\n",
    "the letter I": "".join(f"## {letter}. Word of it\n\nText.\n\n" for letter in "ABCDEFGHIJK"),
    "two lists": "A. Plan it\nB. Do it\n\n## Next\n\nA. Check it\nB. Close it\n",
    "far apart": "A. Plan it\nB. Do it\n\n" + "Text.\n\n" * 14 + "D. Wolf was there for us.\n",
}
FIRING = {
    "lines": ("A. Plan of work\nB. Do it\nD. Act on it\n", ("gap", 3, "D.")),
    "paragraphs": ("A. Plan of work\n\nB. Do it\n\nD. Act on it\n", ("gap", 5, "D.")),
    "headings": (
        "## A. Plan of work\n\nText.\n\n## B. Costs of it\n\nText.\n\n## D. End of it\n\nText.\n",
        ("gap", 9, "D."),
    ),
    "a copy": ("A. Plan it\nB. Do it\nB. Check it\nC. Close it\n", ("duplicate", 3, "B.")),
}


@pytest.mark.parametrize("name", SILENT)
def test_what_is_right_is_silent(name: str) -> None:
    assert faults(SILENT[name]) == []


@pytest.mark.parametrize("name", FIRING)
def test_what_is_wrong_is_found(name: str) -> None:
    text, *expected = FIRING[name]
    assert [fault[:3] for fault in faults(text)] == expected


def test_only_doubted_letters_change() -> None:
    document = parse("A. Plan it\nB. Do it\nC. Close it\n\n1. one\n", "markdown")
    before = candidates(document, MATCHER)
    after = without_doubt(before, document, MATCHER)
    assert [candidate.readings[0].doubt for candidate in before] == [True, True, True, False]
    assert [candidate.readings[0].doubt for candidate in after] == [False, False, False, False]
    assert after[3] is before[3]
