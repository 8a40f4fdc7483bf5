"""Titles as offices set them: over two or three lines, behind a document number, with a line for
the day, two types in one title.
"""

from __future__ import annotations

import pytest

from support.shipped_types import checked

# unit, matter, type; the parts of a title that an office sets in lines of their own
ZH = [
    ("青河县教育局", "2025年工作总结和2026年工作思路", "work-summary"),
    ("青河县水务局", "关于农村饮水安全工作情况的汇报", "work-report"),
    ("青河县人民医院", "关于医疗废物管理问题的整改报告", "rectification-report"),
    ("中共白石镇委员会", "关于学习教育的实施方案", "implementation-plan"),
    ("青河县审计局", "2026年工作计划", "work-plan"),
    ("青河县政协调研组", "关于茶产业发展情况的调研报告", "investigation-report"),
    ("白石镇人民政府", "政府工作报告", "government-work-report"),
    ("青河县财政局", "关于2025年预算执行情况和2026年预算草案的报告", "budget-report"),
    ("青河县市场监督管理局", "关于开展食品安全检查的通知", "notice"),
    ("青河县自然资源和规划局", "关于调整用地的请示", "request"),
    ("青河县民政局", "关于同意成立养老服务协会的批复", "reply"),
    ("青河县林业局", "森林火灾应急预案", "emergency-plan"),
    ("青河县交通运输局", "班子成员李明述职述廉报告", "duty-report"),
    ("青河县妇幼保健院", "关于设备采购的情况说明", "explanation"),
    ("青河县总工会", "关于劳动模范推荐人选的公示", "disclosure"),
    ("青河县档案馆", "安全生产自查报告", "self-check"),
    ("青河县第二中学", "党支部班子对照检查材料", "self-examination"),
    ("青河县农业农村局", "会议纪要", "minutes"),
    ("青河县图书馆", "节约用水倡议书", "proposal-to-public"),
    ("青河县应急管理局", "关于迎宾路车辆事故的调查报告", "accident-report"),
]
ZH_FORMS = {
    "two lines": "{unit}\n{matter}\n\n{body}",
    "a number below": "# {unit}{matter}\n\n青政发〔2026〕12号\n\n{body}",
    "behind a number": "青政发〔2026〕12号\n\n{unit}{matter}\n\n{body}",
    "a day below": "{unit}{matter}\n（2026年3月12日）\n\n{body}",
}
EN = [
    ("Incident report INC-22: login fails", "postmortem"),
    ("Post-incident review: search was away", "postmortem"),
    ("Postmortem of the March outage", "postmortem"),
    ("Weekly status – mobile app – 2026-05-15", "status-report"),
    ("Project Status Report: certificate store, week 11", "status-report"),
    ("Progress Report — Reading Room, March 2026", "status-report"),
    ("Meeting Minutes 2026-03-01", "meeting-minutes"),
    ("Minutes of the board, 14 April 2026", "meeting-minutes"),
    ("Gateway team – meeting notes", "meeting-minutes"),
    ("ADR-0031 – Retire the export", "adr"),
    ("Architecture Decision Record: one store", "adr"),
    ("RFC 0118: Resumable uploads", "rfc"),
    ("Aries RFC 0012: Presence", "rfc"),
    ("AI Minutes from 22.10.2025", "meeting-minutes"),
    ("Design Doc: Rate limits for each tenant", "rfc"),
    ("Design: one log format", "rfc"),
    ("Internal Audit Report: Procurement of IT Services", "audit-report"),
    ("Security Assessment Report – Payment Gateway", "audit-report"),
    ("Project Proposal: One Store for All Gateways", "project-proposal"),
    ("Grant Proposal – Soil Sensors for Smallholders", "project-proposal"),
    ("KEP-4210: Certificates from the store", "kep"),
    ("PEP 811 – Watch the store", "pep"),
]
BELOW = [  # what says it stands under the title
    ("# Checkout down for 47 minutes\n\nIncident review · severity 2 · owner: Ana\n", "postmortem"),
    ("节约用水，从一盆水开始\n——致全体居民的倡议书\n", "proposal-to-public"),
    ("# 履职尽责 服务乡邻\n\n## ——2025年度述职报告\n", "duty-report"),
]
NONE = [
    "城市的声音", "HTTP 2 in practice", "Our trip to the sea", "EIP-8021: Watch the store",
    "KEP 92: Watch the store", "BIP-0501: Watch the store", "Reports that nobody reads",
]  # fmt: skip
LINES = (
    [
        pytest.param(
            form.format(unit=unit, matter=matter, body="草木青青，山高水长。"),
            type_id,
            id=f"{name}-{matter}",
        )
        for unit, matter, type_id in ZH
        for name, form in ZH_FORMS.items()
    ]
    + [
        pytest.param(f"{head}\nThe trees are green.\n", type_id, id=type_id)
        for head, type_id in BELOW
    ]
    + [
        pytest.param(f"# {title}\n\nThe trees are green.\n", type_id, id=title)
        for title, type_id in EN
    ]
)


@pytest.mark.parametrize("title", NONE)
def test_titles_of_no_type(title: str) -> None:
    assert checked(f"# {title}\n\nThe trees are green.\n", "a.md")[0] == ""


@pytest.mark.parametrize(("text", "type_id"), LINES)
def test_titles_over_lines(text: str, type_id: str) -> None:
    assert checked(text, "a.md" if text.startswith("#") else "a.txt")[0] == type_id


def test_there_are_a_hundred() -> None:
    assert len(LINES) >= 100
