"""The answers to the page, as plain values for JSON. Offsets are in UTF-16 units, lines count from
1."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

from reportlint._startup.typed import Any
from reportlint.core.diagnostic import SEVERITIES
from reportlint.core.report import FileReport
from reportlint.core.rule import Example, Rule
from reportlint.core.text import pick
from reportlint.files.line_diff import changed_lines
from reportlint.finding import Finding
from reportlint.linter import Outline, TypeInfo
from reportlint.structure.language import language_of

MOST_FINDINGS = 2000  # findings shown in one text; the others are only counted
MOST_CHANGES = 300  # hunks shown
_SHOWN = 2  # examples of each kind

_RARE = re.compile("[\U00010000-\U0010ffff]")

Answer = dict[str, Any]


class Places:
    """Converts offsets in one text from code points to UTF-16 units, in which a browser counts."""

    def __init__(self, text: str) -> None:
        self._rare = [match.start() for match in _RARE.finditer(text)]

    def __call__(self, offset: int) -> int:
        """The offset in UTF-16 units."""
        return offset + bisect_left(self._rare, offset)


def of_text(text: str, findings: Sequence[Finding], outline: Outline) -> Answer:
    """The findings in a text, its type and its headings."""
    headings = [[heading.line, heading.level] for heading in outline.headings]
    return {**_of_findings(text, findings), "type": outline.type, "headings": headings}


def of_word(
    text: str, findings: Sequence[Finding], type: str, headings: Iterable[tuple[int, int]]
) -> Answer:
    """The findings in a Word document, its type, headings and text."""
    found_headings = [[line, level] for line, level in headings]
    return {**_of_findings(text, findings), "text": text, "type": type, "headings": found_headings}


def _of_findings(text: str, findings: Sequence[Finding]) -> Answer:
    place = Places(text)
    counts = Counter(finding.severity for finding in findings)
    return {
        "findings": [_finding(finding, place) for finding in findings[:MOST_FINDINGS]],
        "counts": {severity: counts[severity] for severity in SEVERITIES},
        "safe": sum(
            finding.fix is not None and finding.fix.safety == "safe" for finding in findings
        ),
        "fixable": sum(finding.fixable for finding in findings),
    }


def _finding(finding: Finding, place: Places) -> Answer:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "line": finding.line,
        "column": finding.column,
        "start": place(finding.start),
        "end": place(finding.end),
        "section": list(finding.section),
        "related": [
            {
                "line": near.line,
                "start": place(near.start),
                "end": place(near.end),
                "message": near.message,
            }
            for near in finding.related
        ],
        "fix": finding.fix
        and {
            "safe": finding.fix.safety == "safe",
            "edits": [
                {"start": place(edit.start), "end": place(edit.end), "text": edit.text}
                for edit in finding.fix.edits
            ],
        },
    }


def of_fixes(old: str, new: str, fixed: Iterable[str]) -> Answer:
    """A text after its fixes, and the lines that they change."""
    before, after = old.split("\n"), new.split("\n")
    changes = list(changed_lines([*map(_bytes, before)], [*map(_bytes, after)]))
    shown = [
        {
            "line": change.old_start + 1,
            "old": before[change.old_start : change.old_end],
            "new": after[change.new_start : change.new_end],
        }
        for change in changes[:MOST_CHANGES]
    ]
    return {
        "text": new,
        "fixed": dict(Counter(fixed)),
        "changes": shown,
        "more": len(changes) - len(shown),
    }


def _bytes(line: str) -> bytes:
    return line.encode("utf-8", "surrogatepass")


def of_rule(rule: Rule, passage: str, language: str) -> Answer:
    """The reason of a rule, with examples, good and bad; the bad ones are those most similar to the
    `passage` it found."""

    def far(example: Example) -> tuple[bool, float]:
        return language_of(example.text) != language, -_likeness(example, passage)

    bad = sorted((shown for shown in rule.examples if shown.spans), key=far)[:_SHOWN]
    family = bad[0].family if bad else ""
    good = sorted(
        (shown for shown in rule.examples if not shown.spans),
        key=lambda shown: (language_of(shown.text) != language, shown.family != family),
    )[:_SHOWN]
    return {
        "id": rule.id,
        "name": pick(rule.name, language),
        "severity": rule.severity,
        "why": pick(rule.why, language),
        "bad": [*map(_example, bad)],
        "good": [*map(_example, good)],
    }


def _likeness(example: Example, passage: str) -> float:
    """The similarity of the marked words of an example to a passage, from 0 to 1."""
    words = [example.text[start:end] for start, end in example.spans]
    return max(SequenceMatcher(None, word[:80], passage).ratio() for word in words)


def _example(example: Example) -> Answer:
    place = Places(example.text)
    marks = [[place(start), place(end)] for start, end in sorted(example.spans)]
    return {"text": example.text.rstrip("\n"), "marks": marks}


def of_type(of: TypeInfo, written_in: str, values: Mapping[str, str], language: str) -> Answer:
    """A report type with its blanks and the declarations of its fields; `values` are their
    defaults."""
    fields = {
        name: {
            "question": pick(field.question, language),
            "value": values.get(name, ""),
            "choices": list(field.choices),
            "required": field.required,
            "several": field.several,
        }
        for name, field in of.fields.items()
    }
    return {
        "id": of.id,
        "name": pick(of.name, language),
        "language": written_in,
        "blanks": list(of.blanks),
        "fields": fields,
    }


def of_folder(files: Mapping[str, FileReport], known: Mapping[str, Rule], language: str) -> Answer:
    """The number of findings in each file, by display name, and by rule; `known` are the rules by
    id."""
    rules: Counter[tuple[str, str]] = Counter()
    rows = []
    for name, file in files.items():
        counts = Counter(finding.severity for finding in file.diagnostics)
        rules.update((finding.rule, finding.severity) for finding in file.diagnostics)
        by_rule = Counter(finding.rule for finding in file.diagnostics)
        rows.append(
            {
                "path": name,
                "type": file.type,
                "counts": {severity: counts[severity] for severity in SEVERITIES},
                "rules": dict(by_rule),
            }
        )
    totals = [
        {
            "rule": rule,
            "name": pick(known[rule].name, language) if rule in known else "",
            "severity": severity,
            "count": number,
        }
        for (rule, severity), number in rules.most_common()
    ]
    return {"files": rows, "rules": totals}
