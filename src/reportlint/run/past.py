"""Earlier reports to compare today's with: those in the Git history that have since changed or
gone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.request import Settings
from reportlint.files.sources import SourceError, read
from reportlint.run.alike import Likeness
from reportlint.run.history import History, Snapshot
from reportlint.run.setup import Setups


class _Version(NamedTuple):
    """A text that a report had at the end of a month."""

    path: str
    blob: str
    commit: str  # the month-end commit that had it first
    year: int


def remember_past(
    paths: Sequence[str], settings: Settings, likeness: Likeness
) -> Callable[[str], int]:
    """Add to `likeness` each text that a report had at the end of a month, except texts that are
    still there. (A report that was only moved is not another one.)

    Returns a function that gives the year in which the current text at a path was committed; the
    current year if it is not committed. Raises UserError.
    """
    history = History(Setups(settings), settings)
    snapshots = list(history.snapshots(paths, ""))
    committed = dict(snapshots[-1].reports if snapshots else ())
    kept = set(committed.values())
    years: dict[str, int] = {}
    for version in _versions(snapshots):
        is_last = committed.get(version.path) == version.blob
        if version.blob in kept and not is_last:
            continue
        try:
            text = history.read(version.path, version.blob).decoded.text
        except SourceError:
            continue
        if is_last and text == _text_at(version.path):
            years[version.path] = version.year
        else:
            likeness.remember(version.path, text, version.commit, version.year)
    this_year = datetime.now().astimezone().year
    return lambda path: years.get(path, this_year)


def _text_at(path: str) -> str | None:
    """The text of a file; None if it cannot be read."""
    try:
        return read(path).decoded.text
    except SourceError:
        return None


def _versions(snapshots: Iterable[Snapshot]) -> Iterator[_Version]:
    """Each text of each report once, oldest first."""
    seen: set[tuple[str, str]] = set()
    for snapshot in snapshots:
        for path, blob in snapshot.reports:
            if (path, blob) not in seen:
                seen.add((path, blob))
                yield _Version(path, blob, snapshot.commit, int(snapshot.month[:4]))
