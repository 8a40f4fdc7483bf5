"""The places of a text where a match of a regex may begin, by what all of its matches begin with.

A regex engine looks at every character, which takes 0.3 to 40 ns each; `str.find` goes on to the
next place that is worth a try in 0.1 ns, and several regexes may share what it finds. Of 385
regexes that a report is searched with, 326 begin with literals.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from reportlint._startup.namedtuple import NamedTuple

MOST_HEADS = 40  # of one regex; to look for more takes as long as to search
_FEW = 4  # heads of more than one character; of more, the first characters are looked for
_GAP = 60  # code points between two places, on average, below which a search is as quick

# Punctuation, geometric shapes, Han and kana, Hangul, full-width digits and punctuation.
_WITHOUT_CASE = (
    ("\u2010", "\u2027"),
    ("\u25a0", "\u25ff"),
    ("\u3001", "\u9fff"),
    ("\uac00", "\ud7a3"),
    ("\uff01", "\uff20"),
)


class Heads(NamedTuple):
    """What every match of a regex begins with: one of `texts`; nothing is known where there are
    none."""

    texts: tuple[str, ...] = ()
    at_line: bool = False  # whether every match begins where a line does


NO_HEADS = Heads()


def heads_of(texts: Sequence[str] | None, at_line: bool, ignore_case: bool) -> Heads:
    """The heads of a regex whose matches begin with one of `texts`; with `ignore_case` these are
    folded. None: not known."""
    if not texts or "" in texts:
        return NO_HEADS
    if ignore_case:
        texts = _in_either_case([text[0] for text in texts])
    shortest = {text for text in texts if not _is_led(text, texts)}
    if len(shortest) > _FEW:
        shortest = {text[0] for text in shortest}
    if not 0 < len(shortest) <= MOST_HEADS:
        return NO_HEADS
    return Heads(tuple(sorted(shortest)), at_line)


def _in_either_case(folded: Sequence[str]) -> list[str]:
    """Folded characters and their capitals; none where others are folded to one of them."""
    if not all(map(folds_alone, folded)):
        return []
    return [case for char in folded for case in (char, char.upper())]


def _is_led(text: str, texts: Iterable[str]) -> bool:
    """Whether another of `texts` is what `text` begins with."""
    return any(text != other and text.startswith(other) for other in texts)


def starts_in(text: str, heads: Heads) -> Sequence[int] | None:
    """Where in `text` a match may begin, ascending. None where a search is as quick: nothing is
    known, or the places are many."""
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
    """What has been looked for in `text`: the regexes ask about a text one after the other, and
    many begin alike."""
    return {}


def _places(text: str, part: str, most: int) -> list[int] | None:
    """Where `part` stands in `text`; None where that is more than `most` times."""
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
    """Whether nothing but `char` and its capital, if it has one, is folded to a text with `char` in
    it.

    Of other ASCII letters a long s, a ligature or the sign of the kelvin are. Punctuation, Han and
    Hangul have no case.
    """
    if char.isascii():
        return char in "bcdegmopqruvxz" or not char.isalpha()
    return any(first <= char <= last for first, last in _WITHOUT_CASE)
