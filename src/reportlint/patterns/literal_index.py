"""All literals of all rules, looked for in a text in one pass.

To ask a text for the words of 500 rules one by one takes ten times as long as all that is done with
it besides. So the groups of patterns that one set of rules has share an index of what their
patterns require: a text is gone through once, and each group is told which of its patterns may
match. `ahocorasick_rs` (the extra `fast`) does it in an eighth of the time that pairs of
neighbouring characters take, which do it without.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from reportlint._startup.typed import Any
from reportlint.patterns.prefilter import Prefilter, fold_case

Owners = dict[str, list[tuple[int, Any]]]
"""By literal: the members that may match where it stands, each with the number of its group."""
Search = Callable[[str], Iterable[str]]
"""A text → those of the literals that stand in it."""

FEW = 200  # literals; so few are found sooner one by one, without the time to build anything
_NOTHING: frozenset[Any] = frozenset()


class LiteralIndex:
    """Which members of which groups may match in a text. Groups are added before the first text, or
    later."""

    def __init__(self, few: int = FEW, short: bool = False) -> None:
        """Up to `few` literals, `is_worth_it` says no. For `short` texts no automaton is built, or
        imported."""
        self._few = few
        self._short = short
        self._groups = 0
        self._asked: set[str] = set()
        self._exact: Owners = {}  # literals of a text as it is
        self._folded: Owners = {}  # of a text as `fold_case` gives it
        self._searches: tuple[Search, Search] | None = None
        self._last: tuple[str, Mapping[int, frozenset[Any]]] = ("", {})

    def add(self, members: Iterable[tuple[Prefilter, Any]]) -> int:
        """Add a group of members and what each requires; returns its number. Those that require
        nothing are no part of it."""
        self._groups += 1
        for prefilter, member in members:
            literals = prefilter.literal_sets[0] if prefilter.literal_sets else ()
            self._asked.update(prefilter.rare or literals)
            owners = self._folded if prefilter.ignore_case else self._exact
            for literal in literals:
                owners.setdefault(literal, []).append((self._groups, member))
        self._searches, self._last = None, ("", {})
        return self._groups

    @property
    def is_worth_it(self) -> bool:
        """Whether there are so many literals that one pass takes less time than to look for the
        rare ones one by one."""
        return len(self._asked) > self._few

    def candidates(self, text: str, group: int) -> frozenset[Any]:
        """The members of a group that may match in `text`. The last text is remembered, as all
        groups ask about each."""
        last, members = self._last
        if last is not text:
            members = self._found(text)
            self._last = text, members
        return members.get(group, _NOTHING)

    def _found(self, text: str) -> Mapping[int, frozenset[Any]]:
        if self._searches is None:
            self._searches = (
                search_of(self._exact, self._short),
                search_of(self._folded, self._short),
            )
        exact, folded = self._searches
        by_group: dict[int, set[Any]] = {}
        for search, owners, in_text in (
            (exact, self._exact, text),
            (folded, self._folded, fold_case(text) if self._folded else ""),
        ):
            for literal in search(in_text):
                for group, member in owners[literal]:
                    by_group.setdefault(group, set()).add(member)
        return {group: frozenset(members) for group, members in by_group.items()}


def search_of(literals: Iterable[str], short: bool = False) -> Search:
    """What finds all of `literals` that stand in a text, wherever they overlap; without an
    automaton for `short` texts."""
    single = [literal for literal in literals if len(literal) == 1]
    several = [literal for literal in literals if len(literal) > 1]
    find_several = (None if short else _automaton(several)) or by_pairs(several)

    def search(text: str) -> set[str]:
        # One character is looked for faster alone than an automaton tells all the places of a
        # common one.
        present = find_several(text)
        present.update(literal for literal in single if literal in text)
        return present

    return search


def by_pairs(literals: Sequence[str]) -> Callable[[str], set[str]]:
    """What finds `literals` of two characters and more, by the pair that each begins with."""
    by_pair: dict[tuple[str, ...], list[str]] = {}
    for literal in literals:
        by_pair.setdefault(tuple(literal[:2]), []).append(literal)
    pairs = frozenset(by_pair)

    def search(text: str) -> set[str]:
        here = pairs.intersection(pairwise(text))
        return {literal for pair in here for literal in by_pair[pair] if literal in text}

    return search


def _automaton(literals: Sequence[str]) -> Callable[[str], set[str]] | None:
    """The same of an automaton; None where there is none to be had, or nothing to look for."""
    if not literals:
        return None
    try:
        from ahocorasick_rs import AhoCorasick
    except ImportError:
        return None
    find = AhoCorasick(literals).find_matches_as_strings

    def search(text: str) -> set[str]:
        try:
            return set(find(text, overlapping=True))
        except UnicodeEncodeError:  # half a surrogate pair, which no literal has
            return set(find(text.encode("utf-8", "replace").decode("utf-8"), overlapping=True))

    return search
