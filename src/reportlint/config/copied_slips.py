"""Text copied into a YAML file from a web page or a letter: code fences, prompts, comments of other
languages, invisible characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from reportlint.core.text import Text

_ODD_SPACE = re.compile(
    r"^([ \t]*(?:- )?[\w-]+:|[ \t]*)([^\S\n\r\t \u3000]|[\u200b\u2060\ufeff])", re.M
)

_LINES: tuple[tuple[re.Pattern[str], Text], ...] = (
    (
        re.compile(r"^[ \t]*(?:```|~~~)", re.MULTILINE),
        Text(
            "这一行是从网页上带来的，不是 YAML，删去",
            "this line came from a page and is no YAML: take it out",
        ),
    ),
    (
        re.compile(r"^[ \t]*(?://|/\*|<!--)", re.MULTILINE),
        Text("注释用 # 开头，后面空一格", "a comment begins with # and a space"),
    ),
    (
        re.compile(r"^[$>%] +(?=\w+ )", re.MULTILINE),
        Text(
            "这一行像是终端里的命令，不是 YAML，删去",
            "this line looks like a command of a terminal, no YAML: take it out",
        ),
    ),
    (
        re.compile(r"^[ \t]*\*(?= +\S)", re.MULTILINE),
        Text(
            "列表每条前面写“- ”，不写“*”", "each entry of a list stands behind “- ”, not behind “*”"
        ),
    ),
)


def without_copied(text: str) -> Iterator[tuple[int, str, Text]]:
    """For each kind of copied line in `text`: the offset of the first one, the text with all of
    them repaired, and the message."""
    for pattern, message in _LINES:
        match = pattern.search(text)
        if match:
            yield match.start(), pattern.sub(_instead, text), message
    space = _ODD_SPACE.search(text)
    if space:
        hidden = unseen(space[2])
        if hidden is not None:
            yield space.start(2), _ODD_SPACE.sub(r"\1 ", text), hidden


def _instead(match: re.Match[str]) -> str:
    """The repaired start of a copied line: a comment sign, or the dash of a list."""
    return match[0].replace("*", "-") if match[0].strip() == "*" else "#" + match[0]


def unseen(text: str, *, spaces: bool = True) -> Text | None:
    """The message for the first invisible character in a text, with `spaces` also for a special
    space; None if there is none."""
    for char in text:
        if _is_unseen(char, spaces):
            code = f"U+{ord(char):04X}"
            if unicodedata.category(char) == "Zs":
                return Text(
                    f"这里有个特殊空格（{code}，常由网页或 Word 带来），改成普通空格",
                    f"a special space ({code}, as pages and Word have it): use a plain one",
                )
            return Text(
                f"这里有个看不见的字符 {code}（常由网页或聊天软件带来），删去",
                f"a character that nobody sees, {code}, as pages and chats have it: take it out",
            )
    return None


def _is_unseen(char: str, spaces: bool) -> bool:
    if char < "\x80" or char in "\u3000\u200c\u200d":  # some scripts need the last two
        return False
    category = unicodedata.category(char)
    return category == "Cf" or (spaces and category == "Zs")
