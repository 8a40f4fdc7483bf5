from __future__ import annotations

from collections.abc import Callable

import pytest
from readings import REPORT, marked, reading

from reportlint.kinds.section_headings import hollow, next_block, repeated
from support.growth import assert_linear

PLAIN = "一、背景\n现状不好，要改。\n"
SILENT = [
    ("markdown", "# 设计\n\n## 方案\n\n用表存。\n"),
    ("markdown", "# 设计\n\n## 方案\n\n### 接口\n\n用表存。\n"),  # text stands deeper down
    ("markdown", "# 合同\n\n## 标的\n\n钢材一吨。\n\n## 附件模板\n\n### 附件1：清单\n\n钢材。\n"),
    ("markdown", "# 设计\n\n## 甲\n\n## 乙\n\n## 丙\n\n有。\n"),  # an outline
    ("markdown", "# 设计\n\n## 甲\n\n好。\n\n## 乙\n\n![图](a.png)\n"),
    ("markdown", "# 设计\n\n## 甲\n\n好。\n\n## 乙\n\n- # 用户\n"),
    ("markdown", "# 设计\n\n# 方案\n\n用表存。\n"),  # the first of two is the title
    ("markdown", "# 设计\n\n好。\n\n## Findings\n\n## [H-01] Overflow\n\nbad.\n"),  # stands around
    ("markdown", "# 接口\n\n好。\n\n## 方式：POST\n\n## 参数\n\n有。\n"),  # a label with its value
    ("markdown", "# 接口\n\n好。\n\n## 方式\n## 参数\n\n有。\n"),  # one heading over two lines
    ("markdown", "# 纪要\n\n好。\n\n## 下次会议\n\n2026年3月5日\n"),
    # a quotation that begins with a heading is text, and so is a bold line
    ("markdown", "# Guide\n\nGood.\n\n## Message\n\n> ## Old names\n>\n> Gone.\n"),
    ("markdown", "# Proposal\n\nGood.\n\n## Criteria\n\n**Three users**\n\nThere are four.\n"),
    ("markdown", "# Site\n\nGood.\n\n## Season\n\n<!-- @include: 2011.md -->\n\n## Plan\n\nOne.\n"),
    # lines with numbers under a heading with markup are its text
    (
        "markdown",
        "# 笔记\n\n好。\n\n### 2.3 目录修改\n\n一、重命名目录\n\n用 mv。\n\n## 3 文件\n\n好。\n",
    ),
    # a picture above a line of dashes, which makes a heading of it
    ("markdown", "# Plan\n\nGood.\n\n### Diagram\n\n---\n![Plan](a.png)\n---\n\n## End\n\nOne.\n"),
    # a heading that says there is nothing, and an item with the person who raised it
    ("markdown", "# Design\n\nGood.\n\n## Claim (no change)\n\n## Plan\n\nOne.\n"),
    ("markdown", "# 设计\n\n好。\n\n## 兼容性（不涉及）\n\n## 计划\n\n有。\n"),
    ("markdown", "# 例会\n\n好。\n\n## 纪要没有人审核 --- 周敏\n\n## 其他\n\n有。\n"),
    ("markdown", "# Errors\n\nGood.\n\n## 125 {RESERVED}\n\n## 126 Bad key\n\nIt is bad.\n"),
    ("markdown", "# 手册\n\n好。\n\n## 以后还会有图片上传，敬请期待！\n\n## 其他\n\n有。\n"),
    # the second line of the heading above it
    ("markdown", "# Telemetry\n\n## (RTO v2)\n\n# Meta\n\nOne.\n\n# Plan\n\nTwo.\n"),
    # a label with its value
    ("markdown", "# Protokoll\n\nGut.\n\n## Anwesend: Ana, Ben\n\n## 1. Haushalt\n\nGut.\n"),
    ("markdown", "# Plan\n\nGood.\n\n#### **Source:** Ana Ortiz\n\n#### Next\n\nGood.\n"),
    # facts of a cover, written as headings
    (
        "markdown",
        "# Acta\n\n### Web: ana.es\n\n### Grupo 2\n\n### Miembros\n\nAna.\n\n# Fin\n\nSí.\n",
    ),
    # below a day stands what was done, no signature
    ("markdown", "# 进展\n\n好。\n\n## 2026-3-8\n选题\n## 2026-3-7\n组队\n"),
    # slides, a list of topics as headings without a line between
    ("markdown", "---\nmarp: true\n---\n\n# 课\n\n好。\n\n---\n\n# 再见\n"),
    ("markdown", "# 课\n\n好。\n\n### 一、表\n### 二、树\n### 三、图\n\n### 四、堆\n\n- 大顶堆\n"),
    # last words that have a heading of their own, and what only begins like last words
    ("markdown", "# 讲话\n\n好。\n\n## 结束语\n\n同志们，让我们守住青山！\n"),
    ("markdown", "# 讲话\n\n好。\n\n## 要求\n\n同志们要守住路口。\n"),
    ("markdown", "# 讲话\n\n好。\n\n## 要求\n\n同志们，守住路口。\n\n防火不能松。\n"),
    ("markdown", "# 例会\n\n好。\n\n## 决定\n\n会议结束后由周敏报送。\n"),
    ("text", PLAIN + "二、方案\n用表存。\n1.先建表\n2.再写入\n三、计划\n下周开工。\n"),
    ("text", PLAIN + "二、方案\n用表存。\n三、同意自八月起试行。\n四、计划\n下周开工。\n"),
]
FIRING = [
    (
        "text",
        "防汛预案\n\n1 总则\n依法防汛。\n2 组织\n设指挥部。\n3 响应\n分四级。\n⟦4 保障⟧\n5 附则\n印发之日施行。\n",
    ),
    ("markdown", "# 讲话\n\n好。\n\n## ⟦要求⟧\n\n同志们，让我们守住青山！\n"),
    ("markdown", "# 例会\n\n好。\n\n## ⟦决定⟧\n\n会议于15:30结束。\n"),
    ("markdown", "# 例会\n\n好。\n\n## ⟦决定⟧\n\n散会。\n"),
    (
        "text",
        PLAIN
        + "二、方案\n（一）同意试行。\n（二）八月公布。\n（三）年底总结。\n⟦三、计划⟧\n四、风险\n没有。\n",
    ),
    ("markdown", "# 设计\n\n## 背景\n\n不好。\n\n## 方案\n\n### ⟦接口⟧\n\n### 存储\n\n用表存。\n"),
    (
        "markdown",
        "# Design\n\n## Goals\n\nMany.\n\n## ⟦Non-goals⟧\n\n<!-- none? -->\n\n## Plan\n\nOne.\n",
    ),
    ("markdown", "# 设计\n\n## 背景\n\n不好。\n\n## ⟦计划⟧\n\n张三\n\n2026年1月5日\n"),
    (
        "markdown",
        "# Site\n\nGood.\n\n## ⟦Season⟧\n\n<!-- we include it later -->\n\n## Plan\n\nOne.\n",
    ),
    ("markdown", "# Design\n\nGood.\n\n## ⟦Claim (v2)⟧\n\n## Plan\n\nOne.\n"),
    ("markdown", "# Errors\n\nGood.\n\n## ⟦Reserved seats⟧\n\n## Plan\n\nOne.\n"),
    ("markdown", "# 设计\n\n好。\n\n## ⟦（旧版）兼容⟧\n\n## 计划\n\n有。\n"),
    ("markdown", "# 例会\n\n好。\n\n## ⟦评审 --- 第二次会议记录⟧\n\n## 其他\n\n有。\n"),
    ("text", PLAIN + "⟦二、方案⟧\n三、计划\n下周开工。\n四、风险\n没有。\n"),
]
ONCE = [
    # items of two articles of a law
    (
        "# 实施细则\n\n第一条　条件：\n\n（一）设备检定合格；\n\n（二）制度完善。\n\n第二条　人员条件："
        "\n\n（一）持证上岗；\n\n（二）制度完善。\n"
    ),
    "# 报告\n\n## [任务]\n\n好。\n\n## [任务]\n\n行。\n",
    "# 报告\n\n## 做法\n\n好。\n\n## 打算\n\n行。\n",
    "# 报告\n\n## 张三\n\n### 做法\n\n好。\n\n## 李四\n\n### 做法\n\n好。\n",
    "# 报告\n\n## 做法\n\n好。\n\n## 打算\n\n行。\n\n## 做法\n\n好。\n\n## 打算\n\n行。\n",
    # one number, two lists: what was agreed of one topic and of the next
    "# 纪要\n\n## 例会\n\n议题一\n\n1、同意准出\n\n议题二\n\n1、同意准出\n",
    # and where it is not the first: the numbers begin again
    "# 纪要\n\n## 例会\n\n议题一\n\n1、听取汇报\n\n2、同意准出\n\n议题二\n\n1、听取说明\n\n2、同意准出\n",
    # what was voted, in bold
    (
        "# Minutes\n\n## Budget\n\nIt is small.\n\n**Passed: 6-0**\n\nSo be it.\n\n**Passed:"
        " 6-0**\n\nThat too.\n"
    ),
    # a number that is a part of the phrase, a day, a time
    "# Sync\n\n### 2 meetings ago\n\nOne.\n\n### 3 meetings ago\n\nTwo.\n",
    "# Release\n\n### 0.10 maintenance\n\nOne.\n\n### 0.12 maintenance\n\nTwo.\n",
    "# 会议记录\n\n## 6.26午会\n\n好。\n\n## 6.27午会\n\n好。\n",
    "# Outage\n\n### 1:38 PM\n\nIt does.\n\n### 1:38 PM\n\nSo do the others.\n",
    # items of two lists, with other numbers
    "# 规定\n\n## 加入\n\n（一）报告书。写明情况。\n（二）申请书。写明理由。\n以上一式两份。\n（一）申请书。写明准备情况。\n（二）预案。写明措施。\n",
]
TWICE = [
    ("# Plan\n\n## 2. Aims\n\nOne.\n\n## 3. Aims\n\nTwo.\n", ["3. Aims"]),
    (
        "# 报告\n\n## 一、时间\n\n三月。\n\n## 二、地点\n\n县城。\n\n## 三、时间\n\n四月。\n",
        ["三、时间"],
    ),
    # the number comes again in one series
    (
        "# 总结\n\n一、做法\n\n好。\n\n二、问题\n\n少。\n\n三、打算\n\n多。\n\n二、问题\n\n少。\n\n四、建议\n\n行。\n",
        ["二、问题"],
    ),
    ("# Minutes\n\n## **Report**\n\nGood.\n\n## **Report**\n\nBad.\n", ["Report"]),
]


