"""Paragraphs that act as headings although no mark says so, and their levels: for all formats.

A heading is a numbered line or a bare one. Numbered lines are judged as a series: the lines of one
form under the same parent are headings if text follows most of them, and items if they follow each
other directly.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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
    bare_number,
    ends_open,
    exceeds_title,
    form_of,
    heading_marker,
    numbered_line,
)

_MOST_COLUMNS_BOLD = 60
_LONGEST = 200  # code points; a longer paragraph is no heading
# The units of blocks that are no prose, without and with a blank line before them.
_SOLID = Unit("", 0, False, False), Unit("", 0, True, False)
_LIGHT = Unit("", 0, False, False, solid=False), Unit("", 0, True, False, solid=False)
_CONTENTS = ("table of contents", "contents")
_MOST_CONTENTS = 400  # entries
_PAGE = lazy(r"[\s.．…·\-—（(]*\d*[）)]?$")


def mark_headings(builder: DocumentBuilder, matcher: Matcher, *, bare: bool) -> None:
    """Turn the paragraphs of `builder` that act as headings into headings; with `bare`, unnumbered
    ones too."""
    text, blocks = builder.text, builder.blocks
    for index, level in levels(_units(text, blocks), matcher, bare=bare).items():
        block = blocks[index]
        content = Span(*inside_emphasis(text, *block.content))
        blocks[index] = block._replace(kind=HEADING, level=level, content=content)


def _units(text: str, blocks: Sequence[Block]) -> list[Unit]:
    units: list[Unit] = []
    end, has_returns = -2, "\r" in text
    for block in blocks:
        span = block.span
        start = span.start
        apart = end < 0
        if start - end > 1 and not apart:
            breaks = text.count("\n", end, start)
            if has_returns:
                breaks += text.count("\r", end, start) - text.count("\r\n", end, start)
            apart = breaks > 1
        units.append(_unit(text, block, apart))
        end = span.end
    return units


def _unit(text: str, block: Block, apart: bool) -> Unit:
    kind = block.kind
    if kind != PARAGRAPH and kind != HEADING:
        return (_LIGHT if kind in (COMMENT, RULE) else _SOLID)[apart]
    start, end = block.content
    if kind == HEADING:
        return Unit(text[start:end], block.level, apart)
    if end - start > _LONGEST or block.quote or block.depth:
        # Not a heading. Its start and its end tell whether it may be the text under one.
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
    """The levels, by index, of the units that are headings although no mark says so. With `bare`,
    these include unnumbered headings."""
    contents = _contents(units)
    markers, lines = _numbered(units, contents, matcher)
    forms = _forms(lines)
    certain = {index for index, unit in enumerate(units) if unit.level}
    if bare:
        eligible = _eligible(units, forms, markers, contents)
        is_lead = [_is_lead(forms.get(index)) for index in range(len(units))]
        certain |= bare_headings(units, eligible, is_lead)
    standing = _standing(units, forms, certain)
    if not standing:
        return {index: 1 for index in certain if not units[index].level}
    certain_forms = {index: _form(units[index], markers.get(index), matcher) for index in certain}
    return _ranks(units, forms, standing, certain_forms)


def _numbered(
    units: Sequence[Unit], contents: set[int], matcher: Matcher
) -> tuple[dict[int, MarkerReading], dict[int, NumberedLine]]:
    """The markers of the unmarked lines that may be headings, and the numbered lines that are not
    in a table of contents, by index."""
    markers: dict[int, MarkerReading] = {}
    lines: dict[int, NumberedLine] = {}
    for index, unit in enumerate(units):
        if unit.level or not unit.single:
            continue
        marker = _marker(unit.text, matcher)
        if marker:
            markers[index] = marker
        line = _numbered_unit(unit, marker, matcher)
        if line and index not in contents:
            lines[index] = line
    return markers, lines


def _form(unit: Unit, marker: MarkerReading | None, matcher: Matcher) -> Form | None:
    """The form of a heading that is certain, None if it is not numbered. `marker` is that of an
    unmarked line."""
    if unit.level:
        marker = heading_marker(unit.text, matcher)
    return form_of(unit.text, marker, matcher) if marker else None


def _eligible(
    units: Sequence[Unit],
    forms: Mapping[int, Form],
    markers: Mapping[int, MarkerReading],
    contents: set[int],
) -> list[bool]:
    """For each unit, whether it may be an unnumbered heading: one line, not marked as a heading,
    not numbered, not in a table of contents."""
    return [
        unit.single
        and not unit.level
        and forms.get(index) in (None, BOLD.form)
        and (index not in markers or markers[index].doubt)
        and index not in contents
        for index, unit in enumerate(units)
    ]


def _is_lead(form: Form | None) -> bool:
    """Whether an unnumbered heading may precede a numbered line of this form."""
    return form is not None and (form.takes_colon or form.is_word)


def _marker(text: str, matcher: Matcher) -> MarkerReading | None:
    """The marker of a heading that a line begins with; None if it is too long to be one."""
    if len(text) > MOST_COLUMNS:
        return None
    return heading_marker(text, matcher) or bare_number(text, matcher)


def _numbered_unit(
    unit: Unit, marker: MarkerReading | None, matcher: Matcher
) -> NumberedLine | None:
    """The numbered line of a unit of one line that looks like a numbered heading, or BOLD for one
    in bold; None for any other unit."""
    line = numbered_line(unit.text, marker, matcher) if marker else None
    if line or not unit.bold or width(unit.text) > _MOST_COLUMNS_BOLD:
        return line
    return None if ends_open(unit.text) or exceeds_title(unit.text) else BOLD


def _forms(lines: Mapping[int, NumberedLine]) -> dict[int, Form]:
    """The form of each line that has one, by index. A doubtful marker counts only if the line of
    its form before or after it has the neighbouring number: 第二章主要任务 between other chapters,
    but not 第三部分主要讲方法 by itself."""
    forms: dict[int, Form] = {}
    lists: dict[tuple[Form, str], list[tuple[int, NumberedLine]]] = {}
    for index, line in lines.items():
        forms[index] = line.form
        lists.setdefault((line.form, line.series), []).append((index, line))
    for members in lists.values():
        values = [line.value for _, line in members]
        for at, (index, line) in enumerate(members):
            is_next = at > 0 and values[at - 1] == line.value - 1
            if line.doubt and not is_next and line.value + 1 not in values[at + 1 : at + 2]:
                del forms[index]
    return forms


class _Series:
    """The lines of one form under one parent, in order."""

    __slots__ = ("filled", "form", "members")

    def __init__(self, form: Form) -> None:
        self.form = form
        self.members: list[int] = []
        self.filled: list[bool] = []  # for each member, whether text follows it

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


def _standing(units: Sequence[Unit], forms: Mapping[int, Form], certain: set[int]) -> set[int]:
    """The indexes of the numbered units that are headings. They are judged series by series; a
    certain heading ends every open series."""
    standing: set[int] = set()
    stack: list[_Series] = []

    def close(down_to: int) -> None:
        while len(stack) > down_to:
            series = stack.pop()
            if series.stands():
                standing.update(series.members)
            if stack:
                stack[-1].filled[-1] = True

    for index in range(min(forms, default=len(units)), len(units)):
        form = forms.get(index)
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
    forms: Mapping[int, Form],
    standing: set[int],
    certain: Mapping[int, Form | None],
) -> dict[int, int]:
    """The levels, by index, of all headings without markup. A form that is open keeps its level; a
    new form goes one deeper.

    `certain` maps the other headings, marked or unnumbered, to their forms; those without markup
    are of level 1.
    """
    ranks: dict[int, int] = {}
    first_levels: dict[Form, int] = {}
    stack: list[tuple[Form | None, int]] = []  # the open headings with their levels
    for index in sorted(standing.union(certain)):
        marked_level = units[index].level
        form: Form | None
        if index in certain:
            form, level = certain[index], marked_level or 1
            _pop(stack, level)
        else:
            form = forms[index]
            level = _level(stack, form, first_levels)
            first_levels.setdefault(form, level)
        if not stack or stack[-1] != (form, level):
            stack.append((form, level))
        if not marked_level:
            ranks[index] = level
    return ranks


def _level(
    stack: list[tuple[Form | None, int]], form: Form, first_levels: Mapping[Form, int]
) -> int:
    """The level of a numbered heading below the open ones. Headings that it closes are removed from
    `stack`."""
    depth = next((at for at in range(len(stack) - 1, -1, -1) if stack[at][0] == form), -1)
    if depth >= 0:
        del stack[depth + 1 :]
        return stack[-1][1]
    level = stack[-1][1] + 1 if stack else 1
    if not stack or stack == [(None, 1)]:  # only a title is open
        level = first_levels.get(form, level)
        _pop(stack, level)
    return level


def _pop(stack: list[tuple[Form | None, int]], level: int) -> None:
    """Remove the open headings of `level` or deeper from `stack`."""
    while stack and stack[-1][1] >= level:
        stack.pop()


def _contents(units: Sequence[Unit]) -> set[int]:
    """The indexes of the units in tables of contents: from 目录 up to where its first entry occurs
    again."""
    entries: set[int] = set()
    for index, unit in enumerate(units):
        if not 0 < len(unit.text) <= 20 or unit.text[0] not in "目tTcC":
            continue
        if not _heads_contents(unit.text) or index + 2 >= len(units):
            continue
        first = _PAGE.sub("", units[index + 1].text[:_LONGEST])
        for again in range(index + 2, min(index + _MOST_CONTENTS, len(units))):
            if first and units[again].text[:_LONGEST] == first:
                entries.update(range(index, again))
                break
    return entries


def _heads_contents(text: str) -> bool:
    """Whether a line is 目录 or 目次, with or without spaces inside, or their English
    equivalent."""
    if text[:1] == "目":
        return text[-1] in "录次" and not text[1:-1].strip()
    return text.casefold() in _CONTENTS
