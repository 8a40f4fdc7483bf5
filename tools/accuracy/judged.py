"""How many findings on real reports are true: draw some to be read, count what the reader decided.

The share of true alarms cannot be planted. `draw` writes findings with the text around them, a JSON
object a line; a person adds `"verdict": "true"`, `"arguable"` or `"false"` and, if false, a
`"cause"`.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

from tools.accuracy.faults import Report
from tools.accuracy.findings import Finding, Lines, findings
from tools.accuracy.measure import reports_in

VERDICTS = ("true", "arguable", "false")
_AROUND = 60


class Share(NamedTuple):
    """How the findings of one rule were judged."""

    true: int
    arguable: int
    false: int

    @property
    def judged(self) -> int:
        """How many were read."""
        return self.true + self.arguable + self.false


def _entry(report: Report, finding: Finding) -> dict[str, object]:
    text = report.text
    around = text[max(0, finding.start - _AROUND) : finding.end + _AROUND]
    return {
        "report": report.name.split("/", 1)[1],
        "line": Lines.of(text).line(finding.start),
        "rule": finding.rule,
        "severity": finding.severity,
        "marked": text[finding.start : finding.end],
        "around": around.replace("\n", "⏎"),
        "verdict": "",
        "cause": "",
    }


def draw(
    folders: Sequence[Path], command: Sequence[str], most: int, only: str, seed: int
) -> list[str]:
    """At most `most` findings of each rule that matches `only`, drawn at random, as JSON lines."""
    reports = {report.name: report for report in reports_in(folders)}
    findings_of = findings({name: report.text for name, report in reports.items()}, command)
    rules: dict[str, list[tuple[str, Finding]]] = {}
    for name in sorted(findings_of):
        for finding in findings_of[name]:
            if fnmatch(finding.rule, only):
                rules.setdefault(finding.rule, []).append((name, finding))
    rng = random.Random(seed)
    drawn = [
        item
        for rule in sorted(rules)
        for item in sorted(rng.sample(rules[rule], min(most, len(rules[rule]))))
    ]
    return [
        json.dumps(_entry(reports[name], finding), ensure_ascii=False) for name, finding in drawn
    ]


def shares(lines: Iterable[str]) -> dict[str, Share]:
    """How each rule was judged, from JSON lines with a verdict; lines without one do not count."""
    counts: dict[str, Counter[str]] = {}
    for line in lines:
        entry = json.loads(line) if line.strip() else {}
        if entry.get("verdict") in VERDICTS:
            counts.setdefault(entry["rule"], Counter())[entry["verdict"]] += 1
    return {
        rule: Share(*(counts[rule][verdict] for verdict in VERDICTS)) for rule in sorted(counts)
    }


def table(judged: dict[str, Share]) -> str:
    """The shares as a Markdown table."""
    lines = [
        "| rule | read | true | arguable | false | true of those read |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for rule, share in judged.items():
        percent = 100 * share.true / share.judged
        lines.append(
            f"| `{rule}` | {share.judged} | {share.true} | {share.arguable} | {share.false}"
            f" | {percent:.0f} % |"
        )
    return "\n".join(lines)
