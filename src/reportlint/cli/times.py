"""The table of `--profile`: the time of phases and rules, the slowest first."""

from __future__ import annotations

from reportlint.core.report import Report
from reportlint.core.text import A_RULE, Text

_NAMES = {
    "parsing": Text("解析", "parsing"),
    "recognising": Text("识别文种", "recognising the type"),
    "sections": Text("章节", "sections"),
    "numbering": Text("序号", "numbering"),
}
_TITLES = {"phase": Text("阶段", "phase"), "rule": A_RULE}


def table(report: Report, language: str) -> str:
    """Milliseconds by phase and by rule, with the file and line of each rule. Percentages are those
    of all measured time."""
    whole = sum(seconds for _, _, seconds in report.times) or 1.0
    lines = []
    for sort, title in _TITLES.items():
        lines.append(f"{'ms':>10}  {'%':>5}  {title.to(language)}")
        spent = sorted((row for row in report.times if row[0] == sort), key=lambda row: -row[2])
        for _, name, seconds in spent:
            rule = report.rules.get(name) if sort == "rule" else None
            place = f"  {rule.path}:{rule.line or 1}" if rule and rule.path else ""
            label = _NAMES[name].to(language) if name in _NAMES else name
            lines.append(f"{seconds * 1000:10.2f}  {seconds / whole * 100:5.1f}  {label}{place}")
    return "\n".join(lines) + "\n"
