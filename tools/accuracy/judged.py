"""The share of true findings on real reports: draw findings for a person to judge, and count the
verdicts.

Planted faults cannot measure this share. `draw` prints findings with the text around them, one JSON
object per line. A person sets `"verdict"` to `"true"`, `"arguable"` or `"false"` and, if it is
false, the `"cause"`.
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
_AROUND = 60  # characters of context before and after a finding


class Share(NamedTuple):
    """The numbers of verdicts on the findings of one rule."""

    true: int
    arguable: int
    false: int

    @property
    def judged(self) -> int:
        """The number of judged findings."""
        return self.true + self.arguable + self.false


def _entry(report: Report, finding: Finding) -> dict[str, object]:
    """The JSON object of a finding, without a verdict."""
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
    """At most `most` random findings of each rule that matches `only`, as JSON lines."""
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
    """The verdicts by rule, from JSON lines; lines without a verdict are ignored."""
    counts: dict[str, Counter[str]] = {}
    for line in lines:
        entry = json.loads(line) if line.strip() else {}
        if entry.get("verdict") in VERDICTS:
            counts.setdefault(entry["rule"], Counter())[entry["verdict"]] += 1
    return {
        rule: Share(*(counts[rule][verdict] for verdict in VERDICTS)) for rule in sorted(counts)
    }


def table(judged: dict[str, Share]) -> str:
    """The verdicts as a Markdown table."""
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
