"""Entries that are valid YAML, but probably written as on paper: a list with bullets or brackets, a
choice with 或, a star for any text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportlint.config.node import SCALAR, Node
from reportlint.config.problems import shorten
from reportlint.core.characters import HAN
from reportlint.core.text import Text

_HAN = f"[{HAN}]"
_BULLETS = "·•●○◆■+–—*"
_BULLETED = re.compile(rf"[{re.escape(_BULLETS)}] +\S")
_NUMBERED = re.compile(r"[1-9][.．、)）] *[^\s\d].* [2-9][.．、)）] *[^\s\d]")
_ROUND = re.compile(r"[(（][^()（）]*[,，、；][^()（）]*[)）]\Z")
# Forms of a list in one entry, each with the regex of its separator; the last one applies only if
# commas separate entries.
_LISTS = (
    (_BULLETED, rf"(?:^| )[{re.escape(_BULLETS)}] "),
    (_NUMBERED, r"(?:^| )\d[.．、)）]"),
    (_ROUND, "[,，、；]"),
    (re.compile(rf"{_HAN}+(?: +(?:或|或者|和|与|及) +{_HAN}+)+\Z"), " (?:或|或者|和|与|及) "),
    (re.compile(rf"{_HAN}{{3,}}(?: ?/ ?{_HAN}{{3,}})+\Z"), "/"),
    (re.compile(rf"{_HAN}+(?: ?[|｜] ?{_HAN}+)+\Z"), "[|｜]"),
    (re.compile(rf"{_HAN}[^,]*(?:, ?{_HAN}[^,]*)+\Z"), ","),
)
# Two words that share a character are alternatives, unlike a unit such as 元/吨; see `either_of`.
_EITHER = re.compile(rf"({_HAN}{_HAN}{{1,5}}) ?[/／] ?({_HAN}{_HAN}{{1,5}})\Z")
_BEGINNING = re.compile(r"[A-Za-z]{3,}\*\Z")
_STOPPED = re.compile(rf"{_HAN}{{2,}}。\Z")
_FILE = re.compile(r"\.(?:md|markdown|txt|rst|docx?|wps|pdf)\Z", re.IGNORECASE)
_GAP = re.compile(rf"(?<={_HAN})(?:…+|\.{{3,}}|[*?＊])(?={_HAN})")
_REST = frozenset({"等", "等等", "……", "…", "...", "......", "etc", "etc."})
_DUMMY = re.compile(r"(?<![A-Za-z])(?:X{2,}|x{2,})(?![A-Za-z])|[×Ｘ]{2,}|_{2,}|＿{2,}")
_TITLES = frozenset({"title", "aliases"})  # keys whose texts are compared with report titles


def list_slip(text: str, name: str, parted: bool) -> Text | None:
    """The message for a probable mistake in a plain entry of the key `name`; None if there is none.
    `parted`: commas separate the entry from others, or it stands in place of a list."""
    parts = _parts(text, parted)
    if parts:
        return _several(text, parts)
    if _GAP.search(text):
        return _gap(text)
    if name == "words" and _BEGINNING.match(text):
        return _beginning(text)
    if name == "words" and _STOPPED.match(text):
        return _stopped(text)
    return _of_title(text) if name in _TITLES else None


def rest_slip(nodes: Sequence[Node]) -> tuple[Node, Text] | None:
    """The entry 等 or …… at the end of a list, which would be searched for literally, and the
    message for it; None if there is none."""
    last = nodes[-1] if len(nodes) > 1 else None
    if last is None or last.kind != SCALAR or not last.plain or last.text not in _REST:
        return None
    if not any(char.isalnum() for node in nodes[:-1] for char in node.text):
        return None  # a list of marks
    message = Text(
        f"“{last.text}”也会当成要找的词；去掉它；如果就是要找它，写 '{last.text}'",
        f"“{last.text}” is looked for like the others; leave it out, or, if it is meant, write"
        f" '{last.text}'",
    )
    return last, message


def _parts(text: str, parted: bool) -> list[str]:
    """The entries that a text holds; [] if it is a single entry."""
    for pattern, mark in _LISTS if parted else _LISTS[:-1]:
        if pattern.match(text):
            parts = re.split(mark, text.strip("()（）") if pattern is _ROUND else text)
            return [part.strip() for part in parts if part.strip()]
    return either_of(text)


def either_of(text: str) -> list[str]:
    """The two words of a choice such as 账号/账户; [] for a unit such as 公里/小时 and for other
    texts."""
    pair = _EITHER.match(text)
    if pair is None or not set(pair[1]) & set(pair[2]):
        return []
    return [pair[1], pair[2]]


def _several(text: str, parts: Sequence[str]) -> Text:
    shown, listed = shorten(text), shorten(", ".join(parts))
    return Text(
        f"“{shown}”照字面是一整条；列表写成 [{listed}]，或者每行一条、前面写“- ”"
        f"；如果就是一条，写 '{shown}'",
        f"“{shown}” is one entry as it stands; a list is [{listed}], or a line each behind “- ”; if"
        f" it is meant as one, write '{shown}'",
    )


def _gap(text: str) -> Text:
    shown, source = shorten(text), _GAP.sub(".{0,20}", text)
    return Text(
        f"“{shown}”照字面找，中间的符号不代表别的字；要代表，写 regex: '{shorten(source)}'"
        f"；如果就是要找它，写 '{shown}'",
        f"“{shown}” is taken literally, its marks stand for no other text; if they shall, write"
        f" regex: '{shorten(source)}'; if it is meant, write '{shown}'",
    )


def _beginning(text: str) -> Text:
    start = text[:-1]
    return Text(
        f"“{text}”照字面找；以它开头的词写 regex: ['\\b{start}\\w*']",
        f"“{text}” is taken literally; words that begin so are regex: ['\\b{start}\\w*']",
    )


def _stopped(text: str) -> Text:
    shown, bare = shorten(text), shorten(text[:-1])
    return Text(
        f"“{shown}”要连句号一起找到才算；去掉句号：{bare}；如果就要带着它，写 '{shown}'",
        f"“{shown}” is looked for with its full stop; leave it out: {bare}; if it is meant, write"
        f" '{shown}'",
    )


def _of_title(text: str) -> Text | None:
    shown = shorten(text)
    ending = _FILE.search(text)
    if ending:
        return Text(
            f"这里写标题，不写文件名：{shorten(text[: ending.start()])}；文件名写在 path 里，如"
            f" path: ['*{ending[0]}']",
            f"a title, and no name of a file: {shorten(text[: ending.start()])}; names of files go"
            f" into path, as path: ['*{ending[0]}']",
        )
    if _DUMMY.search(text):
        bare = shorten(_DUMMY.sub("", text))
        return Text(
            f"真的标题里不会有“{shown}”；只写不变的字，如 {bare}",
            f"no title reads “{shown}”; write only what stays the same, such as {bare}",
        )
    if text[:1] + text[-1:] == "《》" and "》" not in text[1:-1]:
        return Text(
            f"题目本身没有书名号：写 {shorten(text[1:-1])}",
            f"the title itself has no 《》: write {shorten(text[1:-1])}",
        )
    return None


def star_slip(text: str, name: str) -> Text | None:
    """The message for a title, quoted or not, that begins or ends with a star as wildcard; None for
    other texts."""
    if name not in _TITLES or len(text) < 2 or "*" not in text[0] + text[-1]:
        return None
    bare = shorten(text.strip("*"))
    return Text(
        f"“*”照字面找，不代表别的字；写 regex: ['{bare}']",
        f"“*” is taken literally and stands for no other text; write regex: ['{bare}']",
    )
