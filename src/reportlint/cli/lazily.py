"""click, imported when something of it is first asked for: the plain form of `reportlint check`
needs none of it."""

from __future__ import annotations

from reportlint._startup.typed import Any


class _Lazily:
    """A module that is imported when the first of its attributes is asked for."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:
        from importlib import import_module

        return getattr(import_module(self._name), name)


click = _Lazily("click")
