"""Series of headings side by side: which of them stands over those behind it though its level is no
higher, as `# 7. Findings` over `# [M-01] …`, `# [L-01] …`."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint._startup.lazy_pattern import lazy
from reportlint.core.reading import Reading, Section
from reportlint.structure.titles import MARKS

_CENTRED = lazy(r"(?i)<center\b|\balign\s*=\s*[\"']?center")
_LABELLED = lazy(r"[\[（(]?[^\W\d_]{1,4}[- ]?[0-9]{1,3}[\])）:：. ]")  # [M-01] …
_NUMBER = lazy(r"([0-9]{1,3}(?:\.[0-9]{1,3})*)[.．、 ]")  # of `2. Aims`, `2.1 Users`
_TWO = 2


def stands_over(reading: Reading, section: Section) -> bool:
    """Whether an empty heading is a line of a cover, or one with a number over others without,
    which are of its level by mistake: they are what is in it."""
    blocks, text = reading.document.blocks, reading.document.text
    block = blocks[section.block]
    if not block.marked:
        return False
    if _CENTRED.search(block.span.cut(text)):
        return True
    if not _has_number(section, text):
        return False
    beside = _behind(reading.sections, section)
    if beside and _is_part(section, beside[0], text):
        return True
    bare = next((at for at, one in enumerate(beside) if _has_number(one, text)), len(beside))
    if not bare:
        return False
    goes_on = bare < len(beside)
    return goes_on or bare >= _TWO or _LABELLED.match(beside[0].title) is not None


def _behind(sections: Sequence[Section], section: Section) -> list[Section]:
    """The headings of its level behind a section, up to one that is higher."""
    found: list[Section] = []
    for one in sections:
        if one.heading.start <= section.heading.start:
            continue
        if one.level < section.level:
            break
        if one.level == section.level:
            found.append(one)
    return found


def _is_part(section: Section, behind: Section, text: str) -> bool:
    """Whether the number of a heading goes on from that of another: 2.1 from 2."""
    number = _NUMBER.match(section.heading.cut(text).strip(MARKS))
    other = behind.heading.cut(text).strip(MARKS)
    return number is not None and other.startswith((f"{number[1]}.", f"{number[1]}．"))


def _has_number(section: Section, text: str) -> bool:
    """Whether a heading bears an ordinal."""
    return not section.heading.cut(text).strip(MARKS).startswith(section.title)
