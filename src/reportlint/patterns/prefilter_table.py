"""The table of the prefilters of all regexes in a run."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Mapping

from reportlint._startup.typed import Any
from reportlint.patterns.heads import Heads
from reportlint.patterns.prefilter import LiteralSets, Prefilter, prefilter_of

PackedPrefilter = tuple[tuple[str, ...], bytes]
"""A prefilter that the wheel has: its rare literals, which are needed for each text, and its other
fields packed by `marshal`, which few texts need."""


class Prefilters:
    """The prefilters of all regexes, each computed once, because that takes longer than the rest of
    the preparation of rules.

    They depend only on the regex, so those of the shipped rules come with the wheel, and a cache
    keeps the others from one run to the next.
    """

    def __init__(
        self,
        exported: Mapping[str, Any] | None = None,
        shipped: Mapping[str, PackedPrefilter] | None = None,
    ) -> None:
        """`exported` is a result of `export` from this run or an earlier one. Damaged entries are
        computed anew. `shipped` is from `shipped_form`, when the wheel was built."""
        self._exported = dict(exported or {})
        self._shipped = shipped or {}
        self._prefilters: dict[str, Prefilter] = {}
        self.grown = False  # whether entries were added to those given

    def of(self, source: str, ignore_case: bool) -> Prefilter:
        """The prefilter of a regex."""
        key = "01"[ignore_case] + source
        prefilter = self._prefilters.get(key)
        if prefilter is None:
            prefilter = self._restored(key) or self._made(key)
            self._prefilters[key] = prefilter
        return prefilter

    def rare_of(self, source: str, ignore_case: bool) -> tuple[str, ...]:
        """The rare literals of the prefilter of a regex."""
        shipped = self._shipped.get("01"[ignore_case] + source)
        return shipped[0] if shipped is not None else self.of(source, ignore_case).rare

    def joint(self, sources: Iterable[str], make: Callable[[], LiteralSets]) -> LiteralSets:
        """The literal sets of the alternatives `sources` together, computed by `make`."""
        key = f"|{'|'.join(sources)}"
        prefilter = self._prefilters.get(key) or self._restored(key)
        if prefilter is None:
            self.grown = True
            prefilter = Prefilter(make())
        self._prefilters[key] = prefilter
        return prefilter.literal_sets

    def export(self) -> dict[str, Any]:
        """All prefilters as plain data for JSON or `marshal`, except those that are shipped."""
        added = {
            key: (
                prefilter.literal_sets,
                prefilter.rare,
                tuple(prefilter.heads),
                prefilter.within_line,
            )
            for key, prefilter in self._prefilters.items()
            if key not in self._shipped
        }
        return {**self._exported, **added}

    def shipped_form(self) -> dict[str, PackedPrefilter]:
        """All prefilters computed so far, for a wheel."""
        return {
            key: (
                prefilter.rare,
                marshal.dumps(
                    (prefilter.literal_sets, tuple(prefilter.heads), prefilter.within_line)
                ),
            )
            for key, prefilter in self._prefilters.items()
        }

    def __eq__(self, other: object) -> bool:
        """Always True for another table: all give the same answers, whichever they have computed so
        far."""
        return isinstance(other, Prefilters)

    def __hash__(self) -> int:
        return hash(Prefilters)

    def _restored(self, key: str) -> Prefilter | None:
        if key in self._shipped:
            rare, packed = self._shipped[key]
            literal_sets, heads, within_line = marshal.loads(packed)  # noqa: S302 - of the package, as its modules are
            return Prefilter(literal_sets, rare, key[0] == "1", Heads(*heads), within_line)
        data = self._exported.get(key)
        if data is None:
            return None
        try:
            literal_sets, rare, (heads, at_line), within_line = data
            return Prefilter(
                tuple(map(tuple, literal_sets)),
                tuple(rare),
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
