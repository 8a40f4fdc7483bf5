"""Where something may be required, and where its absence is shown."""

from __future__ import annotations

import pytest
from readings import REPORT, reading

from reportlint.kinds.required_places import leads_in_points, place_of, texts_at

LONG = "今年以来全市上下一心抓落实促发展各项工作都取得了新的进展和成效"
WRAPPED = f"{LONG}\n{LONG}。"
TEXT = f"""\
# 述职报告

各位领导：

{WRAPPED}

We ask you to
review this in time.

## 主要工作

第三段。

| 表 |
|---|

第四段。

张三

2026年1月5日
"""


@pytest.mark.parametrize(
    ("at", "within", "texts"),
    [
        ("title", 9, ["述职报告"]),
        ("opening", 1, ["各位领导：", f"{LONG}{LONG}。"]),
        ("closing", 1, ["第四段。"]),
        ("closing", 2, ["第三段。", "第四段。"]),
        ("section:none", 9, []),
    ],
)
def test_where_it_may_stand(at: str, within: int, texts: list[str]) -> None:
    assert list(texts_at(reading(TEXT, of=REPORT), at, within)) == texts


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("（2026年1月17日第五次会议通过）", ["会议决定如下。"]),
        ("时间：2026年1月17日", ["时间：2026年1月17日", "会议决定如下。"]),
    ],
)
def test_a_line_in_brackets_under_the_title_opens_nothing(line: str, texts: list[str]) -> None:
    text = f"# 关于工作报告的决议\n\n{line}\n\n会议决定如下。\n\n## 一、批准\n\n批准报告。\n"
    assert list(texts_at(reading(text, of=REPORT), "opening", 1)) == texts


def test_anywhere_is_all_that_can_be_read() -> None:
    texts = list(texts_at(reading(TEXT), "anywhere", 0))
    assert texts[0] == "述职报告"
    assert "We ask you to review this in time." in texts
    assert any("表" in text for text in texts)


def test_in_a_section_with_all_that_is_in_it() -> None:
    (text,) = texts_at(reading(TEXT, of=REPORT), "section:duties", 0)
    assert "第三段。" in text
    assert LONG not in text


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        ("title", "述职报告"),
        ("opening", WRAPPED),
        ("anywhere", WRAPPED),
        ("closing", "第四段。"),
        ("section:duties", "主要工作"),
    ],
)
def test_where_its_absence_is_shown(at: str, shown: str) -> None:
    place = place_of(reading(TEXT, of=REPORT), at)
    assert place is not None
    assert place.cut(TEXT) == shown


@pytest.mark.parametrize(
    ("text", "at"), [("# 题\n", "closing"), ("", "anywhere"), (TEXT, "section:none")]
)
def test_nowhere_to_show_it(text: str, at: str) -> None:
    assert place_of(reading(text, of=REPORT), at) is None


def test_without_a_title_its_absence_is_shown_on_the_first_paragraph() -> None:
    text = "这是一段没有标题的正文，比较长，写了一件事情。\n\n又一段。"
    place = place_of(reading(text), "title")
    assert place is not None
    assert place.cut(text).startswith("这是一段")


POINTS = "一、落实责任\n\n各村定一个人。\n\n二、备足物资\n\n清点仓库。\n"
NO_LEAD = {
    "one paragraph": "# 通知\n\n各科室：\n\n定于四月召开会议。\n",
    "nothing stands before the points": f"# 通知\n\n各科室：\n\n{POINTS}",
    "a colon leads them in": f"# 通知\n\n各科室：\n\n汛期将至，要做这些：\n\n{POINTS}",
    "one point only": "# 通知\n\n汛期将至。\n\n一、落实责任\n\n各村定一个人。\n",
    "points in a sentence": "# 通知\n\n汛期将至，一、要落实责任，二、要备足物资。\n",
    "items of a lower level": "# 通知\n\n汛期将至。\n\n1.落实责任。\n\n2.备足物资。\n",
    "points of an annex": f"# 通知\n\n汛期将至。\n\n水务局\n\n2026年4月8日\n\n附件：方案\n\n{POINTS}",
    "points far behind the opening": "# 通知\n\n" + "汛期将至。\n\n" * 4 + POINTS,
    "points under a heading without a number": f"# 通知\n\n汛期将至。\n\n## 安排\n\n好。\n\n{POINTS}",
}
LEAD = {
    "prose": f"# 通知\n\n各科室：\n\n汛期将至。\n\n{POINTS}",
    "two paragraphs": f"# 通知\n\n汛期将至。\n\n今年雨多。\n\n{POINTS}",
    "headings": "# 通知\n\n汛期将至。\n\n## 一、落实责任\n\n好。\n\n## 二、备足物资\n\n好。\n",
    "points that go on": "# 通知\n\n汛期将至。\n\n一、落实责任。各村定一个人。\n\n二、备足物资。清点。\n",
    "a sentence cut off": f"# 通知\n\n汛期将至，为做好工作，\n\n{POINTS}",
}


@pytest.mark.parametrize("text", NO_LEAD.values(), ids=NO_LEAD)
def test_an_opening_that_need_not_lead_in_points(text: str) -> None:
    assert not leads_in_points(reading(text), 3)


@pytest.mark.parametrize("text", LEAD.values(), ids=LEAD)
def test_an_opening_before_points(text: str) -> None:
    assert leads_in_points(reading(text), 3)
