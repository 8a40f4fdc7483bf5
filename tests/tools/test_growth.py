"""Four times the input takes about four times the work, for every construct. Calls are counted,
since they are the same on every machine."""

from __future__ import annotations

import pytest
from tools.growth import CONSTRUCTS, MOST, Construct, _linter, calls, costs

from support.growth import MOST as MOST_OF_TIME
from support.growth import assert_linear, growth

# of the sizes at which time is measured: the fixed part of the work must not outweigh the rest
_PART = 40


@pytest.mark.parametrize("name", CONSTRUCTS)
def test_work_grows_as_the_input(name: str) -> None:
    once, _, four = costs(CONSTRUCTS[name], calls, _PART)
    assert four / once < MOST


def test_work_that_grows_as_the_square_is_noticed() -> None:
    square = Construct(lambda size: lambda: [abs(number) for number in range(size * size)], 1_000)
    once, twice, four = costs(square, calls, _PART)
    assert four / once > MOST > twice / once


def test_time_that_grows_as_the_square_is_noticed() -> None:
    assert growth(lambda size: lambda: sum(range(size * size)), 200) > MOST_OF_TIME


@pytest.mark.parametrize("piece", [*"*_#-=.`~^|>(“×X 　1一、年", "** ", "  年  月  日", "TBA "])
def test_no_regex_of_ours_is_slow_on_what_is_repeated(piece: str) -> None:
    """The number of calls does not show the work of a regex. Therefore time is measured here."""
    linter = _linter()
    assert_linear(lambda many: lambda: linter.lint("甲" + piece * many, path="a.txt"), 250)
