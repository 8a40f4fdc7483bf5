"""Configurations that are meant as written, and those that are certainly mistakes."""

from __future__ import annotations

import pytest

from reportlint.config.config_slips import (
    check_config,
    check_ignored_text,
    check_no_place,
    no_mapping,
)
from reportlint.config.problems import Problems
from reportlint.config.yaml import parse
from reportlint.core.errors import UserError

LET_PASS = ["XX大道", "1.5亿*2", "李某、王某", "……", "a.b", "“XX”"]
NOT_LET_PASS = [
    ("''", "take it out"),
    ("⟦XX⟧", "write XX"),
    ("XX.*", "literally"),
    ("XX村、XX镇", "entry of its own"),
]


@pytest.mark.parametrize("text", LET_PASS)
def test_a_text_that_is_let_pass(text: str) -> None:
    problems = Problems("a.yaml")
    check_ignored_text(parse(f"text: {text}\n", "a.yaml").get("text"), problems)
    assert problems.found == []


@pytest.mark.parametrize(("text", "cure"), NOT_LET_PASS)
def test_a_text_that_no_finding_has(text: str, cure: str) -> None:
    problems = Problems("a.yaml")
    check_ignored_text(parse(f"text: {text}\n", "a.yaml").get("text"), problems)
    assert [cure in problem.to("en") for problem in problems.found] == [True]


@pytest.mark.parametrize(("files", "number"), [("a:3.md", 0), ("'[a.md, b.md]'", 0), ("a.md:3", 1)])
def test_files_have_no_lines(files: str, number: int) -> None:
    problems = Problems("a.yaml")
    check_no_place(parse(f"files: {files}\n", "a.yaml").get("files"), problems)
    assert len(problems.found) == number


@pytest.mark.parametrize(("text", "number"), [("extends: [core]", 0), ("{}", 0), ("extends:", 1)])
def test_a_configuration_without_rules(text: str, number: int) -> None:
    problems = Problems("a.yaml")
    check_config(parse(text + "\n", "a.yaml"), problems)
    assert len(problems.found) == number


def test_a_configuration_of_another_tool() -> None:
    with pytest.raises(UserError, match="import markdownlint"):
        check_config(parse("MD013: false\n", "a.yaml"), Problems("a.yaml"))
    assert "import vale" in no_mapping("StylesPath = styles\n").en
    assert "import vale" not in no_mapping("- core\n").en
