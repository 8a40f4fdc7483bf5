"""Items that are shown in another form: a skipped number is not missing if a line before shows it.

“## 2 - B” between 1. and 3., “1 A” above 2., “(A) 1.” on a line: no style describes such a mark, so
it is in no list, and yet a reader sees the item. Numbers taken from elsewhere are judged in
`outside`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportlint._startup.lazy_pattern import lazy
from reportlint.core import numbering as kinds
from reportlint.core.characters import COLONS, SPACES, SPACES_AND_EMPHASIS, WORD_SPACES
from reportlint.core.document import CODE, HEADING, HTML, PROSE, Block, Document
from reportlint.core.lexicon import Style
from reportlint.core.numbering import Fault, Marker, Run
from reportlint.core.span import line_start
from reportlint.ordinals.style import numeral_like
from reportlint.structure.elsewhere import (
    JOINT,
    column_of,
    is_repealed,
    is_rest_of_reference,
    last_joined,
)
from reportlint.structure.item_forms import form_of, items_in

_MOST = 3  # skipped numbers that are searched for
_SHORTEST = 3  # characters of a marker that is recognised although it has spaces in it
_NEAR = 100  # lists before one that are searched for the last of its form
_MOST_BLOCKS = 2000  # blocks before a list that are searched for the heading of its section
_REACH = 4000  # code points before a list's first marker
_DEEPEST = 99  # deeper than any heading
# §§ 5 bis 7 (repealed), Articles 3 and 4: several items in one line, after marks and a remark
_SEVERAL = lazy(
    r"(?m)^[^\w\n§]{0,12}(?:\([^()\n]{1,20}\)[ ])?(?P<label>§§?|[^\W\d_]{1,12}\.?)[ ]?"
    rf"(?P<low>\d{{1,4}})[ ]?{JOINT}[ ]?"
    r"(?P<high>\d{1,4})(?!\d)"
)
# the mark of another fence inside one, with a language, which closes nothing
_OPENED_AGAIN = lazy(r"\n[ ]{0,3}(?:```|~~~)[ ]*[A-Za-z]")
_FENCES = ("```markdown\n", "```md\n", "~~~markdown\n", "~~~md\n")


def without_shown(
    runs: Sequence[Run],
    document: Document,
    styles: Mapping[str, Style],
    candidates: Iterable[int],
) -> tuple[Run, ...]:
    """The runs without the faults of numbers that are shown in another form. A number at the start
    of one of the `candidates` is not shown in another form: it is a fault, or an item of another
    list."""
    kept = list(runs)
    marked = frozenset(candidates)
    for index, run in enumerate(runs):
        lacking = [fault for fault in run.faults if fault.kind in (kinds.START, kinds.GAP)]
        if not lacking:
            continue
        style = styles[run.style]
        shown = [
            fault
            for fault in lacking
            if _lacks_nothing(fault, index, runs, document)
            or _is_taken_out(fault, style, document.text)
            or _is_shown(fault, _begin(fault, index, runs, document), document, style, marked)
        ]
        if shown:
            faults = tuple(fault for fault in run.faults if fault not in shown)
            kept[index] = run._replace(faults=faults, is_whole=False)
    return tuple(kept)


def _lacks_nothing(fault: Fault, index: int, runs: Sequence[Run], document: Document) -> bool:
    """Whether a list continues another one, or the numbers in between are not the author's."""
    return (
        _goes_on(fault, index, runs, document)
        or is_rest_of_reference(fault.marker, document.text)
        or _is_other_branch(fault, index, runs, document.text)
        or _is_numbered_by_itself(fault, document.text)
        or _is_within_several(fault, document.text)
    )


def _goes_on(fault: Fault, index: int, runs: Sequence[Run], document: Document) -> bool:
    """Whether a list that begins late continues the previous list of its form: 4.2 after 4.1 and
    all that it contains."""
    if fault.kind != kinds.START:
        return False
    run, text = runs[index], document.text
    form = run.style, run.markers[0].place, _series(fault.marker, text)
    for other in reversed(runs[max(0, index - _NEAR) : index]):
        last = other.markers[-1]
        if (other.style, last.place, _series(last, text)) == form:
            if column_of(last, text) > column_of(fault.marker, text):
                continue  # nested in the item before
            between = document.blocks[last.block + 1 : fault.marker.block]
            is_next = last.value == fault.marker.value - 1
            return is_next and (
                "." in form[2] or not any(_is_title(block, text) for block in between)
            )
    return False


