"""`reportlint derive` writes a report type from reports: all reports pass it, and a section that is
removed from one is reported."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportlint.config.type_file import read_type
from reportlint.core.errors import UserError
from reportlint.core.report_type import ReportType
from reportlint.core.request import Settings
from reportlint.run.check import check
from reportlint.run.derive import derive
from reportlint.run.examples import test as run_examples
from support.docx_parts import (
    HEADINGS,
    NAMESPACES,
    abstract,
    docx,
    lvl,
    num,
    numbering,
    p,
    package,
    strict,
    zipped,
)

ALONE = Settings(isolated=True)
WEEKS = {
    "第10周": ("本周进展", "问题与风险", "完成接口六个。", "学习", "四"),
    "第11周": ("本周进展", "风险与问题", "评审两次。", "学习", "四"),
    "第12周": ("本周进展情况", "问题与风险", "修复缺陷九个。", "", "三"),
}


def weekly(week: str) -> str:
    done, risks, text, more, last = WEEKS[week]
    between = f"## 三、{more}\n\n读了一章书。\n\n" if more else ""
    return (
        f"# 数据组{week}周报\n\n## 一、{done}\n\n{text}\n\n## 二、{risks}\n\n没有。\n\n{between}"
        f"## {last}、下周计划\n\n联调下一批接口。\n\n以上为本周情况，请审阅。\n"
    )


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A folder of weekly reports and a pack with the type derived from them."""
    reports, types = tmp_path / "周报", tmp_path / "house" / "types"
    reports.mkdir()
    types.mkdir(parents=True)
    for week in WEEKS:
        (reports / f"{week}.md").write_text(weekly(week), encoding="utf-8")
    (tmp_path / "house" / "pack.yaml").write_text(
        "id: house\nname: 本组\nrequires: [zh-official]\n", encoding="utf-8"
    )
    (tmp_path / ".reportlint.yaml").write_text(
        "extends: [core, zh-official, ./house]\n", encoding="utf-8"
    )
    derive([str(reports)], str(types / "data-weekly.yaml"), "", ALONE)
    return tmp_path


def test_what_a_person_would_have_written(house: Path) -> None:
    of = derive([str(house / "周报")], "", "data-weekly", ALONE).type
    assert of.name == {"zh": "数据组周报"}
    assert [(spec.title, spec.phrases.any[1:], spec.demand) for spec in of.sections] == [
        ("本周进展", ("本周进展情况",), "required"),
        ("问题与风险", ("风险与问题",), "required"),
        ("学习", (), "optional"),
        ("下周计划", (), "required"),
    ]
    assert of.ordered
    assert of.closing is not None
    assert of.closing.groups[0].phrases.any == ("以上为本周情况",)


