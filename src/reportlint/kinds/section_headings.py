"""Faults of headings that need no report type: a heading with nothing under it, and a repeated
one."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from reportlint._startup.lazy_pattern import lazy
from reportlint.core import document as d
from reportlint.core.characters import (
    COLONS,
    HAN,
    NUMERALS,
    OPENING_BRACKETS,
    WORD_SPACES,
    is_in_round_brackets,
)
from reportlint.core.document import Block
from reportlint.core.reading import Reading, Section
from reportlint.core.span import Span
from reportlint.core.word import FORMAT as DOCX
from reportlint.patterns.phrases import phrase_pattern
from reportlint.structure.line_classifiers import is_date
from reportlint.structure.slides import is_of_slides
from reportlint.structure.titles import MARKS, bare, normal

# (no change), （无）, {RESERVED}, 敬请期待, and an item of minutes with the person who raised it:
# … --- 周敏
_SAYS_ALL = lazy(
    r"(?i)[(（](?:no(?:ne)?\b|n/?a\b|unchanged|not applicable"
    r"|see above|as above|无|不涉及|暂无|略|同上|[见在][上前]文|已在[上前]文)"
    r"[^()（）]{0,20}[)）]\s*$"
    rf"|\s(?:-{{2,}}|—{{1,2}})\s*[{HAN}]{{2,4}}\s*$"
    r"|(?:^|[{\[(（【]\s*)(?:reserved|removed|deleted|obsolete|withdrawn|unused|ungenutzt|未完待续|(?:已)?(?:删除|废止)|保留|预留)"
    r"\s*[}\])）】]?\s*$"
    r"|(?:敬请期待|coming soon)[.。!！…]*\s*$"
)
_PICTURES = lazy(r"(?:!\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\])\s*)+")
_TIME = lazy(r"\d{1,2}[:：]\d\d\b")
_COUNT = lazy(rf"\d+(?:\.\d+)? (?=[a-z])|\d{{1,2}}\.\d{{1,2}}(?=[{HAN}])")
_VALUE = lazy(r"\w[：:][*_]{0,3}(?:\s|(?<=：))\S")  # Present: Ana, Ben
_INCLUDE = lazy(r"(?i)<!--\s*[@#]?include\b")
# The end of a meeting; a paragraph that turns to those who listen.
_LAST_WORDS = lazy(
    r"\s*(?:(?:会议|例会|班会|会)?(?:[于在][^。，,\n]{1,16})?(?:结束|散会)[。.]?\s*\Z"
    r"|(?:同志们|朋友们|同学们|老师们|各位(?:代表|委员|领导|同志|同事|来宾|理事|股东))[，,！!：:])"
)
_NAMES_END = lazy(r"结束|结语|结尾|尾声|最后|寄语|号召|散会|希望|期望|闭幕|总结|小结|致[谢辞]")
_LONGEST = 40  # code points of a heading that cannot be mistaken for text
_LONGEST_CLOSING = 24  # code points
# First character of an unmarked heading that is more likely a heading than an item.
FORMAL = OPENING_BRACKETS + "第" + NUMERALS
_CHAPTER = lazy(rf"\d{{1,2}}[{WORD_SPACES}]+[{HAN}]")  # 1 总则
# If most of at least this many adjacent headings are empty, none is reported: it is an outline or a
# list.
_FEW = 3
_TEXTS_BESIDE = 2  # headings with text, which show that one beside them is a heading too


def hollow(reading: Reading, known: Container[Section] = ()) -> list[Section]:
    """The innermost sections of the body that are empty.

    If most sections are empty, the text is an outline and none is reported. A section that is not
    `known` to the report's type is reported only if its line is certainly a heading.
    """
    blocks = reading.document.blocks
    leaves, empty = _judged(reading, known)
    if not empty or _are_most(len(empty), leaves) or is_of_slides(reading.document):
        return []
    outlined = _outlined(leaves, empty)
    # a title without a later heading below it is no section
    title = next((block.content for block in blocks if block.kind in d.PROSE), Span(0, 0))
    in_body = [s for s in leaves if blocks[s.block].role == d.BODY and s.heading != title]
    return [s for s in in_body if s in empty and s.parent not in outlined]


def _judged(reading: Reading, known: Container[Section]) -> tuple[list[Section], set[Section]]:
    """The innermost sections, and the empty ones among them. Empty sections that may be items,
    labels or titles are in neither."""
    leaves = leaves_of(reading.sections)
    empty = {section for section in leaves if is_empty(reading, section)}
    marked = [s for s in empty if reading.document.blocks[s.block].marked]
    if _are_most(len(marked), leaves):
        return leaves, empty
    items = {s for s in empty if _may_be_item(reading, s, known)}
    return [section for section in leaves if section not in items], empty - items


def _may_be_item(reading: Reading, section: Section, known: Container[Section]) -> bool:
    """Whether an empty section may be an item, a label, or a title of the headings after it."""
    from reportlint.kinds.heading_series import stands_over  # few reports have an empty section

    is_known = section in known or _is_surely_heading(reading, section)
    return not is_known or stands_over(reading, section)


def leaves_of(sections: Sequence[Section]) -> list[Section]:
    """The sections without sub-sections."""
    parents = {section.parent for section in sections}
    return [section for at, section in enumerate(sections) if at not in parents]


def _outlined(leaves: Iterable[Section], empty: Container[Section]) -> set[int]:
    """The parents, as indexes of sections, most of whose children are empty."""
    beside: dict[int, list[Section]] = {}
    for section in leaves:
        beside.setdefault(section.parent, []).append(section)
    return {
        parent
        for parent, children in beside.items()
        if _are_most(sum(child in empty for child in children), children)
    }


def _are_most(number: int, sections: Sequence[Section]) -> bool:
    return len(sections) >= _FEW and number * 2 > len(sections)


def is_empty(reading: Reading, section: Section) -> bool:
    """Whether a heading has nothing under it: no text, table, code or picture. Comments do not
    count."""
    blocks, text = reading.document.blocks, reading.document.text
    block, following = blocks[section.block], next_block(blocks, section.block)
    if _fills_surely(reading, section, following):
        return False
    if _has_text_beside(section, block, text) or _VALUE.search(section.title):
        return False
    if _PICTURES.fullmatch(section.heading.cut(text)):
        return False
    if _includes(text, blocks, section.block) or _is_of_cover(blocks, section.block, text):
        return False
    if following is None:
        return True
    if _closes(reading, following):
        return _NAMES_END.search(section.title) is None
    if following.role == d.SIGNATURE:  # below a day comes what was done, not a signature
        return not is_date(section.title)
    if following.kind == d.HEADING:
        return not _fills(following, block, text)
    return following.role == d.BODY and following.span.start >= section.span.end


def _fills_surely(reading: Reading, section: Section, following: Block | None) -> bool:
    """Whether the block that follows a heading is text in its section, as most are, and not the
    last of the report, which may only close it."""
    if following is None or following.kind == d.HEADING or following.role != d.BODY:
        return False
    return following.span.start < section.span.end and following not in reading.body[-1:]


def _is_of_cover(blocks: Sequence[Block], at: int, text: str) -> bool:
    """Whether a heading is part of a cover, like ### Group 2 after ### Site: …: the heading
    directly before, of the same level, is a label with its value."""
    before, block = blocks[at - 1] if at else None, blocks[at]
    if before is None or before.kind != d.HEADING or before.level != block.level:
        return False
    return before.marked and _VALUE.search(before.content.cut(text)) is not None


def _has_text_beside(section: Section, block: Block, text: str) -> bool:
    """Whether a section that begins within a paragraph, by a lead phrase or a bold title, has text
    in that paragraph."""
    if block.kind == d.HEADING:
        return False
    if section.title not in section.heading.cut(text):
        return True  # a section opened by a lead phrase contains at least the phrase
    return bool(bare(text[section.heading.end : min(block.span.end, section.span.end)]))


def _fills(following: Block, heading: Block, text: str) -> bool:
    """Whether a heading directly after another belongs to the content of that one."""
    if following.depth or following.quote > heading.quote:
        return True  # within a list; or the start of a quotation, which is text
    if _PICTURES.fullmatch(following.content.cut(text)):
        return True  # above a line of dashes, which makes a heading of it
    if following.marked_level > heading.marked_level > 0:  # an annex is no section
        return True
    return heading.marked and not following.marked  # a bold title, 一、… on a line of its own


def _closes(reading: Reading, block: Block) -> bool:
    """Whether a block is only the end of a report, which fills no section: the closing of its type
    (以上报告，请予审议。), the end of a meeting, or last words to those who listen (同志们，…)."""
    if block not in reading.body[-1:]:
        return False
    text = reading.document.text
    if _LAST_WORDS.match(text, *block.content):
        return True
    closing = reading.type.closing if reading.type else None
    if closing is None or block.content.end - block.content.start > _LONGEST_CLOSING:
        return False
    patterns = (phrase_pattern(group.phrases, reading.lexicon) for group in closing.groups)
    start = block.content.start
    matches = (pattern.search(text, *block.content) for pattern in patterns if pattern)
    return any(m and m.start() == start for m in matches)


def next_block(blocks: Sequence[Block], at: int) -> Block | None:
    """The next block after block `at` that is neither a comment nor a rule; None if there is
    none."""
    # by index: a slice would copy the rest of the report for each heading
    behind = (blocks[index] for index in range(at + 1, len(blocks)))
    return next((block for block in behind if block.kind not in (d.COMMENT, d.RULE)), None)


def _includes(text: str, blocks: Sequence[Block], at: int) -> bool:
    """Whether the block after block `at` is a comment that includes another file:
    <!-- @include: a.md -->."""
    behind = blocks[at + 1 : at + 2]
    return any(b.kind == d.COMMENT and _INCLUDE.match(b.span.cut(text)) is not None for b in behind)


def _may_be_title(title: str) -> bool:
    """Whether a heading only names what comes below it. It does not if it says that there is
    nothing, or who is responsible."""
    is_label = "：" in title or ": " in title or _SAYS_ALL.search(title) is not None
    is_bracket = is_in_round_brackets(title)  # a second line of the heading above
    return len(title) <= _LONGEST and title[:1] not in "-—=[" and not (is_label or is_bracket)


def _is_surely_heading(reading: Reading, section: Section) -> bool:
    """Whether a line without anything under it is surely a heading.

    It may also be an item, a label with its value, or the title of the headings after it:
    `# Findings` before `# [H-01] …`.
    """
    blocks, text = reading.document.blocks, reading.document.text
    block, following = blocks[section.block], next_block(blocks, section.block)
    from reportlint.kinds.heading_series import has_number

    numbered = has_number(section, text)
    if block.kind != d.HEADING or not _may_be_title(section.title):
        return False
    if not block.marked:
        return numbered and _is_formal(reading, section)
    if following is None or not following.marked:
        return True
    if text.count("\n", block.span.end, following.span.start) < 2:
        # In Word there is no empty line between two headings, nor between two lines of one heading.
        return numbered and reading.document.format == DOCX
    return numbered or following.level != block.level or not _is_numbered(following, text)


def _is_formal(reading: Reading, section: Section) -> bool:
    """Whether a numbered line without heading markup is a heading rather than an item."""
    line = section.heading.cut(reading.document.text).strip(MARKS)
    is_open = line[-1] not in "。.；;：:"
    is_formal = line[0] in FORMAL or _is_chapter(reading, section, line)
    return is_formal and is_open and not _is_listed(reading, section)


def _is_chapter(reading: Reading, section: Section, line: str) -> bool:
    """Whether a line is a chapter as in standards, 1 总则, and no entry of a table of contents: its
    title stands nowhere else."""
    if not _CHAPTER.match(line):
        return False
    name = normal(section.title)
    return sum(normal(other.title) == name for other in reading.sections) == 1


def _is_listed(reading: Reading, section: Section) -> bool:
    """Whether a line is in a list that a colon introduces, and fewer than two lines beside it have
    text under them. 现就有关事项通知如下： introduces headings as well."""
    if not reading.document.text[: section.heading.start].rstrip().endswith(tuple(COLONS)):
        return False
    beside = (s for s in reading.sections if (s.parent, s.level) == (section.parent, section.level))
    return sum(not is_empty(reading, other) for other in beside) < _TEXTS_BESIDE


def _is_numbered(block: Block, text: str) -> bool:
    """Whether a heading begins with a number or a label in brackets, or has a number before a
    colon: Finding 1: …"""
    title = block.content.cut(text)
    return title[:1] in "[（(" or title[:1].isdecimal() or title.partition(":")[0][-1:].isdecimal()


def repeated(reading: Reading) -> Iterator[tuple[Section, Section]]:
    """The sections whose title repeats that of an earlier section beside them, each with that
    section. Empty if several titles are repeated, as in a file that contains several reports."""
    again: dict[str, list[tuple[Section, Section]]] = {}
    for name, sections in _by_name(reading.sections, reading).items():
        first = sections[0]
        pairs = [
            (section, first)
            for section in sections[1:]
            if (section.parent, section.level) == (first.parent, first.level)
            and not _begin_lists(reading, section, first)
        ]
        if pairs:
            again[name] = pairs
    if len(again) == 1:
        yield from next(iter(again.values()))


def _begin_lists(reading: Reading, section: Section, other: Section) -> bool:
    """Whether two lines bear numbers, and stand in two lists: 1、同意 of one topic and of the next.
    They do if the numbers begin again between them."""
    if "" in (_ordinal(reading, section), _ordinal(reading, other)):
        return False
    beside = [s for s in reading.sections if (s.parent, s.level) == (section.parent, section.level)]
    numbers = [_ordinal(reading, sibling) for sibling in beside]
    return numbers[0] in numbers[beside.index(other) + 1 : beside.index(section) + 1]


def _ordinal(reading: Reading, section: Section) -> str:
    """The ordinal before the title of a heading without markup: 1、; "" for any other heading."""
    if reading.document.blocks[section.block].marked:
        return ""
    return section.heading.cut(reading.document.text).partition(section.title)[0].strip(MARKS)


def _is_label(block: Block, section: Section, text: str) -> bool:
    """Whether a line in bold or italics is a label, like `**Passed: 6-0**`, which may be repeated
    for each vote."""
    line = block.span.cut(text).lstrip()
    return line[:1] in ("*", "_") and line.lstrip("*_ ").startswith(section.title)


def _by_name(sections: Iterable[Section], reading: Reading) -> dict[str, list[Section]]:
    """The sections of the body by their normalised title."""
    by_name: dict[str, list[Section]] = {}
    for section in sections:
        block = reading.document.blocks[section.block]
        is_blank = section.title[:1] in "[{<"  # a title that is not filled in yet
        end = block.content.end
        text = reading.document.text
        is_whole = section.heading.end >= end - 1  # of a law; a run-on heading is not
        is_item = not block.marked and is_whole and text[end - 1 : end] in "。；;"
        if block.role == d.BODY and not (is_blank or is_item or _is_label(block, section, text)):
            name = _counted(section, text) + normal(section.title)
            by_name.setdefault(name, []).append(section)
    return by_name


def _counted(section: Section, text: str) -> str:
    """The number that begins a heading if it is a part of the phrase: 2 of `2 meetings ago`, 0.12
    of `0.12 maintenance`, 6.27 of 6.27午会; a time with its place, since two things may happen in
    one minute; "" for an ordinal."""
    heading = section.heading.cut(text).strip(MARKS)
    if _TIME.match(heading):
        return f"{section.block} "
    number = _COUNT.match(heading)
    return number[0] if number else ""
