"""What the path of a file tells of the kind of a report whose title tells nothing."""

from __future__ import annotations

from reportlint._startup.lazy_pattern import lazy
from reportlint.core.characters import NUMERALS
from reportlint.structure.title_signs import MONTHS

_DAYS = "mon|tue|wed|thu|fri|sat|sun"
_DATED = lazy(
    rf"(?i)(?:[\W\d_年月日号第次回周週期星{NUMERALS}天火水木金土曜월화수목금토일요주차년]"
    rf"|\b(?:week|kw|sprint|q|w)(?=[\W\d_])|\b(?:{MONTHS})[a-z]{{0,6}}|\b(?:{_DAYS})[a-z]{{0,6}}"
    r"|(?<=\d)(?:st|nd|rd|th)\b)*"
)
_GENERAL = frozenset({"readme", "index", "notes", "template"})  # names of files that tell nothing


def is_dated(text: str) -> bool:
    """Whether a title or a name is nothing but a date or a number: 2026-03-12, 第3次, June 2nd."""
    return _DATED.fullmatch(text) is not None


def names_of_file(path: str) -> tuple[str, ...]:
    """The name of a file without its suffix, as a title; the folder's in both numbers where that is
    only a date: minutes of minutes/2026/03-12.md; () for a README."""
    *folders, file = path.split("/")
    name = file.rpartition(".")[0] or file
    if name.casefold() in _GENERAL:
        return ()
    if not is_dated(name):
        return (_spaced(name),)
    dateless = (_spaced(folder) for folder in reversed(folders) if not is_dated(folder))
    folder = next(dateless, "")
    return (folder, folder.removesuffix("s")) if folder else ()


def _spaced(name: str) -> str:
    return name.replace("_", " ").replace("-", " ").strip()
