"""The offsets in a text at which a match of a regex may begin, from the literals that all its
matches begin with.

A regex engine looks at every character, which takes 0.3 to 40 ns each. `str.find` takes 0.1 ns to
reach the next candidate, and several regexes may share its results. Of 385 regexes that a report is
searched with, 326 begin with literals.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from reportlint._startup.namedtuple import NamedTuple

MOST_HEADS = 40  # of one regex; finding more takes as long as a search
_FEW = 4  # heads; if there are more, only their first characters are searched for
_GAP = 60  # mean code points between two offsets, below which a search is as fast

# Punctuation, geometric shapes, Han and kana, Hangul, full-width digits and punctuation.
_WITHOUT_CASE = (
    ("\u2010", "\u2027"),
    ("\u25a0", "\u25ff"),
    ("\u3001", "\u9fff"),
    ("\uac00", "\ud7a3"),
    ("\uff01", "\uff20"),
)


class Heads(NamedTuple):
    """The literals that the matches of a regex begin with: every match begins with one of `texts`.
    () if they are unknown."""

    texts: tuple[str, ...] = ()
    at_line: bool = False  # whether every match begins at the start of a line


NO_HEADS = Heads()


def heads_of(texts: Sequence[str] | None, at_line: bool, ignore_case: bool) -> Heads:
    """The heads of a regex whose matches begin with one of `texts` (None if unknown). With
    `ignore_case`, `texts` must be folded."""
    if not texts or "" in texts:
        return NO_HEADS
    if ignore_case:
        texts = _in_either_case([text[0] for text in texts])
    shortest = {text for text in texts if not _has_shorter_prefix(text, texts)}
    if len(shortest) > _FEW:
        shortest = {text[0] for text in shortest}
    if not 0 < len(shortest) <= MOST_HEADS:
        return NO_HEADS
    return Heads(tuple(sorted(shortest)), at_line)


def _in_either_case(folded: Sequence[str]) -> list[str]:
    """The folded characters and their capitals; [] if other characters fold to one of them."""
    if not all(map(folds_alone, folded)):
        return []
    return [case for char in folded for case in (char, char.upper())]


def _has_shorter_prefix(text: str, texts: Iterable[str]) -> bool:
    """Whether `text` begins with another of `texts`."""
    return any(text != other and text.startswith(other) for other in texts)


def starts_in(text: str, heads: Heads) -> Sequence[int] | None:
    """The offsets in `text` at which a match may begin, ascending. None if a search is as fast,
    because nothing is known or there are many offsets."""
    if not heads.texts:
        return None
    most = len(text) // _GAP
    known = _known_places(text)
    starts: list[int] = []
    for head in heads.texts:
        sought = f"\n{head}" if heads.at_line else head
        if sought not in known:
            known[sought] = _places(text, sought, most)
        places = known[sought]
        if places is None or len(starts) + len(places) > most:
            return None
        starts += places
    if heads.at_line:
        starts = [at + 1 for at in starts]
        if text.startswith(heads.texts):
            starts.append(0)
    return sorted(starts) if len(heads.texts) > 1 or heads.at_line else starts


@lru_cache(maxsize=2)
def _known_places(text: str) -> dict[str, list[int] | None]:
    """The cache of offsets in `text`, by literal. Regexes are searched in a text one after the
    other, and many begin alike."""
    return {}


def _places(text: str, part: str, most: int) -> list[int] | None:
    """The offsets of `part` in `text`; None if there are more than `most`."""
    if len(part) == 1 and text.count(part) > most:
        return None
    places: list[int] = []
    at = text.find(part)
    while at >= 0:
        if len(places) >= most:
            return None
        places.append(at)
        at = text.find(part, at + 1)
    return places


def folds_alone(char: str) -> bool:
    """Whether only `char` and its capital, if it has one, fold to a text that contains `char`.

    This excludes the ASCII letters to which a long s, a ligature or the kelvin sign folds.
    Punctuation, Han and Hangul have no case.
    """
    if char.isascii():
        return char in "bcdegmopqruvxz" or not char.isalpha()
    return any(first <= char <= last for first, last in _WITHOUT_CASE)
