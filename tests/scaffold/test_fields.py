"""Declared fields: the sources of values, and what values remove and repeat."""

from __future__ import annotations

from datetime import date

import pytest

from reportlint.config.type_file import read_type
from reportlint.core.errors import UserError
from reportlint.core.report_type import ReportType
from reportlint.scaffold.fields import (
    Surroundings,
    asked,
    formatted_date,
    resolved,
    shaped,
    used,
    without_value,
)
from reportlint.scaffold.new import MARKDOWN, draft, files_beside

DAY = date(2026, 11, 7)
TYPE = """\
name: 值班日志
file-name: '^(?P<月份>\\d{4}-\\d\\d)-值班日志-(?P<姓名>[^.]+)\\.'
fields:
  姓名: {ask: {zh: 谁值班, en: Who}, from: git-name, required: true}
  级别: {ask: 级别, choices: [一般, 重大], default: 一般}
  日期: {from: today}
  编号: {default: '{{月份}}-{{姓名}}'}
sections:
  - {id: matter, title: '{{议题}}', each: 议题, write: '{{议题}}已办。'}
  - {id: harm, title: 损失, when: {field: 级别, is: 重大}}
  - {id: plan, title: 安排, write: '{{编号}}'}
write: {title: '{{月份}}值班日志', signature: '{{姓名}}，{{日期}}'}
"""


def of(text: str = TYPE) -> ReportType:
    return read_type(text, "log.yaml", "log", "house", {}, {})


FRAMED = """\
name: 通报稿
fields:
  类别: {choices: [对外, 内部], default: 内部}
write:
  title: '{{事项}}通报稿'
  letterhead: '{{机关}}文件'
  addressee: '{{主送}}：'
  signature: '{{机关}}'
  when:
    letterhead: {field: 类别, is: 对外}
    addressee: {field: 类别, is-not: 内部}
    signature: {field: 别的, is: 甲}
opening: {any: [通报如下], write: '现通报如下。', when: {field: 类别, is: 对外}}
closing: {any: [特此通报], write: '特此通报。', when: {field: 类别, is: 对外}}
"""
AROUND = Surroundings(DAY, {"git-name": "王兰"}, "out/2026-11-值班日志-张三.md")


@pytest.mark.parametrize(
    ("form", "language", "wanted"),
    [
        ("", "zh", "2026年11月7日"),
        ("", "en", "7 November 2026"),
        ("YYYY-MM-DD", "zh", "2026-11-07"),
        ("DD.MM.YYYY", "en", "07.11.2026"),
    ],
)
def test_a_date_as_it_is_written(form: str, language: str, wanted: str) -> None:
    assert formatted_date(DAY, form, language) == wanted


def test_what_is_said_goes_before_the_files_name_and_that_before_git_and_defaults() -> None:
    assert resolved(of(), {"姓名": "李明"}, AROUND)["姓名"] == "李明"
    assert resolved(of(), {}, AROUND) == {
        "月份": "2026-11",
        "姓名": "张三",
        "级别": "一般",
        "日期": "2026年11月7日",
        "编号": "2026-11-张三",
    }
    elsewhere = resolved(of(), {}, AROUND._replace(file="log.md"))
    assert elsewhere["姓名"] == "王兰"
    assert "编号" not in elsewhere  # a default waits for what it is made of


def test_the_name_of_a_file_is_read_as_rules_read_texts() -> None:
    log = of(TYPE.replace("[^.]+", "\\p{Han}+").replace("(?P<姓名>", "(?<姓名>"))
    assert resolved(log, {}, AROUND)["姓名"] == "张三"


def test_only_questions_without_an_answer_are_asked() -> None:
    assert [name for name, _ in asked(of(), {"姓名": "李明"})] == ["级别"]
    assert without_value(of(), {}) == ["姓名"]
    assert without_value(of(), {"姓名": "李明"}) == []


def test_a_part_is_written_where_its_field_says_so_and_a_section_for_each_value() -> None:
    values = resolved(of(), {"议题": "检修\n验收"}, AROUND)
    usual = draft(shaped(of(), values), values, MARKDOWN).text
    assert "损失" not in usual
    assert "## 一、检修\n\n检修已办。\n\n## 二、验收\n\n验收已办。\n\n## 三、安排" in usual
    values["级别"] = "重大"
    assert "## 三、损失" in draft(shaped(of(), values), values, MARKDOWN).text


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("default: 一般", "default: 小事", "none of the choices"),
        ("is: 重大", "is: 特大", "特大"),
        ("each: 议题", "each: 议体", "议体"),
        ("'{{月份}}-{{姓名}}'", "'{{月分}}-{{姓名}}'", "月分"),
        ("(?P<月份>", "(?P<年份>", "年份"),
        ("from: today", "from: yesterday", "yesterday"),
        ("from: git-name", "format: YYYY", "from: today"),
    ],
)
def test_a_silent_mistake_is_an_error(old: str, new: str, words: str) -> None:
    with pytest.raises(UserError) as raised:
        of(TYPE.replace(old, new))
    assert words in "\n".join(problem.message.en for problem in raised.value.problems)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (
            "内部",
            "# {{事项}}通报稿\n\n{{机关}}\n",
        ),  # no field is called 别的: what it decides is written
        (
            "对外",
            (
                "{{机关}}文件\n\n# {{事项}}通报稿\n\n{{主送}}：\n\n现通报如下。\n\n特此通报。"
                "\n\n{{机关}}\n"
            ),
        ),
    ],
)
def test_what_stands_around_the_body_depends_on_fields_too(kind: str, text: str) -> None:
    type_ = of(FRAMED)
    assert "类别" in used(type_)
    assert draft(shaped(type_, {"类别": kind}), {}, MARKDOWN).text == text


@pytest.mark.parametrize(
    ("values", "files"),
    [
        ({"会议": "例会"}, [("例会/签到.md", "例会签到\n")]),
        # a value makes no folder, and leads nowhere
        ({"会议": "../a/b:c"}, [("-a-b-c/签到.md", "../a/b:c签到\n")]),
        ({}, [("{{会议}}/签到.md", "{{会议}}签到\n")]),
        (
            {"会议": "例会", "类别": "大会"},
            [("例会/签到.md", "例会签到\n"), ("座次.md", "座次\n")],
        ),
    ],
)
def test_files_beside_a_report(values: dict[str, str], files: list[tuple[str, str]]) -> None:
    type_ = of(
        "name: 会议通知单\nfields: {类别: {default: 例会}}\nfiles:\n"
        "  - {name: '{{会议}}/签到.md', write: '{{会议}}签到'}\n"
        "  - {name: 座次.md, write: 座次, when: {field: 类别, is: 大会}}\n"
    )
    assert {"会议", "类别"} <= set(used(type_))
    assert [tuple(beside) for beside in files_beside(shaped(type_, values), values)] == files
