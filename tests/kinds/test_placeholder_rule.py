"""The shipped rule `placeholder`, by kinds of blanks: first what only looks like one, then what is
one.
"""

from __future__ import annotations

import pytest

from support.shipped_rules import check, hits

RULE = "placeholder"

# A placeholder that is quoted, counted, defined or told of is none.
TOLD_OF = [
    "各实验室统一命名为“××实验室”，各站点统一命名为“××站”“××所”。",
    "各村统一悬挂“××村党群服务中心”牌子，公章统一使用“××村民委员会”。",
    "网上流行“被××”的说法，所谓“××体”也有人用。",
    "“被××”成了年度句式。",
    "不得编造“XX省委书记XXX指出”一类的话。",
    '落款写作"XX市人民政府"，文号形如“〔20XX〕X号”。',
    "人名一律用XXX代替，单位以××表示。",
    "模板里的占位符XX没有替换的，退回重报。",
    "标题中有“XXX”字样的，一律退回。",
    "邮件主题注明“姓名+XX岗位”。",
    "代码中还有 37 处 TODO，FIXME 12 处。",
    "本周清理 TODO 标记 23 个。",
    "| TODO | 12 |\n|---|---|\n| FIXME | 3 |\n",
    "The scan found 14 TODO and 3 FIXME comments; TODO count: 17.",
    "We counted TODOs and FIXMEs: no TODOs were left.",
    "TBD means to be determined; “TBD” is never used for a date.",
    "The TODO Group and the Todo Tree met.",
    'A file is named "pep-XXXX.rst", a branch "release-XX".',
    "Write the placeholder XXX where no number is known.",
    "其中X代表样本量，XX表示总量。",
]
# The letter X, a cross and a star that mean something.
LETTERS = [
    "The alert fires when the server fails for X% of requests.",
    "检查结果：染色体核型为46,XX，未见异常；另一例为47，XXX。",
    "In the XX century, Title XX and chapters XIX and XX are short.",
    "El siglo XX terminó; o século XX também.",
    "“数据要素×”行动；单价×数量；计划数×100%；4×4。",
    "实施3×3篮球赛，返回 4xx 状态码，HTTP 5xx 次数为零。",
    "抓好**三**个方面，完成**重点**项目**个人**部分。",
    "二○○九年、一九○○年、二〇二六年；★★★★☆；□是 □否。",
    "评分为★★★，○表示是，△表示否。",
    "版本为 V3.X，Python 3.XX 版本；设X.X为变量。",
]
# Gaps that justify a line, units that begin a word, cells that say a unit.
GAPS = [
    "　　姓　　名　　张　三\n　　附  件\n",
    "召开  个人会议，开展  人员培训，投入  项目建设，成为  名师。",
    "| 指标 | 增速 % |\n|---|---|\n| 工业 | 5 |\n",
    "单位： %\n",
    "同比增长 5 %，共计 30 人，占比 %s 为格式符，百分号写作 % 即可。",
    "时间：    2026年3月5日\n地点：  三楼会议室\n",
    "电话：\n",
    "姓名：        性别：        年龄：        \n",
    "负责人签字：        \n（盖章）：        \n",
    "请填写出生年 月 日。报表填写到年、月、日。",
    "2026年3月 日均产量一万吨；2026年　月度计划。",
    "国发〔2026〕5号、〔2026〕 5 号。",
    "下列正确的是（   ）。",
    "用【】括起来，方头括号“【】”，书名号《》。",
    "调用 foo() 个数，函数()。",
]
# Brackets that say something.
BRACKETS = [
    "## 参数说明（输入和输出）\n",
    "孩子们攀比父母的**【单位】**哪个更好，从**【单位】**里拿东西回家。",
    "填表人（姓名）：张三，联系人（电话）见附件，数额（金额）不变。",
    "点击【填写信息】按钮，选择【请假】，打开【补充】页面。",
    "（填表说明）（输入法）（补充说明）（插入排序）",
    "[含税金额] = [金额] + [税额]",
    "See the list[number], `tool [number]`, [number](https://a.org), the [optional] part.",
]
# Words that state a fact.
WORDS = [
    "另有3份材料待补充，原因待核验；制度有待完善，尚待补充。",
    "申报方式：请登录系统填写。\n注意事项：请认真填写。\n",
    "如有疑问，请联系管理员处理。",
    "The feature is coming soon to all users.",
    "TBC vaccine coverage rose.",
    "## Coming soon\n\nA new office.\n",
    "a double underscore __ is no blank; use `__ hours` and snake__case.",
    "Signature: ______ Date: ______",
    "2.__init__ runs first. This is __very__ important.",
]
# Dates that are filled in, forms of dates that are told of, and what stands beside a year.
DATES = [
    "We met on 2026-05-01 and on June 5, 2026, the 3rd day of June, 2026.",
    "We write dates as YYYY-MM-DD; sort by YYYY-MM-DD, parsed from YYYY-MM-DD strings.",
    "The file is named report-2026-XX-XX.md; see CVE-2026-XXXX.",
    "The pattern 2026-MM-DD is used for folders.",
    "日期格式写作 2026-XX-XX。",
    "__init__ 2026 and __all__ in 2026.",
    "In May __we__ go to 2026.",
    "___\n\n2026 was a good year.",
    "Super Bowl XX January 1986 was a game; Louis XX 2026 edition.",
    "Version 2026.X.X is out, as is 2026.1.x; mask 255.XX.XX.0, IP 20.XX.XX.1.",
    "Signature: ________ Date: __/__/____",
    "Datum im Format TT.MM.JJJJ angeben; Sitzung am 01.06.2026, den 5. Juni 2026.",
    "O relatório de maio de 2026, em 5 de maio de 2026; no formato DD/MM/AAAA.",
    "El siglo XX de España; Artículo XX de 5 de mayo de 2026.",
    "令和元年5月1日、令和8年度 月次報告、年　月　日を記入する。",
    "2026년 월간 보고, 2026년 5월 1일, 2026. 5. 1. 회의, 2026년 일정과 월별 계획.",
    "년 월 일 순으로 적는다.",
]
# Names that are kept back, products, variables, and what somebody signs by hand.
NAMES = [
    "张××因盗窃被处罚，李××、王×被依法拘留；张某某获奖。",
    "举报人电话 138****1234，卡号 6222 **** **** 1234。",
    "김○○ 씨와 이OO 팀장이 왔다.",
    "氏名：山田○子、田中○○氏",
    "iPhone X 有 3 个版本，Windows XX 未出，华为 Mate X 个人版。",
    "错误率超过X%时告警，X可配置。",
    "Items marked TBD are decided later.",
    "The galaxy XX and the boson X; Titel XX und Kapitel XX.",
    "申请人（签名）：        日期：    年  月  日",
    "在横线上填写____，并签名。",
    "[英]莎士比亚著，[日]东野圭吾著。",
    "A Taxa Básica do Banco Central (TBC) caiu; abaixo da TBC, seria menor.",
    "有人写“XX年XX月”，不规范；凡称“××级”者，均指甲级。",
    "- [x] 完成\n- [ ] 未完成\n",
    "See [[Name]] and [[项目名称]].",
    "1. e4 e5 2. Nxe5 Bxc3 3. Qxd8+",
    "上午9:30开会，比分3:1，尺寸 3×4×5。",
    "regex /\\[(name|date)\\]/ match.",
]
# A cross, a sign, a unit that stands without a number and lacks none.
UNITS = [
    "补助按人×天计发，3人×天，五万（用户×小时）以上。",
    "推进“数据×人”平台和文旅×乡村，费用＝标准×人×天。",
    "| 项目 | 甲 | 乙 |\n|---|---|---|\n| 安全 | √√ | ×× |\n",
    "| 指标 | 单位 | 数量 |\n|---|---|---|\n| 职工 | 人 | 12 |\n| 车辆 | 台 | 3 |\n",
    "| 单位：人 | 男 | 女 |\n|---|---|---|\n| 甲 | 3 | 4 |\n",
    "三百○五人，一八八○年；这是_一个要点_项，x_年；他说……人都走了。",
    "气温单位为 ℃，湿度单位为 %，气温 25 ℃，降水 30 毫米。",
    "从**秒级**到**毫秒**，**批次**和**床位**不变。",
]
# Forms of numbers, abbreviations that are told, references with Roman numbers.
NUMBERS = [
    "Tickets are named INC-XXXX, where XXXX is a number; see the INC-XXXX form.",
    "The pattern INC-XXXX is used for incidents.",
    "Table XX shows the coins, Table XXI the arms.",
    "Sections are numbered as Section X.X; Figures IX, X and XX show the arms.",
    "We use trunk-based development (TBD) since May. TBD keeps branches short.",
    "- TBD: to be determined\n- TBA: to be announced\n",
    "The thermal barrier coating (TBC) is thin.",
    "XX and XY karyotypes; if about X percent fail, it stops, where X is the limit.",
    "El plazo está por definir en la ley. O prazo está por definir em lei.",
    "Der Termin wird noch bekannt gegeben, der Rest folgt noch.",
    "Band XX Tage, chapitre XX ans, artigo XX dias.",
    "(名称)\n\n第1条 本会称为甲会。",
]
SILENT = TOLD_OF + LETTERS + GAPS + BRACKETS + WORDS + DATES + NAMES + UNITS + NUMBERS

