from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportlint.config.node import plain_data
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
    assert [problem for problem in problems if not (problem.line and problem.column)] == []
