"""The ways in which an item is shown without a marker of its list; near misses first."""

from __future__ import annotations

import pytest
from fault_tables import faults

FIRING = {
    "an amount": ("1.登记。\n2个窗口同时办理。\n3.发证。\n", ("gap", 3, "3.")),
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
}
SILENT = {
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
