"""Labels that no pack knows, in a series; near misses first."""

from __future__ import annotations

import pytest
from fault_tables import faults


def headings(*titles: str, level: int = 2) -> str:
    return "".join(f"{'#' * level} {title}\n\nText.\n\n" for title in titles)


SILENT = {
    "in order": headings("Punto 1. Acta", "Punto 2. Informe", "Punto 3. Ruegos"),
    "two are no series": headings("Punto 1. Acta", "Punto 3. Ruegos"),
    "rooms": headings("Room 101", "Room 105", "Room 204"),
    "most are left out": headings("Player 1", "Player 3", "Player 5", "Player 9"),
    "two are left out": headings("Punto 1", "Punto 2", "Punto 4", "Punto 5", "Punto 7"),
    "a part of the series": headings("Sesión 7", "Sesión 8", "Sesión 10"),
    "different words": headings("Mesa 1: a", "Silla 2: b", "Mesa 2: c", "Silla 4: d"),
    "headings of different levels": (
        headings("Punto 1. a", "Punto 2. b") + headings("Punto 4. c", level=4)
    ),
    "lines without a colon": "Apple 1 rose.\n\nApple 2 fell.\n\nApple 4 stayed.\n",
    "each section has its own": (
        headings("Acta", level=2)
        + headings("Mesa 1", "Mesa 2", level=3)
        + headings("Censo", level=2)
        + headings("Mesa 1", "Mesa 2", "Mesa 3", level=3)
    ),
    "the missing one is told of": (
        headings("Punto 1. Acta", "Punto 2. Informe", "Punto 4. Ruegos") + "- Punto 3: se retira.\n"
    ),
    "the missing one is a heading of another level, with a zero": (
        headings("Mesa 01: a", "Mesa 02: b")
        + headings("Mesa 03: c", level=3)
        + headings("Mesa 04: d", "Mesa 05: e")
    ),
    "a number within a phrase": headings(
        "Level 1 Content", "Level 1 Order", "Level 2 Content", "Level 3 Details"
    ),
    "the last is far off": headings("Taller 1", "Taller 2", "Taller 9"),
}
FIRING = {
    "one is left out": (
        headings("Punto 1. Acta", "Punto 2. Informe", "Punto 4. Ruegos"),
        ("gap", 9, "Punto 4."),
    ),
    "two words": (
        headings("Agenda Item 1: Roll", "Agenda Item 2: Minutes", "Agenda Item 4: End"),
        ("gap", 9, "Agenda Item 4:"),
    ),
    "Roman numerals": (
        headings("TITRE I - OBJET", "TITRE II - SIÈGE", "TITRE IV - ORGANES"),
        ("gap", 9, "TITRE IV -"),
    ),
    "one twice, and the rest goes on": (
        headings("Punto 1. Acta", "Punto 2. Informe", "Punto 2. Censo", "Punto 3. Ruegos"),
        ("duplicate", 9, "Punto 2."),
    ),
    "Han": (headings("实验一 串口", "实验二 定时", "实验四 中断"), ("gap", 9, "实验四")),
    "the word behind the number": (
        headings("第一单元 认识", "第二单元 练习", "第四单元 提高"),
        ("gap", 9, "第四单元"),
    ),
    "lines with a colon": (
        "提案1：修缮教学楼。\n\n提案2：增设公交站。\n\n提案4：改造市场。\n",
        ("gap", 5, "提案4："),
    ),
    "lines that are bold": (
        "**Mesa 1:** a\n\n**Mesa 2:** b\n\n**Mesa 4:** c\n",
        ("gap", 5, "Mesa 4:"),
    ),
}


@pytest.mark.parametrize("name", SILENT)
def test_what_is_right_or_no_series_is_silent(name: str) -> None:
    assert faults(SILENT[name]) == []


@pytest.mark.parametrize("name", FIRING)
def test_what_is_wrong_is_found(name: str) -> None:
    text, *expected = FIRING[name]
    assert [fault[:3] for fault in faults(text)] == expected
