"""The value of a scalar in a file."""

from __future__ import annotations

import pytest

from reportlint.config.node import Node, looks_typed, plain_data
from reportlint.config.yaml import parse


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
