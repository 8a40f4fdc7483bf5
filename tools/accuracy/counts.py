"""Plant faults in announced counts: "three measures:" before a list of four."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from ruamel.yaml import YAML
from tools.accuracy import numerals
from tools.accuracy.faults import Edit, Fault, Report, Span
from tools.accuracy.lists import Series, series_of
from tools.accuracy.prose import prose_of, script_of
from tools.accuracy.styles import DATA

RULES = ("announced-count",)
_BULLET = re.compile(r"[-*•][ ]+\S")
_LINES = 2  # at most so many line feeds between an announcement and its list
_FEWEST, _MOST = 3, 9  # items of a list


class Language(NamedTuple):
    """The phrases that announce a list in one language."""

    script: str
    systems: tuple[numerals.System, ...]
    regex: re.Pattern[str]


class Counted(NamedTuple):
    """A list that can be announced: its start, its number of items and, if it is numbered, its
    series."""

    start: int
    size: int
    where: str
    series: Series | None


def _language(entry: dict[str, Any]) -> Language:
    """A language from its entry in the data file."""
    systems = tuple(
        tuple(name) if isinstance(name, list) else numerals.SYSTEMS[name]
        for name in entry["numerals"]
    )
    count = numerals.pattern(sorted({numeral for system in systems for numeral in system[:20]}))
    regex = re.compile(entry["regex"].format(count=count), re.VERBOSE)
    return Language(entry["script"], systems, regex)


@cache
def languages() -> tuple[Language, ...]:
    """All languages of data/counts.yaml."""
    entries = YAML(typ="safe", pure=True).load(DATA / "counts.yaml")
    return tuple(_language(entry) for entry in entries)


def bulleted_lists(text: str) -> Iterator[Counted]:
    """Bulleted lists at the margin."""
    start, count, offset = 0, 0, 0
    for line in [*text.splitlines(keepends=True), "end"]:
        if _BULLET.match(line):
            start, count = (start, count + 1) if count else (offset, 1)
        elif count and line.strip() and not line.startswith("  "):
            yield Counted(start, count, "bullets", None)
            count = 0
        offset += len(line)


def counted_lists(text: str) -> list[Counted]:
    """The lists whose numbering is certain and the bulleted lists, ordered by their starts."""
    lists, _ = series_of(text)
    by_start = {
        series.markers[0].item: Counted(
            series.markers[0].item, len(series.markers), series.where, series
        )
        for series in lists
        if not series.style.document
    }
    prose = prose_of(text)
    for bullets in bulleted_lists(text):
        if prose.holds(bullets.start):
            by_start.setdefault(bullets.start, bullets)
    return [by_start[start] for start in sorted(by_start)]


def _other(
    count: str, systems: tuple[numerals.System, ...], true: int, rng: random.Random
) -> str | None:
    """Another number than `true` in the same numerals as `count`; None if `count` is not the
    numeral of `true`."""
    for system in systems:
        if count in system and numerals.read(system, count) == true:
            return numerals.write(system, true + (rng.choice((-1, 1)) if true > _FEWEST else 1))
    return None


def _without(series: Series, rng: random.Random) -> tuple[Edit, ...] | None:
    """The edits that remove an inner item and renumber the rest; None if that is impossible."""
    markers = series.markers
    index = rng.randrange(1, len(markers) - 1)
    cut = Edit(markers[index].item, markers[index + 1].item, "")
    edits = [cut]
    for n, marker in enumerate(markers[index + 1 :], index + 1):
        numeral = series.style.written(n)
        if numeral is None:
            return None
        edits.append(Edit(marker.numeral, marker.numeral_end, numeral))
    return tuple(edits) if cut.start < cut.end else None


def announcements(report: Report) -> Iterator[tuple[Language, re.Match[str], Counted]]:
    """Every phrase with a count, with the list that follows it directly."""
    text, prose, script = report.text, prose_of(report.text), script_of(report.text)
    lists = counted_lists(text)
    for language in languages():
        if language.script != script:
            continue
        for match in language.regex.finditer(text):
            after = next((listed for listed in lists if listed.start >= match.end()), None)
            if after is None or not prose.holds(match.start()):
                continue
            gap = text[match.end() : after.start]
            if gap.count("\n") <= _LINES and not gap.strip(" \t\u3000\r\n#*_>-"):
                yield language, match, after


def plant(report: Report, rng: random.Random) -> Iterator[Fault]:
    """Wrong counts, and lists that lose an item, at places where count and list agree."""
    for language, match, after in announcements(report):
        other = _other(match["count"], language.systems, after.size, rng)
        if other is None or not _FEWEST <= after.size <= _MOST:
            continue
        count = Span(*match.span("count"))
        style = match["count"]
        wrong = (Edit(count.start, count.end, other),)
        yield Fault("count-wrong", "count", after.where, style, wrong, (count,), RULES)
        shorter = _without(after.series, rng) if after.series else None
        if shorter:
            yield Fault("count-item-gone", "count", after.where, style, shorter, (count,), RULES)
