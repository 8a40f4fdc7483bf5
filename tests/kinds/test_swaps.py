"""`swap`: what is right already or stands within a longer word is silent, then each row and what it
writes.
"""

from __future__ import annotations

import pytest
from readings import reading

from reportlint.core.lexicon import Lexicon
from reportlint.kinds import pattern
from reportlint.kinds.swaps import bad_keys

TABLE = {
    "登陆系统": ["登录系统"],
    "帐号": ["账号", "账户"],
    "utilise": ["use"],
    "其一，": ["一是"],
    "大约": [""],
    r"/(\d+) +%/": [r"\1%"],
}
SILENT = ["台风登陆。", "账号。", "增长5%。", "utilised", "UTILISE", "其一。", "`帐号`"]
FOUND = {
    "请登陆系统。": ("登陆系统", "登录系统", True),
    "用帐号。": ("帐号", "账号 / 账户", False),
    "we utilise it": ("utilise", "use", True),
    "其一,甲": ("其一,", "一是", True),
    "大约五人": ("大约", "", True),
    "增长5 %。": ("5 %", "5%", True),
}


def hits(text: str, **options: object) -> list[tuple[str, object, bool]]:
    prepared = pattern.prepare(
        {"swap": TABLE, "scope": ["prose", "not inline-code"], **options}, Lexicon()
    )
    matches = pattern.find(reading(text), prepared)
    return [(hit.span.cut(text), hit.values["replacement"], hit.fix is not None) for hit in matches]


@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str) -> None:
    assert hits(text) == []


@pytest.mark.parametrize("text", FOUND)
def test_found(text: str) -> None:
    assert hits(text) == [FOUND[text]]


def test_either_case() -> None:
    options = {"ignore-case": True}
    assert hits("UTILISE", **options) == [("UTILISE", "use", True)]


def test_a_thousand_rows_are_one_pattern() -> None:
    table = {f"词{number}": ["x"] for number in range(1000)}
    prepared = pattern.prepare({"swap": table}, Lexicon())
    assert len(prepared.families[0].finds) == 1


def test_rows_that_are_wrong() -> None:
    assert list(bad_keys({"/a/": ["b"], "甲": ["甲", "乙"], "/": ["x"]})) == []
    assert len(list(bad_keys({"/(a/": ["b"], "甲": ["甲"]}))) == 2


INDENTED = {"　　急件": "急件", "甲\n\n　　急件": "急件", "急件": "急件", "　　甲急件": ""}


@pytest.mark.parametrize("text", INDENTED)
def test_a_match_may_begin_in_an_indent(text: str) -> None:
    prepared = pattern.prepare({"regex": [r"^\s*急件"]}, Lexicon())
    assert (
        "".join(hit.span.cut(text) for hit in pattern.find(reading(text), prepared))
        == INDENTED[text]
    )
