"""The parse of the numbering: what must stay silent, near misses first; what must be found, and
where.
"""

from __future__ import annotations

import pytest
from fault_tables import faults
from shipped import MATCHER, parse

from reportlint.core.numbering import Run
from reportlint.structure.numbering import runs_of


def runs(text: str, format: str = "markdown") -> tuple[Run, ...]:
    return runs_of(parse(text, format), MATCHER)


def lines(*parts: str) -> str:
    return "".join(f"{part}\n" for part in parts)


def paragraphs(*parts: str) -> str:
    return "\n".join(f"{part}\n" for part in parts)


SILENT_LISTS = {
    "nothing but a marker": "2、",
    "a marker at the very end": "甲：乙，三、",
    "a numbered list in bullets, inside an item": "1. 甲\n- 1. 子\n- 2. 丑\n2. 乙\n",
    "a list of small Roman numerals inside letters": (
        "a. one\n\nb. two\n\n   - i. first\n   - ii. second\n   - iii. third\n\nc. three\n"
    ),
    "the letter i": "".join(f"{letter}. item\n" for letter in "abcdefghijk"),
    "titles in bold, and lists of the same form below them": (
        "**1. 一键配网**\n\n流程\n\n1. 按键\n2. 输入\n\n缺点\n\n1. 慢\n2. 不稳\n3. 挑机型\n4. 费电\n\n**2. 热点配网**\n\n流程\n\n1. 按键\n2. 切换\n\n**3. 蓝牙配网**\n\n文。\n"
    ),
    "a title in bold with a remark": (
        "**1. 甲**（说明）\n\n1. 子\n2. 丑\n3. 寅\n\n**2. 乙：**\n\n文。\n\n**3. 丙**\n\n文。\n"
    ),
    "one of the titles not in bold": "**1. 甲**\n\n文。\n\n2. 乙\n\n文。\n\n**3. 丙**\n\n文。\n",
    "an excerpt in a block quote": "The text says:\n\n> 2. If so, go on.\n> 3. Else, stop.\n",
    "what the text speaks of in brackets": (
        "(1) is safe.  (2) follows.  In step (5) frames are dropped, and (6) can do without.\n"
    ),
    "a list inside an item, and the item after it": "一是抓学习。二是抓作风。三是抓管理：一是管人；二是管钱。四是抓落实。",
    "a struck-out first item": "~~1. 甲~~\n\n2. 乙\n\n3. 丙\n",
    "a struck-out item that does not count": "1. 甲\n\n~~2. 乙~~\n\n2. 丙\n",
    "a list begins on the line of its parent": "1. 甲\n2. 1. 子\n\n   2. 丑\n\n3. 乙\n",
    "numbers run on across headings": "## 甲\n\n1．稻 2．麦\n\n## 乙\n\n3．松 4．杉\n",
    "columns of figures": "2.07\n2.02\n2.05\n1.75\n\n4.571 12\n4.568 12\n4.563 12\n",
    "versions that follow each other": "- 6.4 landed last week.\n- 6.5 is open.\n",
    "amounts": "- 0.1 ETH was there.\n- 1 ETH was added.\n- 0.5 ETH is swapped.\n",
    "tickets": "#12 甲\n\n#15 乙\n\n#19 丙\n",
    "a list inside runs on, and holds one itself": (
        "1. 甲\n    1. 子\n    2. 丑\n2. 乙\n    3. 寅\n    4. 卯\n        1. 辰\n3. 丙\n    5."
        " 巳\n"
        "    6. 午\n4. 丁\n"
    ),
    "an item that is code": "1. ```go\n   a\n   ```\n\n   1. 子\n   2. 丑\n\n2. 乙\n3. 丙\n",
    "a list that begins behind a colon, a line each": (
        "1、甲\n\n2、乙\n结论：1、丙；\n2、丁。\n\n3、戊\n"
    ),
    "the next of the outer list, far from the inner": (
        "4. 甲\n5. 乙\n1. 子\n2. 丑\n6. 丙\n7. 丁\n".replace("4. ", "1. a\n2. b\n3. c\n4. ")
    ),
    "a list begins behind a label": "议题1：甲\n\n议题2：1. 子\n\n2. 丑\n\n议题3：乙\n",
    "a year behind a label": "任务1：2025年建成\n\n任务2：2026年验收\n\n任务3：2027年推广\n",
    "one item a section": "## 甲\n\n1、子\n\n说明。\n\n## 乙\n\n2、丑\n\n3、寅\n",
    "versions in bullets": "- 6.4 landed.\n- 6.6 landed.\n- 6.9 landed.\n",
    "a label comes again": "* Phase 2: a\n* Phase 2: b\n",
    "questions and answers": "Q1: a\n\nA1: b\n\nQ2: c\n\nA2: d\n",
    "a figure is spoken of": "图1 位置\n\n图3显示良好。\n\n图2 剖面\n\n图3 平面\n",
    "days that are not counted by one": "Day 1: a\n\nDay 7: b\n\nDay 30: c\n",
    "parties to a contract": "甲、乙双方同意。\n\n甲、乙、丙三方同意。\n",
    "a heading below the fence of a container": (
        "#### 1- Análisis\n\n:::tip\nTexto.\n:::\n\n#### 2. Diseño\n\n#### 3. Código\n"
    ),
    "an item below the fence of a container": "1 - Ask\n\n:::tip\nText.\n:::\n\n2. Buy\n\n3. Build\n",
    "numbers in one breath": "居全国第二、第七、第九；第一、三产业融合；第三，四五线城市。\n",
    "numbers behind 是 that are the text": "一是一，三是三；四是四，不能混淆。\n",
    "a title that has lost its mark": "一总体要求\n\n二、主要任务\n\n三、工作措施\n",
    "dots directly above": "现摘录如下。\n\n……\n\n三、主要任务\n\n四、工作措施\n",
    "two numbers within a line": "难点：1.缺钱；3.缺人。\n",
    "the next number of another paragraph's list": "1. 甲；\n\n2. 乙；见后。3.修路后再议。\n\n3. 丙\n",
    "a label that the text speaks of": "步骤1：登记。步骤2见附件。步骤4很少用到。\n",
    "a sentence that speaks of an item": "1. A.\n2. B.\n3. C.\n\nText.\n\n2. is the best of them.\n",
}
FIRING_LISTS = {
    "an item whose list is inside another is gone": (
        "## 分工\n\n1. 后勤处\n   1. 联系\n   2. 检查\n3. 保卫处\n   1. 划线\n   2. 登记\n",
        6,
        "3.",
    ),
    "the first item of a list inside another is gone": (
        "1. 磁盘\n\n   2. 归档\n   3. 监控\n\n2. 值班\n\n   1. 休假\n   2. 考核\n\n3. 供应\n",
        3,
        "2.",
    ),
    "a title in bold is gone": (
        "**1. 甲**\n\n步骤\n\n1. 子\n2. 丑\n\n**3. 丙**\n\n步骤\n\n1. 寅\n2. 卯\n\n**4. 丁**\n",
        8,
        "3.",
    ),
    "the first item below a title in bold is gone": (
        "**1. 甲**（说明）\n\n步骤：\n\n1. 子\n\n**2. 乙**\n\n步骤：\n\n2. 寅\n3. 卯\n\n**3. 丙**\n\n文。\n",
        11,
        "2.",
    ),
    "an item below a title in bold is gone": (
        "**1. 甲**\n\n步骤\n\n1. 子\n2. 丑\n4. 寅\n\n**2. 乙**\n\n步骤\n\n1. 卯\n2. 辰\n",
        7,
        "4.",
    ),
    "a list that is led in anew": (
        "Do so by:\n1. One.\n2. Two.\n\nAdd that by:\n1. Three.\n3. Four.\n\nAnd that by:\n1. Five.\n",
        7,
        "3.",
    ),
    "behind a full line of the paragraph": (
        (
            "The credential of the first master node that the installer made is used so\n2. It is signed.\n"
            "3. It is copied to the bucket.\n4. It is read by the nodes.\n"
        ),
        2,
        "2.",
    ),
    "below a heading, far from a lone item": (
        "# 甲\n\n1. 子\n\n# 乙\n\n正文。\n\n# 丙\n\n2. 丑\n3. 寅\n",
        11,
        "2.",
    ),
    "a verb behind a one that a colon leads in": (
        "We have three options:\n\n 1. have one server\n 3. many servers\n",
        4,
        "3.",
    ),
    "in the same paragraph": (
        "项目有两个。一是光伏。二是养殖。困难也有：一是成本不小；三是管理难。",
        1,
        "三是",
    ),
    "of another speaker": (
        "一是甲。\n\n二是乙。\n\n三是丙。\n\n王平：一是丁。二是戊。四是己。",
        7,
        "四是",
    ),
    "in the next numbered item": ("1.甲：一是子；二是丑。\n\n2.乙：一是寅；三是卯。", 3, "三是"),
    "a date behind a spoken number": (
        "第一，每天自学一小时。第三，三月底前办结三件。第四，接听来电。\n",
        1,
        "第三，",
    ),
    "Han numbers behind 是": ("一是一季度开门红；二是二季度平稳；四是十分艰难。\n", 1, "四是"),
    "a line that begins with a Han number is no item": (
        "一季度，我镇受理来信三十件。现报告如下：\n\n二是抓包案。\n\n三是抓源头。\n",
        3,
        "二是",
    ),
    "dots far above a list that a colon introduces": (
        "下面发言。\n……\n会后抓三件事：二是停用塔吊；三是报送台账。\n",
        3,
        "二是",
    ),
    "dots in code": (
        "1. Write it:\n\n   ```css\n   ...\n   ```\n3. Pack it.\n4. Ship it.\n",
        6,
        "3.",
    ),
    "a number before the colon that introduces a list": (
        "1 fast job ran.\n\nText.\n\nMy judgement:\n\n2. Cheap enough.\n\n3. Too slow.\n",
        7,
        "2.",
    ),
    "below a deeper numbered heading": (
        "# 1. 甲\n\n## 1.1 子\n\n怎么做\n\n2. 转成向量\n\n3. 取内积\n\n4. 得分\n",
        7,
        "2.",
    ),
    "labels within a line": ("任务1：清淤。任务2：护坡。任务4：绿化。\n", 1, "任务4："),
    "the second label within a line": (
        "Step 1: dig. Step 3: plant. Step 4: water.\n",
        1,
        "Step 3:",
    ),
    "the second item within a line": ("1.清淤；3.护坡；4.绿化。\n", 1, "3."),
    "the second item after a colon": ("难点：一、缺钱；三、缺人；四、缺地。\n", 1, "三、"),
    "nested by indent": ("1. A\n2. B\n   1. x\n   3. y\n   4. z\n3. C\n", 4, "3."),
    "far below": ("一是甲；二是乙。" + "\n\n正文。" * 100 + "\n\n一是丙；三是丁。", 203, "三是"),
    "behind an adverb": ("首先，感谢大家。下面讲：一是钱少；三是人少。", 1, "三是"),
    "under a title that ends in one": (
        "# 解释（一）\n\n下列情形：\n\n（二）甲；\n\n（三）乙。\n",
        5,
        "（二）",
    ),
    "in bold": ("**1. 甲**\n\n**2. 乙**\n\n**4. 丙**\n", 5, "4."),
    "in bold bullets": ("- **1. 甲**：子\n- **2. 乙**：丑\n- **4. 丙**：寅\n", 3, "4."),
    "a number alone in bold": ("## 1.甲\n\n## **2.** 乙\n\n## 4.丙\n", 5, "4."),
    "links": ("[一、甲](#a)\n\n[二、乙](#b)\n\n[四、丙](#c)\n", 5, "四、"),
    "chapters in digits": ("## 第1章 甲\n\n## 第2章 乙\n\n## 第4章 丙\n", 5, "第4章"),
    "stages": ("第一步，甲。第二步，乙。第四步，丙。", 1, "第四步"),
    "a full line ends in a marker": (
        (
            "Things went wrong. First, the test was off. Third,\nthe alarm was off. Fourth, nobody"
            " looked.\n"
        ),
        1,
        "Third,",
    ),
    "labels": ("问题一：甲。\n\n问题二：乙。\n\n问题四：丙。\n", 5, "问题四："),
    "captions through sections": ("## 甲\n\n表1 子\n\n表2 丑\n\n## 乙\n\n表4 寅\n", 9, "表4"),
    "parts in Roman numerals": ("## Part I. A\n\n## Part II. B\n\n## Part IV. C\n", 5, "Part IV."),
    "a copy wants to be the next of its own": (
        "一、甲\n\n（一）子\n\n（二）丑\n\n（二）寅\n\n二、乙\n",
        7,
        "（二）",
    ),
}


