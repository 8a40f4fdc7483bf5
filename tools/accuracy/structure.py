"""Plant faults that depend on the kind of report: in sections, the opening and the closing.

The first lines of a report determine its kind; see data/kinds.yaml.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ruamel.yaml import YAML
from tools.accuracy.faults import Edit, Fault, Report, Span
from tools.accuracy.prose import line_end, prose_of
from tools.accuracy.styles import DATA

_TITLE_LINES = 4
_OPENING_PARAGRAPHS = 3
_CLOSING_LINES = 7  # signature, date and notes may follow
_BROUGHT_ALONG = (
    "ordinal-*",
    "announced-count",
    "section-*",
    "repeated-text",
    "closing-*",
    "opening-*",
)
_HEADING = re.compile(
    r"(?m)^(?:(?P<signs>\#{2,3})[ ]+(?P<title>\S[^\n]{0,60})"
    r"|(?P<number>[一二三四五六七八九十]{1,3}、)(?P<line>[^\n。]{2,30}))$"
)


class Kind(NamedTuple):
    """The parts of one kind of report; None if the kind does not have a part."""

    name: str
    title: re.Pattern[str]
    opening: re.Pattern[str] | None
    closing: re.Pattern[str] | None
    instead: re.Pattern[str] | None
    sections: dict[str, re.Pattern[str]]


class Section(NamedTuple):
    """A section: from its heading to the next heading that is not part of it; `body` is the end of
    the heading line."""

    title: str
    start: int
    body: int
    end: int
    leaf: bool


def _compiled(regex: str | None) -> re.Pattern[str] | None:
    return None if regex is None else re.compile(regex)


@cache
def kinds() -> tuple[Kind, ...]:
    """All entries of data/kinds.yaml."""
    entries = YAML(typ="safe", pure=True).load(DATA / "kinds.yaml")
    return tuple(
        Kind(
            entry["kind"],
            re.compile(entry["title"]),
            _compiled(entry.get("opening")),
            _compiled(entry.get("closing")),
            _compiled(entry.get("instead")),
            {name: re.compile(regex) for name, regex in entry.get("sections", {}).items()},
        )
        for entry in entries
    )


def kind_of(text: str) -> Kind | None:
    """The kind that the first lines of a report name; None if they name none."""
    head = "\n".join(text.split("\n")[:_TITLE_LINES])
    return next((kind for kind in kinds() if kind.title.search(head)), None)


def sections_of(text: str) -> list[Section]:
    """The sections under `##` and `###`, or under 一、 if a report has no Markdown headings."""
    prose = prose_of(text)
    headings = [match for match in _HEADING.finditer(text) if prose.holds(match.start())]
    marked = [match for match in headings if match["signs"]]
    used = marked or headings
    sections: list[Section] = []
    for index, match in enumerate(used):
        level = len(match["signs"] or "##")
        later = [(len(other["signs"] or "##"), other.start()) for other in used[index + 1 :]]
        end = next((start for depth, start in later if depth <= level), len(text))
        leaf = not later or later[0][1] == end
        title = match["title"] or match["line"]
        sections.append(Section(title, match.start(), match.end() + 1, end, leaf))
    return sections


def _sections(text: str, kind: Kind) -> Iterator[Fault]:
    """Faults in the sections that the kind requires."""
    sections = sections_of(text)
    for name, regex in kind.sections.items():
        matching = [section for section in sections if regex.search(section.title)]
        if len(matching) != 1:
            continue
        section = matching[0]
        cut = Edit(section.start, section.end, "")
        rest = text[: section.start] + text[section.end :]
        if not regex.search(rest) and section.end < len(text):
            yield _fault("section-removed", name, cut, (), ("section-missing",))
        if section.leaf and section.end < len(text) and text[section.body : section.end].strip():
            heading = Span(section.start, section.body - 1)
            emptied = Edit(section.body, section.end, "\n")
            yield _fault("section-emptied", name, emptied, (heading,), ("section-empty",))
            again = Edit(section.end, section.end, text[section.start : section.end])
            naming = ("section-duplicate", "repeated-text", "ordinal-duplicate")
            yield _fault("section-duplicated", name, again, (), naming)


def _fault(
    sort: str, where: str, edit: Edit, places: tuple[Span, ...], rules: tuple[str, ...]
) -> Fault:
    """A fault of one edit."""
    group = sort.split("-", maxsplit=1)[0]
    return Fault(sort, group, where, "", (edit,), places, rules, _BROUGHT_ALONG)


def _paragraphs(text: str) -> list[Span]:
    """The lines with text, each with its line feed; without headings."""
    lines: list[Span] = []
    start = 0
    while start < len(text):
        end = line_end(text, start)
        if text[start:end].strip() and not text.startswith("#", start):
            lines.append(Span(start, min(end + 1, len(text))))
        start = end + 1
    return lines


def _only(
    text: str, kind: Kind, regex: re.Pattern[str] | None, paragraphs: list[Span]
) -> Span | None:
    """The only paragraph that matches the regex of an opening or closing; None if several do, or if
    there is a substitute for it."""
    matching = [span for span in paragraphs if regex and regex.search(text[slice(*span)])]
    others = [text[slice(*span)] for span in paragraphs if span not in matching]
    instead = kind.instead is not None and any(kind.instead.search(other) for other in others)
    return matching[0] if len(matching) == 1 and not instead else None


def _ends(text: str, kind: Kind) -> Iterator[Fault]:
    """Faults in the opening and the closing."""
    paragraphs = _paragraphs(text)
    if len(paragraphs) < 2 * _CLOSING_LINES:
        return
    opening = _only(text, kind, kind.opening, paragraphs[: _OPENING_PARAGRAPHS + 1])
    if opening and kind.opening and not kind.opening.search(text, opening.end):
        yield _fault("opening-lost", kind.name, Edit(*opening, ""), (), ("opening-missing",))
    closing = _only(text, kind, kind.closing, paragraphs[-_CLOSING_LINES:])
    if closing is None:
        return
    removed = Edit(*closing, "")
    yield _fault("closing-lost", kind.name, removed, (), ("closing-missing",))
    middle = paragraphs[len(paragraphs) // 2].start
    inserted = Edit(middle, middle, text[slice(*closing)] + "\n")
    naming = ("closing-position", "closing-missing")
    yield _fault("closing-moved", kind.name, inserted, (), naming)._replace(
        edits=(inserted, removed)
    )


def plant(report: Report, rng: random.Random) -> Iterator[Fault]:
    """Every structural fault that is certain for the kind of the report."""
    del rng  # there are few places, so all of them are used
    kind = kind_of(report.text)
    if kind is not None:
        yield from _sections(report.text, kind)
        yield from _ends(report.text, kind)
