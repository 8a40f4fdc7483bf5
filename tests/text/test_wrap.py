from __future__ import annotations

import pytest
from shipped import MATCHER, parse

from reportlint.text.lines import source_lines
from reportlint.text.wrap import breaks_brackets, split_paragraph, wrap_column

LONG = "今年以来，全局上下认真落实各项部署，扎实推进重点工作，各项任务取得了明显成效，群众满意度稳步提升。"
ENGLISH = (
    "The review board met in the spring and looked at every\nincident of the year before, and it"
    " found that most of\n"
    "them had one cause in common.\n\nThe second part of this note says what the board has\n"
    "asked the teams to change, and by when they ought to\nhave it done.\n"
)


@pytest.mark.parametrize(
    "text",
    [
        "",
        LONG,
        f"{LONG}\n会议开得很好。\n{LONG}\n大家都同意。\n",  # one sentence a line
        "一行\n两行\n三行\n四行\n五行\n",  # too short
        "\n".join(["word " * 40] * 5),  # too long
        "- an item of a list that is about as long as\n- another item of the same list that is"
        " longer\n" * 3,
    ],
)
def test_a_text_that_is_not_wrapped(text: str) -> None:
    assert wrap_column(source_lines(text)) == 0


def test_a_text_that_is_wrapped() -> None:
    assert wrap_column(source_lines(ENGLISH)) == 54


def blocks(text: str) -> list[int]:
    """The number of lines of each block of a plain text."""
    return [block.span.cut(text).count("\n") + 1 for block in parse(text, "text").blocks]


def test_a_hard_wrap_joins_lines() -> None:
    document = parse(ENGLISH, "text")
    assert blocks(ENGLISH) == [3, 3]
    assert [line.block for line in document.lines] == [0, 0, 0, 1, 1, 1]


FULL = "我们要坚定不移地推动高质量发展，推进祖国统"
SECOND = "一、实现民族复兴，坚持稳中求进工作总基调不\n动摇，坚持以人民为中心的发展思想不松劲不停"


def test_a_marker_that_a_hard_wrap_brings_to_a_line_start_opens_no_paragraph() -> None:
    assert blocks(f"{FULL}\n{SECOND}\n步。\n\n{FULL}\n{FULL}\n{FULL}\n止。") == [4, 4]


@pytest.mark.parametrize(
    ("short", "sizes"),
    [
        ("我们坚定不移地推动高质量发展", [5]),
        ("我们坚定不移地推动高质量。", [1, 4]),  # a sentence ends
    ],
)
def test_a_line_that_is_not_full_goes_on_within_a_sentence(short: str, sizes: list[int]) -> None:
    text = f"{short}\n{FULL}\n{FULL}\n{FULL}\n止。\n\n{FULL}\n{FULL}\n{FULL}\n止。"
    assert blocks(text) == [*sizes, 4]


@pytest.mark.parametrize(
    ("next_line", "sizes"),
    [("二、工作打算与安排如下面所说", [1, 4]), ("二、三产业的打算与安排", [5])],
)
def test_a_line_that_is_not_full_ends_before_a_marker_beyond_doubt(
    next_line: str, sizes: list[int]
) -> None:
    text = f"我们坚定不移地推动高质量发展\n{next_line}\n{FULL}\n{FULL}\n止。\n\n{FULL}\n{FULL}\n{FULL}\n止。"
    assert sum(blocks(text)) == 9
    assert len(blocks(text)) >= len(sizes)


def test_a_bracket_over_two_lines_joins_them() -> None:
    text = (
        f"某办公室关于印发《某某单位\n信息公开办法》的通知\n（一）甲\n（二）乙\n{LONG}（见\n{LONG}"
    )
    assert blocks(text) == [2, 1, 1, 1, 1]


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("（一）甲\n（二）乙", False),
        ("《甲》《乙》\n", False),
        ("《甲\n乙》", True),
        ("《甲》《乙\n", True),
        ("（甲\r乙", True),
    ],
)
def test_whether_a_line_may_end_in_an_open_bracket(text: str, broken: bool) -> None:
    assert breaks_brackets(text) is broken


def cut(*lines: str) -> list[int]:
    """The numbers of lines of the paragraphs into which the lines of one Markdown paragraph are
    split."""
    return [len(part) for part in split_paragraph(source_lines("\n".join(lines)), MATCHER)]


WHOLE = [
    ("One line", "and another"),  # no Han
    (FULL + "一", FULL, "动摇"),
    ("关于印发《某某单位", "信息公开办法》的通知"),
    (FULL, "一、实现民族复兴，坚持稳中求进工作总基调不"),  # the line before is full
]
SPLIT = [
    (("会议开得很好。", FULL), [1, 1]),
    (("**重点**：", "学习"), [1, 1]),
    (("某某局", "2024年1月1日"), [1, 1]),
    (("短的一行", FULL), [1, 1]),
    (("一、情况", "很好"), [1, 1]),
    (("说明如此短", "（一）学习", "（二）工作"), [1, 1, 1]),
]


@pytest.mark.parametrize("lines", WHOLE)
def test_a_paragraph_stays_whole(lines: tuple[str, ...]) -> None:
    assert cut(*lines) == [len(lines)]


@pytest.mark.parametrize(("lines", "sizes"), SPLIT)
def test_a_paragraph_is_split(lines: tuple[str, ...], sizes: list[int]) -> None:
    assert cut(*lines) == sizes
