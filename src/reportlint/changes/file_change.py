"""What was changed in one file: which of its lines are new, where lines were taken away, and how it
was before.

Lines are those that Git counts, from 1: they end at a line feed and at nothing else.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from reportlint._startup.namedtuple import NamedTuple
from reportlint.changes.patch import FilePatch, Hunk
from reportlint.core.span import Span, Spans

_END = 1 << 62  # a line behind the last of any file


class Kept(NamedTuple):
    """Lines that were there before."""

    first: int
    last: int
    before: int  # which line the first of them was


class FileChange(NamedTuple):
    """What was changed in one file that is still there."""

    whole: bool = False  # the file is new, or no more is known than that it changed
    added: tuple[tuple[int, int], ...] = ()  # first and last line of each stretch that is new
    cuts: tuple[
        int, ...
    ] = ()  # behind which lines something was taken away, with nothing in its place; 0 is the start
    kept: tuple[Kept, ...] = ()  # in order
    patch: FilePatch | None = None

    @property
    def empty(self) -> bool:
        """Whether no line of it was changed: it was only renamed, say."""
        return not (self.whole or self.added or self.cuts)

    def line_before(self, line: int) -> int | None:
        """Which line `line` was before; None for a new one."""
        at = bisect_right(self.kept, line, key=lambda kept: kept.first) - 1
        if at < 0 or line > self.kept[at].last:
            return None
        return self.kept[at].before + line - self.kept[at].first


NEW = FileChange(whole=True)


def change_of(patch: FilePatch) -> FileChange:
    """The lines of the new file that a patch touches."""
    if patch.binary or not patch.old:
        return NEW
    added: list[tuple[int, int]] = []
    cuts: list[int] = []
    kept: list[Kept] = []
    new = old = 1  # the lines that come next
    for hunk in patch.hunks:
        start = hunk.new + (not any(line[:1] != b"-" for line in hunk.lines))
        for is_kept, count, removed in [(True, start - new, 0), *_stretches(hunk)]:
            if is_kept:
                kept.append(Kept(new, new + count - 1, old))
            elif count:
                added.append((new, new + count - 1))
            else:
                cuts.append(new - 1)
            new += count
            old += count if is_kept else removed
    kept.append(Kept(new, _END, old))
    return FileChange(False, tuple(added), tuple(cuts), tuple(kept), patch)


def _stretches(hunk: Hunk) -> Iterator[tuple[bool, int, int]]:
    """The lines of a hunk in groups: whether they were there before, how many there are now, and
    how many were taken away."""
    for is_kept, group in groupby(hunk.lines, key=lambda line: line[:1] == b" "):
        signs = [line[:1] for line in group]
        removed = signs.count(b"-")
        yield is_kept, len(signs) - removed, removed


def text_before(text: str, patch: FilePatch, encoding: str) -> str | None:
    """The text as it was before the patch; None where the patch does not fit it. `encoding` is that
    of lines not in UTF-8."""
    lines = _lines(text)
    pieces: list[str] = []
    done = 0
    for hunk in patch.hunks:
        new = [_decoded(line[1:], encoding) for line in hunk.lines if line[:1] != b"-"]
        old = [_decoded(line[1:], encoding) for line in hunk.lines if line[:1] != b"+"]
        at = hunk.new - 1 if new else hunk.new
        there = lines[at : at + len(new)]
        if at < done or list(map(_without_break, there)) != list(map(_without_break, new)):
            return None
        pieces += lines[done:at] + old
        done = at + len(new)
    return "".join(pieces + lines[done:])


def _lines(text: str) -> list[str]:
    """The lines with their line feeds."""
    lines = [line + "\n" for line in text.split("\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines


def _decoded(line: bytes, encoding: str) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode(encoding or "utf-8", "replace")


def _without_break(line: str) -> str:
    """A line without its break and a byte-order mark: on disk it may end otherwise than Git has
    it."""
    return line.rstrip("\r\n").removeprefix("\ufeff")


def moved(change: FileChange, text: str, mended: str) -> FileChange:
    """The same change for `text`, a mended version of the file: each changed line is taken to where
    it stands now."""
    from difflib import SequenceMatcher

    old, new = text.split("\n"), mended.split("\n")
    changed = Spans((first, last + 1) for first, last in change.added)
    added: list[tuple[int, int]] = []
    cuts: list[int] = []
    kept: list[Kept] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, low, high, start, end in matcher.get_opcodes():
        if tag == "equal":
            added += _shifted(change.added, low, high, start - low)
            kept += _kept(change.kept, low, high, start - low)
        elif end > start and high > low and changed.touch(Span(low + 1, high + 1)):
            added.append((start + 1, end))
        cuts += (
            min(cut - low + start, end)
            for cut in change.cuts
            if low <= cut < high or cut == high == len(old)
        )
    return change._replace(added=tuple(added), cuts=tuple(cuts), kept=tuple(kept))


def _shifted(
    stretches: Sequence[tuple[int, int]], low: int, high: int, by: int
) -> Iterator[tuple[int, int]]:
    """What of the stretches lies in lines `low` + 1 to `high`, moved."""
    for first, last in stretches:
        if first <= high and last > low:
            yield max(first, low + 1) + by, min(last, high) + by


def _kept(kept: Sequence[Kept], low: int, high: int, by: int) -> Iterator[Kept]:
    for stretch in kept:
        for first, last in _shifted([(stretch.first, stretch.last)], low, high, by):
            yield Kept(first, last, stretch.before + first - by - stretch.first)
