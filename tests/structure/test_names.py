"""What a line names, against the regex that says the same."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reportlint.structure import names

ORGANISATION = re.compile(
    r".*(?:政府|国务院|委员会|办公厅|办公室|常委会|人大|政协|党委|党组|党支部|支部|纪委|法院|检察院|总局|局|厅|部|委|院|公司|集团|中心|学校|学院|大学|医院|银行|协会|学会"
    r"|小学|中学|联合会|工会|妇联|团委|研究所|研究院|处|科|股|所|站|队|组|街道办|街道办事处|镇|乡|村委会|居委会|班子|馆|园|厂|社|台|署|管委会"
    r"|理事会|基金会|商会|研究会|业委会|组委会|学生会|林场|农场|牧场|渔场|煤矿|支行|分行|教研室|工作室)"
)
PERSON = re.compile(
    r"[\u4e00-\u9fff·]{2,4}|[\u4e00-\u9fff]\s+[\u4e00-\u9fff]|[XxＸｘ×某]{2,4}|[A-Z][a-z]+(?: [A-Z][a-z]+){1,2}"
)
SPEAKER = re.compile(r"\S{2,24}\s+(?:[\u4e00-\u9fff·]{2,8}|[\u4e00-\u9fff]\s+[\u4e00-\u9fff])")
GENRE = re.compile(
    r".*(?:通知|报告|意见|决定|办法|批复|函|通报|公告|通告|请示|方案|规划|纪要|条例|规定|细则|预案|讲话|总结|计划|要点|公报|议案|命令|答复|制度|指南|标准|说明|建议|倡议书|公示"
    r"|思路|打算|谋划|展望|体会|申请|提案|记录|决议|汇报|材料|致辞|发言|提纲|承诺书|检讨书|申请书|周报|月报|日报|季报|年报|简报|纲要|目录|章程|准则|协议|合同|情况|Report|Summary|Review|Plan|Proposal|Postmortem|Minutes|Runbook|RFC|Document|Notes)"
    r"(?:[（(《].{0,30}[）)》])?(?:\s*\d{0,2})?",
    re.I,
)
ADDRESSED = re.compile(
    r"(?:各位|尊敬的|敬爱的|亲爱的|各(?!项|类|种|阶段|环节|指标|部分|章|时段|步|题)).{0,60}|同志们|.*(?:代表|委员|同志们?|领导|嘉宾|同事们?|老师|同学们?|朋友们?|先生|女士|评委|书记|主任|局长|校长|院长|省长|市长|县长|主席|经理"
    r"|小学|中学|馆|校|厂|园|店|村|库|段|党组织|乡亲们?|市民|村民|业主|会员|党员|团员|青年|考生|学生|教师|来宾|同仁"
    r"|供应商|投标人|负责人|读者|董事|股东|政府|国务院|机构|单位|部门|公司|集团|中心|学校|学院|大学|医院|银行|支部|党委|党组|纪委|支行|企业|居民|家长|员工|干部|职工|群众|各省|省|自治区|直辖市|市|区|县|兵团"
    r"|局|厅|部|委|办|院|处|科|室|股|所|站|队|组|会|镇|乡|街道|旗|盟|州|署|社|团体|法院|检察院|职称|协会|客户|用户|团队)(?:（.{0,30}）|\(.{0,30}\))?"
)
ANNOUNCEMENT = re.compile(
    r"如下|以下|下列|现将|为了|根据|按照|请各|主要|包括|其中|要求|时间|地点|[一二三四五六七八九十0-9]+(?:个|项|条|点|方面)|情况|工作|问题|措施|建议|意见|。|；|！"
)

SAME: list[tuple[Callable[[str], bool], Callable[[str], object], re.Pattern[str]]] = [
    (names.is_organisation, ORGANISATION.fullmatch, ORGANISATION),
    (names.is_person, PERSON.fullmatch, PERSON),
    (names.is_speaker, SPEAKER.fullmatch, SPEAKER),
    (names.is_genre, GENRE.fullmatch, GENRE),
    (names.is_addressed, ADDRESSED.fullmatch, ADDRESSED),
    (names.is_announcement, ANNOUNCEMENT.search, ANNOUNCEMENT),
]
WORDS = st.sampled_from(
    "各位 代表 同志 们 市 局长 报告 总结 Report SUMMARY 一 二十 百 9 12 2025 王 小明 李 某 X × Jane Doe · 第 章 条 是 要 其 方面 个 项 如下 。 、 . ． ， , ( ) （ ） 《 》 ① Ⅻ - • —— ： \u3000 \n".split(
        " "
    )
)
TEXTS = st.lists(WORDS | st.just(" ") | st.just(""), max_size=7).map("".join)


@pytest.mark.parametrize(
    ("says", "regex", "pattern"), SAME, ids=lambda value: getattr(value, "__name__", "")
)
def test_a_line_names_what_its_regex_matches(
    says: Callable[[str], bool], regex: Callable[[str], object], pattern: re.Pattern[str]
) -> None:
    @given(TEXTS | st.from_regex(pattern, fullmatch=True) | st.from_regex(pattern))
    def same(text: str) -> None:
        # an addressee is a short name on one line
        assume(says is not names.is_addressed or ("\n" not in text and len(text) <= 60))
        assert says(text) == bool(regex(text)), repr(text)

    same()
