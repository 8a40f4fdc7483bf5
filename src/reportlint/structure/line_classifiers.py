"""Classifies lines around the body of a report: a date, a document number, a label with its value,
an annex, a note.

A title, a masthead or a signature is recognised by such lines and by their place; `roles` handles
the place. Most tests use plain string methods: compiling a regex takes longer than reading a
report.
"""

from __future__ import annotations

from reportlint._startup import late_re as re
from reportlint._startup.lazy_pattern import lazy
from reportlint.core.characters import (
    ARABIC,
    BULLETS,
    CLOSING_BRACKETS,
    NUMERALS,
    OPENING_BRACKETS,
    ZEROS,
    is_in_round_brackets,
)
from reportlint.core.lexicon import Style
from reportlint.ordinals.matcher import Matcher

_BULLETS = BULLETS + "·"

# Dates

_NUMERAL = f"[{ARABIC}{ZEROS}{NUMERALS}XxＸｘ×＊*_\u25a1 ]"
_DATE_ZH = rf"{_NUMERAL}{{0,8}}\s*年(?:\s*{_NUMERAL}{{0,4}}\s*月(?:\s*{_NUMERAL}{{0,4}}\s*[日号])?)"
_DATE_NUMBERS = r"(?:19|20)[0-9]{2}\s*[-/.．]\s*[01]?[0-9](?:\s*[-/.．]\s*[0-3]?[0-9])?"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATE_EN = (
    rf"(?:{_MONTH}\s+[0-3]?[0-9](?:st|nd|rd|th)?,?\s+[12][0-9]{{3}}"
    rf"|[0-3]?[0-9](?:st|nd|rd|th)?\s+{_MONTH},?\s+[12][0-9]{{3}})"
)
_CLOCK = r"(?:\s*[0-2]?[0-9](?:[:：时][0-5]?[0-9](?:[:：分][0-5]?[0-9]秒?|分)?))?"
_DATE_LABEL = r"[（(]?(?:(?:日\s*期|时\s*间|成文日期|[Dd][Aa][Tt][Ee])\s*[：:]\s*)?"
_DATE = lazy(rf"{_DATE_LABEL}(?:{_DATE_ZH}|{_DATE_NUMBERS}){_CLOCK}[）)]?")
_DATE_IN_ENGLISH = lazy(rf"{_DATE_LABEL}{_DATE_EN}{_CLOCK}[）)]?", re.I)
_SIGNED_DATE = lazy(
    r"[^。，,；;！!？?：:、]{1,30}?(?:[：:][^。，,；;！!？?：:、]{0,20}?)?(?:(?:日\s*期|时\s*间)\s*[：:]\s*)?"
    rf"(?:{_DATE_ZH}|{_DATE_NUMBERS}|{_DATE_EN})"
)
_DAY_ENDS = "0123456789月日号"  # last character of the day or the year of a date
DATE_ENDS = _DAY_ENDS + "分秒）)"  # … of a date with a time of day, in brackets or not
MONTHS = (
    "January February March April May June July August September October November December"
).split()
SHORT_MONTHS = tuple(month[:3].lower() for month in MONTHS)


def is_date(text: str) -> bool:
    """Whether a line is only a date, with or without a label, a time of day and brackets."""
    if text[-1:] not in DATE_ENDS:
        return False
    low = text.casefold()
    if any(month in low for month in SHORT_MONTHS) and _DATE_IN_ENGLISH.fullmatch(text):
        return True
    return _DATE.fullmatch(text) is not None


def is_signed_date(text: str) -> bool:
    """Whether a line is a name and a date: 张三 2026年1月5日."""
    return text[-1:] in _DAY_ENDS and _SIGNED_DATE.fullmatch(text) is not None


# Labels: the text before the colon of `来源：某日报`

