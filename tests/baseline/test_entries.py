"""The identity of a finding, by kind: it stays known if the text around it changes, and no other
finding is taken for it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.baseline.entries import Entry, Key, entries_from, fresh, key_of, merged, stale
from reportlint.core.diagnostic import Diagnostic
from reportlint.core.reading import Hit
from reportlint.core.report_type import Group, Phrases, Placement, ReportType, SectionSpec
from reportlint.core.rule import Rule
from reportlint.core.span import Span
from reportlint.kinds import KINDS
from reportlint.lint.check import check, prepare
from support.rules import LEXICON, of_kind, read, rule

TYPE = ReportType(
    "duty",
    "p",
    {"en": "duty report"},
    sections=tuple(
        SectionSpec(title, title, Phrases((title,)), length=9) for title in ("成绩", "不足", "打算")
    ),
    closing=Placement(2, (Group("end", Phrases(("谢谢",)), {"zh": "谢辞", "en": "thanks"}),)),
    must=(Group("a", Phrases(("安全",))), Group("b", Phrases(("生产",)))),
)
MANY = of_kind("count", words=["！"], max=1)
MANY_HERE = of_kind("count", words=["！"], max=1, per="section")
FEW = of_kind("count", words=["安全"], min=1)
LONG = of_kind("length", of="document", unit="han", max=4)
LONG_SECTION = of_kind("length", of="section", unit="han", max=4)
CLOSING = of_kind("required", **{"from": "closing"})
MISSING = of_kind("section", fault="missing")
MUST = of_kind("section", fault="text")
SHORT = of_kind("section", fault="short")
SECTIONS = "# 报告\n\n## 成绩\n\n{}\n\n## 打算\n\n{}\n"


def keys(checked: Rule, text: str) -> list[Key]:
    reading = read(text, type=TYPE)
    findings = check(reading, prepare([checked], LEXICON), "en").findings
    return [key_of(finding, text) for finding in findings]


@pytest.mark.parametrize(
    ("checked", "before", "after"),
    [
        pytest.param(rule(), "修XX条。", "先架桥。\n\n修XX条，又一条。", id="pattern: it moved"),
        pytest.param(MANY, "甲！乙！", "甲！乙！丙！丁！", id="count: more than before"),
        pytest.param(
            MANY,
            SECTIONS.format("甲！乙！", "丙"),
            SECTIONS.format("甲！", "丙！丁！"),
            id="count: the one too many stands elsewhere",
        ),
        pytest.param(FEW, "# 报告\n\n甲。", "# 总结\n\n乙。", id="count: too few of another text"),
        pytest.param(LONG, "# 报告\n\n修路三条。", "# 总结\n\n修路三条架桥。", id="length: longer"),
        pytest.param(
            LONG_SECTION,
            SECTIONS.format("修路三条。", ""),
            SECTIONS.format("修渠四条架桥。", ""),
            id="length: a section, longer",
        ),
        pytest.param(
            CLOSING, "甲。\n\n乙。", "甲。\n\n乙。\n\n丙。", id="required: shown elsewhere"
        ),
        pytest.param(
            MISSING,
            SECTIONS.format("甲", "乙"),
            SECTIONS.format("甲。\n\n丙", "乙"),
            id="section: shown elsewhere",
        ),
        pytest.param(
            SHORT,
            SECTIONS.format("修路。", "明年继续修路架桥。"),
            SECTIONS.format("修路架桥。", "明年继续修路架桥。"),
            id="section: less short",
        ),
        pytest.param(MUST, "甲。", "乙。", id="section: the same texts lacking"),
    ],
)
def test_the_same_finding(checked: Rule, before: str, after: str) -> None:
    assert keys(checked, before)
    assert keys(checked, before) == keys(checked, after)


@pytest.mark.parametrize(
    ("checked", "before", "after"),
    [
        pytest.param(rule(words=["XX", "YY"]), "修XX条。", "修YY条。", id="pattern: another text"),
        pytest.param(
            rule(),
            SECTIONS.format("XX", "乙"),
            SECTIONS.format("甲", "XX"),
            id="pattern: in another section",
        ),
        pytest.param(
            MANY_HERE,
            SECTIONS.format("甲！乙！", "丙"),
            SECTIONS.format("甲", "丙！丁！"),
            id="count: in another section",
        ),
        pytest.param(
            LONG_SECTION,
            SECTIONS.format("修路三条。", ""),
            SECTIONS.format("", "修路三条。"),
            id="length: another section",
        ),
        pytest.param(
            MISSING,
            SECTIONS.format("甲", "乙"),
            "# 报告\n\n## 成绩\n\n甲\n\n## 不足\n\n乙",
            id="section: another one",
        ),
        pytest.param(MUST, "安全。", "生产。", id="section: another text"),
    ],
)
def test_another_finding(checked: Rule, before: str, after: str) -> None:
    assert len(keys(checked, before)) == len(keys(checked, after)) == 1
    assert keys(checked, before) != keys(checked, after)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (of_kind("count", words=["！"], max=1), of_kind("count", words=["！"], max=2)),
        (
            of_kind("length", of="document", unit="han", max=4),
            of_kind("length", of="document", unit="words", max=4),
        ),
        (
            of_kind("length", of="document", unit="han", max=4),
            of_kind("length", of="document", unit="han", min=40),
        ),
    ],
)
def test_another_limit_is_another_finding(first: Rule, second: Rule) -> None:
    text = "甲！乙！丙！丁戊。"
    assert keys(first, text)
    assert keys(first, text) != keys(second, text)


def test_what_is_missing_is_known_in_any_language() -> None:
    reading = read("甲。\n\n乙。", type=TYPE)
    by_language = [
        check(reading, prepare([CLOSING], LEXICON), language).findings for language in ("zh", "en")
    ]
    assert [[finding.subject for finding in findings] for findings in by_language] == [
        ["谢辞"],
        ["谢辞"],
    ]


def finding(text: str, at: int = 0, **more: Any) -> Diagnostic:
    return Diagnostic("blank", "warning", Span(at, at + len(text)), "", **more)


def test_white_space_and_the_middle_of_a_long_text_do_not_matter() -> None:
    assert key_of(finding("X X\n"), "X X\n").text == "XX"
    long = "甲" * 60 + "乙" * 80 + "丙" * 60
    assert key_of(finding(long), long).text == "甲" * 60 + "…" + "丙" * 60


@pytest.mark.parametrize(("length", "kept"), [(119, 119), (120, 120), (121, 121), (122, 121)])
def test_a_text_is_kept_whole_up_to_a_length(length: int, kept: int) -> None:
    text = "".join(chr(0x4E00 + number) for number in range(length))
    known = key_of(finding(text), text).text
    assert (len(known), "…" in known) == (kept, length > 120)
    assert known.startswith(text[:60])
    assert known.endswith(text[-60:])


def test_of_a_file_that_could_not_be_checked_nothing_is_known() -> None:
    findings = [finding("XX", transient=True), finding("XX")]
    assert entries_from("a.md", findings, "XX") == [Entry("a.md", "blank", (), "XX", 1)]
    assert fresh(findings, "XX", {Key("blank", (), "XX"): 2}) == findings[:1]


def test_of_more_findings_than_are_known_the_last_are_new() -> None:
    findings = [finding("XX", at) for at in (0, 2, 4)]
    assert fresh(findings, "XXXXXX", {Key("blank", (), "XX"): 2}) == findings[2:]


def test_what_is_gone_and_how_much_of_it() -> None:
    entries = [Entry("a.md", "r", (), "XX", 3), Entry("a.md", "r", (), "YY", 1)]
    counts = {Key("r", (), "XX"): 1, Key("r", (), "YY"): 2}
    assert stale(entries, counts) == [Entry("a.md", "r", (), "XX", 2)]


@pytest.mark.parametrize(("known", "now", "gone"), [(1, 0, 1), (1, 1, 0), (1, 2, 0), (3, 1, 2)])
def test_how_much_is_gone(known: int, now: int, gone: int) -> None:
    counts = {Key("r", (), "XX"): now} if now else {}
    left = stale([Entry("a.md", "r", (), "XX", known)], counts)
    assert [entry.number for entry in left] == [gone] * (gone > 0)


ENTRIES = st.builds(
    Entry,
    st.sampled_from(["a.md", "b.md"]),
    st.sampled_from(["r", "s"]),
    st.just(()),
    st.sampled_from(["XX", "YY"]),
    st.integers(0, 3),
)


@given(st.lists(ENTRIES, max_size=8))
def test_merged_entries_are_in_order_and_each_there_once(entries: list[Entry]) -> None:
    result = merged(entries)
    assert result == sorted(result)
    assert merged([*result, *entries]) == result
    for entry in result:
        assert entry.number == max(
            other.number for other in entries if (other.path, other.key) == (entry.path, entry.key)
        )
    assert {(entry.path, entry.key) for entry in result} == {
        (entry.path, entry.key) for entry in entries
    }


def test_two_texts_that_a_report_lacks_are_two_findings() -> None:
    assert [key.text for key in keys(MUST, "甲。")] == ["安全", "生产"]


def test_a_rule_about_a_file_is_known_by_its_option() -> None:
    identity = KINDS["housekeeping"].identity
    hit = Hit(Span(0, 0))
    assert identity(hit, {"about": "file"}).transient
    assert not identity(hit, {"about": "place"}).transient
