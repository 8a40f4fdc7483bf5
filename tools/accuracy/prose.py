"""The places of a report where faults may be planted, and its script.

Nothing is planted in code, comments, tables, URLs and front matter.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

_LEFT_ALONE = re.compile(
    r"""
    \A---\n.*?\n---\n                                   # front matter
    | ^[ \t>]*(?P<fence>```|~~~) .*? (?:^[ \t>]*(?P=fence)|\Z)
    | <!--.*?-->
    | `[^`\n]+`
    | https?://[^\s）)]+
    | \]\([^)\n]*\)                                     # the URL of a link
    | ^(?:[ ]{4,}|\t)(?![ \t]*(?:[-*+]|\d+[.)]|[^\x00-\x7f])).*?$   # indented code
    | ^[ \t]*\|.*?$                                     # a row of a table
    """,
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)
_HEADING = re.compile(r"(?m)^#{1,6}[ \t]+\S")

_SCRIPTS = {
    "kana": re.compile(r"[\u3040-\u30ff]"),
    "hangul": re.compile(r"[\uac00-\ud7af]"),
    "han": re.compile(r"[\u4e00-\u9fff]"),
}
_SHARE = 0.1  # a text with more characters of a script than this share is of that script


class Prose(NamedTuple):
    """The parts of a text where nothing is planted, as sorted starts with their ends, and the
    offsets of its headings."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    headings: tuple[int, ...]

    def holds(self, offset: int) -> bool:
        """Whether a fault may be planted at this offset."""
        before = bisect_right(self.starts, offset) - 1
        return before < 0 or offset >= self.ends[before]

    def heading_between(self, start: int, end: int) -> bool:
        """Whether a Markdown heading starts after `start` and before `end`."""
        return bisect_right(self.headings, end - 1) > bisect_right(self.headings, start)


@lru_cache(maxsize=4)
def prose_of(text: str) -> Prose:
    """The places of a text where faults may be planted. Cached for a few texts, since every planter
    needs them."""
    spans = [match.span() for match in _LEFT_ALONE.finditer(text)]
    starts = tuple(start for start, _ in spans)
    ends = tuple(end for _, end in spans)
    silent = Prose(starts, ends, ())
    headings = tuple(
        match.start() for match in _HEADING.finditer(text) if silent.holds(match.start())
    )
    return Prose(starts, ends, headings)


def line_start(text: str, offset: int) -> int:
    """The start of the line of this offset."""
    return text.rfind("\n", 0, offset) + 1


def line_end(text: str, offset: int) -> int:
    """The end of the line of this offset, before its line feed."""
    line_feed = text.find("\n", offset)
    return len(text) if line_feed < 0 else line_feed


def script_of(text: str) -> str:
    """han, kana, hangul or latin: the script of the language whose facts are replaced."""
    for script, sign in _SCRIPTS.items():
        if len(sign.findall(text)) > _SHARE * len(text):
            return script
    return "latin"
