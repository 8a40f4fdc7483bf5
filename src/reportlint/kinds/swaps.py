"""The option `swap`: a table of wrong and right texts. All literal rows together are one
pattern."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core.characters import NARROW_MARKS, WIDE_MARKS
from reportlint.core.lexicon import Lexicon
from reportlint.core.text import Text
from reportlint.patterns.rule_pattern import RulePattern, compile_regex, from_regex, from_words
from reportlint.patterns.words import folded

_HALF = str.maketrans(WIDE_MARKS, NARROW_MARKS)


class Swaps(NamedTuple):
    """A prepared table."""

    patterns: tuple[RulePattern, ...] = ()  # one of all literal texts, then one for each regex
    literals: Mapping[str, tuple[str, ...]] = {}  # the right texts by the `_key` of the wrong one
    of_regexes: tuple[tuple[str, ...], ...] = ()  # the right texts for each regex
    ignore_case: bool = False

    def of(self, pattern: RulePattern, match: Any) -> tuple[str, ...]:
        """The replacements for a match of one of the patterns."""
        at = self.patterns.index(pattern) - (len(self.patterns) - len(self.of_regexes))
        if at < 0:
            return self.literals[_key(match[0], self.ignore_case)]
        return tuple(str(match.expand(right)) for right in self.of_regexes[at])


def swaps_of(table: Mapping[str, Sequence[str]], lexicon: Lexicon, ignore_case: bool) -> Swaps:
    """The prepared table of an option `swap`. No regex is compiled."""
    if not table:
        return Swaps()
    literal = {wrong: right for wrong, right in table.items() if not _is_regex(wrong)}
    regexes = {wrong: right for wrong, right in table.items() if _is_regex(wrong)}
    words = from_words(literal, ignore_case)
    return Swaps(
        (
            *([words] if words else []),
            *(from_regex(r[1:-1], lexicon, ignore_case) for r in regexes),
        ),
        {_key(wrong, ignore_case): tuple(right) for wrong, right in literal.items()},
        tuple(map(tuple, regexes.values())),
        ignore_case,
    )


def bad_keys(table: Mapping[str, Sequence[str]]) -> Iterator[Text]:
    """The errors in the regexes among the keys, and a message for rows that would change
    nothing."""
    import regex

    from reportlint.patterns.regex_errors import in_chinese

    for wrong, right in table.items():
        if list(right) == [wrong]:
            yield Text(f"“{wrong}”换成它自己", f"“{wrong}” is swapped for itself")
        if not _is_regex(wrong) or "\\L<" in wrong:
            continue
        try:
            compile_regex(wrong[1:-1], Lexicon())
        except regex.error as error:
            reason = str(getattr(error, "msg", error))
            yield Text(f"正则 {wrong} 有误：{in_chinese(reason)}", f"bad regex {wrong}: {reason}")


def _is_regex(key: str) -> bool:
    return len(key) > 2 and key[0] == key[-1] == "/"


def _key(text: str, ignore_case: bool) -> str:
    """The lookup key of a text: literals match in either width, and in either case with
    `ignore_case`."""
    half = text.translate(_HALF)
    return folded(half, ignore_case)
