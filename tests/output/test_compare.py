"""New, fixed and remaining findings since an earlier report."""

from __future__ import annotations

import pytest

from reportlint.core.diagnostic import ERROR, Diagnostic
from reportlint.core.report import Report
from reportlint.core.span import Span
from reportlint.output.compare import Earlier, compare
from support.sample import file

TEXT = "行\n" * 9


def now(*lines_and_messages: tuple[int, str]) -> Report:
    diagnostics = [
        Diagnostic("x", ERROR, Span(2 * line - 2, 2 * line - 1), message)
        for line, message in lines_and_messages
    ]
    return Report((file("a.md", *diagnostics, text=TEXT),))


def then(line: int, message: str, path: str = "a.md", rule: str = "x") -> Earlier:
    return Earlier(path, line, rule, "error", message)


@pytest.mark.parametrize(
    ("earlier", "current"),
    [
        ([], []),
        ([then(1, "甲")], [(1, "甲")]),
        ([then(1, "甲")], [(7, "甲")]),  # lines came before it
        ([then(1, "甲"), then(2, "甲")], [(1, "甲"), (2, "甲")]),
    ],
)
def test_nothing_has_changed(earlier: list[Earlier], current: list[tuple[int, str]]) -> None:
    result = compare(now(*current), earlier)
    assert (len(result.new), result.gone, result.still) == (0, (), len(current))


@pytest.mark.parametrize(
    ("earlier", "current", "new", "gone", "still"),
    [
        ([], [(1, "甲")], {(0, 0)}, 0, 0),
        ([then(1, "甲")], [], set(), 1, 0),
        ([then(1, "甲")], [(1, "乙")], {(0, 0)}, 1, 0),
        ([then(1, "甲", rule="y")], [(1, "甲")], {(0, 0)}, 1, 0),
        ([then(1, "甲")], [(1, "甲"), (2, "甲")], {(0, 1)}, 0, 1),
        ([then(1, "甲"), then(2, "甲")], [(2, "甲")], set(), 1, 1),
    ],
)
def test_what_has_changed(
    earlier: list[Earlier],
    current: list[tuple[int, str]],
    new: set[tuple[int, int]],
    gone: int,
    still: int,
) -> None:
    result = compare(now(*current), earlier)
    assert (set(result.new), len(result.gone), result.still) == (new, gone, still)


def test_a_file_that_was_not_checked_is_not_called_mended() -> None:
    result = compare(now(), [then(1, "甲", path="b.md"), then(1, "甲")])
    assert [finding.path for finding in result.gone] == ["a.md"]
    assert result.unchecked == 1
