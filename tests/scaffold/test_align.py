"""Sections of several reports are aligned: which stay separate, and which are one section."""

from __future__ import annotations

import pytest

from reportlint.core.reading import Section
from reportlint.core.span import Span
from reportlint.scaffold.align import align, in_one_order


def sections(*titles: str) -> list[Section]:
    return [
        Section(title, 1, Span(10 * i, 10 * i + 2), Span(10 * i, 10 * i + 10), -1, i)
        for i, title in enumerate(titles)
    ]


def parts(*reports: tuple[str, ...]) -> list[list[str]]:
    return [part.titles for part in align([sections(*report) for report in reports])]


@pytest.mark.parametrize(
    "reports",
    [
        pytest.param((("概况", "附则"),), id="one report"),
        pytest.param((("概况",), ("附则",)), id="nothing in common"),
        pytest.param((("本周进展",), ("本周进展", "下周计划")), id="one has the very title"),
        pytest.param((("工作一", "工作二"), ("工作一", "工作二")), id="each has its own"),
        pytest.param((("Work done",), ("Open questions",)), id="words that differ"),
        pytest.param((("3", "4"), ("5", "6")), id="nothing but numbers"),
        pytest.param(
            (("问题与风险",), ("问题与风险", "风险与问题")), id="it has the very title too"
        ),
    ],
)
def test_sections_that_stay_apart(reports: tuple[tuple[str, ...], ...]) -> None:
    assert {len(titles) for titles in parts(*reports)} == {1}


@pytest.mark.parametrize(
    ("reports", "titles"),
    [
        pytest.param((("概况",), ("概况",)), [["概况"]], id="the same title"),
        pytest.param((("概况",), (" 概况 ",)), [["概况"]], id="blanks"),
        pytest.param(
            (("问题与风险",), ("风险与问题",)),
            [["问题与风险", "风险与问题"]],
            id="words turned round",
        ),
        pytest.param((("第3周进展",), ("第4周进展",)), [["第3周进展", "第4周进展"]], id="numbers"),
        pytest.param(
            (("甲乙丙丁",), ("甲乙丙戊", "甲乙丙己")),
            [["甲乙丙丁", "甲乙丙戊"], ["甲乙丙己"]],
            id="one for each report",
        ),
        pytest.param((("一月工作",), ("二月工作",)), [["一月工作", "二月工作"]], id="months"),
        pytest.param(
            (("甲事", "丙事"), ("甲事", "完全不同", "丙事")),
            [["甲事"], ["完全不同"], ["丙事"]],
            id="a new one stands where it stood",
        ),
    ],
)
def test_sections_that_are_one_part(
    reports: tuple[tuple[str, ...], ...], titles: list[list[str]]
) -> None:
    assert parts(*reports) == titles


@pytest.mark.parametrize(
    ("reports", "same"),
    [
        ((("甲", "乙"), ("甲", "乙")), True),
        ((("甲", "乙", "丙"), ("甲", "丙")), True),
        ((("甲", "乙"), ("乙", "甲")), False),
    ],
)
def test_one_order(reports: tuple[tuple[str, ...], ...], same: bool) -> None:
    assert in_one_order([sections(*report) for report in reports]) is same