_BETWEEN_FACTS = (" · ", " | ", " ｜ ", "｜", " • ")
_LONGEST_FACT = 40  # code points
_MASTHEAD_LABELS = frozenset(
    """
    标题 来源 信息来源 文章来源 作者 发布时间 发表时间 抓取时间 更新时间 采集时间 成文时间 印发时间 发布日期 发表日期 抓取日期 更新日期
    采集日期 成文日期 印发日期 发布机构 浏览次数 字号 字体 索引号 主题词 名称 发文字号 发文机关 发文机构 文号 公文种类 主题分类 密级
    紧急程度 签发人 编号 文种 记者 编辑 责任编辑 链接 原文 网址 url source author
    """.split()
)
_SIGNATURE_LABELS = frozenset(
    """
    述职人 述职者 述廉人 汇报人 报告人 述责人 发言人 总结人 撰写人 填报人 申请人 检讨人 签名 签字 署名 报告单位 填报单位 汇报单位 申请单位
    提案人 提案单位 倡议人 倡议单位 承诺人 说明人 单位（盖章） signed signature reportedby submittedby preparedby
    """.split()
)
_AFTER_LABELS = frozenset(
    """
    附 附件 附表 附录 注 注释 备注 联系人 联系电话 咨询电话 联系方式 电话 传真 邮箱 电子邮箱 地址 邮编 责任编辑 编辑 来源 审核 校对
    相关报道 相关链接 contact attachment attachments cc enclosure enclosures
    """.split()
)
_TIME_LABELS = frozenset({"时间", "日期"})
_COPY_LABELS = frozenset({"抄送", "抄报", "分送", "主题词"})
_LONGEST_LABEL = 40  # code points
_CONTACTS = 12  # code points of 联系人及联系电话 and the like
_OCCASION = lazy(r"[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日在.{4,60}[会议上](?:\s.{2,30})?")


def has_colon(text: str) -> bool:
    """Whether a line has a colon, of either width."""
    return "：" in text or ":" in text


def _label(text: str) -> tuple[str, str]:
    """The text before the first colon of a line, without spaces and casefolded, and the text after
    it; ("", "") if there is no colon."""
    name, rest = _halves(text)
    return name.casefold(), rest


def _halves(text: str) -> tuple[str, str]:
    """The same, with the text before the colon in its own case."""
    at = text.find("：", 0, _LONGEST_LABEL)
    narrow = text.find(":", 0, at if at >= 0 else _LONGEST_LABEL)
    at = narrow if narrow >= 0 else at
    if at <= 0 or "\n" in text:
        return "", ""
    return "".join(text[:at].split()), text[at + 1 :]


def is_masthead(text: str) -> bool:
    """Whether a line is metadata of a document or a web page (来源：…), or the caption of a
    photograph."""
    if _label(text)[0] in _MASTHEAD_LABELS:
        return True
    caption = text[:-1] if text.endswith(tuple(CLOSING_BRACKETS)) else text
    if caption.endswith("摄") and 3 <= len(caption) <= 62 and "\n" not in text:
        return True
    return "日在" in text and _OCCASION.fullmatch(text) is not None


def is_time_label(text: str) -> bool:
    """Whether a line is the date or time of a document: 时间：…"""
    return _label(text)[0] in _TIME_LABELS


def is_signature_label(text: str) -> bool:
    """Whether a line is a labelled signature, with or without a bracket: 述职人：张三,
    述职人（签名）：张三."""
    label, value = _label(text)
    if label in _SIGNATURE_LABELS or not label or label[-1] not in CLOSING_BRACKETS:
        return label in _SIGNATURE_LABELS and len(value) <= 40
    brackets = [label[len(name) :] for name in _SIGNATURE_LABELS if label.startswith(name)]
    return len(value) <= 40 and any(b[0] in OPENING_BRACKETS and len(b) <= 12 for b in brackets)


# Lines near the title

_DOCUMENT_NUMBER = lazy(
    rf".{{0,20}}[〔\[【（(]\s*[0-9Xx×]{{2,4}}\s*[〕\]】）)]\s*第?\s*[0-9Xx×]*\s*号|第\s*[0-9{NUMERALS}{ZEROS}百]{{1,6}}\s*号"
)
_GENRE_AND_NAME = lazy(
    r"(?:(?:incident\s+)?post-?mortem|rfc|adr|design doc(?:ument)?|minutes|audit report|proposal|run ?book|playbook)\b[^:：]{0,12}(?:: |：)"
    r"|[^\s:：]{0,8}(?:報告書?|議事録|(?: ?)(?:보고서|회의록))[:：]",
    re.I,
)


