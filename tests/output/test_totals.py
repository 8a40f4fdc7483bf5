"""The summary line."""

from __future__ import annotations

import pytest

from reportlint.core.diagnostic import INFO, SAFE, UNSAFE, Diagnostic, Edit, Fix
from reportlint.core.report import Report, cap
from reportlint.core.span import Span
from reportlint.output.formats import RenderOptions
from reportlint.output.totals import (
    RuleCount,
    by_rule,
    hidden,
    last_line,
    summary,
    totals,
    what_to_do,
)
from support.sample import EMPTY, RULES, file, report


@pytest.mark.parametrize(
    ("files", "language", "line"),
    [
        ((), "zh", "检查了 0 个文件：没有找到可检查的文件。"),
        ((), "en", "0 files checked: no file to check was found."),
        (report().files[1:2], "zh", "检查了 1 个文件，没有发现问题。"),
        (report().files[1:2], "en", "1 file checked, no findings."),
        (report().files[:1], "en", "1 file checked, 1 finding: 1 error."),
        (
            report().files,
            "zh",
            "检查了 7 个文件，发现 15 处问题：8 处错误，4 处警告，3 处提示。",
        ),
        (
            report().files,
            "en",
            "7 files checked, 15 findings: 8 errors, 4 warnings, 3 info.",
        ),
    ],
)
def test_the_summary_counts_files_and_findings(files: tuple, language: str, line: str) -> None:
    assert summary(totals(Report(files, language))) == line


def test_nothing_is_hidden_where_all_is_shown() -> None:
    assert hidden(totals(report())) == hidden(totals(cap(report(), 15))) == ""


def test_what_is_hidden_is_counted() -> None:
    assert hidden(totals(cap(report("zh"), 13))) == "有 2 处没有列出（--max-findings）。"
    assert summary(totals(cap(report("en"), 14))) == (
        "7 files checked, 15 findings: 8 errors, 4 warnings, 3 info. 1 finding not shown"
        " (--max-findings)."
    )


def test_quiet_leaves_the_last_line_out() -> None:
    assert last_line(totals(EMPTY), RenderOptions(quiet=True)) == ""
    assert last_line(totals(EMPTY), RenderOptions()) == summary(totals(EMPTY)) + "\n"


def test_counts_by_rule() -> None:
    assert by_rule(EMPTY) == []
    rows = by_rule(report())
    assert rows[0] == RuleCount(7, 4, "error", "placeholder")
    assert [row.findings for row in rows] == sorted((row.findings for row in rows), reverse=True)


@pytest.mark.parametrize(
    ("number", "of_no_type", "language", "begin"),
    [
        (2, 0, "en", "2 files checked,"),
        (1, 1, "en", "1 file checked (of no known type),"),
        (1, 1, "zh", "检查了 1 个文件（认不出文种），"),
        (2, 2, "en", "2 files checked (all of no known type),"),
        (2, 2, "zh", "检查了 2 个文件（都认不出文种），"),
        (3, 2, "en", "3 files checked (2 of no known type),"),
        (3, 2, "zh", "检查了 3 个文件（2 个认不出文种），"),
    ],
)
def test_files_of_no_known_type_are_counted(
    number: int, of_no_type: int, language: str, begin: str
) -> None:
    file = report().files[1]
    files = tuple(file._replace(untyped=index < of_no_type) for index in range(number))
    assert summary(totals(Report(files, language))).startswith(begin)


def mendable(*safeties: str) -> Report:
    """A report whose findings have fixes with these safeties; "" is no fix."""
    fixes = [Fix(safety, (Edit(Span(0, 1), "乙"),)) if safety else None for safety in safeties]
    diagnostics = [Diagnostic("x", INFO, Span(0, 1), "m", fix=fix) for fix in fixes]
    return Report((file("a.md", *diagnostics, text="甲"),), "en")


@pytest.mark.parametrize(
    ("safeties", "tried"), [([""], ()), ([SAFE], (SAFE,)), ([SAFE, UNSAFE], (SAFE, UNSAFE))]
)
def test_nothing_is_said_of_fixes_where_there_are_none_left(
    safeties: list[str], tried: tuple[str, ...]
) -> None:
    assert what_to_do(totals(mendable(*safeties)), tried) == " Why: reportlint explain RULE"


@pytest.mark.parametrize(
    ("safeties", "tried", "expected"),
    [
        ([SAFE, ""], (), " 1 [*] can be fixed with --fix."),
        ([SAFE, UNSAFE], (), " 2 [*] can be fixed with --fix --unsafe-fixes."),
        ([SAFE, UNSAFE], (SAFE,), " 1 [*] can be fixed with --fix --unsafe-fixes."),
    ],
)
def test_what_can_be_mended_is_counted(
    safeties: list[str], tried: tuple[str, ...], expected: str
) -> None:
    assert what_to_do(totals(mendable(*safeties)), tried).startswith(expected)


def of_rules(*rules: str) -> Report:
    """A report with a finding of each of these rules; all except `z` have a short name."""
    diagnostics = [Diagnostic(rule, INFO, Span(0, 1), "m") for rule in rules]
    known = {
        id: RULES["ordinal-gap"]._replace(id=id, name={"zh": f"{id}名", "en": f"{id} name"})
        for id in "abcd"
    }
    return Report((file("a.md", *diagnostics, text="甲"),), "zh", known)


@pytest.mark.parametrize(
    ("rules", "end"),
    [
        ("z", "规则"),
        ("a", "规则（如“a名”）"),
        ("abb", "规则（如“b名”“a名”）"),
        ("az", "规则（如“a名”……）"),
        ("abcd", "规则（如“a名”“b名”“c名”……）"),
    ],
)
def test_the_rules_that_found_most_are_called_by_their_names(rules: str, end: str) -> None:
    whole = totals(of_rules(*rules))
    assert what_to_do(whole).endswith(f"explain {end}")
    assert totals(of_rules(*rules)._replace(language="en")).called == {
        rule: f"{rule} name" for rule in dict.fromkeys(sorted(rules)[:4]) if rule in whole.called
    }


def test_a_report_without_findings_advises_nothing() -> None:
    assert what_to_do(totals(Report((), "zh"))) == ""
