"""What a kind is: a module that satisfies this protocol and is named in `reportlint.kinds.KINDS`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportlint._startup.typed import Any, Protocol
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading
from reportlint.core.schema import Field


class Kind(Protocol):
    """The algorithm of a rule.

    A kind may also have `complaints(options) -> Iterable[tuple[str, Text]]`: why a rule with these options could never find
    anything, each with the key that is to blame. It is asked when a rule file is read.
    """

    OPTIONS: Mapping[str, Field]
    """The options a rule of this kind may have, at the top level of its file."""
    FIELDS: Mapping[str, str]
    """The fields that its message may name as `{field}`, each with a sample value."""

    def prepare(self, options: Mapping[str, Any], lexicon: Lexicon) -> Any:
        """Compile what can be compiled once: called once a run and rule, the result is passed to `find` for each report."""

    def find(self, reading: Reading, prepared: Any) -> Iterable[Hit]:
        """The hits in one report, in any order."""
