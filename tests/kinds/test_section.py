from __future__ import annotations

import pytest
from readings import LEXICON, REPORT, marked, reading, spec

from reportlint.core.reading import Hit
from reportlint.core.report_type import Phrases, ReportType, SectionSpec
from reportlint.core.span import Span
from reportlint.kinds import section

ORDERED = REPORT._replace(
    ordered=True,
    sections=tuple(
        s._replace(lead=REPORT.recognise.title._replace(any=())) for s in REPORT.sections
    ),
)
NESTED = REPORT._replace(
    sections=(
        spec("a", "甲", sections=(spec("b", "乙"), spec("c", "丙", demand="optional"))),
        spec("d", "丁"),
    )
)
HEAD = "# 述职报告\n\n现报告如下。\n\n"
ALL = "## 一、主要工作\n\n好。\n\n## 二、不足\n\n有。\n\n## 三、下一步打算\n\n行。\n"

CASES = [
    # what must stay silent
    ("missing", None, "## 甲\n\n好。"),
    ("missing", REPORT, HEAD + ALL),
    (
        "missing",
        REPORT,
        HEAD
        + "## 主要工作\n\n好。但也清醒地认识到，还不够。\n\n下一步，再努力。\n\n## 不足及努力\n\n有。\n",
    ),
    ("missing", REPORT, "主要工作：好。也清醒地认识到，不够。今后，再努力。"),
    ("missing", NESTED, HEAD + "## 丁\n\n好。\n\n## 甲\n\n### 乙\n\n好。\n"),
    ("order", REPORT, HEAD + "## 下一步打算\n\n行。\n\n## 主要工作\n\n好。\n\n## 不足\n\n有。\n"),
    ("order", ORDERED, HEAD + ALL),
    ("order", ORDERED, HEAD + "## 主要工作\n\n好。\n\n## 下一步打算\n\n行。\n"),
    ("duplicate", REPORT, HEAD + ALL),
    ("duplicate", REPORT, HEAD + "## 主要工作\n\n好。\n\n## 履职情况\n\n好。\n"),
    ("duplicate", REPORT, HEAD + "## 张三\n\n### 不足\n\n有。\n\n## 李四\n\n### 不足\n\n有。\n"),
    ("duplicate", REPORT, HEAD + ALL + "\n" + ALL),  # two reports in one file
    ("duplicate", REPORT, HEAD + ALL + "\n## 附件\n\n## 不足\n\n有。\n"),
    ("empty", REPORT, HEAD + ALL),
    ("empty", REPORT, HEAD + "## 主要工作\n\n### 学习\n\n好。\n\n## 不足\n\n![图](a.png)\n"),
    ("empty", REPORT, HEAD + "## 主要工作\n\n```\n好\n```\n\n## 不足\n\n| 甲 |\n|---|\n"),
    ("empty", REPORT, HEAD + "## 主要工作\n\n## 不足\n\n## 下一步打算\n"),  # an outline
    # what must be found
    ("missing", REPORT, HEAD + "## 主要工作\n\n好。\n\n⟦很好。⟧\n\n## 下一步打算\n\n行。\n"),
    (
        "missing",
        REPORT,
        HEAD + "## 主要工作\n\n好。\n\n### 学习\n\n⟦每周。⟧\n\n---\n\n## 下一步打算\n\n行。\n",
    ),
    (
        "missing",
        REPORT,
        "⟦# 述职报告⟧\n\n现报告如下。\n\n## 不足\n\n有。\n\n## 下一步打算\n\n行。\n",
    ),
    (
        "missing",
        REPORT,
        HEAD + "## 主要工作\n\n好。\n\n## 不足\n\n⟦有。⟧\n\n张三\n\n2026年1月5日\n",
    ),
    (
        "missing",
        REPORT,
        HEAD + "## 下一步打算\n\n行。\n\n## 主要工作\n\n⟦好。⟧\n",
    ),  # moved and missing are told apart
    ("missing", NESTED, HEAD + "⟦## 甲⟧\n\n好。\n\n## 丁\n\n好。\n"),
    (
        "order",
        ORDERED,
        HEAD + "## ⟦下一步打算⟧\n\n行。\n\n## 主要工作\n\n好。\n\n## 不足\n\n有。\n",
    ),
    (
        "duplicate",
        REPORT,
        HEAD + "## 一、不足\n\n有。\n\n## ⟦二、不足⟧\n\n有。\n\n## ⟦三、不足：⟧\n\n有。\n",
    ),
    (
        "empty",
        REPORT,
        HEAD + "## 主要工作\n\n好。\n\n## ⟦不足⟧\n\n<!-- 写这里 -->\n\n## 打算\n\n行。\n",
    ),
    (
        "empty",
        REPORT,
        HEAD + "## 主要工作\n\n好。\n\n## 打算\n\n行。\n\n## ⟦不足⟧\n\n张三\n\n2026年1月5日\n",
    ),
]


@pytest.mark.parametrize(("fault", "of", "text"), CASES)
def test_section(fault: str, of: object, text: str) -> None:
    text, expected = marked(text)
    hits = list(section.find(reading(text, of=of), section.prepare({"fault": fault}, LEXICON)))  # type: ignore[arg-type]
    spans = sorted({hit.span for hit in hits})
    assert [span.cut(text) for span in spans] == expected
    for hit in hits:
        assert set(section.FIELDS) <= set(hit.values)


