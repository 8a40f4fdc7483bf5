"""Four times the input is about four times the work, whatever it is made of. Calls are counted: they are the same on every machine."""

from __future__ import annotations

import pytest
from tools.growth import CONSTRUCTS, MOST, Construct, calls, costs

_PART = 40  # of the sizes at which time is measured: the fixed part of the work must not outweigh the rest


@pytest.mark.parametrize("name", CONSTRUCTS)
def test_work_grows_as_the_input(name: str) -> None:
    once, _, four = costs(CONSTRUCTS[name], calls, _PART)
    assert four / once < MOST


def test_work_that_grows_as_the_square_is_noticed() -> None:
    square = Construct(lambda size: lambda: [abs(one) for one in range(size * size)], 1_000)
    once, twice, four = costs(square, calls, _PART)
    assert four / once > MOST > twice / once
