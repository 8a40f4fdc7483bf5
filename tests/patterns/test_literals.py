"""The literals that a regex requires: never more than the engine requires."""

from __future__ import annotations

import pytest
import regex
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from reportlint.patterns.heads import starts_in
from reportlint.patterns.literals import required_by
from reportlint.patterns.prefilter import LiteralSets, any_of, fold_case, holds


def required_literals(source: str, ignore_case: bool) -> LiteralSets:
    return required_by(source, ignore_case).literal_sets


@pytest.mark.parametrize(
    "source",
    [
        "a?",
        "a*",
        "a{0,3}",
        "a{,3}",
        r"\d+",
        ".",
        "(?:ab)?",
        "a|",
        "a|.",
        r"\p{Han}",
        r"ab(?x) c",
        "a(?i)b",
        r"a\1",
        "(?:abc){e<=1}",
        "[[:alpha:]]+",
        "[^a]",
        r"[\d]",
        "(?!a)",
        "(?<!a)",
        "x{",
        "(",
        "[",
        "a)",
        r"\pL",
        "(?i:a)",
        "(?|a|b)",
    ],
)
def test_nothing_is_required(source: str) -> None:
    assert required_literals(source, False) == ()


@pytest.mark.parametrize(
    ("source", "literal_sets"),
    [
        ("abc", (("abc",),)),
        ("a|b", (("a", "b"),)),
        ("[ab]+", (("a", "b"),)),
        ("ab?c", (("abc", "ac"),)),
        ("ab+c", (("ab",), ("bc",))),
        ("a[bc]{2,}", (("abb", "abc", "acb", "acc"), ("bb", "bc", "cb", "cc"))),
        ("a(?:b|c){1,3}d", (("ab", "ac"), ("bd", "cd"))),
        ("(?i)<(?:your|add)[ ]", (("<",), (" ",))),
        (r"\[(?i:your|的)x", (("[",), ("x",))),
        (r"(?i:[ab]|年)[ ]", ((" ",),)),
        (r"[\[{]a", (("[a", "{a"),)),
        ("X{2,}", (("XX",),)),
        ("X{2}", (("XX",),)),
        (r"(?<![A-Z])XX(?=\p{Han})", (("XX",),)),
        ("20(?:XX|YY)年[ ]月", (("20XX年 月", "20YY年 月"),)),
        (r"\[[^\]]+\]", (("[",), ("]",))),
        (r"\u3000%", (("\u3000%",),)),
        (r"第\L<n>条", (("第",), ("条",))),
        ("x(?i:年|on)月", (("x",), ("月",))),  # in either case: nothing is known of letters
        ("(?i)<[a-k][年]O>", (("<",), ("年",), (">",))),
        ("^a.b$", (("a",), ("b",))),
        ("[^]]x[]a]y", (("x]y", "xay"),)),
        (r"(?P<at>a)b", (("ab",),)),
        ("(?=.*密级)a", (("密级",), ("a",))),
        ("(?:甲.|乙丙.)", (("甲", "乙丙"),)),
        ("(?>a)b", (("ab",),)),
    ],
)
def test_required(source: str, literal_sets: tuple[tuple[str, ...], ...]) -> None:
    assert sorted(required_literals(source, False)) == sorted(literal_sets)


def test_case_is_folded_where_it_is_ignored() -> None:
    assert required_literals("TODO", True) == (("todo",),)
    assert required_literals("(?i)TODO", False) == ()
    assert holds(fold_case("ToDo: x"), required_literals("TODO", True))


def test_the_most_telling_set_comes_first() -> None:
    assert required_literals("26.密级", False) == (("密级",), ("26",))


def test_one_of_several_regexes() -> None:
    assert any_of([required_literals("ab.c", False), required_literals("x", False)]) == (
        ("ab", "x"),
    )
    assert any_of([required_literals("ab", False), required_literals(".", False)]) == ()


PIECES = st.sampled_from(
    [
        "a",
        "b",
        "甲",
        "乙",
        "一",
        "[ab]",
        "[^a]",
        "[一-三]",
        ".",
        r"\d",
        "(?:a|甲)",
        "(?:ab|乙.|)",
        "(?=a)",
        "(?!b)",
        "^",
        "$",
        "(a|b)",
        "(?i:a甲)",
        "(?i:b|[乙A])",
        r"\b",
        "(?i:a)",
        "(?i:甲b)",
        "(?i:[aB])",
    ]
)
TIMES = st.sampled_from(["", "", "", "?", "*", "+", "{2}", "{1,2}", "*?", "++"])
SOURCES = st.lists(st.tuples(PIECES, TIMES), min_size=1, max_size=6).map(
    lambda parts: "".join(
        piece + (times if piece not in "^$" and not piece.startswith(("(?=", "(?!", "\\b")) else "")
        for piece, times in parts
    )
)


@given(
    st.tuples(
        st.sampled_from(["", "", "(?i)"]), st.lists(SOURCES, min_size=1, max_size=3).map("|".join)
    ).map("".join),
    st.text("abAB甲乙一二1 \n", max_size=12),
    st.booleans(),
)
def test_a_text_with_a_match_holds_what_is_required(
    source: str, text: str, ignore_case: bool
) -> None:
    flags = regex.MULTILINE | (regex.IGNORECASE if ignore_case else 0)
    assume(regex.search(source, text, flags))
    literal_sets = required_literals(source, ignore_case)
    assert holds(fold_case(text) if ignore_case else text, literal_sets)


