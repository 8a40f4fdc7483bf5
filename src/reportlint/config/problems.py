"""The problems of one file, collected so that its author sees all of them at once, and the checks
that all kinds of files share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reportlint.config.keyboard import english_for
from reportlint.config.node import Node
from reportlint.core.characters import is_han
from reportlint.core.errors import Problem, UserError
from reportlint.core.glob import lint_glob
from reportlint.core.text import Text, cut_end

# maximum problems of one file, and of all files of a run; with more they are the wrong files
MOST = 200
LISTED = 60  # maximum names in the list of valid ones
SHOWN = 40  # maximum code points of a user's value in a message
_SIMILAR, VERY_SIMILAR = 0.6, 0.75  # least ratios of difflib, 0 to 1
_COMPARED = 200  # code points of a name that are compared with known names
_TOO_MANY = Text("问题太多，以下不再列出", "too many problems; no more are listed")


class Problems:
    """The problems of one file, in the order in which they were found."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.found: list[Problem] = []

    def add(self, node: Node | None, zh: str, en: str) -> None:
        """Add a problem at `node`, or at the file as a whole if it is None. Raises UserError with
        all problems once there are MOST."""
        line, column = (node.line, node.column) if node else (0, 0)
        self.found.append(Problem(Text(zh, en), self.path, line, column))
        if len(self.found) == MOST:
            self.found.append(Problem(_TOO_MANY, self.path, line, column))
            self.check()

    def add_text(self, node: Node | None, message: Text) -> None:
        """Add a problem at `node`, or at the file as a whole if it is None."""
        self.add(node, message.zh, message.en)

    def unknown(self, node: Node | None, what: Text, name: str, known: Iterable[str]) -> None:
        """Add a problem at `node` that `name` is not in `known`, with the nearest known name."""
        message = unknown(what, name, known)
        self.add_text(node, message)

    def check(self) -> None:
        """Raise UserError with all problems, sorted by place, if there are any."""
        if self.found:
            raise UserError(sorted(self.found, key=lambda problem: (problem.line, problem.column)))


def cut(problems: Iterable[Problem]) -> list[Problem]:
    """The first MOST different problems, in their order; if there are more, the last says so."""
    first: dict[Problem, None] = {}
    for problem in problems:  # which may be costly to make: no more of them than needed
        if len(first) == MOST and problem not in first:
            return [*first, problem._replace(message=_TOO_MANY)]
        first[problem] = None
    return list(first)


def one_of(value: str, known: Sequence[str], what: Text) -> str:
    """`value`, which must be "" or in `known`; `what` says in messages what the values are. Raises
    UserError if it is not."""
    if value and value not in known:
        raise UserError.of(unknown(what, value, known))
    return value


def unknown(what: Text, name: str, known: Iterable[str]) -> Text:
    """The message for an unknown name: “unknown key “severty”; did you mean “severity”?”, or the
    list of the known names."""
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
    zh, en = "、".join(names[:LISTED]), ", ".join(names[:LISTED])
    if len(names) > LISTED:
        zh, en = f"{zh}……共 {len(names)} 个", f"{en} … {len(names)} in all"
    return Text(
        f"{what.zh}“{shown}”不存在；可用的有：{zh}", f"unknown {what.en} “{shown}”; valid are: {en}"
    )


def meant(name: str, names: Iterable[str]) -> str:
    """The name in `names` that a Chinese or misspelled `name` stands for; "" if there is none."""
    known = tuple(names)
    return english_for(name, known) or nearest(name, known)


def nearest(name: str, names: Iterable[str], least: float = _SIMILAR) -> str:
    """The name in `names` that is most similar to `name`; "" if none is similar.

    `least` is the least ratio of difflib. Names that begin otherwise must be alike in more:
    `rmessage` is `message`, but `demand` is not `many`.
    """
    from difflib import get_close_matches  # imported only to report a problem

    known, start = list(names), name[:_COMPARED]
    for text in dict.fromkeys((start, start.lower())):
        alike = [near for near in get_close_matches(text, known, 3, least) if near[0] == text[0]]
        for near in alike or get_close_matches(text, known, 1, max(least, VERY_SIMILAR)):
            return near
    return ""


def shorten(text: str) -> str:
    """A user's value as shown in messages: one line of at most SHOWN code points."""
    return cut_end(" ".join(text.split()), SHOWN)


def is_kebab(name: str) -> bool:
    """Whether `name` is a valid id: a-z, 0-9, Han characters and single hyphens, with a letter
    first."""
    parts = name.split("-")
    return name[:1].isalpha() and all(part and all(map(_is_of_id, part)) for part in parts)


def _is_of_id(char: str) -> bool:
    return is_han(char) or char.isascii() and char.isalnum() and char == char.lower()


def check_characters(node: Node, problems: Problems) -> None:
    """Add a problem for a character in a scalar that no file name and no text can hold: NUL, or
    half of a surrogate pair."""
    for char in node.text:
        if char == "\0" or "\ud800" <= char <= "\udfff":
            code = f"U+{ord(char):04X}"
            problems.add(
                node, f"这里不能有字符 {code}", f"the character {code} cannot stand in a value"
            )
            return


def check_id(node: Node, stem: str, what: Text, problems: Problems) -> None:
    """Add the problems of the id of a rule or type (`what`); `stem` is the stem of its file name,
    `node` the root of the file."""
    id_node = node.get("id")
    if id_node is not None and id_node.text != stem:
        problems.add(
            id_node,
            f"id“{id_node.text}”须与文件名“{stem}”一致",
            f"id “{id_node.text}” must equal the name of its file, “{stem}”",
        )
    check_kebab(id_node or node, stem, what, problems)


def check_kebab(node: Node, name: str, what: Text, problems: Problems) -> None:
    """Add a problem at `node` if `name` is not a valid id for a `what`."""
    if not is_kebab(name):
        problems.add_text(node, no_id(name, what))


def no_id(name: str, what: Text) -> Text:
    """The message that `name` is no valid id for a `what`."""
    return Text(
        f"“{name}”不能作{what.zh}名：只用汉字、小写字母、数字和连字符，以字母或汉字开头",
        f"“{name}” is no {what.en} id: use lower-case letters, Han characters, digits and hyphens,"
        f" with a letter first",
    )


def check_globs(node: Node | None, globs: Iterable[str], problems: Problems) -> None:
    """Add a problem for each glob in the list or scalar `node` that would match nothing."""
    for glob in globs:
        place = node.item(glob) if node else None
        message = lint_glob(glob) or (place and _several_globs(glob, place))
        if message and place:
            problems.add_text(place, message)


def _several_globs(glob: str, place: Node) -> Text | None:
    """The message for several globs in one text; None if it is a single glob. Each part is a glob,
    a folder or a file, or a comma with a space or a semicolon separates them."""
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
