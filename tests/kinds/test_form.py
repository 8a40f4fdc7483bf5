"""How far a report follows the form of its type, and how grave what it lacks is then."""

from __future__ import annotations

import pytest
from readings import REPORT, reading, spec

from reportlint.core.reading import FRAME, OUTLINE, Hit
from reportlint.core.report_type import (
    OPTIONAL,
    RECOMMENDED,
    REQUIRED,
    Group,
    Phrases,
    Placement,
    ReportType,
)
from reportlint.core.span import Span
from reportlint.kinds.form import is_replaced, weighed
from reportlint.kinds.section_demands import levels

THREE = REPORT._replace(
    opening=None, closing=None, sections=(spec("a", "甲"), spec("b", "乙"), spec("c", "丙"))
)
TWO = THREE._replace(sections=(spec("a", "甲"), spec("b", "乙")))
TWICE = THREE._replace(
    sections=(spec("a", "甲"), spec("b", "乙"), spec("c", "丙", "丁", demand=OPTIONAL))
)
ONE = THREE._replace(sections=(spec("a", "甲"), spec("b", "乙", demand=OPTIONAL)))
PAPER = THREE._replace(
    closing=Placement(2, (Group("closing", Phrases(("特此报告",))),)),
    parts={"addressee": REQUIRED, "signature": REQUIRED, "date": REQUIRED},
)
LOOSE = PAPER._replace(
    sections=(), parts={"addressee": RECOMMENDED, "signature": RECOMMENDED, "date": RECOMMENDED}
)
CLOSED = THREE._replace(
    opening=Placement(1, (Group("opening", Phrases(("如下",)), severity="info"),)),
    closing=PAPER.closing,
)


def outline(*titles: str) -> str:
    return "# 报告\n\n" + "".join(f"## {title}\n\n好。\n\n" for title in titles)


def paper(body: str = "好。", *, addressee: bool = True, signed: bool = True) -> str:
    head = "# 修桥情况的报告\n\n" + "县人民政府：\n\n" * addressee
    return head + body + "\n\n" + "县交通局\n\n2026年2月18日\n" * signed


INFO_ONLY = [  # a report with a form of its own
    (OUTLINE, THREE, outline("甲", "另外", "其他")),
    (OUTLINE, THREE, outline("甲", "另外")),
    (OUTLINE, TWO, outline("甲", "另外")),
    (OUTLINE, THREE, "# 报告\n\n好。\n"),
    (OUTLINE, THREE, outline("另外", "其他", "别的", "还有")),
    (OUTLINE, ONE, outline("另外", "其他")),
    # the frame stands, and other sections are in the place of those of the type
    (OUTLINE, PAPER, paper("特此报告。\n\n## 另外\n\n好。\n\n## 其他\n\n好。\n\n## 别的\n\n好。")),
    (FRAME, THREE, outline("甲", "另外", "其他")),
    (FRAME, PAPER, paper(addressee=False, signed=False)),
    (FRAME, LOOSE, paper(addressee=False, signed=False)),
    (FRAME, CLOSED, "# 报告\n\n甲。\n\n好。\n"),
]
GRAVE = [  # one that follows the type, and has forgotten something
    (OUTLINE, THREE, outline("甲", "乙", "另外", "其他")),
    (OUTLINE, TWO, outline("甲")),
    (OUTLINE, THREE, outline("甲")),  # it is only begun
    (OUTLINE, TWICE, outline("甲", "丙", "丁")),  # two titles of one section are none of its own
    (OUTLINE, ONE, outline("乙", "另外")),
    (OUTLINE, PAPER, paper("好。\n\n特此报告。")),  # without headings, the frame vouches
    (FRAME, PAPER, outline("甲", "乙", "丙") + "好。\n\n县交通局\n\n2026年2月18日\n"),
    (FRAME, LOOSE, paper()),
    # an opening that is only looked for speaks for a report that has it, headings or none
    (FRAME, CLOSED, "# 报告\n\n情况如下：好。\n"),
    (FRAME, CLOSED, "情况如下：一是甲。二是丁。\n\n好。\n"),
    (FRAME, LOOSE, paper(signed=False)),
]


@pytest.mark.parametrize(("lacks", "of", "text"), INFO_ONLY)
def test_what_a_report_of_another_form_lacks_is_information(
    lacks: str, of: ReportType, text: str
) -> None:
    assert severity(lacks, of, text) == "info"


@pytest.mark.parametrize(("lacks", "of", "text"), GRAVE)
def test_what_is_missing_from_the_form_is_grave(lacks: str, of: ReportType, text: str) -> None:
    assert severity(lacks, of, text) == "error"


@pytest.mark.parametrize(("lacks", "of", "text"), INFO_ONLY)
def test_who_is_told_the_type_is_held_to_it(lacks: str, of: ReportType, text: str) -> None:
    assert severity(lacks, of, text, is_recognised=False) == "error"


def test_only_what_is_missing_is_weighed() -> None:
    assert severity("", THREE, outline("另外", "其他", "别的")) == "error"


def severity(lacks: str, of: ReportType, text: str, *, is_recognised: bool = True) -> str:
    typed = reading(text).with_type(of, is_recognised=is_recognised)
    return weighed(Hit(Span(0, 0), severity="error", lacks=lacks), typed).severity


LONG = "好。" * 9
NOT_REPLACED = [
    outline("甲", "丙"),  # nothing stands there
    outline("甲", "丙", "另外", "其他"),  # what is its own stands elsewhere
    outline("甲", "己", "丙"),  # one heading, no longer than the others
    outline("甲", "另外", "丙").replace("## 丙\n\n好", f"## 丙\n\n{LONG}"),
    outline("甲", "参考文献", "附录", "丙"),  # back matter
    outline("甲", "己", "丙", "另外"),  # as many of its own as of the type
    # headings of another level do not count
    outline("甲", "丙").replace("## 丙", "### 另外\n\n好。\n\n### 其他\n\n好。\n\n## 丙"),
]
REPLACED = [
    outline("甲", "另外", "其他", "丙"),  # several
    outline("甲", "另外", "丙").replace("## 另外\n\n好", f"## 另外\n\n{LONG}"),
    outline("甲", "丙", "另外", "其他", "别的"),  # it has more of its own
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*((text, False) for text in NOT_REPLACED), *((text, True) for text in REPLACED)],
)
def test_headings_of_its_own_stand_for_a_section(text: str, expected: bool) -> None:
    for is_recognised in (False, True):  # a report whose type is declared has nothing else for it
        typed = reading(text).with_type(THREE, is_recognised=is_recognised)
        level = levels(typed)[0]
        assert is_replaced(typed, level, 1) is (expected and is_recognised)
