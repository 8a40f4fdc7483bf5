"""Errors of the YAML parser, with messages that tell the user what to do."""

from __future__ import annotations

import pytest

from reportlint.config.yaml import parse
from reportlint.core.errors import UserError


@pytest.mark.parametrize(
    "text",
    [
        'message: "写“什么”"\n',
        "a: [甲, b] # 注释\n",
        "a: '# 甲'\n",
        "a: b\n   c\n",
        "a:\n  b: c\n",
    ],
)
def test_is_read(text: str) -> None:
    assert parse(text, "x").pairs


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ('a: "甲”\n', (1, 4), "full width close none"),
        ('a: "甲\n', (1, 4), "a quote is not closed"),
        ("a: [甲, #乙]\nb: c\n", (1, 4), "all behind # is a comment"),
        ("a: 甲\n乙\nb: c\n", (3, 1), "is indented"),
        ("a: '甲'乙\n", (1, 7), "text behind a closing quote"),
        ("a: b\n  c: d\n", (2, 4), "align them"),
        ("a: b: c\n", (1, 5), "a colon cannot stand here"),
        ("\ta: b\n", (1, 1), "tabs cannot indent"),
    ],
)
def test_the_cure_is_told_at_its_place(text: str, place: tuple[int, int], message: str) -> None:
    with pytest.raises(UserError) as raised:
        parse(text, "x")
    (problem,) = raised.value.problems
    assert message in problem.message.en
    assert (problem.line, problem.column) == place
