"""Which paragraphs stand as headings though no mark says so, and at what level: for all formats.

A line is numbered (一、总体要求, （一）, 1., 第一章, Section 1) or bare (工作回顾, see `bare_headings`). The matcher says what a
marker is, and its style whether it heads sections. Numbered lines are judged as a series: the lines of one form under the same
parent are headings if text stands under most of them, and items if they follow each other directly.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.document import COMMENT, HEADING, PARAGRAPH, RULE, Block
from reportlint.core.span import Span
from reportlint.ordinals.matcher import Matcher
from reportlint.ordinals.style import MarkerReading
from reportlint.text.bare_headings import Unit, bare_headings
from reportlint.text.builder import DocumentBuilder
from reportlint.text.lines import inside_emphasis, width

_MOST_COLUMNS = 80
_MOST_COLUMNS_BOLD = 60
_ITEM_LEVEL = 3  # from this level of GB/T 9704-2012 on (1. and （1）) a marker numbers items as often as sections
# The end of a sentence, the dots of a table of contents, or a label with its text.
_SENTENCE = lazy(r"[。！？!?；;…]|\.\s|\.{4}|[：:].{16}")
_YEAR = lazy(r"(?:19|20)\d\d年")
_OPEN_ENDS = "，,、：:.—-"
_CONTENTS = ("table of contents", "contents")
_PAGE = lazy(r"[\s.．…·\-—（(]*\d*[）)]?$")


class Form(NamedTuple):
    """How the markers of a series of headings are written; all lines of one form under one parent are one series."""

    prefix: tuple[str, ...]
    numerals: str  # "" where the marker is a word: 第一章 and 第2章 are of one form
    variant: str  # the suffix of a word (章), the points of a dotted number
    level: int  # in the order of heading markers; 0 has none
    is_word: bool

    @property
    def may_be_alone(self) -> bool:
        """Whether the only line of this form may be a heading."""
        return self.level < _ITEM_LEVEL

    @property
    def takes_colon(self) -> bool:
        """Whether people put a colon behind a heading of this form."""
        return 0 < self.level < _ITEM_LEVEL


BOLD = Form((), "", "**", 0, False)


class NumberedLine(NamedTuple):
    """A line that looks like a numbered heading."""

    form: Form
    series: str
    value: int
    doubt: bool


def mark_headings(builder: DocumentBuilder, matcher: Matcher, *, bare: bool) -> None:
    """Make headings of the paragraphs of `builder` that stand as such; with `bare`, of unnumbered ones too."""
    text, blocks = builder.text, builder.blocks
    for index, level in levels(list(_units(text, blocks)), matcher, bare=bare).items():
        block = blocks[index]
        content = Span(*inside_emphasis(text, *block.content))
        blocks[index] = block._replace(kind=HEADING, level=level, content=content)


def _units(text: str, blocks: Sequence[Block]) -> Iterator[Unit]:
    end, has_returns = -2, "\r" in text
    for block in blocks:
        start = block.span.start
        apart = end < 0
        if start - end > 1 and not apart:
            breaks = text.count("\n", end, start)
            if has_returns:
                breaks += text.count("\r", end, start) - text.count("\r\n", end, start)
            apart = breaks > 1
        yield _unit(text, block, apart)
        end = block.span.end


def _unit(text: str, block: Block, apart: bool) -> Unit:
    start, end = block.content
    if block.kind == HEADING:
        return Unit(text[start:end], block.level, apart)
    if block.kind != PARAGRAPH:
        return Unit("", 0, apart, False, solid=block.kind not in (COMMENT, RULE))
    if block.quote or block.depth or end - start > 200:
        # No heading. Its beginning and its end tell whether it is what a heading is followed by.
        short = end - start < 400
        ends = text[start:end] if short else text[start : start + 200] + text[end - 200 : end]
        return Unit(ends, 0, apart, False)
    content = text[start:end]
    single = "\n" not in content and "\r" not in content
    if content[:1] not in "*_":
        return Unit(content.strip(), 0, apart, single)
    inner = inside_emphasis(text, start, end)
    return Unit(text[slice(*inner)].strip(), 0, apart, single, inner != (start, end))


def levels(units: Sequence[Unit], matcher: Matcher, *, bare: bool) -> dict[int, int]:
    """The level, by index, of every unit that is a heading though no mark says so. With `bare`, unnumbered ones are sought too."""
    contents = _contents(units)
    markers = [
        _marker(unit.text, matcher)
        if unit.level or (unit.single and len(unit.text) <= _MOST_COLUMNS)
        else None
        for unit in units
    ]
    forms = _forms(
        [
            None if index in contents else _numbered_unit(unit, marker, matcher)
            for index, (unit, marker) in enumerate(zip(units, markers, strict=True))
        ]
    )
    certain = {index for index, unit in enumerate(units) if unit.level}
    if bare:
        eligible = [
            index not in contents and form in (None, BOLD) and (marker is None or marker.doubt)
            for index, (form, marker) in enumerate(zip(forms, markers, strict=True))
        ]
        is_lead = [form is not None and (form.takes_colon or form.is_word) for form in forms]
        certain |= bare_headings(units, eligible, is_lead)
    certain_forms: dict[int, Form | None] = {}
    for index in certain:
        marker = markers[index]
        certain_forms[index] = _form(units[index].text, marker, matcher) if marker else None
    standing = _standing(units, forms, certain)
    return _ranks(units, forms, standing, certain_forms)


def _marker(text: str, matcher: Matcher) -> MarkerReading | None:
    """The marker of a heading that `text` begins with."""
    reading = matcher.heading_at(text, 0, len(text))
    if reading is None or not _is_section_number(reading.numeral.cut(text)):
        return None
    if reading.doubt and text[reading.end : reading.end + 1].isdigit():
        is_year = _YEAR.match(text, reading.end)
        return reading._replace(doubt=False) if is_year else None  # 1.2026年打算, but 3.5亿元
    return reading


def _is_section_number(numeral: str) -> bool:
    """Whether sections are counted so far: 300. is the number of something else, 192.168.1.10 an address."""
    return len(numeral) <= 2 or all(
        len(part) <= 2 for part in numeral.split(".") if part.isdecimal()
    )


def begins_with_marker(text: str, matcher: Matcher) -> bool:
    """Whether `text` begins with the marker of a heading, beyond doubt."""
    marker = _marker(text, matcher)
    return marker is not None and not marker.doubt


def _form(text: str, marker: MarkerReading, matcher: Matcher) -> Form:
    """The form of the marker that `text` begins with."""
    style = matcher.style(marker)
    variant = "." * (1 + marker.series.count(".")) if marker.series else ""
    if style.is_word and not style.level:
        variant = text[marker.numeral.end : marker.end]
    numerals = "" if style.is_word else style.numerals
    return Form(style.prefix, numerals, variant, style.level, style.is_word)


def is_numbered(text: str, matcher: Matcher) -> bool:
    """Whether a line looks like a numbered heading: a marker, and no sentence, not too long, not open at its end."""
    marker = _marker(text, matcher)
    return marker is not None and _numbered_line(text, marker, matcher) is not None


def _numbered_line(text: str, marker: MarkerReading, matcher: Matcher) -> NumberedLine | None:
    """A line that begins with `marker` as a numbered heading; None where it does not look like one."""
    if (
        len(text) > _MOST_COLUMNS
        or width(text) > _MOST_COLUMNS
        or _SENTENCE.search(text, marker.end)
    ):
        return None
    form = _form(text, marker, matcher)
    title = text[marker.end :].strip()
    if not title:
        is_title = form.is_word
    elif title[-1] in "：:":
        is_title = form.takes_colon and len(title) <= 20
    else:
        is_title = title[-1] not in _OPEN_ENDS
    return NumberedLine(form, marker.series, marker.value, marker.doubt) if is_title else None


def _numbered_unit(
    unit: Unit, marker: MarkerReading | None, matcher: Matcher
) -> NumberedLine | None:
    """A unit that looks like a numbered heading, or is one line in bold: all of these are one series without numbers."""
    if not unit.single or unit.level:
        return None
    line = _numbered_line(unit.text, marker, matcher) if marker else None
    if line or not unit.bold or width(unit.text) > _MOST_COLUMNS_BOLD:
        return line
    is_sentence = unit.text[-1:] in _OPEN_ENDS or _SENTENCE.search(unit.text)
    return None if is_sentence else NumberedLine(BOLD, "", 0, False)


def _forms(lines: Sequence[NumberedLine | None]) -> list[Form | None]:
    """The forms of the lines. A doubtful marker counts only where the line of its form before it, or behind it, has the
    neighbouring number: 第二章主要任务 between other chapters, not 第三部分主要讲方法 by itself."""
    forms: list[Form | None] = [line.form if line else None for line in lines]
    lists: dict[tuple[Form, str], list[tuple[int, NumberedLine]]] = {}
    for index, line in enumerate(lines):
        if line:
            lists.setdefault((line.form, line.series), []).append((index, line))
    for members in lists.values():
        values = [line.value for _, line in members]
        for at, (index, line) in enumerate(members):
            before, after = values[max(0, at - 1) : at], values[at + 1 : at + 2]
            if line.doubt and line.value - 1 not in before and line.value + 1 not in after:
                forms[index] = None
    return forms


class _Series:
    """Lines of one form under one parent, as they are met."""

    __slots__ = ("filled", "form", "members")

    def __init__(self, form: Form) -> None:
        self.form = form
        self.members: list[int] = []
        self.filled: list[bool] = []  # of each member, whether text stands under it

    def add(self, index: int) -> None:
        self.members.append(index)
        self.filled.append(False)

    def stands(self) -> bool:
        """Whether the members are headings rather than items."""
        count = len(self.members)
        if count == 1:
            return self.filled[0] and self.form.may_be_alone
        filled = sum(self.filled[:-1])
        return filled > 0 and filled * 2 >= count - 1


def _standing(units: Sequence[Unit], forms: Sequence[Form | None], certain: set[int]) -> set[int]:
    """The numbered units that are headings, judged series by series; a heading that is certain closes all of them."""
    standing: set[int] = set()
    stack: list[_Series] = []

    def close(down_to: int) -> None:
        while len(stack) > down_to:
            series = stack.pop()
            if series.stands():
                standing.update(series.members)
            if stack:
                stack[-1].filled[-1] = True

    for index, form in enumerate(forms):
        if index in certain:
            close(0)
        elif form:
            depth = next((at for at, series in enumerate(stack) if series.form == form), -1)
            if depth < 0:
                stack.append(_Series(form))
            else:
                close(depth + 1)
            stack[-1].add(index)
        elif stack and units[index].solid:
            stack[-1].filled[-1] = True
    close(0)
    return standing


def _ranks(
    units: Sequence[Unit],
    forms: Sequence[Form | None],
    standing: set[int],
    certain: dict[int, Form | None],
) -> dict[int, int]:
    """Levels by nesting: a form that is open keeps its level, a new one goes one deeper.

    `certain` are the other headings, with their forms; of them those without markup are of level 1.
    """
    ranks: dict[int, int] = {}
    first_levels: dict[Form, int] = {}
    stack: list[tuple[Form | None, int]] = []
    for index, unit in enumerate(units):
        if index in certain:
            level = unit.level or 1
            _pop(stack, level)
            stack.append((certain[index], level))
            if not unit.level:
                ranks[index] = level
        elif index in standing and (form := forms[index]):
            while stack and stack[-1][0] != form and any(form == other for other, _ in stack):
                stack.pop()
            if stack and stack[-1][0] == form:
                level = stack[-1][1]
            else:
                level = stack[-1][1] + 1 if stack else 1
                if not stack or stack == [(None, 1)]:
                    level = first_levels.get(form, level)
                    _pop(stack, level)
                stack.append((form, level))
            first_levels.setdefault(form, level)
            ranks[index] = level
    return ranks


def _pop(stack: list[tuple[Form | None, int]], level: int) -> None:
    """Close the open headings that are not above `level`."""
    while stack and stack[-1][1] >= level:
        stack.pop()


def _contents(units: Sequence[Unit]) -> set[int]:
    """The units of tables of contents: from behind 目录 to where its first entry comes again."""
    entries: set[int] = set()
    for index, unit in enumerate(units):
        if len(unit.text) > 20 or not _heads_contents(unit.text) or index + 2 >= len(units):
            continue
        first = _PAGE.sub("", units[index + 1].text[:200])
        for again in range(index + 2, min(index + 400, len(units))):
            if first and units[again].text[:200] == first:
                entries.update(range(index, again))
                break
    return entries


def _heads_contents(text: str) -> bool:
    """Whether a line is 目录 or 目次, with or without spaces between, or the English words."""
    if text[:1] == "目":
        return text[-1] in "录次" and not text[1:-1].strip()
    return text[:1] in "tTcC" and text.casefold() in _CONTENTS
