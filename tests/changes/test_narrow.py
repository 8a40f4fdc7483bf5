"""`--since` by kind: findings that existed before are not reported, and those that the change
caused are, wherever they are."""

from __future__ import annotations

from typing import Any

import pytest

from reportlint.changes.file_change import FileChange, change_of
from reportlint.changes.narrow import Earlier, ReportChange, narrow
from reportlint.core.diagnostic import Diagnostic
from reportlint.core.lexicon import Lexicon, Style
from reportlint.core.report_type import Group, Phrases, Placement, ReportType, SectionSpec
from reportlint.core.rule import Rule
from reportlint.core.span import Span
from support.changes import narrowed, patch_of
from support.rules import UNUSED, housekeeping, of_kind, read, rule

LEXICON = Lexicon(
    (
        Style("是", "chinese", suffix=("是",), place="clause"),
        Style("、", "chinese", suffix=("、",), level=1),
    )
)
TYPE = ReportType(
    ordered=True,
    extra=False,
    id="duty",
    pack="p",
    name={"en": "duty report"},
    sections=tuple(
        SectionSpec(title, title, Phrases((title,))) for title in ("成绩", "不足", "打算")
    ),
    closing=Placement(1, (Group("end", Phrases(("谢谢",))),)),
)
LONG = of_kind("length", of="document", unit="han", max=10)
LONG_SECTION = of_kind("length", of="section", unit="han", max=6)
LONG_PARAGRAPH = of_kind("length", of="paragraph", unit="han", max=6)
ONE_BANG = of_kind("count", words=["！"], max=1)
SAID = of_kind("count", words=["安全"], min=1)
PER_PARAGRAPH = of_kind("count", words=["！"], max=1, per="paragraph")
EITHER = of_kind("consistency", either=[["登录", "登陆"]])
ORDER = of_kind(
    "order", first={"any": ["妥否"], "regex": []}, then={"any": ["特此请示"], "regex": []}
)
NEEDS = of_kind(
    "order",
    first={"any": ["妥否"], "regex": []},
    then={"any": ["特此请示"], "regex": []},
    needs=True,
)
TWICE = of_kind("repetition", **{"min-length": 4, "unit": "paragraph"})
PAIRS = of_kind("pairs")
PATTERN = rule()
DATE = of_kind("date", patterns={"d": {"regex": [r"(?P<m>\d+)月(?P<d>\d+)日"]}})
GAP = of_kind("ordinal", fault="gap")
ANNOUNCED = of_kind(
    "announced-count",
    patterns={"zh": {"phrase": ["(?P<n>[二三四五])项"], "cue": ["以下"], "numbers": {}}},
)
CLOSING = of_kind("required", **{"from": "closing"})
LAST = of_kind("required", any=["谢谢"], at="closing", within=1)
THREE = of_kind("required", any=["谢谢"], at="closing", within=3)
OPENING = of_kind("required", any=["谢谢"], at="opening", within=1)
IN_SECTION = of_kind("required", any=["安全"], at="section:成绩")
IN_TITLE = of_kind("required", any=["述职"], at="title")
ANYWHERE = of_kind("required", any=["安全"])
MISSING = of_kind("section", fault="missing")
OUTLINES = {fault: of_kind("section", fault=fault) for fault in ("order", "duplicate", "extra")}
OUTLINED = {
    "order": "# 报告\n\n## 打算\n\n甲。\n\n## 成绩\n\n{}\n",
    "duplicate": "# 报告\n\n## 成绩\n\n甲。\n\n## 成绩\n\n{}\n",
    "extra": "# 报告\n\n## 成绩\n\n甲。\n\n## 别的\n\n{}\n",
}
EMPTY = of_kind("section", fault="empty")

COPY = "加强学习改进作风。"
SECTIONS = "# 报告\n\n## 成绩\n\n修路三条。\n\n## 打算\n\n明年修桥。\n"
LIST = "工作如下：\n\n一是安全。\n\n二是生产。\n\n四是服务。\n\n以上。\n"

WRONG_COUNT = "以下二项：\n\n" + LIST.replace("四是", "三是").partition("\n\n")[2]

