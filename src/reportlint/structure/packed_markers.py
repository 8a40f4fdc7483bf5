"""The markers of a long text, and all that may be one, in rows of numbers.

A text of 50 MB has 200,000 of them, and the search for what they mean needs them all.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, MutableMapping, Sequence

from reportlint.core.numbering import Marker
from reportlint.core.span import Span
from reportlint.ordinals.styles import Sense
from reportlint.structure.items import Candidate, Item
from reportlint.text.packed import Made, Packed, Word

_new = tuple.__new__  # as in core.packed
_MOST = 1 << 31  # what a row holds is below; a greater number, as of a telephone, is kept as a word


class PackedSenses(MutableMapping[int, tuple[Sense, ...]]):
    """Readings by where they start. Where there is but one, as nearly everywhere, it is kept packed."""

    def __init__(self) -> None:
        self._places: dict[int, int] = {}
        self._single = Packed(_of_sense, _sense, 7)
        self._several: dict[int, tuple[Sense, ...]] = {}

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[int]:
        return iter(self._places)

    def __contains__(self, start: object) -> bool:
        return start in self._places

    def __getitem__(self, start: int) -> tuple[Sense, ...]:
        place = self._places[start]
        return (self._single[place],) if place >= 0 else self._several[start]

    def __setitem__(self, start: int, senses: tuple[Sense, ...]) -> None:
        if len(senses) == 1:
            self._places[start] = len(self._single)
            self._single.append(senses[0])
        else:
            self._places[start] = -1
            self._several[start] = senses

    def __delitem__(self, start: int) -> None:
        del self._places[start]


def packed_candidates(senses: MutableMapping[int, tuple[Sense, ...]]) -> Packed[Candidate]:
    """An empty sequence of candidates, each of which has the readings that `senses` has of its place."""

    def row(one: Candidate, word: Word) -> tuple[int, ...]:
        return (
            one.start,
            one.place,
            one.rank,
            one.indent,
            one.block,
            one.line,
            one.bullet,
            one.quotation,
            one.lead,
        )

    def value(row: Sequence[int], words: list[str]) -> Candidate:
        start, place, rank, indent, block, line, bullet, quotation, lead = row
        return _new(
            Candidate,
            (
                start,
                senses[start],
                place,
                rank,
                indent,
                block,
                line,
                bullet > 0,
                quotation,
                lead > 0,
            ),
        )

    return Packed(row, value, 9)


class PackedItems:
    """The items of all lists; those of one list are known by their places."""

    def __init__(self) -> None:
        self._all = Packed(_of_item, _item, 12)
        self._places: dict[int, array[int]] = {}

    def add(self, list_id: int, item: Item) -> None:
        """Put an item at the end of a list."""
        self._places.setdefault(list_id, array("i")).append(len(self._all))
        self._all.append(item)

    def lists(self) -> Iterator[tuple[Sequence[Item], Sequence[Marker]]]:
        """The items of each list and their markers."""
        item = self._all.__getitem__

        def marker(place: int) -> Marker:
            return item(place).marker

        for places in self._places.values():
            yield Made(item, places), Made(marker, places)


def _number(value: int, word: Word) -> int:
    return value if 0 <= value < _MOST else -1 - word(str(value))


def _whole(number: int, words: list[str]) -> int:
    return number if number >= 0 else int(words[-1 - number])


def _of_sense(one: Sense, word: Word) -> tuple[int, ...]:
    return one.style, word(one.series), _number(one.value, word), *one.numeral, one.end, one.doubt


def _sense(row: Sequence[int], words: list[str]) -> Sense:
    style, series, value, start, end, behind, doubt = row
    return _new(
        Sense,
        (style, words[series], _whole(value, words), _new(Span, (start, end)), behind, doubt > 0),
    )


def _of_item(one: Item, word: Word) -> tuple[int, ...]:
    style, value, span, place, block, numeral = one.marker
    marker = word(style), _number(value, word), *span, word(place), block, *numeral
    return one.candidate, word(one.fault), _number(one.expected, word), *marker, one.alone


def _item(row: Sequence[int], words: list[str]) -> Item:
    candidate, fault, expected, style, value, start, end, place, block, first, last, alone = row
    span, numeral = _new(Span, (start, end)), _new(Span, (first, last))
    marker = _new(Marker, (words[style], _whole(value, words), span, words[place], block, numeral))
    return _new(Item, (candidate, words[fault], _whole(expected, words), marker, alone > 0))