def _is_title(block: Block, text: str) -> bool:
    """Whether a block is a heading by its markup, or a line in bold."""
    return block.marked or (block.kind == HEADING and text.startswith("**", block.span.start))


def _is_other_branch(fault: Fault, index: int, runs: Sequence[Run], text: str) -> bool:
    """Whether a list begins at a branch of the previous list of its form: 1. 2. If so: 3. 4.
    If not: 3. 4. Each branch has a line that ends in a colon before it."""
    first = fault.marker
    if fault.kind != kinds.START or not _follows_colon(first, text):
        return False
    for other in reversed(runs[max(0, index - _NEAR) : index]):
        if other.style == runs[index].style:
            forks = [marker for marker in other.markers[1:] if marker.value == first.value]
            return any(_follows_colon(fork, text) for fork in forks)
    return False


def _follows_colon(marker: Marker, text: str) -> bool:
    """Whether the last non-empty line before that of a marker ends in a colon."""
    begin = line_start(text, marker.span.start)
    before = text[max(0, begin - _REACH) : begin].rstrip(SPACES_AND_EMPHASIS + "\r\n")
    return before.endswith(tuple(COLONS)) and not before.endswith(":::")  # a container's fence


def _is_numbered_by_itself(fault: Fault, text: str) -> bool:
    """Whether the items in between are numbered by the program that prints the report:
    a. #. #. d."""
    marker, previous = fault.marker, fault.previous
    if previous is None or marker.place == "inline":
        return False
    begin = line_start(text, previous.span.start)
    before = marker.prefix_in(text)
    behind = marker.suffix_in(text).rstrip()
    automatic = text[begin : previous.span.start] + f"{before}#{behind}"
    between = text[previous.span.end : marker.span.start].split("\n")
    items = sum(line.startswith(automatic) for line in between)
    return items > 0 and items == marker.value - previous.value - 1


def _is_within_several(fault: Fault, text: str) -> bool:
    """Whether one line gives all labelled numbers in between at once: §§ 5 bis 7 (weggefallen)."""
    marker, previous = fault.marker, fault.previous
    label = marker.prefix_in(text).strip(" .")
    if previous is None or not label:
        return False
    return any(
        match["label"].startswith(label)
        and int(match["low"]) <= previous.value + 1
        and int(match["high"]) >= marker.value - 1
        for match in _SEVERAL.finditer(text, previous.span.end, marker.span.start)
    )


def _is_taken_out(fault: Fault, style: Style, text: str) -> bool:
    """Whether the text says that an item was removed, or has its marker with spaces in it."""
    return is_repealed(fault, style, text) or _is_spaced_out(fault, style, text)


def _is_spaced_out(fault: Fault, style: Style, text: str) -> bool:
    """Whether the numbers that a list lacks stand between its items with spaces in them, as a
    program reads justified lines: 第 二 十 八 条."""
    marker, previous = fault.marker, fault.previous
    if previous is None or not 0 < marker.value - previous.value - 1 <= _MOST:
        return False
    numerals = (
        numeral_like(style, number, marker.numeral.cut(text))
        for number in range(previous.value + 1, marker.value)
    )
    before = text[marker.span.start : marker.numeral.start]
    behind = marker.suffix_in(text).strip()
    between = text[previous.span.end : marker.span.start]
    return all(_has_spaced_out(before + numeral + behind, between) for numeral in numerals)


def _has_spaced_out(item: str, text: str) -> bool:
    """Whether a line begins with a marker that has spaces in it. No regex is used, since it would
    be compiled for one marker."""
    if len(item) < _SHORTEST:
        return False
    heads = (_spaced_head(line.lstrip(SPACES), item) for line in text.split("\n"))
    return next((head != item for head in heads if head), False)


def _spaced_head(line: str, item: str) -> str:
    """The beginning of a line that is the text `item`, with or without spaces between its
    characters; "" if it begins otherwise."""
    signs = [sign for sign in item if not sign.isspace()]
    done = 0
    for at, char in enumerate(line):
        if char == signs[done]:
            done += 1
            if done == len(signs):
                return line[: at + 1]
        elif not (done and char in WORD_SPACES):
            break
    return ""


def _series(marker: Marker, text: str) -> str:
    """The common beginning of the markers of a list, up to the last part of their number."""
    head, dot, _ = marker.numeral.cut(text).rpartition(".")
    return marker.prefix_in(text) + head + dot


