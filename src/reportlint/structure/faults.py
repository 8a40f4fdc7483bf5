"""From the cheapest explanation of the markers to runs and their faults: one cause, one fault."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint._startup.typed import TYPE_CHECKING
from reportlint.core import numbering as kinds
from reportlint.core.document import HEADING, Document
from reportlint.core.lexicon import Lexicon, Style
from reportlint.core.numbering import Fault, Marker, Run
from reportlint.core.span import Span
from reportlint.ordinals.numerals import write_like
from reportlint.structure import states
from reportlint.structure.candidates import BODY_RANK, CLAUSE, INLINE_RANK, LINE, Candidate
from reportlint.structure.items import Item

if TYPE_CHECKING:
    from reportlint.structure.packed_markers import PackedItems
    from reportlint.text.packed import Packed

_TAKEN = Candidate(0, (), LINE, 0, 0, 0, 0, False, 0, False)


def written(style: Style, number: int, marker: Marker, text: str) -> str:
    """The marker that `number` would have, written as `marker` is; "" where it cannot be written."""
    new = numeral_like(style, number, marker.numeral.cut(text))
    before, after = (
        text[marker.span.start : marker.numeral.start],
        text[marker.numeral.end : marker.span.end],
    )
    return f"{before}{new}{after}" if new else ""


def numeral_like(style: Style, number: int, model: str) -> str:
    """The numeral that `number` has in a style, written as `model` is: secondly asks for thirdly. "" where there is none."""
    if style.numerals == "words":
        if not 0 < number <= len(style.words):
            return ""
        column = next(
            (group.index(model.lower()) for group in style.words if model.lower() in group), 0
        )
        group = style.words[number - 1]
        new = group[min(column, len(group) - 1)]
        return new[:1].upper() + new[1:] if model[:1].isupper() else new
    if style.numerals == "dotted":
        return f"{model.rpartition('.')[0]}.{number}"
    return write_like(style.numerals, number, model)


class Lists:
    """The lists of an explanation, put together from its steps."""

    def __init__(
        self, found: list[Candidate] | Packed[Candidate], styles: tuple[Style, ...]
    ) -> None:
        """Candidates are taken out of `found` as their steps come, unless it is packed."""
        self.parents: dict[int, int] = {}
        self._items: dict[int, list[Item]] = {}
        self._packed: PackedItems | None = None
        if not isinstance(found, list):
            from reportlint.structure.packed_markers import PackedItems

            self._packed = PackedItems()
        self._found = found
        self._styles = styles

    def take(self, last: states.Step | None) -> None:
        """Take `last` and all steps before it."""
        steps, step = [], last
        while step is not None:
            steps.append(step)
            step = step.before
        for step in reversed(steps):
            if step.act != states.NOISE:
                self._add(step.list_id, self._item(step))
                self.parents.setdefault(step.list_id, step.parent_id)
            if isinstance(self._found, list):
                self._found[step.candidate] = _TAKEN

    def all(self) -> Iterator[tuple[Sequence[Item], Sequence[Marker]]]:
        """The items of each list and their markers, in the order of `parents`; the items are gone when the next are asked for."""
        if self._packed:
            yield from self._packed.lists()
        for items in self._items.values():
            yield items, tuple([item.marker for item in items])
            items.clear()

    def _add(self, list_id: int, item: Item) -> None:
        if self._packed:
            self._packed.add(list_id, item)
        else:
            self._items.setdefault(list_id, []).append(item)

    def _item(self, step: states.Step) -> Item:
        candidate = self._found[step.candidate]
        sense = candidate.senses[step.sense]
        style, span = self._styles[sense.style], Span(candidate.start, sense.end)
        place = (
            "inline"
            if candidate.rank == INLINE_RANK
            else "heading"
            if candidate.rank < BODY_RANK
            else "line"
        )
        marker = Marker(style.id, sense.value, span, place, candidate.block, sense.numeral)
        sure = not candidate.quotation and candidate.place in (LINE, CLAUSE)
        alone = sure and sense.value == 1 and not style.soft and style.place == "line"
        return Item(step.candidate, step.fault, step.expected, marker, alone)


def runs_from(
    lists: Lists, doubted: frozenset[int], document: Document, lexicon: Lexicon
) -> tuple[Run, ...]:
    """The runs that an explanation makes of the candidates."""
    order = {list_id: number for number, list_id in enumerate(lists.parents)}
    runs = []
    for number, (parent, (items, markers)) in enumerate(
        zip(lists.parents.values(), lists.all(), strict=True)
    ):
        faults = _faults(items, number, doubted, document.text, lexicon.styles)
        runs.append(Run(markers[0].style, markers, order.get(parent, -1), faults))
    return _levels(runs, document, lexicon)


def _faults(
    items: Sequence[Item], run: int, doubted: frozenset[int], text: str, styles: tuple[Style, ...]
) -> tuple[Fault, ...]:
    if len(items) > 1 and not any([item.fault for item in items]):
        return ()
    faults: list[Fault] = []
    late = _late(items)
    for number, item in enumerate(items):
        kind, marker = late.get(number, _kind(item)), item.marker
        if not kind or item.candidate in doubted:
            continue
        previous = items[number - 1].marker if number else None
        model = marker if kind != kinds.MIXED else items[0].marker
        style = next(style for style in styles if style.id == model.style)
        faults.append(
            Fault(kind, marker, run, written(style, item.expected, model, text), previous)
        )
    if not faults and len(items) == 1 and items[0].alone:
        faults.append(Fault(kinds.LONE, items[0].marker, run))
    return tuple(faults)


def _kind(item: Item) -> str:
    """The contract's name for what an item's step pays for."""
    if item.fault == states.START:
        return kinds.START
    if item.fault == states.MIXED:
        return kinds.MIXED
    if item.fault in (states.GAP, states.WRONG, states.REPEAT):
        if item.marker.value > item.expected:
            return kinds.GAP
        return kinds.DUPLICATE if item.marker.value == item.expected - 1 else kinds.ORDER
    return ""


def _late(items: Sequence[Item]) -> dict[int, str]:
    """Which of an early number and the late ones that it left out is at fault: one of them, as they have one cause.

    In 1 4 2 3 5 the early one has moved, and its gap is the fault; in 1 3 4 2 5 the late one has.
    """
    kinds_at: dict[int, str] = {}
    for number, item in enumerate(items):
        if item.fault != states.LATE:
            continue
        kinds_at[number] = kinds.ORDER
        for back in range(number - 1, -1, -1):
            earlier = items[back]
            if (
                earlier.fault in (states.GAP, states.SKIP)
                and earlier.expected <= item.marker.value < earlier.marker.value
            ):
                moved = all(between.fault == states.LATE for between in items[back + 1 : number])
                kinds_at[number] = "" if moved else kinds.ORDER
                kinds_at[back] = kinds.GAP if moved else kinds_at.get(back, "")
                break
    return kinds_at


def _levels(runs: list[Run], document: Document, lexicon: Lexicon) -> tuple[Run, ...]:
    """Mark the lists that stand inside one of a lower level, as （一） under 1. does."""
    level = {style.id: style.level for style in lexicon.styles}
    marked = []
    for number, run in enumerate(runs):
        first = run.markers[0]
        if run.parent >= 0 and not run.faults and first.place != "inline":
            above = runs[run.parent]
            heads = (
                document.blocks[first.block].kind
                == document.blocks[above.markers[0].block].kind
                == HEADING
            )
            if heads and 0 < level[run.style] < level[above.style]:
                run = run._replace(faults=(Fault(kinds.LEVEL, first, number),))
        marked.append(run)
    return tuple(marked)