def is_document_number(text: str) -> bool:
    """Whether a line is a document number: 国发〔2018〕41号, or an order's: 第46号."""
    return text.endswith("号") and _DOCUMENT_NUMBER.fullmatch(text) is not None


def is_subtitle(text: str) -> bool:
    """Whether a line is in dashes or brackets: ——在大会上的报告, （2025年度）."""
    if "\n" in text or len(text) < 3:
        return False
    if text.startswith("－－") or (text[0] in "—–-" and text[1] in "—–-"):
        return True
    if is_in_round_brackets(text):
        return len(text) <= 82
    return text[0] == "[" and text[-1] == "]" and len(text) <= 62


def facts_of(text: str) -> list[str]:
    """The pieces of a line whose facts are separated by bars or dots: Incident review · 12 March;
    the whole line if it has no separator."""
    for sign in _BETWEEN_FACTS:
        if sign in text:
            return [piece.strip() for piece in text.split(sign) if piece.strip()]
    return [text]


def wide_parts(line: str) -> list[str]:
    """The parts of a line between two spaces or more, or ideographic ones, without empty parts."""
    return [part.strip() for part in line.replace("\u3000", "  ").split("  ") if part.strip()]


def is_line_of_facts(text: str) -> bool:
    """Whether a line is short facts separated by bars or dots: Incident review · severity 2 ·
    owner: Ana."""
    pieces = facts_of(text)
    if len(pieces) < 2 or text[-1] in "。.；;：:" or "](" in text:
        return False
    return all(len(piece) <= _LONGEST_FACT for piece in pieces)


def begins_with_genre(text: str) -> bool:
    """Whether a title begins with the name of its kind: Postmortem: …"""
    return _GENRE_AND_NAME.match(text) is not None


def is_english_addressee(text: str) -> bool:
    """Whether a line is an English salutation: Dear …, To: …"""
    low = text.casefold()
    if low[-1:] in (",", ":") and low[:-1] in ("to whom it may concern", "ladies and gentlemen"):
        return True
    if low.startswith("dear") and low[-1:] in (",", ":"):
        return len(text) <= 85 and not low[4:5].isalnum() and "\n" not in text
    label, value = _label(text)
    return label in ("to", "attn") and 1 <= len(value) <= 100


# Lines after the body

_NOTICES = (
    "此件",
    "主动公开",
    "依申请公开",
    "联系人",
    "此页无正文",
    "本文有删减",
    "联系电话",
    "公开属性",
    "信息公开",
)
_PRINTED = lazy(r".{2,30}(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日\s*印发")
_ANNEX = lazy(rf"附\s*(?:件|录|表|图)\s*[0-9{NUMERALS}A-Za-z]*\s*(?:[：:.、]\s*)?")
_ANNEX_EN = lazy(r"(?:Appendix|Annex)(?:es)?(?:\s+[A-Z0-9]+)?", re.I)
_ANNEX_HEADING = lazy(rf"附\s*(?:件|录|表)\s*[0-9{NUMERALS}A-Za-z]*(?:[：:.、\s]|$)")
_ANNEX_HEADING_EN = lazy(r"(?:Appendix|Annexe?|Anexo|Anhang)\b", re.I)
_ANNEX_ITEM = lazy(r"附件\s*[0-9一二三]\s*[.．、].{2,80}")
_NOTES = tuple(
    """
    名词解释 名词术语解释 术语解释 用语说明 相关用语解释 词语解释 名词注释 注释 附注 相关报道 相关文档 相关链接 相关新闻 相关阅读 相关稿件
    有关说明
    """.split()
)
_NOTE_ENDS = {note[-1] for note in _NOTES} | set("：:》〉）)")
_LONGEST_OF = 24  # code points before such words: 《报告》名词解释
_LEFTOVERS = ("扫一扫", "分享到", "（来源：", "（来源:", "(来源：", "(来源:")
# 【打印】 【关闭窗口】, and no more on the line: 关闭下穿通道 is a measure
_BUTTONS = lazy(
    r"(?:[【\[（(\s]*(?:打印|关闭|返回)(?:本页|本文|此页|网页|窗口|页面|顶部|首页|列表|上一?页)?[】\]）)\s|/·]*)+"
)


