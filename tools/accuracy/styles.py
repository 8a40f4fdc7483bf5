"""The styles of list markers in which faults are planted, from data/styles.yaml."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from ruamel.yaml import YAML
from tools.accuracy import numerals

DATA = Path(__file__).parent / "data"
# What may precede a marker on its line. Emphasis, highlighting and links are not part of the
# marker.
_LEAD = (
    r"^(?P<indent>[ \t\u3000\u00a0]*)(?P<bullet>[-*+•][ ]+)?(?P<heading>\#{1,6}[ ]+)?"
    r"(?P<decoration>\*\*|__|==|\[)?"
)
_CLAUSE = r"(?<=[。；;：:！？!?])[ \u3000]*|(?<=[.!?;:][ ])"


class Style(NamedTuple):
    """One style of marker. In `mark`, `#` is the place of the numeral; `other_form` is the same
    marker in another form."""

    mark: str
    system: numerals.System
    document: bool
    label: bool
    regex: re.Pattern[str]
    loose: re.Pattern[str]
    other_form: tuple[str, numerals.System] | None

    def written(self, n: int) -> str | None:
        """n in this style's numerals; None if there is no such numeral."""
        return numerals.write(self.system, n)

    def otherwise(self, n: int) -> str | None:
        """The whole marker of n in the other form; None if there is none."""
        if self.other_form is None:
            return None
        mark, system = self.other_form
        numeral = numerals.write(system, n)
        before, _, after = mark.rpartition("#")
        return None if numeral is None else before + numeral + after


def _system(name: str | list[str]) -> numerals.System:
    """A numeral system: the named one, or the given numerals."""
    return tuple(name) if isinstance(name, list) else numerals.SYSTEMS[name]


def style_of(entry: dict[str, Any]) -> Style:
    """A style from its entry in the data file."""
    system = _system(entry["numerals"])
    before, _, after = entry["mark"].rpartition("#")
    unless = f"(?!{entry['unless']})" if "unless" in entry else ""
    mark = f"{re.escape(before)}(?P<numeral>{numerals.pattern(system)}){re.escape(after)}{unless}"
    where = _LEAD if entry["at"] == "line" else f"(?:{_LEAD}|{_CLAUSE})"
    other_form = entry.get("other-form")
    return Style(
        entry["mark"],
        system,
        entry.get("span") == "document",
        bool(before.strip("（(第其")) or entry.get("span") == "document",
        re.compile(f"{where}(?P<mark>{mark})", re.MULTILINE),
        re.compile(rf"(?<![0-9A-Za-z第]){mark}"),
        (other_form["mark"], _system(other_form["numerals"])) if other_form else None,
    )


@cache
def styles() -> tuple[Style, ...]:
    """All styles of the data file, in its order."""
    entries = YAML(typ="safe", pure=True).load(DATA / "styles.yaml")
    return tuple(style_of(entry) for entry in entries)