LET_BE: list[Any] = [
    pytest.param(
        PATTERN, "修路XX条。\n\n架桥。", "修路XX条。\n\n架桥一座。", id="pattern: another line"
    ),
    pytest.param(PATTERN, "修路XX条。", "又一段。\n\n修路XX条。", id="pattern: it only moved"),
    pytest.param(PATTERN, "修路XX条。\n甲。\n", "修路XX条。\n", id="pattern: a line below is gone"),
    pytest.param(PATTERN, "甲。\n修路XX条。\n", "修路XX条。\n", id="pattern: a line above is gone"),
    pytest.param(DATE, "2月30日。\n\n甲。", "2月30日。\n\n乙。", id="date: another line"),
    pytest.param(
        LONG,
        "修路三条架桥两座。\n\n修渠一条。",
        "修路三条架桥两座。\n\n修渠两条。",
        id="length: too long already",
    ),
    pytest.param(
        LONG,
        "修路三条架桥两座。\n\n修渠一条。",
        "修路三条架桥两座。\n\n修渠一。",
        id="length: shorter than it was",
    ),
    pytest.param(
        LONG_SECTION,
        "# 甲\n\n## 乙\n\n修路三条架桥两座。\n\n末。",
        "# 甲\n\n## 乙\n\n修路三条架桥两座。\n\n完。",
        id="length: a section too long already",
    ),
    pytest.param(
        LONG_PARAGRAPH,
        "修路三条架桥两座。\n\n甲。",
        "修路三条架桥两座。\n\n乙。",
        id="length: another paragraph",
    ),
    pytest.param(
        ONE_BANG, "甲！\n\n乙！\n", "甲！\n\n乙！\n\n丙。\n", id="count: too many already"
    ),
    pytest.param(
        ONE_BANG, "甲！\n\n乙！\n\n丙！", "甲！\n\n丙！", id="count: fewer than there were"
    ),
    pytest.param(SAID, "甲。\n\n乙。", "甲。\n\n丙。", id="count: too few already"),
    pytest.param(
        PER_PARAGRAPH, "甲！乙！\n\n丙！", "甲！乙！\n\n丁！", id="count: another paragraph"
    ),
    pytest.param(
        EITHER,
        "登录。\n\n登录。\n\n登陆。\n",
        "登录。\n\n登录。\n\n登陆。\n\n又登录。\n",
        id="consistency: mixed already",
    ),
    pytest.param(
        ORDER,
        "特此请示。\n\n妥否。\n\n甲。",
        "特此请示。\n\n妥否。\n\n乙。",
        id="order: wrong already",
    ),
    pytest.param(
        TWICE,
        f"{COPY}\n\n{COPY}\n\n甲。",
        f"{COPY}\n\n{COPY}\n\n乙。",
        id="repetition: there twice already",
    ),
    pytest.param(
        PAIRS, "（甲。\n\n乙。\n\n丙。", "（甲。\n\n丁。\n\n丙。", id="pairs: open already"
    ),
    pytest.param(GAP, LIST, LIST + "\n又一段。\n", id="ordinal: below the list"),
    pytest.param(GAP, LIST, LIST.replace("工作如下", "工作有"), id="ordinal: above the list"),
    pytest.param(
        ANNOUNCED,
        WRONG_COUNT,
        WRONG_COUNT + "\n又。\n",
        id="announced-count: below",
    ),
    pytest.param(
        CLOSING, "甲。\n\n乙。\n\n丙。", "丁。\n\n乙。\n\n丙。", id="required: far from its place"
    ),
    pytest.param(
        OPENING,
        "甲。\n\n乙。\n\n丙。\n\n丁。",
        "甲。\n\n乙。\n\n丙。\n\n戊。",
        id="required: far from the opening",
    ),
    pytest.param(
        IN_SECTION, SECTIONS, SECTIONS.replace("修桥", "修渠"), id="required: another section"
    ),
    pytest.param(IN_TITLE, SECTIONS, SECTIONS.replace("修桥", "修渠"), id="required: no title"),
    pytest.param(
        MISSING, SECTIONS, SECTIONS.replace("三条", "四条"), id="section: no heading changed"
    ),
    pytest.param(
        EMPTY,
        "# 报告\n\n## 成绩\n\n## 打算\n\n明年。\n\n再。\n",
        "# 报告\n\n## 成绩\n\n## 打算\n\n今年。\n\n再。\n",
        id="section: another section",
    ),
]
REPORTED: list[Any] = [
    pytest.param(PATTERN, "修路三条。", "修路XX条。", ["1:3 blank"], id="pattern: its line"),
    pytest.param(
        PATTERN,
        "```\n修路XX条。\n```\n",
        "修路XX条。\n",
        ["1:3 blank"],
        id="pattern: no code any more",
    ),
    pytest.param(DATE, "2月3日。", "2月30日。", ["1:1 blank"], id="date: its line"),
    pytest.param(
        LONG,
        "修路三条架桥。\n",
        "修路三条架桥。\n\n又修渠两条架桥一座。\n",
        ["1:1 blank"],
        id="length: a paragraph more",
    ),
    pytest.param(
        LONG_SECTION,
        "# 甲\n\n## 乙\n\n修路。\n",
        "# 甲\n\n## 乙\n\n修路。\n\n又架桥两座修渠。\n",
        ["3:4 blank"],
        id="length: a section has grown",
    ),
    pytest.param(
        LONG_SECTION,
        "# 甲\n\n## 乙\n\n修路三条架桥两座。\n\n## 丙\n\n修渠。\n",
        "# 甲\n\n## 乙\n\n修路。\n\n## 丙\n\n修渠。\n\n又架桥两座修渠。\n",
        ["7:4 blank"],
        id="length: one is mended, another has grown",
    ),
    pytest.param(
        LONG_PARAGRAPH,
        "修路三条。",
        "修路三条架桥两座。",
        ["1:1 blank"],
        id="length: its paragraph",
    ),
    pytest.param(
        ONE_BANG, "甲。\n\n乙！", "甲！\n\n乙！", ["3:2 blank"], id="count: one more above"
    ),
    pytest.param(SAID, "甲。\n\n安全。", "甲。\n\n乙。", ["1:1 blank"], id="count: one less below"),
    pytest.param(
        EITHER,
        "登录。\n\n登录。\n\n登陆。",
        "登录。\n\n登录。\n\n登陆。\n\n登陆，登陆。",
        ["1:1 blank", "3:1 blank"],
        id="consistency: the usual one is another",
    ),
    pytest.param(
        EITHER,
        "登录。\n\n登录。\n\n甲。",
        "登录。\n\n登录。\n\n登陆。",
        ["5:1 blank"],
        id="consistency: its line",
    ),
    pytest.param(
        ORDER,
        "妥否。\n\n特此请示。\n",
        "特此请示。\n\n妥否。\n",
        ["1:1 blank"],
        id="order: what comes first has moved",
    ),
    pytest.param(
        NEEDS,
        "妥否。\n\n特此请示。\n",
        "甲。\n\n特此请示。\n",
        ["3:1 blank"],
        id="order: what comes first is gone",
    ),
    pytest.param(
        TWICE,
        f"甲。\n\n{COPY}",
        f"{COPY}\n\n{COPY}",
        ["3:1 blank"],
        id="repetition: the first place is new",
    ),
    pytest.param(
        TWICE,
        f"{COPY}\n\n{COPY}\n\n{COPY}",
        f"{COPY}\n\n{COPY}",
        ["3:1 blank"],
        id="repetition: one of three is gone",
    ),
    pytest.param(
        PAIRS,
        "（甲。\n\n乙。\n\n丙）。",
        "（甲。\n\n乙。\n\n丙。",
        ["1:1 blank"],
        id="pairs: closed paragraphs below before",
    ),
    pytest.param(
        PAIRS,
        "（甲。\n\n乙）。",
        "甲。\n\n乙）。",
        ["3:2 blank"],
        id="pairs: opened paragraphs above before",
    ),
    pytest.param(GAP, LIST.replace("四是", "三是"), LIST, ["7:1 blank"], id="ordinal: its line"),
    pytest.param(
        GAP, LIST, LIST.replace("安全", "生产安全"), ["7:1 blank"], id="ordinal: another item"
    ),
    pytest.param(
        GAP,
        LIST.replace("四是", "三是服务。\n\n四是"),
        LIST,
        ["7:1 blank"],
        id="ordinal: an item is gone",
    ),
    pytest.param(
        ANNOUNCED,
        "以下二项：\n\n一是安全。\n\n二是生产。\n",
        "以下二项：\n\n一是安全。\n\n二是生产。\n\n三是服务。\n",
        ["1:3 blank"],
        id="announced-count: an item more",
    ),
    pytest.param(
        CLOSING,
        "甲。\n\n乙。\n\n谢谢。",
        "甲。\n\n乙。\n\n丙。",
        ["5:1 blank"],
        id="required: its line",
    ),
    pytest.param(
        CLOSING,
        "甲。\n\n乙。\n\n丙。",
        "甲。\n\n丁。\n\n丙。",
        ["5:1 blank"],
        id="required: the last paragraph but one",
    ),
    pytest.param(
        OPENING,
        "谢谢。\n\n乙。\n\n丙。\n\n丁。",
        "甲。\n\n乙。\n\n丙。\n\n丁。",
        ["1:1 blank"],
        id="required: the opening",
    ),
    pytest.param(
        IN_SECTION,
        SECTIONS.replace("修路", "安全"),
        SECTIONS,
        ["3:4 blank"],
        id="required: its section",
    ),
    pytest.param(
        IN_TITLE,
        SECTIONS.replace("报告", "述职报告"),
        SECTIONS,
        ["1:3 blank"],
        id="required: the title",
    ),
    pytest.param(ANYWHERE, "甲。\n\n安全。", "甲。\n\n乙。", ["1:1 blank"], id="required: gone"),
    pytest.param(
        MISSING,
        SECTIONS.replace("## 打算", "## 不足\n\n有二。\n\n## 打算"),
        SECTIONS,
        ["5:1 blank"],
        id="section: gone",
    ),
    pytest.param(
        EMPTY,
        "# 报告\n\n## 成绩\n\n有。\n\n## 打算\n\n明年。\n",
        "# 报告\n\n## 成绩\n\n## 打算\n\n明年。\n",
        ["3:4 blank"],
        id="section: emptied",
    ),
]


