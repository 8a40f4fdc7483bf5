"""Sums stated in a report: in the last row or column of a table, and in 共5项，其中A 2项、B 3项."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core import document as d
from reportlint.core.characters import SPACES_AND_EMPHASIS
from reportlint.core.document import Block
from reportlint.core.reading import Reading
from reportlint.core.span import Span
from reportlint.kinds.units import head_of_table, table_lines

_BAR = lazy(r"(?<!\\)\|")
_NUMBER = lazy(r"[-−]?\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|[-−]?\d+(?:\.\d+)?")
_EMPTY = frozenset({"", "-", "–", "—", "－", "/", "无"})
_TOTAL = lazy(r"(?:合\s*计|总\s*计|共\s*计|总\s*和|[Tt]otals?|[Ss]um|TOTAL)[：:]?")
_PARTIAL = lazy(r"小\s*计|其\s*中|[Ss]ubtotal|[Oo]f which|平均|[Aa]verage")
# Columns that are not added up: shares, rates, averages, serial numbers, years.
_NO_ADDEND = lazy(
    r"[率比均%％]|占|序号|编号|年份|排名|单价|[Rr]at|[Ss]hare|[Aa]verage|[Nn]o\.|#|[Yy]ear|[Pp]rice|[Rr]ank"
)
_MARKUP = SPACES_AND_EMPHASIS + "`"
_UNIT = (
    r"项|个|件|人次|人|名|家|户|次|处|篇|份|台|条|起|宗|元|万元|亿元|公里|千米|米|平方米|亩|公顷|吨|公斤|千克"
    r"|所|座|辆|套|册|本|张|期|批|场|班|间|栋|块|只|头|株|棵|箱|包|封|节|课时|小时|天"
)
_WHOLE = lazy(
    rf"共(?:计|有|办理|完成|借出|收到|收集|发放|组织|开展|检查|受理|新建|采购)?\s*(\d+(?:\.\d+)?)\s*({_UNIT})[^，。；,;\n]{{0,12}}[，,]\s*其中[：:]?([^。；"
    rf";\n]+)"
)
_NESTED = lazy(r"[（(][^（）()\n]*[）)]")
_LEAST = 2  # addends


class Wrong(NamedTuple):
    """A stated sum that is wrong."""

    span: Span
    stated: str
    computed: str


class Cell(NamedTuple):
    text: str
    span: Span


def wrong_rows(reading: Reading) -> Iterator[Wrong]:
    """The cells of a last row 合计 that differ from the sum of the cells above them."""
    for head, rows in _tables(reading):
        if not _plain_total([row[0].text for row in rows]):
            continue
        for at in range(1, len(head)):
            if not _NO_ADDEND.search(head[at].text):
                yield from _wrong([row[at] for row in rows])


def wrong_columns(reading: Reading) -> Iterator[Wrong]:
    """The cells of a last column 合计 that differ from the sum of the cells before them."""
    for head, rows in _tables(reading):
        names = [cell.text for cell in head]
        if not _plain_total(names) or any(_NO_ADDEND.search(name) for name in names[1:]):
            continue
        for row in rows:
            yield from _wrong(row[1:])


def wrong_parts(reading: Reading) -> Iterator[Wrong]:
    """Wholes (共5项) that are less than the sum of their parts after 其中 in the same unit. A
    greater whole is no fault, since the parts may be incomplete."""
    text = reading.document.text
    for match in _WHOLE.finditer(text):
        parts = _NESTED.sub("", match[3])
        matches = lazy(rf"(\d+(?:\.\d+)?)\s*{match[2]}(?=[、，,和及]|$)").finditer(parts)
        values = [Decimal(part[1]) for part in matches]
        if len(values) >= _LEAST and "其中" not in parts and sum(values) > Decimal(match[1]):
            yield Wrong(Span(*match.span(1)), match[1], str(sum(values)))


def _plain_total(labels: Sequence[str]) -> bool:
    """Whether the last label is the only one that marks a sum, and no label marks a subtotal or an
    average."""
    sums = [bool(_TOTAL.fullmatch(label)) for label in labels]
    return sums.count(True) == 1 and sums[-1] and not any(map(_PARTIAL.search, labels))


def _wrong(cells: Sequence[Cell]) -> Iterator[Wrong]:
    """The last cell, if all cells are numbers and it differs from the sum of those before it by
    more than rounding."""
    *addends, total = cells
    values = [_value(cell.text) for cell in addends]
    stated = _value(total.text) if total.text not in _EMPTY else None
    known = [value for value in values if value is not None]
    if stated is None or len(known) < len(values) or len(known) < _LEAST:
        return
    computed = sum(known, Decimal(0))
    if abs(computed - stated) > _rounding([*known, stated]):
        yield Wrong(total.span, total.text, f"{computed:f}")


def _rounding(values: Sequence[Decimal]) -> Decimal:
    """How far a sum may be off because its addends are rounded; 0 if all are integers."""
    exponents = [value.as_tuple().exponent for value in values]
    coarsest = max((int(exponent) for exponent in exponents), default=0)
    if min((int(exponent) for exponent in exponents), default=0) >= 0:
        return Decimal(0)
    return Decimal(len(values)) * Decimal(10) ** coarsest / 2


def _value(text: str) -> Decimal | None:
    """The number in a cell, 0 if the cell is empty; None if it contains anything else."""
    if text in _EMPTY:
        return Decimal(0)
    if not _NUMBER.fullmatch(text):
        return None
    return Decimal(text.replace(",", "").replace("，", "").replace("−", "-"))


def _tables(reading: Reading) -> Iterator[tuple[list[Cell], list[list[Cell]]]]:
    """The header and rows of each table with bars whose rows all have as many cells as its
    header."""
    for block in reading.document.blocks:
        if block.kind == d.TABLE:
            head, rows = _grid(reading, block)
            if len(head) > 1 and len(rows) > _LEAST - 1 and {len(head)} == set(map(len, rows)):
                yield head, rows


def _grid(reading: Reading, block: Block) -> tuple[list[Cell], list[list[Cell]]]:
    lines = table_lines(reading, block)
    at = head_of_table(lines)
    text = reading.document.text
    rows = [_cells(text, span) for span, ruled in lines[at + 1 :] if not ruled]
    return (_cells(text, lines[at - 1][0]) if at > 0 else []), rows


def _cells(text: str, line: Span) -> list[Cell]:
    edges = [line.start, *(bar.end() for bar in _BAR.finditer(text, *line))]
    ends = [*(bar.start() for bar in _BAR.finditer(text, *line)), line.end]
    cells = [_cell(text, Span(start, end)) for start, end in zip(edges, ends, strict=True)]
    inner = cells[1:] if cells and not cells[0].text else cells
    return inner[:-1] if len(inner) > 1 and line.end == edges[-1] else inner


def _cell(text: str, span: Span) -> Cell:
    content = span.cut(text)
    bare = content.strip(_MARKUP)
    start = span.start + len(content) - len(content.lstrip(_MARKUP))
    return Cell(bare, Span(start, start + len(bare)))


CHECKS: Mapping[str, Any] = {"row": wrong_rows, "column": wrong_columns, "parts": wrong_parts}
