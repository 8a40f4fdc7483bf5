"""Writing files that people asked for."""

from __future__ import annotations

from reportlint.core.errors import Problem, UserError
from reportlint.core.text import Text
from reportlint.files.sources import why


def create(path: str, text: str) -> None:
    """Write `text` in UTF-8 to a file that must not be there yet. Raises UserError where it is, or cannot be written."""
    try:
        with open(path, "x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError as error:
        raise UserError(
            [Problem(Text("文件已经存在，不覆盖", "this file exists; it is not overwritten"), path)]
        ) from error
    except OSError as error:
        reason = why(error)
        if isinstance(error, FileNotFoundError):
            reason = Text("没有这个文件夹", "no such folder")
        raise UserError(
            [Problem(Text(f"写不了：{reason.zh}", f"cannot be written: {reason.en}"), path)]
        ) from error
