"""Whether a regex may match in a text, answered without running the regex.

Compiling a regex costs more than searching a report with it, and most reports contain no XX, no 【
and no TODO. So for each regex the literals that a text must contain are known (`literals.py`
derives them from its source, `prefilter_table.py` caches them), and among these a few that most
texts lack. Other modules call `Prefilter.may_match` for one regex and `PatternGroup.candidates` for
many. A wrong "no" would hide findings; a wrong "yes" only costs time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.characters import is_han
from reportlint.patterns.heads import NO_HEADS, Heads, folds_alone

LiteralSets = tuple[tuple[str, ...], ...]
"""A text in which a regex matches contains a literal of each set; () if nothing is known."""

MOST_IN_SET = 80  # literals; finding more takes longer than a search
_PIECE = 1 << 16  # code points folded at a time
_SHORT = 500  # code points; more of the shorter texts are cached
# Approximate frequency of a character in reports; it affects only the speed.
_COMMON, _HAN, _UNCOMMON = 100, 10, 1
_COST = (
    dict.fromkeys(" \t\r\n0123456789，。、；：（）,.年月日", _COMMON)
    | dict.fromkeys("etaoinsrhldcumfpgwybvkxjqz", 30)
    | dict.fromkeys("-/:;()", 20)
    | dict.fromkeys("《》“”ETAOINSRHLDCUMFPGWYBVKJQ", 3)
)
_COST_OF_TEXT = 40  # of several characters, which take longer to find than one


def fold_case(text: str) -> str:
    """`text` folded: texts that differ only in case become equal. The last results are cached,
    because many regexes ask about each text."""
    return _fold_short(text) if len(text) < _SHORT else _fold_long(text)


@lru_cache(maxsize=256)
def _fold_short(text: str) -> str:
    return fold(text)


@lru_cache(maxsize=1)
def _fold_long(text: str) -> str:
    folded = fold(text)
    return text if folded == text else folded


class Prefilter(NamedTuple):
    """The literals that a text must contain for a regex to match in it. If none are known, it may
    match in any text."""

    literal_sets: LiteralSets = ()  # of the folded text if `ignore_case`
    rare: tuple[str, ...] = ()  # the unfolded text contains at least one of them
    ignore_case: bool = False
    heads: Heads = NO_HEADS  # what each match begins with
    within_line: bool = False  # whether a match depends only on the line that it is in

    def may_match(self, text: str) -> bool:
        """Whether the regex may match in `text`; False is certain."""
        return self.may_match_quickly(text) and self.has_literals(text)

    def may_match_quickly(self, text: str) -> bool:
        """Like `may_match`, by the rare literals only: it rules out fewer texts, and takes no
        longer than a search."""
        return not self.rare or any(literal in text for literal in self.rare)

    def has_literals(self, text: str) -> bool:
        """Like `may_match`, by the literal sets only."""
        if self.ignore_case and self.literal_sets:
            text = fold_case(text)
        return holds(text, self.literal_sets)


def holds(text: str, literal_sets: LiteralSets) -> bool:
    """Whether `text` contains a literal of each set."""
    for literals in literal_sets:
        for literal in literals:
            # one character is found five times as fast as several
            if literal[0] in text and (len(literal) == 1 or literal in text):
                break
        else:
            return False
    return True


def prefilter_of(literal_sets: LiteralSets, ignore_case: bool) -> Prefilter:
    """The prefilter of a regex with these literal sets."""
    return Prefilter(literal_sets, _rarest(literal_sets, ignore_case), ignore_case)


def any_of(all_sets: Iterable[LiteralSets]) -> LiteralSets:
    """The literal sets of a regex of alternatives, from those of each alternative. Several
    alternatives have one joint set, or none."""
    alternatives = list(all_sets)
    if len(alternatives) == 1:
        return alternatives[0]
    best = [_most_telling(sets) for sets in alternatives]
    joined = tuple(dict.fromkeys(literal for literals in best for literal in literals))
    return (joined,) if joined and all(best) and len(joined) <= MOST_IN_SET else ()


def _most_telling(literal_sets: LiteralSets) -> tuple[str, ...]:
    if len(literal_sets) < 2:
        return literal_sets[0] if literal_sets else ()
    return min(literal_sets, key=telling)


def fold(text: str) -> str:
    """`text` folded: texts that differ only in case become equal."""
    # in pieces, because `casefold` of a whole text takes twelve bytes per code point
    if len(text) > _PIECE:
        pieces = (text[at : at + _PIECE].casefold() for at in range(0, len(text), _PIECE))
        folded = "".join(pieces)
    else:
        folded = text.casefold()
    return folded if folded.isascii() else folded.replace("ı", "i").replace("i̇", "i")


def telling(literals: Sequence[str]) -> tuple[int, int]:
    """A sort key. The smaller it is, the rarer the literals are likely to be: long ones, few of
    them, no digits."""
    digits = any(literal.isdigit() for literal in literals)
    return -min(map(len, literals)) + 2 * digits, len(literals)


def present_in(text: str, literals: Iterable[str]) -> list[str]:
    """The literals that `text` may contain. An ASCII literal may also be returned if it is
    interrupted by other characters that are not ASCII."""
    # much shorter in a Chinese report, and searched ten times as fast
    ascii_text = text.encode("ascii", "ignore").decode("ascii")
    return [
        literal for literal in literals if literal in (ascii_text if literal.isascii() else text)
    ]


def _rarest(literal_sets: LiteralSets, ignore_case: bool) -> tuple[str, ...]:
    """The rarest literals of which a text must contain at least one for the literal sets to allow
    it; () if none are known."""
    choices = [choice for literals in literal_sets for choice in _choices(literals, ignore_case)]
    rarest = min(filter(None, choices), key=lambda choice: sum(map(_cost, choice)), default=())
    return tuple(sorted(rarest))


def _choices(literals: Sequence[str], ignore_case: bool) -> Iterator[frozenset[str]]:
    """The sets that may stand for a literal set: one character of each of its literals, or the
    literals themselves."""
    if not ignore_case:
        yield frozenset(
            text
            for text in literals
            if not any(other in text for other in literals if other != text)
        )
        yield frozenset(min(text, key=_cost) for text in literals)
    elif all(any(map(folds_alone, text)) for text in literals):
        chars = {min(filter(folds_alone, text), key=_cost) for text in literals}
        yield frozenset(chars | {char.upper() for char in chars})


def _cost(literal: str) -> int:
    if len(literal) == 1:
        return _COST.get(literal, _HAN if is_han(literal) else _UNCOMMON)
    return _COMMON if literal.isdecimal() else _COST_OF_TEXT