@pytest.mark.parametrize("name", SILENT_LISTS)
def test_whose_item_a_marker_is_and_nothing_is_wrong(name: str) -> None:
    assert faults(SILENT_LISTS[name]) == []


@pytest.mark.parametrize("name", FIRING_LISTS)
def test_whose_item_a_marker_is_and_that_one_is_at_fault(name: str) -> None:
    text, line, marker = FIRING_LISTS[name]
    assert [fault[1:3] for fault in faults(text)] == [(line, marker)]


SILENT = [
    pytest.param("增加值居全国第二、第七、第九，获一、二等奖，三、四线城市、二、三级医院都有。", id="ranks and joint enumerations"),
    pytest.param("第一时间处置，第一责任人到位，第一产业增长，第一季度开门红，第十六届大会召开。", id="words that begin like ordinals"),
    pytest.param("之一是人才，统一是大势，唯一是底线，周一是例会，这一要求和第一要务都要落实，材料有四要素。", id="是 and 要 inside words"),
    pytest.param(paragraphs("（一）见第（三）项和第五条第（九）项。", "（二）见附表（七）。"), id="references"),
    pytest.param(paragraphs("5.5%左右的目标与规划衔接。", "2025年是收官之年。", "14:00开会。", "11.20讲话。", "2024.1.5成文。"), id="decimals, years, times"),
    pytest.param(paragraphs("1.甲。", "2.2022年底前完成。", "3.5+2工作法：五级两类。", "4.2人户优先。", "5.乙。"), id="a number run into its item's"),
    pytest.param("十是抓人才，十一是抓安全；十二是抓民生。", id="an excerpt from ten on"),
    pytest.param(lines("对策：1.加强宣传。", "2.完善制度。", "3.抓好落实。"), id="first item hidden after a colon"),
    pytest.param(paragraphs("会议决定，一、原则同意方案。", "二、由办公室牵头。"), id="first item hidden after a comma"),
    pytest.param(paragraphs("主要原因一是重视不够；二是投入不足；三是监管不力。"), id="first item hidden inside its clause"),
    pytest.param(lines("附件：1.名单", "2.日程", "3.联系表"), id="attachments"),
    pytest.param(lines("1. 甲", "1. 乙", "1. 丙"), id="Markdown numbers every item 1."),
    pytest.param(lines("0. 准备", "1. 开始", "2. 结束"), id="a list from zero"),
    pytest.param(paragraphs("1. 甲", "| a | b |\n|---|---|\n| 7 | 9 |", "2. 乙", "```\n9. code\n```", "3. 丙"), id="a list goes on after a table and code"),
    pytest.param(paragraphs("## 甲", "1. 一", "2. 二", "## 乙", "1. 一", "2. 二"), id="a list begins again under every heading"),
    pytest.param(paragraphs("一、甲", "（一）子。", "（二）丑。", "二、乙", "（三）寅。", "（四）卯。", "三、丙", "（五）辰。"), id="one series through all sections"),
    pytest.param(paragraphs("第一章 总则", "第一条 甲。", "第二条 乙。", "第二章 分则", "第三条 丙。", "第四条 丁。"), id="articles run through chapters"),
    pytest.param(paragraphs("## 1. 概述", "### 1.1 背景", "### 1.2 目标", "## 2. 设计", "### 2.1 接口", "#### 2.1.1 输入", "#### 2.1.2 输出", "### 2.2 实现"), id="dotted numbers"),
    pytest.param(paragraphs("七是统筹资源。首先，沟通。其次，合作。再次，协调。最后，发动群众。"), id="adverbs"),
    pytest.param(paragraphs("首先感谢大家。", "最后祝愿各位。"), id="only the first and the last adverb"),
    pytest.param(paragraphs("首先，思想重视。", "其次，机制健全。", "第三，保障有力。", "第四，落实到位。"), id="numbers go on where adverbs began"),
    pytest.param(paragraphs("首先，思想重视。", "然后，机制健全。", "第三，保障有力。", "第四，落实到位。"), id="numbers go on behind another adverb"),
    pytest.param("第一，思想重视。其次，机制健全。第三，保障有力。", id="an adverb stands for a number"),
    pytest.param("一是一，三是三，不能混淆；其一是态度，三是方法。", id="是 between commas, without a list"),
    pytest.param("问题是：一是思想不重视；其次是机制不健全；三是保障不到位。", id="an adverb stands for a number with 是"),
    pytest.param("问题首先是思想不重视；二是机制不健全；三是保障不到位。", id="an adverb stands for the first number"),
    pytest.param(paragraphs("第一，抓学习。首先，学理论。其次，学业务。再次，学法律。", "第二，抓作风。", "第三，抓落实。"), id="adverbs inside an item"),
    pytest.param("一要领导带头；二要目标明确；三要点面结合；四要事事落实；五要紧盯重点；六要因地制宜；七要求真务实。", id="要 before a word that begins like 要领, 要目, 要点"),
    pytest.param("一是谁主管谁负责；二是非公企业增多；三是否决事项减少。第一是领导重视，第二是点面结合，第三是素质过硬。", id="是 before a word that begins like 是非, 是否"),
    pytest.param(paragraphs("第三部分所用的例子很简单。", "第三部分关于编程的内容过后，还有几章。", "第四章讲的是数据。"), id="a part that the text speaks of"),
    pytest.param(paragraphs("一 、学习。", "二、工作。", "三 、纪律。"), id="a space before the mark"),
    pytest.param("1. 计划\n\t1. 工作\n\t\t1. 借阅\n\t\t2. 统计\n\t\t3. 学习\n\t2. 生活\n\t\t1. 跑步\n\t\t2. 读书\n2. 总结\n3. 打算\n", id="lists inside lists, indented by tabs"),
    pytest.param("措施有：1.加强学习，2.改进作风，3.抓好落实。步骤有：1）评估，2）实施，3）验收。问题有：1、认识不足，2、投入不够，3、监管不力。", id="inline behind commas"),
    pytest.param("分别增长1.5，2.3，3.1个百分点，1号楼，2、3号楼和f(1,2)、g(2,3)，坐标（1，2）和（2，3）。", id="numbers behind commas"),
    pytest.param(paragraphs("**第七条** 遵循公开。", "**==第八条==** ==应当守法==。", "**第九条** 申请。"), id="marks of a highlighter"),
    pytest.param(paragraphs("1. 选主", "2. 分片", "7.x之前的选主流程如下。", "7.X之后的选主流程如下。", "3. 副本"), id="versions"),
    pytest.param(paragraphs("（1）款式新颖。", "（2）条件具备。", "（3）项目落地。", "（4）号召响应。"), id="a word that begins like a reference"),
    pytest.param("Three conditions hold: 1) the queue is empty, 2) the flags are clear, 3) the barrier is done.", id="brackets behind commas"),
    pytest.param(paragraphs("## 1. View", "text", "## 2. Runtime", "text", "## 2.1 Scenario", "text", "## 2.n Scenario n", "text", "## 3. End", "text"), id="2.n stands for any"),
    pytest.param(paragraphs("一是举旗定向。二是压实责任。三是严守阵地。四是突出监管。", "五是创新形式。", "六是强化队伍。", "七是注重实效。一是明确目标。二是聚焦问题。三是加强督导。", "八是廉洁自律。"), id="inline, then a line each, then the same form inside"),
    pytest.param(paragraphs("“（三）有固定场所；", "（四）有管理制度；", "（五）有专职人员。”"), id="a quotation begins anywhere"),
    pytest.param(paragraphs("一、一年接着一年干，取得新成效", "好。", "二、一张蓝图绘到底，谱写新篇章", "好。", "三、二手市场规范发展", "好。"), id="a numeral after the marker"),
    pytest.param("全面推进祖国统\n一、两岸一家亲，共同发展繁荣昌盛。", id="a hard wrap inside a word"),
    pytest.param(paragraphs("说明（1）适用范围。（2）生效时间。", "另见公式(3)和图(7)。"), id="formula numbers"),
    pytest.param(paragraphs("一、学习", "1．读书。", "2．笔记。", "二、工作", "1．下乡。", "2．调研。"), id="full-width stops"),
    pytest.param(paragraphs("①甲；②乙；③丙。", "Ⅰ、甲", "Ⅱ、乙"), id="circled digits and Roman signs"),
    pytest.param(paragraphs("First, we looked.", "Then we waited.", "Third, we left."), id="English adverbs"),
    pytest.param(paragraphs("1. 甲", "2. 乙", "第三章 丙", "3.1 子", "3.1.1 一", "3.1.2 二", "3.2 丑"), id="3.1 is not item 3"),
    pytest.param(paragraphs("### 1.1 甲", "### 1.2 乙", "### 2. 丙", "### 3. 丁"), id="1.1 and 1.2 stand for 1."),
    pytest.param("份额最大的是甲，占四成。第二是乙，占三成，第三是丙。", id="a ranking begins anywhere"),
    pytest.param("第一に、安全を確保する。第二に、品質を高める。第三に、人材を育てる。", id="Japanese"),
    pytest.param("첫째, 안전을 지킨다. 둘째, 품질을 높인다. 셋째, 사람을 키운다.", id="Korean"),
    pytest.param(paragraphs("壹、前言", "一、緣起", "二、目的", "一是強化監督；二是落實責任；三是改進作風。"), id="Traditional Chinese"),
    pytest.param(paragraphs("See chapter I. It was long.", "I. First", "text", "II. Second", "text"), id="Roman headings and a reference"),
    pytest.param(paragraphs("# 目录", "一、成绩\n二、问题", "# 正文", "一、成绩", "很大。", "二、问题", "不少。"), id="a table of contents"),
]  # fmt: skip


