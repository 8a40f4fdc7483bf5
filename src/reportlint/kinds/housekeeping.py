"""Kind `housekeeping`: what the tool itself has to say of a report or a rule. The kind finds
nothing; the engine reports.

A rule of this kind exists so that its severity and its words are data like those of any other. It
needs no examples.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportlint._startup.typed import Any
from reportlint.core.diagnostic import Diagnostic
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading
from reportlint.core.schema import Field
from reportlint.kinds.options import choice
from reportlint.kinds.protocol import ChangedReport, Identity, touches_its_lines

PLACE, FILE = "place", "file"

OPTIONS: Mapping[str, Field] = {
    "about": choice(
        "说的是文中一处，还是这次没能查成整个文件",
        "a place in the text, or that the file could not be checked as a whole",
        (PLACE, FILE),
        PLACE,
    ),
}
FIELDS: Mapping[str, str] = {
    "rule": "placeholder",
    "place": "rules/core/placeholder.yaml:1",
    "detail": "…",
}


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> None:
    """Nothing to compile."""


def find(reading: Reading, prepared: None) -> Iterable[Hit]:
    """Nothing to find."""
    return ()


def identity(hit: Hit, options: Mapping[str, Any]) -> Identity:
    """A finding about the file is transient: it says that this attempt to check it failed."""
    return Identity(transient=options.get("about") == FILE)


def touched_by(change: ChangedReport, finding: Diagnostic, options: Mapping[str, Any]) -> bool:
    """What is about the file goes with any change; a comment that silences nothing, with the lines
    that it is for."""
    if options.get("about") == FILE or touches_its_lines(change, finding, options):
        return True
    return any(change.touches(lines) for lines in change.silenced_by(finding.span))
