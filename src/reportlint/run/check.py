"""Paths and settings → a report."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence, Set

from reportlint._startup.namedtuple import NamedTuple
from reportlint.baseline.session import Baselines
from reportlint.changes.session import changes_of
from reportlint.config.config import NAMES
from reportlint.core.errors import Problem, UserError
from reportlint.core.glob import matches
from reportlint.core.report import FileReport, Report
from reportlint.core.request import STDIN, Settings, Tell
from reportlint.core.text import Text
from reportlint.files.origin import origin
from reportlint.files.paths import nearby, slashed, split
from reportlint.files.walk import unread
from reportlint.run.file import Then, as_it_is, check_file
from reportlint.run.setup import Setups

UNNAMED = "<stdin>"


class Opened(NamedTuple):
    """A run whose files have been found, but not checked."""

    setups: Setups
    files: list[str]  # to check, in order
    stdin: str  # path reported for standard input, "" if it is not checked
    is_batch: bool  # several whole files on disk: the cache and processes may be used
    problems: tuple[Problem, ...] = ()  # in configurations of skipped folders


def check(
    paths: Sequence[str],
    settings: Settings,
    tell: Tell = lambda done, total: None,
    then: Then = as_it_is,
    baselines: Baselines | None = None,
) -> Report:
    """Check the files at `paths` and under the folders among them; `-` is standard input.

    `tell` is called after each file with the number of files done and their total; `then` returns
    the final report of a file, given the first one. A folder below the current one whose
    configuration is bad is skipped, and its errors are in the report's `problems`. Raises UserError
    for a path that does not exist, a bad rule, any other bad configuration, or if only skipped
    folders have files. Any other exception is a bug; it carries a note that names the file.
    """
    run = opened(paths, settings, baselines)
    setups = run.setups
    outcomes = list(_checked(run, settings, tell, then))
    if not outcomes:
        check_current_configuration(setups)
    reports = [report for report in outcomes if report is not None]
    if any(setup.ignores.entries for setup in setups.all()):
        from reportlint.run.unused_entries import unused_entry_reports

        reports += list(unused_entry_reports(reports, setups.all(), paths, settings))
    setups.memory.save()
    reports.sort(key=lambda file: file.path)
    left = () if reports or outcomes else [path for path in paths if path != STDIN]
    notes = (
        *unread_notes(left),
        *pointer_notes(outcomes.count(None)),
        *setups.baselines.notes(),
        *outside_notes(setups),
    )
    return Report(
        tuple(reports),
        language_of(reports, settings),
        setups.rules(),
        notes=notes,
        problems=run.problems,
        times=_times(setups),
        known=setups.known_rules(),
    )


def _checked(
    run: Opened, settings: Settings, tell: Tell, then: Then
) -> Iterator[FileReport | None]:
    """The reports of standard input and the files; None for a Git LFS pointer."""
    if run.stdin:
        yield check_file(run.stdin, run.setups, settings, then, stdin=True)
    if run.is_batch and then is as_it_is:
        from reportlint.run.many import check_all

        yield from check_all(run.files, run.setups, settings, tell)
        return
    for done, path in enumerate(run.files, 1):
        yield check_file(path, run.setups, settings, then)
        tell(done, len(run.files))


def check_current_configuration(setups: Setups) -> None:
    """Raise UserError if the configuration of the current folder is bad, for a run without
    files."""
    setups.of(os.path.join(os.getcwd(), UNNAMED))


def opened(
    paths: Sequence[str],
    settings: Settings,
    baselines: Baselines | None = None,
    setups: Setups | None = None,
) -> Opened:
    """The run over `paths`: find the files and standard input to check. Raises UserError."""
    setups = setups or Setups(settings, origin(settings, paths))
    where = setups.origin
    setups.baselines = baselines or setups.baselines
    setups.changes = changes_of(settings, where)
    broken = BrokenFolders(setups)

    def excluded(path: str) -> bool:
        if left_out(path, settings):
            return True
        if broken.has(path):
            return False
        setup, name = setups.at(path)
        return setup.resolver.excluded(name)

    stdin = _stdin_name(paths, settings, excluded)
    named = [path for path in paths if path != STDIN]
    files = where.find(named, excluded, force_exclude=settings.force_exclude)
    files = [path for path in files if not left_out(path, settings) and not broken.has(path)]
    if broken.problems and not files:
        raise UserError(broken.problems)
    files = _changed(files, setups)
    is_batch = len(files) > 1 and _are_on_disk(setups, settings)
    return Opened(setups, _in_shard(files, settings), stdin, is_batch, broken.problems)


def _changed(files: list[str], setups: Setups) -> list[str]:
    """The files that the run's changes touch; all files if the run is not limited to changes."""
    changes = setups.changes
    return files if changes is None else [path for path in files if changes.of(path) is not None]


