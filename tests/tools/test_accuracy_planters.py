"""Each planter makes the expected changes to a small text, and no others."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tools.accuracy import blanks, counts, dotted, ordinals, slips, structure
from tools.accuracy.faults import Edit, Report, applied, moved, places_in
from tools.accuracy.measure import SAMPLE, reports_in
from tools.accuracy.plant import all_faults, chosen

SAMPLE_REPORTS = reports_in((SAMPLE,))


def planted(planter: object, text: str, seed: int = 1) -> dict[str, str]:
    """The faulty text by type of fault; the last one if there are several."""
    faults = planter.plant(Report("a.md", text), random.Random(seed))  # type: ignore[attr-defined]
    return {fault.sort: applied(text, fault.edits) for fault in faults}


def test_ordinals_of_a_list() -> None:
    texts = planted(ordinals, "1. 甲\n2. 乙\n3. 丙\n")
    assert texts["ordinal-gap"] == "1. 甲\n3. 丙\n"
    assert texts["ordinal-start"] == "2. 乙\n3. 丙\n"
    assert texts["ordinal-swap"] == "1. 甲\n3. 乙\n2. 丙\n"
    assert texts["ordinal-duplicate"] in {"1. 甲\n1. 乙\n3. 丙\n", "1. 甲\n2. 乙\n2. 丙\n"}
    assert texts["ordinal-jump"] in {"1. 甲\n4. 乙\n3. 丙\n", "1. 甲\n5. 乙\n3. 丙\n"}
    assert texts["ordinal-form"] in {"1. 甲\n2) 乙\n3. 丙\n", "1. 甲\n2. 乙\n3) 丙\n"}


def test_an_item_goes_with_the_list_inside_it() -> None:
    assert planted(ordinals, "一是甲；二是乙；三是丙。")["ordinal-gap"] == "一是甲；三是丙。"
    nested = "1. A\n2. B\n   1. a\n   2. b\n3. C\n"
    assert planted(ordinals, nested)["ordinal-gap"] == "1. A\n3. C\n"


def test_a_section_is_not_cut_out_if_articles_run_through_it() -> None:
    text = "第一章 总则\n第一条 甲\n第二章 分则\n第二条 乙\n第三章 附则\n第三条 丙\n"
    cut = [
        fault
        for fault in ordinals.plant(Report("a", text), random.Random(1))
        if fault.style == "第一章"
    ]
    assert {fault.sort for fault in cut}.isdisjoint({"ordinal-gap", "ordinal-start"})


@pytest.mark.parametrize(
    "text",
    [
        "# 1 A\n\n## 1.1 B\n\n## 1.3 C\n\n## 1.4 D\n",
        "# 2 A\n\n## 2.1 B\n\n## 2.2 C\n\n## 2.3 D\n",
        "1.5 is a number\n",
    ],
)
def test_doubtful_numbers_of_several_parts_are_left_alone(text: str) -> None:
    assert planted(dotted, text) == {}


def test_a_number_against_its_parent() -> None:
    texts = planted(dotted, "# 1 A\n\n## 1.1 B\n\n## 1.2 C\n\n## 1.3 D\n")
    assert texts["dotted-parent"] == "# 1 A\n\n## 1.1 B\n\n## 2.2 C\n\n## 1.3 D\n"
    assert texts["dotted-duplicate"] == "# 1 A\n\n## 1.1 B\n\n## 1.1 C\n\n## 1.3 D\n"
    assert texts["dotted-gap"] == "# 1 A\n\n## 1.1 B\n\n## 1.3 D\n"


NO_ANNOUNCEMENT = [
    pytest.param("三项措施：\n\n1. 甲\n2. 乙\n3. 丙\n4. 丁\n", id="it does not agree as it is"),
    pytest.param(
        "采取三项措施，效果明显。另外：\n\n1. 甲\n2. 乙\n3. 丙\n", id="a sentence between"
    ),
    pytest.param("第三点：\n\n1. 甲\n2. 乙\n3. 丙\n", id="an ordinal"),
    pytest.param("两项措施：\n\n1. 甲\n2. 乙\n", id="too short to be beyond doubt"),
]


@pytest.mark.parametrize("text", NO_ANNOUNCEMENT)
def test_what_announces_no_list_is_left_alone(text: str) -> None:
    assert planted(counts, text) == {}


@pytest.mark.parametrize(
    ("text", "number", "wrong"),
    [
        ("采取以下三项措施：\n\n1. 甲\n2. 乙\n3. 丙\n", "三", "四"),
        ("还存在三个方面的不足。一是甲。二是乙。三是丙。", "三", "四"),
        ("## 3点要求\n\n1. 甲\n2. 乙\n3. 丙\n", "3", "4"),
        ("建立了三项制度：\n\n- 甲\n- 乙\n- 丙\n", "三", "四"),
        ("Three factors came together:\n\n1. A\n2. B\n3. C\n", "Three", "Four"),
        ("次の3点が出された。\n\n1. 甲\n2. 乙\n3. 丙\n", "3", "4"),
        ("다음 세 가지를 요청했다.\n\n1. 갑\n2. 을\n3. 병\n", "세", "네"),
        ("Es gibt drei Ursachen:\n\n1. A\n2. B\n3. C\n", "drei", "vier"),
        ("O conselho aprovou três medidas:\n\n1. A\n2. B\n3. C\n", "três", "quatro"),
    ],
)
def test_a_wrong_count(text: str, number: str, wrong: str) -> None:
    assert planted(counts, text)["count-wrong"] == text.replace(number, wrong, 1)


def test_a_list_that_lost_an_item_is_renumbered() -> None:
    text = "采取以下四项措施：\n\n1. 甲\n2. 乙\n3. 丙\n4. 丁\n"
    lost = planted(counts, text)["count-item-gone"]
    assert lost.endswith(("1. 甲\n2. 丙\n3. 丁\n", "1. 甲\n2. 乙\n3. 丁\n"))
    assert "四项" in lost


def test_blanks_of_a_language_stay_in_it() -> None:
    chinese = planted(
        blanks, "全县共有学校12所，取缔场所37家，比上年增长5.2%。\n\n临溪县教育局\n2026年3月5日\n"
    )
    english = planted(blanks, "The outage hit 1200 users for 95 minutes. Owner: Ann Lee\n")
    assert {"blank-number", "blank-percent", "blank-date", "blank-place"} <= set(chinese)
    assert {"blank-number-en", "blank-owner-en"} <= set(english)
    assert not [sort for sort in chinese if sort.endswith("-en")]


def test_spaces_at_the_start_of_a_line_are_no_blank() -> None:
    for seed in range(60):
        date = planted(blanks, "特此报告。\n\n2026年3月5日\n测试测试测试测试测试测试", seed).get(
            "blank-date"
        )
        assert date is None or "\n    年" not in date


DUTY = """# 述职报告