@pytest.mark.parametrize(
    ("source", "heads", "at_line"),
    [
        ("abc", ("abc",), False),
        ("a|bc", ("a", "bc"), False),
        ("abc|ab", ("ab",), False),  # what begins with abc begins with ab
        ("a?bc", ("abc", "bc"), False),
        ("a*b", ("a", "b"), False),
        ("[ab]+c", ("a", "b"), False),
        (r"(?<![A-Z])XX(?=\p{Han})", ("XX",), False),
        (r"年(?<=^ *年)[ ]月", ("年 月",), False),
        (r"x\d", ("x",), False),
        ("(?P<y>19|20)[0-9]{2}", ("19", "20"), False),
        ("[a-e]x", ("a", "b", "c", "d", "e"), False),  # of many the first characters
        ("^[ ]{0,3}#x", (" ", "#"), True),
        ("^a|^b", ("a", "b"), True),
        ("^a|b", ("a", "b"), False),
        ("(?:^a)b", ("ab",), True),
        ("(?=^)a", ("a",), False),
        (r"[\u2066-\u2069]", ("\u2066", "\u2067", "\u2068", "\u2069"), False),
        (r"(?i:be)x", ("B", "b"), False),
    ],
)
def test_what_matches_begin_with(source: str, heads: tuple[str, ...], at_line: bool) -> None:
    assert required_by(source, False).heads == (heads, at_line)


def test_with_case_ignored_a_match_begins_with_either_case() -> None:
    assert required_by("be", True).heads.texts == ("B", "b")
    assert required_by("年x", True).heads.texts == ("年",)
    # a long s and the sign of the kelvin are the same as s and k
    assert required_by("se", True).heads.texts == ()
    assert required_by("k", True).heads.texts == ()


@pytest.mark.parametrize(
    "source", ["a?", ".", r"\d", "^", "(?=a)", "a|.", "a||b", r"\L<n>a", "[^a]b"]
)
def test_nothing_is_known_of_what_matches_begin_with(source: str) -> None:
    assert required_by(source, False).heads.texts == ()


@settings(suppress_health_check=[HealthCheck.filter_too_much])  # of some regexes nothing is known
@given(
    st.tuples(
        st.sampled_from(["", "", "", "(?i)", "^"]),
        st.lists(SOURCES, min_size=1, max_size=3).map("|".join),
    ).map("".join),
    st.text("abAB甲乙一二1 \n", max_size=40),
    st.booleans(),
)
def test_every_match_begins_where_one_may(source: str, text: str, ignore_case: bool) -> None:
    pattern = regex.compile(source, regex.MULTILINE | (regex.IGNORECASE if ignore_case else 0))
    places = starts_in(text, required_by(source, ignore_case).heads)
    assume(places is not None)
    assert {match.start() for match in pattern.finditer(text)} <= {*places}


@pytest.mark.parametrize(
    "source",
    [
        "a.b",
        r"^a[^\n]*b$",
        r"[^\s]+",
        r"[ \t\u3000]*\r?$",
        r"\p{Han}\w\d\S",
        r"[\p{Han}\d]",
        r"(?<=年[^。\n]*)月(?!日)",
        r"\L<units>",
        r"[\x00-\xff]?".replace("x00", "x20"),
    ],
)
def test_a_line_tells_all(source: str) -> None:
    assert required_by(source, False).within_line


@pytest.mark.parametrize(
    "source",
    [
        r"a\n",
        r"a\s",
        "[^a]",
        r"[^\\n]",  # no backslash, no n
        r"[a\n]",
        r"[\x00-\xff]",
        r"[^\p{Han}]",
        r"[\P{Han}]",
        r"\P{Han}",
        r"\p{Cc}",
        r"\W",
        r"\D",
        r"\Z",
        r"(?=\n)",
        r"(?![^a])",
        "a\nb",
        r"\x0a",
        "(?s)a.b",
        "(",
    ],
)
def test_a_line_may_not_tell_all(source: str) -> None:
    assert not required_by(source, False).within_line


@given(
    st.lists(
        st.one_of(
            SOURCES, st.sampled_from([r"\s", r"[^\n]", r"(?!\n)", r"(?=[a\n])", r"\w", r"\b"])
        ),
        min_size=1,
        max_size=4,
    ).map("".join),
    st.text("abAB甲乙一二1 \n\r", max_size=40),
)
def test_matches_are_found_line_by_line_where_a_line_tells_all(source: str, text: str) -> None:
    if not required_by(source, False).within_line:
        return
    pattern = regex.compile(source, regex.MULTILINE)
    spans, start = [], 0
    for line in text.split("\n"):
        spans += [m.span() for m in pattern.finditer(text, start, start + len(line))]
        start += len(line) + 1
    assert [m.span() for m in pattern.finditer(text) if m[0]] == [s for s in spans if s[0] < s[1]]
