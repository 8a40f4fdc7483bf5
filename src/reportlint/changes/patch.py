"""Reading patches: what `git diff` and `diff -u` print → the lines of each file that were added and taken away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.errors import Problem, UserError
from reportlint.core.text import Text

NOTHING = "/dev/null"
_HUNK = re.compile(rb"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_PREFIXES = (
    (b"a/", b"b/"),
    (b"i/", b"w/"),
    (b"c/", b"i/"),
    (b"c/", b"w/"),
    (b"o/", b"w/"),
    (b"1/", b"2/"),
)
_QUOTED = re.compile(rb'"(?:[^"\\]|\\.)*"', re.DOTALL)
_ESCAPE = re.compile(rb'\\([0-3][0-7]{2}|[abtnvfr"\\])')
_LETTERS = {
    b"a": b"\a",
    b"b": b"\b",
    b"t": b"\t",
    b"n": b"\n",
    b"v": b"\v",
    b"f": b"\f",
    b"r": b"\r",
    b'"': b'"',
    b"\\": b"\\",
}


class Hunk(NamedTuple):
    """Lines that stood one after the other, before and after, each with its line break, if it has one."""

    old: int  # the number, from 1, of the first line that was there; where there was none, that of the line before
    new: int
    lines: tuple[bytes, ...]  # each begins with " ", "-" or "+"


class FilePatch(NamedTuple):
    """What a patch says of one file. Paths are as in the patch, without `a/` and `b/`; undecodable bytes are surrogates."""

    old: str  # "" where there was no such file
    new: str  # "" where it was deleted
    hunks: tuple[Hunk, ...] = ()
    binary: bool = False  # that it differs is all that is said


def read(data: bytes) -> list[FilePatch]:
    """The files of a patch, in order. Raises UserError for a patch that breaks off or makes no sense."""
    lines = data.split(b"\n")
    lines = [line + b"\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
    found: list[FilePatch] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.startswith(b"diff --git "):
            one, at = _git_file(lines, at)
            found += [one] if one else []
        elif (
            line.startswith(b"--- ")
            and at + 2 < len(lines)
            and lines[at + 1].startswith(b"+++ ")
            and _HUNK.match(lines[at + 2])
        ):
            one, at = _plain_file(lines, at)
            found.append(one)
        elif line.startswith((b"diff --cc ", b"diff --combined ")):
            raise _bad(at, "合并的差异（--cc）不能用", "a combined diff (--cc) cannot be used")
        else:
            at += 1
    return found


def _git_file(lines: Sequence[bytes], at: int) -> tuple[FilePatch | None, int]:
    """The file whose header begins at `at`, and where what follows begins."""
    told: dict[bytes, bytes] = {}
    header = lines[at]
    start = at
    at += 1
    while at < len(lines) and not lines[at].startswith((b"diff ", b"@@ ")):
        for word in (
            b"--- ",
            b"+++ ",
            b"rename from ",
            b"rename to ",
            b"copy from ",
            b"copy to ",
            b"new file",
            b"deleted file",
        ):
            if lines[at].startswith(word):
                told.setdefault(word, lines[at][len(word) :].rstrip(b"\n"))
        if lines[at].startswith((b"Binary files ", b"GIT binary patch")):
            told[b"binary"] = b""
        at += 1
        if lines[at - 1].startswith(b"+++ ") or b"binary" in told:
            break
    hunks, at = _hunks(lines, at)
    old, new = _names(header, told, start)
    if b"new file" in told:
        old = ""
    if b"deleted file" in told:
        new = ""
    return FilePatch(old, new, hunks, b"binary" in told), at


def _names(header: bytes, told: dict[bytes, bytes], at: int) -> tuple[str, str]:
    """The two paths of a file, from the lines that name them without doubt, else from the `diff --git` line."""
    for pair in ((b"rename from ", b"rename to "), (b"copy from ", b"copy to ")):
        if pair[0] in told and pair[1] in told:
            return _text(_unquoted(told[pair[0]])), _text(_unquoted(told[pair[1]]))
    if b"--- " in told and b"+++ " in told:
        return _both(_name(told[b"--- "]), _name(told[b"+++ "]))
    rest = header[len(b"diff --git ") :].rstrip(b"\r\n")
    for old, new in _halves(rest):
        one, other = _both(old, new)
        if one == other:
            return one, other
    raise _bad(at, "看不出是哪个文件", "it cannot be told which file this is")


def _halves(rest: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The ways to read `a/NAME b/NAME`, in which names may hold spaces."""
    if rest.startswith(b'"'):
        first = _QUOTED.match(rest)
        if first:
            yield _unquoted(first[0]), _unquoted(rest[first.end() + 1 :])
        return
    for at, byte in enumerate(rest):
        if byte == 32:
            yield rest[:at], _unquoted(rest[at + 1 :])


