"""Parses patches: the output of `git diff` and `diff -u` → the added and removed lines of each
file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.errors import UserError
from reportlint.core.text import Text

NOTHING = b"/dev/null"
_HUNK = re.compile(rb"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_PREFIXES = (
    (b"a/", b"b/"),
    (b"i/", b"w/"),
    (b"c/", b"i/"),
    (b"c/", b"w/"),
    (b"o/", b"w/"),
    (b"1/", b"2/"),
)
_HEADER = (
    *(b"--- ", b"+++ ", b"rename from ", b"rename to ", b"copy from ", b"copy to "),
    *(b"new file", b"deleted file"),
)
_NO_NEWLINE = b"\\"  # “No newline at end of file”, in any language
_SIGNS = (b" ", b"-", b"+", b"\n", b"\r", _NO_NEWLINE)
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
    """Consecutive lines of a file before and after the change, each with its line break, if it has
    one."""

    # number of the first line, from 1, in the old and in the new file; if there is no line, that of
    # the line before
    old: int
    new: int
    lines: tuple[bytes, ...]  # each begins with " ", "-" or "+"


class FilePatch(NamedTuple):
    """The patch of one file. Paths are as in the patch, without `a/` and `b/`; undecodable bytes
    are surrogates."""

    old: str  # "" if the file was added
    new: str  # "" if the file was deleted
    hunks: tuple[Hunk, ...] = ()
    binary: bool = False  # no hunks are given, only that it differs


def read(data: bytes) -> list[FilePatch]:
    """The files of a patch, in order. Raises UserError for a truncated or malformed patch."""
    lines = data.split(b"\n")
    return list(
        _Reader([*(line + b"\n" for line in lines[:-1]), *filter(None, lines[-1:])]).files()
    )


class _Reader:
    """Parses the lines of a patch, from first to last."""

    def __init__(self, lines: Sequence[bytes]) -> None:
        self._lines = lines
        self._at = 0  # index of the next line

    def files(self) -> Iterator[FilePatch]:
        """The patch of each file; lines that belong to none are skipped."""
        while self._at < len(self._lines):
            if self._begins(b"diff --git "):
                yield self._git_file()
            elif self._begins_plain_file():
                yield self._plain_file()
            elif self._begins(b"diff --cc ", b"diff --combined "):
                raise _bad(
                    self._at, "合并的差异（--cc）不能用", "a combined diff (--cc) cannot be used"
                )
            else:
                self._at += 1

    def _begins(self, *words: bytes) -> bool:
        return self._at < len(self._lines) and self._lines[self._at].startswith(words)

    def _begins_plain_file(self) -> bool:
        three = self._lines[self._at : self._at + 3]
        return (
            len(three) == 3
            and three[0].startswith(b"--- ")
            and three[1].startswith(b"+++ ")
            and _HUNK.match(three[2]) is not None
        )

    def _git_file(self) -> FilePatch:
        """The file whose `diff --git` line is the next line."""
        start = self._at
        header = self._lines[start]
        fields = self._header_fields()
        hunks = self._hunks()
        old, new = _names(header, fields, start)
        if b"new file" in fields:
            old = ""
        if b"deleted file" in fields:
            new = ""
        return FilePatch(old, new, hunks, b"binary" in fields)

    def _header_fields(self) -> dict[bytes, bytes]:
        """The values of the header lines, by their first words; with the key `binary` for a binary
        file."""
        fields: dict[bytes, bytes] = {}
        self._at += 1
        while self._at < len(self._lines) and not self._begins(b"diff ", b"@@ "):
            line = self._lines[self._at]
            for word in _HEADER:
                if line.startswith(word):
                    fields.setdefault(word, line[len(word) :].rstrip(b"\n"))
            if line.startswith((b"Binary files ", b"GIT binary patch")):
                fields[b"binary"] = b""
            self._at += 1
            if line.startswith(b"+++ ") or b"binary" in fields:
                break
        return fields

    def _plain_file(self) -> FilePatch:
        """A file of `diff -u`: two names, each optionally followed by a tab and a date."""
        start = self._at
        names = (self._lines[at][4:].rstrip(b"\n") for at in (start, start + 1))
        old, new = _without_prefixes(*map(_name, names))
        self._at += 2
        hunks = self._hunks()
        if hunks and not old + new:
            raise _bad(start, "看不出是哪个文件", "it cannot be told which file this is")
        return FilePatch(old, new, hunks)

    def _hunks(self) -> tuple[Hunk, ...]:
        hunks = []
        while self._at < len(self._lines) and (match := _HUNK.match(self._lines[self._at])):
            hunks.append(self._hunk(match))
        return tuple(hunks)

    def _hunk(self, match: re.Match[bytes]) -> Hunk:
        """The hunk whose `@@` line is the next line, with as many lines as it announces."""
        start = self._at
        old, new = (1 if match[group] is None else int(match[group]) for group in (2, 4))
        lines: list[bytes] = []
        self._at += 1
        while old > 0 or new > 0 or self._begins(_NO_NEWLINE):
            line = self._line_of_hunk(start)
            if line.startswith(_NO_NEWLINE):
                lines[-1:] = [last.removesuffix(b"\n") for last in lines[-1:]]
            else:
                lines.append(line)
                old -= not line.startswith(b"+")
                new -= not line.startswith(b"-")
        if old < 0 or new < 0:
            complaint = "行数与 @@ 所说不符", "the number of lines is not the one that @@ announces"
            raise _bad(start, *complaint)
        return Hunk(int(match[1]), int(match[3]), tuple(lines))

    def _line_of_hunk(self, start: int) -> bytes:
        """The next line of the hunk that begins at `start`. An empty line is accepted as context,
        since its space may have been stripped."""
        if self._at == len(self._lines):
            raise _bad(start, "补丁在此处中断", "the patch breaks off in here")
        line = self._lines[self._at]
        if not line.startswith(_SIGNS):
            raise _bad(self._at, "补丁里不该有这一行", "this line has no place in a patch")
        self._at += 1
        return b" " + line if line.startswith((b"\n", b"\r")) else line


def _names(header: bytes, fields: Mapping[bytes, bytes], at: int) -> tuple[str, str]:
    """The two paths of a file: from unambiguous header lines, else from the `diff --git` line."""
    for pair in ((b"rename from ", b"rename to "), (b"copy from ", b"copy to ")):
        if pair[0] in fields and pair[1] in fields:
            return _text(_unquoted(fields[pair[0]])), _text(_unquoted(fields[pair[1]]))
    if b"--- " in fields and b"+++ " in fields:
        return _without_prefixes(_name(fields[b"--- "]), _name(fields[b"+++ "]))
    for halves in _halves(header[len(b"diff --git ") :].rstrip(b"\r\n")):
        old, new = _without_prefixes(*halves)
        if old == new:
            return old, new
    raise _bad(at, "看不出是哪个文件", "it cannot be told which file this is")


def _halves(rest: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The possible ways to split `a/NAME b/NAME`, since names may contain spaces."""
    if rest.startswith(b'"'):
        first = _QUOTED.match(rest)
        if first:
            yield _unquoted(first[0]), _unquoted(rest[first.end() + 1 :])
        return
    for at, byte in enumerate(rest):
        if byte == ord(" "):
            yield rest[:at], _unquoted(rest[at + 1 :])


