from __future__ import annotations

import pytest
from readings import marked, reading

from reportlint.kinds.heading_series import stands_over

NOT = [
    "# 设计报告\n\n## ⟦摘要⟧\n\n## 引言\n\n好。\n\n## 接口\n\n无。\n",
    "# Plan\n\nGood.\n\n## ⟦Need⟧\n\n## Needlework\n\nOne.\n",
    "# 设计\n\n好。\n\n## ⟦计划⟧\n\n## 风险\n\n有。\n\n## 其他\n\n无。\n",  # no numbers at all
    "# 设计\n\n## 一、背景\n\n好。\n\n## ⟦二、方案⟧\n\n## 三、风险\n\n有。\n",  # the next of the series
    "# Design\n\n## 1. Aim\n\nOne.\n\n## ⟦2. Risks⟧\n\n## References\n\nA book.\n",  # a last one without
    "# Design\n\n## 1. Aim\n\nOne.\n\n## ⟦2. Risks⟧\n\n## 20. Notes\n\nTwo.\n",  # 20 is no part of 2
    "# Design\n\n## 1. Aim\n\n### ⟦1.1 Users⟧\n\n## 2. Risks\n\nNone.\n",  # the next is higher
    "设计\n\n一、背景\n好。\n⟦二、方案⟧\n三、风险\n有。\n",  # no markup
    "# Review\n\n## Scope\n\nOne.\n\n## ⟦[H-01] Fees⟧\n\n## [H-02] Keys\n\nLost.\n",  # one of them
    "# Review\n\n## Scope\n\nOne.\n\n## ⟦Findings⟧\n\n## Risks of 2026\n\nMany.\n",  # no code
]
OVER = [
    "# Plan\n\nGood.\n\n## ⟦Needs of users (NU)⟧\n\n## Needs of users – Buyer\n\nOne.\n",
    "# 设计报告\n\n## ⟦阅览室系统⟧\n\n## 一、引言\n\n好。\n\n## 二、接口\n\n无。\n",
    "# Plan\n\nGood.\n\n## ⟦Needs⟧\n\n## Needs – Buyer\n\nOne.\n\n## Needs – Seller\n\nTwo.\n",
    "# Plan\n\nGood.\n\n## ⟦NFRs⟧\n\n## NFR01 - It answers in time\n\nOne.\n",
    ("# Review\n\n## 6. Scope\n\nOne.\n\n## ⟦7. Findings⟧\n\n## [M-01] Fees\n\nToo high.\n"),
    "# Review\n\nGood.\n\n# ⟦Findings⟧\n\n# [M-01] Fees\n\n## Severity\n\nLow.\n",
    "# 审查\n\n好。\n\n## ⟦发现的问题⟧\n\n## 【H-1】密钥外泄\n\n已换。\n",
    "# 需求\n\n## 二、用例图\n\n图。\n\n## ⟦三、用例⟧\n\n## 馆员\n\n借书。\n\n## 读者\n\n还书。\n",
    "# 需求\n\n## 二、用例图\n\n图。\n\n## ⟦三、用例⟧\n\n## 馆员\n\n借书。\n\n## 四、接口\n\n无。\n",
    "# 方案\n\n## 1. 背景\n\n好。\n\n## ⟦2. 目标⟧\n\n## 2.1 总目标\n\n能用。\n",
    "# ⟦<center>阅览室系统</center>⟧\n\n# <center>需求说明</center>\n\n好。\n",
]


@pytest.mark.parametrize("text", NOT)
def test_stands_beside(text: str) -> None:
    assert not _stands_over(text)


@pytest.mark.parametrize("text", OVER)
def test_stands_over(text: str) -> None:
    assert _stands_over(text)


def _stands_over(text: str) -> bool:
    text, (heading,) = marked(text)
    read = reading(text)
    (section,) = [
        candidate for candidate in read.sections if candidate.heading.cut(text) == heading
    ]
    return stands_over(read, section)
