from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportlint.kinds import announced_count
from reportlint.ordinals.numerals import chinese
from reportlint.structure.reading import DocumentReading
from reportlint.text.parse import parse
from support.growth import assert_linear
from support.shipped_rules import check, hits, library, matcher

RULE = "announced-count"
THREE = "\n（一）抓学习。\n（二）抓作风。\n（三）抓落实。\n"
STEPS = "\n\n1. One.\n2. Two.\n3. Three.\n"

SILENT = [
    # the last number is the one announced: an item has a marker of another form
    "It is split into 3 parts: first, resolution; second; selection; third, formatting.",
    # a heading that is only the number of a paragraph
    "### 三項\n\n#### （一）\n\n書面による。\n\n#### （二）\n\n委任による。\n",
    # 工作 as a verb: two systems work, and what follows are no systems
    "现在两个系统协同工作：\n1. 主库先写。\n2. 备库后写。\n3. 校验一次。\n",
    # two things, each with two items
    "通常有两种关系：\n\n- wait 阻塞当前进程\n- run 不阻塞\n- wait返回结果\n- run不返回\n",
    # again, not thirdly
    "有两个问题。一是不准。二是很慢，线程无法再次进入。",
    "有两个问题。一是不准。二是很慢，再次进入时会卡住。",
    # a name; a count that is only about right
    "计算二项分布概率的方法：\n\n1. 直接计算。\n2. 查表。\n3. 近似。\n",
    "今天约 5 项任务：\n\n- 甲\n- 乙\n- 丙\n- 丁\n",
    # a remark before what is counted, which has labels and numbers
    "### 2个问题：\n\n- 总的来说都在权限\n- **漏洞1 越权**\n- **漏洞2 重放**\n",
    # bold lines in the first of the headings are what is counted
    (
        "主要分为三个阶段：\n\n#### 2.3.1 流程\n\n**编写：**\n\n文。\n\n**构建**\n\n文。\n\n**运行：**\n\n文。"
        "\n\n#### 2.3.2 影响\n\n文。\n"
    ),
    # what stands behind a heading is of another list
    "We see three states:" + STEPS + "\n## Limits\n\n4. Four.\n",
    # headings beside that of the sentence may have other subjects
    "# 笔记\n\n## 原理\n\n分为以下两个机制：\n\n## 1. 解析\n\n甲。\n\n## 2. 隔离\n\n乙。\n\n## 3. 类比\n\n丙。\n",
    # a title that speaks of a relation
    "### 三种方式的对比\n1. 甲较快。\n2. 乙较省。\n",
    # a number behind 第 is told of
    "有三个方向：①数据。②结构。③成本（第④问再核）。",
    # a remark, and boxes to tick, are no items
    "We see two kinds:\n\n* One.\n* Two.\n* Note: the names are ours.\n",
    "We see two kinds:\n\n- One.\n- Two.\n\n- [x] **Kinds are listed**\n",
    "It is done at least on two levels:\n\n- One.\n- Two.\n- Three.\n",
    "**与五步流程的关联**：\n\n- 理解：甲。\n- 复用：乙。\n- 创新：丙。\n",
    "坚定“四个自信”：一是学习；二是调研；三是落实。",
    # what only looks like an announcement: the count is of something that was told before
    "Five questions came in, and we answered these:" + STEPS,
    "There were five changes, of which we kept these:" + STEPS,
    "We closed five issues. Next steps:" + STEPS,
    "Five tasks were finished last week, and more are planned.\n\n- one\n- two\n- three\n",
    "在五个方面取得成效，现就下一步工作安排如下：" + THREE,
    "围绕五大任务，抓落实：一是学习；二是调研；三是落实。",
    "对照五个方面要求，我存在不足。一是学习少。二是调研少。三是落实少。",
    "文章从历史、理论、实践四个层次展开，具体包括：" + THREE,
    # a label that counts something else, and a title that only speaks of the count
    "指出了五个问题，已全部完成整改。\n\n措施1：甲。\n\n措施2：乙。\n\n措施3：丙。\n",
    "## 五项任务完成情况\n\n### （一）甲\n\n一。\n\n### （二）乙\n\n二。\n\n### （三）丙\n\n三。\n",
    # bullets that nothing leads up to
    "## 五项制度\n\n- 值班\n- 巡查\n- 报告\n",
    # a heading with a number of its own
    "## 5 Drawbacks\n\n### 5.1 Size\n\nx\n\n### 5.2 Time\n\ny\n\n### 5.3 Cost\n\nz\n",
    # it fits
    "市教育局做好以下三项工作：" + THREE,
    "下一步，我们将从三个方面发力。" + THREE,
    "公司推出三大举措：\n1. 降本。\n2. 增效。\n3. 提质。\n",
    "We have three goals:" + STEPS,
    "今年要抓好三件大事八项任务：" + THREE,
    # no announcement
    "两个维护更加坚决：" + THREE,
    "“四个意识”不断增强：" + THREE,
    "2024年，完成四项任务，主要做法是：" + THREE,
    "其中两项指标居全省前列，具体是：" + THREE,
    "增长4%：" + THREE,
    "自2022年起，五年来取得如下成绩：" + THREE,
    "本季度召开会议5次：" + THREE,
    "近五个方面的问题：" + THREE,
    "至少抓好两项工作：" + THREE,
    "做好前四项工作的同时，推进如下任务：" + THREE,
    "按照第四个方面的要求：" + THREE,
    "4．落实要求：" + THREE,
    "在9个村开展试点，具体措施：" + THREE,
    "通过五大行动、两项机制，落实以下任务：" + THREE,
    "会议提出四点意见，与会同志一致同意。\n" + THREE,
    "2—3个问题：" + THREE,
    "三项指标好于预期。一是工业平稳。二是消费回暖。",
    "四项措施：\n\n另起一段，讲别的。\n" + THREE,
    "After item 6 the reasons are:" + STEPS,
    "Version 2 changes:" + STEPS,
    "Section 4 goals:" + STEPS,
    "Of the four steps, these matter:" + STEPS,
    "It failed for two hours. The causes:" + STEPS,
    "We saw at least two problems:" + STEPS,
    "See the 4 issues in the tracker. Steps to mend them:" + STEPS,
    # the list does not end where its markers do, or has a fault of its own
    "抓好四件事：一是学习；二是调研；三是落实。此外，还要抓好作风。",
    "抓好四件事：一是学习；二是调研；再就是落实。",
    "四项措施：一是学习；二是调研；四是落实。",
    (
        "两项任务，各有措施，共六条：\n（一）学习\n1. 甲。\n2. 乙。\n3. 丙。\n（二）调研\n1. 甲。\n2."
        " 乙。\n3. 丙。\n"
    ),
    "首先说两点：首先，要学习。其次，要调研。最后，要落实。",
    "It brings three main changes: (1) one, (2) two, and (3) three.",
    # a number that is far off counts something else
    "办好30件民生实事：" + THREE,
    "若仍不满意上述五个方案参考以下意见处理：" + THREE,
    "# 处理跨域的五种方法\n\n## 一、背景\n\n甲。\n\n## 二、限制\n\n乙。\n\n## 三、方法\n\n丙。\n",
    (
        "# 三、六大核心能力\n\n## （一）定义\n\n甲。\n\n## （二）误区\n\n乙。\n\n## （三）能力\n\n丙。"
        "\n\n## （四）练习\n\n丁。\n"
    ),
    # an article, a span of steps, two numbers at choice
    "属于刑法第二百零四条规定的情形：" + THREE,
    "Repeat steps 1 through 4 steps for each of these regions:" + STEPS,
    "There are three or four concerns:" + STEPS,
    # the next label in another form; a last word behind a list in the last item
    (
        "The changes fall into the following three phases.\n\nPhase 1: A.\n\nPhase 2: B.\n\nPhase 3"
        " (4.13+): C.\n"
    ),
    "抓好四件事：\n一是学习。\n二是调研。\n三是落实，做到：\n1. 甲。\n2. 乙。\n最后，抓好作风。\n",
    # in one line only what is had, met or named right before the stop
    "三项指标好于预期，两项提前完成。一是工业。二是消费。三是投资。四是外贸。",
    "这里有两个村，村民三百人。一是甲村。二是乙村。三是丙村。",
    # a list goes on behind the list inside its last item, in the next block, or under a heading
    "抓好四件事：\n一是学习。\n二是调研。\n三是落实。\n\n还有一件，就是抓好作风。\n",
    "We made three changes:\n\n- One.\n- Two.\n\nFinally, we did the third.\n",
    # bullets: they fit, join two, go on behind a loose part, or say one more
    "单位建立了三项制度：\n\n- 值班制度\n- 巡查制度\n- 报告制度\n",
    "单位建立了三项制度：\n\n- 值班、巡查制度\n- 报告制度\n",
    "共有三种状态：\n\n- `new`：刚刚登记、还没有人处理的申请，由窗口在当天分给经办人\n- `open` / `held`：已经受理\n",
    # things compared, a share of them, a figure; a label of something else
    "五种类型的核心差异在于判定：\n- 甲类看结果\n- 乙类看过程\n- 丙类看期限\n- 丁类看金额\n",
    "3个元素超过上限，扩容如下图：\n\n1. 原表。\n2. 新表。\n",
    "合格须满足4项中3项：\n\n1. 甲。\n2. 乙。\n3. 丙。\n4. 丁。\n",
    "It must meet 3 of 4 criteria:\n\n1. A.\n2. B.\n3. C.\n4. D.\n",
    "Three cases distill into patterns:\n\n- One.\n- Two.\n- Three.\n- Four.\n",
    "The study found five processes:\n\n- Phase 1: two of them\n- Phase 2: three of them\n",
    "研究发现五个步骤：\n\n- 阶段1：前两个\n- 阶段2：后三个\n",
    # two texts that count with words, far apart
    "Why? Two reasons. First, it is slow.\n\n## B\n\nFirst, we stop. Second, we copy. Third, we go.\n",
    # the last heading may sum up
    "## 二、办好两项实事\n\n### （一）修路\n\n甲。\n\n### （二）架桥\n\n乙。\n\n### （三）小结\n\n丙。\n",
    "# 手册\n\n## 参数\n\n常见位置有两种。\n\n### 1. 路径\n\n甲。\n\n### 2. 查询\n\n乙。\n\n### 3. 小结\n\n丙。\n",
    "# 手册\n\n## 参数\n\n常见做法有两种：\n\n### 1. 路径\n\n甲。\n\n### 2. 查询\n\n乙。\n\n### 3. 小结\n\n丙。\n",
    "We made three changes:\n\n- One.\n- Two.\n\nA loose line.\n\n- Three.\n",
    "We made two changes:\n\n* One\n  * a\n  * b\n* Two\n",
    "We made two changes:\n\n- One\n- Two\n- ![a picture](a.png)\n",
    "三项制度都很好\n\n- 值班制度\n- 巡查制度\n",
    "第14章 当两件事不是一回事时\n1.压力。\n2.谬误。\n3.对策。\n",
]
FIRES = [
    "## 二、办好⟦两⟧项实事\n\n### （一）修路\n\n甲。\n\n### （二）架桥\n\n乙。\n\n### （三）通水\n\n丙。\n",
    "It has ⟦three⟧ phases:\n\n- Phase 1: write\n- Phase 2: read\n",
    "我还存在⟦四⟧个方面的不足。一是学习。二是下乡。三是办法。",
    # thirdly; items, and no distribution
    "有⟦两⟧个问题。一是不准。二是很慢。再次，价格太高。",
    "落实⟦二⟧项措施：\n\n1. 直接计算。\n2. 查表。\n3. 近似。\n",
    # the same without a marker of another form, a verb, words that come again, or bold lines
    "It is split into ⟦4⟧ parts: first, resolution; second, selection; third, formatting.",
    "### ⟦三⟧点\n\n#### （一）\n\n甲。\n\n#### （二）\n\n乙。\n",
    "现在做好⟦两⟧项协调工作：\n1. 主库先写。\n2. 备库后写。\n3. 校验一次。\n",
    "通常有⟦两⟧种关系：\n\n- wait 阻塞当前进程\n- run 不阻塞\n- join 返回结果\n- poll 不返回\n",
    "通常有⟦两⟧种关系：\n\n- wait 阻塞当前进程\n- run 不阻塞\n- wait 返回结果\n",
    "主要分为⟦三⟧个阶段：\n\n#### 2.3.1 流程\n\n**编写：**\n\n文。\n\n#### 2.3.2 影响\n\n文。\n",
    "### 可用的⟦三⟧种方式\n1. 甲。\n2. 乙。\n",
    "有⟦三⟧个方向：①数据。②结构。③成本。④人员。",
    "# 笔记\n\n## 原理\n\n分为以下⟦两⟧个机制：\n\n### 1. 解析\n\n甲。\n\n### 2. 隔离\n\n乙。\n\n### 3. 分段\n\n丙。\n",
    "# 意见\n\n提出以下⟦两⟧项措施：\n\n# 1. 解析\n\n甲。\n\n# 2. 隔离\n\n乙。\n\n# 3. 分段\n\n丙。\n",
    "⟦四⟧项措施同步推进。一是学习。二是调研。三是落实。",
    "总起来就是“⟦四⟧个坚持”：一是坚持学习；二是坚持调研；三是坚持落实。",
    "⟦Two⟧ tasks are left:\n\n- [ ] One.\n- [ ] Two.\n- [x] Three.\n",
    # what stands behind the phrase only says how the items stand
    "⟦Two⟧ actions are left, with an owner each:" + STEPS,
    "⟦Four⟧ reasons, in the order they matter." + STEPS,
    "The design rests on ⟦two⟧ principles, namely:" + STEPS,
    "主要存在⟦四⟧个问题，分别是：一是学习少；二是调研少；三是落实少。",
    "会议提出了⟦四⟧点要求，要求如下：" + THREE,
    "主要存在⟦四⟧方面问题，一是学习不够，二是调研不够，三是落实不够。",
    # the list is spoken, and the sentence before ends with its count
    "We asked the maintainers to do ⟦four⟧ things. First, plan. Second, build. Third, ship.",
    "具体来说，有利于破解⟦四⟧个难题。第一，资金不足。第二，人手不足。第三，时间不足。",
    # the label is what was counted
    (
        "指出了⟦四⟧个问题，已全部完成整改。\n\n### 问题1：甲\n\n一。\n\n### 问题2：乙\n\n二。\n\n###"
        " 问题3：丙\n\n三。\n"
    ),
    "The work is split into ⟦four⟧ phases.\n\nPhase 1: A.\n\nPhase 2: B.\n\nPhase 3: C.\n",
    # bullets below a sentence that leads up to them
    "The board took ⟦two⟧ decisions.\n\n- One.\n- Two.\n- Three.\n",
    # what follows is of the next item of the list around it
    "分工如下。一是办公室抓⟦三⟧项工作：①学习；②调研。二是人事科抓两项工作：①考勤；②培训。",
    # the next paragraph has a list of its own
    "他提出⟦四⟧点请求：一是甲；二是乙；三是丙。\n\n进展较慢，原因有二。一是丁。二是戊。\n",
    "市教育局做好以下⟦四⟧项工作：" + THREE,
    "下一步，我们将从⟦四⟧个方面发力。" + THREE,
    "做好以下⟦4⟧项重点工作：" + THREE,
    "应急管理部门要把握好⟦两⟧个原则。" + THREE,
    "抓好⟦四⟧件事：一是学习；二是调研；三是落实。",
    "主要存在⟦四⟧个方面的问题：一是学习不够；二是调研不深；三是落实不力。",
    "原因有⟦两⟧点：（1）设备老化；（2）人手不足；（3）预案不全。",
    (
        "三、推进⟦四⟧大工程\n（一）抓学习。\n内容甲。\n（二）抓作风。\n内容乙。\n（三）抓落实。"
        "\n内容丙。\n"
    ),
    "現提出以下⟦四⟧項措施：\n（一）加強學習。\n（二）改進作風。\n（三）狠抓落實。\n",
    "主要抓了⟦五⟧个方面工作。\n\n一、学习\n好。\n二、调研\n好。\n三、落实\n好。\n四、作风\n好。\n",
    "提出⟦四⟧条建议：第一，学习；第二，调研；第三，落实。",
    "会议强调以下⟦四⟧点：①学习；②调研；③落实。",
    "停止执行以下⟦2⟧项市级行政管理措施：" + THREE,
    "按经济损失的大小，分为⟦四⟧个等级：" + THREE,
    "There are ⟦four⟧ reasons:" + STEPS,
    "⟦Four⟧ factors had to come together:" + STEPS,
    "我还存在⟦四⟧个方面的不足。一是学习不够。二是下乡不多。三是办法不新。今后改进。",
    "单位建立了⟦四⟧项制度：\n\n- 值班制度\n- 巡查制度\n- 报告制度\n",
    "We made the following ⟦two⟧ changes.\n\n* One\n  * a\n* Two\n* Three\n",
    "The rollout has the following ⟦two⟧ phases:" + STEPS,
    "The incident had ⟦four⟧ contributing factors: (1) load, (2) a bug, (3) no alarm.",
]


