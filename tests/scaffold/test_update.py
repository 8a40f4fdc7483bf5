"""Which sections a report lacks, and where they are inserted; complete reports first."""

from __future__ import annotations

import pytest

from reportlint.core.diagnostic import apply
from reportlint.core.report_type import ReportType, SectionSpec
from reportlint.core.request import Settings
from reportlint.ordinals.matcher import Matcher
from reportlint.run.list import here
from reportlint.scaffold.update import next_addition
from reportlint.structure.reading import DocumentReading
from reportlint.text.parse import parse

MATCHER: Matcher = here(Settings()).matcher
TYPE = ReportType(
    "log",
    "house",
    {"zh": "日志"},
    sections=(
        SectionSpec("a", "人员", sections=(SectionSpec("b", "到岗"), SectionSpec("c", "请假"))),
        SectionSpec("d", "机械", demand="recommended"),
        SectionSpec("e", "安全"),
    ),
)
WHOLE = "# 日志\n\n## 一、人员\n\n### （一）到岗\n\n十人。\n\n### （二）请假\n\n无。\n\n## 二、安全\n\n好。\n"


def reading(text: str) -> DocumentReading:
    return DocumentReading(parse(text, "markdown", MATCHER), MATCHER).with_type(TYPE)


def updated(text: str) -> str:
    """The text with all missing sections inserted."""
    done: list[str] = []
    while addition := next_addition(reading(text), done):
        text = apply(text, addition.edits)
        done += addition.titles
    return text


@pytest.mark.parametrize("text", [WHOLE, "人员如下。\n安全如下。\n"])
def test_nothing_is_put_in(text: str) -> None:
    assert next_addition(reading(text), ()) is None


@pytest.mark.parametrize(
    ("cut", "headings"),
    [
        (
            "## 二、安全\n\n好。\n",
            ["# 日志", "## 一、人员", "### （一）到岗", "### （二）请假", "## 二、安全"],
        ),
        (
            "### （二）请假\n\n无。\n\n",
            ["# 日志", "## 一、人员", "### （一）到岗", "### （二）请假", "## 二、安全"],
        ),
        (
            "### （一）到岗\n\n十人。\n\n",
            ["# 日志", "## 一、人员", "### （一）到岗", "### （二）请假", "## 二、安全"],
        ),
        (
            "## 一、人员\n\n### （一）到岗\n\n十人。\n\n### （二）请假\n\n无。\n\n",
            ["# 日志", "## 一、人员", "### （一）到岗", "### （二）请假", "## 二、安全"],
        ),
    ],
)
def test_what_is_cut_out_comes_back(cut: str, headings: list[str]) -> None:
    assert cut in WHOLE
    new = updated(WHOLE.replace(cut, ""))
    assert [line for line in new.split("\n") if line.startswith("#")] == headings
    assert updated(new) == new
