from __future__ import annotations

import pytest
from readings import REPORT, reading, spec

from reportlint.core.report_type import RECOMMENDED, REQUIRED

HEADED = "# 述职报告\n\n开头的话如下。\n\n## 一、主要工作\n\n好。\n\n## 二、打算\n\n行。\n"


@pytest.mark.parametrize(
    ("text", "id", "title"),
    [
        (HEADED, "unknown", ""),
        (HEADED, "problems", ""),
        ("## 一、主要工作量\n\n好。\n\n## 二\n\n好。", "duties", ""),
        ("> ## 主要工作\n\n## 甲\n\n好。", "duties", ""),
        (
            "## 甲\n\n今后的事以后再说。\n\n## 主要工作\n\n好。",
            "next",
            "",
        ),  # a lead phrase above the first fitting heading
        ("说到今后，还很远。", "next", ""),  # not where a sentence begins
        (HEADED, "duties", "主要工作"),
        ("## 甲\n\n好。\n\n## 不足及下一步打算\n\n好。", "next", "不足及下一步打算"),
        ("## 甲\n\n好。\n\n## 不足及下一步打算\n\n好。", "problems", "不足及下一步打算"),
        ("## 主要工作\n\n好。今后，再努力。\n\n## 甲\n\n好。", "next", "下一步打算"),
        ("办成三件事。今后，我将努力。", "next", "下一步打算"),
    ],
)
def test_section_of(text: str, id: str, title: str) -> None:
    section = reading(text, of=REPORT).section_of(id)
    assert (section.title if section else "") == title


WORDED = REPORT._replace(
    sections=(
        spec("duties", "履职情况", lead=("一年来",), regex=("工作",)),
        *REPORT.sections[1:-1],
        spec("next", "下一步打算", regex=(r"^20\d\d年工作思路$",)),
    )
)


@pytest.mark.parametrize(
    ("text", "ordered", "title"),
    [
        # what the type has later says nothing of what comes first
        ("## 不足\n\n一年来学得不够。\n\n## 下一步打算\n\n好。", False, ""),
        ("好。\n\n## 下一步打算\n\n一年来不易，今后更难。", True, ""),
        # a whole title of one section holds a word of another's
        ("## 不足\n\n少。\n\n## 2026年工作思路\n\n好。", False, ""),
        ("## 2026年工作\n\n好。\n\n## 不足\n\n少。", False, "2026年工作"),
        ("## 下一步打算\n\n一年来不易，今后更难。", False, "履职情况"),
        ("一年来办成三件事。\n\n## 下一步打算\n\n好。", True, "履职情况"),
    ],
)
def test_what_comes_first_is_not_told_by_what_comes_later(
    text: str, ordered: bool, title: str
) -> None:
    section = reading(text, of=WORDED._replace(ordered=ordered)).section_of("duties")
    assert (section.title if section else "") == title


TRIP = REPORT._replace(
    opening=None,
    sections=(
        spec("trip", "考察情况", lead=("赴",), demand=RECOMMENDED),
        spec("next", "下一步打算"),
    ),
)


@pytest.mark.parametrize(
    ("above", "opens", "title"),
    [
        ("三月初出发，赴外地学习。", False, ""),  # not where the paragraph begins
        ("赴外地学习三天。", True, ""),  # that may be the opening of the type
        ("赴外地学习三天。", False, "考察情况"),
        ("考察组八人。\n\n赴外地学习三天。", False, "考察情况"),
    ],
)
def test_the_first_section_may_be_a_paragraph_above_all_headings(
    above: str, opens: bool, title: str
) -> None:
    of = TRIP._replace(opening=REPORT.opening if opens else None)
    text = f"# 报告\n\n{above}\n\n## 下一步打算\n\n好。\n\n## 别的\n\n好。\n"
    section = reading(text, of=of).section_of("trip")
    assert (section.title if section else "") == title


def test_what_is_demanded_must_have_a_heading() -> None:
    of = TRIP._replace(sections=(TRIP.sections[0]._replace(demand=REQUIRED), TRIP.sections[1]))
    text = "# 报告\n\n赴外地学习三天。\n\n## 下一步打算\n\n好。\n\n## 别的\n\n好。\n"
    assert reading(text, of=of).section_of("trip") is None


def test_no_type_no_parts() -> None:
    assert reading(HEADED).section_of("duties") is None


def test_a_lead_phrase_opens_a_section_but_is_no_title_of_a_path() -> None:
    text = "办成三件事。同志们也不少。\n也清醒地认识到，学习不够。今后，我将努力。"
    read = reading(text, "text", REPORT)
    assert [section.span.cut(text) for section in read.sections] == [
        "也清醒地认识到，学习不够。",
        "今后，我将努力。",
    ]
    assert read.section_path(len(text) - 2) == ()


def test_the_body_is_what_is_left() -> None:
    head = "述职报告\n各位代表：\n现将情况报告如下。\n一、工作情况\n"
    text = (
        head
        + "办成了三件大事，群众普遍满意，工作迈上新的台阶，任务圆满完成，成绩来之不易。\n特此报告。\n张三\n2026年1月5日"
    )
    assert [block.content.cut(text)[:4] for block in reading(text, "text").body] == [
        "现将情况",
        "办成了三",
        "特此报告",
    ]


def test_runs_are_read_with_the_lexicon() -> None:
    assert [len(run.markers) for run in reading("一是甲。二是乙。", "text").runs] == [2]


def test_the_language_may_be_given() -> None:
    assert reading(HEADED).language == "zh"


def test_a_reading_of_another_type_makes_nothing_again() -> None:
    read = reading(HEADED)
    typed = read.with_type(REPORT)
    assert typed.document is read.document
    assert (read.type, typed.type) == (None, REPORT)
    assert typed.section_of("duties") is not None
