"""click, imported when one of its attributes is first used: the plain form of `reportlint check`
does not need it."""

from __future__ import annotations

from reportlint._startup.typed import Any


class _Lazily:
    """A module that is imported when one of its attributes is first used."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:
        from importlib import import_module

        return getattr(import_module(self._name), name)


click = _Lazily("click")
