"""What lines around the body of a report look like: title, addressee, signature, date, and what comes after."""

from __future__ import annotations

import re

from reportlint.core.lazily import lazy

_NUMERAL = "[0-9０-９〇○零一二三四五六七八九十XxＸｘ×＊*_\u25a1 ]"
_DATE_ZH = rf"{_NUMERAL}{{0,8}}\s*年(?:\s*{_NUMERAL}{{0,4}}\s*月(?:\s*{_NUMERAL}{{0,4}}\s*[日号])?)"
_DATE_NUMBERS = r"(?:19|20)[0-9]{2}\s*[-/.．]\s*[01]?[0-9](?:\s*[-/.．]\s*[0-3]?[0-9])?"
_MONTHS = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATE_EN = (
    rf"(?:{_MONTHS}\s+[0-3]?[0-9](?:st|nd|rd|th)?,?\s+[12][0-9]{{3}}|[0-3]?[0-9](?:st|nd|rd|th)?\s+{_MONTHS},?\s+[12][0-9]{{3}})"
)
_DATE = rf"(?:{_DATE_ZH}|{_DATE_NUMBERS}|{_DATE_EN})"

_CLOCK = r"(?:\s*[0-2]?[0-9](?:[:：时][0-5]?[0-9](?:[:：分][0-5]?[0-9]秒?|分)?))?"
DATE_LINE = lazy(rf"[（(]?(?:(?:日\s*期|时\s*间|成文日期|Date)\s*[：:]\s*)?{_DATE}{_CLOCK}[）)]?", re.I)
"""A line that is nothing but a date (full match)."""
SIGNED_DATE = lazy(
    rf"[^。，,；;！!？?：:、]{{1,30}}?(?:[：:][^。，,；;！!？?：:、]{{0,20}}?)?(?:(?:日\s*期|时\s*间)\s*[：:]\s*)?{_DATE}"
)
"""A name and a date on one line (full match)."""
SIGNED_LABEL = lazy(
    r"(?:述职人|述职者|述廉人|汇报人|报告人|述责人|发言人|总结人|撰写人|填报人|申请人|检讨人|签名|签字|署名|报告单位|填报单位|汇报单位|申请单位|单位（盖章）|Signed|Signature"
    r"|Reported by|Submitted by|Prepared by)\s*(?:[（(][^）)]{0,10}[）)])?\s*[：:].{0,40}",
    re.I,
)
ORGANISATION = lazy(
    r".*(?:政府|国务院|委员会|办公厅|办公室|常委会|人大|政协|党委|党组|党支部|支部|纪委|法院|检察院|总局|局|厅|部|委|院|公司|集团|中心|学校|学院|大学|医院|银行|协会|学会"
    r"|联合会|工会|妇联|团委|研究所|研究院|处|科|股|所|站|队|组|街道办|街道办事处|镇|乡|村委会|居委会|班子)"
)
PERSON = lazy(r"[\u4e00-\u9fff·]{2,4}|[\u4e00-\u9fff]\s+[\u4e00-\u9fff]|[XxＸｘ×某]{2,4}|[A-Z][a-z]+(?: [A-Z][a-z]+){1,2}")
SPEAKER = lazy(r"\S{2,24}\s+(?:[\u4e00-\u9fff·]{2,8}|[\u4e00-\u9fff]\s+[\u4e00-\u9fff])")

MASTHEAD_LINE = lazy(
    r"(?:标\s*题|(?:信息|文章)?来源|作者|(?:发布|发表|抓取|更新|采集|成文|印发)(?:时间|日期)|发布机构|浏览次数|字号|字体|索\s+引\s+号|主\s*题\s*词|名\s*称|发文字号|发文机关|发文机构|文号|索引号|公文种类|主题分类|主题词|密级|紧急程度|签发人|编号|记者|编辑"
    r"|责任编辑|链接|原文|网址|URL|Source|Author)\s*[：:].*"
    r"|.{2,60}\s?摄[）)]?|[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日在.{4,60}[会议上](?:\s.{2,30})?",
    re.I,
)
TIME_LINE = lazy(r"(?:时间|日期)\s*[：:].*")
DOCUMENT_NUMBER = lazy(r".{0,20}[〔\[【（(]\s*[0-9Xx×]{2,4}\s*[〕\]】）)]\s*第?\s*[0-9Xx×]*\s*号")
SUBTITLE = lazy(r"(?:[—–-]{2,}|——|－－).+|[（(].{1,80}[）)]|\[.{1,60}\]")

