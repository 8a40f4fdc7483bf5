"""Kind `housekeeping`: what the tool itself has to say of a report or a rule. The kind finds nothing; the engine reports.

A rule of this kind exists so that its severity and its words are data like those of any other. It needs no examples.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportlint._startup.typed import Any
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading
from reportlint.core.schema import Field

OPTIONS: Mapping[str, Field] = {}
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
