"""`fields:` of a report type; valid ones first."""

from __future__ import annotations

import pytest

from reportlint.config.type_file import read_type
from reportlint.core.errors import UserError
from reportlint.core.report_type import ReportType

HEAD = "name: 日志\nsections: [{id: matter, title: 事项, write: '{{议题}}'}]\n"


def of(text: str) -> ReportType:
    return read_type(HEAD + text, "log.yaml", "log", "house", {}, {})


def test_what_is_declared() -> None:
    field = of(
        "fields: {议题: {ask: 说什么, choices: [甲, 乙], default: 乙, required: true}}\n"
    ).fields["议题"]
    assert (field.choices, field.default, field.required) == (("甲", "乙"), "乙", True)
    assert field.ask == {"": "说什么"}


@pytest.mark.parametrize(
    "text",
    [
        "fields: {议题: {default: 丙}}\n",
        "fields: {日期: {from: today, format: YYYY-MM-DD}}\n",
        "fields: {编号: {default: '{{议题}}-1'}}\n",
        "file-name: '^(?P<议题>.+)\\.md'\n",
    ],
)
def test_what_is_right_is_read(text: str) -> None:
    read = of(text)
    assert read.fields or read.file_name


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("fields: {议题: {choices: [甲], default: 丙}}\n", "“丙” is none of the choices"),
        ("fields: {日期: {format: YYYY}}\n", "from: today"),
        ("fields: {编号: {default: '{{议提}}'}}\n", "议提"),
        ("file-name: '^(?P<议提>.+)\\.md'\n", "议提"),
        ("fields: {议题: {form: today}}\n", "form"),
    ],
)
def test_what_cannot_be_is_named(text: str, message: str) -> None:
    with pytest.raises(UserError) as raised:
        of(text)
    assert message in str(raised.value)
