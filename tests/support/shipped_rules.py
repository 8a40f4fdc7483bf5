"""Run one shipped rule on a text."""

from __future__ import annotations

from functools import cache
from typing import Any

from reportlint.config.examples import unmark
from reportlint.core.pack import Library
from reportlint.core.request import Settings
from reportlint.kinds import KINDS
from reportlint.ordinals.matcher import Matcher
from reportlint.run.setup import Setups
from reportlint.structure.reading import DocumentReading
from reportlint.text.parse import parse


@cache
def library() -> Library:
    return Setups(Settings(isolated=True)).of("report.md").library


@cache
def matcher() -> Matcher:
    return Matcher(library().lexicon)


@cache
def _ready(rule: str) -> Any:
    made = library().rules[rule]
    return made.kind, KINDS[made.kind].prepare(made.options, library().lexicon)


def hits(rule: str, text: str, format: str = "text") -> list[Any]:
    """The hits of a shipped rule, in the order of the text."""
    kind, ready = _ready(rule)
    reading = DocumentReading(parse(text, format, matcher()), matcher())
    return sorted(KINDS[kind].find(reading, ready), key=lambda hit: hit.span)


def check(rule: str, source: str, format: str = "text") -> list[Any]:
    """Assert that the hits are exactly the marked places of `source`; return them."""
    unmarked = unmark(source)
    assert not isinstance(unmarked, int), "unpaired marks"
    text, spans = unmarked
    matches = hits(rule, text, format)
    assert [(hit.span.cut(text), tuple(hit.span)) for hit in matches] == [
        (text[a:b], (a, b)) for a, b in spans
    ]
    return matches
