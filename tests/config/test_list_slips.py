"""Lists written as on paper: texts that are one entry, and texts that are certainly several."""

from __future__ import annotations

import pytest

from reportlint.config.list_slips import list_slip, rest_slip
from reportlint.config.node import SCALAR, Node

ONE = [
    ("元/吨", "words"),
    ("公里/小时", "words"),
    ("和/或", "words"),
    ("and/or", "words"),
    ("a|b", "words"),
    ("1. 甲", "words"),
    ("3.14 2.71", "words"),
    ("·", "words"),
    ("-- x", "words"),
    ("(一)", "words"),
    ("（甲）", "words"),
    ("however, we", "words"),
    ("其一, ", "words"),
    ("真的吗?", "words"),
    ("……", "words"),
    ("第*", "words"),
    ("关于XX的报告", "words"),
    ("XML 说明", "title"),
    ("特此报告。", "any"),
    ("报告.md 的说明", "title"),
    ("XXI 世纪", "title"),
    ("二〇〇八年总结", "title"),
    ("Exxon report", "title"),
    ("《条例》实施情况", "title"),
    ("关于印发《条例》的通知", "title"),
]
SEVERAL = [
    ("(高度重视, 扎实推进)", "[高度重视, 扎实推进]"),
    ("（高度重视，扎实推进）", "[高度重视, 扎实推进]"),
    ("高度重视 或 扎实推进", "[高度重视, 扎实推进]"),
    ("高度重视/扎实推进", "[高度重视, 扎实推进]"),
    ("高度重视 | 扎实推进", "[高度重视, 扎实推进]"),
    ("高度重视, 扎实推进", "[高度重视, 扎实推进]"),
    ("1. 甲 2. 乙", "[甲, 乙]"),
    ("1、甲 2、乙", "[甲, 乙]"),
    ("· 甲 · 乙", "[甲, 乙]"),
    ("— 甲", "[甲]"),
    ("不但…而且", "'不但.{0,20}而且'"),
    ("关于*的报告", "'关于.{0,20}的报告'"),
    ("第?条", "'第.{0,20}条'"),
    ("账号/帐号", "[账号, 帐号]"),
    ("高度重视。", "高度重视"),
]
TITLES = [
    ("XX单位工作计划", "单位工作计划"),
    ("××市报告", "市报告"),
    ("《工作计划》", "工作计划"),
]


@pytest.mark.parametrize(("text", "name"), ONE)
def test_is_one_entry(text: str, name: str) -> None:
    assert list_slip(text, name, parted=True) is None


def test_commas_part_nothing_on_lines_of_their_own() -> None:
    assert list_slip("首先, 其次", "words", parted=False) is None


@pytest.mark.parametrize(("text", "cure"), SEVERAL)
def test_is_several_or_has_a_gap(text: str, cure: str) -> None:
    message = list_slip(text, "words", parted=True)
    assert message
    assert cure in message.zh
    assert cure in message.en


@pytest.mark.parametrize(("text", "cure"), TITLES)
def test_no_title_reads_so(text: str, cure: str) -> None:
    message = list_slip(text, "title", parted=True)
    assert message
    assert message.en.endswith(cure)


def entries(*texts: str, plain: bool = True) -> list[Node]:
    return [Node(SCALAR, 1, at, text, plain) for at, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    "nodes",
    [
        entries("等"),
        entries("等", "甲"),
        entries("甲", "等级"),
        entries("甲", "等", plain=False),
        entries("。。", "……"),
        [],
    ],
    ids=repr,
)
def test_the_last_entry_is_meant(nodes: list[Node]) -> None:
    assert rest_slip(nodes) is None


@pytest.mark.parametrize("last", ["等", "……", "...", "etc."])
def test_the_rest_of_a_list_is_no_entry(last: str) -> None:
    slip = rest_slip(entries("甲", "乙", last))
    assert slip
    assert slip[0].column == 3


def test_a_title_is_no_name_of_a_file() -> None:
    message = list_slip("走访报告.docx", "title", parted=True)
    assert message
    assert "'*.docx'" in message.en