@pytest.mark.parametrize("format", ["text", "markdown"])
@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str, format: str) -> None:
    assert [hit.span.cut(text) for hit in hits(RULE, text, format)] == []


@pytest.mark.parametrize("format", ["text", "markdown"])
@pytest.mark.parametrize("text", FIRES)
def test_found(text: str, format: str) -> None:
    (hit,) = check(RULE, text, format)
    assert set(announced_count.FIELDS) <= set(hit.values)
    assert str(len(hit.related)) == hit.values["count"]


def test_a_family_can_be_off_and_the_list_is_shown_in_part() -> None:
    text = "做好以下十五项工作：" + "".join(f"\n{n}.任务。" for n in range(1, 15)) + "\n"
    rule = library().rules[RULE]
    reading = DocumentReading(parse(text, "text", matcher()), matcher())
    (hit,) = announced_count.find(reading, announced_count.prepare(rule.options, library().lexicon))
    assert (hit.values["announced"], hit.values["count"], len(hit.related)) == (
        "15",
        "14",
        announced_count.RELATED,
    )
    for off in (False, {**rule.options["patterns"]["chinese"], "severity": "off"}):
        options = {**rule.options, "patterns": {**rule.options["patterns"], "chinese": off}}
        assert not list(
            announced_count.find(reading, announced_count.prepare(options, library().lexicon))
        )


