from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import REPORT

from support.kinds import check, hits

LOGIN = {
    "prefer": {"登录": ["登陆", "登入"]},
    "unless": ["登陆(?:舰|艇|作战|场)|台风[^。]{0,12}登陆"],
}
ACCOUNT = {"either": [["账号", "帐号"]]}
DATES = {"either-regex": [["20[0-9]{2}年", "二[〇○]二[一二三四五六七八九]年"]]}

SILENT: list[tuple[dict[str, Any], str]] = [
    (LOGIN, "台风“海燕”凌晨登陆。两栖登陆舰。"),
    (LOGIN, "请登录系统。"),
    ({"prefer": {"登录": ["登陆"]}}, "```\n登陆\n```\n<!-- 登陆 -->\n[见](https://a.org/登陆)\n"),
    ({"prefer": {"e-mail": ["email"]}}, "emails, my_email, the e-mail"),
    ({"prefer": {"账目表": ["账目"]}}, "账目表"),  # the right one holds the wrong one
    ({"prefer": {"其他": ["其它"]}, "allow": ["其它生物"]}, "其它生物"),
    ({"prefer": {"其他": ["其它"]}, "scope": ["prose", "not quote"]}, "> 其它\n"),
    (ACCOUNT, "账号，账号。"),
    (ACCOUNT, "帐号，帐号。"),
    (ACCOUNT, "帐户和账号。"),
    ({"either": [["网站", "网站点"]]}, "网站点，网站点。"),
    (DATES, "2026年、2025年。"),
    ({"either": [["login", "log in"]]}, "Login"),
    ({"prefer": {"注：": ["注:"]}}, "注：甲。"),  # one is found in either width
    ({"either": [["注：", "注:"]]}, "注：甲，注：乙。"),
]

FIRES: list[tuple[dict[str, Any], str]] = [
    (LOGIN, "请⟦登陆⟧系统后⟦登入⟧后台。登录成功。"),
    ({"prefer": {"e-mail": ["email"]}, "ignore-case": True}, "⟦Email⟧ me"),
    (ACCOUNT, "账号甲，账号乙，⟦帐号⟧丙。"),
    (ACCOUNT, "⟦帐号⟧甲。账号乙，账号丙。"),  # the usual one wins, wherever it stands
    (ACCOUNT, "账号甲，⟦帐号⟧乙。"),  # of equals, the first
    ({"either": [["账号", "帐号", "賬號"]]}, "账号，账号，⟦帐号⟧，⟦賬號⟧。"),
    ({"either": [["网站", "网站点"]]}, "网站点，网站点，⟦网站⟧。"),
    (DATES, "2026年、2025年、⟦二〇二四年⟧。"),
    ({"prefer": {"注：": ["注:"]}}, "注：甲，⟦注:⟧乙。"),
    ({"either": [["注：", "注:"]]}, "注：甲，⟦注:⟧乙。"),
    ({"either": [["账号", "帐号"], ["登录", "登入"]]}, "账号登录，⟦帐号⟧⟦登入⟧。"),
]


@pytest.mark.parametrize(("options", "text"), SILENT)
def test_stays_silent(options: dict[str, Any], text: str) -> None:
    check("consistency", options, text, of=REPORT)


@pytest.mark.parametrize(("options", "text"), FIRES)
def test_fires(options: dict[str, Any], text: str) -> None:
    assert check("consistency", options, text, of=REPORT)


def test_the_right_spelling_is_a_fix_and_the_usual_one_is_none() -> None:
    (hit,) = hits("consistency", LOGIN, "请登陆。")
    assert hit.fix is not None
    assert (hit.fix.safety, hit.fix.edits[0].text) == ("unsafe", "登录")
    (safe,) = hits("consistency", {**LOGIN, "safe": True}, "请登陆。")
    assert safe.fix is not None
    assert safe.fix.safety == "safe"
    (mixed,) = hits("consistency", ACCOUNT, "账号。\n帐号。")
    assert mixed.fix is None
    assert (mixed.values["expected"], mixed.values["expected_line"]) == ("账号", "1")
    assert [tuple(span) for span, _ in mixed.related] == [(0, 2)]


TEXTS = st.text(st.sampled_from("账帐号，\n"), max_size=50)


@given(TEXTS)
def test_what_is_left_when_the_finds_are_replaced_is_consistent(text: str) -> None:
    matches = hits("consistency", ACCOUNT, text, "text")
    forms = {form: text.count(form) for form in ("账号", "帐号")}
    assert len(matches) == min(forms.values())
    for hit in reversed(matches):
        text = text[: hit.span.start] + hit.values["expected"] + text[hit.span.end :]
    assert not hits("consistency", ACCOUNT, text, "text")


@given(TEXTS)
def test_fixing_twice_changes_nothing(text: str) -> None:
    rule = {"prefer": {"账号": ["帐号"]}}
    for hit in reversed(hits("consistency", rule, text, "text")):
        (edit,) = hit.fix.edits
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert not hits("consistency", rule, text, "text")
