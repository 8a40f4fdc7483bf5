"""How many findings there are: in a sentence, and by rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.diagnostic import SAFE, SEVERITIES, UNSAFE
from reportlint.core.report import Report, count, untyped
from reportlint.core.text import Text

MENDABLE = "[*]"  # the mark of a finding that can be mended
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


def what_to_do(report: Report, tried: Collection[str] = ()) -> str:
    """How many findings can be mended, and how to learn why: sentences that follow the summary.

    `tried` are the sorts of fixes that this run has made already: what they have left, they cannot mend.
    """
    findings = [one for file in report.files for one in file.diagnostics]
    kinds = Counter(one.fix.safety for one in findings if one.fix and one.fix.edits)
    safe, unsafe = (0 if kind in tried else kinds[kind] for kind in (SAFE, UNSAFE))
    mend = Text("", "")
    if unsafe:
        options = "--fix --unsafe-fixes"
        mend = Text(
            f"{safe + unsafe} 处（带 {MENDABLE}）可用 {options} 改正。",
            f" {safe + unsafe} {MENDABLE} can be mended with {options}.",
        )
    elif safe:
        mend = Text(
            f"{safe} 处（带 {MENDABLE}）可用 --fix 改正。",
            f" {safe} {MENDABLE} can be mended with --fix.",
        )
    why = Text("为什么报：reportlint explain 规则", " Why: reportlint explain RULE")
    why = why if findings else Text("", "")
    return mend.to(report.language) + why.to(report.language)


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
