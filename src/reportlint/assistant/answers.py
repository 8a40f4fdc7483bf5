"""Answers short enough for a model to read, with all that it needs to correct a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportlint.core.rule import Rule
from reportlint.core.span import LineIndex
from reportlint.core.text import Text, pick, shortened
from reportlint.finding import Finding, Fix

MOST = 200  # findings in one answer


def of_findings(findings: Sequence[Finding], text: str, language: str) -> str:
    """One line for each finding (position, severity, rule, message, fix), and below it the line of
    the text."""
    if not findings:
        return Text("没有发现问题。", "No findings.").to(language)
    lines = LineIndex(text)
    parts = [_finding(finding, text, lines, language) for finding in findings[:MOST]]
    more = len(findings) - MOST
    if more > 0:
        parts.append(Text(f"……还有 {more} 处。", f"… and {more} more.").to(language))
    return "\n".join(parts)


def of_rule(rule: Rule, language: str) -> str:
    """The message and the reason of a rule, with an example that it reports and one that it does
    not."""
    parts = [f"{rule.id} ({rule.severity})", pick(rule.message, language), pick(rule.why, language)]
    bad = next((example.text for example in rule.examples if example.spans), "")
    good = next((example.text for example in rule.examples if not example.spans), "")
    if bad:
        parts.append(Text("要报的：", "Reported:").to(language) + " " + bad.strip())
    if good:
        parts.append(Text("不报的：", "Not reported:").to(language) + " " + good.strip())
    return "\n".join(part for part in parts if part)


def _finding(finding: Finding, text: str, lines: LineIndex, language: str) -> str:
    head = f"{finding.line}:{finding.column} {finding.severity} {finding.rule}: {finding.message}"
    cure = _cure(finding.fix, language) if finding.fix else ""
    line = lines.line(finding.line).cut(text) if finding.line <= len(lines) else ""
    shown = shortened(line, finding.column).strip()
    return f"{head}{cure}\n  > {shown}" if shown else head + cure


def _cure(fix: Fix, language: str) -> str:
    edits = "; ".join(_edit(edit.line, edit.column, edit.text, language) for edit in fix.edits[:5])
    return Text(f"；修法（{fix.safety}）：{edits}", f"; cure ({fix.safety}): {edits}").to(language)


def _edit(line: int, column: int, text: str, language: str) -> str:
    if not text:
        return Text(f"{line}:{column} 删去", f"{line}:{column} delete").to(language)
    return Text(f"{line}:{column} 改为“{text}”", f'{line}:{column} put "{text}"').to(language)


def names(items: Iterable[tuple[str, str]]) -> str:
    """Ids with their names, one per line."""
    return "\n".join(f"{item} {name}" for item, name in items)
