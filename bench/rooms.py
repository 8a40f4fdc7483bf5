"""Calls from one room to another while one report is checked: `python -m bench.rooms [FILE]`.

A room is a folder under `src/reportlint/`. Counted are the changes of room in the order of the
calls: a function of a room is entered after one of another room, whichever called it. The report is
checked once before, so that modules are imported, rules prepared and caches filled. To make a value
is no call of another room, although `_startup` has the constructors.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

import reportlint
from reportlint import Linter

PACKAGE = os.path.dirname(reportlint.__file__ or "") + os.sep
PARAGRAPH = "一是抓好安全生产，检查企业二十三家；二是走访群众一百二十户；三是办理提案六件。\n\n"
CONSTRUCTORS = os.path.join("_startup", "namedtuple.py")
SECTIONS = ("主要工作", "存在的问题", "下一步打算")


class Counts(NamedTuple):
    """What a profile of one run of a function counts."""

    calls: int  # of functions of the package
    modules: int  # changes from one module to another
    rooms: int  # changes from one room to another


def sample(size: int = 2_000) -> str:
    """A Chinese report of about `size` code points, three bytes each."""
    parts = [
        f"{'一二三'[at]}、{title}\n\n" + PARAGRAPH * (size // len(SECTIONS) // len(PARAGRAPH))
        for at, title in enumerate(SECTIONS)
    ]
    return f"某某局工作总结\n\n{''.join(parts)}某某局\n2026年3月2日\n"


def count(work: Callable[[], object], package: str = PACKAGE) -> Counts:
    """The counts of one run of `work`, of the functions below the folder `package`."""
    modules: list[str] = []
    names: dict[str, str] = {}

    def note(frame: FrameType, event: str, argument: Any) -> None:
        if event == "call":
            path = frame.f_code.co_filename
            name = names.get(path)
            if name is None:
                name = names[path] = path[len(package) :] if path.startswith(package) else ""
            if name and name != CONSTRUCTORS:
                modules.append(name)

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    rooms = [name.partition(os.sep)[0] for name in modules]
    return Counts(len(modules), changes(modules), changes(rooms))


def changes(names: list[str]) -> int:
    """How often a name differs from the one before it."""
    return sum(name != before for before, name in pairwise(names))


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.rooms", description=__doc__)
    parser.add_argument(
        "file", nargs="?", type=Path, help="a report; by default a made one of 6 kB"
    )
    file = parser.parse_args().file
    text = file.read_text(encoding="utf-8") if file else sample()
    path = str(file) if file else "a.txt"
    linter = Linter()
    linter.lint(text, path=path)
    counts = count(lambda: linter.lint(text, path=path))
    print(f"{len(text.encode()):,} bytes: {counts.calls:,} calls, {counts.modules:,} changes of")
    print(f"module, {counts.rooms:,} changes of room")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
