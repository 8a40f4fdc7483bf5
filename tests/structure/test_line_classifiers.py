"""What lines around the body of a report are: near misses first, and a property for each that a
regex describes.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shipped import MATCHER

from reportlint.structure import line_classifiers as lines

Test = Callable[[str], bool]

SILENT: list[tuple[Test, str]] = [
    (lines.is_date, "2024年是收官之年"),
    (lines.is_date, "3月5日"),
    (lines.is_date, "2024-2-45"),
    (lines.is_date, "Maybe 5, 2024"),
    (lines.is_date, ""),
    (lines.is_signed_date, "会议于2024年3月5日，"),
    (lines.is_signed_date, "会议开得很好，2024年3月5日"),
    (lines.is_masthead, "来源不明"),
    (lines.is_masthead, "文件来源：某报"),
    (lines.is_masthead, "他在拍摄"[:-1]),
    (lines.is_masthead, "2024年3月5日在京"),
    (lines.is_time_label, "会议时间：上午"),
    (lines.is_signature_label, "述职人张三"),
    (lines.is_signature_label, "述职人：" + "很" * 41),
    (lines.is_signature_label, "主持人：张三"),
    (lines.is_document_number, "第41条"),
    (lines.is_document_number, "见第41号"),
    (lines.is_document_number, "国发〔2018〕41"),
    (lines.is_line_of_facts, "Incident review"),
    (lines.is_line_of_facts, "The site was down · nobody could log in."),
    (lines.is_line_of_facts, "[Docs](a) | [Install](b)"),
    (lines.is_line_of_facts, "Ana · " + "a long sentence on what happened " * 2),
    (lines.is_subtitle, "—在大会上"),
    (lines.is_subtitle, "（）"),
    (lines.is_subtitle, "[x"),
    (lines.begins_with_genre, "Post-mortems are useful: see"),
    (lines.is_english_addressee, "Dearest friends,"),
    (lines.is_english_addressee, "Dear all"),
    (lines.is_english_addressee, "Topic: x"),
    (lines.is_end, "（以下简称本办法）"),
    (lines.is_end, "抄送各局"),
    (lines.is_end, "本办法由办公室印发"),
    (lines.is_annex_title, "附件1 名单"),
    (lines.is_annex_title, "Annexation"),
    (lines.is_annex_heading, "附则"),
    (lines.is_annex_heading, "Annexation"),
    (lines.is_notes_title, "名词解释如下"),
    (lines.is_notes_title, "本报告对一些不常见的专业术语和缩略语作了比较详细的名词解释"),
    (lines.is_leftover, "印"),
    (lines.is_leftover, "请打印"),
    (lines.is_leftover, "关闭下穿通道，转移低洼地带居民。"),
    (lines.is_leftover, "返回灾区的群众由村里登记"),
    (lines.is_leftover, ""),
    (lines.is_after_label, "附件"),
    (lines.is_after_label, "联系人张三"),
    (lines.is_after_label, "附件十.名单"),
]
FIRING: list[tuple[Test, str]] = [
    (lines.is_date, "2024年3月5日"),
    (lines.is_date, "二〇二四年三月五日"),
    (lines.is_date, "XXXX年XX月XX日"),
    (lines.is_date, "（2024年3月）"),
    (lines.is_date, "日期：2024-03-05 12:30"),
    (lines.is_date, "January 5th, 2026"),
    (lines.is_date, "5 SEPT 2026"),
    (lines.is_signed_date, "张三 2026年1月5日"),
    (lines.is_signed_date, "述职人：张三　2026年1月5日"),
    (lines.is_masthead, "来源：某日报"),
    (lines.is_masthead, "标　题：通知"),
    (lines.is_masthead, "Author: A. Writer"),
    (lines.is_masthead, "发布时间：2024-03-05"),
    (lines.is_masthead, "新华社记者 张三摄）"),
    (lines.is_masthead, "2026年1月26日在第十四届人民代表大会第四次会议上"),
    (lines.is_time_label, "时间：2024年3月5日"),
    (lines.is_signature_label, "述职人：张三"),
    (lines.is_signature_label, "述职人（签名）："),
    (lines.is_signature_label, "单位（盖章）：某局"),
    (lines.is_signature_label, "Reported by: Jane Doe"),
    (lines.is_document_number, "国发〔2018〕41号"),
    (lines.is_document_number, "第41号"),  # of an order
    (lines.is_document_number, "某办函[20XX]第 X 号"),
    (lines.is_line_of_facts, "Incident review · severity 2 · owner: Ana"),
    (lines.is_line_of_facts, "数据平台组 | 第32周"),
    (lines.is_subtitle, "——在大会上的报告"),
    (lines.is_subtitle, "（2025年度）"),
    (lines.is_subtitle, "[draft]"),
    (lines.begins_with_genre, "Postmortem: outage"),
    (lines.begins_with_genre, "RFC 12: Queues"),
    (lines.begins_with_genre, "RFC 12：统一消息队列"),
    (lines.is_english_addressee, "Dear colleagues,"),
    (lines.is_english_addressee, "To: the board"),
    (lines.is_english_addressee, "Ladies and Gentlemen:"),
    (lines.is_end, "（此件公开发布）"),
    (lines.is_end, "抄送：各局。"),
    (lines.is_end, "某市人民政府办公室2026年1月5日印发"),
    (lines.is_annex_title, "附件1："),
    (lines.is_annex_title, "附　件"),
    (lines.is_annex_title, "Appendix A"),
    (lines.is_annex_heading, "附件1 名单"),
    (lines.is_annex_heading, "Appendix: terms"),
    (lines.is_notes_title, "名词解释"),
    (lines.is_notes_title, "《工作报告》注　释："),
    (lines.is_notes_title, "有关名词的解释"),
    (lines.is_leftover, "【打印】"),
    (lines.is_leftover, "【打印本页】　【关闭窗口】"),
    (lines.is_leftover, "◆◆"),
    (lines.is_leftover, "扫一扫在手机打开"),
    (lines.is_after_label, "附件：1.名单"),
    (lines.is_after_label, "附件2：名单"),
    (lines.is_after_label, "联系人及电话：张三"),
    (lines.is_after_label, "附件1.名单"),
    (lines.is_after_label, "cc: all"),
]


@pytest.mark.parametrize(("test", "text"), SILENT)
def test_a_near_miss(test: Test, text: str) -> None:
    assert not test(text)


@pytest.mark.parametrize(("test", "text"), FIRING)
def test_a_line(test: Test, text: str) -> None:
    assert test(text)


_NUMERAL = "[0-9０-９〇○零一二三四五六七八九十XxＸｘ×＊*_\u25a1 ]"
_ZH = rf"{_NUMERAL}{{0,8}}\s*年(?:\s*{_NUMERAL}{{0,4}}\s*月(?:\s*{_NUMERAL}{{0,4}}\s*[日号])?)"
_NUMBERS = r"(?:19|20)[0-9]{2}\s*[-/.．]\s*[01]?[0-9](?:\s*[-/.．]\s*[0-3]?[0-9])?"
_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
_EN = rf"(?:{_MONTH}\s+[0-3]?[0-9](?:st|nd|rd|th)?,?\s+[12][0-9]{{3}}|[0-3]?[0-9](?:st|nd|rd|th)?\s+{_MONTH},?\s+[12][0-9]{{3}})"
_LABEL = r"[（(]?(?:(?:日\s*期|时\s*间|成文日期|[Dd][Aa][Tt][Ee])\s*[：:]\s*)?"
_CLOCK = r"(?:\s*[0-2]?[0-9](?:[:：时][0-5]?[0-9](?:[:：分][0-5]?[0-9]秒?|分)?))?"
# What each must be true of; some are true of a little more.
REGEXES: list[tuple[Test, str]] = [
    (lines.is_date, rf"{_LABEL}(?:{_ZH}|{_NUMBERS}){_CLOCK}[）)]?"),
    (lines.is_date, rf"(?i:{_LABEL}{_EN}{_CLOCK}[）)]?)"),
    (
        lines.is_signature_label,
        r"(?:述职人|填报单位|签名|Signed|Prepared by|单位（盖章）)\s{0,3}(?:[（(][^）)：:\n]{0,8}[）)])?[ ]{0,3}[：:][^\n]{0,40}",
    ),
    (
        lines.is_masthead,
        r"(?:标[ ]{0,3}题|(?:信息|文章)?来源|(?:发布|更新)(?:时间|日期)|索[ ]{1,3}引[ ]{1,3}号|URL|Author)[ ]{0,3}[：:].*|.{2,60}[ ]?摄[）)]?",
    ),
    (lines.is_document_number, r".{0,20}[〔\[【（(]\s*[0-9Xx×]{2,4}\s*[〕\]】）)]\s*第?\s*[0-9Xx×]*\s*号"),
    (lines.is_subtitle, r"(?:[—–-]{2,}|——|－－).+|[（(].{1,80}[）)]|\[.{1,60}\]"),
    (
        lines.is_english_addressee,
        r"(?i:Dear\b.{0,80}[,:]|(?:To|Attn)[ ]{0,3}:.{1,100}|To whom it may concern[,:])",
    ),
    (lines.is_end, r"[（(](?:此件|依申请公开|联系人).{0,60}[）)]?|(?:抄送|主题词)[ ]{0,3}[：:].*"),
    (lines.is_annex_title, r"附\s*(?:件|表)\s*[0-9一二A-Z]*\s*(?:[：:.、]\s*)?|Annex(?:es)?(?:\s+[A-Z0-9]+)?"),
    (lines.is_notes_title, r"[《（]?[^\s《（]{0,24}(?:名词解释|用语说明|附注|相关链接|有关名词[^\s》）：]{0,6})[》）]?[：:]?"),
    (lines.is_leftover, r"(?:扫一扫|[（(]来源[：:]).*|【?[ ]{0,3}(?:打印|返回)[ ]?】?|[^\w\s]{1,3}"),
    (lines.is_after_label, r"(?:附[ ]{0,3}件?|备注|联系人(?:及[^：:\s]{0,8})?|来源|Contact|cc)[ ]{0,3}[0-9]?[ ]{0,3}[：:].*"),
]  # fmt: skip


@pytest.mark.parametrize(("test", "regex"), REGEXES)
def test_no_line_is_missed_that_its_regex_matches(test: Test, regex: str) -> None:
    alphabet = st.characters(exclude_categories=("C", "Zl", "Zp", "Zs"), exclude_characters="\n")

    @given(st.from_regex(re.compile(regex), fullmatch=True, alphabet=alphabet | st.just(" ")))
    def matches(text: str) -> None:
        assert test(text), repr(text)

    matches()


UNNUMBERED = ["首先", "-甲", "2024年", "第一时间", "Phase 4: 评估报告", "—甲", ""]
NUMBERED = [
    "第三章",
    "二、",
    "三是",
    "其一",
    "（四）",
    "5.",
    "1.2 甲",
    "⑥",
    "- 甲",
    "——甲",
    "7 附则",
    "第3条",
]


@pytest.mark.parametrize("text", UNNUMBERED + NUMBERED)
def test_is_numbered(text: str) -> None:
    assert lines.is_numbered(text, MATCHER) is (text in NUMBERED)
