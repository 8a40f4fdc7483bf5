"""Gathers what is wrong with one file, so that its author learns all of it at once; and checks that
all files share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reportlint.config.keyboard import english_for
from reportlint.config.node import Node
from reportlint.core.errors import Problem, UserError
from reportlint.core.glob import lint_glob
from reportlint.core.text import Text

MOST = 200  # problems of one file: whoever has more has taken another file for this one
SHOWN = 40  # code points of a user's value that a message repeats
_COMPARED = 200  # code points of a name that is compared with those that are known


class Problems:
    """The problems of one file, in the order in which they were found."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.found: list[Problem] = []

    def add(self, node: Node | None, zh: str, en: str) -> None:
        """Note a problem at `node`; None is the file as a whole. Raises UserError with the problems
        so far once they are MOST."""
        line, column = (node.line, node.column) if node else (0, 0)
        self.found.append(Problem(Text(zh, en), self.path, line, column))
        if len(self.found) == MOST:
            message = Text("问题太多，以下不再列出", "too many problems; no more are listed")
            self.found.append(Problem(message, self.path, line, column))
            self.check()

    def add_text(self, node: Node | None, message: Text) -> None:
        """Note a problem at `node`."""
        self.add(node, message.zh, message.en)

    def unknown(self, node: Node | None, what: Text, name: str, known: Iterable[str]) -> None:
        """Note at `node` that there is no such name, and which is nearest."""
        message = unknown(what, name, known)
        self.add_text(node, message)

    def check(self) -> None:
        """Raise UserError with all problems, sorted by place, if there are any."""
        if self.found:
            raise UserError(sorted(self.found, key=lambda problem: (problem.line, problem.column)))


def one_of(value: str, known: Sequence[str], sort: Text) -> str:
    """`value`, which must be "" or one of `known`; `sort` is what they are. Raises UserError."""
    if value and value not in known:
        raise UserError([Problem(unknown(sort, value, known))])
    return value


def unknown(what: Text, name: str, known: Iterable[str]) -> Text:
    """“unknown key “severty”; did you mean “severity”?”, or the list of all that is known."""
    names = list(known)
    shown = shorten(name)
    before, colon, behind = name.partition(":")
    if colon and behind.strip() and before in names:
        return Text(
            f"“{before}:”后面缺一个空格：{before}: {shorten(behind)}",
            f"a space is missing behind “{before}:”: {before}: {shorten(behind)}",
        )
    near = meant(name, names)
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


def meant(name: str, names: Iterable[str]) -> str:
    """The name that `name`, which may be Chinese or misspelled, surely stands for; "" where there
    is none."""
    known = tuple(names)
    return english_for(name, known) or nearest(name, known)


def nearest(name: str, names: Iterable[str]) -> str:
    """The name most like `name`, "" where none is like it."""
    from difflib import get_close_matches  # only where there is something to complain about

    known, start = list(names), name[:_COMPARED]
    near = get_close_matches(start, known, 1, 0.6) or get_close_matches(
        start.lower(), known, 1, 0.6
    )
    return near[0] if near else ""


def shorten(text: str) -> str:
    """A user's value as a message shows it: one line, not too long."""
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"


def is_kebab(name: str) -> bool:
    """Whether `name` may be an id: a-z, 0-9, Han characters, single hyphens, a letter first."""
    parts = name.split("-")
    return name[:1].isalpha() and all(part and all(map(_is_of_id, part)) for part in parts)


def _is_of_id(char: str) -> bool:
    if "\u3400" <= char <= "\u9fff":
        return True
    return char.isascii() and char.isalnum() and char == char.lower()


def check_characters(node: Node, problems: Problems) -> None:
    """Note a character in a scalar that no name of a file and no text can hold: NUL, or one half of
    a surrogate pair."""
    for char in node.text:
        if char == "\0" or "\ud800" <= char <= "\udfff":
            code = f"U+{ord(char):04X}"
            problems.add(
                node, f"这里不能有字符 {code}", f"the character {code} cannot stand in a value"
            )
            return


def check_id(node: Node, stem: str, what: Text, problems: Problems) -> None:
    """Note what is wrong with the id of a rule or type, `what`, whose file is called `stem`; `node`
    is the root of the file."""
    id_node = node.get("id")
    if id_node is not None and id_node.text != stem:
        problems.add(
            id_node,
            f"id“{id_node.text}”须与文件名“{stem}”一致",
            f"id “{id_node.text}” must equal the name of its file, “{stem}”",
        )
    check_kebab(id_node or node, stem, what, problems)


def check_kebab(node: Node, name: str, what: Text, problems: Problems) -> None:
    """Note at `node` that `name` cannot be the id of a `what`, where it cannot."""
    if not is_kebab(name):
        problems.add(
            node,
            f"“{name}”不能作{what.zh}名：只用汉字、小写字母、数字和连字符",
            f"“{name}” is no {what.en} id: use lower-case letters, Han characters, digits and"
            f" hyphens",
        )


def check_globs(node: Node | None, globs: Iterable[str], problems: Problems) -> None:
    """Note the globs in the list or scalar `node` that would match nothing."""
    for glob in globs:
        place = node.item(glob) if node else None
        message = lint_glob(glob) or (place and _several_globs(glob, place))
        if message and place:
            problems.add_text(place, message)


def _several_globs(glob: str, place: Node) -> Text | None:
    """That several globs stand in one text: each part of it is a pattern, a folder or a file, or a
    comma with a space parts them."""
    parts = [part.strip() for part in re.split("[,，、；;]", glob) if part.strip()]
    named = all(re.search(r"[*?/]|\.\w{2,8}$", part) for part in parts)
    parted = place.plain and (", " in glob or ";" in glob)
    if len(parts) < 2 or not (named or parted):
        return None
    listed = ", ".join(f'"{part}"' for part in parts)
    return Text(
        f"“{shorten(glob)}”是一个通配符；几个写成列表：[{listed}]",
        f"“{shorten(glob)}” is one glob; several are a list: [{listed}]",
    )
