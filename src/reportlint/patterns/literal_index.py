"""An index that finds the literals of all rules in a text in one pass.

Searching a text for the words of 500 rules one by one takes ten times as long as everything else
that is done with it. So the pattern groups of one set of rules share an index of the literals that
their patterns require: a text is searched once, and each group gets those of its patterns that may
match. The first texts are searched for the literals one by one, because one report takes less time
than building anything. `ahocorasick_rs` (the extra `fast`) takes an eighth of the time of its
fallback (`pair_search.py`).
"""

from __future__ import annotations

from _thread import allocate_lock
from collections.abc import Callable, Iterable, Mapping, Sequence, Set

from reportlint._startup.typed import TYPE_CHECKING, Any
from reportlint.patterns.phrases import PhrasePattern
from reportlint.patterns.prefilter import Prefilter, fold_case, present_in

if TYPE_CHECKING:
    from reportlint.patterns.pair_search import PairSearch

Member = tuple[int, Any]
"""The number of a group, and one of its patterns, with `rare` and `prefilter`."""
Owners = dict[str, list[Member]]
"""By literal: the members that may match in a text with it."""
Search = Callable[[str], tuple[set[str], set[str]]]
"""A function: a text → the exact and the folded literals that it contains."""

FEW = 200  # literals; so few are found faster one by one
SOON = 30_000  # code points; building a search of one pass takes as long as searching so many
_NOTHING: frozenset[Any] = frozenset()


class LiteralIndex:
    """Finds which patterns of which groups may match in a text. Groups may be added at any time,
    and from any thread."""

    def __init__(self, soon: int = SOON) -> None:
        """In the first `soon` code points, any number of literals are searched one by one."""
        self._early = soon  # code points left of the first `soon`
        self._lock = allocate_lock()
        self._members: list[Member] = []
        self._groups = 0
        self._method: OneByOne | OnePass | None = None  # for all members; None: not built yet
        self._is_best = False  # whether `_method` is the one for many texts
        self._last: tuple[str, int, Mapping[int, frozenset[Any]]] = ("", 0, {})

    def add(self, patterns: Iterable[Any]) -> int:
        """Add a group of patterns, each with `rare` and `prefilter`, and return its number."""
        with self._lock:
            self._groups += 1
            self._members += [(self._groups, pattern) for pattern in patterns]
            self._method, self._is_best = None, False
            return self._groups

    def candidates(self, text: str, group: int) -> frozenset[Any]:
        """The patterns of a group that may match in `text`. The result for the last text is cached,
        because all groups ask about each text."""
        last, groups, by_group = self._last
        if last is not text or groups < group:
            with self._lock:
                groups, method = self._groups, self._method_for(len(text))
            by_group = method.candidates(text)
            self._last = text, groups, by_group
        return by_group.get(group, _NOTHING)

    def _method_for(self, size: int) -> OneByOne | OnePass:
        """How a text of `size` code points is searched."""
        self._early -= size
        method = self._method or OneByOne(self._members)
        if self._early < 0 and not self._is_best:
            self._is_best = True
            if isinstance(method, OneByOne) and method.size > FEW:
                method = OnePass(self._members)
        self._method = method
        return method


class OneByOne:
    """A search for the rare literals of all patterns, one by one: nothing is built for it, so it
    suits the first texts."""

    def __init__(self, members: Iterable[Member]) -> None:
        self._always: list[Member] = []  # those without a known rare literal
        self._by_rare: Owners = {}
        for member in members:
            for rare in member[1].rare:
                self._by_rare.setdefault(rare, []).append(member)
            if not member[1].rare:
                self._always.append(member)
        self.size = len(self._by_rare)  # the number of literals

    def candidates(self, text: str) -> Mapping[int, frozenset[Any]]:
        """The patterns that may match in `text`, by the number of their group."""
        present = present_in(text, self._by_rare)
        return _by_group(self._always, (self._by_rare[literal] for literal in present))


