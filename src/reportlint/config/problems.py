"""Gathers what is wrong with one file, so that its author learns all of it at once."""

from __future__ import annotations

from collections.abc import Iterable

from reportlint.config.node import Node
from reportlint.core.errors import Problem, UserError
from reportlint.core.text import Text

SHOWN = 40  # code points of a user's value that a message repeats


class Problems:
    """The problems of one file, in the order in which they were found."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.found: list[Problem] = []

    def add(self, node: Node | None, zh: str, en: str) -> None:
        """Note a problem at `node`; None is the file as a whole."""
        line, column = (node.line, node.column) if node else (0, 0)
        self.found.append(Problem(Text(zh, en), self.path, line, column))

    def check(self) -> None:
        """Raise UserError with all problems, sorted by place, if there are any."""
        if self.found:
            raise UserError(sorted(self.found, key=lambda problem: (problem.line, problem.column)))


def unknown(what: Text, name: str, known: Iterable[str]) -> Text:
    """“unknown key “severty”; did you mean “severity”?”, or the list of all that is known."""
    names = list(known)
    shown = shorten(name)
    near = nearest(name, names)
    if near:
        return Text(
            f"{what.zh}“{shown}”不存在；是不是“{near}”？",
            f"unknown {what.en} “{shown}”; did you mean “{near}”?",
        )
    if not names:
        return Text(f"{what.zh}“{shown}”不存在", f"unknown {what.en} “{shown}”")
    zh, en = "、".join(names), ", ".join(names)
    return Text(
        f"{what.zh}“{shown}”不存在；可用的有：{zh}", f"unknown {what.en} “{shown}”; valid are: {en}"
    )


def nearest(name: str, names: Iterable[str]) -> str:
    """The name most like `name`, "" where none is like it."""
    from difflib import get_close_matches  # only where there is something to complain about

    found = get_close_matches(name[:200], list(names), 1, 0.6) or get_close_matches(
        name[:200].lower(), list(names), 1, 0.6
    )
    return found[0] if found else ""


def shorten(text: str) -> str:
    """A user's value as a message shows it: one line, not too long."""
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"
