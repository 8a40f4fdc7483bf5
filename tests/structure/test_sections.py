from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import reading
from shipped import LEXICON

from reportlint.core.lexicon import Style
from reportlint.core.report_type import Phrases, SectionSpec
from reportlint.ordinals.matcher import Matcher
from reportlint.structure.reading import DocumentReading
from reportlint.structure.sections import label_spans
from reportlint.text.parse import parse

LONG = "一年来，我们办成了三件大事，群众普遍满意，工作迈上了新的台阶，各项任务圆满完成。"

# (format, text, sections as "level title")
CASES = {
    "a list is no section": (
        "text",
        f"{LONG}\n一是抓学习。每周一次。\n二是抓落实。件件有回音。",
        [],
    ),
    "nor is an enumeration": ("text", f"{LONG}\n一、二、三产业协调发展。全面进步。", []),
    "nor are clauses": ("text", f"{LONG}\n一、抓学习；\n二、抓落实；\n三、抓队伍。", ["1 抓队伍"]),
    "nor is a whole paragraph": (
        "text",
        f"{LONG}\n一、会议决定自即日起由办公室牵头负责全市各单位的宣传思想工作和日常管理。",
        [],
    ),
    "the title": ("markdown", "# 述职报告\n\n好的。", []),
    "quotes and lists": ("markdown", "> # 引文\n\n- 一、甲。乙。\n", []),
    "headings": (
        "markdown",
        "# 述职报告\n\n## **一、工作**：\n\n好。\n\n### （一）学习\n\n好。\n\n## 二、打算\n",
        ["2 工作", "3 学习", "2 打算"],
    ),
    "run-on headings": (
        "text",
        f"述职报告\n一、工作情况。{LONG}\n（一）抓学习。每周一次。\n二、下步打算。{LONG}",
        ["1 工作情况", "2 抓学习", "1 下步打算"],
    ),
    "a run-on below a heading": (
        "markdown",
        "# 报告\n\n## 工作\n\n一、抓学习。每周一次。\n",
        ["2 工作", "3 抓学习"],
    ),
    "a table of contents": (
        "text",
        f"某方案\n目录\n一、总体要求\n二、主要任务\n一、总体要求\n{LONG}\n二、主要任务\n{LONG}",
        ["1 总体要求", "1 主要任务"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_sections(name: str) -> None:
    format, text, expected = CASES[name]
    assert [
        f"{section.level} {section.title}" for section in reading(text, format).sections
    ] == expected


PRESENT = SectionSpec("a", "Attendees", Phrases(("Present",)))
LABELS = [
    ("**Present:** Ana, Ben", True),
    ("**Present** *(add your name)*: Ana, Ben", True),
    ("**Present** Ana, Ben", True),
    ("Present: Ana, Ben", True),
    ("Date: 5 May\nPlace: Hall\nPresent: Ana, Ben", True),
    ("We met in the hall. Those\nPresent with the plan went on", False),
    ("We met in the hall, at present: none", False),
    ("Present Ana with the plan", False),
    ("**Present** it next week", False),
    ("**Presented** (today): Ana", False),
    ("The plan is at present: none", False),
]


@pytest.mark.parametrize(("paragraph", "is_label"), LABELS)
def test_a_label_is_a_title(paragraph: str, is_label: bool) -> None:
    read = reading(f"# Team\n\n{paragraph}\n\n## Plan\n\nGood.\n")
    spans = label_spans(read.document, LEXICON, PRESENT, len(read.document.text))
    assert bool(list(spans)) is is_label


BRANCHES = Style(
    "branches", "words", words=(("子",), ("丑",), ("寅",), ("卯",)), suffix=("、",), level=1
)
PACKS = Matcher(LEXICON._replace(styles=(*LEXICON.styles, BRANCHES)))
BY_STYLE = {
    "chapters without a space": (["第一章总体要求", "第二章主要任务", "第三章附则"], ["总体要求", "主要任务", "附则"]),
    "a pack's own style": (["子、总体要求", "丑、主要任务", "卯、附则"], ["总体要求", "主要任务", "附则"]),
    "that of Chinese numerals": (["一、总体要求", "二、主要任务", "四、附则"], ["总体要求", "主要任务", "附则"]),
}  # fmt: skip


@pytest.mark.parametrize("format", ["text", "markdown"])
@pytest.mark.parametrize("name", BY_STYLE)
def test_whatever_style_of_the_packs_makes_sections(name: str, format: str) -> None:
    lines, titles = BY_STYLE[name]
    text = "\n\n".join(part for line in lines for part in (line, LONG))
    read = DocumentReading(parse(text, format, PACKS), PACKS)
    assert [(section.title, section.level) for section in read.sections] == [
        (title, 1) for title in titles
    ]


@pytest.mark.parametrize("format", ["text", "markdown"])
@pytest.mark.parametrize("first", ["子、", "一、", "（一）"])
def test_and_opens_them_inside_a_paragraph(first: str, format: str) -> None:
    text = f"{LONG}\n\n{first}工作情况。{LONG}\n\n1、打算。{LONG}"
    read = DocumentReading(parse(text, format, PACKS), PACKS)
    assert [section.title for section in read.sections] == ["工作情况"]


def test_spans_end_where_the_writing_ends() -> None:
    text = "# 报告\n\n## 一、工作\n\n好。\n\n### 学习\n\n每周。\n\n---\n\n## 二、打算\n\n行。\n\n张三\n\n2026年1月5日\n"
    read = reading(text)
    assert [section.span.cut(text) for section in read.sections] == [
        "## 一、工作\n\n好。\n\n### 学习\n\n每周。",
        "### 学习\n\n每周。",
        "## 二、打算\n\n行。",
    ]
    assert read.sections[0].heading.cut(text) == "一、工作"
    assert [section.parent for section in read.sections] == [-1, 0, -1]


def test_an_annex_is_not_part_of_the_last_section() -> None:
    text = f"方案\n一、总体要求\n{LONG}\n市政府\n2026年1月5日\n附件1\n一、名单\n{LONG}"
    read = reading(text, "text")
    assert [section.title for section in read.sections] == ["总体要求", "名单"]
    assert read.section_path(len(text) - 1) == ("名单",)
    assert read.section_path(text.index("市政府") + 1) == ()


@given(
    st.lists(
        st.sampled_from(
            [
                "# 题",
                "## 一、甲",
                "### （一）乙",
                "一、丙。丁。",
                "二、戊。己。",
                "正文一句话。",
                "",
                "张三",
                "2026年1月5日",
                "附件",
            ]
        )
    )
)
def test_sections_are_a_tree(lines: list[str]) -> None:
    read = reading("\n".join(lines))
    starts = [section.span.start for section in read.sections]
    assert starts == sorted(starts)
    for at, section in enumerate(read.sections):
        assert (
            section.span.start <= section.heading.start <= section.heading.end <= section.span.end
        )
        assert section.parent < at
        if section.parent >= 0:
            around = read.sections[section.parent]
            assert around.span.start < section.span.start
            assert section.span.end <= around.span.end
            assert around.level < section.level
    for offset in range(len(read.document.text) + 1):
        read.section_path(offset)
