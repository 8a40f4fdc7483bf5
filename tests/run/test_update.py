"""The sections that its type now demands are inserted into an existing report."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportlint.core.errors import UserError
from reportlint.core.request import Settings
from reportlint.run.list import here
from reportlint.run.update import update
from reportlint.scaffold.new import draft

REPORT = """\
# 张三述职报告

各位同志：

现将履行职责情况述职如下：

## 一、履职情况

抓了两件事。

## 二、下一步工作打算

抓好落实。

以上报告，请予审议。

述职人：张三
"""
TYPES = {name: of for name, of in here(Settings()).library.types.items() if len(of.sections) > 1}
_HEADING = re.compile(r"(?m)^(?=## )")
_NUMBER = re.compile(
    r"(?m)^(#+ )?(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.\s?)"
)


def made(tmp_path: Path, text: str, of: str = "", name: str = "a.md") -> str:
    path = tmp_path / name
    path.write_bytes(text.encode())
    updated = update(str(path), of, Settings())
    if updated.titles:
        updated.write()
        assert path.read_bytes() == updated.after
    return path.read_bytes().decode()


def without_numbers(text: str) -> list[str]:
    return [line for line in _NUMBER.sub(r"\1", text).split("\n") if line.strip()]


def is_part(lines: list[str], of: list[str]) -> bool:
    """Whether all the lines are there, in this order."""
    rest = iter(of)
    return all(line in rest for line in lines)


@pytest.mark.parametrize("name", TYPES)
def test_a_new_report_that_lost_a_section_gets_it_again(name: str, tmp_path: Path) -> None:
    whole = draft(TYPES[name], {}, "md").text
    head, *parts = _HEADING.split(whole)
    at = list(TYPES).index(name) % len(parts)  # the first of one, the last of another
    lacking = head + "".join(parts[:at] + parts[at + 1 :])
    new = made(tmp_path, lacking, name)
    assert made(tmp_path, new, name) == new  # twice is once
    assert is_part(without_numbers(lacking), without_numbers(new))


def test_a_section_between_two(tmp_path: Path) -> None:
    new = made(tmp_path, REPORT)
    assert re.findall(r"(?m)^## (.*)", new) == [
        "一、履职情况",
        "二、存在的问题",
        "三、下一步工作打算",
    ]
    assert "## 二、存在的问题\n\n{{存在的问题}}\n\n## 三、" in new


SELF_CHECK = """\
# 某县水务局自查报告

## 一、存在的问题

记录不全。

## 二、整改措施

补齐记录。

某县水务局

2026年3月2日
"""


def headings(text: str) -> list[str]:
    return re.findall(r"(?m)^## (.*)", text)


def test_the_first_section_moves_the_others_on(tmp_path: Path) -> None:
    new = made(tmp_path, SELF_CHECK, "self-check")
    assert headings(new) == ["一、自查情况", "二、存在的问题", "三、整改措施"]


def test_the_last_section_stands_before_the_signature(tmp_path: Path) -> None:
    cut = SELF_CHECK.replace("## 二、整改措施\n\n补齐记录。\n\n", "")
    new = made(tmp_path, cut, "self-check")
    assert headings(new) == ["一、自查情况", "二、存在的问题", "三、整改措施"]
    assert new.index("三、整改措施") < new.index("某县水务局\n\n2026年")


def test_numbers_that_already_leave_room_stay(tmp_path: Path) -> None:
    new = made(tmp_path, REPORT.replace("## 二、", "## 三、"))
    assert re.findall(r"(?m)^## (.)、", new) == ["一", "二", "三"]


def test_line_ends_and_encoding_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(REPORT.replace("\n", "\r\n").encode("gb18030"))
    updated = update(str(path), "", Settings())
    updated.write()
    text = path.read_bytes().decode("gb18030")
    assert text.replace("\r\n", "").count("\n") == 0
    assert "二、存在的问题\r\n\r\n{{存在的问题}}\r\n" in text


def test_plain_text_and_underlined_headings(tmp_path: Path) -> None:
    plain = re.sub(r"(?m)^#+ ", "", REPORT).replace("\n\n", "\n")
    assert "抓了两件事。\n二、存在的问题\n{{存在的问题}}\n三、下一步" in made(
        tmp_path, plain, name="a.txt"
    )
    rest = "Postmortem: x\n=============\n\nSummary\n-------\n\nIt fell.\n\nRoot cause\n----------\n\nA typo.\n"
    new = made(tmp_path, rest, "postmortem", "a.rst")
    assert "It fell.\n\nTimeline\n--------\n\n- {{start time}}" in new
    assert "A typo.\n\nAction Items\n------------\n\n" in new


@pytest.mark.parametrize(
    ("name", "text", "of", "message"),
    [
        ("a.md", "# 随笔\n\n天气好。\n", "", "no known report type"),
        ("a.txt", "述职报告\n\n一年来做了许多工作。\n", "duty-report", "no headings"),
    ],
)
def test_what_cannot_be_updated_is_said(
    name: str, text: str, of: str, message: str, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match=message):
        made(tmp_path, text, of, name)
    assert (tmp_path / name).read_text("utf-8") == text


@settings(max_examples=25)
@given(
    st.lists(
        st.sampled_from(["甲。", "1. 乙", "### （一）丙", "## 附记", "| a |", "> 丁"]), max_size=5
    )
)
def test_no_line_is_lost(tmp_path_factory: pytest.TempPathFactory, extra: list[str]) -> None:
    text = REPORT.replace("抓好落实。", "\n\n".join(["抓好落实。", *extra]))
    new = made(tmp_path_factory.mktemp("u"), text)
    assert is_part(without_numbers(text), without_numbers(new))
