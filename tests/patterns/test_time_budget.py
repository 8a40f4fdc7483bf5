"""Which regexes need a time limit, and how the time of a report is shared."""

from __future__ import annotations

import pytest

from reportlint.patterns import time_budget
from reportlint.patterns.time_budget import (
    Effort,
    SearchLimit,
    TimeBudget,
    budget_of,
    effort_of,
    may_run_away,
    recurses,
    repeats_group,
    time_limit,
    unrolled,
)

SOUND = [
    "X年",
    "[^）]*XX",
    "X{2,4}(?:年|月)?",
    r"\(a\)\+b*",
    "[)+*]",
    "a+b+",
    r"[\])+]",
    "(?:a|b){2}",
]
RISKY = ["^(?:a|aa)+$", "(a+)+", "(?:ab){2,}", "a*a*a*b", "(?R)", "(x)(?1)", "(?P<n>x)(?P>n)"]
RECURSIVE = ["(?R)", "(?:(?R)a|b)", r"\((?:[^()]|(?0))*\)", "(a(?1)?)", "(?P<n>a)(?&n)", r"\\(?R)"]
NOT_RECURSIVE = ["(?:R)", r"\(?R", "[(?R)]", "(?P<R>a)", "(?<name>a)", r"[\](?R)]"]


@pytest.mark.parametrize("source", SOUND)
def test_needs_no_clock(source: str) -> None:
    assert not may_run_away(source)


@pytest.mark.parametrize("source", RISKY)
def test_needs_a_clock(source: str) -> None:
    assert may_run_away(source)


@pytest.mark.parametrize(
    "source",
    [
        "(a|aa)++b",
        "a+b*",
        r"\)+",
        "[)+]",
        "(?:a|b)?",
        "(?:a{3})",
        r"\L<w>b",
        "(?:x){2}+",
        r"\L<w>++",
    ],
)
def test_repeats_no_group(source: str) -> None:
    assert not repeats_group(source)


@pytest.mark.parametrize("source", ["(a|aa)+b", "(?:a|aa){50}b", "(a)*?", "(a){2,}", r"\L<w>+b"])
def test_repeats_a_group(source: str) -> None:
    assert repeats_group(source)


@pytest.mark.parametrize("source", NOT_RECURSIVE)
def test_does_not_recurse(source: str) -> None:
    assert not recurses(source)


@pytest.mark.parametrize("source", RECURSIVE)
def test_recurses(source: str) -> None:
    assert recurses(source)


@pytest.mark.parametrize(
    ("source", "size"),
    [
        ("", 0),
        ("ab", 2),
        ("(?:ab){3}", 12),  # `?:` counts too: more than there are
        ("a{1000}", 1000),
        ("a{2,}b{3,9}", 5),
        ("a{0}", 1),
        (r"\({9}[({9}]{9}", 18),
        ("[]({]{2}", 2),
        ("a{,9}", 5),  # no count at least
        (")(", 1),
    ],
)
def test_how_much_a_regex_is_written_out(source: str, size: int) -> None:
    assert unrolled(source) == size


@pytest.mark.parametrize(
    "source",
    [
        "((a{1000}){1000}){1000}",
        "(?:(?:a{99}){99}){99}",
        "a{99999999999999999999}",
        "(a{9}){9}" * 9,
    ],
)
def test_counts_are_multiplied_where_they_are_nested(source: str) -> None:
    assert (unrolled(source) > 100_000) == ("{9}" not in source)


def test_without_a_report_every_search_has_the_whole_limit() -> None:
    assert time_limit() == time_budget.LIMIT


def test_searches_of_a_report_share_its_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    for clock in ("process_time", "perf_counter"):
        monkeypatch.setattr(time_budget.time, clock, lambda: now)
    with budget_of(0):
        assert time_limit() == time_budget.LIMIT
        now += time_budget.BUDGET - 1
        assert time_limit() == 1
        now += 5
        assert time_limit() == time_budget.LEAST
    assert time_limit() == time_budget.LIMIT


def test_a_smaller_budget_within_that_of_a_report(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    for clock in ("process_time", "perf_counter"):
        monkeypatch.setattr(time_budget.time, clock, lambda: now)
    with budget_of(0):
        with TimeBudget(2):
            assert time_limit() == 2
        assert time_limit() == time_budget.LIMIT
        now += time_budget.BUDGET - 1
        with TimeBudget(2):
            assert time_limit() == 1  # no more than the report has left


def test_a_long_text_has_more(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    for clock in ("process_time", "perf_counter"):
        monkeypatch.setattr(time_budget.time, clock, lambda: now)
    with budget_of(50_000_000):
        now += time_budget.BUDGET + 50
        assert time_limit() == time_budget.LIMIT


@pytest.mark.parametrize(
    ("source", "effort"),
    [
        ("X年", Effort(1, 0)),
        ("X{2,4}[^。]{0,40}", Effort(3 * 41, 0)),
        ("X+", Effort(1, 1)),
        (r"\++", Effort(1, 1)),
        ("[+*]", Effort(1, 0)),
        ("a*b{2,}", Effort(1, 2)),
        ("(?:a|b)?", Effort(1, 0)),
        ("(?:a|b)+", Effort(float("inf"), 0)),
        ("(?R)", Effort(float("inf"), 0)),
    ],
)
def test_effort(source: str, effort: Effort) -> None:
    assert effort_of(source) == effort


def test_which_searches_need_a_clock() -> None:
    assert not effort_of("X年").needs_clock(1_000_000, 1_000_000)
    assert not effort_of("X+").needs_clock(9_000, 9_000)
    assert effort_of("X+").needs_clock(20_000, 20_000)
    assert not effort_of("X+").needs_clock(100, 20_000)
    assert effort_of("(?:a|b)+").needs_clock(1, 1)


def test_the_steps_of_a_search_share_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    for clock in ("process_time", "perf_counter"):
        monkeypatch.setattr(time_budget.time, clock, lambda: now)
    limit = SearchLimit()
    assert limit.left() == time_budget.LIMIT
    now += time_budget.LIMIT + 1  # by the wall; by processor time it begins here
    assert limit.left() == time_budget.LIMIT
    now += time_budget.LIMIT - 1
    assert limit.left() == 1
    now += 1
    with pytest.raises(TimeoutError):
        limit.left()
