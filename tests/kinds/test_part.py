from __future__ import annotations

from collections.abc import Callable

import pytest
from readings import LEXICON, REPORT, marked, reading

from reportlint.core.reading import Hit
from reportlint.core.report_type import OPTIONAL, RECOMMENDED, REQUIRED
from reportlint.core.span import Span
from reportlint.kinds import part
from support.growth import assert_linear

ALL = REPORT._replace(parts=dict.fromkeys(("addressee", "number", "signature", "date"), REQUIRED))
BODY = "各项任务圆满完成，群众普遍满意。\n\n特此报告。"
PAPER = (
    f"# 修桥情况的报告\n\n某政〔2026〕3号\n\n县人民政府：\n\n{BODY}\n\n县交通局\n\n2026年2月18日\n"
)

SILENT = [
    ("addressee", PAPER),
    ("number", PAPER),
    ("signature", PAPER),
    ("signature", f"# 修桥情况的报告\n\n县人民政府：\n\n{BODY}\n\n附件：预算表\n\n县交通运输局\n"),
    ("date", PAPER),
    ("number", f"某政〔2026〕3号　　　签发人：张三\n\n修桥情况的报告\n\n{BODY}\n"),
    ("date", f"# 修桥情况的报告\n\n{BODY}\n\n县交通局\n2026年2月18日\n"),
    ("date", f"# 修桥情况的报告\n\n（2026年2月18日）\n\n{BODY}\n"),
    ("addressee", "# 修桥情况的报告\n"),  # a text without body
    # A draft has no number yet: an office gives it when the paper is signed and dated.
    ("number", f"# 修桥情况的报告\n\n县人民政府：\n\n{BODY}\n"),
    ("number", f"# 禁火令\n\n第46号\n\n{BODY}\n\n县长　李明\n\n2026年2月18日\n"),
    (
        "number",
        f"# 修桥情况的报告\n\n- 文号：某政〔2026〕3号\n\n{BODY}\n\n县交通局\n\n2026年2月18日\n",
    ),
    # Who reads a report aloud stands under its title.
    ("signature", f"# 修桥情况的报告\n\n局长　王小明\n\n{BODY}\n"),
    ("addressee", f"# 修桥情况的报告\n\n县交通局局长 王小明\n\n{BODY}\n"),
    # A blank keeps the place of a part, and so do a heading and a label that name it.
    ("addressee", f"# 修桥情况的报告\n\n[主送机关]：\n\n{BODY}\n"),
    ("signature", f"# 修桥情况的报告\n\n{BODY}\n\n[发文机关]\n[成文日期]\n"),
    ("date", f"# 修桥情况的报告\n\n{BODY}\n\n【发文机关】\n【成文日期】\n"),
    ("signature", f"# 修桥情况的报告\n\n{BODY}\n\n## 落款\n\n略\n"),
    ("date", f"# 修桥情况的报告\n\n2026年2月18日 县政府常务会议通过\n\n{BODY}\n"),
    ("date", f"# 修桥情况的报告\n\n{BODY}\n\n二〇二六年二月十八日\n"),
    # A copy on a web site or in a collection is mostly without what stood around the body.
    ("signature", f"标题：修桥情况的报告\n来源：县政府网\n\n修桥情况的报告\n\n{BODY}\n"),
    ("addressee", f"# 修桥情况的报告\n\n- 来源：县政府网\n\n{BODY}\n"),
    ("date", f"---\nsource: 县政府网\n---\n\n# 修桥情况的报告\n\n{BODY}\n"),
    ("signature", f"# 修桥情况的报告\n\n（2026年2月18日县政府常务会议通过）\n\n{BODY}\n"),
]
FIRING = [
    ("addressee", "# 修桥情况的报告\n\n⟦各项任务圆满完成，群众普遍满意。⟧\n\n特此报告。\n"),
    ("addressee", "⟦各项任务圆满完成，群众普遍满意。⟧\n\n特此报告。\n"),
    ("number", f"# ⟦修桥情况的报告⟧\n\n县人民政府：\n\n{BODY}\n\n县交通局\n\n2026年2月18日\n"),
    ("signature", "# 修桥情况的报告\n\n县人民政府：\n\n各项任务圆满完成。\n\n⟦特此报告。⟧\n"),
    ("date", "# 修桥情况的报告\n\n各项任务圆满完成。\n\n⟦特此报告。⟧\n\n述职人：张三\n"),
    # What a sentence of the body says of sources makes it no copy.
    ("signature", "# 修桥情况的报告\n\n县人民政府：\n\n资金来源：财政。\n\n⟦特此报告。⟧\n"),
    (
        "signature",
        "# 修桥情况的报告\n\n县人民政府：\n\n桥修好了。\n\n⟦特此报告。⟧\n\n附件：预算表\n\n抄送：县财政局\n",
    ),
    ("signature", "# 修桥情况的报告\n\n县人民政府：\n\n⟦桥修好了。⟧\n\n来源：财政。\n"),
    # A day that a sentence tells of is no date of the paper.
    ("date", "# 修桥情况的报告\n\n2026年2月18日开工。\n\n⟦特此报告。⟧\n"),
]


@pytest.mark.parametrize(("which", "text"), [*SILENT, *FIRING])
def test_part(which: str, text: str) -> None:
    text, expected = marked(text)
    hits = list(part.find(reading(text, of=ALL), part.prepare({"part": which}, LEXICON)))
    assert [hit.span.cut(text) for hit in hits] == expected
    for hit in hits:
        assert set(part.FIELDS) <= set(hit.values)


@pytest.mark.parametrize(
    ("demand", "severities"), [("", []), (OPTIONAL, []), (RECOMMENDED, ["info"]), (REQUIRED, [""])]
)
def test_how_grave_it_is(demand: str, severities: list[str]) -> None:
    of = REPORT._replace(parts={"date": demand} if demand else {})
    hits = list(part.find(reading(f"# 报告\n\n{BODY}\n", of=of), "date"))
    assert [hit.severity for hit in hits] == severities


@pytest.mark.parametrize(
    ("tail", "severities"),
    [
        ("", [""]),
        ("联系电话：0571-1234567\n", [""]),
        ("2026年3月1日印发了通知。\n", [""]),
        ("县政府办公室　　　2026年3月1日印发\n", ["info"]),
        ("主题词：交通　桥梁　报告\n", ["info"]),
    ],
)
def test_a_printed_paper_has_its_seal(tail: str, severities: list[str]) -> None:
    text = f"# 修桥情况的报告\n\n县人民政府：\n\n各项任务圆满完成。\n\n特此报告。\n\n{tail}"
    hits = list(part.find(reading(text, of=ALL), "signature"))
    assert [hit.severity for hit in hits] == severities


def test_nothing_is_asked_of_no_type() -> None:
    assert not list(part.find(reading(BODY), "date"))


def test_a_type_is_loosened_by_the_part() -> None:
    loose = part.loosen(ALL, Hit(Span(0, 1), demand="date"), {"part": "date"})
    assert loose is not None
    assert set(loose.parts) == {"addressee", "number", "signature"}


def test_a_long_blank_before_text_is_read_soon() -> None:
    """A field of a Word document may be long. With each of its characters the time doubled."""

    def find(blanks: int) -> Callable[[], object]:
        text = f"# 报告\n\n{BODY}\n\n" + "\0" * blanks + "3. 拟修建大桥。\n"
        return lambda: [*part.find(reading(text, of=ALL), "date")]

    assert len([*part.find(reading(f"{BODY}\n\n" + "\0" * 27 + "3. 拟。\n", of=ALL), "date")]) == 1
    assert_linear(find, 3)
