"""Helpers for the tests of kinds: options, and a text in which ⟦ ⟧ mark the expected hits."""

from __future__ import annotations

from typing import Any

from readings import LEXICON, reading

from reportlint.config.examples import unmark
from reportlint.config.merge import fill
from reportlint.core.report_type import ReportType
from reportlint.kinds import KINDS


def hits(
    kind: str,
    options: dict[str, Any],
    text: str,
    format: str = "markdown",
    of: ReportType | None = None,
    path: str = "",
) -> list[Any]:
    """The hits of a rule with these options; the others have their defaults, as `load` sets
    them."""
    made = KINDS[kind]
    matches = made.find(
        reading(text, format, of, path), made.prepare(fill(options, made.OPTIONS), LEXICON)
    )
    return sorted(matches, key=lambda hit: hit.span)


def check(
    kind: str,
    options: dict[str, Any],
    source: str,
    format: str = "markdown",
    of: ReportType | None = None,
    path: str = "",
) -> list[Any]:
    """Assert that the hits are exactly the marked places of `source`; return them."""
    unmarked = unmark(source)
    assert not isinstance(unmarked, int), "unpaired marks"
    text, spans = unmarked
    matches = hits(kind, options, text, format, of, path)
    assert [(hit.span.cut(text), tuple(hit.span)) for hit in matches] == [
        (text[a:b], (a, b)) for a, b in spans
    ]
    for hit in matches:
        assert set(KINDS[kind].FIELDS) <= set(hit.values), "every field of the message is filled"
    return matches
