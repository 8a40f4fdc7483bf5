"""Paths and settings → a report."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence

from reportlint.baseline.session import Baselines
from reportlint.changes.session import changes_of
from reportlint.core.errors import UserError
from reportlint.core.report import FileReport, Report
from reportlint.core.request import STDIN, Settings
from reportlint.core.text import Text
from reportlint.files.origin import origin
from reportlint.run.broken import BrokenFolders
from reportlint.run.file import Then, as_it_is, check_file
from reportlint.run.setup import Setups
from reportlint.run.unused_entries import unused_entry_reports

UNNAMED = "<stdin>"


def check(
    paths: Sequence[str],
    settings: Settings,
    tell: Callable[[int, int], None] = lambda done, total: None,
    then: Then = as_it_is,
    baselines: Baselines | None = None,
) -> Report:
    """Check the files at `paths` and under the folders among them; `-` is standard input.

    `tell` is told after each file how many are done, and of how many; `then` makes the report that counts, of the first one.
    Raises UserError for a path that does not exist, a bad rule, a configuration that is bad and not one of some folder below
    the current one only: such a folder is passed over, and what is wrong is in the report's `problems`. Any other
    exception is a bug; it carries a note that names the file.
    """
    where = origin(settings, paths)
    setups = Setups(settings, where)
    setups.baselines = baselines or setups.baselines
    setups.changes = changes_of(settings, where)
    broken = BrokenFolders(setups)

    def excluded(path: str) -> bool:
        if broken.has(path):
            return False
        setup, own = setups.at(path)
        return setup.resolver.excluded(own)

    files = _standard_input(setups, settings, then, excluded) if STDIN in paths else []
    named = [path for path in paths if path != STDIN]
    found = where.find(named, excluded, force_exclude=settings.force_exclude)
    found = [path for path in found if not broken.has(path)]
    if broken.problems and not found:
        raise UserError(broken.problems)
    if setups.changes is not None:
        found = [path for path in found if setups.changes.of(path) is not None]
    files += _checked(found, setups, settings, tell, then)
    if not files:
        setups.of(
            os.path.join(os.getcwd(), UNNAMED)
        )  # what is wrong with the configuration is said all the same
    checked = [one for one in files if one]
    files += unused_entry_reports(checked, setups.all(), paths, settings)
    setups.memory.save()
    reports = sorted((one for one in files if one), key=lambda file: file.path)
    notes = (*_notes(files), *setups.baselines.notes())
    return Report(
        tuple(reports),
        _language(reports, settings),
        setups.rules(),
        notes=notes,
        problems=broken.problems,
        times=_times(setups),
    )


def _checked(
    found: Sequence[str],
    setups: Setups,
    settings: Settings,
    tell: Callable[[int, int], None],
    then: Then,
) -> list[FileReport | None]:
    """The reports of the files, made by several processes where that pays."""
    plain = then is as_it_is and setups.changes is None and not (settings.staged or settings.rev)
    if len(found) > 1 and plain:
        from reportlint.run.many import check_all

        return check_all(found, setups, settings, tell)
    files = []
    for done, path in enumerate(found, 1):
        files.append(check_file(path, setups, settings, then))
        tell(done, len(found))
    return files


def _standard_input(
    setups: Setups, settings: Settings, then: Then, excluded: Callable[[str], bool]
) -> list[FileReport | None]:
    """The report of standard input, none where it goes by the name of a file that is not to be checked."""
    name = settings.stdin_path or UNNAMED
    if settings.force_exclude and settings.stdin_path and excluded(name):
        return []
    return [check_file(name, setups, settings, then, stdin=True)]


def _times(setups: Setups) -> tuple[tuple[str, str, float], ...]:
    if setups.timer is None:
        return ()
    of = (("phase", setups.timer.phases), ("rule", setups.timer.rules))
    return tuple((sort, name, seconds) for sort, spent in of for name, seconds in spent.items())


def _notes(files: Sequence[FileReport | None]) -> Iterable[Text]:
    pointers = sum(one is None for one in files)
    if pointers:
        yield Text(
            f"{pointers} 个文件是 Git LFS 指针，没有检查",
            f"pointers of Git LFS, not checked: {pointers}",
        )


def _language(files: Iterable[FileReport], settings: Settings) -> str:
    """The language of the words around the findings: the one asked for, else the one that all files are in."""
    used = {file.language for file in files}
    return settings.language or (used.pop() if len(used) == 1 else settings.locale or "en")
