"""Compares files on disk with a tree of the repository.

`git diff` would run every filter named by the checkout's configuration and attributes. So blobs are
read and compared here: by checksum and, if that differs, line by line. Line endings are ignored,
since Git may have converted them, and a file kept in UTF-8 by `working-tree-encoding` is compared
in UTF-8. Word documents, which `git diff` would call binary, are compared by their lines.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence

from reportlint.core.word import is_word
from reportlint.files import repository
from reportlint.files.decode import UndecodableError, decode
from reportlint.files.git import Blobs
from reportlint.files.line_diff import changed_lines
from reportlint.files.repository import LINK, REGULAR, TreeEntry
from reportlint.files.sources import LFS_POINTER, SourceError, read_bytes, source_of

HEADER = b"diff --git a/file b/file\n"
BINARY = HEADER + b"Binary files a/file and b/file differ\n"
_BINARY_WITHIN = 8000  # bytes; a NUL among them makes a file binary, as in Git
_NO_LINE_END = b"\n\\ No newline at end of file\n"


class Base:
    """The tree of a commit to compare texts with. Raises UserError if Git fails."""

    def __init__(self, commit: str) -> None:
        self.entries: Mapping[str, TreeEntry] = repository.in_tree(commit)
        self._blobs = Blobs()

    def entry_of(self, path: str) -> TreeEntry | None:
        """The tree entry at a path relative to the root; None if there is none."""
        return self.entries.get(path)

    def data_of(self, path: str) -> bytes | None:
        """The bytes of the file at a path relative to the root; None if there is none."""
        entry = self.entry_of(path)
        return self.blob(entry) if entry is not None and entry.mode in REGULAR else None

    def blob(self, entry: TreeEntry) -> bytes | None:
        """The bytes of an entry; None if the repository lacks them, or they are too many."""
        try:
            return self._blobs.read(entry.object)
        except SourceError:
            return None


class Worktree(Base):
    """Compares files on disk with the tree of the commit `base`. Raises UserError if Git fails."""

    def __init__(self, base: str) -> None:
        super().__init__(base)
        self.root = repository.top()
        self._renamed = repository.renamed(base)

    def entry_of(self, path: str) -> TreeEntry | None:
        """The tree entry at a path, or at the path that the file had before a rename known to the
        index; None if there is none."""
        return super().entry_of(path) or super().entry_of(self._renamed.get(path, ""))

    def patch_of(self, path: str) -> bytes | None:
        """A patch in the format of `git diff --unified=0` for the file at `path`, relative to the
        root, with `/`.

        b"" if the file is unchanged, BINARY if it differs and no more is known, None if it is new.
        The names in the patch are always `a/file` and `b/file`.
        """
        entry = self.entry_of(path)
        if entry is None:
            return None
        whole = os.path.join(self.root, path)
        if entry.mode == LINK:
            return b"" if _link(whole) == self.blob(entry) else BINARY
        if entry.mode not in REGULAR or os.path.islink(whole):
            return BINARY
        try:
            data = read_bytes(whole)
        except SourceError:  # reported when the file is checked
            return BINARY
        if _is_blob(data, entry.object):
            return b""
        old = self.blob(entry)
        return BINARY if old is None else compared(path, old, data)


def _link(path: str) -> bytes | None:
    try:
        return os.fsencode(os.readlink(path))
    except OSError:
        return None


def _is_blob(data: bytes, name: str) -> bool:
    """Whether `name` is the object name of the blob with the content `data`."""
    algorithm = hashlib.sha1 if len(name) == 40 else hashlib.sha256
    return algorithm(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest() == name


def compared(path: str, old: bytes, new: bytes) -> bytes:
    """A patch between the old and new bytes of the file at `path`, in the format of
    `Worktree.patch_of`."""
    if is_word(path):
        before, now = _words(path, old), _words(path, new)
        return BINARY if before is None or now is None else _patch(before, now)
    if old.startswith(LFS_POINTER):
        return b"" if b"oid sha256:" + hashlib.sha256(new).hexdigest().encode() in old else BINARY
    if _is_utf8(old) and not _is_utf8(new):
        try:
            new = decode(new).text.encode("utf-8")
        except UndecodableError:
            return BINARY
    if b"\0" in old[:_BINARY_WITHIN] or b"\0" in new[:_BINARY_WITHIN]:
        return BINARY
    return _patch(_lines(old), _lines(new))


def _words(path: str, data: bytes) -> list[bytes] | None:
    """The lines of a Word document; None if it cannot be read, or is a Git LFS pointer."""
    try:
        return _lines(source_of(path, data).decoded.text.encode("utf-8"))
    except SourceError:
        return None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\0" not in data[:_BINARY_WITHIN]


def _lines(data: bytes) -> list[bytes]:
    lines = data.split(b"\n")
    return [line + b"\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def _patch(old: Sequence[bytes], new: Sequence[bytes]) -> bytes:
    changes = changed_lines([_bare(line) for line in old], [_bare(line) for line in new])
    hunks = [
        b"".join(
            (
                b"@@ -%s +%s @@\n" % (_range(*change[:2]), _range(*change[2:])),
                *(b"-" + _ended(line) for line in old[change.old_start : change.old_end]),
                *(b"+" + _ended(line) for line in new[change.new_start : change.new_end]),
            )
        )
        for change in changes
    ]
    return b"".join((HEADER, b"--- a/file\n+++ b/file\n", *hunks)) if hunks else b""


def _bare(line: bytes) -> bytes:
    """A line without its line ending."""
    return line.removesuffix(b"\n").removesuffix(b"\r")


def _ended(line: bytes) -> bytes:
    return line if line.endswith(b"\n") else line + _NO_LINE_END


def _range(start: int, end: int) -> bytes:
    """Lines in the format of a hunk header: the first, from 1, and the number of lines; for no
    lines, the line before and 0."""
    return b"%d,%d" % (start + (end > start), end - start)