FIRES = [
    # a limit, no prohibition of marks
    "行政重组期限最长不得超过⟦XXX⟧个月，误差不应大于⟦XXX⟧%。",
    # a unit that lacks its number
    "共计⟦   人⟧参加培训，整改问题⟦  个⟧。",
    "实到⟦  人⟧；投入资金⟦　　万元⟧，惠及群众⟦    户⟧。",
    "降水较常年偏多⟦ %⟧，气温偏高0.5℃，其中甲县偏少⟦ ％⟧。",
    "生产总值同比增长⟦%⟧，下降⟦ 个百分点⟧。",
    # a date that lacks its numbers
    "青禾镇人民政府\n2026年⟦  月  日⟧\n",
    "青禾镇人民政府\n2026年3月⟦  日⟧\n",
    "青禾镇人民政府\n2026 年⟦ 月 日⟧\n",
    "自2026年⟦  月⟧起施行，3 月⟦ 日⟧前报送。",
    # a document that lacks its number
    "青政发〔2026〕⟦  号⟧\n",
    "青政发〔2026〕⟦号⟧\n",
    "青政发〔2026〕⟦X号⟧\n",
    # a label that lacks its value
    "联系人：张三\n⟦电话：⟧        \n",
    "主持人：李四　　⟦记录人：⟧　　　　\n",
    # a bracket that holds nothing
    "配备教师⟦【】⟧名，校医⟦【 】⟧人。",
    "选派干部⟦（ ）⟧名，其中女干部⟦（　）⟧名。",
    "根据⟦《》⟧规定，荣获⟦“”⟧称号。",
    # a sign where a digit stands
    "投入⟦X.X⟧万元，同比增长⟦X.XX⟧%，另有⟦×.×⟧亿元。",
    "全年实施项目⟦**⟧个，新建⟦**⟧个。",
    "完成**重点**项目⟦**⟧个。",
    "镇里统一安排“⟦××⟧行动”，统一采购⟦XX⟧台设备。",
    "整改隐患⟦3xx⟧处，培训⟦1XX⟧人，走访⟦2××⟧户。",
    "合格率为⟦△△⟧%，由⟦○○⟧县牵头，培训⟦□□⟧人。",
    "同比增长⟦×⟧%。",
    "增速比全市高⟦XXX⟧个百分点。",
    # a sign where a name stands
    "县长　⟦×××⟧\n2026年1月20日\n",
    "县长  ⟦XXX⟧\n",
    "2021-⟦20**⟧年，⟦20**⟧-⟦20**⟧学年。",
    # a bracket that holds a field's name
    "由⟦（姓名）⟧同志负责，于⟦（日期）⟧前完成。",
    "述职人：⟦（姓名）⟧\n",
    "The outage hit [number] users.".replace("[number]", "⟦[number]⟧"),
    # a word that says "to be done"
    "数据⟦待补充⟧。",
    "现状：⟦请联系导师填写⟧。\n",
    "Owner: ⟦[TBD]⟧\n",
    "Owner: ⟦TBC⟧\n",
    "The launch date is ⟦TBC⟧.",
    "Owner: ⟦[PLACEHOLDER]⟧\n",
    "The budget is EUR ⟦______⟧ for the year.",
    "It took ~⟦__⟧ hours.",
    "2. ⟦__⟧ days pass.",
    "⟦Coming soon⟧\n",
    "- ⟦Coming soon⟧...\n",
    "Owner: ⟦to be added⟧\n",
    "A total of ⟦XX⟧% was up.",
    # a date of which a piece is blank
    "The meeting is on ⟦June __, 2026⟧, the next in ⟦___ 2026⟧.",
    "Date: ⟦__/__/2026⟧\n",
    "Start date: ⟦2026-__-__⟧\n",
    "It ran from ⟦2026-05-XX⟧ to 2026-06-01, then until ⟦____-__-__⟧.",
    "Dated the ⟦__ day of ______, 2026⟧, due on ⟦____ __, 2026⟧.",
    "We met on ⟦XX June 2026⟧ and meet on ⟦[Month] [Day], 2026⟧.",
    "The audit ran between ⟦YYYY-MM-DD⟧ and 2025-10-22.",
    "Sitzung am ⟦__.__.2026⟧, die nächste am ⟦__. ______ 2026⟧.\nDatum: ⟦TT.MM.JJJJ⟧\n",
    "Musterstadt, den⟦     ⟧2026\n",
    "Séance du ⟦__ juin 2026⟧.",
    "São Paulo, ⟦__ de ______ de 2026⟧.",
    "Aos ⟦__ dias do mês de ______ de 2026⟧, reuniram-se os membros.",
    "Madrid, a ⟦XX de junio de 2026⟧.",
    "日時：⟦令和 年 月 日⟧、提出は⟦令和8年　月　日⟧、⟦令和○年○月○日⟧から。",
    "⟦2026년  월  일⟧까지, 회의는 ⟦2026년 __월 __일⟧에, ⟦2026년 5월  일⟧ 보고.",
    "일시: ⟦2026.  .  .⟧\n",
    "会议于⟦2026年□月□日⟧召开，⟦2026-XX-XX⟧印发。",
    # a number, a name, a unit of other languages
    "A copy takes ⟦[number]⟧ minutes.",
    "Der Ausfall dauerte ⟦XX⟧ Wochen.",
    "구급차로 ⟦OO⟧명을 옮겼다.",
    "担当：⟦○○⟧\n",
    # in half width, in other brackets, in bold
    "由⟦(姓名)⟧负责，投入⟦Ｘ.Ｘ⟧万元。",
    "青建发［2026］⟦  号⟧，青建发(2026)⟦  号⟧。",
    "（联系人：林晓，⟦电话：⟧        ）\n",
    "局党组第⟦  次⟧会议，上午⟦X⟧点，⟦（　　）⟧年度工作总结。",
    "违反了⟦《  》⟧，本节⟦暂缺，后补⟧。",
    "⟦【年】⟧年⟦【月】⟧月⟦【日】⟧日印发。",
    # a cross or another sign before a measure
    "查处案件⟦×⟧件，走访⟦×⟧户⟦×⟧人，完成**⟦×⟧**个村的换届。",
    "发放传单⟦×⟧张，投入⟦×⟧万元，在⟦×⟧街道⟦×⟧社区设点。",
    "抽检⟦△⟧批次，办结⟦□⟧件，有效期⟦＿⟧年，延长⟦_⟧年。",
    "补助⟦□.□⟧亿元、⟦*.*⟧万元，另有⟦X,XXX⟧万元，受训⟦X00⟧余人。",
    "新建桥梁⟦［ ］⟧座，改造⟦「」⟧处。",
    "实到代表⟦　　人⟧，最高气温达⟦ ℃⟧。",
    # in a cell
    "| 单位 | 案件 | 负责人 |\n|---|---|---|\n| 甲所 | ⟦××⟧ | ⟦×××⟧ |\n",
    "| 单位 | 人数 |\n|---|---|\n| 甲所 | 12人 |\n| 乙所 | ⟦人⟧ |\n| 丙所 | 9人 |\n",
    "| 项目 | 占比 |\n|---|---|\n| 甲 | 12% |\n| 乙 | ⟦%⟧ |\n",
    "| owner | size |\n|---|---|\n| me | ⟦____⟧ |\n",
    # the number of a ticket, a figure, a page, a month
    "# Incident ⟦INC-XXXX⟧\n\nIt was tracked in ⟦OPS-XXXX⟧ and closed.\n",
    "The trend is shown in ⟦Figure XX⟧; see ⟦Section X.X⟧ on ⟦page XX⟧.",
    "青政发⟦〔20XX〕⟧12号，青财预【2026】⟦  号⟧，详见⟦附件X⟧。",
    "It is valid for ⟦2026-__⟧ only; review in ⟦QX⟧ 2026.",
    # values that say that they are missing
    "Venue: ⟦tba⟧\n\nStatus: ⟦TBC⟧ by the board\n",
    "Termin: ⟦wird noch bekannt gegeben⟧\n\nZuständig: ⟦N.N.⟧\n",
    "Responsável: ⟦a definir⟧\n\nResponsable: ⟦por definir⟧\n\nResponsable : ⟦à définir⟧\n",
    "原因：⟦要追記⟧\n\n일시: ⟦미정⟧\n",
    "典型⟦案例待补⟧。⟦此处数据需更新⟧。\n",
]


@pytest.mark.parametrize("format", ["text", "markdown"])
@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str, format: str) -> None:
    assert [hit.span.cut(text) for hit in hits(RULE, text, format)] == []


@pytest.mark.parametrize("format", ["text", "markdown"])
@pytest.mark.parametrize("text", FIRES)
def test_fires(text: str, format: str) -> None:
    hits = check(RULE, text, format)
    assert hits
    for hit in hits:
        assert hit.severity in ("", "error"), "as grave in a report of no type"
