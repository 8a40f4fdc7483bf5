"""Plant small slips: half a pair of brackets, a date that does not exist, conflict markers."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from tools.accuracy.faults import Edit, Fault, Report, Span
from tools.accuracy.prose import line_start, prose_of

_PARAGRAPH = re.compile(r"(?m)^[^\s#>|\-*`<\d（(\[][^\n]{40,}$")


class Slip(NamedTuple):
    """A slip: a regex for the places where it can be made, the edit that makes it, and the rules
    that may report it."""

    sort: str
    group: str
    regex: re.Pattern[str]
    edit: Callable[[re.Match[str]], Edit]
    rules: tuple[str, ...]


def _without_closing(match: re.Match[str]) -> Edit:
    """Remove the closing bracket, the last character of the match."""
    return Edit(match.end() - 1, match.end(), "")


def _impossible(match: re.Match[str]) -> Edit:
    """Change the day to 32."""
    return Edit(*match.span("day"), "32")


def _thirteenth_month(match: re.Match[str]) -> Edit:
    """Change the month to 13."""
    return Edit(*match.span("month"), "13")


def _conflict(match: re.Match[str]) -> Edit:
    """Replace a paragraph by a merge conflict between it and a variant."""
    line = match[0]
    both = f"<<<<<<< HEAD\n{line}\n=======\n{line}…\n>>>>>>> main"
    return Edit(match.start(), match.end(), both)


SLIPS = (
    Slip(
        "bracket-lost",
        "bracket",
        re.compile(r"(?<=[\u4e00-\u9fff])（[\u4e00-\u9fff，、]{4,20}）(?=[\u4e00-\u9fff，。；])"),
        _without_closing,
        ("bracket-pair", "punctuation-*"),
    ),
    Slip(
        "bracket-lost",
        "bracket",
        re.compile(r"(?<=[a-z] )\([a-z][a-z ,]{6,40}\)(?=[ .,;])"),
        _without_closing,
        ("bracket-pair",),
    ),
    Slip(
        "date-impossible",
        "date",
        re.compile(r"(?<!\d)\d{4}年\d{1,2}月(?P<day>\d{1,2})日"),
        _impossible,
        ("date-invalid",),
    ),
    Slip(
        "date-impossible",
        "date",
        re.compile(r"(?<![\d-])20\d\d-(?P<month>\d\d)-(?:0[1-9]|1\d|2[0-8])(?![\d-])"),
        _thirteenth_month,
        ("date-invalid",),
    ),
    Slip("conflict-left", "conflict", _PARAGRAPH, _conflict, ("conflict-*",)),
)


def plant(report: Report, rng: random.Random) -> Iterator[Fault]:
    """One slip of every type that is possible in the report."""
    text, prose = report.text, prose_of(report.text)
    for slip in SLIPS:
        matches = [match for match in slip.regex.finditer(text) if prose.holds(match.start())]
        if not matches:
            continue
        match = rng.choice(matches)
        edit = slip.edit(match)
        start = line_start(text, match.start()) if slip.group == "conflict" else match.start()
        also = ("repeated-text", "section-*", "ordinal-*") if slip.group == "conflict" else ()
        place = Span(start, max(match.end(), edit.end))
        yield Fault(slip.sort, slip.group, "", "", (edit,), (place,), slip.rules, also)