def test_all_of_them_pass_and_are_told_from_other_weekly_reports(
    house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(house)
    assert [
        diagnostic for file in check(["周报"], Settings()).files for diagnostic in file.diagnostics
    ] == []
    assert run_examples(["house"], Settings()).failures == ()


@pytest.mark.parametrize(
    ("title", "before"),
    [
        ("## 一、本周进展\n\n完成接口六个。\n\n", "# 数据组"),
        ("## 四、下周计划\n\n联调下一批接口。\n\n", "读了一章书"),
    ],
)
def test_a_section_taken_out_is_missed(
    house: Path, monkeypatch: pytest.MonkeyPatch, title: str, before: str
) -> None:
    monkeypatch.chdir(house)
    path = house / "周报" / "第10周.md"
    text = path.read_text(encoding="utf-8")
    assert title in text
    path.write_text(text.replace(title, ""), encoding="utf-8")
    (file,) = check([str(path)], Settings(ignore=("ordinal-*",))).files
    assert [diagnostic.rule for diagnostic in file.diagnostics] == ["section-missing"]
    assert file.diagnostics[0].span.cut(file.text).startswith(before)


def test_one_template_is_enough(tmp_path: Path) -> None:
    template = tmp_path / "site.md"
    template.write_text(
        "# Site Report\n\n## Work\n\nDone today: {{work}}\n\n## Visitors\n\nNone.\n",
        encoding="utf-8",
    )
    made = derive([str(template)], "", "", ALONE)
    again = read_type(made.text, "my-report.yaml", "my-report", "house", {}, {})
    assert [(spec.id, spec.write) for spec in again.sections] == [
        ("work", "Done today: {{work}}"),
        ("visitors", "{{Visitors}}"),
    ]
    assert (again.opening, again.closing, again.ordered) == (None, None, False)
    assert again.recognise.title.any == ("Site Report",)


def test_an_rfc(tmp_path: Path) -> None:
    for number, more in ((1, "## Drawbacks\n\nMore code.\n\n"), (2, "## Prior art\n\nNone.\n\n")):
        text = f"# RFC {number}: a store\n\n## Summary\n\nA store.\n\n## Motivation\n\nIt is slow.\n\n{more}## Open questions\n\nWho?\n"
        (tmp_path / f"{number}.md").write_text(text, encoding="utf-8")
    of = derive([str(tmp_path)], "", "our-rfc", ALONE).type
    assert {spec.title: spec.demand for spec in of.sections} == {
        "Summary": "required",
        "Motivation": "required",
        "Drawbacks": "optional",
        "Prior art": "optional",
        "Open questions": "required",
    }


WORD = (
    p("工地日志", "T") + p("施工情况", "H1", num="1") + p("好。") + p("明日安排", "H1", num="1")
) + p("好。")
LISTS = numbering(abstract(0, lvl(0, "%1、", "chineseCounting")), num(1, 0))


def word(body: str = WORD) -> bytes:
    return docx(body, "", styles=HEADINGS, numbering=LISTS)


@pytest.mark.parametrize("sort", ["transitional", "strict", "gbk"])
def test_a_word_document(tmp_path: Path, sort: str) -> None:
    head = '<?xml version="1.0" encoding="gbk"?>'
    data = {"strict": strict(word()), "gbk": odd_xml(head, "gbk")}.get(sort, word())
    (tmp_path / "a.docx").write_bytes(data)
    for path in (tmp_path / "a.docx", tmp_path):  # a folder too
        of = derive([str(path)], "", "site-log", ALONE).type
        assert [spec.title for spec in of.sections] == ["施工情况", "明日安排"]
        assert of.name == {"zh": "工地日志"}


def odd_xml(head: str, encoding: str) -> bytes:
    inner = f"<w:document {NAMESPACES}><w:body>{WORD}</w:body></w:document>"
    return package((head + inner).encode(encoding), {"styles": HEADINGS, "numbering": LISTS})


def flipped(data: bytes) -> bytes:
    """The document with one changed byte in its packed main part."""
    at = data.index(b"word/document.xml") + len("word/document.xml") + 60
    return data[:at] + bytes([data[at] ^ 255]) + data[at + 1 :]


BROKEN = {
    "no zip": b"text",
    "a flipped byte": flipped(word()),
    "cut short": word()[:-40],
    "utf-7": odd_xml('<?xml version="1.0" encoding="utf-7"?>', "utf-8"),
    "nonsense": odd_xml('<?xml version="1.0" encoding="nonsense"?>', "utf-8"),
    "entities": odd_xml('<!DOCTYPE a [<!ENTITY b "c">]>', "utf-8"),
    "entities in UTF-16": odd_xml('<!DOCTYPE a [<!ENTITY b "c">]>', "utf-16"),
    "deep tables": word("<w:tbl><w:tr><w:tc>" * 3000 + "</w:tc></w:tr></w:tbl>" * 3000),
    "deep runs": word("<w:p>" + "<w:r>" * 3000 + "</w:r>" * 3000 + "</w:p>"),
    "an old document": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "no document in it": zipped({"a.txt": "x"}),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_word_document_is_said_to_be_one(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(BROKEN[name])
    with pytest.raises(UserError) as caught:
        derive([str(path)], "", "", ALONE)
    assert [problem.path for problem in caught.value.problems] == [str(path)]


@pytest.mark.parametrize("level", ["²", "9" * 5000, "-1", "x", "10"])
def test_odd_levels_are_none(tmp_path: Path, level: str) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(word(WORD + p("附记", more=f'<w:outlineLvl w:val="{level}"/>') + p("好。")))
    of = derive([str(path)], "", "", ALONE).type
    assert [spec.title for spec in of.sections] == ["施工情况", "明日安排"]


@pytest.mark.parametrize(
    "title",
    [
        "a: b",
        "- x",
        "'",
        '"',
        "{{x}}",
        "on",
        "123",
        "# no",
        "甲：乙",
        "[x]",
        "null",
        "a # b",
        "\u3000甲",
        "a\x1b[31mb",
        "a\x7f\x9bb",
        "a\u2028b",
        "a\ufeffb",
        "\U0001f600",
    ],
)
def test_any_title_comes_back(tmp_path: Path, title: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"# Report\n\n## First\n\nText.\n\n## {title} end\n\nText.\n", encoding="utf-8")
    made = derive([str(path)], "", "", ALONE)
    again = read_type(made.text, "my-report.yaml", "my-report", "house", {}, {})
    assert [spec.title for spec in again.sections] == [spec.title for spec in made.type.sections]


@pytest.mark.skipif(os.name == "nt", reason="Windows takes no such names")
@pytest.mark.parametrize("name", ["a\nextends: [x].md", "a\x1b.md", "a\u2028b.md", "a\udcffb.md"])
def test_the_name_of_a_report_stays_in_its_comment(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("# Report\n\n## A\n\nText.\n", encoding="utf-8")
    made = derive([str(tmp_path)], "", "", ALONE)
    again = read_type(made.text, "my-report.yaml", "my-report", "house", {}, {})
    assert [spec.title for spec in again.sections] == ["A"]


def derived(tmp_path: Path, *texts: str) -> ReportType:
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.md").write_text(text, encoding="utf-8")
    return derive([str(tmp_path)], "", "my-type", ALONE).type


def test_a_section_that_a_report_has_twice_may_be_there_often(tmp_path: Path) -> None:
    of = derived(
        tmp_path,
        "# 日志\n\n## 甲事\n\n文。\n\n## 甲事\n\n文。\n\n## 丙\n\n文。\n",
        "# 日志\n\n## 甲事\n\n文。\n\n## 丙\n\n文。\n",
    )
    assert [(spec.title, spec.many) for spec in of.sections] == [("甲事", True), ("丙", False)]


INNER = "# 日志\n\n## 甲\n\n### 乙\n\n#### 丙\n\n##### 丁\n\n文。\n\n## 戊\n\n文。\n"


def test_three_levels_of_sections_are_looked_at(tmp_path: Path) -> None:
    specs, titles = derived(tmp_path, INNER, INNER).sections, []
    while specs:
        titles.append(specs[0].title)
        specs = specs[0].sections
    assert titles == ["甲", "乙", "丙"]


def test_inner_sections_count_where_all_reports_have_them(tmp_path: Path) -> None:
    without = INNER.replace("### 乙\n\n#### 丙\n\n##### 丁\n\n", "")
    (first, second) = derived(tmp_path, INNER, without).sections
    assert (first.sections, second.sections) == ((), ())
    assert (first.write, second.write) == ("{{甲}}", "{{戊}}")


@pytest.mark.parametrize(
    ("titles", "name", "write"),
    [
        (("工作日志",), "工作日志", ""),
        (("2025年工作日志", "2026年工作日志"), "工作日志", "{{标题}}工作日志"),
        (("甲部门3月日志", "甲部门4月日志"), "甲部门日志", "甲部门{{标题}}日志"),
        (("Site log 1", "Site log 2"), "Site log", "Site log {{title}}"),
        (("工作日志（3月）", "工作日志（4月）"), "工作日志", "工作日志{{标题}}"),
        (("日志日志", "日志甲日志"), "日志", "{{标题}}日志"),
        (("Report of May", "Report of March"), "Report of", "Report of {{title}}"),
        (("甲", "乙"), "甲", "{{标题}}"),
    ],
)
def test_what_titles_have_in_common(
    tmp_path: Path, titles: tuple[str, ...], name: str, write: str
) -> None:
    of = derived(tmp_path, *(f"# {title}\n\n## 甲事\n\n文。\n" for title in titles))
    assert (next(iter(of.name.values())), of.frame.title) == (name, write)


@pytest.mark.parametrize(
    ("ends", "phrases"),
    [
        (("特此报。", "特此报。"), None),
        (("特此报告。", "特此报告。"), ("特此报告",)),
        (("特此报告。", "以上报告。"), None),
        (("Yours T.", "Yours T."), None),
        (("Yours Tr.", "Yours Tr."), ("Yours Tr",)),
        (("以上报告，请予审阅。", "请予审阅，以上报告。"), ("以上报告", "请予审阅")),
        (("{{结尾语句}}。", "{{结尾语句}}。"), None),
        (
            tuple(["甲甲甲甲，乙乙乙乙，丙丙丙丙，丁丁丁丁，戊戊戊戊。"] * 2),
            ("甲甲甲甲", "乙乙乙乙", "丙丙丙丙", "丁丁丁丁"),
        ),
    ],
)
def test_what_all_reports_close_with(
    tmp_path: Path, ends: tuple[str, ...], phrases: tuple[str, ...] | None
) -> None:
    of = derived(tmp_path, *(f"# 日志\n\n## 甲事\n\n文。\n\n{end}\n" for end in ends))
    assert (of.closing.groups[0].phrases.any if of.closing else None) == phrases


def test_an_opening_stands_before_any_section(tmp_path: Path) -> None:
    text = "# 日志\n\n现报告如下。\n\n## 甲事\n\n不是开头的话。\n"
    of = derived(tmp_path, text, text)
    assert of.opening is not None
    assert of.opening.groups[0].phrases.any == ("现报告如下",)
    assert of.opening.write == "现报告如下。"


@pytest.mark.parametrize(("number", "ordered"), [(2, False), (3, True)])
def test_an_order_is_no_accident_from_three_reports_on(
    tmp_path: Path, number: int, ordered: bool
) -> None:
    of = derived(tmp_path, *["# 日志\n\n## 甲事\n\n文。\n\n## 乙事\n\n文。\n"] * number)
    assert of.ordered is ordered


def test_titles_that_differ_in_numbers_alone_are_a_regex(tmp_path: Path) -> None:
    of = derived(
        tmp_path,
        "# 日志\n\n## 第3周工作\n\n文。\n\n## 第3项\n\n文。\n",
        "# 日志\n\n## 第4周工作\n\n文。\n\n## 第3项\n\n文。\n",
    )
    numbers = r"[\d一二三四五六七八九十]+"
    assert [spec.phrases.regex for spec in of.sections] == [(f"^第{numbers}周工作$",), ()]


@pytest.mark.parametrize(
    ("more", "kept"), [("", True), ("\n\n### 内\n\n文", False), ("长" * 600, False)]
)
def test_a_short_section_of_a_template_is_kept(tmp_path: Path, more: str, kept: bool) -> None:
    of = derived(tmp_path, f"# 日志\n\n## 甲事\n\n今天做了{{{{事}}}}。{more}\n\n## 乙事\n\n文。\n")
    (first, _) = of.sections
    assert (first.write.startswith("今天做了")) is kept


def test_one_mark_too_many_makes_no_section_optional(tmp_path: Path) -> None:
    good = "# Weekly {n}\n\n## Done\n\nMuch.\n\n## Next\n\nMore.\n"
    nested = "# Weekly {n}\n\n## Done\n\nMuch.\n\n### Next\n\nMore.\n"
    flat = "# Weekly {n}\n\n# Done\n\nMuch.\n\n# Next\n\nMore.\n"
    for number, text in enumerate((good, nested, good, flat, good)):
        (tmp_path / f"{number}.md").write_text(text.format(n=number), encoding="utf-8")
    made = derive([str(tmp_path)], "", "weekly", ALONE)
    assert [(spec.title, spec.demand) for spec in made.type.sections] == [
        ("Done", "required"),
        ("Next", "required"),
    ]
    assert "- id: next  # 5/5" in made.text
    assert made.broken == ()


def test_contents_and_times_are_no_phrases(tmp_path: Path) -> None:
    text = (
        "# Review {n}\n\n[Timeline of the outage](#timeline-of-the-outage)\n\n## Timeline\n\n"
        "- 09:14 the first errors begin\n\n## Actions\n\n2026-03-01 the certificate is renewed\n"
    )
    for number in range(3):
        (tmp_path / f"{number}.md").write_text(text.format(n=number), encoding="utf-8")
    of = derive([str(tmp_path)], "", "review", ALONE).type
    assert (of.opening, of.closing) == (None, None)
