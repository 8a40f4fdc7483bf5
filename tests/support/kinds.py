"""What the tables of the kinds' tests share: options and a text in which ⟦ ⟧ mark what must be
found.
"""

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
    """The hits of a rule with these options, the others at their defaults, as `load` fills them
    in.
    """
    made = KINDS[kind]
    found = made.find(
        reading(text, format, of, path), made.prepare(fill(options, made.OPTIONS), LEXICON)
    )
    return sorted(found, key=lambda hit: hit.span)


def check(
    kind: str,
    options: dict[str, Any],
    source: str,
    format: str = "markdown",
    of: ReportType | None = None,
    path: str = "",
) -> list[Any]:
    """Assert that exactly the marked places of `source` are found; the hits."""
    unmarked = unmark(source)
    assert not isinstance(unmarked, int), "unpaired marks"
    text, spans = unmarked
    found = hits(kind, options, text, format, of, path)
    assert [(hit.span.cut(text), tuple(hit.span)) for hit in found] == [
        (text[a:b], (a, b)) for a, b in spans
    ]
    for hit in found:
        assert set(KINDS[kind].FIELDS) <= set(hit.values), "every field of the message is filled"
    return found
