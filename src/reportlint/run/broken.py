"""Folders below the current one whose configuration is bad: they are skipped, and all others are
checked."""

from __future__ import annotations

import os

from reportlint.core.errors import Problem, UserError
from reportlint.files.walk import split
from reportlint.run.setup import Setups


class BrokenFolders:
    """The skipped folders, and the errors in their configurations."""

    def __init__(self, setups: Setups) -> None:
        self._setups = setups
        self._known: dict[str, bool] = {}
        self._problems: dict[Problem, None] = {}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The errors, each once."""
        return tuple(self._problems)

    def has(self, path: str) -> bool:
        """Whether the configuration of the file at `path` is bad. Raises UserError if the current
        folder's configuration is bad too."""
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
