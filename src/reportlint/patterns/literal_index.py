"""An index that finds the literals of all rules in a text in one pass.

Searching a text for the words of 500 rules one by one takes ten times as long as everything else
that is done with it. So the pattern groups of one set of rules share an index of the literals that
their patterns require: a text is searched once, and each group gets those of its patterns that may
match. `ahocorasick_rs` (the extra `fast`) takes an eighth of the time of the fallback, which looks
at pairs of neighbouring characters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from itertools import pairwise

from reportlint._startup.typed import Any
from reportlint.patterns.phrases import PhrasePattern
from reportlint.patterns.prefilter import Prefilter, fold_case

Owners = dict[str, list[tuple[int, Any]]]
"""By literal: the members that may match in a text with it, each with the number of its group."""
Search = Callable[[str], Iterable[str]]
"""A function: a text → the literals that it contains."""

FEW = 200  # literals; so few are found faster one by one, without building an index
_NOTHING: frozenset[Any] = frozenset()


class LiteralIndex:
    """Finds which members of which groups may match in a text. Groups may be added at any time."""

    def __init__(self, few: int = FEW, short: bool = False) -> None:
        """`is_worth_it` is False for up to `few` literals. If texts are `short`, no automaton is
        built or imported."""
        self._few = few
        self._short = short
        self._groups = 0
        self._asked: set[str] = set()
        self._exact: Owners = {}  # literals of the unfolded text
        self._folded: Owners = {}  # literals of the text folded by `fold_case`
        self._searches: tuple[Search, Search] | None = None
        self._last: tuple[str, Mapping[int, frozenset[Any]]] = ("", {})

    def add(self, members: Iterable[tuple[Prefilter, Any]]) -> int:
        """Add a group of members with their prefilters, and return the group's number. Members that
        require no literal are left out."""
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
        """Whether there are so many literals that one pass is faster than searching for the rare
        ones one by one."""
        return len(self._asked) > self._few

    def candidates(self, text: str, group: int) -> frozenset[Any]:
        """The members of a group that may match in `text`. The result for the last text is cached,
        because all groups ask about each text."""
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
    """A function that finds those of `literals` that a text contains, overlapping ones too. It uses
    no automaton for `short` texts."""
    single = [literal for literal in literals if len(literal) == 1]
    several = [literal for literal in literals if len(literal) > 1]
    find_several = (None if short else _automaton(several)) or by_pairs(several)

    def search(text: str) -> set[str]:
        # A single character is found faster by itself: an automaton would report all offsets of a
        # common one.
        present = find_several(text)
        present.update(literal for literal in single if literal in text)
        return present

    return search


def by_pairs(literals: Sequence[str]) -> Callable[[str], set[str]]:
    """A function that finds `literals` of at least two characters, by the pair that each begins
    with."""
    by_pair: dict[tuple[str, ...], list[str]] = {}
    for literal in literals:
        by_pair.setdefault(tuple(literal[:2]), []).append(literal)
    pairs = frozenset(by_pair)

    def search(text: str) -> set[str]:
        here = pairs.intersection(pairwise(text))
        return {literal for pair in here for literal in by_pair[pair] if literal in text}

    return search


def _automaton(literals: Sequence[str]) -> Callable[[str], set[str]] | None:
    """Like `by_pairs`, with an automaton; None if `ahocorasick_rs` is missing or there are no
    literals."""
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


class PhraseIndex:
    """An index of phrase patterns by name."""

    def __init__(self, patterns: Iterable[tuple[str, PhrasePattern]]) -> None:
        named = list(patterns)
        self._unknown = frozenset(name for name, pattern in named if not pattern.literal_sets)
        self._index = LiteralIndex(short=True)
        members = (
            (Prefilter(pattern.literal_sets, ignore_case=True), name) for name, pattern in named
        )
        self._group = self._index.add(members)

    def that_may_match(self, text: str) -> Set[str]:
        """The names of the patterns that may match in `text`."""
        return self._unknown | self._index.candidates(text, self._group)
