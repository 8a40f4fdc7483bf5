"""Entries that let single findings pass: those of the configuration, and those of a file of their own beside it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence

from reportlint._startup.typed import TYPE_CHECKING
from reportlint.config.config import SIDE_FILE, Config
from reportlint.config.config import IgnoreEntry as Entry
from reportlint.core.glob import matches
from reportlint.core.pack import Library
from reportlint.core.request import Settings
from reportlint.files.origin import Origin
from reportlint.kinds import KINDS

if TYPE_CHECKING:
    from reportlint.suppression.apply import Ignore


class Ignores:
    """The entries that go with one configuration."""

    def __init__(
        self,
        config: Config | None = None,
        path: str = "",
        text: str = "",
        entries: Sequence[Entry] = (),
    ) -> None:
        self.path = path  # of the side file, "" where there is none
        self.text = text
        self.folder = os.path.dirname(path) or (config.folder if config else "")
        own = [(config.path, one) for one in config.ignores] if config else []
        self.entries = (*own, *((path, one) for one in entries))

    def about(self, path: str, name: str) -> tuple[Ignore, ...]:
        """Those that are about the file at `path`, which the configuration calls `name`."""
        if not self.entries:
            return ()
        from reportlint.suppression.apply import Ignore

        found: list[Ignore] = []
        for own, one in self.entries:
            where = self._relative(path) if own == self.path else name
            if matches(one.files, where):
                found += (Ignore(rule, one.text, own, one.line) for rule in one.rules)
        return tuple(found)

    def _relative(self, path: str) -> str:
        return os.path.relpath(os.path.abspath(path), self.folder).replace(os.sep, "/")


def side_file(
    config: Config, library: Callable[[], Library], origin: Origin, settings: Settings
) -> Ignores:
    """The entries beside the configuration; without one, at the root of the repository, or in the current folder.

    Raises UserError for a side file that is wrong.
    """
    if settings.isolated:
        return Ignores(config)
    current = os.getcwd().replace(os.sep, "/")
    path = f"{config.folder or origin.root_of(current) or current}/{SIDE_FILE}"
    text = origin.reader.read(path)
    if text is None:
        return Ignores(config)
    from reportlint.config.resolve_names import read_ignores

    return Ignores(
        config,
        path,
        text,
        read_ignores(path, text, library(), KINDS, reasons=config.require_reason),
    )


def rows(
    entries: Iterable[Ignore], used: set[Ignore], ran: Iterable[str]
) -> tuple[tuple[str, int, bool], ...]:
    """Where each entry stands of which a rule did run, and whether it silenced anything."""
    from fnmatch import fnmatchcase

    ran = tuple(ran)
    found: dict[tuple[str, int], bool] = {}
    for one in entries:
        if any(fnmatchcase(rule, one.rule) for rule in ran):
            found[one.path, one.line] = found.get((one.path, one.line), False) or one in used
    return tuple((*place, heeded) for place, heeded in found.items())
