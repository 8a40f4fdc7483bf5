from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.config import toml
from reportlint.config.node import Node, looks_typed, plain_data
from reportlint.config.yaml import parse
from reportlint.core.errors import Problem, UserError


def test_places_count_code_points_from_one() -> None:
    root = parse("\ufeff# 说明\n甲: 乙\n𠀀𠀀: [一, '二']\n", "x")
    assert [(key.line, key.column, value.line, value.column) for key, value in root.pairs] == [
        (2, 1, 2, 4),
        (3, 1, 3, 5),
    ]
    assert [(item.line, item.column) for item in root.pairs[1][1].items] == [(3, 6), (3, 9)]


def test_only_line_feeds_and_returns_end_a_line() -> None:
    root = parse("a: 'x\u2028y'\r\nb: 'x\u0085y'\rc: z\n", "x")
    assert [key.line for key, _ in root.pairs] == [1, 2, 3]


def test_an_alias_stands_where_it_is_used() -> None:
    root = parse("a: &x [1]\nb: *x\n", "x")
    value = root.get("b")
    assert value is not None
    assert (value.line, value.column, plain_data(value)) == (2, 4, [1])


@pytest.mark.parametrize(
    "text",
    [
        "a",
        "off",
        "on",
        "no",
        "yes",
        "1.2.3",
        "v1",
        "2024年",
        "1.北京",
        "3、",
        "2024-2025",
        "-",
        "+",
        ".",
        "e5",
        "0xg",
        "a:b",
        "１２",
        "一",
    ],
)
def test_text_without_quotes(text: str) -> None:
    assert not looks_typed(Node("scalar", 1, 1, text, True))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "~",
        "null",
        "true",
        "False",
        "1",
        "-1",
        "+1.5",
        "1.",
        ".5",
        "1e3",
        "0x1F",
        "0o7",
        "1_000",
        "012",
        "2024-01-01",
        "2024-1-1 10:00:00",
        "12:30",
        ".inf",
        ".NaN",
    ],
)
def test_what_reads_as_something_else(text: str) -> None:
    assert looks_typed(Node("scalar", 1, 1, text, True))
    assert not looks_typed(Node("scalar", 1, 1, text, False))


def test_plain_data() -> None:
    root = parse("a: 1\nb: '1'\nc: true\nd: ~\ne: off\nf: 1.5\ng: [x, 2024-01-01]\nh: +3\n", "x")
    assert plain_data(root) == {
        "a": 1,
        "b": "1",
        "c": True,
        "d": None,
        "e": "off",
        "f": 1.5,
        "g": ["x", "2024-01-01"],
        "h": 3,
    }


def test_toml_places() -> None:
    text = '[tool.a]\nlanguage = "x"\n\n[tool.reportlint]\nlanguage = "zh"\nextends = [\n  "core",\n  "zh",\n]\n'
    root = toml.parse(text, "pyproject.toml")
    assert root is not None
    assert [(key.text, key.line, key.column) for key, _ in root.pairs] == [
        ("language", 5, 1),
        ("extends", 6, 1),
    ]
    assert [item.line for item in root.pairs[1][1].items] == [7, 8]


def test_toml_of_others_is_none_of_our_business() -> None:
    assert toml.parse("not toml, but says reportlint", "pyproject.toml") is None
    assert toml.parse("[tool.other]\nreportlint = 1\n", "pyproject.toml") is None


YAMLISH = st.text(
    st.sampled_from("ab1:- \n\t[]{},'\"&*!|>#%@?~\\<\ufeff\x85\u2028\x00一𠀀"), max_size=60
)


@given(st.text(max_size=80) | YAMLISH)
def test_any_text_gives_nodes_or_a_user_error(text: str) -> None:
    problems: tuple[Problem, ...] = ()
    try:
        plain_data(parse(text, "x"))
    except UserError as error:
        problems = error.problems
    assert all(problem.line and problem.column for problem in problems)