def _name(field: bytes) -> bytes:
    """The path on a `---` or `+++` line: a quoted string, or the text up to a tab."""
    field = field.rstrip(b"\r")
    quoted = _QUOTED.match(field)
    return _unquoted(quoted[0]) if quoted else field.partition(b"\t")[0]


def _without_prefixes(old: bytes, new: bytes) -> tuple[str, str]:
    """The two paths without the prefixes that git adds, "" for /dev/null."""
    names = [b"" if name == NOTHING else name for name in (old, new)]
    for pair in (*_PREFIXES, *(pair[::-1] for pair in _PREFIXES)):
        if all(
            not name or name.startswith(prefix) for name, prefix in zip(names, pair, strict=True)
        ):
            names = [name[2:] for name in names]
            break
    return _text(names[0]), _text(names[1])


def _unquoted(name: bytes) -> bytes:
    """A name as git writes it, decoded: unquoted, or in quotes with C escapes."""
    if not (name.startswith(b'"') and name.endswith(b'"') and len(name) > 1):
        return name
    return _ESCAPE.sub(
        lambda match: _LETTERS.get(match[1]) or bytes([int(match[1], 8)]), name[1:-1]
    )


def _text(name: bytes) -> str:
    return name.decode("utf-8", "surrogateescape")


def _bad(at: int, zh: str, en: str) -> UserError:
    return UserError.of(Text(f"补丁第 {at + 1} 行：{zh}", f"line {at + 1} of the patch: {en}"))
