"""Whether a report was read by a program from pages: a scan, or a PDF.

Such a program loses markers and headings, and reads letters wrongly. So a number that is missing
from the text may well be on the page.
"""

from __future__ import annotations

from itertools import pairwise

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.typed import Any
from reportlint.core.characters import HAN

_FEW = 3  # signs that may be there by chance
_RISES = 5  # the greatest number of pages without their number between two with it
# What converters leave: an anchor or a picture of a page, a form feed.
_ANCHOR = lazy(r"<span id=\"page-[0-9]|_page_[0-9]+_|\f|<!--[ ]?[Pp]age[ ]?[0-9]")
_HYPHEN = lazy(r"[^\W\d_A-Z][-\u00ad¬]\r?\n(?:\r?\n)?[^\W\d_A-Z]{2}")  # Grund-/stück
_DIVIDED = tuple(hyphen + end for hyphen in "-\u00ad¬" for end in "\r\n")  # what each contains
_SPACES = 5  # spaces that a match of the next contains, at least
_SPACED_OUT = lazy(rf"(?:[{HAN}][ ]{{1,5}}){{{_SPACES}}}[{HAN}]")
_PAGE = lazy(
    r"(?im)^[ \t]*(?:[-–—－][ ]{0,2}(?P<a>[0-9]{1,3})[ ]{0,2}[-–—－]|(?:page|seite|página)[ ]"
    r"(?P<b>[0-9]{1,3})(?:[ ]?(?:/|of|von|de)[ ]?[0-9]{1,3})?|第[ ]?(?P<c>[0-9]{1,3})[ ]?页.{0,9})"
    r"[ \t]*$|[－—][ ](?P<d>[0-9]{1,3})[ ][－—][ \t]*$"
)


def is_of_pages(text: str) -> bool:
    """Whether a text shows at least three signs of one kind that it was read from pages: anchors of
    pages, words divided at the end of lines, spaces between all characters, page numbers."""
    return (
        _count(_ANCHOR, text) >= _FEW
        or (sum(map(text.count, _DIVIDED)) >= _FEW and _count(_HYPHEN, text) >= _FEW)
        or (text.count(" ") >= _FEW * _SPACES and _count(_SPACED_OUT, text) >= _FEW)
        or _numbered_pages(text) >= _FEW
    )


def _count(pattern: Any, text: str) -> int:
    """The number of matches of a pattern, at most three."""
    matches = pattern.finditer(text)
    return sum(1 for _ in zip(range(_FEW), matches, strict=False))


def _numbered_pages(text: str) -> int:
    """The number of lines that consist of a page number, each a little greater than the one
    before."""
    numbers = [int(match[match.lastgroup]) for match in _PAGE.finditer(text) if match.lastgroup]
    return bool(numbers) + sum(0 < b - a <= _RISES for a, b in pairwise(numbers))
