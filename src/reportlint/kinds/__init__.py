"""The kinds of rules, one module each. A new kind is a new module and a new line in `_NAMES`."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping

from reportlint._startup.typed import Any
from reportlint.kinds.protocol import Kind

_NAMES = (
    "pattern",
    "required",
    "ordinal",
    "section",
    "part",
    "announced-count",
    "pairs",
    "date",
    "length",
    "consistency",
    "order",
    "reference",
    "comparison",
    "fields",
    "together",
    "count",
    "capitalization",
    "readability",
    "repetition",
    "housekeeping",
)


class Kinds(MutableMapping[str, Kind]):
    """The kinds by name. A module is imported when its kind is first needed, since no report needs
    all of them."""

    def __init__(self) -> None:
        self._kinds: dict[str, Kind | None] = dict.fromkeys(_NAMES)

    def __getitem__(self, name: str) -> Kind:
        kind = self._kinds[name]
        if kind is None:
            module: Any = __import__(f"{__name__}.{name.replace('-', '_')}", fromlist=("find",))
            kind = self._kinds[name] = Kind.of(module)
        return kind

    def __setitem__(self, name: str, kind: Kind) -> None:
        self._kinds[name] = kind

    def __delitem__(self, name: str) -> None:
        del self._kinds[name]

    def __contains__(self, name: object) -> bool:
        return name in self._kinds

    def __iter__(self) -> Iterator[str]:
        return iter(self._kinds)

    def __len__(self) -> int:
        return len(self._kinds)


KINDS = Kinds()
