"""From the cheapest explanation of the markers to runs and their faults: one cause, one fault."""

from __future__ import annotations

from reportlint.core import numbering as kinds
from reportlint.core.document import HEADING, Document
from reportlint.core.lexicon import Lexicon, Style
from reportlint.core.numbering import Fault, Marker, Run
from reportlint.core.span import Span
from reportlint.parse import states
from reportlint.parse.markers import BODY_RANK, CLAUSE, INLINE_RANK, LINE, Candidate, Sense
from reportlint.parse.numerals import write_like

Item = tuple[states.Step, Marker]


def written(style: Style, number: int, marker: Marker, text: str) -> str:
    """The marker that `number` would have, written as `marker` is; "" where it cannot be written."""
    new = numeral_like(style, number, marker.numeral.cut(text))
    before, after = text[marker.span.start : marker.numeral.start], text[marker.numeral.end : marker.span.end]
    return f"{before}{new}{after}" if new else ""


def numeral_like(style: Style, number: int, model: str) -> str:
    """The numeral that `number` has in a style, written as `model` is: secondly asks for thirdly. "" where there is none."""
    if style.numerals == "words":
        if not 0 < number <= len(style.words):
            return ""
        column = next((group.index(model.lower()) for group in style.words if model.lower() in group), 0)
        group = style.words[number - 1]
        new = group[min(column, len(group) - 1)]
        return new[:1].upper() + new[1:] if model[:1].isupper() else new
    if style.numerals == "dotted":
        return f"{model.rpartition('.')[0]}.{number}"
    return write_like(style.numerals, number, model)


def runs_from(best: states.State, found: list[Candidate], document: Document, lexicon: Lexicon) -> tuple[Run, ...]:
    """The runs that an explanation makes of the candidates."""
    steps = []
    step = best.step
    while step is not None:
        if step.act != states.NOISE:
            steps.append(step)
        step = step.before
    lists: dict[int, list[Item]] = {}
    parents: dict[int, int] = {}
    for step in reversed(steps):
        candidate = found[step.candidate]
        lists.setdefault(step.list_id, []).append((step, _marker(candidate, candidate.senses[step.sense], lexicon.styles)))
        parents.setdefault(step.list_id, step.parent_id)
    order = {list_id: number for number, list_id in enumerate(lists)}
    runs = []
    for list_id, items in lists.items():
        style = found[list_id].senses[items[0][0].sense].style
        faults = _faults(items, order[list_id], best.doubted, found, document.text, lexicon.styles)
        markers = tuple(marker for _, marker in items)
        runs.append(Run(lexicon.styles[style].id, markers, order.get(parents[list_id], -1), faults))
    return _levels(runs, document, lexicon)


def _marker(candidate: Candidate, sense: Sense, styles: tuple[Style, ...]) -> Marker:
    place = "inline" if candidate.rank == INLINE_RANK else "heading" if candidate.rank < BODY_RANK else "line"
    return Marker(styles[sense.style].id, sense.value, Span(candidate.start, sense.end), place, candidate.block, sense.numeral)


def _faults(
    items: list[Item], run: int, doubted: frozenset[int], found: list[Candidate], text: str, styles: tuple[Style, ...]
) -> tuple[Fault, ...]:
    faults: list[Fault] = []
    own = {style.id: style for style in styles}
    late = _late(items)
    for number, (step, marker) in enumerate(items):
        kind = late.get(number, _kind(step, marker))
        if not kind or step.candidate in doubted:
            continue
        previous = items[number - 1][1] if number else None
        model = marker if kind != kinds.MIXED else items[0][1]
        faults.append(Fault(kind, marker, run, written(own[model.style], step.expected, model, text), previous))
    if not faults and len(items) == 1 and _lonely(items[0], found, own):
        faults.append(Fault(kinds.LONE, items[0][1], run))
    return tuple(faults)


def _kind(step: states.Step, marker: Marker) -> str:
    """The contract's name for what a step pays for."""
    if step.fault == states.START:
        return kinds.START
    if step.fault == states.MIXED:
        return kinds.MIXED
    if step.fault in (states.GAP, states.WRONG, states.REPEAT):
        if marker.value > step.expected:
            return kinds.GAP
        return kinds.DUPLICATE if marker.value == step.expected - 1 else kinds.ORDER
    return ""


def _late(items: list[Item]) -> dict[int, str]:
    """Which of an early number and the late ones that it left out is at fault: one of them, as they have one cause.

    In 1 4 2 3 5 the early one has moved, and its gap is the fault; in 1 3 4 2 5 the late one has.
    """
    kinds_at: dict[int, str] = {}
    for number, (step, marker) in enumerate(items):
        if step.fault != states.LATE:
            continue
        kinds_at[number] = kinds.ORDER
        for back in range(number - 1, -1, -1):
            earlier, jumped = items[back]
            if earlier.fault in (states.GAP, states.SKIP) and earlier.expected <= marker.value < jumped.value:
                moved = all(between.fault == states.LATE for between, _ in items[back + 1 : number])
                kinds_at[number] = "" if moved else kinds.ORDER
                kinds_at[back] = kinds.GAP if moved else kinds_at.get(back, "")
                break
    return kinds_at


def _lonely(item: Item, found: list[Candidate], own: dict[str, Style]) -> bool:
    step, marker = item
    candidate = found[step.candidate]
    style = own[marker.style]
    return (
        marker.value == 1
        and not style.soft
        and not candidate.quotation
        and candidate.place in (LINE, CLAUSE)
        and style.place == "line"
    )


def _levels(runs: list[Run], document: Document, lexicon: Lexicon) -> tuple[Run, ...]:
    """Mark the lists that stand inside one of a lower level, as （一） under 1. does."""
    level = {style.id: style.level for style in lexicon.styles}
    marked = []
    for number, run in enumerate(runs):
        first = run.markers[0]
        if run.parent >= 0 and not run.faults and first.place != "inline":
            above = runs[run.parent]
            heads = document.blocks[first.block].kind == document.blocks[above.markers[0].block].kind == HEADING
            if heads and 0 < level[run.style] < level[above.style]:
                run = run._replace(faults=(Fault(kinds.LEVEL, first, number),))
        marked.append(run)
    return tuple(marked)