@pytest.mark.parametrize(("checked", "old", "new"), LET_BE)
def test_what_was_there_before_is_let_be(checked: Rule, old: str, new: str) -> None:
    assert narrowed([checked], "", new, type=TYPE, lexicon=LEXICON), "it is found"
    assert narrowed([checked], old, new, type=TYPE, lexicon=LEXICON) == []


@pytest.mark.parametrize(("checked", "old", "new", "expected"), REPORTED)
def test_what_the_change_caused_is_reported(
    checked: Rule, old: str, new: str, expected: list[str]
) -> None:
    assert narrowed([checked], old, new, type=TYPE, lexicon=LEXICON) == expected


def test_where_nobody_knows_how_it_was_only_what_is_touched_is_reported() -> None:
    old, new = "修路XX条。\n\n架桥。", "修路XX条。\n\n架桥YY座。"
    rules = [rule(words=["XX", "YY"]), LONG]
    assert narrowed(rules, old, new, known=False) == ["3:3 blank"]
    assert narrowed([MISSING], SECTIONS, SECTIONS + "\n又。\n", type=TYPE, known=False)


COMMENT = "<!-- reportlint-disable-next-line blank -->"


def test_a_finding_that_a_comment_silenced_until_now_is_reported() -> None:
    text = "甲。\n\n{}\n修路XX条。\n"
    assert narrowed([PATTERN], text.format(COMMENT), text.format("乙。")) == ["4:3 blank"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(f"{COMMENT}\n甲。\n\n乙。", f"{COMMENT}\n甲。\n\n丙。", [], id="another line"),
        pytest.param(f"{COMMENT}\nXX。", f"{COMMENT}\n甲。", True, id="what it was for"),
        pytest.param(f"{COMMENT}\n甲。", f"{COMMENT}\n乙。", True, id="the line that it is for"),
        pytest.param("甲。", f"甲。\n{COMMENT}", True, id="the comment, on the last line"),
    ],
)
def test_a_comment_that_silences_nothing(old: str, new: str, expected: object) -> None:
    assert bool(narrowed([PATTERN, UNUSED], old, new)) is bool(expected)


