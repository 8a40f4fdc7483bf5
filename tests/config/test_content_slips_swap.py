"""Rows of a `swap` that are meant as written, and those that are certainly mistakes."""

from __future__ import annotations

import pytest

from reportlint.config.content_slips import complaints_of_swap

MEANT = [
    ("帐号", ["账号"]),
    ("每小时公里", ["公里/小时"]),
    ("也许", ["或许"]),
    ("移除", ["删除"]),
    ("->", ["→"]),
    ("/(\\d+) +%/", ["\\1%"]),
    ("(一)", ["（一）"]),
    ("e-mail", ["email", "mail"]),
]
NOT_MEANT = [
    ("(\\d+) +%", ["\\1%"], "'/(\\d+) +%/'"),
    ("(?:登陆|登入)系统", ["登录系统"], "'/(?:登陆|登入)系统/'"),
    ("登陆", ["→登录"], "登陆: 登录"),
    ("帐号", ["账号/账户"], "[账号, 账户]"),
    ("登陆", ["登录或登入"], "[登录, 登入]"),
    ("进行了", ["（删去）"], "replace: ''"),
    ("basically", ["(remove)"], "replace: ''"),
]


@pytest.mark.parametrize(("wrong", "rights"), MEANT)
def test_what_is_meant(wrong: str, rights: list[str]) -> None:
    assert list(complaints_of_swap({"swap": {wrong: rights}})) == []


@pytest.mark.parametrize(("wrong", "rights", "cure"), NOT_MEANT)
def test_what_is_not_meant(wrong: str, rights: list[str], cure: str) -> None:
    ((key, complaint),) = complaints_of_swap({"swap": {wrong: rights}})
    assert key == "swap"
    assert cure in complaint.zh
    assert cure in complaint.en


def test_a_family_is_looked_at_too() -> None:
    ((key, _),) = complaints_of_swap({"patterns": {"a": {"swap": {"登陆": "→登录"}}, "b": False}})
    assert key == "patterns"