def _in_shard(files: Sequence[str], settings: Settings) -> list[str]:
    return [path for number, path in enumerate(files, 1) if settings.is_in_shard(number)]


def _are_on_disk(setups: Setups, settings: Settings) -> bool:
    """Whether files are checked whole, and as they are on disk."""
    return setups.changes is None and not (settings.staged or settings.rev)


def left_out(path: str, settings: Settings) -> bool:
    """Whether `--exclude` matches the file. Unlike `exclude` in a configuration, it also applies to
    paths given on the command line."""
    return bool(settings.exclude) and matches(
        settings.exclude, slashed(nearby(path).lstrip(os.sep))
    )


def outside_notes(setups: Setups) -> Iterable[Text]:
    """Notes if packs from outside the repository are in use, or links led out of it."""
    links = _links(setups)
    if not links and not any(setup.config.extends for setup in setups.all()):
        return ()
    from reportlint.run.outside import link_notes, outside_notes

    return (*outside_notes(setups), *link_notes(links))


def _links(setups: Setups) -> list[str]:
    """The symbolic links among the files that a run has found on disk: reports, configurations,
    entries of ignore, baselines. Those that the user has named are not among them."""
    if setups.origin.tree is not None:
        return []
    beside = [] if setups.settings.baseline else setups.baselines.paths()
    for setup in setups.all():
        named = bool(setups.settings.config)
        beside += [setup.ignores.side_file, "" if named else setup.config.path]
    links = {nearby(path) for path in beside if path and os.path.islink(path)}
    return [*sorted(links), *setups.origin.links]


def _stdin_name(paths: Sequence[str], settings: Settings, excluded: Callable[[str], bool]) -> str:
    """The path reported for standard input; "" if it is not checked, or its path is excluded."""
    if STDIN not in paths:
        return ""
    path = settings.stdin_path
    return "" if path and settings.force_exclude and excluded(path) else path or UNNAMED


def _times(setups: Setups) -> tuple[tuple[str, str, float], ...]:
    if setups.timer is None:
        return ()
    of = (("phase", setups.timer.phases), ("rule", setups.timer.rules))
    return tuple((sort, name, seconds) for sort, spent in of for name, seconds in spent.items())


def unread_notes(paths: Sequence[str]) -> Iterable[Text]:
    """A note on the files at `paths` whose formats cannot be read."""
    left = unread(paths) if paths else []
    if left:
        sorts = sorted({os.path.splitext(path)[1].lower() for path in left})
        yield Text(
            f"有 {len(left)} 个文件没有检查：读不了 {'、'.join(sorts)}，请另存为 .docx",
            f"not checked, as they are not read ({', '.join(sorts)}): {len(left)}; save them as"
            f" .docx",
        )


def pointer_notes(pointers: int) -> Iterable[Text]:
    """A note that Git LFS pointers were not checked, if there were any."""
    if pointers:
        yield Text(
            f"{pointers} 个文件是 Git LFS 指针，没有检查",
            f"pointers of Git LFS, not checked: {pointers}",
        )


def language_of(files: Iterable[FileReport], settings: Settings) -> str:
    """The language of the text around the findings: the one set, else the one that all files share,
    else the locale's."""
    return common_language({file.language for file in files}, settings)


def common_language(used: Set[str], settings: Settings) -> str:
    """As `language_of`, given the languages `used` by the files."""
    only = next(iter(used)) if len(used) == 1 else settings.locale or "en"
    return settings.language or only


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
            self._setups.of(os.path.join(os.getcwd(), NAMES[0]))
            self._problems.update(dict.fromkeys(error.problems))
            return True
        return False
