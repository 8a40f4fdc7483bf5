"""Titles as offices and projects write them, and the type that each must get: by the title alone,
under it stands what any report says.

`/` parts two lines of one title. No title is that of a real report.
"""

from __future__ import annotations

import pytest

from reportlint import Linter

LINTER = Linter()
NONE = ""
BODIES = {
    "zh": "各项任务按期完成，群众普遍满意，还有一些问题要继续解决。",
    "en": "We did what was planned, and a few things are still to be done by the team.",
    "de": "Wir haben getan, was geplant war, und einige Dinge sind noch von uns zu erledigen.",
    "fr": "Nous avons fait ce qui était prévu, et il reste quelques points à traiter.",
    "es": "Hicimos lo que estaba previsto, y quedan algunas cosas por hacer para el equipo.",
    "pt": "Fizemos o que estava previsto, e ainda há algumas coisas a fazer pela equipe.",
    "ja": "予定した作業を終えました。残りの作業は来週に行います。",
    "ko": "계획한 작업을 마쳤습니다. 남은 작업은 다음 주에 합니다.",
}

TITLES = {
    "zh": [
        # near misses: what only speaks of a kind, or is made of its words
        ("述职报告怎么写", NONE),
        ("会议室使用说明", NONE),
        ("报告厅改造", NONE),
        ("总结一下这周读的书", NONE),
        ("通知公告栏目维护手册", NONE),
        ("周报系统接口文档", NONE),
        ("公文写作入门", NONE),
        ("纪要模板下载", NONE),
        ("审计日志设计", NONE),
        ("合同管理系统部署", NONE),
        ("复盘的艺术", NONE),
        ("应急预案编制的几点体会", NONE),
        ("决定论与自由意志", NONE),
        ("意见反馈", NONE),
        # a person's reports
        ("2025年度述职报告", "duty-report"),
        ("2025年度个人述职述廉报告", "duty-report"),
        ("青河镇党委书记2025年述廉报告", "integrity-report"),
        ("青河镇党委书记李明同志2025年述职报告", "duty-report"),
        ("关于2025年度履职情况的述职报告", "duty-report"),
        ("述职报告 / （2025年度）", "duty-report"),
        ("2025年抓基层党建工作述职报告", "duty-report"),
        ("2025年度个人工作总结", "personal-summary"),
        ("个人年终总结", "personal-summary"),
        ("试用期个人总结（2025年3月—6月）", "personal-summary"),
        ("入党积极分子第三季度思想汇报", "thought-report"),
        ("软件学院2022级暑期实习报告", "internship-report"),
        ("2025年度组织生活会个人对照检查材料", "self-examination"),
        # an office's reports
        ("青河县水务局2025年工作总结", "work-summary"),
        ("青河县水务局 / 2025年工作总结和2026年工作思路", "work-summary"),
        ("县图书馆2025年上半年工作总结及下半年工作计划", "work-summary"),
        ("青河县农业农村局2025年工作总结（送审稿）", "work-summary"),
        ("2025年安全生产工作总结", "work-summary"),
        ("政府工作报告 / ——2026年1月15日在青河县第十八届人民代表大会第五次会议上", "government-work-report"),
        ("2026年青河县政府工作报告", "government-work-report"),
        ("青河县人民法院工作报告", NONE),  # no type of its own
        ("青河县总工会第九届委员会工作报告", NONE),
        ("城区供水工作情况汇报", "work-report"),
        ("县档案馆2026年工作计划", "work-plan"),
        ("2026年度工作要点", "work-plan"),
        ("青河县城区排水管网改造实施方案", "implementation-plan"),
        ("青河县2026年防汛抗旱工作方案", "implementation-plan"),
        ("青河县防汛应急预案（2026年修订）", "emergency-plan"),
        ("危险化学品泄漏事故专项应急预案", "emergency-plan"),
        ("关于农村养老服务情况的调研报告", "investigation-report"),
        ("青河县乡村产业发展调研报告", "investigation-report"),
        ("赴临江市学习考察报告", "study-tour-report"),
        ("青河县“3·12”危化品车辆泄漏事故调查报告", "accident-report"),
        ("关于落实县委第二巡察组反馈意见整改情况的报告", "rectification-report"),
        ("中共青河镇委员会关于 / 巡察反馈意见整改情况的报告", "rectification-report"),
        ("青河县安全生产自查报告", "self-check"),
        ("关于财务管理情况的自查报告", "self-check"),
        ("关于青河县2025年财政预算执行情况 / 和2026年财政预算草案的报告", "budget-report"),
        ("青河县2025年政府信息公开工作年度报告", "openness-annual-report"),
        ("青河县水务局2025年预算执行审计报告", "audit-report-zh"),
        ("城区供水管网改造项目可行性研究报告", "feasibility-study"),
        ("古籍数字化项目验收报告", "acceptance-report"),
        ("智慧水务平台项目结题报告", "project-completion-report"),
        ("基于图数据库的管网建模开题报告", "thesis-proposal-zh"),
        ("4月份生产月报", "monthly-report"),
        ("第16周周报", "weekly-report"),
        ("周报（2026-04-13 至 2026-04-17）", "weekly-report"),
        ("工作日报 2026年4月14日", "daily-report"),
        ("支付系统上线复盘", "retrospective"),
        ("4月12日登录故障复盘", "retrospective"),
        # the kinds of the Regulation on official documents
        ("青河县水务局关于申请防汛资金的请示", "request"),
        ("青河县水务局 / 关于申请防汛资金的请示", "request"),
        ("青河县人民政府关于同意设立古籍保护中心的批复", "reply"),
        ("青河县人民政府办公室关于做好2026年防汛工作的通知", "notice"),
        ("青政办发〔2026〕12号 / 青河县人民政府办公室关于印发排水管网改造方案的通知", "notice"),
        ("关于做好2025年度述职工作的通知", "notice"),
        ("关于报送2025年工作总结的通知", "notice"),
        ("青河县人民政府关于表彰先进集体的决定", "decision"),
        ("青河县人民代表大会常务委员会关于批准2025年决算的决议", "resolution"),
        ("青河县人民政府关于加快发展水产业的意见", "opinion"),
        ("关于三起违反财经纪律典型问题的通报", "circular"),
        ("青河县水务局关于商请协助检查堤防的函", "letter"),
        ("青河县人民政府森林防火禁火令", "order"),
        ("关于城区道路临时封闭的通告", "public-notice"),
        ("青河县自然资源局国有土地使用权公告", "announcement"),
        ("2026年青河县防汛工作专题会议纪要", "minutes"),
        ("青河县人民政府常务会议纪要 / 〔2026〕5号", "minutes"),
        ("关于城区供水情况的报告", "official-report"),
        ("关于提请审议青河县养犬条例的议案", "bill"),
        # others
        ("县档案馆安全生产会议记录", "meeting-record"),
        ("周例会会议记录（第十二次）", "meeting-record"),
        ("关于拟提拔任用干部的公示", "disclosure"),
        ("关于周敏同志工作调动的情况说明", "explanation"),
        ("入党申请书", "application"),
        ("古籍阅览管理办法（试行）", "regulations"),
        ("青河县图书馆古籍修复设备采购项目招标公告", "tender-notice"),
        ("古籍修复设备采购合同", "contract"),
        ("全民阅读倡议书", "proposal-to-public"),
        ("关于加强古籍保护的提案", "proposal-cppcc"),
        ("全县防汛动员会主持词", "host-script"),
        ("在全县防汛动员会上的讲话", "speech"),
    ],
    "en": [
        ("How to write a postmortem", NONE),
        ("Meeting room booking", NONE),
        ("Reporting bugs", NONE),
        ("Decision trees explained", NONE),
        ("Release process", NONE),
        ("Minutes and seconds: a time library", NONE),
        ("Postmortem: checkout outage of 12 March 2026", "postmortem"),
        ("Incident report INC-22: login fails", "postmortem"),
        ("Incident 2026-03-12: checkout down", "postmortem"),
        ("Incident response plan", NONE),
        ("Incident 3 of the saga", NONE),
        ("SC meeting summary - March 2026", "meeting-minutes"),
        ("Proposal: sign what we release", "rfc"),
        ("Proposals and how to make them", NONE),
        ("Smart contract audit: lantern staking", "audit-report"),
        ("Code audit log format", NONE),
        ("Post-incident review: expired certificate on the partner gateway", "postmortem"),
        ("ADR 7: keep certificates in one store", "adr"),
        ("RFC 31: per-tenant rate limits", "rfc"),
        ("Meeting Minutes: gateway team, 16 March 2026", "meeting-minutes"),
        ("2026-03-16 gateway team meeting", "meeting-minutes"),
        ("Minutes council meeting May 18, 2026", "meeting-minutes"),
        ("DevMeeting-2026-03-16", "meeting-minutes"),
        ("Gateway Team Meeting #113", "meeting-minutes"),
        ("All Hands Call 13 March 2026", "meeting-minutes"),
        ("Call 911 first", NONE),
        ("Gateway Team Sync 2026-03-16", "meeting-minutes"),
        ("Gateway WG Notes - March 2026", "meeting-minutes"),
        ("Section V: Minutes", NONE),
        ("Gateway Team Meeting 2026-03-16", "meeting-minutes"),
        ("Weekly status report: gateway team, week 12", "status-report"),
        ("Runbook: renew a certificate", "runbook"),
        ("Release Notes 2.3.5", "release-notes"),
        ("Security Advisory: log can be read by anyone", "security-advisory"),
        ("Project Charter: one certificate store", "project-charter"),
        ("Batch Subproject Charter", NONE),
        ("Gateway Security Assessment", NONE),
        ("Test Report: certificate store 1.0", "test-report"),
        ("Data Management Plan for the river survey", "data-management-plan"),
    ],
    "de": [
        ("Abschnitt V: Protokoll", NONE),
        ("Protokoll der Teamsitzung vom 16. März 2026", "minutes-de"),
        ("Postmortem: Ausfall der Anmeldung am 12. März 2026", "postmortem-de"),
        ("Statusbericht KW 12", "status-report-de"),
    ],
    "fr": [
        ("Compte rendu de la réunion du 16 mars 2026", "minutes-fr"),
        ("Post-mortem : panne de la connexion du 12 mars 2026", "postmortem-fr"),
    ],
    "es": [
        ("📝 Acta de Reunión — Avances", "minutes-es"),
        ("Acta de la reunión del 16 de marzo de 2026", "minutes-es"),
        ("Informe de incidente: caída del inicio de sesión", "postmortem-es"),
    ],
    "pt": [
        ("Ata da reunião de 16 de março de 2026", "minutes-pt"),
        ("Relatório semanal: semana 12", "status-report-pt"),
    ],
    "ja": [("議事録作成システム", NONE), ("AI議事録メーカー", NONE), ("2026年3月16日 定例会議 議事録", "minutes-ja"), ("障害報告書：ログイン障害", "postmortem-ja")],
    "ko": [("회의록 관리 시스템", NONE), ("2026년 3월 16일 정기 회의록", "minutes-ko"), ("장애 보고서: 로그인 장애", "postmortem-ko")],
}  # fmt: skip
CASES = [(language, *case) for language, cases in TITLES.items() for case in cases]


def text_of(title: str, body: str, form: str) -> str:
    """A report of that title, which may have two lines, in Markdown or plain text."""
    lines = [line.strip() for line in title.split(" / ")]
    if form == "markdown":
        return "".join(f"# {line}\n\n" for line in lines) + f"{body}\n\n{body}\n"
    return "\n".join(lines) + f"\n\n{body}\n\n{body}\n"


def test_there_are_enough() -> None:
    titles = [title for _, title, _ in CASES]
    assert len(titles) >= 120
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("form", ["markdown", "text"])
@pytest.mark.parametrize(("language", "title", "type"), CASES)
def test_the_type_of_a_title(language: str, title: str, type: str, form: str) -> None:
    outline = LINTER.outline(text_of(title, BODIES[language], form), format=form)
    assert outline.type == type


@pytest.mark.parametrize(
    ("below", "type"),
    [("——基于青河镇的思考", NONE), ("——基于青河镇的调研", "investigation-report")],
)
def test_a_subtitle_names_an_enquiry(below: str, type: str) -> None:
    text = f"乡村民宿发展的现状与对策\n{below}\n\n{BODIES['zh']}\n"
    assert LINTER.outline(text).type == type
