"""Which file may be meant by a path that is not there."""

from __future__ import annotations

import os
from difflib import get_close_matches

from reportlint.core.text import Text

_MOST = 2000  # names of a folder that are compared; a larger folder is not looked through
_ALIKE = 0.75  # of difflib's ratio, 0 to 1


def missing(path: str, message: Text) -> Text:
    """`message`, and the file that may be meant: the only one of that name with an ending, or one
    that is spelt much like it."""
    near = _near(path)
    if not near:
        return message
    return Text(f"{message.zh}；是不是 {near}？", f"{message.en}; did you mean {near}?")


def _near(path: str) -> str:
    folder, name = os.path.split(path)
    try:
        names = sorted(one for one in os.listdir(folder or ".") if not one.startswith("."))
    except OSError:
        return ""
    if not name or len(names) > _MOST:
        return ""
    stems = {os.path.splitext(one)[0]: one for one in names}
    same = [one for one in names if os.path.splitext(one)[0] == name]
    if same:
        return os.path.join(folder, same[0]) if len(same) == 1 else ""
    stem, ending = os.path.splitext(name)
    alike = [one for one in stems if not ending or stems[one].endswith(ending)]
    like = get_close_matches(stem, alike, 1, _ALIKE)
    return os.path.join(folder, stems[like[0]]) if like else ""
