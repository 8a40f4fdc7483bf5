"""Decimal numbers that contradict the number above them: 1.1.1 under 1.2, 1.1 under 2.

A number is compared with its parent only if the report numbers that way elsewhere, or if it names a
section before that of the parent as its own; otherwise 1.15 under 2. may be a version.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from reportlint._startup import late_re as re
from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint.core import numbering as kinds
from reportlint.core.characters import SPACES
from reportlint.core.document import HEADING, Document
from reportlint.core.lexicon import Style
from reportlint.core.numbering import Fault, Marker, Run
from reportlint.core.span import Span
from reportlint.ordinals.decoration import undecorated
from reportlint.ordinals.numerals import chinese

_NUMBER = lazy(rf"(\d{{1,2}}(?:\.\d{{1,2}})*)(?:[.．、]|(?=[{SPACES}]))(?!\d)")
_PLAIN = 50  # added to the level of headings without markup
_LINES = 99  # the level of numbers in lines that are no headings


class _Numbered(NamedTuple):
    """A number at the start of a heading or a line."""

    path: str
    level: int
    start: int
    parent: _Numbered | None


def with_decimal_faults(
    runs: Sequence[Run], document: Document, styles: Mapping[str, Style]
) -> tuple[Run, ...]:
    """The runs, with faults on the decimal numbers that contradict the number above them: 3.1 under
    2."""
    dotted = _dotted(runs, styles)
    if len(dotted) < 2:
        return tuple(runs)
    numbers = list(_numbers(document, dotted))
    is_usual = any(map(_agrees, numbers))
    faulty = _faulty(runs)  # if the parent's number is wrong, the child is not
    faults: dict[int, list[Fault]] = {}
    seen: set[str] = set()
    for number in numbers:
        parent = number.parent
        is_judged = number.start in dotted and (is_usual or _is_of_sibling(number, seen))
        if parent is None or parent.start in faulty or not is_judged:
            pass
        elif not _is_borne_out(number, document.text):
            faulty.add(parent.start)  # its other children are known to be numbered wrongly
            index, marker = dotted[number.start]
            kind = kinds.DUPLICATE if number.path in seen else kinds.ORDER
            fault = _fault(kind, marker, index, parent, document.text)
            faults.setdefault(index, []).append(fault)
        seen.add(number.path)
    return tuple(_marked(runs, faults))


def _dotted(runs: Sequence[Run], styles: Mapping[str, Style]) -> dict[int, tuple[int, Marker]]:
    """The decimal markers that begin lines, by their start offset, each with the index of its
    run."""
    return {
        marker.span.start: (index, marker)
        for index, run in enumerate(runs)
        if styles[run.style].numerals == "dotted" and run.markers[0].place != "inline"
        for marker in run.markers
    }


def _faulty(runs: Sequence[Run]) -> set[int]:
    """The start offsets of the markers with a fault. One that stands alone has a right number."""
    return {
        fault.marker.span.start for run in runs for fault in run.faults if fault.kind != kinds.LONE
    }


def _marked(runs: Sequence[Run], faults: Mapping[int, Sequence[Fault]]) -> Iterator[Run]:
    """The runs with the additional `faults`, which are keyed by the index of the run. A run that
    continues a wrong number has no fault at its start."""
    expected = {
        fault.expected.strip(" .、") for run_faults in faults.values() for fault in run_faults
    }
    for index, run in enumerate(runs):
        more = faults.get(index, ())
        marked = {fault.marker for fault in more}
        kept = [
            fault
            for fault in run.faults
            if fault.marker not in marked and not _follows(fault, expected)
        ]
        if more or len(kept) < len(run.faults):
            run = run._replace(faults=(*kept, *more))
        yield run


def _follows(fault: Fault, expected: set[str]) -> bool:
    """Whether a fault reports a list that begins at two although its wrongly written first number
    precedes it."""
    return fault.kind == kinds.START and fault.expected.strip(" .、") in expected


def _fault(kind: str, marker: Marker, run: int, parent: _Numbered, text: str) -> Fault:
    tail = marker.suffix_in(text)
    begin = max(parent.start, text.find(parent.path, parent.start))  # behind **, <span …>
    span = Span(begin, begin + len(parent.path))
    above = Marker(marker.style, 0, span, marker.place, marker.block, span)
    return Fault(kind, marker, run, f"{parent.path}.{marker.value}{tail}", above)


def _agrees(numbered: _Numbered) -> bool:
    """Whether a number continues that of its parent."""
    return numbered.parent is not None and numbered.path.rpartition(".")[0] == numbered.parent.path


def _is_of_sibling(numbered: _Numbered, seen: Set[str]) -> bool:
    """Whether a number continues that of a section which has ended, a sibling of its parent: 1.1.1
    under 1.2. `seen` are the numbers before it."""
    above = numbered.path.rpartition(".")[0]
    return numbered.parent is not None and (
        above in seen and above.rpartition(".")[0] == numbered.parent.path.rpartition(".")[0] != ""
    )


def _is_borne_out(numbered: _Numbered, text: str) -> bool:
    """Whether a number continues that of its parent, or that of a line in between in another form:
    4.1 after 4、 or 四、."""
    if numbered.parent is None or _agrees(numbered):
        return True
    number = numbered.path.rpartition(".")[0]
    either = re.escape(number)
    if number.isdecimal() and int(number):
        either = f"{number}|{chinese(int(number))}"
    line = re.compile(rf"(?m)^[^\w\n]{{0,12}}第?(?:{either})[.．、)）章节 \t]")
    return (
        line.search(text, numbered.parent.start + len(numbered.parent.path), numbered.start)
        is not None
    )


def _numbers(document: Document, dotted: Mapping[int, tuple[int, Marker]]) -> Iterator[_Numbered]:
    """The numbers at the start of headings, and the decimal numbers of other lines, each with its
    parent: the number above it with one part less."""
    above: list[_Numbered] = []
    for place, level in sorted(_places(document, dotted)):
        path = _path(document.text, place)
        while above and _is_ended(above[-1], path, level):
            above.pop()
        parent = above[-1] if above and _may_be_parent(above[-1], path, level) else None
        above.append(_Numbered(path, level, place, parent))
        if path:
            yield above[-1]


def _is_ended(number: _Numbered, path: str, level: int) -> bool:
    """Whether the section or item of `number` ends at the number `path` of that level."""
    if level != _LINES:
        return number.level >= level
    return number.level == _LINES and number.path.count(".") >= path.count(".")


def _may_be_parent(number: _Numbered, path: str, level: int) -> bool:
    """Whether a number has one part less than `path`, and both or neither are in headings by
    markup."""
    if not number.path or number.path.count(".") + 1 != path.count("."):
        return False
    return (number.level < _PLAIN) == (level < _PLAIN)


def _places(
    document: Document, dotted: Mapping[int, tuple[int, Marker]]
) -> Iterator[tuple[int, int]]:
    """The start offsets of headings and of lines with decimal numbers, with their levels."""
    headings: set[int] = set()
    for index, block in enumerate(document.blocks):
        if block.kind == HEADING:
            headings.add(index)
    for line in document.lines:
        if line.block in headings:
            headings.discard(line.block)
            block = document.blocks[line.block]
            # lines without heading markup may be long, and no headings
            is_line = not block.marked and bool(_path(document.text, line.start))
            yield line.start, _LINES if is_line else block.level + (0 if block.marked else _PLAIN)
        elif line.start in dotted:
            yield line.start, _LINES


def _path(text: str, start: int) -> str:
    """The number at the start of the line at `start`, "" if there is none."""
    head = undecorated(text[start : start + 40]).text
    match = _NUMBER.match(head)
    return match[1] if match else ""
