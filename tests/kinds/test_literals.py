from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from reportlint.kinds.literals import literals


@pytest.mark.parametrize(
    "source",
    [
        "a|b",
        "(?i)todo",
        "a?",
        "a*",
        "a{0,3}",
        "[ab]+",
        r"\d+",
        ".",
        "(ab)",
        "(?:ab)?",
        r"\p{Han}",
        r"ab(?x) c",
        r"a\1|b",
        "(?:abc){e<=1}",
        "[[:alpha:]]+",
        r"\x41",
        r"\U0001f600",
        "x{",
        "(",
        "[",
        r"\pL",
    ],
)
def test_demands_nothing(source: str) -> None:
    assert literals(source) == ()


@pytest.mark.parametrize(
    ("source", "demanded"),
    [
        ("abc", ("abc",)),
        ("ab?c", ("a", "c")),
        ("ab+c", ("ab", "bc")),
        ("X{2,}", ("XX",)),
        (r"(?<![A-Z])XX(?=\p{Han})", ("XX",)),
        ("20(?:XX|YY)年[ ]月", ("20", "年 月")),
        (r"\[[^\]]+\]", ("[", "]")),
        (r"\u3000%", ("\u3000%",)),
        (r"第\L<n>条", ("第", "条")),
        ("^a.b$", ("a", "b")),
        ("[^]]x[]a]y", ("x", "y")),
        (r"(?P<at>a)b", ("b",)),
    ],
)
def test_demands(source: str, demanded: tuple[str, ...]) -> None:
    assert literals(source) == demanded


PIECES = st.sampled_from(
    [
        "a",
        "b",
        "X",
        "[ab]",
        "[^a]",
        r"\.",
        r"\d",
        ".",
        "(a|b)",
        "(?:ab)",
        "(?=a)",
        "(?<!b)",
        "?",
        "+",
        "*",
        "{2}",
        "{1,2}",
        "|",
        "^",
        "$",
        "[]a]",
        r"\[",
        "]",
    ]
)


@given(st.lists(PIECES, max_size=8), st.text(st.sampled_from("abX1.[]"), max_size=12))
def test_every_match_holds_what_is_demanded(pieces: list[str], text: str) -> None:
    source = "".join(pieces)
    try:
        compiled = regex.compile(source)
    except regex.error:
        return
    for match in compiled.finditer(text):
        assert all(one in match[0] for one in literals(source))


@given(st.text(st.sampled_from("ab[](){}\\\\|?*+^$.<>:upPLxU0#1,"), max_size=15))
def test_it_reads_anything(source: str) -> None:
    literals(source)
