"""One cause, one diagnostic."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reportlint.core.diagnostic import Diagnostic
from reportlint.core.span import Spans


def one_per_cause(
    findings: Iterable[Diagnostic], yields: Mapping[str, Sequence[str]]
) -> list[Diagnostic]:
    """`findings` without what one rule says twice of one place, and without what yields to another
    rule.

    `yields` says to which rules a rule yields: it says nothing where one of them speaks of the same
    characters (`XXXX年13月` is a blank, not a wrong date). The time grows as that of sorting
    `findings`.
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
