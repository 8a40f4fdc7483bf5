"""Writing what a run says to a file."""

from __future__ import annotations

import os
import stat

from reportlint.core.errors import Problem, UserError
from reportlint.core.text import Text
from reportlint.files.sources import why


def write(path: str, text: str) -> None:
    """Put `text` into the file at `path`, in UTF-8 without a mark. Whoever reads it meanwhile reads the old file or the new one.

    A link is followed, and what is no plain file, such as `/dev/stdout` or a pipe, is written to as it is. Raises UserError.
    """
    data = text.encode("utf-8", "backslashreplace")
    target = os.path.realpath(path)
    try:
        mode = os.stat(target).st_mode if os.path.exists(target) else None
        if mode is not None and not stat.S_ISREG(mode):
            with open(path, "wb") as stream:
                stream.write(data)
        else:
            _replace(target, data, mode)
    except OSError as error:
        raise UserError([Problem(_unwritten(why(error)), path)]) from error


def append(path: str, text: str) -> None:
    """Add `text` at the end of the file at `path`. Raises UserError."""
    try:
        with open(path, "ab") as stream:
            stream.write(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise UserError([Problem(_unwritten(why(error)), path)]) from error


def _replace(target: str, data: bytes, mode: int | None) -> None:
    aside = os.path.join(os.path.dirname(target), f".reportlint-{os.getpid()}.tmp")
    try:
        with open(aside, "wb") as stream:
            stream.write(data)
        if mode is not None:
            os.chmod(aside, stat.S_IMODE(mode))
        os.replace(aside, target)
    except BaseException:
        if os.path.exists(aside):
            os.unlink(aside)
        raise


def _unwritten(reason: Text) -> Text:
    return Text(f"写不了：{reason.zh}", f"cannot be written: {reason.en}")
