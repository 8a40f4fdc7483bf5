"""Plant blanks: a fact is replaced by a blank or a prompt."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ruamel.yaml import YAML
from tools.accuracy.faults import Edit, Fault, Report, Span
from tools.accuracy.prose import line_start, prose_of, script_of
from tools.accuracy.styles import DATA

RULES = ("placeholder",)
BROUGHT_ALONG = ("section-empty", "section-short", "closing-*", "opening-*", "repeated-text")


class Blank(NamedTuple):
    """A type of fact that can be removed, and the blanks that may replace it."""

    name: str
    script: str
    regex: re.Pattern[str]
    put: tuple[str, ...]


@cache
def blanks() -> tuple[Blank, ...]:
    """All entries of data/blanks.yaml."""
    entries = YAML(typ="safe", pure=True).load(DATA / "blanks.yaml")
    return tuple(
        Blank(
            entry["name"],
            entry["script"],
            re.compile(entry["regex"], re.VERBOSE),
            tuple(entry["put"]),
        )
        for entry in entries
    )


def _allowed(blank: str, text: str, start: int) -> bool:
    """Whether a blank may start at this offset: four spaces or more at the start of a line are an
    indent, not a blank."""
    return not blank.startswith("    ") or bool(text[line_start(text, start) : start].strip())


def plant(report: Report, rng: random.Random) -> Iterator[Fault]:
    """One fault for each type of fact in the report."""
    text, prose, script = report.text, prose_of(report.text), script_of(report.text)
    for blank in blanks():
        if blank.script != script:
            continue
        facts = [match for match in blank.regex.finditer(text) if prose.holds(match.start("value"))]
        if not facts:
            continue
        fact = rng.choice(facts)
        start, end = fact.span("value")
        allowed = [put for put in blank.put if _allowed(put, text, start)]
        put = rng.choice(allowed).format(**fact.groupdict()) if allowed else ""
        if put:
            yield Fault(
                f"blank-{blank.name}",
                "placeholder",
                put.strip() or "spaces",
                "",
                (Edit(start, end, put),),
                (Span(start, end),),
                RULES,
                BROUGHT_ALONG,
            )
