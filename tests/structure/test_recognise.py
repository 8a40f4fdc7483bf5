from __future__ import annotations

from collections.abc import Callable

import pytest
from readings import LEXICON, REPORT, reading, spec

from reportlint.core.report_type import (
    Group,
    Phrases,
    Placement,
    Recognise,
    ReportType,
    ReportTypes,
)
from reportlint.structure.evidence import (
    BY_FILE_NAME,
    BY_FRONT_MATTER,
    BY_HEADINGS,
    BY_OPENING,
    BY_PATH,
    BY_SUBTITLE,
    BY_TITLE,
)
from reportlint.structure.recognise import Guess, Recogniser, _top
from support.growth import assert_linear

NOTICE = ReportType(
    "notice",
    "test",
    {"zh": "通知"},
    recognise=Recognise(Phrases(("通知", "报告")), path=("通知/**",)),
)
REVIEW = ReportType(
    "review",
    "test",
    {"en": "review"},
    recognise=Recognise(Phrases(("review", "status report"))),
    sections=(
        spec("impact", "Impact"),
        spec("causes", "Root cause", "Causes"),
        spec("actions", "Action items", "What to do"),
        spec("lessons", "Lessons learned", "What we learned"),
    ),
)
TYPES = Recogniser(ReportTypes.of([REPORT, NOTICE, REVIEW]), LEXICON)
TAIL = "\n\n各项任务圆满完成，群众普遍满意。\n"


def guess(text: str, path: str = "", recogniser: Recogniser = TYPES) -> Guess | None:
    read = reading(text)
    return recogniser.recognise(read.document, path, lambda: read.headings)


SILENT = [
    ("", ""),
    ("随笔。" + TAIL, ""),
    ("# 述职报告怎么写" + TAIL, ""),
    ("他说自己已经述职，情况是这样的。" + TAIL, ""),
    ("---\ntype: 别的\n---\n\n随笔。" + TAIL, ""),
    ("随笔。" + TAIL, "述职.md"),
    ("---\nname: 述职报告\n---\n\n随笔。" + TAIL, "述职报告.md"),  # a prompt of a program
    ("# 学习笔记" + TAIL, "述职报告.md"),  # the title says something else
    ("随笔。" + TAIL, "述职报告/README.md"),
    ("随笔。" + TAIL, "述职报告/随笔.md"),
    ("随笔。" + TAIL, "述职报告-template.md"),
    # in another language, with other headings
    ("# Review: painel web\n\n## Contexto\n\nO painel precisa de uma tela, não de duas.", ""),
    ("---\nmarp: true\n---\n\n# 张三述职报告" + TAIL, ""),  # slides are no report
    ("# 第五章 述职报告" + TAIL, ""),  # a chapter of a handbook
    ("# 述职报告模板（P1）\n\n（述职报告）" + TAIL, ""),
    ("# Review: 登录页\n\n## 背景\n\n登录页打不开，用户等了两个小时。", ""),
    ("# Outage\n\n## Impact\n\nBad.\n\n## Root cause\n\nOld.", ""),  # too little of it
    # three of four, only one under its first name
    ("# Outage\n\n## Impact\n\nBad.\n\n## Causes\n\nOld.\n\n## What to do\n\nNew.", ""),
]
FIRING = [
    ("# 关于做好述职报告工作的通知" + TAIL, "", "notice", BY_TITLE),
    # both types' titles fit, the longer one wins
    ("# 2025年度述职报告（张三）" + TAIL, "", "report", BY_TITLE),
    ("# 张三同志述职报告" + TAIL, "", "report", BY_TITLE),
    ("述职报告" + TAIL, "", "report", BY_TITLE),
    ("---\ntitle: 述职报告\n---\n\n随笔。" + TAIL, "", "report", BY_TITLE),
    ("# 述职报告" + TAIL, "", "report", BY_TITLE),
    ("# 述职报告\n\n根据安排，现述职如下：" + TAIL, "", "report", BY_TITLE + 0.05),
    ("根据安排，现述职如下：" + TAIL, "", "report", BY_OPENING),
    ("随笔。" + TAIL, "述职/张三.md", "report", BY_PATH),
    ("随笔。" + TAIL, "述职报告.md", "report", BY_FILE_NAME),
    ("# 2025.12.31" + TAIL, "张三述职报告_2025.md", "report", BY_FILE_NAME),
    ("# 2025.12.31" + TAIL, "述职报告/2025-12-31.md", "report", BY_FILE_NAME),
    (
        "# 为民服务\n\n## 存在的不足\n\n有。\n\n## 明天\n\n好。",
        "述职报告.md",
        "report",
        BY_FILE_NAME,
    ),
    ("不负重托\n——在全体会议上的述职报告" + TAIL, "", "report", BY_SUBTITLE),
    ("# 2025年述职报告和2026年工作思路" + TAIL, "", "report", BY_TITLE),
    ("# Review RV-22: login fails\n\nIt fails.", "", "review", BY_TITLE),
    ("# Status report for March\n\nIt is well.", "", "review", BY_TITLE),
    (
        "# Outage\n\n## Impact\n\nBad.\n\n## Causes\n\nOld.\n\n## Action items\n\nNew.",
        "",
        "review",
        BY_HEADINGS,
    ),
    (  # all four are there, two under rare names that are not the first
        "# Outage\n\n## Impact\n\nA.\n\n## Causes\n\nB.\n\n## What to do\n\nC.\n\n## What we learned\n\nD.",
        "",
        "review",
        BY_HEADINGS,
    ),
    ("---\ntype: notice\n---\n\n# 述职报告" + TAIL, "述职/张三.md", "notice", BY_FRONT_MATTER),
    ("---\n文种: 述职报告\n---\n\n随笔。" + TAIL, "", "report", BY_FRONT_MATTER),
]


