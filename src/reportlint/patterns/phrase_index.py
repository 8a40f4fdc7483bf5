"""Which of many phrase patterns may match in a short text: one search for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Set

from reportlint.patterns.literal_index import LiteralIndex
from reportlint.patterns.phrases import PhrasePattern
from reportlint.patterns.prefilter import Prefilter


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
