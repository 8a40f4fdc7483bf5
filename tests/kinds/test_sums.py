from __future__ import annotations

import pytest

from support.kinds import check

HEAD = "| 单位 | 人数 | 金额 |\n|---|---|---|\n"

SILENT = [
    ("sum-row", HEAD + "| 甲 | 2 | 1,000.50 |\n| 乙 | 3 | - |\n| **合计** | **5** | 1000.5 |"),
    ("sum-row", HEAD + "| 甲 | 2 | 5.3 |\n| 乙 | 3 | 5.3 |\n| 合计 | 5 | 10.7 |"),  # rounded
    ("sum-row", HEAD + "| 甲 | 2 | 1 |\n| 小计 | 2 | 1 |\n| 乙 | 3 | 1 |\n| 合计 | 5 | 2 |"),
    ("sum-row", HEAD + "| 合计 | 9 | 1 |\n| 甲 | 2 | 1 |\n| 乙 | 3 | 1 |"),
    ("sum-row", HEAD + "| 甲 | 约2 | 1 |\n| 乙 | 3 | 1 |\n| 合计 | 9 | 2 |"),
    ("sum-row", HEAD + "| 甲 | 2 | 1 |\n| 乙 | 3 | 1 |\n| 合计 |  | 2 |"),
    ("sum-row", "| 单位 | 完成率 |\n|---|---|\n| 甲 | 90 |\n| 乙 | 80 |\n| 合计 | 85 |"),
    ("sum-row", "| 单位 | 人数 |\n|---|---|\n| 甲 | 9 |\n| 合计 | 5 |"),  # one addend
    (
        "sum-column",
        "| 单位 | 男 | 女 | 合计 |\n|---|---|---|---|\n| 甲 | 2 | 3 | 5 |\n| 乙 | 1 | 1 | 2 |",
    ),
    (
        "sum-column",
        "| 单位 | 序号 | 女 | 合计 |\n|---|---|---|---|\n| 甲 | 2 | 3 | 3 |\n| 乙 | 1 | 1 | 1 |",
    ),
    ("sum-parts", "共5项，其中工程2项、服务2项。"),  # these need not be all
    ("sum-parts", "共5项，其中工程2项（含道路2项）、服务3项。"),
    ("sum-parts", "共5项，其中工程9人、服务3项。"),
    ("sum-parts", "共100人次，其中青年60人、老人90人。"),
]

FIRES = [
    ("sum-row", HEAD + "| 甲 | 2 | 1.5 |\n| 乙 | 3 | 2.5 |\n| 合计 | ⟦6⟧ | 4.0 |"),
    ("sum-row", HEAD + "| 甲 | 2 | 5.3 |\n| 乙 | 3 | 5.3 |\n| 合计 | 5 | **⟦11.6⟧** |"),
    (
        "sum-column",
        "| 单位 | 男 | 女 | 合计 |\n|---|---|---|---|\n| 甲 | 2 | 3 | ⟦6⟧ |\n| 乙 | 1 | 1 | 2 |",
    ),
    ("sum-parts", "今年共⟦5⟧项，其中工程2项、服务4项。"),
    ("sum-parts", "今年共借出⟦1100⟧册，其中少儿类500册，社科类700册。"),
]


@pytest.mark.parametrize(("what", "text"), SILENT)
def test_stays_silent(what: str, text: str) -> None:
    check("comparison", {"check": what}, text)


@pytest.mark.parametrize(("what", "text"), FIRES)
def test_fires(what: str, text: str) -> None:
    assert check("comparison", {"check": what}, text)
