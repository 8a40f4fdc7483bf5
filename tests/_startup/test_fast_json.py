"""JSON with the fast and with the plain implementation."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from startup_support import without

from reportlint._startup import fast_json

PLAIN = without("_json", "fast_json")
NONE = ["", "x", "[", "[1,", '"a', "{1:2}", "[1]]", "[1] 2", "[" * 100_000, "nul", "'a'", "[\n"]
DATA = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


def test_each_way_is_what_it_is_called() -> None:
    assert fast_json.scanner() is not None
    assert PLAIN.scanner() is not None  # it is there again
    assert PLAIN._SCAN is None


@pytest.mark.parametrize("loads", [fast_json.loads, PLAIN.loads])
@pytest.mark.parametrize("text", NONE)
def test_what_is_no_json(loads: Any, text: str) -> None:
    with pytest.raises((ValueError, RecursionError)):
        loads(text)


@pytest.mark.parametrize("loads", [fast_json.loads, PLAIN.loads])
@given(data=DATA, separators=st.sampled_from([(",", ":"), (", ", ": ")]))
def test_a_value_comes_back(loads: Any, data: Any, separators: tuple[str, str]) -> None:
    assert loads(json.dumps(data, separators=separators)) == data
