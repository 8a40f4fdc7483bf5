"""Classifies short lines by what they name: an office, a person, a kind of report, an addressee.

Many lines are tested, so the tests use plain string methods: compiling a regex would take longer
than reading a report. The equivalent regex of each test is in `tests/structure/test_names.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint._startup.lazy_pattern import lazy
from reportlint.core.characters import NUMERALS, is_han

_ORGANISATIONS = tuple(
    """
    政府 国务院 委员会 办公厅 办公室 常委会 人大 政协 党委 党组 党支部 支部 纪委 法院 检察院 总局 局 厅 部 委 院 公司 集团 中心
    学校 小学 中学 学院 大学 医院 银行 协会 学会 联合会 工会 妇联 团委 研究所 研究院 处 科 股 所 站 队 组 街道办 街道办事处 镇 乡 村委会
    居委会 班子 馆 园 厂 社 台 署 管委会 理事会 基金会 商会 研究会 业委会 组委会 学生会 林场 农场 牧场 渔场 煤矿 支行 分行 教研室 工作室
    """.split()
)
_PERSON_EN = lazy(r"[A-Z][a-z]+(?: [A-Z][a-z]+){1,2}")
_GENRES = tuple(
    """
    通知 报告 意见 决定 办法 批复 函 通报 公告 通告 请示 方案 规划 纪要 条例 规定 细则 预案 讲话 总结 计划 要点 公报 议案 命令
    答复 制度 指南 标准 说明 建议 倡议书 公示 决议 汇报 材料 致辞 发言 提纲 承诺书 检讨书 申请书 周报 月报 日报 季报 年报 简报
    纲要 目录 章程 准则 协议 合同 情况 思路 打算 谋划 展望 体会 申请 提案 记录 report summary review plan proposal postmortem minutes
    runbook rfc document notes
    """.split()
)
_HONOURS = ("全体", "各位", "尊敬的", "敬爱的", "亲爱的")
# 各林场、各车间 are offices as any others; what 各项 or 各阶段 begins is a matter
_EACH = "各"
_EACH_MATTER = ("项", "类", "种", "阶段", "环节", "指标", "部分", "章", "时段", "步", "题")
_ADDRESSEES = tuple(
    """
    代表 委员 同志 同志们 领导 嘉宾 同事 同事们 老师 同学 同学们 朋友 朋友们 先生 女士 评委 书记 主任 局长 校长 院长 省长 市长
    县长 主席 经理 董事 股东 政府 国务院 机构 单位 部门 公司 集团 中心 学校 小学 中学 学院 大学 医院 银行 支部 党委 党组 纪委 支行 企业
    居民 家长 员工 干部 职工 群众 各省 省 自治区 直辖市 市 区 县 兵团 局 厅 部 委 办 院 处 科 室 股 所 站 队 组 会 镇 乡 街道 旗
    盟 州 署 社 团体 法院 检察院 职称 协会 客户 用户 团队 馆 校 厂 园 店 村 社区 库 段 党组织 乡亲 乡亲们 市民 村民 业主 会员 党员 团员 青年 考生
    学生 教师 来宾 同仁 供应商 投标人 负责人 读者
    """.split()
)
_ANNOUNCEMENTS = "如下 以下 下列 现将 为了 根据 按照 请各 主要 包括 其中 要求 时间 地点 情况 工作 问题 措施 建议 意见 。 ； ！".split()
_SHORT_ANSWERS = frozenset(
    """
    无 暂无 没有 略 从略 暂缺 同上 同前 不涉及 不适用 无变化 无变动 待定 未定 已完成 未完成 进行中 无异议
    """.split()
)
_MEASURES = ("个", "项", "条", "点", "方面")
_NUMERALS = NUMERALS + "0123456789"


def is_organisation(text: str) -> bool:
    """Whether a line ends like the name of an office, a company or a school."""
    return text.endswith(_ORGANISATIONS) and "\n" not in text


def is_person(text: str) -> bool:
    """Whether a line may be the name of a person: 王小明, 王　明, 张某, Jane Doe."""
    if 2 <= len(text) <= 4 and (_is_han_name(text) or not text.strip("XxＸｘ×某")):
        return True
    if len(text) > 2 and text[1:-1].isspace():
        return is_han(text[0]) and is_han(text[-1])
    return "A" <= text[:1] <= "Z" and _PERSON_EN.fullmatch(text) is not None


def is_short_answer(text: str) -> bool:
    """Whether a line is the whole text of a section, and no name: 暂无."""
    return text in _SHORT_ANSWERS


def is_speaker(text: str) -> bool:
    """Whether a line may be an office and a name: 县长　王小明."""
    office, *name = text.split() or [""]
    if not 2 <= len(office) <= 24 or text[0].isspace() or text[-1].isspace():
        return False
    if len(name) == 2:
        return all(len(part) == 1 and is_han(part) for part in name)
    return len(name) == 1 and 2 <= len(name[0]) <= 8 and _is_han_name(name[0])


def _is_han_name(text: str) -> bool:
    return all(is_han(char) or char == "·" for char in text)


def is_genre(text: str) -> bool:
    """Whether a title ends in the name of its kind, ignoring a final bracket and a number:
    述职报告（2025年）, 总结2."""
    for _ in range(2):
        text = text[:-1] if text[-1:].isdecimal() else text
    text = text.rstrip()
    return any(
        title.casefold().endswith(_GENRES) and "\n" not in title
        for title in (text, *_before_bracket(text, "（(《", "）)》"))
    )


def _before_bracket(text: str, opening: str, closing: str) -> Iterator[str]:
    """The text before a final bracket with at most 30 code points, for each place where the bracket
    may open."""
    if text and text[-1] in closing:
        for at in range(max(0, len(text) - 32), len(text) - 1):
            if text[at] in opening and "\n" not in text[at:]:
                yield text[:at]


def is_addressed(name: str) -> bool:
    """Whether a short text may be one of the names of addressees: 各位代表,
    各省、自治区、直辖市人民政府（见附件）."""
    names = (name, *_before_bracket(name, "（", "）"), *_before_bracket(name, "(", ")"))
    is_each = name.startswith(_EACH) and not name.startswith(_EACH_MATTER, len(_EACH))
    return is_each or name.startswith(_HONOURS) or any(n.endswith(_ADDRESSEES) for n in names)


def is_announcement(text: str) -> bool:
    """Whether a line that ends in a colon introduces something: 主要措施如下：, 三个方面："""
    if any(word in text for word in _ANNOUNCEMENTS):
        return True
    return any(
        char in _NUMERALS and text.startswith(_MEASURES, after)
        for after, char in enumerate(text, 1)
    )
