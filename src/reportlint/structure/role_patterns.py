"""What lines around the body of a report look like: title, addressee, signature, date, and what comes after.

Every line of a report is asked about, and few are any of these. So a regex is compiled and tried only where a look at the first
and last characters of a line does not rule it out.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from reportlint._startup.lazy_pattern import lazy


class Line:
    """The regex of a line; `may` says without it of most lines that it cannot match, and of none that it can by mistake."""

    def __init__(self, may: Callable[[str], object], source: str, flags: int = 0) -> None:
        self.may = may
        self.pattern = lazy(source, flags)

    def fullmatch(self, text: str) -> bool:
        """Whether the regex matches the whole of a line."""
        return bool(self.may(text)) and self.pattern.fullmatch(text) is not None

    def match(self, text: str) -> bool:
        """Whether the regex matches the beginning of a line."""
        return bool(self.may(text)) and self.pattern.match(text) is not None


def has_colon(text: str) -> bool:
    """Whether a line has a colon: all that begins with a label has one."""
    return "：" in text or ":" in text


_NUMERAL = "[0-9０-９〇○零一二三四五六七八九十XxＸｘ×＊*_\u25a1 ]"
_DATE_ZH = rf"{_NUMERAL}{{0,8}}\s*年(?:\s*{_NUMERAL}{{0,4}}\s*月(?:\s*{_NUMERAL}{{0,4}}\s*[日号])?)"
_DATE_NUMBERS = r"(?:19|20)[0-9]{2}\s*[-/.．]\s*[01]?[0-9](?:\s*[-/.．]\s*[0-3]?[0-9])?"
_MONTHS = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATE_EN = rf"(?:{_MONTHS}\s+[0-3]?[0-9](?:st|nd|rd|th)?,?\s+[12][0-9]{{3}}|[0-3]?[0-9](?:st|nd|rd|th)?\s+{_MONTHS},?\s+[12][0-9]{{3}})"
_CLOCK = r"(?:\s*[0-2]?[0-9](?:[:：时][0-5]?[0-9](?:[:：分][0-5]?[0-9]秒?|分)?))?"
_DATE_LABEL = r"[（(]?(?:(?:日\s*期|时\s*间|成文日期|[Dd][Aa][Tt][Ee])\s*[：:]\s*)?"
_DATE_LAST = "0123456789月日号"
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _ends_as_date(text: str) -> bool:
    return text[-1:] in _DATE_LAST + "分秒）)"


def _names_month(text: str) -> bool:
    return _ends_as_date(text) and any(name in text.casefold() for name in _MONTH_NAMES)


DATE_IN_NUMBERS = Line(_ends_as_date, rf"{_DATE_LABEL}(?:{_DATE_ZH}|{_DATE_NUMBERS}){_CLOCK}[）)]?")
DATE_IN_WORDS = Line(_names_month, rf"{_DATE_LABEL}{_DATE_EN}{_CLOCK}[）)]?", re.I)


def is_date(text: str) -> bool:
    """Whether a line is nothing but a date."""
    return DATE_IN_NUMBERS.fullmatch(text) or DATE_IN_WORDS.fullmatch(text)


SIGNED_DATE = Line(
    lambda text: text[-1:] in _DATE_LAST,
    r"[^。，,；;！!？?：:、]{1,30}?(?:[：:][^。，,；;！!？?：:、]{0,20}?)?(?:(?:日\s*期|时\s*间)\s*[：:]\s*)?"
    rf"(?:{_DATE_ZH}|{_DATE_NUMBERS}|{_DATE_EN})",
)
"""A name and a date on one line (full match)."""
SIGNED_LABEL = Line(
    lambda text: text[:1] in "述汇报发总撰填申检签署单SsſRrPp" and has_colon(text),
    r"(?:述职人|述职者|述廉人|汇报人|报告人|述责人|发言人|总结人|撰写人|填报人|申请人|检讨人|签名|签字|署名|报告单位|填报单位|汇报单位|申请单位|单位（盖章）|Signed|Signature"
    r"|Reported by|Submitted by|Prepared by)\s*(?:[（(][^）)]{0,10}[）)])?\s*[：:].{0,40}",
    re.I,
)
MASTHEAD_LINE = Line(
    lambda text: (
        text[:1] in "标信文来作发抓更采成印浏字索主名公密紧签编记责链原网UuSsſAa"
        and has_colon(text)
        or "摄" in text[-2:]
        or text[:1] in "12"
        and "日在" in text
    ),
    r"(?:标\s*题|(?:信息|文章)?来源|作者|(?:发布|发表|抓取|更新|采集|成文|印发)(?:时间|日期)|发布机构|浏览次数|字号|字体|索\s+引\s+号|主\s*题\s*词|名\s*称|发文字号|发文机关|发文机构|文号|索引号|公文种类|主题分类|主题词|密级|紧急程度|签发人|编号|记者|编辑"
    r"|责任编辑|链接|原文|网址|URL|Source|Author)\s*[：:].*"
    r"|.{2,60}\s?摄[）)]?|[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日在.{4,60}[会议上](?:\s.{2,30})?",
    re.I,
)
TIME_LINE = Line(lambda text: text[:1] in "时日", r"(?:时间|日期)\s*[：:].*")
DOCUMENT_NUMBER = Line(
    lambda text: text[-1:] == "号",
    r".{0,20}[〔\[【（(]\s*[0-9Xx×]{2,4}\s*[〕\]】）)]\s*第?\s*[0-9Xx×]*\s*号",
)
SUBTITLE = Line(
    lambda text: text[:1] in "—–-－（([", r"(?:[—–-]{2,}|——|－－).+|[（(].{1,80}[）)]|\[.{1,60}\]"
)

NAMED = lazy(
    r"(?:(?:incident\s+)?post-?mortem|rfc|adr|design doc(?:ument)?|minutes|audit report|proposal)\b[^:]{0,12}: ",
    re.I,
)
"""A title that begins with the name of its kind: Postmortem: …"""

ADDRESSEE_EN = Line(
    lambda text: text[:1] in "DdTtAaLl",
    r"(?:Dear\b.{0,80}[,:]|(?:To|Attn)\s*:.{1,100}|To whom it may concern[,:]|Ladies and gentlemen[,:])",
    re.I,
)


def _may_have_ended(text: str) -> bool:
    return (
        text[:1] in "抄分主"
        or text[:1] in "（("
        and text[1:2] in "此主依联本公信"
        or "印发" in text
    )


ENDED = Line(
    _may_have_ended,
    r"[（(](?:此件|主动公开|依申请公开|联系人|此页无正文|本文有删减|联系电话|公开属性|信息公开).{0,60}[）)]?|(?:抄送|抄报|分送|主题词)\s*[：:].*"
    r"|.{2,30}(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日\s*印发",
)
"""A line that stands only after a report."""
LEFTOVER = Line(
    lambda text: len(text) <= 3 or text[0] in "扫【打关返分（(" or text[0].isspace(),
    r"(?:扫一扫|【?\s*(?:打印|关闭|返回)|分享到|[（(]来源[：:]).*|[^\w\s]{1,3}",
)
"""What a web page leaves at the end of a text (full match)."""
_ANNEX_FIRST = "附Aa"
ANNEX_TITLE = Line(
    lambda text: text[:1] in _ANNEX_FIRST,
    r"附\s*(?:件|录|表|图)\s*[0-9一二三四五六七八九十A-Z]*\s*(?:[：:.、]\s*)?"
    r"|Appendix(?:es)?(?:\s+[A-Z0-9]+)?|Annex(?:es)?(?:\s+[A-Z0-9]+)?",
    re.I,
)
"""A line or heading that begins an annex (full match)."""
ANNEX_HEADING = Line(
    lambda text: text[:1] in _ANNEX_FIRST,
    r"附\s*(?:件|录|表)\s*[0-9一二三四五六七八九十A-Z]*(?:[：:.、\s]|$)|Appendix\b|Annex\b",
    re.I,
)
_NOTES = ("解释", "说明", "注", "相关", "有关")
NOTES_TITLE = Line(
    lambda text: (len(text) <= 40 or "释" in text[-3:]) and any(word in text for word in _NOTES),
    r"[《〈（(]?.{0,24}(?:名词解释|名词术语解释|术语解释|用语说明|相关用语解释|词语解释|名词注释|注释|附注|注\s*释"
    r"|相关(?:报道|文档|链接|新闻|阅读|稿件)|有关说明|有关名词.{0,6}|有关用语.{0,6})[》〉）)]?[：:]?",
)
"""A line that heads notes or links after a report (full match)."""
_AFTER_FIRST = "附注备联咨电传邮地责编来审校相CcAaEe"
AFTER_LINE = Line(
    lambda text: text[:1] in _AFTER_FIRST and (has_colon(text) or text.startswith("附件")),
    r"(?:附\s*件?|附表|附录|注\s*释?|备注|联系人(?:及.{0,8})?|联系电话|咨询电话|联系方式|电话|传真|邮箱|电子邮箱|地址|邮编|责任编辑|编辑|来源|审核|校对|相关报道|相关链接|Contact|Attachments?|cc|Enclosures?)"
    r"\s*[0-9]?\s*[：:].*|附件\s*[0-9一二三]\s*[.．、].{2,80}",
    re.I,
)
"""A line that may stand after a report, and inside one too."""


def may_end(text: str) -> bool:
    """Whether a line of more than 40 code points may be ENDED, ANNEX_TITLE, ANNEX_HEADING or AFTER_LINE: most paragraphs are none."""
    return text[:1] in _AFTER_FIRST or text[:1] in _ANNEX_FIRST or _may_have_ended(text)
