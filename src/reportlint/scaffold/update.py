"""A section that a report lacks → its text, as the report writes its headings."""

from __future__ import annotations

import re

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.report_type import ReportType, SectionSpec
from reportlint.ordinals.numerals import chinese
from reportlint.scaffold.new import (
    HEADING,
    MARKDOWN,
    PLAIN,
    heading,
    section_paragraphs,
    written_in,
)

_HASHES = re.compile(r"[ \t]*(#+)[ \t]*")
_CHINESE_MARKER = re.compile(r"([（(]?)([一二三四五六七八九十]+)([）)]?、?)[ \t]*")
_ARABIC_MARKER = re.compile(r"(\d{1,2})([.、．][ \t]*)")
_MOST = 30  # sections of a level that are counted


class Neighbour(NamedTuple):
    """How the section beside the new one is headed."""

    line: str  # its heading, "" where there is none
    is_before: bool  # whether it stands before the new section
    is_last: bool  # whether the new section follows it, and none follows that


def section_text(
    spec: SectionSpec, of: ReportType, level: int, form: str, beside: Neighbour, line_end: str
) -> str:
    """The section with its blanks, without a line end behind it. In Markdown it is numbered only behind the last section of
    its level, whose number it continues: other headings stay as they are."""
    language = written_in(of)
    hashes = _HASHES.match(beside.line)
    depth = len(hashes[1]) if hashes else level + 1
    parts: list[str] = []
    for one in section_paragraphs(spec, language, level):
        text = one.text
        if one.kind == HEADING and one.level > level:
            form_of = one._replace(level=depth + one.level - level - 1)
            text = heading(form_of, form if form == MARKDOWN else PLAIN, language)
        elif one.kind == HEADING:
            marks = "#" * depth + " " if form == MARKDOWN else ""
            text = marks + _marker(beside, form) + text
        parts.append(text)
    return "\n\n".join(parts).replace("\n", line_end)


def _marker(beside: Neighbour, form: str) -> str:
    """The number of the new heading, as the neighbour writes its own; "" where it has none.

    In plain text a number is what makes a heading, so that it is written there even where the next section has it already.
    """
    hashes = _HASHES.match(beside.line)
    at = hashes.end() if hashes else 0
    if form == MARKDOWN and not beside.is_last:
        return ""
    step = int(beside.is_before)
    arabic = _ARABIC_MARKER.match(beside.line, at)
    if arabic is not None:
        return f"{int(arabic[1]) + step}{arabic[2]}"
    found = _CHINESE_MARKER.match(beside.line, at)
    if found is None or not (found[1] or found[3]):
        return ""
    numerals = [chinese(number)[0] for number in range(1, _MOST)]
    if found[2] not in numerals[: _MOST - 2]:
        return ""
    return found[1] + numerals[numerals.index(found[2]) + step] + found[3]
