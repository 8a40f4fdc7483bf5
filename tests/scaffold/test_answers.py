"""Values for fields: which are refused, and how lists become lines."""

from __future__ import annotations

from datetime import date

import pytest

from reportlint.config.type_file import read_type
from reportlint.core.errors import UserError
from reportlint.scaffold.answers import answered, joined
from reportlint.scaffold.fields import Surroundings

TYPE = """\
name: 值班日志
fields:
  姓名: {ask: 谁值班, required: true}
  级别: {choices: [一般, 重大], default: 一般}
  日期: {from: today, format: YYYY-MM-DD}
sections:
  - {id: matter, title: '{{议题}}', each: 议题, write: '{{议题}}已办。'}
  - {id: harm, title: 损失, when: {field: 级别, is: 重大}}
write: {title: '{{姓名}}值班日志', signature: '{{日期}}'}
"""
OF = read_type(TYPE, "log.yaml", "log", "house", {}, {})
AROUND = Surroundings(date(2026, 11, 7))


def test_values_are_completed_and_shape_the_type() -> None:
    made = answered(OF, {"姓名": "李明", "议题": "检修\n验收"}, AROUND)
    assert made.values == {
        "姓名": "李明",
        "议题": "检修\n验收",
        "级别": "一般",
        "日期": "2026-11-07",
    }
    assert [spec.title for spec in made.type.sections] == ["检修", "验收"]


@pytest.mark.parametrize(
    ("values", "cure", "message"),
    [
        ({}, "", "“姓名”必须有值"),
        ({"姓名": " "}, "--set {name}=…", "“姓名”必须有值：--set 姓名=…"),
        ({"姓名": "李明", "级别": "大"}, "", "“级别”只能是 一般、重大，而不是“大”"),
    ],
)
def test_what_is_refused(values: dict[str, str], cure: str, message: str) -> None:
    with pytest.raises(UserError) as error:
        answered(OF, values, AROUND, cure)
    assert [problem.message.zh for problem in error.value.problems] == [message]


def test_a_list_is_a_line_each_where_each_has_a_section() -> None:
    assert joined(OF, {"议题": ["检修", "验收"], "姓名": "李明"}) == {
        "议题": "检修\n验收",
        "姓名": "李明",
    }
    with pytest.raises(UserError, match="姓名"):
        joined(OF, {"姓名": ["李明", "王兰"]})