def test_a_rule_that_yields_no_more_is_reported() -> None:
    width = rule("width", words=["X"])._replace(yields_to=("blank",))
    old, new = "修路XX条。<!-- a -->", "修路XX条。<!-- b -->"
    assert narrowed([PATTERN, width], old, new) == ["1:3 blank"]
    quiet = f"{COMMENT.replace('-next-line', '-file')}\n\n修路XX条。\n\n又X条。\n"
    assert narrowed([PATTERN, width], quiet, quiet + "\n甲。\n") == []


def test_what_is_said_of_the_file_goes_with_any_change() -> None:
    timeout = housekeeping("rule-timeout")._replace(options={"about": "file"})
    findings = [Diagnostic("rule-timeout", "warning", Span(0, 0), "", transient=True)]
    rules = {"rule-timeout": timeout}
    changed = FileChange(added=((3, 3),))
    assert narrow(findings, read("甲\n\n乙"), changed, rules, lambda: None) == findings
    assert narrow(findings, read("甲\n\n乙"), FileChange(), rules, lambda: None) == []
    assert (
        narrow(findings, read("甲\n\n乙"), FileChange(whole=True), rules, lambda: None) == findings
    )


@pytest.mark.parametrize("fault", OUTLINES)
def test_what_lies_in_the_headings_goes_with_them(fault: str) -> None:
    checked, text = [OUTLINES[fault]], OUTLINED[fault]
    assert narrowed(checked, "", text.format("乙。"), type=TYPE)
    assert narrowed(checked, text.format("乙。"), text.format("丙。"), type=TYPE) == []
    with_another = text.format("乙。") + "\n## 附注\n\n丁。\n"
    assert narrowed(checked, text.format("乙。"), with_another, type=TYPE)