GENRE = lazy(
    r".*(?:通知|报告|意见|决定|办法|批复|函|通报|公告|通告|请示|方案|规划|纪要|条例|规定|细则|预案|讲话|总结|计划|要点|公报|议案|命令|答复|制度|指南|标准|说明|建议|倡议书|公示"
    r"|决议|汇报|材料|致辞|发言|提纲|承诺书|检讨书|申请书|周报|月报|日报|季报|年报|简报|纲要|目录|章程|准则|协议|合同|情况|Report|Summary|Review|Plan|Proposal|Postmortem|Minutes)"
    r"(?:[（(《].{0,30}[）)》])?(?:\s*\d{0,2})?",
    re.I,
)
NAMED = lazy(r"(?:(?:incident\s+)?post-?mortem|rfc|adr|design doc(?:ument)?|minutes|audit report|proposal)\b[^:]{0,12}: ", re.I)
"""A title that begins with the name of its kind: Postmortem: …"""
ORDINAL = lazy(
    r"(?:第[一二三四五六七八九十百0-9]+[章节条部编篇、，,：:是]|[一二三四五六七八九十]+(?:[、.．，]|是|要)|其[一二三四五六七八九十]"
    r"|[（(][一二三四五六七八九十0-9a-zA-Z]{1,3}[）)]"
    r"|[0-9]{1,3}(?:[.．][0-9]{1,3})*(?:[.．、)）]|[ \u3000])|[①-⑳⑴-⒇Ⅰ-Ⅻ]|[-*+•·■●◆▪]\s|——)"
)

ADDRESSED = lazy(
    r"(?:各位|尊敬的|敬爱的|亲爱的).{0,60}|同志们|.*(?:代表|委员|同志们?|领导|嘉宾|同事们?|老师|同学们?|朋友们?|先生|女士|评委|书记|主任|局长|校长|院长|省长|市长|县长|主席|经理"
    r"|董事|股东|政府|国务院|机构|单位|部门|公司|集团|中心|学校|学院|大学|医院|银行|支部|党委|党组|纪委|支行|企业|居民|家长|员工|干部|职工|群众|各省|省|自治区|直辖市|市|区|县|兵团"
    r"|局|厅|部|委|办|院|处|科|室|股|所|站|队|组|会|镇|乡|街道|旗|盟|州|署|社|团体|法院|检察院|职称|协会|客户|用户|团队)(?:（.{0,30}）|\(.{0,30}\))?"
)
"""One name among the addressees (full match)."""
ADDRESSEE_EN = lazy(r"(?:Dear\b.{0,80}[,:]|(?:To|Attn)\s*:.{1,100}|To whom it may concern[,:]|Ladies and gentlemen[,:])", re.I)
NOT_ADDRESSED = lazy(
    r"如下|以下|下列|现将|为了|根据|按照|请各|主要|包括|其中|要求|时间|地点|[一二三四五六七八九十0-9]+(?:个|项|条|点|方面)|情况|工作|问题|措施|建议|意见|。|；|！"
)

ENDED = lazy(
    r"[（(](?:此件|主动公开|依申请公开|联系人|此页无正文|本文有删减|联系电话|公开属性|信息公开).{0,60}[）)]?|(?:抄送|抄报|分送|主题词)\s*[：:].*"
    r"|.{2,30}(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日\s*印发"
)
"""A line that stands only after a report."""
LEFTOVER = lazy(r"(?:扫一扫|【?\s*(?:打印|关闭|返回)|分享到|[（(]来源[：:]).*|[^\w\s]{1,3}")
"""What a web page leaves at the end of a text (full match)."""
ANNEX_TITLE = lazy(
    r"附\s*(?:件|录|表|图)\s*[0-9一二三四五六七八九十A-Z]*\s*(?:[：:.、]\s*)?"
    r"|Appendix(?:es)?(?:\s+[A-Z0-9]+)?|Annex(?:es)?(?:\s+[A-Z0-9]+)?",
    re.I,
)
"""A line or heading that begins an annex (full match)."""
ANNEX_HEADING = lazy(r"附\s*(?:件|录|表)\s*[0-9一二三四五六七八九十A-Z]*(?:[：:.、\s]|$)|Appendix\b|Annex\b", re.I)
NOTES_TITLE = lazy(
    r"[《〈（(]?.{0,24}(?:名词解释|名词术语解释|术语解释|用语说明|相关用语解释|词语解释|名词注释|注释|附注|注\s*释"
    r"|相关(?:报道|文档|链接|新闻|阅读|稿件)|有关说明|有关名词.{0,6}|有关用语.{0,6})[》〉）)]?[：:]?"
)
"""A line that heads notes or links after a report (full match)."""
FORMULA = lazy("特此|专此|妥否|当否|以上|谢谢|此致|敬礼|请予|请审")
AFTER_LINE = lazy(
    r"(?:附\s*件?|附表|附录|注\s*释?|备注|联系人(?:及.{0,8})?|联系电话|咨询电话|联系方式|电话|传真|邮箱|电子邮箱|地址|邮编|责任编辑|编辑|来源|审核|校对|相关报道|相关链接|Contact|Attachments?|cc|Enclosures?)"
    r"\s*[0-9]?\s*[：:].*|附件\s*[0-9一二三]\s*[.．、].{2,80}",
    re.I,
)
"""A line that may stand after a report, and inside one too."""