@pytest.mark.parametrize("text", SILENT)
@pytest.mark.parametrize("format", ["markdown", "text"])
def test_what_is_right_is_silent(text: str, format: str) -> None:
    if format == "text" and ("|" in text or "#" in text or "1. 乙" in text):
        text = (
            text.replace("#", "")
            .replace("|", "")
            .replace("1. 乙", "2. 乙")
            .replace("1. 丙", "3. 丙")
        )
    assert faults(text, format) == []


FIRING = [
    pytest.param("一是甲；二是乙；四是丁。", [("gap", 1, "四是", "三是")], id="a gap inline"),
    pytest.param("一是甲；三是丙；四是丁。", [("gap", 1, "三是", "二是")], id="the second is missing"),
    pytest.param("难点：一是资金不足，三是人手不够，四是技术薄弱。", [("gap", 1, "三是", "二是")], id="the second is missing, between commas"),
    pytest.param("一是甲；二是乙；二是丙；四是丁。", [("duplicate", 1, "二是", "三是")], id="twice, and the rest goes on"),
    pytest.param("一是甲；二是乙；二是丙；三是丁。", [("duplicate", 1, "二是", "三是")], id="twice, and the rest goes on from there"),
    pytest.param("一是甲；三是丙；二是乙；四是丁。", [("gap", 1, "三是", "二是")], id="two neighbours changed places"),
    pytest.param("一是甲；三是丙；四是丁；二是乙；五是戊。", [("order", 1, "二是", "五是")], id="an item moved back"),
    pytest.param("一是甲；二是乙；七是丙；四是丁。", [("gap", 1, "七是", "三是")], id="one number is another"),
    pytest.param("二是乙；三是丙；四是丁。", [("start", 1, "二是", "一是")], id="the first is missing"),
    pytest.param(paragraphs("一、甲", "二、乙", "四、丁"), [("gap", 5, "四、", "三、")], id="headings of a plain text"),
    pytest.param(paragraphs("# 四、甲", "# 六、乙").replace("四", "一").replace("六", "三"), [("gap", 3, "三、", "二、")], id="two headings"),
    pytest.param(paragraphs("一、甲", "（一）子。", "（三）寅。", "二、乙", "（一）子。"), [("gap", 5, "（三）", "（二）")], id="inside a section"),
    pytest.param(paragraphs("一、甲", "2、乙", "三、丙"), [("mixed", 3, "2、", "二、")], id="another form with the same suffix"),
    pytest.param("第一，甲。第二，乙。第3，丙。", [("mixed", 1, "第3，", "第三，")], id="another numeral"),
    pytest.param(lines("1. one", "2. two", "3) three", "4. four"), [("mixed", 3, "3)", "3.")], id="another suffix"),
    pytest.param(lines("1、甲", "2. 乙", "3. 丙", "4. 丁", "5. 戊"), [("mixed", 2, "2.", "2、")], id="the rest in another form"),
    pytest.param(paragraphs("## 1. a", "### 1.1 b", "### 1.2 c", "### 1.4 d", "## 2. e"), [("gap", 7, "1.4", "1.3")], id="dotted"),
    pytest.param(paragraphs("1. a", "2. b", "3. c", "5. e", "6. f"), [("gap", 7, "5.", "4.")], id="a Markdown list"),
    pytest.param(paragraphs("八是注重实效。一是目标。三是督导。四是考核。", "九是廉洁。").replace("八是", "一是落实责任。\n\n二是").replace("九是", "三是"), [("gap", 3, "三是", "二是")], id="in the inner list"),
    pytest.param(paragraphs("第一章 总则", "第一条 甲。", "第二条 乙。", "第二章 分则", "第四条 丁。", "第五条 戊。"), [("gap", 9, "第四条", "第三条")], id="articles, over a chapter's heading"),
    pytest.param(lines("（1）甲。", "（2）乙。", "（2）丙。", "（4）丁。"), [("duplicate", 3, "（2）", "（3）")], id="brackets"),
    pytest.param(lines("①甲。", "②乙。", "④丁。"), [("gap", 3, "④", "③")], id="circled"),
    pytest.param(lines("Reasons:", "", "a) one", "b) two", "d) four", "e) five"), [("gap", 5, "d)", "c)")], id="letters"),
    pytest.param("第一に、安全。第二に、品質。第四に、人材。", [("gap", 1, "第四に、", "第三に、")], id="Japanese"),
    pytest.param("첫째, 안전. 둘째, 품질. 넷째, 사람.", [("gap", 1, "넷째,", "셋째,")], id="Korean"),
    pytest.param("一是強化監督；二是落實責任；四是改進作風。", [("gap", 1, "四是", "三是")], id="Traditional Chinese"),
    pytest.param("第一，思想重视。其次，机制健全。第四，保障有力。", [("gap", 1, "第四，", "第三，")], id="a gap behind an adverb that stands for a number"),
    pytest.param(paragraphs("首先，感谢各位。", "第二，说说问题。", "第三，谈谈打算。", "第五，表个态度。"), [("gap", 7, "第五，", "第四，")], id="a gap where numbers go on from adverbs"),
    pytest.param("八要点：一要学习；三要调研；四要落实。", [("gap", 1, "三要", "二要")], id="要 is missing"),
    pytest.param(paragraphs("I. First", "text", "II. Second", "text", "IV. Fourth", "text"), [("gap", 9, "IV.", "III.")], id="Roman"),
    pytest.param(paragraphs("## 步骤", "Step 1: a", "Step 2: b", "Step 4: d"), [("gap", 7, "Step 4:", "Step 3:")], id="English steps"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FIRING)
def test_what_is_wrong_is_found_once(text: str, expected: list[tuple[str, int, str, str]]) -> None:
    assert faults(text) == expected


def test_markers_behind_commas_are_items() -> None:
    assert [
        [m.value for m in run.markers]
        for run in runs("措施有：1.加强学习，2.改进作风，3.抓好落实。")
    ] == [[1, 2, 3]]


def test_lists_of_one_form_inside_another_make_a_tree() -> None:
    text = paragraphs(
        "一是举旗定向。", "二是注重实效。一是明确目标。二是聚焦问题。", "三是廉洁自律。"
    )
    outer, inner = runs(text)
    assert [m.value for m in outer.markers] == [1, 2, 3]
    assert [m.value for m in inner.markers] == [1, 2]
    assert (outer.parent, inner.parent) == (-1, 0)


def test_a_marker_is_cut_out_of_the_text_whole() -> None:
    text = "　　（一）学习。\n\n　　（二）工作。\n"
    (run,) = runs(text)
    assert [marker.span.cut(text) for marker in run.markers] == ["（一）", "（二）"]
    assert [marker.numeral.cut(text) for marker in run.markers] == ["一", "二"]


def test_a_marker_may_follow_a_word() -> None:
    (run,) = runs("It brings three changes: (1) one, (2) two, and (3) three.")
    assert [marker.value for marker in run.markers] == [1, 2, 3]


@pytest.mark.parametrize("text", ["1.1丙\n", "2、", "项目有甲1、"])
def test_no_list_at_all(text: str) -> None:
    assert runs(text) == ()


def test_another_form_ends_a_list_that_nothing_follows() -> None:
    assert faults("一、甲\n\n2、乙\n\n三丙\n") == [("mixed", 3, "2、", "二、")]


def test_a_full_line_of_another_block_does_not_go_on_in_a_marker() -> None:
    text = "全面推进各项工作任务安排和历史进程中的重点项目" * 5 + "\n\n（一）\n"
    assert [len(run.markers) for run in runs(text)] == [1]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1. 甲\n2. 乙\n\n## 1. 甲\n\n文。\n\n## 2. 乙\n\n文。\n", id="contents"),
        pytest.param(
            "# 手册\n\n（1）子\n\n（2）丑\n\n## 1. 甲\n\n文。\n\n## 2. 乙\n", id="a preface"
        ),
    ],
)
def test_numbered_headings_are_not_inside_a_list_of_the_text_before_them(text: str) -> None:
    runs = runs_of(parse(text, "markdown"), MATCHER)
    assert [run.markers[0].place for run in runs] == ["line", "heading"]
    assert [run.parent for run in runs] == [-1, -1]