def _plain_file(lines: Sequence[bytes], at: int) -> tuple[FilePatch, int]:
    """A file of `diff -u`: two names, behind each of which a tab and a date may stand."""
    old, new = _both(_name(lines[at][4:].rstrip(b"\n")), _name(lines[at + 1][4:].rstrip(b"\n")))
    hunks, end = _hunks(lines, at + 2)
    if hunks and not old + new:
        raise _bad(at, "看不出是哪个文件", "it cannot be told which file this is")
    return FilePatch(old, new, hunks), end


def _name(field: bytes) -> bytes:
    """The path on a `---` or `+++` line: quoted, or up to the tab that ends it."""
    field = field.rstrip(b"\r")
    quoted = _QUOTED.match(field)
    return _unquoted(quoted[0]) if quoted else field.partition(b"\t")[0]


def _both(old: bytes, new: bytes) -> tuple[str, str]:
    """The two paths without the prefixes that git puts before them, "" for /dev/null."""
    for pair in (*_PREFIXES, *(pair[::-1] for pair in _PREFIXES)):
        if all(
            name == NOTHING.encode() or name.startswith(prefix)
            for name, prefix in zip((old, new), pair, strict=True)
        ):
            return _text(old[2:]) if old != NOTHING.encode() else "", _text(
                new[2:]
            ) if new != NOTHING.encode() else ""
    return "" if old == NOTHING.encode() else _text(old), "" if new == NOTHING.encode() else _text(
        new
    )


def _unquoted(name: bytes) -> bytes:
    """A name as git writes it: as it is, or in quotes with escapes as in C."""
    if not (name.startswith(b'"') and name.endswith(b'"') and len(name) > 1):
        return name
    return _ESCAPE.sub(
        lambda match: _LETTERS.get(match[1]) or bytes([int(match[1], 8)]), name[1:-1]
    )


def _text(name: bytes) -> str:
    return name.decode("utf-8", "surrogateescape")


def _hunks(lines: Sequence[bytes], at: int) -> tuple[tuple[Hunk, ...], int]:
    hunks = []
    while at < len(lines) and (match := _HUNK.match(lines[at])):
        hunk, at = _hunk(lines, at, match)
        hunks.append(hunk)
    return tuple(hunks), at


def _hunk(lines: Sequence[bytes], at: int, match: re.Match[bytes]) -> tuple[Hunk, int]:
    """The hunk whose `@@` line is at `at`: as many lines as it announces."""
    start, old, new = (
        at,
        *(int(match[group] or 1) if match[group] != b"0" else 0 for group in (2, 4)),
    )
    body: list[bytes] = []
    at += 1
    while old > 0 or new > 0 or (at < len(lines) and lines[at].startswith(b"\\")):
        if at == len(lines):
            raise _bad(start, "补丁在此处中断", "the patch breaks off in here")
        sign, line = lines[at][:1], lines[at]
        if sign == b"\\":  # "No newline at end of file", in whatever language
            if body:
                body[-1] = body[-1].removesuffix(b"\n")
        elif sign in (b" ", b"-", b"+", b"\n", b"\r"):
            body.append(line if sign in (b" ", b"-", b"+") else b" " + line)
            old -= sign != b"+"
            new -= sign != b"-"
        else:
            raise _bad(at, "补丁里不该有这一行", "this line has no place in a patch")
        at += 1
    if old < 0 or new < 0:
        raise _bad(
            start, "行数与 @@ 所说不符", "the number of lines is not the one that @@ announces"
        )
    return Hunk(int(match[1]), int(match[3]), tuple(body)), at


def _bad(at: int, zh: str, en: str) -> UserError:
    return UserError(
        [Problem(Text(f"补丁第 {at + 1} 行：{zh}", f"line {at + 1} of the patch: {en}"))]
    )
