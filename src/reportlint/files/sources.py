"""Reads the texts to check, from disk and from standard input."""

from __future__ import annotations

import os
import stat
import sys

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import TYPE_CHECKING
from reportlint.core.errors import ReasonError
from reportlint.core.text import Text
from reportlint.core.word import OLE, PDF, RTF, ZIP, is_word
from reportlint.files.decode import Decoded, UndecodableError, decode

if TYPE_CHECKING:
    from reportlint.docx.values import DocxText

UNREADABLE = "unreadable"
UNDECODABLE = "undecodable"
MOST_BYTES = 1_000_000_000
MOST_WORD_BYTES = 100_000_000  # of a Word document, whose bytes are mostly pictures
HANDED_OVER = (
    "/dev/fd/",
    "/dev/stdin",
    "/proc/self/fd/",
)  # streams that a shell passes as files
NO_SUCH_FILE = Text("文件不存在，或是失效的符号链接", "no such file, or a broken symbolic link")
NOT_REGULAR = Text("不是普通文件", "it is no regular file")
_AT_ONCE = 1 << 16  # bytes; most reports are smaller
_READ = os.O_RDONLY
for _flag in ("O_BINARY", "O_CLOEXEC", "O_NONBLOCK", "O_NOCTTY"):  # if the system has them
    _READ |= getattr(os, _flag, 0)
OFFICE = (ZIP, OLE, PDF, RTF)  # no text begins with these
LFS_POINTER = b"version https://git-lfs.github.com/spec/v1\n"


class SourceError(ReasonError):
    """A file that cannot be checked. It becomes a finding of the rule `rule`, and the other files
    are still checked."""

    def __init__(self, rule: str, reason: Text) -> None:
        super().__init__(reason)
        self.rule = rule


class PointerError(SourceError):
    """The file is the pointer that Git LFS leaves in place of the content. There is no text to
    check."""

    def __init__(self) -> None:
        super().__init__(
            UNREADABLE,
            Text("这是 Git LFS 的指针，不是文件本身", "a pointer of Git LFS, not the file itself"),
        )


class Source(NamedTuple):
    """One text as read; for a Word document its lines, which have no encoding."""

    path: str  # path to show
    decoded: Decoded
    data: bytes = b""  # the bytes it was decoded from
    configured_encoding: str = ""
    format: str = ""  # one of `text.parse.FORMATS`; "" for that of the path
    word: DocxText | None = None  # the Word document whose lines the text is

    @property
    def encoding(self) -> str:
        """The encoding by its Python name: "utf-8-sig" if there is a byte-order mark."""
        return self.decoded.encoding + ("-sig" if self.decoded.bom else "")


def read(path: str, encoding: str = "") -> Source:
    """The text at `path`; `encoding` as in `decode`. Raises SourceError."""
    most = MOST_WORD_BYTES if is_word(path) else MOST_BYTES
    return source_of(path, read_bytes(path, most=most), encoding)


def read_bytes(path: str, *, stdin: bool = False, most: int = MOST_BYTES) -> bytes:
    """The bytes of the file at `path`, or of standard input. Raises SourceError, also if a file has
    more than `most` bytes.

    A pipe or a device is refused, except for streams that a shell passes as `/dev/fd/63`: opening
    one could block forever, and reading one may never end.
    """
    if stdin:
        return sys.stdin.buffer.read()
    try:
        handle = os.open(
            path, _READ
        )  # `open` takes 1.5 times as long, and there may be ten thousand files
        try:
            status = os.fstat(handle)
            if stat.S_ISFIFO(status.st_mode) and path.startswith(HANDED_OVER):
                os.set_blocking(handle, True)
            elif not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
                raise SourceError(UNREADABLE, NOT_REGULAR)
            data = _read(handle, most)
        finally:
            os.close(handle)
    except OSError as error:
        raise SourceError(UNREADABLE, why(error)) from error
    except ValueError as error:  # a NUL or a lone surrogate in the path
        raise SourceError(UNREADABLE, NO_SUCH_FILE) from error
    if data is None:
        raise too_large(most)
    return data


def too_large(most: int) -> SourceError:
    """The error for a file of more than `most` bytes."""
    size = f"{most / 1_000_000:g} MB"
    return SourceError(UNREADABLE, Text(f"超过 {size}", f"it is larger than {size}"))


def _read(handle: int, most: int) -> bytes | None:
    """All bytes from a file descriptor; None if there are more than `most`."""
    parts, left = [], most
    while part := os.read(handle, _AT_ONCE):
        parts.append(part)
        left -= len(part)
        if left < 0:
            return None
    return b"".join(parts)


def read_stdin(path: str, encoding: str = "") -> Source:
    """Standard input, as if it were the file at `path`. Raises SourceError."""
    return source_of(path, sys.stdin.buffer.read(), encoding)


def source_of(path: str, data: bytes, encoding: str = "") -> Source:
    """The text in `data`, the bytes of the file at `path`, whose name tells whether it is a Word
    document. Raises SourceError."""
    if data.startswith(LFS_POINTER):
        raise PointerError
    if is_word(path):
        return _word_source(path, data)
    if data.startswith(OFFICE):
        from reportlint.files.word import foreign

        raise SourceError(UNREADABLE, foreign(data))
    try:
        return Source(path, decode(data, encoding), data, encoding)
    except UndecodableError as error:
        raise SourceError(UNDECODABLE, error.reason) from error


def _word_source(path: str, data: bytes) -> Source:
    if len(data) > MOST_WORD_BYTES:
        raise too_large(MOST_WORD_BYTES)
    from reportlint.files.word import read_word

    word = read_word(data)
    if isinstance(word, Text):
        raise SourceError(UNREADABLE, word)
    return Source(path, Decoded(word.text, "", False), data, word=word)


# The system's messages are in English. What it says when no disk, network or handle is left:
_SYSTEM = {
    "EBADF": "已关闭",
    "EBUSY": "正被占用",
    "EDQUOT": "超出了磁盘配额",
    "EFBIG": "文件太大",
    "EIO": "磁盘或网络读写出错",
    "ELOOP": "符号链接绕成了圈",
    "EMFILE": "打开的文件太多",
    "ENAMETOOLONG": "文件名太长",
    "ENFILE": "系统打开的文件太多",
    "ENOSPC": "磁盘已满",
    "ENOTDIR": "路径中有一段不是文件夹",
    "EROFS": "所在的盘只读",
    "ESTALE": "文件已不在服务器上",
    "ETIMEDOUT": "等待超时",
}


def system_reason(error: OSError) -> Text:
    """What the system says of an error, in both languages where it is a common one."""
    import errno

    if not error.errno:
        return Text(str(error), str(error))
    en = os.strerror(error.errno)
    return Text(_SYSTEM.get(errno.errorcode.get(error.errno, ""), en), en)


def why(error: OSError) -> Text:
    """The reason of an OSError in both languages; for an unknown error, the system's message."""
    known = {
        PermissionError: Text("没有读取权限", "permission denied"),
        IsADirectoryError: Text(
            "没有读取这个文件夹的权限", "a folder without permission to read it"
        ),
        FileNotFoundError: NO_SUCH_FILE,
    }
    return known.get(type(error)) or system_reason(error)
