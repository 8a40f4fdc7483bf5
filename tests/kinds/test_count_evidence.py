"""How severe a count is that its list contradicts: a warning if the sentence visibly introduces a
list of items that look alike, otherwise information."""

from __future__ import annotations

import pytest

from reportlint.core.diagnostic import INFO, WARNING
from support.shipped_rules import hits

RULE = "announced-count"
FOUR = "\n\n1. 甲不足。\n2. 乙不足。\n3. 丙不足。\n4. 丁不足。\n"

STRONG = {
    "a colon": "主要存在以下三个问题：" + FOUR,
    "一是": "采取三项措施。一是抓好培训；二是抓好检查；三是抓好考核；四是抓好整改。",
    "a heading": "## 存在的三个问题\n\n（一）甲。\n\n（二）乙。\n\n（三）丙。\n\n（四）丁。\n",
    "a colon before bullets": "There are three principles:\n\n- Keep it small.\n- Keep it simple.\n",
    "bold bullets": "There are three parts:\n\n- **Size**: a.\n- **Colour**: b.\n",
    "the following": "We made the following three changes.\n\n* One\n* Two\n",
    "labels of what is counted": "This is done in four steps.\n\nStep 1: a.\n\nStep 2: b.\n\nStep 3: c.\n",
    "all have the name": "有三类问题：\n\n- 进度问题：慢。\n- 质量问题：差。\n",
    "nested lists": "There are two parts:\n\n1. One\n   - x\n   - y\n2. Two\n3. Three\n",
}
WEAK = {
    "a full stop before bullets": "It has two kinds of examples.\n\n- Small ones.\n- Large ones.\n- Mixed ones.\n",
    "a full stop before numbers": "We can take two approaches.\n\n1. a\n2. b\n3. c\n",
    "all are 1.": "This is done in two phases:\n\n1. a\n1. b\n1. c\n1. d\n",
    "one bullet too many": "There are two parts:\n\n- **Size**: a.\n- **Colour**: b.\n- **Price**: c.\n",
    "Both": "This proposes two alternatives:\n\n- Both alternatives restrict it.\n- The first keeps it.\n- The second drops it.\n",
    "some have the name": "有四条路径：\n\n- 主路径：甲。\n- 精细路径：乙。\n- 五层覆盖：丙。\n",
    "one is not bold": "There are four parts:\n\n- **Size**: a.\n- **Colour**: b.\n- Trade-offs: c.\n",
    "sections below an introduction": (
        "以下从设计、场景、对比三个维度介绍：\n\n## 一、甲\n\n文。\n\n## 二、乙\n\n文。\n\n## 三、丙\n\n文。"
        "\n\n## 四、实践\n\n文。\n"
    ),
    "a line that only has the count": "1）通过按钮实现左右两个列表框中的内容移动\n\n①移到右边。\n\n②全部移动。\n\n③移回左边。\n",
    "a remark in another script": "There are four ways:\n\n- Use the exit command\n- Use return\n- 函数不能改变参数\n",
    "the end of a proof": "There are four cases:\n\n- The first number is even.\n- The first number is odd.\n- EOP.\n",
    "a sum": "### Fixed (5 bugs + 5 improvements)\n\n1. a\n2. b\n3. c\n4. d\n",
}
SILENT = {
    "groups with all items": "It is managed in 3 ways:\n\n1. By hand\n2. Uploaded, either:\n   1. json\n   2. jsonnet\n",
    "a gap in the list": "The remaining five steps:\n\n**Step 4 — a**\n\n**Step 5 — b**\n\n**Step 7 — c**\n\n**Step 9 — d**\n",
    "Portuguese": "A priorização dos requisitos:\n\n- custo\n- prazo\n- risco\n",
    "an example": "输入包括两个阶段：\n\n- 等待数据\n- 复制数据\n- 例：套接字先等待，再复制。\n",
    "an empty bullet": "There are two groups:\n\n* One\n* Two\n*\n",
}


@pytest.mark.parametrize("name", STRONG)
def test_a_warning(name: str) -> None:
    assert [hit.severity or WARNING for hit in hits(RULE, STRONG[name], "markdown")] == [WARNING]


@pytest.mark.parametrize("name", WEAK)
def test_information(name: str) -> None:
    assert [hit.severity for hit in hits(RULE, WEAK[name], "markdown")] == [INFO]


@pytest.mark.parametrize("name", SILENT)
def test_silent(name: str) -> None:
    assert list(hits(RULE, SILENT[name], "markdown")) == []