FARTHER = TYPE._replace(closing=Placement(3, (Group("end", Phrases(("谢谢",))),)))


@pytest.mark.parametrize(
    ("checked", "type", "paragraph", "reported"),
    [
        pytest.param(LAST, None, 3, True, id="the last but one, though only the last counts"),
        pytest.param(LAST, None, 2, False, id="the last but two"),
        pytest.param(THREE, None, 2, True, id="as far as the rule looks"),
        pytest.param(THREE, None, 1, False, id="farther than the rule looks"),
        pytest.param(CLOSING, FARTHER, 2, True, id="as far as the type looks"),
        pytest.param(CLOSING, FARTHER, 1, False, id="farther than the type looks"),
    ],
)
def test_where_a_closing_could_have_stood(
    checked: Rule, type: ReportType | None, paragraph: int, reported: bool
) -> None:
    paragraphs = ["一。", "二。", "三。", "四。", "五。"]
    changed = [*paragraphs[:paragraph], "又。", *paragraphs[paragraph + 1 :]]
    old, new = ("\n\n".join(lines) + "\n" for lines in (paragraphs, changed))
    assert bool(narrowed([checked], old, new, type=type)) is reported


def test_lines_taken_away_beside_a_list_are_of_the_list() -> None:
    tight = "工作如下：\n\n一是安全。\n二是生产。\n四是服务。\n"
    assert narrowed([GAP], tight + "五是党建。\n", tight, lexicon=LEXICON) == ["5:1 blank"]
    below = tight + "\n以上。\n"
    assert narrowed([GAP], below + "\n又一段。\n", below, lexicon=LEXICON) == []


def test_one_that_is_known_by_its_place_does_not_stand_for_another() -> None:
    def finding(at: int) -> Diagnostic:
        return Diagnostic("blank", "warning", Span(at, at + 1), "", subject="少")

    old, new = read("甲\n乙\n丙\n"), read("甲\n乙\n丁\n")
    change = change_of(patch_of("甲\n乙\n丙\n", "甲\n乙\n丁\n"))
    findings = [finding(0), finding(2)]
    kept = narrow(findings, new, change, {"blank": rule()}, lambda: Earlier(old, [finding(0)]))
    assert kept == findings[1:]
    assert narrow(findings, new, change, {"blank": rule()}, lambda: Earlier(old, findings)) == []


def test_each_finding_that_was_there_stands_for_one_and_no_more() -> None:
    def finding(at: int) -> Diagnostic:
        return Diagnostic("blank", "warning", Span(at, at + 1), "", subject="少")

    texts = "甲\n乙\n丙\n丁\n", "甲\n乙\n丙\n戊\n"
    old, new = map(read, texts)
    change = change_of(patch_of(*texts))

    def kept(findings: list[Diagnostic], before: list[Diagnostic]) -> list[Diagnostic]:
        return narrow(findings, new, change, {"blank": rule()}, lambda: Earlier(old, before))

    twice = [finding(0), finding(0)]
    assert kept(twice, twice) == []
    assert kept(twice, twice[:1]) == twice[:1]
    # the same is missing, and is shown elsewhere: one is known, the other new
    assert kept([finding(2), finding(4)], [finding(0)]) == [finding(4)]
    assert kept([finding(2), finding(4)], twice) == []


@pytest.mark.parametrize(
    ("lines", "beside", "touched"),
    [
        ("三", False, False),
        ("二", False, False),
        ("一二", False, False),
        ("四", True, False),
        ("一", True, False),
        ("二三", False, True),
        ("一二三", False, True),
        ("二三四", False, True),
        ("二", True, True),
        ("三", True, True),
        ("一二", True, True),
    ],
)
def test_where_lines_are_gone_between_the_second_and_the_third(
    lines: str, beside: bool, touched: bool
) -> None:
    text = "一\n二\n三\n四\n五\n"
    change = ReportChange(read(text), FileChange(cuts=(2,)), lambda: None)
    span = Span(text.index(lines[0]), text.index(lines[-1]) + 1)
    assert change.touches(span, beside=beside) is touched
