"""Valid list entries: those that are meant as written, and those that are certainly mistakes."""

from __future__ import annotations

import pytest

from reportlint.config.node import SCALAR, Node
from reportlint.config.slips import slip_in_regex, slip_in_text

MEANT = [
    "其一，",
    "，",
    "《条例》",
    "“甲”和“乙”",
    "-force",
    "v1.2",
    "node.js",
    "C++",
    "(一)",
    "US$",
    "a|b",
    "a.b*",
]
SLIPS = [
    "甲，乙",
    "甲、乙",
    "“甲”",
    "‘甲’",
    "【甲】",
    "［甲，乙］",
    "-甲",
    "－甲",
    "\u3000甲",
    "甲.*乙",
    "\\d年",
    "(甲|乙)方",
    "^甲",
]


def plain(text: str) -> Node:
    return Node(SCALAR, 1, 1, text, plain=True)


@pytest.mark.parametrize("text", MEANT)
def test_what_is_meant(text: str) -> None:
    assert slip_in_text(plain(text), "words") is None


@pytest.mark.parametrize("text", SLIPS)
def test_what_is_not(text: str) -> None:
    assert slip_in_text(plain(text), "words") is not None


@pytest.mark.parametrize("text", SLIPS[:9])
def test_quotes_say_that_it_is_meant(text: str) -> None:
    assert slip_in_text(Node(SCALAR, 1, 1, text), "words") is None


def test_where_anything_may_stand() -> None:
    assert slip_in_text(plain("甲，乙"), "message") is None
    assert slip_in_text(plain("“甲”"), "allow") is None
    assert slip_in_text(plain("甲、乙"), "words", parted=False) is None
    assert slip_in_regex(plain("^甲.*乙$"), "regex", parted=True) is None
    assert slip_in_regex(plain("甲，乙"), "regex", parted=True) is not None
