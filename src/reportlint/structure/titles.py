"""Titles of sections: the title without its ordinal marker, and whether it is one of those that a report type accepts."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.ordinals.matcher import Matcher
from reportlint.ordinals.style import MarkerReading

MARKS = " \t\r\n\u00a0\u3000\u200b\u200c\u200d\ufeff*_~`"  # what may stand around a title and is no part of it
_ENDS = MARKS + "：:。.；;、，,"
_JOINTS = lazy(r"以及|[和及与、，,;；/&+]|\band\b")
_ONE_JOINT = str.maketrans(dict.fromkeys("和及与，,;；/&+", "、"))

EXACT, PART, SEARCH = 3, 2, 1  # how well a title fits, 0 is not at all


def title_start(
    text: str, start: int, end: int, matcher: Matcher
) -> tuple[int, MarkerReading | None]:
    """Where the title in `text[start:end]` begins behind its ordinal marker, and that marker, the longest where several fit."""
    start = _skip_marks(text, start, end)
    marker = matcher.at(text, start, end)
    return (_skip_marks(text, marker.end, end) if marker else start), marker


def _skip_marks(text: str, start: int, end: int) -> int:
    while start < end and text[start] in MARKS:
        start += 1
    return start


def bare(text: str) -> str:
    """A title without marks around it and without a colon or full stop at its end."""
    return text.lstrip(MARKS).rstrip(_ENDS)


@lru_cache(maxsize=2048)
def normal(title: str) -> str:
    """A title for comparing: bare, of one width, no spaces between Han characters, no case."""
    return _without_spaces(unicodedata.normalize("NFKC", bare(title)).strip(_ENDS)).casefold()


def _without_spaces(text: str) -> str:
    """`text` with no spaces between Han characters, and with one space where there are others."""
    words = text.split()
    if len("".join(words)) == len(text):
        return text
    joined = " " if text[:1].isspace() else ""
    for index, word in enumerate(words):
        if index and not (_is_han(words[index - 1][-1]) and _is_han(word[0])):
            joined += " "
        joined += word
    return joined + " " if words and text[-1].isspace() else joined


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


@lru_cache(maxsize=2048)
def parts(title: str) -> tuple[str, ...]:
    """The parts that 和, 及, 与, 、 or / join in a title already made `normal`; none where it is one piece."""
    if "and" in title:
        pieces = _JOINTS.split(title)
    else:
        pieces = title.replace("以及", "、").translate(_ONE_JOINT).split("、")
    if len(pieces) == 1:
        return ()
    return tuple([piece.strip() for piece in pieces if piece.strip()])


class Title(NamedTuple):
    """A title in the forms that it is compared in, so that they are made once for all sections of a type."""

    text: str
    name: str  # as `normal` makes it
    parts: tuple[str, ...]


def title_of(text: str) -> Title:
    """The title with all its forms."""
    name = normal(text)
    return Title(text, name, parts(name))


def fit(title: Title, accepted: frozenset[str], pattern: Any) -> int:
    """How well `title` fits: it is one of the `accepted`, a part of it is, or `pattern` (which may be None) is found in it."""
    if title.name in accepted:
        return EXACT
    if title.parts and not accepted.isdisjoint(title.parts):
        return PART
    return SEARCH if pattern and pattern.search(title.text) else 0
