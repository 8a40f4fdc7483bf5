from __future__ import annotations

import pytest
from readings import REPORT, marked, reading

from reportlint.kinds.empty_headings import lacks_text
from reportlint.kinds.section_demands import levels
from reportlint.kinds.section_headings import hollow

TAIL = "\n\n## 计划\n\n下周开工。\n"
UNSURE = [
    # it may contain the headings after it, though they have its level
    "# 笔记\n\n好。\n\n## ⟦几种数据库⟧\n\n## Neo4j\n\n图。\n\n## Redis\n\n键。\n",
    "# Guide\n\nGood.\n\n## ⟦Laptops⟧\n\n## Staff\n\nBuy one.\n\n## Interns\n\nAsk.\n",
    # one heading follows, but it is divided further
    "# 周报\n\n好。\n\n## ⟦项目经验⟧\n\n## 项目内容\n\n### 起步\n\n建库。\n\n### 路由\n\n配好。\n",
    # the numbers begin anew after it
    "# 实验\n\n好。\n\n## 第一章 并发\n\n锁。\n\n## ⟦第二章 事务⟧\n\n## 一、提问\n\n为何？\n\n## 二、准备\n\n建表。\n",
    "# 手册\n\n好。\n\n## ⟦步骤⟧\n\n## 一、取码\n\n取来。\n\n## 二、编译\n\n编好。\n",
    # it has a number, and the next one none
    "# Plan\n\nGood.\n\n## 1. Aim\n\nHigh.\n\n## ⟦2. Models⟧\n\n## Passport\n\nOne table.\n",
    # only a kind and a number: the next one is its name
    "# Law\n\nGood.\n\n## ⟦Part 2⟧\n\n## Marks of the fleet\n\nBlue.\n",
    # the text that it is about begins after it
    "# 底稿\n\n好。\n\n## ⟦参考模板⟧\n\n# 通知模板\n\n适用于部署。\n",
    # a line of the title
    "# 心得\n\n### ⟦王海 2019级⟧\n\n### 对象\n\n图像。\n",
    # what the heading above it is about
    "# 大作业\n\n好。\n\n## 组名\n\n### ⟦海东青⟧\n\n## 组徽\n\n一只鸟。\n",
    # statements, times, references, marks
    "# 例会\n\n好。\n\n## ⟦先查日志，再重启⟧" + TAIL,
    "# Sync\n\nGood.\n\n## ⟦Next call - July 28, 2026⟧\n\n# End\n\nBye.\n",
    "# Sync\n\nGood.\n\n## ⟦Ended after 00:34:04⟧\n",
    "# 笔记\n\n好。\n\n## ⟦详见测试一节⟧" + TAIL,
    "# Rewards\n\nGood.\n\n## 2025\n\nOne.\n\n## ⟦2026⟧\n\n## Later\n\nTwo.\n",
    "# Notes\n\nGood.\n\n## ⟦Any indent works here.⟧\n\n## Plan\n\nOne.\n",
    "# Gesetz\n\nGut.\n\n## ⟦(XXXX) §§ 30 bis 32⟧\n\n## § 33 Kapital\n\nEs ist da.\n",
    # not the only one of an outline
    "# 设计\n\n好。\n\n## 背景\n\n有。\n\n## ⟦接口⟧\n\n## 存储\n\n用表存。\n\n## ⟦展望⟧\n\n## 分工\n\n两人。\n",
    # nothing beside it shows that a heading has text here, or too little does
    "# 设计\n\n好。\n\n## ⟦计划⟧\n",
    "# 讨论\n\n好。\n\n## 方向\n\n### ⟦硬件⟧\n\n## 分工\n\n有。\n\n### 前端\n\n有。\n",
    # the first of what it names comes next
    "# Plan\n\nGood.\n\n## Aim\n\nOne.\n\n## Dates\n\nMay.\n\n## ⟦Appendices⟧\n\n## Appendix A: Names\n\nAna.\n",
    # it introduces, or goes on in the next one
    "# Plan\n\nGood.\n\n## Aim\n\nOne.\n\n## ⟦The launch rule:⟧\n\n## Every part must score three\n\nOr more.\n",
    "# Plan\n\nGood.\n\n## Aim\n\nOne.\n\n## ⟦Announcing the standard for⟧\n\n# Mills\n\nAll.\n\n# Ends\n\nNone.\n",
    "# 笔记\n\n好。\n\n## 1. 背景\n\n有。\n\n## ⟦2. 多元回归不需要归一化⟧\n\n## 3. 评价\n\n有。\n",
    # a step that its heading tells in full
    "# 部署\n\n好。\n\n## 1. 背景\n\n有。\n\n## ⟦2. 在云端安装客户端⟧\n\n## 3. 配置\n\n改好。\n",
    "# Guide\n\nGood.\n\n## 1. Aim\n\nOne.\n\n## ⟦2. Remove the old node⟧\n\n## 3. Checks\n\nAll.\n",
    "# 作业\n\n好。\n\n## 1. 背景\n\n有。\n\n## ⟦2. 求出它是几位数；⟧\n\n## 3. 代码\n\n略去。\n",
    # a call, which is code
    "# API\n\nGood.\n\n## Filters\n\nTwo.\n\n## ⟦`GET /records?<field>=<range>`⟧\n\n# Dates\n\nOne.\n\n# Ends\n\nNone.\n",
    # elsewhere such a heading contains others
    "# API\n\nGood.\n\n## Get\n\n### Response\n\nOne.\n\n## Put\n\n### Response\n\n#### Status\n\n200\n\n## Post\n\n### ⟦Response⟧\n\n### Status\n\n200\n\n### Body\n\nNone.\n",
    # it says so itself, or its comment does
    "# Plan\n\nGood.\n\n## Aim\n\nOne.\n\n## ⟦Note [optional]⟧\n",
    "# 方案\n\n好。\n\n## 一、目标\n\n有。\n\n## ⟦二、附件（如有）⟧\n\n## 三、打算\n\n有。\n",
    "# Plan\n\nGood.\n\n## Aim\n\nOne.\n\n## ⟦Endorsements⟧\n\n<!-- (Optional) Names of supporters. -->\n",
    # a template
    "# 周报模板\n\n好。\n\n## 一、进展\n\n有。\n\n## ⟦二、问题⟧\n\n## 三、打算\n\n有。\n",
    # a short text under it, which stands where a signature would
    "# 笔记\n\n好。\n\n## 一、背景\n\n有。\n\n## ⟦二、调度器⟧\n\n调度策略\n",
]
SURE = [
    # nothing comes after it
    "# 设计\n\n好。\n\n## 背景\n\n有。\n\n## ⟦计划⟧\n",
    "# 设计\n\n好。\n\n## 接口\n\n### 读\n\n有。\n\n### ⟦写⟧\n\n## 计划\n\n有。\n",
    # one series of numbers
    "# 报告\n\n好。\n\n## 一、做法\n\n有。\n\n## ⟦二、问题⟧\n\n## 三、打算\n\n多学。\n",
    # two clauses make an official heading
    "# 报告\n\n好。\n\n## 一、提高认识，加强领导\n\n有。\n\n## ⟦二、明确责任，狠抓落实⟧\n\n## 三、严格督查\n\n每月。\n",
    # the numbers go on after it
    "# 报告\n\n好。\n\n## 一、做法\n\n有。\n\n## ⟦小结⟧\n\n## 二、打算\n\n多学。\n",
    # one heading follows, which another one would not contain alone
    "# 设计\n\n好。\n\n## 背景\n\n有。\n\n## ⟦接口⟧\n\n## 存储\n\n用表存。\n",
    # what is not needed yet is named here, and told nowhere
    "# 报告\n\n好。\n\n## 一、做法\n\n有。\n\n## ⟦二、不能适应的方面⟧\n\n## 三、打算\n\n多学。\n",
    # back matter is in no section
    "# Proposal\n\nGood.\n\n## ⟦Open questions⟧\n\n## References\n\nOne.\n\n## Dates\n\nTwo.\n",
    "# Proposal\n\nGood.\n\n## Dates\n\nTwo.\n\n## ⟦References⟧\n\n## Who\n\nAna.\n\n## When\n\nMay.\n",
    # another heading with its title has text
    "# Q3\n\nGood.\n\n## Guide\n\n### Status\n\nDone.\n\n## Tool\n\n### ⟦Status⟧\n\n### Next\n\nOne.\n\n### Who\n\nAna.\n",
    # the numbers of a second series, but not its first
    "# 规则\n\n好。\n\n## 第一章 总则\n\n有。\n\n## ⟦第二章 处罚⟧\n\n## 三、附注\n\n有。\n",
    # a signature with its date, or with a label
    "# 设计\n\n好。\n\n## 背景\n\n有。\n\n## ⟦计划⟧\n\n张三\n\n2026年1月5日\n",
    "# 设计\n\n好。\n\n## 背景\n\n有。\n\n## ⟦计划⟧\n\n汇报人：张三\n",
]


def shown(text: str, *, is_report: bool = False) -> tuple[list[str], list[str]]:
    """The sure and the unsure empty headings."""
    read = reading(text, of=REPORT if is_report else None)
    known = [section for level in levels(read) for _, section in level.pairs()]
    empty = hollow(read, known)
    sure = [section for section in empty if lacks_text(read, section, known)]
    return (
        [section.heading.cut(text) for section in sure],
        [section.heading.cut(text) for section in empty if section not in sure],
    )


@pytest.mark.parametrize("text", UNSURE)
def test_it_cannot_be_told(text: str) -> None:
    text, expected = marked(text)
    assert shown(text) == ([], expected)


@pytest.mark.parametrize("text", SURE)
def test_the_text_is_missing(text: str) -> None:
    text, expected = marked(text)
    assert shown(text) == (expected, [])
