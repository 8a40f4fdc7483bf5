"""Sequences of many values that are kept as rows of numbers and made into values when they are asked for.

A text of 50 MB has a quarter of a million blocks and as many lines. As values of their own they take ten times as much room
as in rows; the price, a microsecond for each that is looked at, is not worth paying for a report of the usual size.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar, overload

from reportlint.core.document import Block, Line
from reportlint.core.span import Span

T = TypeVar("T")
_new = (
    tuple.__new__
)  # takes half of the time of the constructors of values, which look at their arguments
Word = Callable[[str], int]  # the number of a word


class Packed(Sequence[T], Generic[T]):
    """A sequence of values of one class, each kept as a row of whole numbers; values may be appended and replaced."""

    def __init__(
        self,
        numbers: Callable[[T, Word], tuple[int, ...]],
        value: Callable[[Any, list[str]], T],
        width: int,
    ) -> None:
        """`numbers` makes a row of `width` numbers of a value, `value` a value of a row and the words that it may name."""
        self._row = numbers
        self._value = value
        self._form = struct.Struct(f"{width}i")
        self._rows = bytearray()
        self._words: list[str] = []
        self._known: dict[str, int] = {}

    def append(self, value: T) -> None:
        """Add a value at the end."""
        self._rows += self._form.pack(*self._row(value, self._word))

    def __len__(self) -> int:
        return len(self._rows) // self._form.size

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> list[T]: ...
    def __getitem__(self, at: int | slice) -> T | list[T]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        try:
            row = self._form.unpack_from(self._rows, at * self._form.size)
        except struct.error:
            raise IndexError(at) from None
        return self._value(row, self._words)

    def __setitem__(self, at: int, value: T) -> None:
        self._form.pack_into(self._rows, at * self._form.size, *self._row(value, self._word))

    def __iter__(self) -> Iterator[T]:
        value, words = self._value, self._words
        return (value(row, words) for row in self._form.iter_unpack(self._rows))

    def replaced(self, changes: Iterable[tuple[int, T]]) -> Packed[T]:
        """The same values but for those at some places, which are asked for one by one."""
        made = Packed(self._row, self._value, 0)
        made._form, made._rows = self._form, self._rows[:]
        made._words, made._known = self._words[:], dict(self._known)
        for at, value in changes:
            made[at] = value
        return made

    def _word(self, word: str) -> int:
        number = self._known.get(word)
        if number is None:
            number = self._known[word] = len(self._words)
            self._words.append(word)
        return number


def replaced(values: Sequence[T], changes: Iterable[tuple[int, T]]) -> Sequence[T]:
    """`values`, packed or not, but for those at some places."""
    if isinstance(values, Packed):
        return values.replaced(changes)
    new = dict(changes)
    return tuple([new.get(at, value) for at, value in enumerate(values)])


class Made(Sequence[T], Generic[T]):
    """Values that are made of numbers, each time when they are asked for."""

    __slots__ = ("_numbers", "_value")

    def __init__(self, value: Callable[[int], T], numbers: Iterable[int]) -> None:
        self._value = value
        self._numbers = array("i", numbers)

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Made[T]: ...
    def __getitem__(self, at: int | slice) -> T | Made[T]:
        if isinstance(at, slice):
            return Made(self._value, self._numbers[at])
        return self._value(self._numbers[at])

    def __iter__(self) -> Iterator[T]:
        return map(self._value, self._numbers)


def packed_blocks() -> Packed[Block]:
    """An empty sequence of blocks."""
    return Packed(_of_block, _block, 10)


def _of_block(one: Block, word: Word) -> tuple[int, ...]:
    return (
        word(one.kind),
        *one.span,
        *one.content,
        one.level,
        word(one.role),
        one.quote,
        one.depth,
        word(one.info),
    )


def _block(row: Sequence[int], words: list[str]) -> Block:
    kind, start, end, first, last, level, role, quote, depth, info = row
    span, content = _new(Span, (start, end)), _new(Span, (first, last))
    return _new(Block, (words[kind], span, content, level, words[role], quote, depth, words[info]))


def packed_lines() -> Packed[Line]:
    """An empty sequence of lines."""
    return Packed(_of_line, _line, 6)


def _of_line(one: Line, word: Word) -> tuple[int, ...]:
    return *one.span, one.start, one.block, one.indent, word(one.bullet)


def _line(row: Sequence[int], words: list[str]) -> Line:
    start, end, first, block, indent, bullet = row
    return _new(Line, (_new(Span, (start, end)), first, block, indent, words[bullet]))
