"""One cause, one diagnostic."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportlint.core.diagnostic import Diagnostic

# A rule says nothing where one of these already speaks of the same characters: `XXXX年13月` is a blank, not a wrong date.
YIELDS: Mapping[str, tuple[str, ...]] = {
    "date-invalid": ("placeholder",),
    "repeated-text": ("placeholder",),
    "bracket-pair": ("placeholder",),
    "punctuation-width": ("placeholder", "bracket-pair"),
}


def one_per_cause(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """`found` without what is said twice by one rule of one place, and without what yields to another rule."""
    kept = list({(one.rule, one.span, one.message): one for one in found}.values())
    if not any(one.rule in YIELDS for one in kept):
        return kept
    return [one for one in kept if not _yields(one, kept)]


def _yields(one: Diagnostic, others: list[Diagnostic]) -> bool:
    above = YIELDS.get(one.rule, ())
    return any(other.rule in above and other.span.touches(one.span) for other in others)
