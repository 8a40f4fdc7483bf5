"""Texts that a report type writes: valid ones, and blanks in a wrong form."""

from __future__ import annotations

import pytest

from reportlint.config.problems import Problems
from reportlint.config.template_slips import check_blanks, check_first_marker, check_samples
from reportlint.config.yaml import parse
from reportlint.core.report_type import ReportType, SectionSpec

WRITTEN = [
    "{{村名}}",
    "{{XX}}和{{____}}",
    "[链接](a.md)",
    "- [x] 完成",
    "【主动补位】",
    "3×5",
    "XXL 号",
    "（请审议）",
    "第一……",
    "_强调_",
]
NOT_WRITTEN = [
    ("走访了XX村", "XX"),
    ("××同志：", "××"),
    ("走访了____户", "____"),
    ("【村名】", "{{村名}}"),
    ("[村名]", "{{村名}}"),
    ("<村名>", "{{村名}}"),
    ("（此处填写情况）", "{{情况}}"),
    ("……", "……"),
    ("{村名}", "{{村名}}"),
]
FIRST = "一是 （一） 一、 第一， 其一， 一要 1. 1、 1) （1） - * · １.".split()[:-1]
NOT_FIRST = ["序号", "二是", "1", "一", "壹是", "2.", "11.", "十一、", "First,"]


@pytest.mark.parametrize("text", WRITTEN)
def test_what_may_be_written(text: str) -> None:
    problems = Problems("a.yaml")
    check_blanks(parse(f"write: '{text}'\n", "a.yaml"), problems)
    assert problems.found == []


@pytest.mark.parametrize(("text", "cure"), NOT_WRITTEN)
def test_a_blank_in_another_form(text: str, cure: str) -> None:
    problems = Problems("a.yaml")
    check_blanks(parse(f"write: '{text}'\n", "a.yaml"), problems)
    assert [cure in problem.to("zh") for problem in problems.found] == [True]


def test_nothing_else_is_looked_at() -> None:
    problems = Problems("a.yaml")
    check_blanks(parse("title: XX村\n", "a.yaml"), problems)
    assert problems.found == []


@pytest.mark.parametrize("style", FIRST)
def test_a_first_marker(style: str) -> None:
    problems = Problems("a.yaml")
    check_first_marker(parse(f"style: '{style}'\n", "a.yaml"), problems)
    assert problems.found == []


@pytest.mark.parametrize("style", NOT_FIRST)
def test_no_first_marker(style: str) -> None:
    problems = Problems("a.yaml")
    check_first_marker(parse(f"style: '{style}'\n", "a.yaml"), problems)
    assert len(problems.found) == 1


OF = ReportType("a", "p", {}, sections=(SectionSpec("w", "情况", write="{{走访的村名}}"),))


@pytest.mark.parametrize("name", ["走访的村名", "姓名", "村名"])
def test_a_sample_that_is_meant(name: str) -> None:
    problems = Problems("a.yaml")
    check_samples(parse(f"{name}: x\n", "a.yaml"), OF, problems)
    assert problems.found == []


@pytest.mark.parametrize("name", ["'{{走访的村名}}'", "走访的村各"])
def test_a_sample_of_no_blank(name: str) -> None:
    problems = Problems("a.yaml")
    check_samples(parse(f"{name}: x\n", "a.yaml"), OF, problems)
    assert ["走访的村名" in problem.to("en") for problem in problems.found] == [True]
