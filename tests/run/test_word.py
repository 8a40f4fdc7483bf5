"""Faults are found in Word documents as in texts, wherever Word allows text."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.core.report import FileReport
from reportlint.core.request import Settings
from reportlint.run.check import check
from support.docx_parts import (
    HEADINGS,
    abstract,
    box,
    deleted,
    docx,
    field,
    lvl,
    num,
    numbering,
    p,
    part,
    r,
    sdt,
    tbl,
)

LISTS = numbering(
    abstract(0, lvl(0, "%1、", "chineseCounting"), lvl(1, "（%2）", "chineseCounting")),
    abstract(1, lvl(0, "%1.")),
    abstract(3, lvl(0, "%1."), lvl(1, "%2.")),
    abstract(2, *(lvl(level, "◆", "bullet") for level in range(3))),
    num(1, 0),
    num(2, 1),
    num(3, 2),
    num(4, 3),
)
TITLE = p("防汛工作记录", "T")
PROMPT = '<w:showingPlcHdr/><w:text/><w:alias w:val="责任人"/>'
HEADER = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
NOTE_MARK = '<w:r><w:footnoteReference w:id="2"/></w:r>'


def checked(folder: Path, data: bytes, type: str = "") -> FileReport:
    path = folder / "报告.docx"
    path.write_bytes(data)
    (file,) = check([str(path)], Settings(isolated=True, language="zh", type=type)).files
    return file


def document(body: str, section: str = "", **parts: str) -> bytes:
    return docx(body, section, styles=HEADINGS, numbering=LISTS, **parts)


def findings(
    folder: Path, data: bytes, type: str = "", gravest: tuple[str, ...] = ("error", "warning")
) -> list[tuple[str, int, str]]:
    """Rule, line and marked text of the findings that would fail a run."""
    file = checked(folder, data, type)
    return [
        (diagnostic.rule, file.lines.line_of(diagnostic.span.start), diagnostic.span.cut(file.text))
        for diagnostic in file.diagnostics
        if diagnostic.severity in gravest
    ]


def items(*texts: str, style: str = "", list: str = "", level: int = 0) -> str:
    return "".join(p(text, style, num=list, level=level) for text in texts)


BODY = p("现将今年的工作情况报告如下。") + p("全年巡查堤防三十二次，消除隐患五处。")
REPORT = (
    TITLE
    + p("市防汛办：")
    + BODY
    + p("巡查堤防", "H1", num="1")
    + p("共巡查三十二次。")
    + p("整改隐患", "H1", num="1")
    + p("一是加固闸门。二是疏浚河道。三是更换水泵。")
)


@pytest.mark.parametrize(
    "body",
    [
        REPORT,
        REPORT + tbl(["单位", "数量"], ["一队", "三"]),
        REPORT + tbl(["项目", "甲", "乙"], ["安全", "√√", "××"]),  # marks that rate
        REPORT + p(box(p("图一　堤防"))),
        TITLE
        + BODY
        + items("巡查", "检修", "培训", list="1")
        + p("以上各项均已完成。"),  # numbers of Word
        TITLE
        + BODY
        + items("巡查", list="1")
        + items("检修", "清淤", list="1", level=1)
        + p("完成。"),
        TITLE
        + BODY
        + p(r("共走访") + deleted("XX") + r("三十家企业。")),  # what was deleted is not there
        TITLE
        + BODY
        + p(r("由") + sdt(r("王明"), '<w:text/><w:alias w:val="责任人"/>') + r("负责。")),
        TITLE + BODY + p(field("PAGE", "3") + r("页以前的内容已核对。")),
        # bullets: as many as announced, those within others and a loose part of one not counted
        TITLE + BODY + p("单位建立了三项制度：") + items("值班制度", "巡查", "报告", list="3"),
        TITLE
        + BODY
        + p("单位建立了两项制度：")
        + items("值班制度", list="3")
        + items("白天值班", "夜间值班", list="3", level=1)
        + items("报告制度", list="3"),
        TITLE
        + BODY
        + p("单位建立了三项制度：")
        + items("值班制度", "巡查制度", list="3")
        + p("巡查每日两次。")
        + items("报告制度", list="3"),
        # numbers within numbers of the same look
        TITLE
        + BODY
        + p("单位建立了两项制度：")
        + items("值班制度。", "巡查制度。巡查有三种：", list="4")
        + items("日常巡查。", "汛前巡查。", "专项巡查。", list="4", level=1),
        TITLE + p(field('TOC \\o "1-3"', "一、XX	1")) + BODY,  # a table of contents is no text
    ],
)
def test_nothing_is_said_of_a_sound_document(tmp_path: Path, body: str) -> None:
    assert findings(tmp_path, document(body)) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (TITLE + p("共走访企业XX家。"), [("placeholder", 2, "XX")]),
        (
            TITLE + p(r("共走访企业X") + r("X家。")),
            [("placeholder", 2, "XX")],
        ),  # runs are cut anywhere
        (REPORT + tbl(["单位", "XX单位"]), [("placeholder", 10, "XX")]),
        # a cell that holds nothing else
        (REPORT + tbl(["负责人", "电话"], ["×××", "12"]), [("placeholder", 11, "×××")]),
        (REPORT + tbl(["负责人", "电话"], ["王明", "____"]), [("placeholder", 12, "____")]),
        (REPORT + p(box(p("联系人：待补充"))), [("placeholder", 10, "待补充")]),
        (TITLE + p(r("由") + sdt(r("某人"), PROMPT) + r("负责。")), [("placeholder", 2, "某人")]),
        (
            TITLE + sdt(p("单击此处输入文字。"), PROMPT),
            [("placeholder", 2, "单击此处输入文字。")],
        ),
        (
            REPORT + tbl(["负责人", p(sdt(r("请输入"), PROMPT))]),
            [("placeholder", 10, "请输入")],
        ),
        (
            TITLE
            + p("单位建立了三项制度：")
            + items("值班制度。", "巡查制度。巡查有三种：", list="4")
            + items("日常巡查。", "汛前巡查。", "专项巡查。", list="4", level=1),
            [("announced-count", 2, "三")],
        ),
        (
            TITLE
            + p("防汛制度")
            + items("值班。", "巡查。巡查有三种：", list="4")
            + items("1. 日常巡查。", "2. 汛前巡查。", "4. 专项巡查。"),
            [("ordinal-gap", 7, "4.")],
        ),
        (
            TITLE + p("单位建立了四项制度：") + items("值班", "巡查", "报告", list="3"),
            [("announced-count", 2, "四")],
        ),
        (
            TITLE
            + p("单位建立了三项制度：")
            + items("值班制度", list="3")
            + items("白天值班", list="3", level=1)
            + items("报告制度", list="3"),
            [("announced-count", 2, "三")],
        ),
        (
            TITLE + items("一是巡查。", "二是检修。", "四是培训。"),
            [("ordinal-gap", 4, "四是")],
        ),
        (
            TITLE + p("主要做法：一是加强巡查。二是及时检修。四是组织培训。"),
            [("ordinal-gap", 2, "四是")],
        ),
        (
            TITLE + items("一、巡查堤防", "二、检修闸门", "二、培训人员", style="H1") + BODY,
            [("ordinal-duplicate", 4, "二、"), ("section-empty", 2, "一、巡查堤防")],
        ),
        (
            REPORT + items("保障措施", "下一步打算", style="H1", list="1") + BODY,
            [("section-empty", 9, "三、保障措施")],
        ),
        (
            TITLE
            + items("巡查堤防", style="H1", list="1")
            + BODY
            + p("检修闸门", "H1", num="1")
            + BODY
            + p("四、培训人员", "H1")
            + BODY,
            [("ordinal-gap", 8, "四、")],
        ),
    ],
)
def test_faults_are_found_where_they_stand(
    tmp_path: Path, body: str, expected: list[tuple[str, int, str]]
) -> None:
    reported = findings(tmp_path, document(body))
    assert [finding for finding in reported if finding[0] == expected[0][0]] == expected[:1]


def test_text_beside_the_body_is_looked_through(tmp_path: Path) -> None:
    notes = f'<w:footnote w:id="2">{p("数据来源：待补充")}</w:footnote>'
    data = document(
        REPORT + p(r("另有三处正在施工。") + NOTE_MARK) + HEADER,
        "",
        header1=part("hdr", p("XX市防汛办公室")),
        footnotes=part("footnotes", notes),
    )
    file = checked(tmp_path, data)
    assert [
        (diagnostic.span.cut(file.text), diagnostic.section) for diagnostic in file.diagnostics
    ] == [
        ("待补充", ("脚注",)),
        ("XX", ("页眉",)),
    ]


def commented(text: str, on: str, comment: str) -> bytes:
    """A document whose third line has a comment on some of its words."""
    before, _, after = text.partition(on)
    marks = '<w:comment{}{} w:id="0"/>'
    inner = (
        (r(before) if before else "")
        + marks.format("Range", "Start")
        + r(on)
        + marks.format("Range", "End")
        + f"<w:r>{marks.format('', 'Reference')}</w:r>"
        + r(after)
    )
    comments = part("comments", f'<w:comment w:id="0" w:author="王">{p(comment)}</w:comment>')
    body = TITLE + p("现将情况报告如下。") + p(inner) + p("另有YY处XX家。")
    return document(body, comments=comments)


@pytest.mark.parametrize(
    "comment",
    [
        "reportlint-ignore placeholder: 地名",
        "reportlint-disable-line placeholder -- 地名",
        "reportlint-ignore *：样张",
    ],
)
def test_a_comment_silences_the_lines_that_it_is_on(tmp_path: Path, comment: str) -> None:
    assert findings(tmp_path, commented("沿XX大道走访XX家。", "大道", comment)) == [
        ("placeholder", 4, "XX")
    ]


@pytest.mark.parametrize("comment", ["placeholder: 地名", "reportlint-ignore date-invalid: 地名"])
def test_another_comment_silences_nothing(tmp_path: Path, comment: str) -> None:
    reported = findings(tmp_path, commented("走访XX家。", "走访", comment))
    assert ("placeholder", 3, "XX") in reported


def test_a_comment_that_silences_nothing_is_reported_where_it_is(tmp_path: Path) -> None:
    data = commented("走访三十家。", "三十", "reportlint-ignore placeholder: 地名")
    file = checked(tmp_path, data)
    (unused,) = [
        diagnostic for diagnostic in file.diagnostics if diagnostic.rule == "unused-suppression"
    ]
    assert unused.span.cut(file.text) == "三十"
    assert unused.fix is None