def is_end(text: str) -> bool:
    """Whether a line occurs only after a report: （此件公开发布）, 抄送：…, …2026年1月5日印发."""
    if text.startswith(tuple(OPENING_BRACKETS)) and text.startswith(_NOTICES, 1):
        return len(text) <= 70 and "\n" not in text
    if _label(text)[0] in _COPY_LABELS:
        return True
    return text.endswith("印发") and _PRINTED.fullmatch(text) is not None


def is_annex_title(text: str) -> bool:
    """Whether a line is only 附件1 or Appendix A."""
    pattern = _ANNEX if text.startswith("附") else _ANNEX_EN
    return text[:1] in ("附", "A", "a") and pattern.fullmatch(text) is not None


def is_annex_heading(text: str) -> bool:
    """Whether a heading begins with 附件1 or Appendix."""
    pattern = _ANNEX_HEADING if text.startswith("附") else _ANNEX_HEADING_EN
    return text[:1] in ("附", "A", "a") and pattern.match(text) is not None


def begins_annex(text: str, is_heading: bool) -> bool:
    """Whether a line, which may be a heading, begins an annex."""
    return is_annex_title(text) or (is_heading and is_annex_heading(text))


def is_notes_title(text: str) -> bool:
    """Whether a line is the title of notes or links after a report: 名词解释, 相关报道："""
    if len(text) > 45 or text.isascii() or "\n" in text:
        return False
    if text.rstrip()[-1:] not in _NOTE_ENDS and "有" not in text:
        return False
    title = "".join(text.rstrip("：:").rstrip("》〉）)").lstrip("《〈（(").split())
    if title.endswith(_NOTES):
        words = [word for word in _NOTES if title.endswith(word)]
        return len(title) - max(map(len, words)) <= _LONGEST_OF
    at = max(title.find("有关名词"), title.find("有关用语"))
    return 0 <= at <= _LONGEST_OF and len(title) <= at + 10


def is_leftover(text: str) -> bool:
    """Whether a line is left over from a web page at the end of a text: a button, one to three
    signs."""
    if text.startswith(_LEFTOVERS):
        return "\n" not in text
    if ("打印" in text or "关闭" in text or "返回" in text) and _BUTTONS.fullmatch(text):
        return "\n" not in text
    return 0 < len(text) <= 3 and not any(c.isalnum() or c.isspace() or c == "_" for c in text)


def is_after_label(text: str) -> bool:
    """Whether a line may occur after a report, but also inside one: 附件：…, 联系人：…, 注：…"""
    label = _halves(text)[0]
    if label:
        name = label[:-1] if label[-1].isdecimal() and label[-1].isascii() else label
        if name.casefold() in _AFTER_LABELS or (
            name.startswith("联系人及") and len(name) <= _CONTACTS
        ):
            return True
    return text.startswith("附件") and _ANNEX_ITEM.fullmatch(text) is not None


def is_after(text: str) -> bool:
    """Whether a line is any of those that come after a report."""
    return (
        is_end(text)
        or is_annex_title(text)
        or is_annex_heading(text)
        or is_notes_title(text)
        or is_after_label(text)
    )


def is_numbered(text: str, matcher: Matcher) -> bool:
    """Whether a line begins with an ordinal marker, a bullet or a dash."""
    if text and text[0] in _BULLETS:
        return text[1:2].isspace()
    if text.startswith("——"):
        return True
    marker = matcher.at(text, 0, len(text))
    return marker is not None and not _is_label(matcher.style(marker))


def _is_label(style: Style) -> bool:
    """Whether the markers of a style begin with an English word, so that a line with one may be a
    title: `Phase 4: Evaluation`."""
    return all(prefix.isascii() and prefix.strip().isalpha() for prefix in style.prefix)
