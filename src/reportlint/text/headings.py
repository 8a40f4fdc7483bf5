"""Which paragraphs stand as headings though no mark says so, and at what level: for all formats.

A heading is a numbered line or a bare one. Numbered lines are judged as a series: the lines of one
form under the same parent are headings if text stands under most of them, and items if they follow
each other directly.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportlint._startup.lazy_pattern import lazy
from reportlint.core.document import COMMENT, HEADING, PARAGRAPH, RULE, Block
from reportlint.core.span import Span
from reportlint.ordinals.matcher import Matcher
from reportlint.ordinals.style import MarkerReading
from reportlint.text.bare_headings import Unit, bare_headings
from reportlint.text.builder import DocumentBuilder
from reportlint.text.lines import inside_emphasis, width
from reportlint.text.numbered_lines import (
    BOLD,
    MOST_COLUMNS,
    Form,
    NumberedLine,
    ends_open,
    form_of,
    heading_marker,
    is_sentence,
    numbered_line,
)

_MOST_COLUMNS_BOLD = 60
_LONGEST = 200  # code points; a longer paragraph is no heading
_CONTENTS = ("table of contents", "contents")
_MOST_CONTENTS = 400  # entries
_PAGE = lazy(r"[\s.．…·\-—（(]*\d*[）)]?$")


def mark_headings(builder: DocumentBuilder, matcher: Matcher, *, bare: bool) -> None:
    """Make headings of the paragraphs of `builder` that stand as such; with `bare`, of unnumbered
    ones too."""
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
    if block.quote or block.depth or end - start > _LONGEST:
        # No heading. Its beginning and its end tell whether it is what a heading is followed by.
        if end - start < 2 * _LONGEST:
            return Unit(text[start:end], 0, apart, False)
        return Unit(text[start : start + _LONGEST] + text[end - _LONGEST : end], 0, apart, False)
    content = text[start:end]
    single = "\n" not in content and "\r" not in content
    if content[:1] not in "*_":
        return Unit(content.strip(), 0, apart, single)
    inner = inside_emphasis(text, start, end)
    return Unit(text[slice(*inner)].strip(), 0, apart, single, inner != (start, end))


def levels(units: Sequence[Unit], matcher: Matcher, *, bare: bool) -> dict[int, int]:
    """The level, by index, of every unit that is a heading though no mark says so. With `bare`,
    unnumbered ones are sought too."""
    contents = _contents(units)
    markers = [_marker(unit, matcher) for unit in units]
    lines = [
        _numbered_unit(unit, marker, matcher) if index not in contents else None
        for index, (unit, marker) in enumerate(zip(units, markers, strict=True))
    ]
    forms = _forms(lines)
    certain = {index for index, unit in enumerate(units) if unit.level}
    if bare:
        eligible = _eligible(units, forms, markers, contents)
        certain |= bare_headings(units, eligible, list(map(_is_lead, forms)))
    certain_forms = {
        index: form_of(units[index].text, marker, matcher) if (marker := markers[index]) else None
        for index in certain
    }
    return _ranks(units, forms, _standing(units, forms, certain), certain_forms)


def _eligible(
    units: Sequence[Unit],
    forms: Sequence[Form | None],
    markers: Sequence[MarkerReading | None],
    contents: set[int],
) -> list[bool]:
    """Of each unit, whether it is one line, no heading yet, neither numbered nor in a table of
    contents."""
    return [
        unit.single
        and not unit.level
        and form in (None, BOLD.form)
        and (marker is None or marker.doubt)
        and index not in contents
        for index, (unit, form, marker) in enumerate(zip(units, forms, markers, strict=True))
    ]


def _is_lead(form: Form | None) -> bool:
    """Whether a numbered line is such that an unnumbered heading may stand before it."""
    return form is not None and (form.takes_colon or form.is_word)


def _marker(unit: Unit, matcher: Matcher) -> MarkerReading | None:
    """The marker that a unit begins with which is a heading, or short enough to be one."""
    if unit.level or (unit.single and len(unit.text) <= MOST_COLUMNS):
        return heading_marker(unit.text, matcher)
    return None


def _numbered_unit(
    unit: Unit, marker: MarkerReading | None, matcher: Matcher
) -> NumberedLine | None:
    """A unit that looks like a numbered heading, or is one line in bold."""
    if not unit.single or unit.level:
        return None
    line = numbered_line(unit.text, marker, matcher) if marker else None
    if line or not unit.bold or width(unit.text) > _MOST_COLUMNS_BOLD:
        return line
    return None if ends_open(unit.text) or is_sentence(unit.text) else BOLD


def _forms(lines: Sequence[NumberedLine | None]) -> list[Form | None]:
    """The forms of the lines. A doubtful marker counts only where the line of its form before it,
    or behind it, has the neighbouring number: 第二章主要任务 between other chapters, not
    第三部分主要讲方法 by itself."""
    forms: list[Form | None] = [line.form if line else None for line in lines]
    lists: dict[tuple[Form, str], list[tuple[int, NumberedLine]]] = {}
    for index, line in enumerate(lines):
        if line:
            lists.setdefault((line.form, line.series), []).append((index, line))
    for members in lists.values():
        values = [line.value for _, line in members]
        for at, (index, line) in enumerate(members):
            is_next = at > 0 and values[at - 1] == line.value - 1
            if line.doubt and not is_next and line.value + 1 not in values[at + 1 : at + 2]:
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
    """The numbered units that are headings. They are judged series by series; a heading that is
    certain ends every open series."""
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
    certain: Mapping[int, Form | None],
) -> dict[int, int]:
    """Levels by nesting: a form that is open keeps its level, a new one goes one deeper.

    `certain` are the other headings, with their forms; of them those without markup are of level 1.
    """
    ranks: dict[int, int] = {}
    first_levels: dict[Form, int] = {}
    stack: list[tuple[Form | None, int]] = []  # the open headings with their levels
    for index, unit in enumerate(units):
        form = forms[index]
        if index in certain:
            form, level = certain[index], unit.level or 1
            _pop(stack, level)
        elif index in standing and form:
            level = _level(stack, form, first_levels)
            first_levels.setdefault(form, level)
        else:
            continue
        if not stack or stack[-1] != (form, level):
            stack.append((form, level))
        if not unit.level:
            ranks[index] = level
    return ranks


def _level(
    stack: list[tuple[Form | None, int]], form: Form, first_levels: Mapping[Form, int]
) -> int:
    """The level of a numbered heading below the open ones, of which those that it closes are taken
    away."""
    depth = next((at for at in range(len(stack) - 1, -1, -1) if stack[at][0] == form), -1)
    if depth >= 0:
        del stack[depth + 1 :]
        return stack[-1][1]
    level = stack[-1][1] + 1 if stack else 1
    if not stack or stack == [(None, 1)]:  # nothing but a title is open
        level = first_levels.get(form, level)
        _pop(stack, level)
    return level


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
        first = _PAGE.sub("", units[index + 1].text[:_LONGEST])
        for again in range(index + 2, min(index + _MOST_CONTENTS, len(units))):
            if first and units[again].text[:_LONGEST] == first:
                entries.update(range(index, again))
                break
    return entries


def _heads_contents(text: str) -> bool:
    """Whether a line is 目录 or 目次, with or without spaces between, or the English words."""
    if text[:1] == "目":
        return text[-1] in "录次" and not text[1:-1].strip()
    return text[:1] in "tTcC" and text.casefold() in _CONTENTS
