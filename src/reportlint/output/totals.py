"""How many findings there are: in a sentence, and by rule."""

from __future__ import annotations

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.diagnostic import SEVERITIES
from reportlint.core.report import Report, count, untyped
from reportlint.core.text import Text

_ZH = {"error": "错误", "warning": "警告", "info": "提示"}
_EN = {"error": ("error", "errors"), "warning": ("warning", "warnings"), "info": ("info", "info")}


def summary(report: Report) -> str:
    """How many files were checked and what was found, as one line without its end.

    That nothing was checked is said too.
    """
    files, silent = len(report.files), _of_no_type(report)
    counts = {severity: number for severity, number in count(report).items() if number}
    if not files:
        sentence = Text(
            "检查了 0 个文件：没有找到可检查的文件。",
            "0 files checked: no file to check was found.",
        )
    elif not counts:
        sentence = Text(
            f"检查了 {files} 个文件{silent.zh}，没有发现问题。",
            f"{_number(files, 'file')} checked{silent.en}, no findings.",
        )
    else:
        total = sum(counts.values())
        zh = "，".join(f"{number} 处{_ZH[severity]}" for severity, number in counts.items())
        en = ", ".join(f"{n} {_EN[severity][n != 1]}" for severity, n in counts.items())
        sentence = Text(
            f"检查了 {files} 个文件{silent.zh}，发现 {total} 处问题：{zh}。",
            f"{_number(files, 'file')} checked{silent.en}, {_number(total, 'finding')}: {en}.",
        )
    return sentence.to(report.language) + hidden(report)


def _of_no_type(report: Report) -> Text:
    """How many of the files are of no known type, in brackets behind their number."""
    number = untyped(report)
    if not number:
        return Text("", "")
    if number == len(report.files):
        every = number > 1
        return Text("（都认不出文种）", " (all of no known type)") if every else _NO_TYPE
    return Text(f"（{number} 个认不出文种）", f" ({number} of no known type)")


def last_line(report: Report, *, quiet: bool) -> str:
    """The summary as the last line of an output; "" where only findings are wanted."""
    return "" if quiet else summary(report) + "\n"


def hidden(report: Report) -> str:
    """How many findings `--max-findings` left out, as a sentence that follows the summary; "" where
    all are there."""
    number = sum(report.hidden.values())
    if not number:
        return ""
    return Text(
        f"有 {number} 处没有列出（--max-findings）。",
        f" {_number(number, 'finding')} not shown (--max-findings).",
    ).to(report.language)


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


_NO_TYPE = Text("（认不出文种）", " (of no known type)")


class RuleCount(NamedTuple):
    """The findings of one rule at one severity."""

    findings: int
    files: int  # that have such a finding
    severity: str
    rule: str


def by_rule(report: Report) -> list[RuleCount]:
    """The counts of all rules that found anything, the most frequent first."""
    findings: dict[tuple[str, str], int] = {}
    files: dict[tuple[str, str], int] = {}
    for file in report.files:
        keys = [(diagnostic.severity, diagnostic.rule) for diagnostic in file.diagnostics]
        for key in keys:
            findings[key] = findings.get(key, 0) + 1
        for key in set(keys):
            files[key] = files.get(key, 0) + 1
    rows = [RuleCount(number, files[key], *key) for key, number in findings.items()]
    return sorted(rows, key=lambda row: (-row.findings, SEVERITIES.index(row.severity), row.rule))
