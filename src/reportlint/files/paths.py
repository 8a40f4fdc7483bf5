"""Paths as they are compared, named relative to a folder, and shown; and the errors about them."""

from __future__ import annotations

import os

from reportlint.core.errors import ReasonError, UserError

_SLASH, _OTHER = os.sep, os.altsep


def slashed(path: str) -> str:
    """A path of this system with `/`, as configurations and Git write it."""
    return path.replace(os.sep, "/")


def absolute(path: str) -> str:
    """The absolute path, with `/`."""
    return slashed(os.path.abspath(path))


def relative(path: str, folder: str) -> str:
    """The path relative to `folder`, with `/`."""
    return slashed(os.path.relpath(path, folder))


def folder_of(path: str) -> str:
    """The absolute path of the folder of a file, with `/`."""
    return slashed(os.path.dirname(os.path.abspath(path)))


def below(folder: str) -> str:
    """What precedes the paths of the files in `folder` as it was given: "" for the current one."""
    return "" if folder in (".", "") else os.path.join(folder, "")


def split(path: str) -> tuple[str, str]:
    """The folder of a file, with its slash, and its name. `os.path.split` would take a tenth of the
    time of a run over many files."""
    if _OTHER:
        path = path.replace(_OTHER, _SLASH)
    start = path.rfind(_SLASH) + 1
    return path[:start], path[start:]


def visible(path: str) -> str:
    """`path` with its control characters and undecodable bytes written as escapes."""
    return "".join(
        char if char.isprintable() or char == " " else char.encode("unicode_escape").decode()
        for char in path
    )


def nearby(path: str) -> str:
    """`path` relative to the current folder if it is below it; else unchanged."""
    here = os.path.join(os.getcwd(), "")
    whole = os.path.abspath(path)
    return whole[len(here) :] if whole.startswith(here) else path


class ErrorOf:
    """A context in which a ReasonError becomes the UserError about the file at `path`."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __enter__(self) -> None:
        pass

    def __exit__(self, sort: object, error: object, trace: object) -> None:
        if isinstance(error, ReasonError):
            raise UserError.of(error.reason, visible(self._path)) from error
