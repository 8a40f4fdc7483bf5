"""The findings in some files → comments and `ignore` entries that silence them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from fnmatch import fnmatchcase

from reportlint._startup.namedtuple import NamedTuple
from reportlint.config.add_ignores import add_ignores
from reportlint.config.config import NAMES, PYPROJECT, SIDE_FILE, Config
from reportlint.core.diagnostic import Diagnostic, apply
from reportlint.core.errors import UserError
from reportlint.core.glob import lint_glob
from reportlint.core.report import UNCHECKED, FileReport
from reportlint.core.request import STDIN, Settings
from reportlint.core.text import Text
from reportlint.files.atomic import replace, write_output
from reportlint.files.paths import ErrorOf, folder_of, nearby, relative, slashed
from reportlint.files.sources import Source
from reportlint.files.splice import UnwritableError, splice
from reportlint.run.check import check
from reportlint.run.document import document_of
from reportlint.run.setup import Setup, Setups
from reportlint.suppression.additions import comment_edits
from reportlint.suppression.unused import UNUSED

LONGEST = 40  # code points of the text in an entry


class Rewritten(NamedTuple):
    """A file that was, or would be, written."""

    path: str
    old: str
    new: str
    findings: int  # number of findings that it silences
    data: bytes = b""  # of a report: the old content
    made: bytes = b""  # the new content


class Suppressed(NamedTuple):
    """The result of silencing findings."""

    files: tuple[Rewritten, ...]
    # number of findings that cannot be silenced: unreadable files, rules that forbid it
    left: int
    language: str


def suppress(
    paths: Sequence[str],
    settings: Settings,
    rules: Sequence[str] = (),
    reason: str = "",
    *,
    write: bool = True,
) -> Suppressed:
    """Silence all findings of `rules` (ids or globs; () for all) in the files at `paths`; without
    `write`, only plan the changes.

    Raises UserError; if the error can be detected early, before anything is written.
    """
    if STDIN in paths:
        message = Text("标准输入没有地方写抑制", "nothing can be written into standard input")
        raise UserError.of(message)
    if "-->" in reason or "\n" in reason:
        raise UserError.of(
            Text("理由里不能有 --> 和换行", "no --> or line break in it"), "--reason"
        )
    work = _Work(Setups(settings), rules, reason)
    report = check(paths, settings._replace(everything=True), then=work.then)
    files = [*work.texts, *work.configurations()]
    if write:
        for file in files:
            _write(file, paths)
    return Suppressed(tuple(files), work.left, report.language)


def _write(file: Rewritten, paths: Sequence[str]) -> None:
    if not file.made:
        write_output(file.path, file.new)
        return
    with ErrorOf(file.path):
        replace(file.path, file.data, file.made, paths)


class _Work:
    """Collects what to write while files are checked."""

    def __init__(self, setups: Setups, rules: Sequence[str], reason: str) -> None:
        self._setups = setups
        self._rules = rules
        self._reason = reason
        self._entries: dict[tuple[str, bool], dict[tuple[str, str, str], int]] = {}
        self.texts: list[Rewritten] = []
        self.left = 0

    def then(
        self, source: Source, report: FileReport, again: Callable[[str], FileReport]
    ) -> FileReport:
        """Plan what to write for one file; its report is returned unchanged."""
        setup, name = self._setups.at(source.path)
        wanted = [finding for finding in report.diagnostics if self._is_wanted(finding)]
        able = [finding for finding in wanted if self._is_able(finding, setup, name)]
        self.left += len(wanted) - len(able)
        if able and setup.config.require_reason and not self._reason:
            message = Text(
                "配置要求写理由（require-reason）：加上 --reason 理由",
                "the configuration demands a reason (require-reason): add --reason WHY",
            )
            raise UserError.of(message, source.path)
        for finding in self._without_comment(source, report, able, again, setup):
            self._enter(finding, report, setup, name)
        return report

    def configurations(self) -> list[Rewritten]:
        """The files with the new entries."""
        files = []
        for (path, listed), entries in self._entries.items():
            old = self._setups.disk.read(path) or ""
            why = {"reason": self._reason} if self._reason else {}
            rows = [
                {"files": files, "rule": rule, **({"text": text} if text else {}), **why}
                for files, rule, text in entries
            ]
            new = add_ignores(old, path, rows, listed=listed)
            files.append(Rewritten(nearby(path), old, new, sum(entries.values())))
        return files

    def _is_wanted(self, finding: Diagnostic) -> bool:
        return not self._rules or any(fnmatchcase(finding.rule, rule) for rule in self._rules)

    def _is_able(self, finding: Diagnostic, setup: Setup, name: str) -> bool:
        """Whether a comment or an entry may silence a finding; `name` is the file's path relative
        to the configuration."""
        rule = setup.prepared(setup.resolver.file(name)).rule(finding.rule)
        fixed = finding.rule in UNCHECKED or finding.rule == UNUSED
        return not fixed and rule is not None and rule.suppressible

    def _without_comment(
        self,
        source: Source,
        report: FileReport,
        able: Sequence[Diagnostic],
        again: Callable[[str], FileReport],
        setup: Setup,
    ) -> Iterable[Diagnostic]:
        """Plan the comments, and return the findings that need an entry instead."""
        if source.word is not None or not able:
            return able
        document = document_of(source, setup.matcher)
        edits, left = comment_edits(document, able, self._reason)
        if not edits:
            return able
        new = apply(report.text, edits)
        expected = Counter(finding.rule for finding in report.diagnostics)
        expected.subtract(finding.rule for finding in able if finding not in left)
        # A comment may break some Markdown construct; if findings change, entries are used instead.
        if Counter(finding.rule for finding in again(new).diagnostics) != +expected:
            return able
        try:
            data = splice(source, [edits], new)
        except UnwritableError:
            return able
        silenced = len(able) - len(left)
        self.texts.append(Rewritten(source.path, report.text, new, silenced, source.data, data))
        return left

    def _enter(self, finding: Diagnostic, report: FileReport, setup: Setup, name: str) -> None:
        """Plan an entry: for the first line of the finding's text, or for the whole file if it has
        none."""
        text = "" if finding.document_level else report.text[slice(*finding.span)]
        text = text.splitlines()[0][:LONGEST] if text.strip() else ""
        place, listed, name = self._place(setup.config, report.path, name)
        entries = self._entries.setdefault((place, listed), {})
        key = (_glob(name, report.path), finding.rule, text.rstrip())
        entries[key] = entries.get(key, 0) + 1

    def _place(self, config: Config, path: str, name: str) -> tuple[str, bool, str]:
        """Where the entries for a report go: the file, whether it is a side file (only a list of
        entries), and the report's path relative to it. That path is `name` if there is a
        configuration."""
        if config.path:
            beside = os.path.basename(config.path) == PYPROJECT
            return (f"{config.folder}/{SIDE_FILE}" if beside else config.path), beside, name
        folder = folder_of(path)
        root = self._setups.origin.root_of(folder)
        root = root or slashed(os.getcwd())
        name = relative(path, root)
        if name.startswith("../"):
            root, name = folder, os.path.basename(path)
        return f"{root}/{NAMES[0]}", False, name


def _glob(name: str, path: str) -> str:
    """A glob that matches only the file of this name. Raises UserError if there is none."""
    glob = "".join(
        f"[{char}]" if char in "*?[" else "?" if char in "{}\\" else char for char in name
    )
    glob = glob if "/" in glob else f"/{glob}"
    if lint_glob(glob):
        raise UserError.of(Text("配置够不到这个文件", "no entry can name this file"), path)
    return glob
