from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.kinds import pairs
from support.growth import assert_linear
from support.kinds import hits as run
from support.shipped_rules import check, hits

RULE = "bracket-pair"
SILENT = [
    # list markers, emoticons, feet and inches, apostrophes
    "任务有：1）学习；2）调研；3）落实。",
    "a) one\nb) two\n",
    "1、甲 2）乙；第1）项",
    "我们:-) 很好 :(",
    "notes (it could not be reversed :)).",
    "1】检查阀门\n2】检查管道；3】填写记录\n",
    "1.) The victim deposits.\n2.) The attacker sees it.\n",
    "комп’ютер, l’été, all’s well; the ‘90s, it‘s so, `a`’s",
    # brackets that are spoken of, code that is not marked as code, titles cut off
    "输入“（”后加'['，再用 ‘}’ 结束。",
    "for (i = 0; i < n; i++) {\n    sum += i;\n} else {\n    foo({\n    });\n};\n",
    "关于印发《排污许可管理办法…\n",
    "12” pipe and a 6’ ladder, 5’10” tall",
    "It’s the users’ choice of the ’90s.",
    # pairs
    "（一）学习（含调研）。（附件1）（附件2）。",
    "他说：“甲‘乙’丙。”《〈甲〉解读》【乙】「丙『丁』」",
    "《关于《甲》的通知》",
    "区间[0,1)和(0,1]，f(a[1], {b: 2})。",
    "Bytes [a, a + n) are free, [min(a, b), max(a, b)) are not.",
    # over lines and paragraphs
    "他说：“甲。\n“乙。\n“丙。”\n",
    "一、将第三条修改为：“甲：\n\n　　“（一）乙；\n\n　　“（二）丙。”\n\n二、删去第四条。\n",
    "将第三条修改为：\n\n“第三条　甲：\n\n（一）乙；\n\n（二）丙。”\n",
    "（注：甲。\n\n乙。\n\n丙。）\n",
    "前文（\n三）后文",
    '{\n    "a": [\n        {"b": 1}\n    ]\n}\n',
    '"straight" and "odd',
    "》》点击查看《《\n",
]
SILENT_MARKDOWN = [
    "`f(x` 和 $(0, 1]$ 与 [甲](http://a.b/c_(d))。",
    "```\n（\n```\n",
    "见[https://a.b/c](https://a.b/c)（甲）。",
    "<!-- （ -->\n",
    "- [7) 콜센터 직원](https://a.b/c)\n",
    "- 4) [‘저녁’으로 바뀐](https://a.b/c)\n",
    "记作（$f(x$)）。",
    "- [ ] task\n- [x] done [1]\n",
]
FIRES = [
    # one half full, one half width
    "本条(四⟦）⟧项，附件（见表二⟦)⟧。",
    "（一⟦)⟧学习\n（二⟦)⟧调研\n",
    "关于印发《办法⟦（⟧试行》的通知",
    "Bytes [a, see note⟦)⟧ are free.",
    "| 甲 | 乙 |\n|---|---|\n| 一⟦（⟧二 | 三 |\n| 四（五 | 六） |\n",
    "落实《规划》⟦》⟧要求",
    "推进⟦“⟧放管服改革。",
    "推进放管服⟦”⟧改革。",
    "附件⟦（⟧1、2、3",
    "the cache (Redis⟦]⟧ was full",
    "⟦「⟧臺灣報告",
    "全文如下⟦）⟧。",
    "“两个维护⟦“⟧更加坚决。",
    "（甲“乙）丙⟦”⟧",
    "坚持《规划⟦〉⟧的要求",
    "（甲（乙）\n\n" + "丙。\n\n" * 30 + "丁）",
]


@pytest.mark.parametrize("format", ["text", "markdown"])
@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str, format: str) -> None:
    assert [hit.span.cut(text) for hit in hits(RULE, text, format)] == []


@pytest.mark.parametrize("text", SILENT_MARKDOWN)
def test_silent_in_markdown(text: str) -> None:
    assert [hit.span.cut(text) for hit in hits(RULE, text, "markdown")] == []


@pytest.mark.parametrize("format", ["text", "markdown"])
@pytest.mark.parametrize("text", FIRES[:-1])
def test_found(text: str, format: str) -> None:
    hits = check(RULE, text, format)
    assert hits
    for hit in hits:
        assert set(pairs.FIELDS) <= set(hit.values)


def test_a_bracket_is_not_closed_thirty_paragraphs_on() -> None:
    assert [hit.span.start for hit in hits(RULE, FIRES[-1])] == [0, len(FIRES[-1]) - 1]


def test_options() -> None:
    text = "甲(四）乙。\n\n“丙\n\n丁”"
    assert not run("pairs", {"quotes": ["“”"]}, text)
    assert [hit.span.start for hit in run("pairs", {"mixed-width": True}, text)] == [3]
    assert [
        hit.span.start for hit in run("pairs", {"quotes": ["“”"], "quote-paragraphs": 0}, text)
    ] == [8, 13]
    assert [
        hit.span.start for hit in run("pairs", {"pairs": ["<>"], "scope": ["prose"]}, "a > b")
    ] == [2]
    assert not run("pairs", {"pairs": ["<>"], "markers": [" >"]}, "a > b")
    assert not run("pairs", {"pairs": ["<>"], "unless": ["[<>] b"]}, "a > b")
    assert run("pairs", {"quotes": ["‘’"], "apostrophes": []}, "users’ choice")


@given(st.recursive(st.sampled_from(["甲", "a", "，", "12"]), lambda inner: st.builds(
    lambda pair, parts: pair[0] + "".join(parts) + pair[1], st.sampled_from(["（）", "【】", "《》", "「」", "{}"]), st.lists(inner, max_size=4)
), max_leaves=20), st.data())  # fmt: skip
def test_what_is_nested_is_silent_and_one_half_less_is_found(
    text: str, data: st.DataObject
) -> None:
    text = f"文：{text}。"
    assert not run("pairs", {"pairs": ["（）", "【】", "《》", "「」", "{}"]}, text, "text")
    marks = [at for at, char in enumerate(text) if char in "（）【】《》「」{}"]
    if marks:
        at = data.draw(st.sampled_from(marks))
        assert run(
            "pairs",
            {"pairs": ["（）", "【】", "《》", "「」", "{}"]},
            text[:at] + text[at + 1 :],
            "text",
        )


def test_time_is_linear() -> None:
    def find(many: int) -> Callable[[], object]:
        text = "甲（" * many + "（乙）“丙”" * many
        assert hits(RULE, text)
        return lambda: hits(RULE, text)

    assert_linear(find, 1000)