各位领导：现将工作述职如下。

## 一、主要工作

做了不少事情。

写了材料。

开了会议。

走了基层。

## 二、存在的问题

学习不够。

深入不够。

创新不够。

## 三、下一步打算

多学习。

多走动。

多思考。

以上报告，请予评议。

述职人：何平

2026年1月8日
"""


def test_structure_of_a_kind() -> None:
    texts = planted(structure, DUTY)
    assert "存在的问题" not in texts["section-removed"] or "下一步" not in texts["section-removed"]
    assert (
        texts["section-duplicated"].count("## 三、下一步打算")
        + texts["section-duplicated"].count("## 二、存在的问题")
        == 3
    )
    assert "请予评议" not in texts["closing-lost"]
    assert texts["closing-moved"].index("请予评议") < texts["closing-moved"].index("## 三")
    assert "述职如下" not in texts["opening-lost"]


def test_a_report_of_no_kind_keeps_its_structure() -> None:
    assert planted(structure, DUTY.replace("述职报告", "一些想法")) == {}


def test_a_closing_that_something_else_replaces_is_not_lost() -> None:
    assert "closing-lost" not in planted(structure, DUTY.replace("多思考。", "我将继续努力。"))


def test_slips() -> None:
    text = "学校（含教学点和幼儿园）共12所，2026年3月5日开学，全体教师提前三天到校准备，各项工作有序推进，家长和学生都很满意。\n"
    texts = planted(slips, text)
    assert "幼儿园共" in texts["bracket-lost"]
    assert "3月32日" in texts["date-impossible"]
    assert texts["conflict-left"].startswith("<<<<<<< HEAD\n")


@given(st.text("ab\n", max_size=30), st.data())
def test_offsets_follow_the_text_through_edits(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    edits = (Edit(start, end, data.draw(st.text("X", max_size=4))),)
    after = applied(text, edits)
    kept = [at for at in range(len(text)) if not start <= at < end and not at == start == end]
    places = [moved(at, edits) for at in kept]
    assert [None if at is None else after[at] for at in places] == [text[at] for at in kept]


@pytest.mark.parametrize("report", SAMPLE_REPORTS, ids=lambda report: report.name)
def test_every_fault_of_the_sample_is_whole(report: Report) -> None:
    faults = list(all_faults(report, 1))
    assert faults
    for fault in faults:
        text = applied(report.text, fault.edits)
        assert text != report.text
        assert all(
            before.end <= after.start
            for before, after in zip(fault.edits, fault.edits[1:], strict=False)
        )
        spans = places_in(fault)
        assert len(spans) == len(fault.places)
        assert all(0 <= span.start <= span.end <= len(text) for span in spans)


def test_the_same_seed_gives_the_same_faults_and_another_one_others() -> None:
    report = SAMPLE_REPORTS[0]
    assert chosen(report, 1, 10) == chosen(report, 1, 10)
    assert chosen(report, 1, 10) != chosen(report, 2, 10)
    assert {fault.sort for fault in chosen(report, 1, 50, "ordinal-*")} <= {
        "ordinal-gap", "ordinal-start", "ordinal-duplicate", "ordinal-jump", "ordinal-swap", "ordinal-form",
    }  # fmt: skip
