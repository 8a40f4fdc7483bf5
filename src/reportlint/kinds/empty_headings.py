"""How sure it is that a heading with nothing under it lacks its text.

Authors give a heading the level of the headings that it contains, and write whole statements as
headings. Such a heading is empty and nothing is missing. What stands around it tells the two cases
apart; if that does not, it cannot be told.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from reportlint._startup.lazy_pattern import lazy
from reportlint.core import document as d
from reportlint.core.characters import COLONS
from reportlint.core.document import Block
from reportlint.core.numbering import Marker
from reportlint.core.reading import Reading, Section
from reportlint.kinds.heading_series import has_number
from reportlint.kinds.section_headings import FORMAL, is_empty, next_block
from reportlint.structure.titles import MARKS, normal

# A time or a day, a reference to another place, an arrow: the heading is its own text.
_STATES = lazy(
    r"(?i)\d{1,2}[:：]\d\d|\b(?:19|20)\d\d(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日)"
    r"|\b[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d\b"
    r"|\b\d{1,2}\.? [a-z]{3,9} (?:19|20)\d\d\b|\b\d{1,2}\.\d{1,2}\.(?:\s|$)"
    r"|\b(?:tb[ad]|todo)\b|待定|未实现|^(?:详见|参见)|->|=>|→"
    r"|(?:§§|\bart(?:icles|ikel|\.)?) ?[0-9ivxlc]+\b.{0,3}\b(?:bis|to|à|a) [0-9ivxlc]+\b"
)
_STOPS = ("。", "！", "!", ".")
# Titles of back matter, which is inside no other section and contains none.
_BACK_MATTER = lazy(
    r"(?i)(?:references?|bibliograph\w*|bibliograf\w*|literatur\w*|refer[êe]ncias?(?: \w+)?"
    r"|copyright\b.*|licen[cs]e|change ?log|(?:(?:revision|version|document) )?history"
    r"|hist[óo]rico d\w+ \w+|acknowledge?ments?|endorsements?|appendix\b.*|appendices"
    r"|参考(?:文献|资料|链接)?|致谢|附录|附件|(?:修订|变更|版本)(?:记录|历史))"
)
# A heading that has only a kind and a number, to which the next one may give the name.
_NUMBER_ALONE = lazy(r"[^\W\d_]+\.? (?:[0-9]{1,3}|[IVXLC]+|[A-Z])")


def lacks_text(reading: Reading, section: Section, known: Container[Section]) -> bool:
    """Whether an empty section surely lacks its text. `known` are the sections that match the type
    of the report."""
    blocks = reading.document.blocks
    following = next_block(blocks, section.block)
    if section not in known and (_is_statement(reading, section) or _is_of_title(reading, section)):
        return False
    if following is None:
        return not _is_value(reading, section)
    if following.kind != d.HEADING:
        is_tail = following.role in (d.SIGNATURE, d.DATE)
        return not is_tail or _is_signed(blocks, following, reading.document.text)
    behind = _behind(reading, section)
    if behind is None or behind.level > section.level:
        return True
    if behind.level < section.level:
        return not _begins_anew(reading, behind) and not _is_value(reading, section)
    return _is_beside(reading, section, behind, known)


def _behind(reading: Reading, section: Section) -> Section | None:
    """The next section in the text; None if there is none."""
    at = reading.sections.index(section) + 1
    return reading.sections[at] if at < len(reading.sections) else None


def _begins_anew(reading: Reading, behind: Section) -> bool:
    """Whether a section of the highest level is the first of that level after the title: another
    text begins, which may be what the heading before it is about."""
    above = reading.sections[1 : reading.sections.index(behind)]
    return behind.level == 1 and all(section.level > 1 for section in above)


def _is_statement(reading: Reading, section: Section) -> bool:
    """Whether a heading is a statement, which needs no text: a sentence, a time, a reference, a
    mark without words. An official heading of two clauses is none: 一、提高认识，加强领导."""
    heading = section.heading.cut(reading.document.text).strip(MARKS)
    if not any(char.isalpha() for char in section.title):
        return True
    if heading.endswith(_STOPS):
        return True
    is_clauses = "，" in section.title and heading[:1] not in FORMAL
    return is_clauses or _STATES.search(section.title) is not None


def _is_of_title(reading: Reading, section: Section) -> bool:
    """Whether only headings stand above a heading without a number: it may be a line of the
    title."""
    above = reading.document.blocks[: section.block]
    is_first = not any(block.kind in d.PROSE and block.kind != d.HEADING for block in above)
    return is_first and not has_number(section, reading.document.text)


def _is_value(reading: Reading, section: Section) -> bool:
    """Whether a heading is the only one under another heading, with nothing between: it may be what
    that one is about (`### Team` over `#### Falcon`)."""
    if section.parent < 0:
        return False
    parent = reading.sections[section.parent]
    above = next_block(reading.document.blocks, parent.block)
    beside = [other for other in reading.sections if other.parent == section.parent]
    return above is reading.document.blocks[section.block] and len(beside) == 1


def _is_signed(blocks: Sequence[Block], following: Block, text: str) -> bool:
    """Whether the text after the heading is surely a signature: it has a label or a date. Otherwise
    it may be a short text under the heading."""
    roles = {block.role for block in blocks if block.span.start >= following.span.start}
    line = following.content.cut(text)
    return {d.SIGNATURE, d.DATE} <= roles or any(char in line for char in COLONS)


def _is_beside(
    reading: Reading, section: Section, behind: Section, known: Container[Section]
) -> bool:
    """Whether `behind`, the next heading of the same level, surely is not meant to be inside
    `section`.

    It is not if both are numbered in one series, if it is of the type or back matter, or if another
    heading with the title of `section` has text. Nor is it if no second heading of its level
    follows, since one heading alone is seldom divided further. Otherwise it cannot be told.
    """
    marker, other = _marker(reading, section), _marker(reading, behind)
    if marker is not None and other is not None:
        return marker[0] == other[0] or other[1].value > 1
    if behind in known or is_back_matter(section) or is_back_matter(behind):
        return True
    if other is not None:
        return other[1].value > 1
    return marker is None and _is_beside_unnumbered(reading, section, behind, known)


def _is_beside_unnumbered(
    reading: Reading, section: Section, behind: Section, known: Container[Section]
) -> bool:
    """The same for headings without numbers, of which `behind` is nothing that is surely beside."""
    if _has_text_elsewhere(reading, section):
        return True
    is_nameless = _NUMBER_ALONE.fullmatch(section.title) is not None
    return not is_nameless and _is_alone(reading, behind, known)


def is_back_matter(section: Section) -> bool:
    """Whether a section is a list of references, an appendix or the like."""
    return _BACK_MATTER.fullmatch(section.title) is not None


def _marker(reading: Reading, section: Section) -> tuple[int, Marker] | None:
    """The ordinal of a heading, with the index of its list; None if it has none."""
    if not has_number(section, reading.document.text):
        return None
    for index, run in enumerate(reading.runs):
        for marker in run.markers:
            if marker.block == section.block and marker.span.touches(section.heading):
                return index, marker
    return None


def _has_text_elsewhere(reading: Reading, section: Section) -> bool:
    """Whether another heading with the same title has text directly under it."""
    name, blocks = normal(section.title), reading.document.blocks
    for other in reading.sections:
        if other != section and normal(other.title) == name:
            following = next_block(blocks, other.block)
            if following is not None and following.kind != d.HEADING and not following.role:
                return True
    return False


def _is_alone(reading: Reading, behind: Section, known: Container[Section]) -> bool:
    """Whether at most one of the headings from `behind` on has text, without headings below it, up
    to one that is surely beside them: a section of the type, back matter, a higher heading."""
    sections = reading.sections[reading.sections.index(behind) :]
    filled = 0
    for other in sections:
        if other.level < behind.level or other in known or is_back_matter(other):
            break
        if other.level > behind.level:
            return False
        filled += not is_empty(reading, other)
    return filled <= 1
