"""Signs: characters without which a regex finds nothing.

A rule has a hundred regexes, and a text gives hardly any of them a chance. Whether one character is in a text is told in a
fraction of a microsecond, whether a word is takes several times that, and to collect all characters of a text costs more than
everything else that a rule does. So of what each regex demands a few characters are chosen that most texts lack; a text is
asked once which signs of a rule it holds, and only the regexes of these are looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.patterns.demands import Clauses

Signs = frozenset[str]

# How often a character is met in reports, roughly: only speed depends on it.
_OFTEN, _HAN, _RARE = 100, 10, 1
_COST = dict.fromkeys(" \t\r\n0123456789，。、；：（）,.年月日", _OFTEN) | dict.fromkeys(
    "etaoinsrhldcumfpgwybvkxjqz", 30
)
_COST |= dict.fromkeys("-/:;()", 20) | dict.fromkeys("《》“”ETAOINSRHLDCUMFPGWYBVKJQ", 3)
_TEXT = 40  # of a text of several characters, which takes longer to look for


def signs_of(needs: Clauses, ignore_case: bool = False) -> Signs:
    """Characters (or texts, where each character is everywhere) one of which is in what meets `needs`; none where nothing is known.

    With `ignore_case` the clauses are about the folded text and the signs about the text as it is.
    """
    found = [signs for clause in needs for signs in _of_clause(clause, ignore_case) if signs]
    return min(found, key=lambda signs: sum(map(_cost, signs)), default=frozenset())


def either(all_signs: Iterable[Signs]) -> Signs:
    """The signs of several regexes, of which one must match; none where nothing is known of one of them."""
    known = tuple(all_signs)
    return frozenset().union(*known) if all(known) else frozenset()


def union(all_signs: Iterable[Signs]) -> Signs:
    """All signs of several regexes."""
    return frozenset(sign for signs in all_signs for sign in signs)


def seen(signs: Iterable[str], text: str) -> Signs:
    """Those of `signs` that `text` holds; of a text in ASCII perhaps one that stands there only if what is not ASCII is left out."""
    bare = text.encode("ascii", "ignore").decode(
        "ascii"
    )  # shorter by far in a Chinese report, and searched ten times as quickly
    return frozenset([sign for sign in signs if sign in (bare if sign.isascii() else text)])


def _of_clause(clause: Sequence[str], ignore_case: bool) -> Iterator[Signs]:
    """What may stand for a clause: a character of each of its texts, or the texts themselves."""
    if not ignore_case:
        yield frozenset(
            text for text in clause if not any(other in text for other in clause if other != text)
        )
        yield frozenset(min(text, key=_cost) for text in clause)
    elif all(any(map(_two_faced, text)) for text in clause):
        chosen = {min(filter(_two_faced, text), key=_cost) for text in clause}
        yield frozenset(chosen | {char.upper() for char in chosen})


def _two_faced(char: str) -> bool:
    """Whether nothing but `char` and its capital, if it has one, is folded to a text with `char` in it.

    Of ASCII letters others are: a long s, a ligature, the sign of the kelvin. Han characters have no case.
    """
    return (
        char in "bcdegmopqruvxz"
        or char.isascii()
        and not char.isalpha()
        or "\u3001" <= char <= "\u9fff"
    )


def _cost(sign: str) -> int:
    if len(sign) == 1:
        return _COST.get(sign, _HAN if "\u3400" <= sign <= "\u9fff" else _RARE)
    return _OFTEN if sign.isdecimal() else _TEXT
