from __future__ import annotations

import pytest
from roles import BODY, roles_of

# (text, {line: role}); lines that are not named are body. "+" before the text means Markdown.
SILENT = {
    "a text that begins with a sentence": (f"{BODY}\n{BODY}", {}),
    "one line alone": ("取缔场所十家", {}),
    "a lead-in that ends in a colon is no addressee": (f"现将情况报告如下：\n{BODY}\n{BODY}", {}),
    "nor is one of several clauses": (
        f"统筹安排各项经费；及时拨付到位；主要用于以下方面：\n{BODY}\n{BODY}",
        {},
    ),
    "nor is one that counts": (f"主要做了三个方面工作：\n{BODY}", {}),
    "nor is one that begins with each matter": (f"各项任务：\n{BODY}\n{BODY}", {}),
    "sections of one level": (f"+# 背景\n\n{BODY}\n\n# 方案\n\n{BODY}", {}),
    "a numbered heading is no title": (
        f"+# 一、工作回顾\n\n{BODY}\n\n# 二、工作打算\n\n{BODY}",
        {},
    ),
    "nor is an item": (f"+- 述职报告\n\n{BODY}", {}),
    "a paper that is spoken of": (f"关于转发某文件\n{BODY}", {1: "title"}),
    "two sections of which one is called after a kind": (
        f"+# 背景\n\n# 实施方案\n\n{BODY}\n\n# 风险\n\n{BODY}",
        {},
    ),
    "a section without text before one that is": (
        f"+# 工作总结\n\n# 工作计划\n\n{BODY}",
        {1: "title"},
    ),
    "a heading below it that is no subtitle": (
        f"+# 服务乡邻\n\n## 工作总结\n\n{BODY}\n\n## 一、回顾\n\n{BODY}",
        {1: "title"},
    ),
    "a heading and text between": (f"+# 县水务局\n\n{BODY}\n\n# 工作总结\n\n{BODY}", {}),
    "a long line of Latin letters": ("A" + " long line" * 10 + f"\n{BODY}", {}),
    "a table before the title": (f"+| a |\n|---|\n\n# 述职报告\n\n{BODY}", {}),
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
    "groups of offices": (
        f"关于做好结算的通知\n本行各分行、营业部，各省会城市支行；国家开发银行，各商业银行：\n{BODY}",
        {1: "title", 2: "addressee"},
    ),
    "offices in the field": (
        f"+# 关于做好防火的通知\n\n各乡镇林业站，各国有林场：\n\n{BODY}",
        {1: "title", 3: "addressee"},
    ),
    "shops": (f"关于检修的通知\n各车间：\n{BODY}", {1: "title", 2: "addressee"}),
    "a red head": (
        (
            f"某县人民政府文件\n特急\n某政〔2026〕17号　　　签发人："
            f"张三\n某县人民政府\n关于修桥的请示\n市人民政府：\n{BODY}"
        ),
        {1: "masthead", 2: "masthead", 3: "masthead", 4: "title", 5: "title", 6: "addressee"},
    ),
    "a title over two lines that looks ahead": (
        f"某县档案局\n2025年工作总结和2026年工作思路\n{BODY}",
        {1: "title", 2: "title"},
    ),
    "a title over two headings": (
        f"+# 县水务局\n\n# 2025年工作总结\n\n{BODY}\n\n# 一、回顾\n\n{BODY}",
        {1: "title", 3: "title"},
    ),
    "a title and a subtitle that is a heading below it": (
        f"+# 履职尽责 服务乡邻\n\n## ——2025年度述职报告\n\n{BODY}\n\n## 一、回顾\n\n{BODY}",
        {1: "title", 3: "title"},
    ),
    "a red head of a museum": (
        f"某县档案馆文件\n某档〔2026〕7号\n某县档案馆关于修库房的请示\n\n{BODY}",
        {1: "masthead", 2: "masthead", 3: "title"},
    ),
    "a line of facts": (
        f"+# Checkout down\n\nIncident review · severity 2 · owner: Ana\n\n{BODY}",
        {1: "title", 3: "masthead"},
    ),
    "a title that goes on in the second heading": (
        f"+# 关于2025年预算执行情况\n\n# 和2026年预算草案的报告\n\n{BODY}",
        {1: "title", 3: "title"},
    ),
    "one that goes on in the second line": (
        f"关于2025年预算执行情况\n和2026年预算草案的报告\n{BODY}",
        {1: "title", 2: "title"},
    ),
    "a kind and a label": (f"障害報告書：ログイン障害\n{BODY}", {1: "title"}),
    "a title of some length in Latin letters": (
        f"Post-incident review: expired certificate on the partner gateway\n{BODY}",
        {1: "title"},
    ),
    "metadata in bold": (
        f"+# 经济运行报告\n\n**发布日期**: 2022年1月8日\n**发布机构**: 暂无\n\n{BODY}",
        {1: "title", 3: "masthead", 4: "masthead"},
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
}


@pytest.mark.parametrize("name", [*SILENT, *FIRING])
def test_what_stands_before_the_body(name: str) -> None:
    text, expected = (SILENT | FIRING)[name]
    assert roles_of(text) == expected
