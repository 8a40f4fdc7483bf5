"""A setup that is reloaded when a file it depends on changes: configuration, packs, rules, types,
or their folders."""

from __future__ import annotations

from reportlint.cache.watched import Watched, unchanged
from reportlint.core.request import Settings
from reportlint.files.origin import Origin
from reportlint.files.reader import Disk
from reportlint.run.setup import Setup, Setups


class Following:
    """The whole setup of one file, reloaded when a file it was made from has changed."""

    def __init__(self, settings: Settings, path: str) -> None:
        """`path` is the file, which need not exist. Nothing is read yet."""
        self._settings = settings
        self._path = path
        self._watched = Watched(Disk())
        self._setup: Setup | None = None

    def setup(self) -> Setup:
        """The setup for the files as they are now; the same object as last time if they have not
        changed. Raises UserError for a bad configuration."""
        if self._setup is None or not unchanged(self._watched.seen.items()):
            self._setup = None  # if loading fails, the next call tries again
            self._setup = self._made()
        return self._setup

    def _made(self) -> Setup:
        origin = Origin()
        setups = Setups(self._settings, origin, whole=True)
        # Files shipped with the program do not change while it runs.
        self._watched = Watched(setups.disk, setups.memory.folder)
        origin.reader = setups.memory.disk = self._watched
        return setups.of(self._path)
