"""Titles that promise a section, and those that only join two names."""

from __future__ import annotations

import pytest

from reportlint.core.lexicon import Lexicon
from reportlint.core.report_type import OPTIONAL, REQUIRED, Phrases, ReportType, SectionSpec
from reportlint.ordinals.matcher import Matcher
from reportlint.structure.promises import with_promised
from reportlint.structure.roles import with_roles
from reportlint.text.parse import parse

LEXICON = Lexicon()
MATCHER = Matcher(LEXICON)
OF = ReportType(
    "budget",
    "core",
    {"en": "a report on a budget"},
    sections=(
        SectionSpec("last", "执行情况", Phrases(regex=("执行情况",)), demand=REQUIRED),
        SectionSpec(
            "draft", "预算草案", Phrases(regex=(r"(?:20\d\d年)?预算草案",)), demand=OPTIONAL
        ),
    ),
)


def demands(title: str) -> list[str]:
    """The ids of the sections that a report of this title must have."""
    document = with_roles(parse(f"# {title}\n\n收入十二亿元。\n", "markdown", MATCHER), MATCHER)
    of = with_promised(OF, document, LEXICON)
    return [spec.id for spec in of.sections if spec.demand == REQUIRED]


SILENT = [
    "关于2025年预算执行情况的报告",
    "关于青河县和白石镇预算草案的报告",  # two places
    "关于预算草案和执行情况的报告",  # the draft comes first, as part of one matter
    "关于上半年预算执行情况和预算草案编制会议的通知",  # a meeting
    "预算草案",
]
FIRES = [
    "关于2025年预算执行情况和2026年预算草案的报告",
    "关于2025年预算执行情况与预算草案的说明",
    "关于青河县和青山县2025年决算及2026年预算草案的报告（书面）",
]


@pytest.mark.parametrize("title", SILENT)
def test_a_title_promises_nothing(title: str) -> None:
    assert demands(title) == ["last"]


@pytest.mark.parametrize("title", FIRES)
def test_a_title_promises_a_section(title: str) -> None:
    assert demands(title) == ["last", "draft"]
