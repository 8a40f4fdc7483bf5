from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shipped import MATCHER, parse

from reportlint.core.document import ROLES
from reportlint.structure.roles import with_roles

BODY = "现将有关情况通报，请认真贯彻执行，不得有误。"

# (text, {line: role}); lines that are not named are body. "+" before the name means Markdown.
SILENT = {
    "a text that begins with a sentence": (f"{BODY}\n{BODY}", {}),
    "one line alone": ("取缔场所十家", {}),
    "a lead-in that ends in a colon is no addressee": (f"现将情况报告如下：\n{BODY}\n{BODY}", {}),
    "nor is one that counts": (f"主要做了三个方面工作：\n{BODY}", {}),
    "a date inside the body": (f"{BODY}\n2026年1月5日\n{BODY}\n{BODY}\n{BODY}", {}),
    "a numbered short line at the end": (f"{BODY}\n一、加强领导", {}),
    "a quoted signature": (f"+{BODY}\n\n> 市政府\n>\n> 2026年1月5日\n\n{BODY}", {}),
    "notes of a table, and more to come": (
        f"{BODY}\n注：单位为万元\n一、工作回顾\n{BODY}\n二、工作安排\n{BODY}",
        {},
    ),
    "sections of one level": (f"+# 背景\n\n{BODY}\n\n# 方案\n\n{BODY}", {}),
    "a contact, then the formula": (f"{BODY}\n联系人：张三\n特此函复。", {}),
    "a numbered heading is no title": (
        f"+# 一、工作回顾\n\n{BODY}\n\n# 二、工作打算\n\n{BODY}",
        {},
    ),
    "nor is an item": (f"+- 述职报告\n\n{BODY}", {}),
    "a table before the title": (f"+| a |\n|---|\n\n# 述职报告\n\n{BODY}", {}),
    "leftovers of a page in the middle": (f"{BODY}\n打印\n" + f"{BODY}\n" * 20, {}),
    "a name that more follows": (f"{BODY}\n张三\n{BODY}", {}),
    "a title of notes near the beginning": (
        f"{BODY}\n有关说明\n{BODY}\n{BODY}\n{BODY}\n{BODY}",
        {},
    ),
}
FIRING = {
    "title and addressee": (
        f"关于开展检查的通知\n各省、自治区、直辖市人民政府，国务院各部委：\n{BODY}",
        {1: "title", 2: "addressee"},
    ),
    "a title over two lines": (
        f"国务院关于印发个人所得税\n专项附加扣除暂行办法的通知\n国发〔2018〕41号\n教育部：\n{BODY}",
        {1: "title", 2: "title", 3: "masthead", 4: "addressee"},
    ),
    "subtitle, source, speaker": (
        f"政府工作报告\n——2026年1月26日在大会上\n来源：某日报\n某省省长 张三\n各位代表：\n{BODY}",
        {1: "title", 2: "masthead", 3: "masthead", 4: "masthead", 5: "addressee"},
    ),
    "scraped metadata are no title": (
        f"标题：关于检查的通知\n来源：政府网\n{BODY}",
        {1: "masthead", 2: "masthead"},
    ),
    "a Markdown title": (
        f"+# 述职报告\n\n尊敬的各位领导：\n\n{BODY}",
        {1: "title", 3: "addressee"},
    ),
    "an English letter": (
        "Quarterly Report\nDear colleagues,\nAll is well, and we go on.",
        {1: "title", 2: "addressee"},
    ),
    "a title with a label": (f"+# Phase 4: 评估报告\n\n{BODY}", {1: "title"}),
    "a title over numbered headings": (
        f"+# 工作情况\n\n# 一、回顾\n\n{BODY}\n\n# 二、打算\n\n{BODY}",
        {1: "title"},
    ),
    "the last name": (f"{BODY}\n张三", {2: "signature"}),
    "leftovers of a page at the end": (
        f"{BODY}\n打印\n关闭本页的窗口",
        {2: "afterword", 3: "afterword"},
    ),
    "an annex by its heading": (
        f"+{BODY}\n\n## 附件1 名单\n\n张三",
        {3: "afterword", 5: "signature"},
    ),
    "signature and date": (
        f"{BODY}\n国务院办公厅\n二〇二六年一月五日",
        {2: "signature", 3: "date"},
    ),
    "two who sign": (
        f"{BODY}\n某市财政局\n某市发展改革委\n2026年1月5日",
        {2: "signature", 3: "signature", 4: "date"},
    ),
    "name and date on a line": (f"{BODY}\n张三 2026年1月5日", {2: "signature"}),
    "a labelled signature": (f"{BODY}\n述职人：张三", {2: "signature"}),
    "blanks": (f"{BODY}\nXX局\nXXXX年XX月XX日", {2: "signature", 3: "date"}),
    "an English date": (f"{BODY}\nJohn Smith\nJanuary 5, 2026", {2: "signature", 3: "date"}),
    "what follows": (
        f"{BODY}\n国务院\n2018年12月13日\n（此件公开发布）\n办法\n第一条　{BODY}",
        {2: "signature", 3: "date", 4: "afterword", 5: "afterword", 6: "afterword"},
    ),
    "annexes before the signature": (
        f"{BODY}\n附件：1.名单\n2.方案\n教育部\n2026年1月5日\n附件1\n{BODY}",
        {2: "afterword", 3: "afterword", 4: "signature", 5: "date", 6: "afterword", 7: "afterword"},
    ),
    "copies": (f"{BODY}\n抄送：各局。", {2: "afterword"}),
    "notes": (
        f"{BODY}\n{BODY}\n名词解释\n1.两重：重大战略和重点领域。",
        {3: "afterword", 4: "afterword"},
    ),
    "Markdown without a blank line": (
        f"+# 通知\n\n{BODY}\n\n市政府\n2026年1月5日",
        {1: "title", 5: "signature", 6: "date"},
    ),
    "several reports in one file": (
        f"+# 汇编\n\n## 甲\n\n{BODY}\n\n市政府\n\n2026年1月5日\n\n## 乙\n\n{BODY}\n\n县政府\n\n2026年1月6日",
        {1: "title", 7: "signature", 9: "date", 15: "signature", 17: "date"},
    ),
}


@pytest.mark.parametrize("name", [*SILENT, *FIRING])
def test_roles(name: str) -> None:
    text, expected = (SILENT | FIRING)[name]
    format = "markdown" if text.startswith("+") else "text"
    document = with_roles(parse(text.removeprefix("+"), format), MATCHER)
    found = {}
    for block in document.blocks:
        if block.role:
            for line in range(
                document.index.line_of(block.span.start), document.index.line_of(block.span.end) + 1
            ):
                found[line] = block.role
    assert found == expected


@given(
    st.lists(
        st.sampled_from(
            [
                "述职报告",
                "各位代表：",
                BODY,
                "张三",
                "2026年1月5日",
                "附件：1.甲",
                "",
                "# 一",
                "> 甲",
                "（此件公开发布）",
            ]
        )
    )
)
def test_any_order_of_lines(lines: list[str]) -> None:
    document = parse("\n".join(lines), "markdown")
    read = with_roles(document, MATCHER)
    assert with_roles(read, MATCHER) is read
    assert [block._replace(role="") for block in read.blocks] == list(document.blocks)
    assert {block.role for block in read.blocks} <= set(ROLES)
