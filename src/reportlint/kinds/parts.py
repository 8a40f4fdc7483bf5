"""Parts of a report that a rule may name besides the kinds of blocks: 发文字号, 主送机关, 附件,
headings of a level, cells, sentences.

Parts come in groups (the sentences of a paragraph, the items of a list, the cells of a row), so
that a rule can select the first or last part of each group.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from reportlint._startup.lazy_pattern import lazy
from reportlint.core import document as d
from reportlint.core.document import Block
from reportlint.core.reading import Reading
from reportlint.core.span import Span
from reportlint.structure.line_classifiers import begins_annex, is_document_number

FIRST, LAST, NOT_LAST = "first", "last", "not-last"
WHICH = (FIRST, LAST, NOT_LAST)

_LEVELS = 6
_HEADING = "heading-"
_ANNEX = lazy(r"附\s*(?:件|录)|(?:Annex|Appendix)(?:es)?\b")
_CELL = lazy(r"(?:\\.|[^|\\])+")

Group = list[Span]


def parts(reading: Reading, name: str) -> list[Group]:
    """The parts that `name`, one of NAMES, denotes, in groups and in the order of the text."""
    if name.startswith(_HEADING):
        return [_headings(reading, int(name[len(_HEADING) :]))]
    return _FINDERS[name](reading)


def grouped(reading: Reading, blocks: Sequence[Block]) -> list[Group]:
    """Blocks as groups of parts: the items of each list are a group, all other blocks are one
    group."""
    groups: list[Group] = [[]]
    lists: list[Group] = []
    before: Block | None = None
    for block in blocks:
        if block.kind != d.ITEM:
            groups[0].append(block.content)
            continue
        if before is None or not _in_one_list(reading, before, block):
            lists.append([])
        lists[-1].append(block.content)
        before = block
    return [group for group in (*groups, *lists) if group]


def chosen(group: Group, which: str) -> Group:
    """The parts of a group that `which` selects; `which` is one of WHICH, or "" for all."""
    if which == FIRST:
        return group[:1]
    if which == LAST:
        return group[-1:]
    return group[:-1] if which == NOT_LAST else group


def _in_one_list(reading: Reading, item: Block, other: Block) -> bool:
    between = [
        block
        for block in reading.document.blocks
        if item.span.end <= block.span.start < other.span.start
    ]
    return item.depth == other.depth and all(block.depth >= item.depth for block in between)


def _number(reading: Reading) -> list[Group]:
    text = reading.document.text
    mastheads = (block for block in reading.document.blocks if block.role == d.MASTHEAD)
    return [[b.content for b in mastheads if is_document_number(b.content.cut(text).strip())]]


def _role(role: str) -> Callable[[Reading], list[Group]]:
    def of(reading: Reading) -> list[Group]:
        return [[block.content for block in reading.document.blocks if block.role == role]]

    return of


def _annex(reading: Reading) -> list[Group]:
    """The notes that name annexes, and everything below the title of an annex."""
    text, groups, inside = reading.document.text, [], False
    for block in reading.document.blocks:
        if block.role != d.AFTERWORD:
            continue
        content = block.content.cut(text).strip()
        inside = inside or begins_annex(content, block.kind == d.HEADING)
        if inside or _ANNEX.match(content):
            groups.append(block.content)
    return [groups]


def _headings(reading: Reading, level: int) -> Group:
    """The headings of a level below the title. Level 1 is the highest level in the report, whatever
    its number of #."""
    sections = reading.sections
    above = min((section.level for section in sections), default=1) - 1
    return [section.heading for section in sections if section.level - above == level]


def _table_header(reading: Reading) -> list[Group]:
    return [_lines(reading, block, head=True) for block in _tables(reading)]


def _cells(reading: Reading) -> list[Group]:
    text, groups = reading.document.text, []
    for block in _tables(reading):
        for line in _lines(reading, block, head=False):
            cells = (Span(*match.span()).trimmed(text) for match in _CELL.finditer(text, *line))
            groups.append([cell for cell in cells if cell.start < cell.end])
    return groups


def _tables(reading: Reading) -> Iterator[Block]:
    return (block for block in reading.document.blocks if block.kind == d.TABLE)


def _lines(reading: Reading, block: Block, *, head: bool) -> list[Span]:
    from reportlint.kinds.units import head_of_table, table_lines  # few rules have such a scope

    lines = table_lines(reading, block)
    at = head_of_table(lines)
    wanted = lines[: max(at, 0)] if head else lines[at + 1 :]
    return [span for span, ruled in wanted if not ruled]


def _sentences(reading: Reading) -> list[Group]:
    from reportlint.kinds.units import sentences

    text = reading.document.text
    return [list(sentences(text, block.content)) for block in reading.body]


_FINDERS: Mapping[str, Callable[[Reading], list[Group]]] = {
    "number": _number,
    "addressee": _role(d.ADDRESSEE),
    "signature": _role(d.SIGNATURE),
    "date": _role(d.DATE),
    "annex": _annex,
    "table-header": _table_header,
    "table-cell": _cells,
    "sentence": _sentences,
}
NAMES = (*_FINDERS, *(f"{_HEADING}{level}" for level in range(1, _LEVELS + 1)))
WITHIN_BLOCKS = frozenset({"table-cell", "sentence"})  # parts that may begin where another ends