def _begin(fault: Fault, index: int, runs: Sequence[Run], document: Document) -> int:
    """The start of the text that may show an item before that of a fault: after the previous item;
    or after the last list of its form, the parent item, and the heading of its section. Of the text
    before a list that a colon introduces, only the line of the colon may show one."""
    if fault.previous is not None:
        return fault.previous.span.end
    if fault.marker.place != "heading" and _follows_colon(fault.marker, document.text):
        return _line_before(fault.marker, document.text)
    start, run = fault.marker.span.start, runs[index]
    begin = _section_start(document.blocks, fault.marker.block)
    if run.markers[0].place != "heading":
        begin = max(begin, start - _REACH)
    ends = [
        marker.span.end
        for other in _lists_before(fault, index, runs, document)
        for marker in other.markers
        if marker.span.end <= start
    ]
    return max(begin, *ends) if ends else begin


def _lists_before(
    fault: Fault, index: int, runs: Sequence[Run], document: Document
) -> Iterator[Run]:
    """The lists before that of a fault which have its form, and its parent."""
    run, text = runs[index], document.text
    series = _series(fault.marker, text)
    for other in runs[max(0, index - _NEAR) : index]:
        if (
            other.style == run.style
            and _series(other.markers[0], text) == series
            and not _is_deeper(other.markers[0], fault.marker, document.blocks)
        ):
            yield other
    if run.parent >= 0:
        yield runs[run.parent]


def _line_before(marker: Marker, text: str) -> int:
    """The start of the last non-empty line before that of a marker."""
    end = line_start(text, marker.span.start) - 1
    while end > 0 and text[end] in SPACES_AND_EMPHASIS + "\r\n":
        end -= 1
    return line_start(text, end)


def _is_deeper(first: Marker, marker: Marker, blocks: Sequence[Block]) -> bool:
    """Whether a list stands in an item of the headings of which a marker is one: below a heading of
    a lower level, or in the text below."""
    level = blocks[marker.block].marked_level
    return 0 < level < (blocks[first.block].marked_level or _DEEPEST)


def _section_start(blocks: Sequence[Block], index: int) -> int:
    """The offset at which the section of a block begins; for a heading, the section around it."""
    level = blocks[index].marked_level or _DEEPEST
    for at in range(index - 1, max(-1, index - _MOST_BLOCKS), -1):
        if 0 < blocks[at].marked_level < level:
            return blocks[at].span.end
    return 0


def _is_shown(
    fault: Fault, begin: int, document: Document, style: Style, marked: frozenset[int]
) -> bool:
    """Whether each number that the list lacks before the marker of `fault` is shown after `begin`,
    the lowest first."""
    marker, text = fault.marker, document.text
    least = fault.previous.value + 1 if fault.previous else 1
    if not 0 < marker.value - least <= _MOST:
        return False
    numeral = marker.numeral.cut(text)
    if "." in numeral:
        marked = frozenset()  # 45．1 and 3.1- A are not 45. and 3.
    covered = 0
    for number in range(least, marker.value):
        if number <= covered:
            continue
        form = form_of(marker, text, numeral_like(style, number, numeral), number)
        items = items_in(form, text, begin, marker.span.start, marker.value)
        ends = (
            item.end
            for item in items
            if marked.isdisjoint(item.begins)
            and _is_prose(document, item.end, marker.span.start - _REACH)
        )
        end = next(ends, None)
        if end is None:
            return False
        begin = end
        covered = last_joined(text, end, number, marker.value)
    return True


def _is_prose(document: Document, offset: int, near: int) -> bool:
    """Whether an offset stands in prose, and not in code or a table; before the offset `near`, in a
    heading. HTML may swallow a heading, and so may a fence around the report itself, or one that
    was not closed before the next opens; an indent alone makes an item no code."""
    at = bisect_right(document.blocks, offset, key=lambda block: block.span.start) - 1
    if at < 0:
        return False
    block = document.blocks[at]
    if offset < near:
        return block.kind == HEADING
    if block.kind != CODE:
        return block.kind in (*PROSE, HTML)
    code = block.span.cut(document.text).lstrip()
    is_fenced = code.startswith(("```", "~~~"))
    return not is_fenced or code.startswith(_FENCES) or _OPENED_AGAIN.search(code, 3) is not None
