"""Finds which of thousands of literals a text contains, without an automaton: by the pairs of
neighbouring characters.

All pairs of a text are collected once. A literal is sought only if the text has all pairs of the
literal. Words that a text repeats are looked at once: an English report of 37,000 characters has
17,000 in its different words.

Undone (all literals sought one by one in the text): 4 times as long for 2,000 literals in real
reports of 7,000 characters on average (7.7 ms and 1.9 ms).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from reportlint._startup.namedtuple import NamedTuple
from reportlint.patterns.prefilter import fold, fold_case

Pair = tuple[str, str]
"""Two neighbouring characters of a folded text; any white space is a space."""

_BLANK = (" ", " ")
_ABSORBED = "\u0307"  # a dot above: folding drops it after an i


class _Literal(NamedTuple):
    """A literal that may be in a text with the pair that it is filed under."""

    text: str
    is_folded: bool  # whether it is sought in the folded text
    has_space: bool  # whether it may reach over several words
    others: tuple[Pair, ...]  # its other pairs


class PairSearch:
    """A search for literals in the unfolded and in the folded text."""

    def __init__(self, exact: Iterable[str], folded: Iterable[str]) -> None:
        literals = [(text, False, _pairs_of(text)) for text in exact]
        literals += [(text, True, _pairs_of(text)) for text in folded]
        # each literal is filed under the pair that it shares with the fewest others
        shared = Counter(pair for _, _, pairs in literals for pair in pairs)
        self._known = frozenset(shared)
        self._by_pair: dict[Pair, list[_Literal]] = {}
        self._always: list[_Literal] = []  # those without a pair
        for text, is_folded, pairs in literals:
            pair = min(pairs, key=shared.__getitem__, default=None)
            others = tuple(other for other in pairs if other != pair)
            literal = _Literal(text, is_folded, any(map(str.isspace, text)), others)
            if pair is None:
                self._always.append(literal)
            else:
                self._by_pair.setdefault(pair, []).append(literal)
        self._filed = frozenset(self._by_pair)

    def present(self, text: str) -> tuple[set[str], set[str]]:
        """The literals that `text` contains, overlapping ones too: those of the unfolded text, and
        those of the folded one."""
        words = {*text.split()}
        exact = " ".join(words)
        folded = fold(exact)
        pairs = self._pairs_in(folded)
        likely = self._always + [
            literal
            for pair in self._filed.intersection(pairs)
            for literal in self._by_pair[pair]
            if pairs.issuperset(literal.others)
        ]
        present: tuple[set[str], set[str]] = set(), set()
        for literal in likely:
            if literal.has_space:
                where = fold_case(text) if literal.is_folded else text
            else:
                where = folded if literal.is_folded else exact
            if literal.text in where:
                present[literal.is_folded].add(literal.text)
        return present

    def _pairs_in(self, folded: str) -> set[Pair]:
        """The known pairs in a folded text, given its words. Each word counts as having white
        space on both sides."""
        pairs = {*self._known.intersection(pairwise(folded))}
        words = folded.split()
        pairs.update((word[-1], " ") for word in words)
        pairs.update((" ", word[0]) for word in words)
        return pairs


def _pairs_of(literal: str) -> list[Pair]:
    """The pairs that a folded text has if the text contains `literal`."""
    spaced = "".join(" " if char.isspace() else char for char in fold(literal))
    pairs = dict.fromkeys(pairwise(spaced))
    return [pair for pair in pairs if pair != _BLANK and _ABSORBED not in pair]
