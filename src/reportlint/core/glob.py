"""Globs as `.gitignore` has them: `*` stops at `/`, `**` does not, a glob without `/` matches at any depth, and one that
matches a folder matches all that is in it.

Written here and not taken from pathspec, whose import costs more than checking a report.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from reportlint._startup.typed import Any
from reportlint.core.text import Text


def matches(globs: Sequence[str], path: str) -> bool:
    """Whether `path` (relative, with `/`) is matched; of several globs the last that matches decides, `!` takes back."""
    found = False
    for glob in globs:
        takes_back = glob.startswith("!")
        if found == takes_back and compile_glob(glob[1:] if takes_back else glob).match(path):
            found = not takes_back
    return found


def trouble(glob: str) -> Text | None:
    """Why `glob` would silently match nothing, if it would."""
    import re

    if not glob.strip("!/ "):
        return Text("通配符不能为空", "an empty glob matches nothing")
    if "{" in glob and "," in glob and "}" in glob:
        return Text(
            f"通配符“{glob}”不支持花括号；请写成列表",
            f"glob “{glob}”: braces are not supported, write a list",
        )
    if "\\" in glob:
        return Text(
            f"通配符“{glob}”里的路径分隔符要用 /", f"glob “{glob}”: separate folders with /"
        )
    if any(part == ".." for part in glob.split("/")):
        return Text(
            f"通配符“{glob}”不能指向配置文件所在文件夹之外",
            f"glob “{glob}” points outside the folder of its file",
        )
    try:
        compile_glob(glob.removeprefix("!"))
    except re.error:
        return Text(f"通配符“{glob}”的方括号有误", f"glob “{glob}”: bad brackets")
    return None


@lru_cache(maxsize=512)
def compile_glob(glob: str) -> Any:
    """The pattern of one glob without `!`; its `match` takes a relative path."""
    import re

    folder = glob.endswith("/")
    body = glob.strip("/")
    anchored = "/" in glob.rstrip("/")
    body = body.removeprefix("./")
    parts = body.split("/")
    source = "" if anchored else "(?:.*/)?"
    for number, part in enumerate(parts):
        last = number == len(parts) - 1
        if part == "**":
            source += ".+" if last else "(?:.*/)?"
        else:
            source += "".join(_segment(part)) + ("" if last else "/")
    return re.compile(source + ("/" if folder else r"(?:/|\Z)"), re.DOTALL)


def _segment(part: str) -> Iterable[str]:
    import re

    at = 0
    while at < len(part):
        char = part[at]
        at += 1
        if char == "*":
            while part[at : at + 1] == "*":
                at += 1
            yield "[^/]*"
        elif char == "?":
            yield "[^/]"
        elif (
            char == "["
            and (end := part.find("]", at + 2 if part[at : at + 1] in {"!", "^"} else at + 1)) > 0
        ):
            inner = part[at:end]
            negated = inner[0] in {"!", "^"}
            yield "[^/" if negated else "["
            for letter in inner[1:] if negated else inner:
                yield letter if letter == "-" or letter.isalnum() else "\\" + letter
            yield "]"
            at = end + 1
        else:
            yield re.escape(char)
