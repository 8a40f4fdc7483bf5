"""Clauses: what a text must hold, as a list of texts of each of which at least one must be there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

Clauses = tuple[tuple[str, ...], ...]

MOST_IN_CLAUSE = 80
_PIECE = 1 << 16  # code points that are folded at once


def either(all_clauses: Iterable[Clauses]) -> Clauses:
    """What is demanded where one of several regexes must match: of more than one regex one clause, or none."""
    found = list(all_clauses)
    if len(found) == 1:
        return found[0]
    best = [min(clauses, key=rank) if clauses else () for clauses in found]
    joined = tuple(dict.fromkeys(text for clause in best for text in clause))
    return (joined,) if joined and all(best) and len(joined) <= MOST_IN_CLAUSE else ()


def rank(clause: Sequence[str]) -> tuple[int, int]:
    """The smaller, the more a clause tells: long texts, few of them, Han rather than digits."""
    digits = any(text.isdigit() for text in clause)
    return -min(map(len, clause)) + 2 * digits, len(clause)


def fold(text: str) -> str:
    """`text` such that what differs only in case is the same."""
    made = text.casefold() if len(text) <= _PIECE else "".join(_folded_pieces(text))
    return made.replace("ı", "i").replace("i̇", "i")


def _folded_pieces(text: str) -> Iterator[str]:
    """Case is folded character by character, but of a whole text at twelve bytes a code point."""
    for at in range(0, len(text), _PIECE):
        yield text[at : at + _PIECE].casefold()
