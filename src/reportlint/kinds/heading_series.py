"""Series of equal headings in which one is meant to contain those after it.

`# 7. Findings` before `# [M-01] …`, `# [L-01] …` is such a heading, although its level is no
higher.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportlint._startup.lazy_pattern import lazy
from reportlint.core import document as d
from reportlint.core.reading import Reading, Section
from reportlint.structure.titles import MARKS

_CENTRED = lazy(r"(?i)<center\b|\balign\s*=\s*[\"']?center")
_LABELLED = lazy(r"[\[（(]?[^\W\d_]{1,4}[- ]?[0-9]{1,3}[\])）:：. ]")  # [M-01] …
# [M-01], H-2
_CODE = lazy(r"[\[（(【][^\W\d_]{1,4}[- ]?[0-9]{1,3}[\])）】]|[A-Z]{1,4}-[0-9]{1,3}\b")
_BRACKET = lazy(r"\s*[(（][^()（）]{1,20}[)）]$")
_NUMBER = lazy(r"([0-9]{1,3}(?:\.[0-9]{1,3})*)[.．、 ]")  # of `2. Aims`, `2.1 Users`
_LEAST = 3  # code points of a title whose kind the next one may be
_TWO = 2


def stands_over(reading: Reading, section: Section) -> bool:
    """Whether an empty heading is a line of a cover, or is meant to contain the next headings of
    its level.

    It contains them if it has a number and they have none, if their numbers continue its number, or
    if they have codes and it has none.
    """
    blocks, text = reading.document.blocks, reading.document.text
    block = blocks[section.block]
    if not block.marked:
        return False
    if _CENTRED.search(block.span.cut(text)):
        return True
    beside = _behind(reading.sections, section)
    if _is_second_line(reading, section, beside):
        return True
    if beside and _is_first_of(section, beside[0], text):
        return True
    return has_number(section, text) and _is_over_others(beside, text)


def _is_second_line(reading: Reading, section: Section, beside: Sequence[Section]) -> bool:
    """Whether a heading directly after the title continues the title: its siblings have numbers,
    and it has none."""
    blocks, text = reading.document.blocks, reading.document.text
    above = blocks[section.block - 1] if section.block else None
    if above is None or above.role != d.TITLE or has_number(section, text):
        return False
    numbered = [has_number(sibling, text) for sibling in beside]
    return len(numbered) >= _TWO and all(numbered)


def _is_first_of(section: Section, behind: Section, text: str) -> bool:
    """Whether `behind`, the next heading of the same level, is meant to be the first inside
    `section`."""
    is_coded = _CODE.match(behind.title) and not _CODE.match(section.title)
    return bool(is_coded) or _is_part(section, behind, text) or _is_kind_of(section, behind)


def _is_over_others(beside: Sequence[Section], text: str) -> bool:
    """Whether the unnumbered headings directly after a numbered one are inside it.

    That is so if there are at least two of them, if the first has a label, or if another numbered
    heading follows them.
    """
    bare = next((at for at, section in enumerate(beside) if has_number(section, text)), len(beside))
    if not bare:
        return False
    goes_on = bare < len(beside)
    return goes_on or bare >= _TWO or _LABELLED.match(beside[0].title) is not None


def _behind(sections: Sequence[Section], section: Section) -> list[Section]:
    """The later headings of the level of `section`, up to a heading of a higher level."""
    behind: list[Section] = []
    for other in sections:
        if other.heading.start <= section.heading.start:
            continue
        if other.level < section.level:
            break
        if other.level == section.level:
            behind.append(other)
    return behind


def _is_part(section: Section, behind: Section, text: str) -> bool:
    """Whether the number of `behind` continues that of `section`: 2.1 after 2."""
    number = _NUMBER.match(section.heading.cut(text).strip(MARKS))
    other = behind.heading.cut(text).strip(MARKS)
    return number is not None and other.startswith((f"{number[1]}.", f"{number[1]}．"))


def _is_kind_of(section: Section, behind: Section) -> bool:
    """Whether the title of `behind` begins with the whole title of `section`: `Needs – Buyer` or
    `Need 1` after `Needs`."""
    title = _BRACKET.sub("", section.title).casefold().removesuffix("s")
    other = behind.title.casefold()
    rest = other.removeprefix(title).removeprefix("s").lstrip()
    return len(title) >= _LEAST and other.startswith(title) and bool(rest) and not rest[0].isalpha()


def has_number(section: Section, text: str) -> bool:
    """Whether a heading has an ordinal."""
    return not section.heading.cut(text).strip(MARKS).startswith(section.title)
