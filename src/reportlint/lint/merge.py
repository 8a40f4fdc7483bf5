"""Reduce findings to one per cause."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reportlint.core.diagnostic import Diagnostic
from reportlint.core.span import Spans


def one_per_cause(
    findings: Iterable[Diagnostic], yields: Mapping[str, Sequence[str]]
) -> list[Diagnostic]:
    """`findings` without duplicates of one rule at one place, and without those that yield to
    another rule.

    `yields` are the rules that each rule yields to: its finding is dropped if one of them reports
    the same characters (`XXXX年13月` is a blank, not a wrong date). The time grows as that of
    sorting `findings`.
    """
    once = list(
        {(finding.rule, finding.span, finding.message): finding for finding in findings}.values()
    )
    yielding = {finding.rule for finding in once} & yields.keys()
    taken = {
        rule: Spans(finding.span for finding in once if finding.rule in yields[rule])
        for rule in yielding
    }
    return [
        finding
        for finding in once
        if finding.rule not in taken or not taken[finding.rule].touch(finding.span)
    ]
