"""Paths and settings → fixed files, and a report of the remaining findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.diagnostic import Diagnostic
from reportlint.core.errors import UserError
from reportlint.core.report import FileReport, Report
from reportlint.core.request import STDIN, Settings, Tell
from reportlint.core.text import Text
from reportlint.files.atomic import WriteError, replace
from reportlint.files.paths import visible
from reportlint.files.sources import Source
from reportlint.files.splice import UnwritableError, splice, writable
from reportlint.lint.fix import Refused, apply_fixes
from reportlint.run.check import check

_ENCODING = Text(
    "文件的编码无法只改这几处而不动别处",
    "its encoding cannot take these changes and leave the rest as it is",
)


class Changed(NamedTuple):
    """The result of fixing one file."""

    path: str
    old: str
    new: str  # equal to `old` if nothing could be fixed
    data: bytes  # the bytes of `new`, or the old ones
    fixed: tuple[str, ...] = ()  # rules of the fixed findings
    refused: tuple[Refused, ...] = ()
    trouble: Text | None = None  # why it was not written


class Fixes(NamedTuple):
    """The results of one run with fixes."""

    report: Report  # of the remaining findings
    files: tuple[Changed, ...]  # files with fixes, refused fixes or a problem, by path


def fix(
    paths: Sequence[str],
    settings: Settings,
    tell: Tell,
    *,
    unsafe: bool = False,
    write: bool = True,
) -> Fixes:
    """Check as `run.check.check` does, fix each file and report what remains; without `write`, no
    file is written.

    A file that cannot be written is reported as it was. Standard input is never written to: its
    bytes are in `files`. Raises UserError.
    """
    if write and (settings.staged or settings.rev):
        option = "--staged" if settings.staged else "--rev"
        message = Text(
            f"--fix 只改磁盘上的文件，不能和 {option} 一起用",
            f"--fix changes files on disk and cannot be used with {option}",
        )
        raise UserError.of(message)
    fixer = _Fixer(paths, unsafe=unsafe, write=write)
    report = check(paths, settings, tell, fixer.fix)
    report = report._replace(notes=(*report.notes, *fixer.notes()))
    return Fixes(report, tuple(sorted(fixer.files, key=lambda file: file.path)))


class _Fixer:
    """Fixes the files of a run as they are checked, and collects the results."""

    def __init__(self, paths: Sequence[str], *, unsafe: bool, write: bool) -> None:
        self._paths = paths
        self._unsafe = unsafe
        self._is_stdin = STDIN in paths
        self._writes = write and not self._is_stdin
        self._word_documents = 0  # with findings; these are not fixed
        self._linked: list[str] = []  # fixed files with hard links, which keep the old text
        self.files: list[Changed] = []  # unordered

    def fix(
        self, source: Source, first: FileReport, again: Callable[[str], FileReport]
    ) -> FileReport:
        """The report of what remains after fixing a file; `first` is its report before."""
        if source.word is not None:
            self._word_documents += bool(first.diagnostics)
            return first
        changed, report = _fixed(source, first, again, unsafe=self._unsafe)
        if self._writes and changed.fixed:
            try:
                if replace(source.path, source.data, changed.data, self._paths):
                    self._linked.append(source.path)
            except WriteError as error:
                as_before = Changed(source.path, first.text, first.text, source.data)
                changed, report = as_before._replace(trouble=error.reason), first
        if changed.fixed or changed.refused or changed.trouble or self._is_stdin:
            self.files.append(changed)
        return report

    def notes(self) -> Iterator[Text]:
        """Notes on Word documents, which are not fixed, and on fixed files with hard links."""
        number = self._word_documents
        if number:
            yield Text(
                f"Word 文档从不改动，有问题的 {number} 个请自己改；reportlint annotate"
                f" 可写出带批注的副本",
                f"Word documents are never changed ({number} with findings); reportlint"
                f" annotate writes a copy with comments",
            )
        for path in sorted(self._linked):
            shown = visible(path)
            yield Text(
                f"{shown} 另有硬链接，别的名字下仍是旧内容",
                f"{shown} has hard links: under its other names the old text stays",
            )


def _fixed(
    source: Source, first: FileReport, again: Callable[[str], FileReport], *, unsafe: bool
) -> tuple[Changed, FileReport]:
    """The fixes of one file, not yet written, and its report after them."""
    latest = {first.text: first}

    def found(text: str) -> Sequence[Diagnostic]:
        latest.clear()
        latest[text] = again(text)
        return latest[text].diagnostics

    done = apply_fixes(
        first.text,
        first.diagnostics,
        found,
        unsafe=unsafe,
        writable=lambda text: writable(source, text),
    )
    same = Changed(source.path, first.text, first.text, source.data, refused=done.refused)
    try:
        data = splice(source, done.rounds, done.text) if done.rounds else source.data
    except UnwritableError:
        return same._replace(refused=(), trouble=_ENCODING), first
    report = latest.get(done.text) or again(done.text)
    changed = same._replace(new=done.text, data=data, fixed=done.fixed)
    return changed, report._replace(diagnostics=done.left)
