"""The entries that suppress single findings: `ignore` of the configuration, and the side file of
such entries."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from reportlint._startup.typed import TYPE_CHECKING
from reportlint.config.config import SIDE_FILE, Config
from reportlint.config.config import IgnoreEntry as Entry
from reportlint.core.glob import matches
from reportlint.core.pack import Library
from reportlint.core.report import FileReport
from reportlint.core.request import Settings
from reportlint.core.span import LineIndex, Span
from reportlint.files.origin import Origin
from reportlint.files.paths import relative, slashed
from reportlint.kinds import KINDS

if TYPE_CHECKING:
    from reportlint.core.reading import Hit
    from reportlint.suppression.apply import Ignore

Place = tuple[str, int]
"""The file and the line of an entry."""

_WILD = frozenset("*?[!")  # in a glob that may match more than one file


class Ignores:
    """The entries for one configuration, including those of its side file."""

    def __init__(
        self, config: Config | None = None, path: str = "", entries: Sequence[Entry] = ()
    ) -> None:
        """`path` and `entries` are those of the side file; "" and () if there is none."""
        self.side_file = path
        self._folder = os.path.dirname(path) or (config.folder if config else "")
        configured = [(config.path, entry) for entry in config.ignores] if config else []
        # each with the path of its file
        self.entries = (*configured, *((path, entry) for entry in entries))

    def about(self, path: str, name: str) -> tuple[Ignore, ...]:
        """The entries about the file at `path`; `name` is its path relative to the
        configuration."""
        if not self.entries:
            return ()
        from reportlint.suppression.apply import Ignore

        return tuple(
            Ignore(rule, entry.text, file, entry.line)
            for file, entry in self.entries
            if matches(entry.files, self._name(path) if file == self.side_file else name)
            for rule in entry.rules
        )

    def _name(self, path: str) -> str:
        """The path of a file relative to the folder of the side file."""
        return relative(path, self._folder)


def side_file(
    config: Config, library: Callable[[], Library], origin: Origin, settings: Settings
) -> Ignores:
    """The entries of a configuration and of its side file. Without a configuration, the side file
    is at the root of the repository or in the current folder.

    Raises UserError if the side file is invalid.
    """
    if settings.isolated:
        return Ignores(config)
    current = slashed(os.getcwd())
    path = f"{config.folder or origin.root_of(current) or current}/{SIDE_FILE}"
    text = origin.reader.read(path)
    if text is None:
        return Ignores(config)
    from reportlint.config.resolve_names import read_ignores

    entries = read_ignores(path, text, library(), KINDS, reasons=config.require_reason)
    return Ignores(config, path, entries)


def uses(
    entries: Iterable[Ignore], used: Collection[Ignore], ran: Iterable[str]
) -> tuple[tuple[str, int, bool], ...]:
    """For each entry with a rule that ran: its file and line, and whether it suppressed
    anything."""
    from fnmatch import fnmatchcase

    ran = tuple(ran)
    used_at: dict[Place, bool] = {}
    for entry in entries:
        if any(fnmatchcase(rule, entry.rule) for rule in ran):
            place = entry.path, entry.line
            used_at[place] = used_at.get(place, False) or entry in used
    return tuple((*place, is_used) for place, is_used in used_at.items())


def unused_entries(
    ignores: Ignores, reports: Iterable[FileReport], paths: Sequence[str]
) -> dict[str, list[Entry]]:
    """The entries that suppress nothing, by their file, if all files that they apply to have been
    checked.

    That is so for an entry in a folder that was checked as a whole, and for an entry that names
    single files.
    """
    used: dict[Place, bool] = {}
    for report in reports:
        for path, line, is_used in report.ignore_entries:
            used[path, line] = used.get((path, line), False) or is_used
    roots = [os.path.join(os.path.abspath(path), "") for path in paths if os.path.isdir(path)]
    unused: dict[str, list[Entry]] = {}
    for path, entry in ignores.entries:
        is_whole = any(_folder(path).startswith(root) for root in roots)
        if (is_whole or _named(path, entry, used)) and not used.get((path, entry.line), False):
            unused.setdefault(path, []).append(entry)
    return unused


def _folder(path: str) -> str:
    return os.path.join(os.path.dirname(path), "")


def _named(path: str, entry: Entry, used: Mapping[Place, bool]) -> bool:
    """Whether an entry names single files only, and one of them was checked."""
    wild = any(_WILD & set(glob) or glob.endswith("/") for glob in entry.files)
    return not wild and (path, entry.line) in used


def hits(path: str, index: LineIndex, text: str, entries: Iterable[Entry]) -> Iterator[Hit]:
    """A hit on the line of each entry of `entries`, in the file at `path` with the text `text`."""
    from reportlint.core.reading import Hit

    for entry in sorted(entries, key=lambda entry: entry.line):
        start, end = index.line(min(entry.line, len(index)))
        start = Span(start, end).trimmed(text).start
        yield Hit(Span(start, end), {"rule": entry.rules, "detail": "ignore", "place": path})
