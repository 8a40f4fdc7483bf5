"""Successive lists that are really one: 一、 一、 一、, at least three times, is a list with copied
markers, not three lists of one item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlint.core.document import HEADING, Document
from reportlint.core.lexicon import Style
from reportlint.structure import states
from reportlint.structure.candidates import LINE, Candidate
from reportlint.structure.items import Item

_RUNNING = 3  # successive ones that make a list
_LETTERS = ("latin", "latin-small", "roman", "roman-small")  # A. may be an answer each time


def join_ones(
    lists: dict[int, list[Item]],
    parents: dict[int, int],
    document: Document,
    candidates: Sequence[Candidate],
    styles: Mapping[str, Style],
) -> None:
    """Join, in `lists` and `parents`, at least three successive lists with a single item numbered
    one."""
    chains: dict[int, list[int]] = {}  # by parent: the successive lists so far
    joined: list[list[int]] = []
    for list_id, items in lists.items():
        chain = chains.get(parents[list_id], [])
        is_lone = _is_lone(items, styles)
        around = lists.get(parents[list_id], ())
        if not (
            is_lone
            and chain
            and _is_next(lists[chain[-1]][0], items[0], document, candidates)
            and _is_same_item(lists[chain[-1]][0], items[0], around)
        ):
            chain = []
            joined.append(chain)
        if is_lone:
            chain.append(list_id)
        chains[parents[list_id]] = chain
    renamed: dict[int, int] = {}
    for chain in joined:
        if len(chain) >= _RUNNING:
            first, *others = chain
            for number, other in enumerate(others, 2):
                item = lists.pop(other)[0]
                lists[first].append(item._replace(fault=states.REPEAT, expected=number))
                renamed[other] = first
    for list_id, parent in parents.items():
        parents[list_id] = renamed.get(parent, parent)


def _is_lone(items: Sequence[Item], styles: Mapping[str, Style]) -> bool:
    style = styles[items[0].marker.style]
    return len(items) == 1 and items[0].alone and style.numerals not in _LETTERS


def _is_same_item(before: Item, item: Item, around: Sequence[Item]) -> bool:
    """Whether two ones are in the same item of the list around them. Each item may contain a list
    of a single one."""
    return not any(before.candidate < other.candidate < item.candidate for other in around)


def _is_next(before: Item, item: Item, document: Document, candidates: Sequence[Candidate]) -> bool:
    """Whether two ones are at equal places, with no heading between them. Not in Markdown: there
    1. 1. 1. is a list that the renderer numbers, even if its indent is not quite valid."""
    if document.format == "markdown" and item.marker.span.cut(document.text).strip() in (
        "1.",
        "1)",
    ):
        return False
    first, other = candidates[before.candidate], candidates[item.candidate]
    if first.readings[0].series != other.readings[0].series:
        return False  # 7.1, 8.1 and 9.1 are the ones of three sections
    if before.marker.style != item.marker.style or first.site.rank != other.site.rank:
        return False
    if not first.place == other.place == LINE:
        return False
    if (
        abs(first.site.indent - other.site.indent) > 1
        or other.bullet
        or first.struck
        or other.struck
    ):
        return False
    return not _has_own_lead(first, other) and not _is_parted(before, item, document)


def _has_own_lead(first: Candidate, other: Candidate) -> bool:
    """Whether a line in between introduces the second of two ones: 结论：1、… 遗留问题：1、…"""
    return other.after_colon and other.line - first.line > 1


def _is_parted(before: Item, item: Item, document: Document) -> bool:
    """Whether there is a heading between two items."""
    between = document.blocks[before.marker.block + 1 : item.marker.block]
    return any(block.kind == HEADING for block in between)
