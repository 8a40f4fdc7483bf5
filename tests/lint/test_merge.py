"""One cause, one diagnostic."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.core.diagnostic import Diagnostic
from reportlint.core.span import Span
from reportlint.lint.merge import one_per_cause
from support.steps import grows_linearly

YIELDS = {"date": ("blank",), "width": ("blank", "pair"), "pair": ("blank",)}


def finding(rule: str, start: int, end: int, message: str = "") -> Diagnostic:
    return Diagnostic(rule, "warning", Span(start, end), message)


BLANK = finding("blank", 4, 8)


@pytest.mark.parametrize(
    "findings",
    [
        pytest.param([], id="nothing"),
        pytest.param([BLANK, finding("blank", 10, 12)], id="two of one rule"),
        pytest.param([BLANK, finding("blank", 4, 8, "else")], id="of one place, in other words"),
        pytest.param([BLANK, finding("other", 4, 8)], id="a rule that yields to none"),
        pytest.param([BLANK, finding("date", 0, 4)], id="right before"),
        pytest.param([BLANK, finding("date", 8, 9)], id="right behind"),
        pytest.param([finding("date", 4, 8), finding("pair", 4, 8)], id="not to this rule"),
        pytest.param([finding("blank", 4, 4), finding("date", 2, 4)], id="an empty place behind"),
    ],
)
def test_kept(findings: list[Diagnostic]) -> None:
    assert one_per_cause(findings, YIELDS) == findings


@pytest.mark.parametrize(
    ("findings", "kept"),
    [
        pytest.param([BLANK, BLANK], [BLANK], id="said twice"),
        pytest.param([finding("date", 0, 5), BLANK], [BLANK], id="overlaps its beginning"),
        pytest.param([finding("date", 7, 12), BLANK], [BLANK], id="overlaps its end"),
        pytest.param([finding("date", 5, 6), BLANK], [BLANK], id="inside"),
        pytest.param([finding("date", 0, 20), BLANK], [BLANK], id="around"),
        pytest.param([finding("date", 6, 6), BLANK], [BLANK], id="an empty place inside"),
        pytest.param([finding("date", 4, 4), BLANK], [BLANK], id="an empty place at its start"),
        pytest.param(
            [finding("width", 9, 10), finding("pair", 9, 10), BLANK],
            [finding("pair", 9, 10), BLANK],
            id="to any of several",
        ),
        pytest.param(
            [finding("width", 6, 10), finding("pair", 7, 9), BLANK],
            [BLANK],
            id="to one that yields itself",
        ),
    ],
)
def test_one_yields(findings: list[Diagnostic], kept: list[Diagnostic]) -> None:
    assert one_per_cause(findings, YIELDS) == kept


FINDINGS = st.builds(
    lambda rule, start, size: finding(rule, start, start + size),
    st.sampled_from(["blank", "pair", "width", "date", "other"]),
    st.integers(0, 12),
    st.integers(0, 5),
)


@given(st.lists(FINDINGS, max_size=12))
def test_it_is_what_comparing_all_pairs_gives(findings: list[Diagnostic]) -> None:
    once = list(
        {(current.rule, current.span, current.message): current for current in findings}.values()
    )
    expected = [
        current
        for current in once
        if not any(
            other.rule in YIELDS.get(current.rule, ()) and other.span.touches(current.span)
            for other in once
        )
    ]
    assert one_per_cause(findings, YIELDS) == expected


@pytest.mark.parametrize("rules", [("date",), ("pair", "width"), ("blank", "date")])
def test_many_findings_take_time_in_proportion(rules: tuple[str, ...]) -> None:
    def of(size: int):  # type: ignore[no-untyped-def]
        findings = [finding(rule, 3 * at, 3 * at + 2) for at in range(size) for rule in rules]
        return lambda: one_per_cause(findings, YIELDS)

    assert grows_linearly(of, 200)
