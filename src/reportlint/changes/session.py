"""The changes that a run is limited to: from a patch, or from Git."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence

from reportlint._startup.typed import TYPE_CHECKING
from reportlint.core.diagnostic import Diagnostic
from reportlint.core.errors import UserError
from reportlint.core.reading import Reading
from reportlint.core.request import STDIN, Settings
from reportlint.core.rule import Rule
from reportlint.core.text import Text
from reportlint.core.word import is_word
from reportlint.files.origin import Origin
from reportlint.files.sources import Source

if TYPE_CHECKING:
    from reportlint.changes.file_change import FileChange
    from reportlint.changes.narrow import Earlier
    from reportlint.changes.patch import FilePatch
    from reportlint.files.tree import Tree
    from reportlint.files.worktree import Base, Worktree

ZEROS = frozenset("0")  # Git's hooks get an all-zero object name for a missing commit

Check = Callable[[Source], tuple[Reading, Sequence[Diagnostic]]]
"""A function that reads another text in the same way as the report, and checks it with the same
rules: the reading and its findings."""


class Changes:
    """The changes of a patch, or of the working tree, by file."""

    def __init__(
        self,
        root: str,
        patches: Iterable[FilePatch],
        known: frozenset[str] | None,
        worktree: Worktree | None = None,
        base: Base | None = None,
        tree: Tree | None = None,
    ) -> None:
        """`root` is the folder that the paths of the patch are relative to. `known` are the paths
        that existed before, None for all: a file neither there nor in the patch is new. A
        `worktree` is used to compute the patch of each file. Word documents, for which Git reports
        only that they differ, are compared between `base` and the checked `tree`."""
        self._root = root
        self._known = known
        self._worktree = worktree
        self._base = worktree or base
        self._tree = tree
        self._patches = {patch.new: patch for patch in patches if patch.new}
        self._changes: dict[str, FileChange | None] = {}
        # path and earlier report of the last file
        self._earlier: tuple[str, Earlier | None] = ("", None)

    def of(self, path: str) -> FileChange | None:
        """The change of the file at `path`; None if it has not changed."""
        from reportlint.files.repository import path_from

        name = path_from(path, self._root)
        if name not in self._changes:
            self._changes[name] = self._asked(name)
        return self._changes[name]

    def _asked(self, name: str) -> FileChange | None:
        """Compute the change of a file; `of` caches it."""
        from reportlint.changes.file_change import NEW, change_of
        from reportlint.changes.patch import read

        if name in self._patches:
            return change_of(self._by_lines(self._patches[name]))
        if self._worktree is None:
            return NEW if self._known is not None and name not in self._known else None
        patch = self._worktree.patch_of(name)
        if patch is None:
            return NEW
        return change_of(read(patch)[0]) if patch else None

    def _by_lines(self, patch: FilePatch) -> FilePatch:
        """The patch; for a Word document one of its lines."""
        if not (is_word(patch.new) and patch.old and self._base and self._tree):
            return patch
        from reportlint.changes.patch import read
        from reportlint.files.worktree import compared

        old, new = self._base.data_of(patch.old), self._tree.data(patch.new)
        if old is None or new is None:
            return patch
        by_lines = read(compared(patch.new, old, new))
        if not by_lines:
            return patch._replace(hunks=(), binary=False)
        return patch._replace(hunks=by_lines[0].hunks, binary=by_lines[0].binary)

    def narrow(
        self,
        findings: Sequence[Diagnostic],
        reading: Reading,
        source: Source,
        rules: Mapping[str, Rule],
        check: Check,
    ) -> list[Diagnostic]:
        """The findings that the change of a file touches or causes. `reading` is that of the file's
        text, or of the fixed text after `--fix`."""
        change = self.of(source.path) if findings else None
        if change is None or change.whole:
            return list(findings)
        from reportlint.changes.file_change import moved
        from reportlint.changes.narrow import narrow

        text, here = source.decoded.text, reading.document.text
        if here != text:
            change = moved(change, text, here)
        return narrow(findings, reading, change, rules, lambda: self._before(source, change, check))

    def _before(self, source: Source, change: FileChange, check: Check) -> Earlier | None:
        """The report before the change. That of the last file is cached, since a file that is being
        fixed is checked repeatedly."""
        from reportlint.changes.narrow import Earlier

        path, earlier = self._earlier
        if path != source.path:
            before = self._source_before(source, change)
            earlier = None if before is None else Earlier(*check(before))
            self._earlier = source.path, earlier
        return earlier

    def _source_before(self, source: Source, change: FileChange) -> Source | None:
        """The text before the change; None if it is unavailable."""
        from reportlint.changes.file_change import text_before

        if change.patch is None:
            return None
        if source.word is not None:
            return self._word_before(source)
        text = text_before(source.decoded.text, change.patch, source.decoded.encoding)
        return None if text is None else source._replace(decoded=source.decoded._replace(text=text))

    def _word_before(self, source: Source) -> Source | None:
        from reportlint.files.repository import path_from
        from reportlint.files.sources import SourceError, source_of

        if self._base is None:
            return None
        name = path_from(source.path, self._root)
        old = self._patches[name].old if name in self._patches else name
        data = self._base.data_of(old)
        try:
            return None if data is None else source_of(source.path, data)
        except SourceError:
            return None


def changes_of(
    settings: Settings, origin: Origin, environment: Mapping[str, str] = os.environ
) -> Changes | None:
    """The changes requested by the settings, or by pre-commit's environment variables; None if all
    findings are reported.

    Raises UserError for a bad patch or revision.
    """
    if settings.patch:
        from reportlint.changes.patch import read

        return Changes(_root(origin), read(_patch(settings.patch)), None)
    since, until = settings.since, settings.rev or "HEAD"
    asked = since or settings.everything or settings.rev
    if not asked and environment.get("PRE_COMMIT"):
        since = environment.get("PRE_COMMIT_FROM_REF", "")
        until = environment.get("PRE_COMMIT_TO_REF", "") or until
    return _since(since, until, settings, origin) if since else None


def _since(since: str, until: str, settings: Settings, origin: Origin) -> Changes:
    """The changes since the merge base of the revisions `since` and `until`."""
    from reportlint.changes.patch import read
    from reportlint.files import repository

    if set(since) <= ZEROS:
        return Changes(repository.top(), (), frozenset())
    if _is_commit(until):
        base = repository.merge_base(since, until)
    else:
        base = repository.resolved(since, "commit")
    if not settings.rev and not settings.staged:
        from reportlint.files.worktree import Worktree

        return Changes(repository.top(), (), None, Worktree(base))
    from reportlint.files.worktree import Base

    patches = read(repository.patch(base, revision=settings.rev))
    old = Base(base)
    return Changes(repository.top(), patches, frozenset(old.entries), base=old, tree=origin.tree)


def _is_commit(revision: str) -> bool:
    """Whether a revision names a commit; False for a tree and for a branch without commits."""
    from reportlint.files import repository

    try:
        repository.resolved(revision, "commit")
    except UserError:
        return False
    return True


def _root(origin: Origin) -> str:
    """The folder that the paths of a patch are relative to: the root of the repository, or the
    current folder outside any repository."""
    here = os.path.realpath(os.getcwd())
    if origin.tree is not None:
        return origin.tree.root
    return os.path.realpath(origin.root_of(here) or here)


def _patch(path: str) -> bytes:
    from reportlint.files.sources import SourceError, read_bytes

    try:
        return read_bytes(path, stdin=path == STDIN)
    except SourceError as error:
        reason = error.reason
        message = Text(f"补丁读不了：{reason.zh}", f"the patch cannot be read: {reason.en}")
        raise UserError.of(message, path) from error
