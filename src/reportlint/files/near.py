"""Suggestions for a path that does not exist."""

from __future__ import annotations

import os
from collections.abc import Iterable
from difflib import get_close_matches

from reportlint.core.text import Text

_MOST = 2000  # names in a folder; larger folders are not searched
_ALIKE = 0.75  # least ratio of difflib, 0 to 1


def missing(path: str, message: Text) -> Text:
    """`message` with a suggestion: the only file that has this name plus an ending, or one spelt
    similarly."""
    near = _near(path)
    if not near:
        return message
    return Text(f"{message.zh}；是不是 {near}？", f"{message.en}; did you mean {near}?")


def _near(path: str) -> str:
    folder, name = os.path.split(path)
    try:
        names = sorted(entry for entry in os.listdir(folder or ".") if not entry.startswith("."))
    except OSError:
        return ""
    if not name or len(names) > _MOST:
        return ""
    same = [file for file in names if os.path.splitext(file)[0] == name]
    if len(same) > 1:
        return ""
    meant = same[0] if same else _alike(name, names)
    return os.path.join(folder, meant) if meant else ""


def _alike(name: str, names: Iterable[str]) -> str:
    """The name among `names` that is most similar to `name` and has the same ending; "" if there is
    none."""
    stem, ending = os.path.splitext(name)
    stems = {os.path.splitext(file)[0]: file for file in names}
    alike = [other for other, file in stems.items() if not ending or file.endswith(ending)]
    like = get_close_matches(stem, alike, 1, _ALIKE)
    return stems[like[0]] if like else ""