def test_the_first_line_is_the_place_of_the_first_section() -> None:
    text = "# 述职报告\n\n好。\n\n## 不足\n\n有。\n\n## 下一步打算\n\n行。\n"
    hits = list(
        section.find(reading(text, of=REPORT), section.prepare({"fault": "missing"}, LEXICON))
    )
    assert [(hit.span.start, hit.values["section"], hit.values["after"]) for hit in hits] == [
        (0, "履职情况", "")
    ]


def test_how_grave_a_missing_section_is() -> None:
    specs = (
        spec("a", "甲"),
        spec("b", "乙", severity="error"),
        spec("c", "丙", demand="recommended"),
        spec("d", "丁", demand="optional"),
    )
    of = REPORT._replace(sections=specs)
    hits = list(
        section.find(
            reading("# 报告\n\n## 甲\n\n好。\n\n## 别的\n\n好。\n", of=of),
            section.prepare({"fault": "missing"}, LEXICON),
        )
    )
    assert [(hit.values["section"], hit.severity) for hit in hits] == [
        ("乙", "error"),
        ("丙", "info"),
    ]


@pytest.mark.parametrize(
    ("of", "above", "severity"),
    [
        (REPORT._replace(opening=None), "本周跑通了采集，也改了告警。" * 8, "info"),
        (REPORT._replace(opening=None), "本周跑通了采集。", ""),
        (REPORT, "本周跑通了采集，也改了告警。" * 8, ""),  # there stands the opening
    ],
)
def test_the_first_section_may_be_told_above_all_headings(
    of: ReportType, above: str, severity: str
) -> None:
    text = f"# 报告\n\n{above}\n\n## 不足\n\n有。\n\n## 下一步打算\n\n行。\n"
    hits = list(section.find(reading(text, of=of), section.prepare({"fault": "missing"}, LEXICON)))
    assert [(hit.values["section"], hit.severity) for hit in hits] == [("履职情况", severity)]


@pytest.mark.parametrize(
    ("demand", "summary", "severity"),
    [
        ("optional", "好。", ""),
        ("optional", "好。" * 220, "info"),  # a long summary may tell the reasons too
        ("required", "好。" * 220, ""),
    ],
)
def test_what_a_long_summary_may_tell(demand: str, summary: str, severity: str) -> None:
    of = REPORT._replace(
        sections=(spec("a", "概述", demand=demand), spec("b", "动机"), spec("c", "设计")),
        opening=None,
    )
    text = f"# 报告\n\n## 概述\n\n{summary}\n\n## 设计\n\n好。\n"
    hits = section.find(reading(text, of=of), section.prepare({"fault": "missing"}, LEXICON))
    assert [(hit.values["section"], hit.severity) for hit in hits] == [("动机", severity)]


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("一年来，办成三件事。今后，再努力。", ["不足"]),
        ("一年来，办成三件事。", []),  # most of what the type asks for is not there
    ],
)
def test_a_hint_at_what_a_text_without_headings_lacks(text: str, missing: list[str]) -> None:
    led = [
        spec(id, title, demand=demand)._replace(lead=Phrases((lead,)))
        for id, title, lead, demand in (
            ("a", "工作", "一年来", "required"),
            ("b", "不足", "不足的是", "recommended"),
            ("c", "打算", "今后", "recommended"),
        )
    ]
    of = REPORT._replace(sections=tuple(led))
    hits = section.find(reading(text, of=of), section.prepare({"fault": "missing"}, LEXICON))
    assert [hit.values["section"] for hit in hits] == missing


def test_how_grave_an_empty_section_is() -> None:
    of = REPORT._replace(
        sections=(spec("a", "甲"), spec("b", "乙", demand="optional")), empty_sections="info"
    )
    text = "# 报告\n\n## 甲\n\n## 乙\n\n## 丙\n\n## 丁\n\n好。\n\n## 戊\n\n好。\n\n## 己\n\n好。\n"
    prepared = section.prepare({"fault": "empty"}, LEXICON)
    hits = list(section.find(reading(text, of=of), prepared))
    assert [(hit.values["section"], hit.severity) for hit in hits] == [
        ("甲", ""),
        ("乙", "info"),
        ("丙", "info"),
    ]


def test_wording_alone_is_weak_evidence() -> None:
    text = "一年的情况就是这样，办成三件事。今后，再努力。"
    hits = list(
        section.find(
            reading(text, of=ORDERED._replace(sections=REPORT.sections[1:])),
            section.prepare({"fault": "missing"}, LEXICON),
        )
    )
    assert [(hit.values["section"], hit.severity) for hit in hits] == [("存在的问题", "info")]
    assert not list(
        section.find(
            reading("天气很好。", of=REPORT._replace(sections=REPORT.sections[1:])),
            section.prepare({"fault": "missing"}, LEXICON),
        )
    )


def test_a_type_is_loosened_by_what_a_hit_says_is_not_met() -> None:
    inner = SectionSpec("inner", "甲", sections=(SectionSpec("deep", "乙"),))
    type_ = ReportType("t", "p", {}, sections=(inner, SectionSpec("other", "丙")), ordered=True)

    def loosened(fault: str, demand: str) -> ReportType | None:
        return section.loosen(type_, Hit(Span(0, 1), demand=demand), {"fault": fault})

    assert loosened("order", "inner") == type_._replace(ordered=False)
    missing = loosened("missing", "deep")
    assert missing is not None
    assert missing.sections[0].sections[0].demand == "optional"
    assert (missing.sections[0].demand, missing.sections[1].demand) == ("required", "required")
    twice = loosened("duplicate", "other")
    assert twice is not None
    assert [spec.many for spec in twice.sections] == [False, True]
    assert loosened("empty", "other") is None
    assert loosened("short", "other") is None
