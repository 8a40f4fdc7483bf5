"""The month of a report, and how it was determined."""

from __future__ import annotations

import os
import re
from collections.abc import Callable

from reportlint.core.survey import FRONT_MATTER, GIT, NAME, NO_MONTH
from reportlint.files.git import run_git
from reportlint.files.paths import slashed
from reportlint.text.front_matter import front_matter

_DATE_KEYS = frozenset(
    (
        "date",
        "created",
        "published",
        "last-updated",
        "日期",
        "时间",
        "发布日期",
        "成文日期",
        "印发日期",
    )
)
_MONTH = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:[-/_. ]?(0[1-9]|1[0-2])(?!\d{3}|\d(?!\d))"
    r"|\s*年\s*(0?[1-9]|1[0-2])\s*月|[-/.]([1-9])(?!\d))"
)

Months = Callable[[str, str], tuple[str, str]]
"""A path and the text of its report → the month as 2024-05, and its source (front matter, name,
Git); NO_MONTH and "" if unknown."""


def months(with_git: bool = True) -> Months:
    """A function that determines the months of reports; `with_git`, it runs Git once per
    repository."""
    of_folder: dict[str, dict[str, str]] = {}

    def month(path: str, text: str) -> tuple[str, str]:
        for value, by in ((_by_front_matter(text), FRONT_MATTER), (by_name(path), NAME)):
            if value:
                return value, by
        if with_git:
            value = _by_git(os.path.abspath(path), of_folder)
            if value:
                return value, GIT
        return NO_MONTH, ""

    return month


def by_name(path: str) -> str:
    """The month named in a path, from the last match: 2024-05, 202405, 20240531, 2024年5月,
    2024/05; "" if there is none."""
    name = slashed(path)
    matches = list(_MONTH.finditer(name))
    return _month(matches[-1]) if matches else ""


def _by_front_matter(text: str) -> str:
    if not text.lstrip("\ufeff").startswith("---"):
        return ""
    _, entries = front_matter(text)
    values = (entry.value for entry in entries if entry.key.strip().lower() in _DATE_KEYS)
    matches = (match for value in values if (match := _MONTH.search(value)))
    return next(map(_month, matches), "")


def _month(match: re.Match[str]) -> str:
    month = match[2] or match[3] or match[4]
    return f"{match[1]}-{int(month):02}"


def _by_git(path: str, of_folder: dict[str, dict[str, str]]) -> str:
    folder = os.path.dirname(path)
    if folder not in of_folder:
        of_folder[folder] = _added_below(folder, of_folder)
    return of_folder[folder].get(path, "")


def _added_below(folder: str, known: dict[str, dict[str, str]]) -> dict[str, str]:
    """The month of the commit that added each file, by path, for the whole repository that contains
    `folder`."""
    if not os.path.isdir(folder):
        return {}
    top = run_git("rev-parse", "--show-toplevel", folder=folder)
    root = os.fsdecode(top.out).rstrip("\n")
    if top.status or not root:
        return {}
    if root in known:
        return known[root]
    log = run_git(
        "log", "--diff-filter=A", "--no-renames", "--name-only", "-z", "--date=format:%Y-%m",
        "--format=%x00%x00%ad", folder=root,
    )  # fmt: skip
    by_path: dict[str, str] = {}
    for commit in os.fsdecode(log.out).split("\0\0\0"):
        month, _, names = commit.lstrip("\0").partition("\0")
        for name in names.split("\0"):
            if name.strip("\n"):
                by_path[os.path.join(root, name.strip("\n"))] = month.strip()
    known[root] = by_path
    return by_path
