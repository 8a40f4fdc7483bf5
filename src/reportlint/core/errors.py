"""Errors that the user can correct. Any other exception is a bug of this tool."""

from __future__ import annotations

from collections.abc import Iterable

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.text import Text

NO_FOLDER = Text("没有这个文件夹", "no such folder")
EXISTS = Text("文件已经存在，不覆盖", "this file exists; it is not overwritten")


class Problem(NamedTuple):
    """One error in a user's file or in the call of the tool. Line and column count from 1; 0 means
    unknown."""

    message: Text
    path: str = ""
    line: int = 0
    column: int = 0

    def to(self, language: str) -> str:
        """The problem as one line: `path:line:column: message`."""
        where = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        return f"{where}: {self.message.to(language)}" if where else self.message.to(language)


class ReasonError(Exception):
    """An error about one file, which its caller names. `reason` is the reason to show."""

    def __init__(self, reason: Text) -> None:
        self.reason = reason
        super().__init__(reason.en)


class UserError(Exception):
    """The errors that the user must correct before the tool can work: all that were found, not only
    the first. Exit status 2."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problem.to("en") for problem in self.problems))

    @classmethod
    def of(cls, message: Text, path: str = "", line: int = 0, column: int = 0) -> UserError:
        """The error with a single problem."""
        return cls([Problem(message, path, line, column)])
