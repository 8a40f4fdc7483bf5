"""Folders below the current one whose configuration cannot be read: they are passed over, and all
others are checked."""

from __future__ import annotations

import os

from reportlint.core.errors import Problem, UserError
from reportlint.files.walk import split
from reportlint.run.setup import Setups


class BrokenFolders:
    """Which folders are passed over, and what is wrong with their configurations."""

    def __init__(self, setups: Setups) -> None:
        self._setups = setups
        self._known: dict[str, bool] = {}
        self._problems: dict[Problem, None] = {}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong, each thing once."""
        return tuple(self._problems)

    def has(self, path: str) -> bool:
        """Whether the configuration of the file at `path` is bad. Raises UserError where it is that
        of the current folder."""
        folder = split(path)[0]
        if folder not in self._known:
            self._known[folder] = self._is_broken(path)
        return self._known[folder]

    def _is_broken(self, path: str) -> bool:
        try:
            self._setups.at(path)
        except UserError as error:
            self._setups.of(os.path.join(os.getcwd(), ".reportlint.yaml"))
            self._problems.update(dict.fromkeys(error.problems))
            return True
        return False
