"""The table of the prefilters of all regexes in a run."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint._startup.typed import Any
from reportlint.patterns.heads import Heads
from reportlint.patterns.prefilter import Prefilter, prefilter_of


class Prefilters:
    """The prefilters of all regexes, each computed once, because that takes longer than the rest of
    the preparation of rules.

    They depend only on the regex, so a cache may keep them from one run to the next.
    """

    def __init__(self, exported: Mapping[str, Any] | None = None) -> None:
        """`exported` is a result of `export` from this run or an earlier one. Damaged entries are
        computed anew."""
        self._exported = dict(exported or {})
        self._prefilters: dict[str, Prefilter] = {}
        self.grown = False  # whether entries were added to those of `exported`

    def of(self, source: str, ignore_case: bool) -> Prefilter:
        """The prefilter of a regex."""
        key = f"{ignore_case:d}{source}"
        if key not in self._prefilters:
            self._prefilters[key] = self._restored(key) or self._made(key)
        return self._prefilters[key]

    def export(self) -> dict[str, Any]:
        """All prefilters as plain data for JSON."""
        added = {
            key: [
                prefilter.literal_sets,
                sorted(prefilter.rare),
                prefilter.heads,
                prefilter.within_line,
            ]
            for key, prefilter in self._prefilters.items()
        }
        return {**self._exported, **added}

    def __eq__(self, other: object) -> bool:
        """Always True for another table: all give the same answers, whichever they have computed so
        far."""
        return isinstance(other, Prefilters)

    def __hash__(self) -> int:
        return hash(Prefilters)

    def _restored(self, key: str) -> Prefilter | None:
        data = self._exported.get(key)
        if data is None:
            return None
        try:
            literal_sets, rare, (heads, at_line), within_line = data
            return Prefilter(
                tuple(map(tuple, literal_sets)),
                frozenset(rare),
                key[0] == "1",
                Heads(tuple(heads), bool(at_line)),
                bool(within_line),
            )
        except (TypeError, ValueError):  # a damaged cache
            return None

    def _made(self, key: str) -> Prefilter:
        from reportlint.patterns.literals import required_by  # hardly ever needed

        self.grown = True
        ignore_case = key[0] == "1"
        required = required_by(key[1:], ignore_case)
        prefilter = prefilter_of(required.literal_sets, ignore_case)
        return prefilter._replace(heads=required.heads, within_line=required.within_line)
