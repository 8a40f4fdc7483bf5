"""The alternatives of a regex, found in its source."""

from __future__ import annotations

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.span import Span

NOTHING = "(?!)"  # a regex that matches nowhere


class _Group(NamedTuple):
    """An open group: the start of its current alternative, and the spans of those before it."""

    start: int
    done: tuple[Span, ...] = ()


def branches(source: str) -> list[Span]:
    """The spans of the alternatives of a regex, in order, only of groups with several."""
    spans: list[Span] = []
    opened = [_Group(0)]
    at = 0
    while at < len(source):
        step = _length(source, at)
        if step > 1 or source[at] not in "(|)":
            at += step
            continue
        if source[at] == "(":
            opened.append(_Group(_inside(source, at)))
        elif source[at] == "|":
            group = opened.pop()
            opened.append(_Group(at + 1, (*group.done, Span(group.start, at))))
        elif len(opened) > 1:
            spans += _closed(opened.pop(), at)
        at += 1
    for group in opened:
        spans += _closed(group, len(source))
    return sorted(spans)


def without_branch(source: str, branch: Span) -> str:
    """The regex with one alternative replaced by one that matches nothing."""
    return source[: branch.start] + NOTHING + source[branch.end :]


def _closed(group: _Group, end: int) -> list[Span]:
    return [*group.done, Span(group.start, end)] if group.done else []


def _inside(source: str, at: int) -> int:
    """The offset of the content of the group that opens at `at`, after `(?:`, `(?P<name>`, `(?<=`
    and the like."""
    if not source.startswith("(?", at):
        return at + 1
    for mark in ("(?:", "(?=", "(?!", "(?<=", "(?<!", "(?>", "(?|"):
        if source.startswith(mark, at):
            return at + len(mark)
    end = min((i for i in (source.find(c, at) for c in ">:)") if i >= 0), default=at)
    return end + (source[end : end + 1] != ")")


def _length(source: str, at: int) -> int:
    """The length of the escape or set that begins at `at`; 1 for anything else."""
    if source[at] == "\\":
        return 2
    if source[at] != "[":
        return 1
    end = at + 1 + source.startswith("^", at + 1)
    end += source.startswith("]", end)
    while end < len(source) and source[end] != "]":
        end += 2 if source[end] == "\\" else 1
    return end + 1 - at
