"""Whether a regex may match in a text, answered without the regex.

Compiling a regex costs more than searching a report with it, and most reports hold no XX, no 【 and
no TODO. So of each regex is known what literals a text must hold (`literals.py` reads them off its
source, `prefilter_table.py` keeps them), and of these a few that most texts lack. The rest of the
program asks `Prefilter.may_match` of one regex, `PatternGroup.candidates` of many; a wrong "no"
would hide findings, a wrong "yes" only costs time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from reportlint._startup.namedtuple import NamedTuple
from reportlint.patterns.heads import NO_HEADS, Heads, folds_alone

LiteralSets = tuple[tuple[str, ...], ...]
"""A text in which a regex matches holds at least one literal of each set; () is nothing known."""
Literals = frozenset[str]

MOST_IN_SET = 80  # literals; to look for more takes longer than to search
_PIECE = 1 << 16  # code points that are folded at once
_SHORT = 500  # code points; of the texts that are shorter, more are remembered
# How often a character is met in reports, roughly; only speed depends on it.
_COMMON, _HAN, _UNCOMMON = 100, 10, 1
_COST = (
    dict.fromkeys(" \t\r\n0123456789，。、；：（）,.年月日", _COMMON)
    | dict.fromkeys("etaoinsrhldcumfpgwybvkxjqz", 30)
    | dict.fromkeys("-/:;()", 20)
    | dict.fromkeys("《》“”ETAOINSRHLDCUMFPGWYBVKJQ", 3)
)
_COST_OF_TEXT = 40  # of several characters, which take longer to look for than one


def fold_case(text: str) -> str:
    """`text` such that what differs only in case is the same. The last texts are remembered: many
    regexes ask about each."""
    return _fold_short(text) if len(text) < _SHORT else _fold_long(text)


@lru_cache(maxsize=256)
def _fold_short(text: str) -> str:
    return fold(text)


@lru_cache(maxsize=1)
def _fold_long(text: str) -> str:
    folded = fold(text)
    return text if folded == text else folded


class Prefilter(NamedTuple):
    """What a text must hold for a regex to match in it; without any of it, every text may match."""

    literal_sets: LiteralSets = ()  # about the folded text with `ignore_case`
    rare: Literals = frozenset()  # about the text as it is: literals one of which it holds
    ignore_case: bool = False
    heads: Heads = NO_HEADS  # what each match begins with
    within_line: bool = False  # whether a line tells all that the regex looks at for a match in it

    def may_match(self, text: str) -> bool:
        """Whether the regex may match in `text`; False is certain."""
        return self.may_match_quickly(text) and self.has_literals(text)

    def may_match_quickly(self, text: str) -> bool:
        """As `may_match`, by the rare literals only: rules out less, and takes no longer than a
        search."""
        return not self.rare or any(literal in text for literal in self.rare)

    def has_literals(self, text: str) -> bool:
        """As `may_match`, by the literal sets only."""
        if self.ignore_case and self.literal_sets:
            text = fold_case(text)
        return holds(text, self.literal_sets)


def holds(text: str, literal_sets: LiteralSets) -> bool:
    """Whether `text` holds a literal of each set."""
    for literals in literal_sets:
        for literal in literals:
            # one character is looked for five times as quickly as several
            if literal[0] in text and (len(literal) == 1 or literal in text):
                break
        else:
            return False
    return True


def prefilter_of(literal_sets: LiteralSets, ignore_case: bool) -> Prefilter:
    """The prefilter of a regex with these literal sets."""
    return Prefilter(literal_sets, _rarest(literal_sets, ignore_case), ignore_case)


def any_of(all_sets: Iterable[LiteralSets]) -> LiteralSets:
    """The literal sets of a regex of which one alternative must match: of more than one alternative
    one set, or none."""
    alternatives = list(all_sets)
    if len(alternatives) == 1:
        return alternatives[0]
    best = [min(sets, key=telling) if sets else () for sets in alternatives]
    joined = tuple(dict.fromkeys(literal for literals in best for literal in literals))
    return (joined,) if joined and all(best) and len(joined) <= MOST_IN_SET else ()


def fold(text: str) -> str:
    """`text` such that what differs only in case is the same."""
    # piece by piece, since `casefold` of a whole text takes twelve bytes a code point
    if len(text) > _PIECE:
        pieces = (text[at : at + _PIECE].casefold() for at in range(0, len(text), _PIECE))
        folded = "".join(pieces)
    else:
        folded = text.casefold()
    return folded if folded.isascii() else folded.replace("ı", "i").replace("i̇", "i")


def telling(literals: Sequence[str]) -> tuple[int, int]:
    """The smaller, the rarer the literals are likely to be: long ones, few of them, no digits."""
    digits = any(literal.isdigit() for literal in literals)
    return -min(map(len, literals)) + 2 * digits, len(literals)


def present_in(text: str, literals: Iterable[str]) -> list[str]:
    """Those of `literals` that `text` may hold; of ASCII ones also some that stand there only if
    what is not ASCII is left out."""
    # shorter by far in a Chinese report, and searched ten times as quickly
    ascii_text = text.encode("ascii", "ignore").decode("ascii")
    return [
        literal for literal in literals if literal in (ascii_text if literal.isascii() else text)
    ]


def _rarest(literal_sets: LiteralSets, ignore_case: bool) -> Literals:
    """Literals one of which is in every text that the literal sets allow; none where nothing is
    known."""
    choices = [choice for literals in literal_sets for choice in _choices(literals, ignore_case)]
    return min(
        filter(None, choices), key=lambda choice: sum(map(_cost, choice)), default=frozenset()
    )


def _choices(literals: Sequence[str], ignore_case: bool) -> Iterator[Literals]:
    """What may stand for a literal set: a character of each of its literals, or the literals
    themselves."""
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
        return _COST.get(literal, _HAN if "\u3400" <= literal <= "\u9fff" else _UNCOMMON)
    return _COMMON if literal.isdecimal() else _COST_OF_TEXT
