"""What a run reports of all that it finds: not what the baseline knows, and only what a change touches, where one is given."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence

from reportlint._startup.typed import TYPE_CHECKING
from reportlint.baseline.session import Baselines
from reportlint.core.diagnostic import Diagnostic
from reportlint.core.errors import Problem, UserError
from reportlint.core.reading import Reading
from reportlint.core.request import STDIN, Settings
from reportlint.core.text import Text
from reportlint.files.origin import Origin
from reportlint.files.sources import Source

if TYPE_CHECKING:
    from reportlint.changes.patch import FilePatch
    from reportlint.changes.touched import Change
    from reportlint.files.worktree import Worktree
    from reportlint.lint.check import Prepared

ZEROS = frozenset("0")  # the name that Git's hooks give to what is not there


class Changes:
    """The changes of a patch, or of the working tree, by file."""

    def __init__(
        self,
        root: str,
        patches: Iterable[FilePatch],
        known: frozenset[str] | None,
        worktree: Worktree | None = None,
    ) -> None:
        """`known` are the paths that were there before: what is neither in the patch nor among them is new. None is all.

        A `worktree` is asked for the patch of each file.
        """
        from reportlint.changes.touched import change

        self._root = root
        self._known = known
        self._worktree = worktree
        self._changes: dict[str, Change | None] = {
            one.new: change(one) for one in patches if one.new
        }

    def of(self, path: str) -> Change | None:
        """What was changed in the file at `path`; None for nothing."""
        from reportlint.files.repository import path_from

        own = path_from(path, self._root)
        if own not in self._changes:
            self._changes[own] = self._asked(own)
        return self._changes[own]

    def _asked(self, path: str) -> Change | None:
        from reportlint.changes.patch import read
        from reportlint.changes.touched import NEW, change

        if self._worktree is None:
            return NEW if self._known is not None and path not in self._known else None
        patch = self._worktree.patch_of(path)
        if patch is None:
            return NEW
        return change(read(patch)[0]) if patch else None


class Scope:
    """Narrows the findings of each file."""

    def __init__(self, baselines: Baselines, changes: Changes | None = None) -> None:
        self.baselines = baselines
        self.changes = changes

    def covers(self, path: str) -> bool:
        """Whether anything of the file can be reported: else it need not be read."""
        return self.changes is None or self.changes.of(path) is not None

    def narrow(
        self,
        found: Sequence[Diagnostic],
        reading: Reading,
        source: Source,
        prepared: Prepared,
        past: Callable[[str], Reading],
    ) -> list[Diagnostic]:
        """The findings that are to be reported; `past` reads another text as a report of the same sort."""
        rules = {rule.id: rule for rule, _ in prepared.rules}
        here = reading.document.text
        found = self.baselines.fresh(
            found, here, source.path, lambda rule: rule in rules or rule not in prepared.known
        )
        made = self.changes.of(source.path) if self.changes and found else None
        if made is None or made.whole:
            return found
        from reportlint.changes.touched import Touched, before, moved

        text, patch = source.decoded.text, made.patch

        def old() -> Reading | None:
            was = before(text, patch, source.decoded.encoding) if patch else None
            return past(was) if was is not None else None

        touched = Touched(
            reading, made if here == text else moved(made, text, here), rules.values(), old
        )
        return [one for one in found if touched(one)]


def scope(
    settings: Settings,
    origin: Origin,
    baselines: Baselines,
    environment: Mapping[str, str] = os.environ,
) -> Scope:
    """What the settings, or pre-commit by its variables, ask for. Raises UserError for a bad patch or revision."""
    return Scope(baselines, _changes(settings, origin, environment))


def _changes(settings: Settings, origin: Origin, environment: Mapping[str, str]) -> Changes | None:
    if settings.patch:
        from reportlint.changes.patch import read

        return Changes(_root(origin), read(_patch(settings.patch)), None)
    since, until = settings.since, settings.rev or "HEAD"
    if not since and not settings.everything and not settings.rev and environment.get("PRE_COMMIT"):
        since, until = (
            environment.get("PRE_COMMIT_FROM_REF", ""),
            environment.get("PRE_COMMIT_TO_REF", "") or until,
        )
    if not since:
        return None
    from reportlint.changes.patch import read
    from reportlint.files import repository

    if set(since) <= ZEROS:
        return Changes(repository.top(), (), frozenset())
    base = (
        repository.merge_base(since, until)
        if _is_commit(until)
        else repository.resolved(since, "commit")
    )
    if not settings.rev and not settings.staged:
        from reportlint.files.worktree import Worktree

        return Changes(repository.top(), (), None, Worktree(base))
    patches = read(repository.patch(base, revision=settings.rev))
    return Changes(repository.top(), patches, frozenset(repository.in_tree(base)))


def _is_commit(revision: str) -> bool:
    from reportlint.files import repository

    try:
        repository.resolved(revision, "commit")
    except UserError:  # a tree, or a branch without commits
        return False
    return True


def _root(origin: Origin) -> str:
    """What the paths of a patch are relative to: the root of the repository, or the current folder outside of any."""
    here = os.path.realpath(os.getcwd())
    if origin.tree is not None:
        return origin.tree.root
    return os.path.realpath(origin.root_of(here) or here)


def _patch(path: str) -> bytes:
    from reportlint.files.sources import SourceError, read_bytes

    try:
        return read_bytes(path, stdin=path == STDIN)
    except SourceError as error:
        said = Text(
            f"补丁读不了：{error.reason.zh}", f"the patch cannot be read: {error.reason.en}"
        )
        raise UserError([Problem(said, path)]) from error
