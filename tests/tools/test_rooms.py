"""Changes of room: none within a room or outside the package, one for each step to another."""

from __future__ import annotations

import os

import pytest
from bench.rooms import Counts, changes, count, sample

A = "def outer(inner):\n    helper()\n    inner()\n    helper()\n\ndef helper():\n    pass\n"
B = "def inner():\n    pass\n"


def functions(*paths: str) -> list[dict[str, object]]:
    """The names of modules with these paths, made of A and B."""
    made = []
    for path, source in zip(paths, (A, B), strict=True):
        names: dict[str, object] = {}
        exec(compile(source, path.replace("/", os.sep), "exec"), names)
        made.append(names)
    return made


@pytest.mark.parametrize(
    ("first", "second", "counts"),
    [
        ("/p/text/a.py", "/p/text/a.py", Counts(4, 0, 0)),
        ("/p/text/a.py", "/elsewhere/b.py", Counts(3, 0, 0)),
        ("/p/text/a.py", "/p/text/b.py", Counts(4, 2, 0)),
        ("/p/text/a.py", "/p/_startup/namedtuple.py", Counts(3, 0, 0)),
        ("/p/text/a.py", "/p/kinds/b.py", Counts(4, 2, 2)),
    ],
)
def test_counted(first: str, second: str, counts: Counts) -> None:
    a, b = functions(first, second)
    outer, inner = a["outer"], b["inner"]
    assert callable(outer)
    package = "/p/".replace("/", os.sep)
    assert count(lambda: outer(inner), package) == counts


@pytest.mark.parametrize(("names", "number"), [("", 0), ("a", 0), ("aab", 1), ("abab", 3)])
def test_changes(names: str, number: int) -> None:
    assert changes(list(names)) == number


def test_the_report_has_six_kilobytes() -> None:
    assert 5_500 < len(sample().encode()) < 6_500
