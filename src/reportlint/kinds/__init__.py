"""The kinds of rules: one module each, named here and nowhere else. A new kind is a new module and a new line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from reportlint._startup.typed import Any
from reportlint.kinds.protocol import Kind

_MODULES = {
    "pattern": "pattern",
    "required": "required",
    "ordinal": "ordinal",
    "section": "section",
    "announced-count": "announced_count",
    "pairs": "pairs",
    "date": "date",
    "length": "length",
    "consistency": "consistency",
    "order": "order",
    "count": "count",
    "repetition": "repetition",
    "housekeeping": "housekeeping",
}


@cache
def _module(name: str) -> Kind:
    kind: Any = __import__(f"{__name__}.{_MODULES[name]}", fromlist=("find",))
    return kind  # type: ignore[no-any-return]


class _Kinds(Mapping[str, Kind]):
    """The kinds by name; a module is imported when its kind is first asked for, since no report needs all."""

    def __getitem__(self, name: str) -> Kind:
        return _module(name)

    def __iter__(self) -> Iterator[str]:
        return iter(_MODULES)

    def __len__(self) -> int:
        return len(_MODULES)


KINDS: Mapping[str, Kind] = _Kinds()