@pytest.mark.parametrize(("form", "text"), [*SILENT, *FIRING])
def test_hollow(form: str, text: str) -> None:
    text, expected = marked(text)
    assert [section.heading.cut(text) for section in hollow(reading(text, form))] == expected


def test_what_a_type_knows_need_not_look_like_a_heading() -> None:
    text = "一、做法。学习三次。\n二、打算。\n三、建议。多学。\n"
    read = reading(text, "text")
    assert not hollow(read)
    assert [section.title for section in hollow(read, read.sections)] == ["打算"]


def test_a_closing_fills_no_section() -> None:
    assert len(hollow(reading("## 做法\n\n## 做法\n", of=REPORT))) == 1  # no body at all
    filled = "# 述职报告\n\n## 做法\n\n好。\n\n## 打算\n\n多学。特此报告。\n"
    assert not hollow(reading(filled, of=REPORT))
    text = "# 述职报告\n\n## 做法\n\n好。\n\n## 打算\n\n请予审议。\n"
    assert not hollow(reading(text))
    assert [section.title for section in hollow(reading(text, of=REPORT))] == ["打算"]


@pytest.mark.parametrize("text", ONCE)
def test_not_repeated(text: str) -> None:
    assert not list(repeated(reading(text)))


@pytest.mark.parametrize(("text", "expected"), TWICE)
def test_repeated(text: str, expected: list[str]) -> None:
    headings = [section.heading.cut(text) for section, _ in repeated(reading(text))]
    assert headings == expected


def test_the_time_for_the_blocks_after_all_headings_grows_with_their_number() -> None:
    two = reading("## 方案\n\n用表存。\n").document.blocks

    def find(count: int) -> Callable[[], object]:
        blocks = two * count
        return lambda: [next_block(blocks, at) for at in range(len(blocks))]

    assert_linear(find, 1000)
