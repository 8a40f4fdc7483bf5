"""A setup that follows its files: configuration, packs, rules, types, and the folders that they are
in."""

from __future__ import annotations

from reportlint.cache.watched import Watched, unchanged
from reportlint.core.request import Settings
from reportlint.files.origin import Origin
from reportlint.files.reader import Disk
from reportlint.run.setup import Setup, Setups


class Following:
    """The whole setup of one file, made anew once something that it was made of is not as it
    was."""

    def __init__(self, settings: Settings, path: str) -> None:
        """`path` is the file, which need not exist. Nothing is read so far."""
        self._settings = settings
        self._path = path
        self._watched = Watched(Disk())
        self._setup: Setup | None = None

    def setup(self) -> Setup:
        """The setup as the files are now, the very one of the last time if they are as they were.
        Raises UserError for a bad configuration."""
        if self._setup is None or not unchanged(self._watched.seen.items()):
            self._setup = None  # if the configuration is bad by now, the next call tries again
            self._setup = self._made()
        return self._setup

    def _made(self) -> Setup:
        origin = Origin()
        setups = Setups(self._settings, origin, whole=True)
        # What ships with the program does not change while it runs.
        self._watched = Watched(setups.disk, setups.memory.folder)
        origin.reader = setups.memory.disk = self._watched
        return setups.of(self._path)
