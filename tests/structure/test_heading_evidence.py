"""The headings that tell the type of a report."""

from __future__ import annotations

import pytest
from readings import reading

from reportlint.core.report_type import Recognise, TypeHead
from reportlint.structure.heading_evidence import HeadingEvidence, is_of_program

RFC = TypeHead(
    "rfc",
    {},
    Recognise(headings=("Drawbacks", "Unresolved questions", "Prior art")),
    "",
    (("Motivation", "Why"), ("Detailed design", "Design"), ("Alternatives",)),
)
# Types with the same sections, which therefore are not rare.
OTHERS = [
    TypeHead(name, {}, Recognise(), "", (("Motivation",), ("Design",), ("Alternatives",)))
    for name in ("plan", "note", "offer")
]
EVIDENCE = HeadingEvidence([RFC, *OTHERS])

SILENT = [
    [],
    ["Motivation", "Design", "Alternatives"],  # anybody's
    ["Motivation", "Drawbacks"],
    ["Motivation", "Alternatives", "Drawbacks"],  # one demanded section is missing
    ["Usage", "Design", "Prior art"],
]
FIRING = [
    ["Drawbacks", "Unresolved questions"],
    ["Motivation", "Design", "Drawbacks", "Alternatives"],
    ["Summary", "Why", "Design", "Alternatives", "Prior art"],
]


def test_headings_that_another_type_demands_too_do_not_outrank_it() -> None:
    """Motivation and Proposal tell of a proposal, but not of which kind."""
    shared = ("Motivation", "Proposal")
    rfc = RFC._replace(recognise=Recognise(headings=(*shared, "Drawbacks")))
    kep = TypeHead(
        "kep",
        {},
        Recognise(headings=("Test plan", "Graduation")),
        "",
        (("Motivation",), ("Proposal",)),
    )
    read = reading(
        "# lerp\n\n" + "".join(f"## {h}\n\nText.\n\n" for h in (*shared, "Test plan", "Graduation"))
    )
    candidates = HeadingEvidence([rfc, kep]).candidates(read.headings, read.headings)
    ranks = {candidate.id: candidate.rank for candidate in candidates}
    assert ranks["kep"] > ranks["rfc"]


def types_of(headings: list[str]) -> list[str]:
    read = reading("# lerp\n\n" + "".join(f"## {heading}\n\nText.\n\n" for heading in headings))
    top = [section for section in read.headings if section.level == 2]
    return [candidate.id for candidate in EVIDENCE.candidates(read.headings, top)]


@pytest.mark.parametrize("headings", SILENT)
def test_no_type(headings: list[str]) -> None:
    assert "rfc" not in types_of(headings)


@pytest.mark.parametrize("headings", FIRING)
def test_a_type(headings: list[str]) -> None:
    assert types_of(headings) == ["rfc"]


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        ([], False),
        (["Usage", "Design"], False),
        (["Decision", "License"], False),
        (["Install", "Usage"], True),
        (["Quick start", "How it works", "License"], True),
        (["安装", "使用方法"], True),
    ],
)
def test_the_page_of_a_program(headings: list[str], *, expected: bool) -> None:
    read = reading("# minutes\n\n" + "".join(f"## {title}\n\nText.\n\n" for title in headings))
    assert is_of_program(read.headings) == expected