@settings(deadline=None, max_examples=60)
@given(
    st.integers(2, 20),
    st.integers(2, 20),
    st.sampled_from(["{}是甲乙；", "（{}）甲乙。\n", "{}、甲乙\n"]),
    st.sampled_from(["项工作", "个方面", "条意见"]),
)
def test_fires_if_and_only_if_the_numbers_differ(
    announced: int, listed: int, marker: str, what: str
) -> None:
    lead = (
        "要抓好以下"
        + ("两" if announced == 2 else chinese(announced))
        + what
        + "："
        + ("" if "；" in marker else "\n")
    )
    matches = hits(RULE, lead + "".join(marker.format(chinese(n)) for n in range(1, listed + 1)))
    assert bool(matches) == (0 < abs(announced - listed) <= 3)


def test_time_is_linear() -> None:
    def find(many: int) -> Callable[[], object]:
        text = ("做好以下三项工作：\n\n1. 甲。\n2. 乙。\n\n# 节\n\n") * many
        reading = DocumentReading(parse(text, "markdown", matcher()), matcher())
        ready = announced_count.prepare(library().rules[RULE].options, library().lexicon)
        assert len(reading.runs) == len([*announced_count.find(reading, ready)]) == many
        return lambda: [*announced_count.find(reading, ready)]

    assert_linear(find, 200)
