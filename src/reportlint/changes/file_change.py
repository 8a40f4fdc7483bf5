"""The change of one file: its new lines, the places of removed lines, and its earlier text.

Lines are counted as in Git, from 1; only a line feed ends a line.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from reportlint._startup.namedtuple import NamedTuple
from reportlint.changes.patch import FilePatch, Hunk
from reportlint.core.span import Span, Spans

_END = 1 << 62  # greater than any line number


class Kept(NamedTuple):
    """A range of unchanged lines."""

    first: int
    last: int
    before: int  # number of the first line before the change


class FileChange(NamedTuple):
    """The change of one file that still exists."""

    whole: bool = False  # the file is new, or only known to have changed
    added: tuple[tuple[int, int], ...] = ()  # first and last line of each new stretch
    cuts: tuple[
        int, ...
    ] = ()  # lines after which lines were removed and none added; 0 is the start
    kept: tuple[Kept, ...] = ()  # by line
    patch: FilePatch | None = None

    @property
    def empty(self) -> bool:
        """Whether no line was changed, for example in a file that was only renamed."""
        return not (self.whole or self.added or self.cuts)

    def line_before(self, line: int) -> int | None:
        """The number that `line` had before the change; None for a new line."""
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
    new = old = 1  # the next lines
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
    """The lines of a hunk in groups: whether the group is unchanged, its number of lines in the new
    file, and the number of lines removed."""
    for is_kept, group in groupby(hunk.lines, key=lambda line: line[:1] == b" "):
        signs = [line[:1] for line in group]
        removed = signs.count(b"-")
        yield is_kept, len(signs) - removed, removed


def text_before(text: str, patch: FilePatch, encoding: str) -> str | None:
    """The text before the patch; None if the patch does not apply to it. `encoding` is used for
    lines that are not UTF-8."""
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
    """A line without its line ending and without a byte-order mark: both may differ between the
    disk and Git."""
    return line.rstrip("\r\n").removeprefix("\ufeff")


def moved(change: FileChange, text: str, new_text: str) -> FileChange:
    """The same change, relative to `new_text`, a fixed version of `text`: each changed line is
    mapped to its new position."""
    from difflib import SequenceMatcher

    old, new = text.split("\n"), new_text.split("\n")
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
    """The parts of the stretches within lines `low` + 1 to `high`, shifted by `by` lines."""
    for first, last in stretches:
        if first <= high and last > low:
            yield max(first, low + 1) + by, min(last, high) + by


def _kept(kept: Sequence[Kept], low: int, high: int, by: int) -> Iterator[Kept]:
    for stretch in kept:
        for first, last in _shifted([(stretch.first, stretch.last)], low, high, by):
            yield Kept(first, last, stretch.before + first - by - stretch.first)
