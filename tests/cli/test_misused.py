"""Command lines that click rejects: first those left to click, then those with a one-line
answer."""

from __future__ import annotations

import pytest

from reportlint.cli import misused
from reportlint.cli.commands import COMMANDS
from reportlint.cli.main import main


def answer_to(line: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert main([*line, "--lang=en"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    return printed.err


@pytest.mark.parametrize(
    "line",
    [
        ["rules", "--nothing"],
        ["suppress", "--what"],
        ["rules", "--strict"],
        ["--max-findings", "-3"],
        ["annotate", "a.docx", "-o", "b.docx", "more"],
    ],
)
def test_what_nobody_can_guess_is_left_to_click(
    line: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert answer_to(line, capsys).startswith("Usage: ")


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        (["rules", "a", "b"], "explain a; for some"),
        (["rules", "placeholder"], "explain placeholder; for some"),
        (["rules", "未填的空"], "explain 未填的空; for some"),
        (["rules", "ordinal*"], "explain ordinal*; for some"),
        (["rules", "占位符"], "unknown rule “占位符”; for the rules: reportlint rules"),
        (["rules", "duty"], "did you mean “duty-report”?"),
        (["types", "述职报告"], "reportlint explain 述职报告"),
        (["explain"], "no rule or report type given"),
        (["new-rule"], "new-rule house/no-slogan.yaml --word leverage"),
        (["new-pack"], "new-pack house --name"),
        (["new-type"], "new-type house/types/visit.yaml"),
        (["why", "a.md", "3", "placeholder"], "why FILE:LINE RULE"),
        (["completion", "fsh"], "did you mean “fish”?"),
        (["new", "rfc", "--format", "pdf"], "--format: unknown value “pdf”; valid are: md, txt"),
        (["check", "--formt", "json"], "--formt: no such option; did you mean --format?"),
        (["survey", "--similr", "0.8"], "did you mean --similar?"),
        (["--jobs", "many"], "--jobs: “many” is no whole number"),
        (["types", "a\x1b[31mb"], "reportlint explain a"),
        (["check", "placeholder"], "placeholder: a rule, no file: --select placeholder"),
        (["placeholder"], "--select placeholder"),
        (["suppress", "未填的空"], "--rule 未填的空"),
        (["duty-report"], "--type duty-report, to begin one: reportlint new duty-report"),
        (["check", "述职报告"], "--type 述职报告"),
        (["suppress", "duty-report"], "duty-report: no such file or folder"),
        (["test", "placeholder"], "placeholder: no such file or folder"),
        (["check", "no-such-thing"], "no-such-thing: no such file or folder"),
    ],
)
def test_one_line_says_what_does_what_was_meant(
    line: list[str], answer: str, capsys: pytest.CaptureFixture[str]
) -> None:
    message = answer_to(line, capsys)
    assert answer in message
    assert message.startswith("reportlint: ")
    assert message.count("\n") == 1
    assert "\x1b" not in message


def test_the_tables_name_commands_that_there_are() -> None:
    assert set(misused._EXTRA) | set(misused._MISSING) <= set(COMMANDS)
