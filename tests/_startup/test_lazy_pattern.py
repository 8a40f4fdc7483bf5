"""A pattern that is compiled at its first use."""

from __future__ import annotations

import pickle
import re

import pytest
import regex

from reportlint._startup.lazy_pattern import LazyPattern, lazy, lazy_regex


def test_it_is_used_as_a_compiled_one() -> None:
    pattern = lazy("A(?P<n>[0-9]+)", re.I)
    assert isinstance(pattern, LazyPattern)
    assert not pattern.is_compiled
    match = pattern.search("x a12")
    assert match is not None
    assert match["n"] == "12"
    assert pattern.is_compiled
    assert pattern.sub("-", "a1 a2") == "- -"
    assert (pattern.groupindex, pattern.flags & re.I) == ({"n": 1}, re.I)


def test_one_of_regex_names_lists_of_words() -> None:
    pattern = lazy_regex(r"\p{Han}+\L<ranks>", regex.I, {"ranks": ("局", "处"), "unused": ("x",)})
    assert pattern.findall("副局，某处") == ["副局", "某处"]


def test_it_pickles_as_its_source() -> None:
    for pattern in (lazy("a"), lazy_regex(r"a\L<w>?", 0, {"w": ("b",)})):
        assert pattern.search("a")
        again = pickle.loads(pickle.dumps(pattern))
        assert not again.is_compiled
        assert again.search("a")


def test_a_regex_that_is_none_says_so_when_it_is_used() -> None:
    with pytest.raises(re.error):
        lazy("(").search("a")
    with pytest.raises(regex.error):
        lazy_regex("(").search("a")


def test_it_has_no_attributes_but_those_of_a_pattern() -> None:
    with pytest.raises(AttributeError):
        lazy("a").nonsense  # noqa: B018
