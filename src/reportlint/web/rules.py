"""The rules of the folder, reloaded when one of their files has changed, so that the page need not
be restarted."""

from __future__ import annotations

import os
from threading import Lock

from reportlint.core.request import Settings
from reportlint.linter import Linter
from reportlint.run.following import Following
from reportlint.run.setup import Setup


class FolderRules:
    """The setup of a folder, and a linter for each language, usable from any number of threads."""

    def __init__(self, folder: str) -> None:
        """Raises UserError for a bad configuration."""
        self._folder = folder
        self._following = Following(Settings(), os.path.join(folder, "-"))
        self._made_for: Setup | None = None
        self._linters: dict[str, Linter] = {}
        self._lock = Lock()
        self.linter("zh")

    def setup(self) -> Setup:
        """The current setup, with the reasons and examples of rules. Raises UserError if the
        configuration has become bad."""
        with self._lock:
            return self._current()

    def linter(self, language: str) -> Linter:
        """The current linter with messages in `language`. Raises UserError as `setup` does."""
        with self._lock:
            self._current()
            if language not in self._linters:
                self._linters[language] = Linter(folder=self._folder, language=language)
            return self._linters[language]

    def _current(self) -> Setup:
        setup = self._following.setup()
        if setup is not self._made_for:
            self._linters.clear()
            self._made_for = setup
        return setup
