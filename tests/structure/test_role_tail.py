from __future__ import annotations

import pytest
from roles import BODY, roles_of

# (text, {line: role}); lines that are not named are body. "+" before the text means Markdown.
SILENT = {
    "a date inside the body": (f"{BODY}\n2026年1月5日\n{BODY}\n{BODY}\n{BODY}", {}),
    "a numbered short line at the end": (f"{BODY}\n一、加强领导", {}),
    "a quoted signature": (f"+{BODY}\n\n> 市政府\n>\n> 2026年1月5日\n\n{BODY}", {}),
    "notes of a table, and more to come": (
        f"{BODY}\n注：单位为万元\n一、工作回顾\n{BODY}\n二、工作安排\n{BODY}",
        {},
    ),
    "a contact, then the formula": (f"{BODY}\n联系人：张三\n特此函复。", {}),
    "leftovers of a page in the middle": (f"{BODY}\n打印\n" + f"{BODY}\n" * 20, {}),
    "a short answer at the end": (f"{BODY}\n暂无", {}),
    "a name that more follows": (f"{BODY}\n张三\n{BODY}", {}),
    "a title of notes near the beginning": (
        f"{BODY}\n有关说明\n{BODY}\n{BODY}\n{BODY}\n{BODY}",
        {},
    ),
}
FIRING = {
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
    "an appendix between sections": (
        f"+# RFC: queues\n\n{BODY}\n\n## Appendix A\n\nData.\n\n## Motivation\n\n{BODY}",
        {1: "title", 5: "afterword", 7: "afterword"},
    ),
    "an annex with its title": (
        f"+# 通知\n\n{BODY}\n\n## 附件1\n\n## 名单\n\n{BODY}",
        {1: "title", 5: "afterword", 7: "afterword", 9: "afterword"},
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
        (
            f"+# 汇编\n\n## 甲\n\n{BODY}\n\n市政府\n\n2026年1月5日\n\n##"
            f" 乙\n\n{BODY}\n\n县政府\n\n2026年1月6日"
        ),
        {1: "title", 7: "signature", 9: "date", 15: "signature", 17: "date"},
    ),
}


@pytest.mark.parametrize("name", [*SILENT, *FIRING])
def test_what_stands_behind_the_body(name: str) -> None:
    text, expected = (SILENT | FIRING)[name]
    assert roles_of(text) == expected
