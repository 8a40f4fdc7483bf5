"""Shorten lines that are too long to be shown whole: a paragraph of a Chinese report is one
line."""

from __future__ import annotations

LONGEST = 120  # code points of a line that is shown, at most


def shortened(line: str, column: int) -> str:
    """At most LONGEST code points of a line around `column` (from 1), with an ellipsis on each side
    where text is left out."""
    if len(line) <= LONGEST:
        return line
    start = min(max(0, column - 1 - LONGEST // 2), len(line) - LONGEST)
    end = start + LONGEST
    before, after = "…" * (start > 0), "…" * (end < len(line))
    return f"{before}{line[start + len(before) : end - len(after)]}{after}"
