"""The ways in which an item is shown without a marker of its list; near misses first."""

from __future__ import annotations

import pytest
from fault_tables import faults

FIRING = {
    "an amount": ("1.登记。\n2个窗口同时办理。\n3.发证。\n", ("gap", 3, "3.")),
    "a year in Han digits": (
        "特此通知。\n一九九六年二月五日\n\n各单位：\n二、原则\n坚持统一。\n三、时限\n",
        ("start", 5, "二、"),
    ),
    "a month": ("1.登记。\n2月底前完成。\n3.发证。\n", ("gap", 3, "3.")),
    "a reference": (
        "一、分工照第（一）项执行。\n（二）办公室登记。\n（三）财务科核对。\n二、时限\n",
        ("start", 2, "（二）"),
    ),
    "an article": (
        "一、分工照第五条（一）执行。\n（二）办公室登记。\n（三）财务科核对。\n二、时限\n",
        ("start", 2, "（二）"),
    ),
    "a joint enumeration": (
        "一、摸底\n\n一、二、三类企业都要查。\n\n三、整改\n\n四、验收\n",
        ("gap", 5, "三、"),
    ),
    "a rate": (
        "5.1 组织\n成本上升5.2个百分点。\n5.3 制度\n5.4 系统\n",
        ("gap", 3, "5.3"),
    ),
    "an article that is spoken of": (
        "第一条 甲。\n第二条 乙，依照本法第三条规定办理。\n第四条 丁。\n第五条 戊。\n",
        ("gap", 3, "第四条"),
    ),
    "a fraction": ("1. 定额\n2/3 以上同意。\n3. 公示\n4. 备案\n", ("gap", 3, "3.")),
    "a sentence that ends with the number": (
        "1. Ask all of the 2.\n3. Sign.\n4. Send.\n",
        ("gap", 2, "3."),
    ),
}
SILENT = {
    "a decimal number with no space": "## 2.3.1Module on\n\n文。\n\n## 2.3.2 Off\n\n文。\n\n## 2.3.3 End\n",
    "a letter on the line before": (
        "1. Wege in: a) Gebieten von 7 m b) Gebieten von 10 m\n\nc) Dörfern\n\nd) Sonstigen\n"
    ),
    "a comma and a capital": "1. Geräte\n2. Reinigen\n3, Kosten je Einsatz\n4. Gebühren\n5. Alarm\n",
    "an item behind Chinese text": "1.名单\n2.采集表3.汇总表\n4.联系方式\n",
    "an article behind the title of its chapter": (
        "第一条 甲。\n第二条 乙。\n第二章 准入管理第三条 丙。\n第四条 丁。\n第五条 戊。\n"
    ),
    "a stroke": "1. 登记\n2/核对名册\n3. 发证\n",
    "two items on a line": "1. Set the network 2. Set the resolver\n3. Stop.\n4. Go.\n",
    "a label with a remark": "任务1：写\n\n任务2：读\n\n任务3（可选）：说\n\n任务4：收\n",
    "a number that has lost its stop": "1.登记\n2核对名册\n3.发证\n",
    "two of them": "1.登记\n2核对名册\n3打印证件\n4.发证\n",
    "behind a title that runs on": (
        "一、其他事项（一）各单位指定专人负责。\n（二）按月报送进度。\n（三）做好归档。\n二、时限\n"
    ),
    "a decimal number amid a line": "评分情况5.1 组织健全\n5.2 制度完备\n5.3 系统可用\n",
    "a title amid a line": "一、摸底\n逐户核对完毕。二、整改方案报批后三、验收\n四、归档\n",
}


@pytest.mark.parametrize(("text", "fault"), FIRING.values(), ids=list(FIRING))
def test_not_shown(text: str, fault: tuple[str, int, str]) -> None:
    assert [row[:3] for row in faults(text, "text")] == [fault]


@pytest.mark.parametrize("text", SILENT.values(), ids=list(SILENT))
def test_shown(text: str) -> None:
    assert faults(text, "text") == []
