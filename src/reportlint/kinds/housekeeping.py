"""Kind `housekeeping`: messages of the tool itself about a report or a rule. This kind finds
nothing; the engine creates the findings.

Rules of this kind exist so that the severity and wording of these messages are data like those of
any other rule. They need no examples.
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
        "whether findings are about a place in the text, or about a file that could not be checked",
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
    """Return None: there is nothing to compile."""


def find(reading: Reading, prepared: None) -> Iterable[Hit]:
    """No hits: the engine reports."""
    return ()


def identity(hit: Hit, options: Mapping[str, Any]) -> Identity:
    """Transient for a finding about the file, which reports that this attempt to check it
    failed."""
    return Identity(transient=options.get("about") == FILE)


def touched_by(change: ChangedReport, finding: Diagnostic, options: Mapping[str, Any]) -> bool:
    """Whether the finding is about the file, or its lines were changed. For a comment that silences
    nothing, the lines that it applies to count too."""
    if options.get("about") == FILE or touches_its_lines(change, finding, options):
        return True
    return any(change.touches(lines) for lines in change.silenced_by(finding.span))