class OnePass:
    """A search for the literals of all patterns in one pass over a text."""

    def __init__(self, members: Iterable[Member]) -> None:
        self._always: list[Member] = []  # those without a known literal
        self._exact: Owners = {}  # literals of the unfolded text
        self._folded: Owners = {}  # literals of the text folded by `fold_case`
        for member in members:
            prefilter: Prefilter = member[1].prefilter
            owners = self._folded if prefilter.ignore_case else self._exact
            for literal in prefilter.literal_sets[0] if prefilter.literal_sets else ():
                owners.setdefault(literal, []).append(member)
            if not prefilter.literal_sets:
                self._always.append(member)
        self._search = search_of(self._exact, self._folded)

    def candidates(self, text: str) -> Mapping[int, frozenset[Any]]:
        """The patterns that may match in `text`, by the number of their group."""
        exact, folded = self._search(text)
        owners = [self._exact[literal] for literal in exact]
        owners += [self._folded[literal] for literal in folded]
        return _by_group(self._always, owners)


def _by_group(
    always: Iterable[Member], owners: Iterable[Iterable[Member]]
) -> Mapping[int, frozenset[Any]]:
    by_group: dict[int, set[Any]] = {}
    for members in (always, *owners):
        for group, pattern in members:
            by_group.setdefault(group, set()).add(pattern)
    return {group: frozenset(patterns) for group, patterns in by_group.items()}


def search_of(exact: Iterable[str], folded: Iterable[str]) -> Search:
    """A function that finds those literals of the unfolded and of the folded text that a text
    contains, overlapping ones too."""
    several = [[text for text in literals if len(text) > 1] for literals in (exact, folded)]
    single = [[text for text in literals if len(text) == 1] for literals in (exact, folded)]
    find_several = _method()(*several).present

    def search(text: str) -> tuple[set[str], set[str]]:
        # A single character is found faster by itself: an automaton would report all offsets of a
        # common one.
        present = find_several(text)
        for literals, chars, where in zip(present, single, (text, fold_case(text)), strict=True):
            literals.update(char for char in chars if char in where)
        return present

    return search


def _method() -> type[AutomatonSearch | PairSearch]:
    if automaton():
        return AutomatonSearch
    from reportlint.patterns.pair_search import PairSearch  # few reports need it

    return PairSearch


class AutomatonSearch:
    """Like `PairSearch`, with the automata of `ahocorasick_rs`."""

    def __init__(self, exact: Sequence[str], folded: Sequence[str]) -> None:
        make = automaton()
        self._exact, self._folded = (make(texts) if texts else None for texts in (exact, folded))

    def present(self, text: str) -> tuple[set[str], set[str]]:
        """Like `PairSearch.present`."""
        return _found(self._exact, text), _found(self._folded, fold_case(text))


def _found(literals: Any, text: str) -> set[str]:
    """The literals of an automaton, or of None, that `text` contains."""
    if literals is None:
        return set()
    try:
        return set(literals.find_matches_as_strings(text, overlapping=True))
    except UnicodeEncodeError:  # half a surrogate pair, which no literal has
        return _found(literals, text.encode("utf-8", "replace").decode("utf-8"))


def automaton() -> Any:
    """The class of the automaton: literals → automaton. None if `ahocorasick_rs` is missing."""
    try:
        from ahocorasick_rs import AhoCorasick
    except ImportError:
        return None
    return AhoCorasick


class PhraseIndex:
    """An index of phrase patterns by name, for texts as short as a title, which are searched for
    each literal."""

    def __init__(self, patterns: Iterable[tuple[str, PhrasePattern]]) -> None:
        self._unknown: set[str] = set()  # names of patterns without a known literal
        self._names: dict[str, list[str]] = {}  # by folded literal
        for name, pattern in patterns:
            for literal in pattern.literal_sets[0] if pattern.literal_sets else ():
                self._names.setdefault(literal, []).append(name)
            if not pattern.literal_sets:
                self._unknown.add(name)

    def that_may_match(self, text: str) -> Set[str]:
        """The names of the patterns that may match in `text`."""
        folded = fold_case(text)
        present = (names for literal, names in self._names.items() if literal in folded)
        return self._unknown.union(*present)