@pytest.mark.parametrize(("text", "path"), SILENT)
def test_no_type(text: str, path: str) -> None:
    assert guess(text, path) is None


@pytest.mark.parametrize(("text", "path", "type", "confidence"), FIRING)
def test_a_type(text: str, path: str, type: str, confidence: float) -> None:
    recognised = guess(text, path)
    assert recognised is not None
    assert (recognised.type.id, recognised.confidence) == (type, confidence)


def test_a_tie_is_no_type() -> None:
    twins = Recogniser(ReportTypes.of([REPORT, REPORT._replace(id="twin")]), LEXICON)
    assert guess("# 述职报告" + TAIL, recogniser=twins) is None


def test_a_type_that_extends_another_is_taken_before_it() -> None:
    house = REPORT._replace(id="house", extends="report")
    recognised = guess(
        "# 述职报告" + TAIL, recogniser=Recogniser(ReportTypes.of([REPORT, house]), LEXICON)
    )
    assert recognised is not None
    assert recognised.type is house


def test_without_types_there_is_no_guess() -> None:
    assert guess("# 述职报告" + TAIL, recogniser=Recogniser(ReportTypes.of([]), LEXICON)) is None


def test_a_report_with_other_headings_is_not_asked_for_sections() -> None:
    other_headings = guess("# 述职报告\n\n## 强学习\n\n每周。\n\n## 抓落实\n\n件件。")
    assert other_headings is not None
    assert other_headings.other_headings
    assert {spec.demand for spec in other_headings.type.sections} == {"optional"}
    one_heading = guess("# 述职报告\n\n## 强学习\n\n每周。\n\n## 存在的不足\n\n有。")
    assert one_heading is not None
    assert not one_heading.other_headings


def test_a_folder_promises_nothing_of_a_text_in_another_language() -> None:
    of = REVIEW._replace(recognise=Recognise(path=("reviews/**",)))
    recogniser = Recogniser(ReportTypes.of([of]), LEXICON)
    foreign = "# Statuts\n\n## Impact\n\nLe club a son siège à la mairie et ses membres y votent.\n\n## Objet\n\nLe sport."
    english = "# Outage\n\n## Weather\n\nThe power was off and nobody saw that it was.\n\n## Place\n\nThe hall."
    recognised = guess(foreign, "reviews/a.md", recogniser)
    assert recognised is not None
    assert recognised.other_headings
    recognised = guess(english, "reviews/a.md", recogniser)
    assert recognised is not None
    assert not recognised.other_headings


def test_the_number_of_a_series_names_the_type_in_any_language() -> None:
    """Of such a report nothing is demanded."""
    title = Phrases(regex=("^RFC",))
    opening = Placement(1, (Group("opening", Phrases(("We propose",))),))
    of = REVIEW._replace(recognise=Recognise(title=title), opening=opening)
    recogniser = Recogniser(ReportTypes.of([of]), LEXICON)
    assert guess("# RFC 流程\n\n先提草案，再评议。", recogniser=recogniser) is None
    told = guess("# RFC-0012：统一日志\n\n日志写法不一，难以检索。", recogniser=recogniser)
    assert told is not None
    assert told.other_headings
    assert (told.type.sections, told.type.opening) == ((), None)
    english = guess("# RFC 12: logs\n\nThe logs are not alike.", recogniser=recogniser)
    assert english is not None
    assert english.type.opening is opening


def test_a_file_name_alone_demands_nothing() -> None:
    bare = guess("# 2025.12.31" + TAIL, "述职报告.md")
    assert bare is not None
    assert bare.is_named_only
    assert not bare.type.sections
    formed = guess("# 2025.12.31\n\n## 主要工作\n\n有。\n\n## 不足\n\n无。", "述职报告.md")
    assert formed is not None
    assert not formed.is_named_only
    assert formed.type.opening is REPORT.opening


def test_the_headings_decide_between_variants() -> None:
    study = REPORT._replace(id="study", sections=(spec("notes", "学习笔记"),))
    twins = Recogniser(ReportTypes.of([REPORT, study]), LEXICON)
    recognised = guess("# 述职报告\n\n## 学习笔记\n\n标签。", recogniser=twins)
    assert recognised is not None
    assert recognised.type.id == "study"


def test_all_that_speaks_for_a_type_is_told() -> None:
    read = reading("# 述职报告工作的通知\n\n根据安排，现述职如下：" + TAIL)
    candidates = TYPES.candidates(read.document, "述职/a.md")
    assert [(candidate.id, candidate.signs) for candidate in candidates] == [
        ("report", ("path", "mention", "opening")),
        ("notice", ("title",)),
    ]


def test_the_time_for_the_highest_level_grows_with_the_headings() -> None:
    def find(count: int) -> Callable[[], object]:
        report = reading("# 甲\n\n" + "## 乙\n\n文。\n\n" * count)
        sections = report.sections
        return lambda: _top(report.document, sections)

    assert_linear(find, 400)
