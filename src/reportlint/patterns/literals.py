"""The literals that a regex requires in a text, and those that its matches begin with, derived from
its source.

The result is on the safe side: a construct that is not understood requires nothing.
`tests/patterns/test_literals.py` compares it with what the engine finds.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from reportlint._startup.namedtuple import NamedTuple
from reportlint.patterns.heads import NO_HEADS, Heads, folds_alone, heads_of
from reportlint.patterns.prefilter import (
    MOST_IN_SET,
    LiteralSets,
    any_of,
    fold,
    telling,
)

_MOST_VARIANTS = 24  # texts that a part of a regex may stand for
_ANY_CASE = "(?i)"
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v"}
_CODE_DIGITS = {"x": 2, "u": 4, "U": 8}
# escapes that match a line break, look beyond a line, or are not understood here
_OVER_LINES = "sWDRXAZzmMNvGK"
_NAMED = ("\\p", "\\P", "\\L")  # within a class
_IN_LINES = frozenset(
    rf"\p{{{name}}}" for name in ("Han", "L", "Lu", "Ll", "N", "Nd", "P", "Hebrew", "Arabic")
)


class Required(NamedTuple):
    """The literals that a text must contain for a regex to match in it, and those that each match
    begins with."""

    literal_sets: LiteralSets = ()  # the most selective first
    heads: Heads = NO_HEADS
    # Whether a match, and all text that the regex looks at around it, is within one line.
    within_line: bool = False


def required_by(source: str, ignore_case: bool) -> Required:
    """The literals that a regex requires. With `ignore_case`, its literal sets are for text folded
    by `fold`; its heads are always for unfolded text."""
    parser = _Parser(source, ignore_case)
    try:
        part = parser.parse()
    except (_NotUnderstoodError, IndexError, ValueError):
        return Required()
    sets = tuple(sorted(dict.fromkeys(part.all_sets), key=telling))
    heads = heads_of(part.heads, part.at_line, ignore_case)
    return Required(sets, heads, parser.within_line)


class _NotUnderstoodError(Exception):
    """The source contains a construct that this parser does not understand."""


_Variants = list[str] | None
"""All texts that a part can match; None if they are unknown or too many."""


class _Part(NamedTuple):
    """A part of a regex."""

    variants: _Variants
    sets: Sequence[tuple[str, ...]] = ()  # literal sets of its inner parts, besides the variants
    # Texts, one of which each match begins with, "" if it may be empty; None if unknown.
    heads: _Variants = None
    at_line: bool = False  # whether it matches only at the start of a line

    @property
    def all_sets(self) -> list[tuple[str, ...]]:
        """All literal sets of the part, including the one that its variants make."""
        return [*self.sets, *_as_set(self.variants)]


_UNKNOWN = _Part(None)
_EMPTY = _Part([""], (), [""])


class _Parser:
    """Parses one regex source from left to right."""

    def __init__(self, source: str, ignore_case: bool) -> None:
        self.source = source
        self.at = 0
        self.ignore_case = ignore_case
        # whether letters match in any case here, although the text is not folded
        self.any_case = False
        # whether no construct so far matches a line break, or looks beyond a line
        self.within_line = True

    def parse(self) -> _Part:
        self._refuse_flags()
        if self.source.startswith(_ANY_CASE):
            self.at = len(_ANY_CASE)
            self.any_case = not self.ignore_case
        part = self.alternatives()
        if self.at < len(self.source):
            raise _NotUnderstoodError
        return part

    def _refuse_flags(self) -> None:
        set_operators = "&&" in self.source or "--" in self.source and "[[" in self.source
        if set_operators or _ANY_CASE in self.source[1:] or "(?x" in self.source:
            raise _NotUnderstoodError

    def alternatives(self) -> _Part:
        """Parse alternatives, up to a closing bracket or the end."""
        branches = [self.sequence()]
        while self.source[self.at : self.at + 1] == "|":
            self.at += 1
            branches.append(self.sequence())
        if len(branches) == 1:
            return branches[0]
        heads = _united([branch.heads for branch in branches], MOST_IN_SET)
        at_line = all(branch.at_line for branch in branches)
        variants = _united([branch.variants for branch in branches], _MOST_VARIANTS)
        if variants is not None:
            return _Part(variants, (), heads, at_line)
        sets = any_of(tuple(branch.all_sets) for branch in branches)
        return _Part(None, sets, heads, at_line)

    def sequence(self) -> _Part:
        run: list[str] = [""]  # the variants of the parts since the last unknown one
        sets: list[tuple[str, ...]] = []
        heads: _Variants = [""]  # the same as `run` as long as all parts are known
        complete, at_line = True, False
        begin = self.at
        while self.at < len(self.source) and self.source[self.at] not in "|)":
            is_first = self.at == begin
            part, repeats = self.quantified()
            at_line |= is_first and part.at_line
            sets += part.sets
            variants = part.variants
            fits = variants is not None and len(run) * len(set(variants)) <= _MOST_VARIANTS
            heads = _continued(heads, part.heads)
            if fits and variants is not None:
                run = [before + after for before, after in product(run, dict.fromkeys(variants))]
                heads = run if complete else heads
                if not repeats:
                    continue
            complete = False
            sets += _as_set(run)
            run = [""] if variants is None else list(dict.fromkeys(variants))  # ab+c: ab and bc
        if complete:
            return _Part(run, sets, run, at_line)
        return _Part(None, [*sets, *_as_set(run)], heads, at_line)

    def quantified(self) -> tuple[_Part, bool]:
        """Parse a part with its quantifier. Also returns whether the part may repeat: then it
        begins and ends with one of its variants."""
        part = self.atom()
        variants, sets, heads, _ = part
        low, high = self.quantifier()
        if low == high == 1:
            return part, False
        if low == 0:
            some = [*variants, ""] if variants is not None and high == 1 else None
            return _Part(some, (), None if heads is None else [*heads, ""]), False
        if variants is None:
            return _Part(None, sets, heads), False
        if low <= _MOST_VARIANTS and len(set(variants)) ** low <= _MOST_VARIANTS:
            texts = ["".join(texts) for texts in product(dict.fromkeys(variants), repeat=low)]
            return _Part(texts, sets, texts), low != high
        return _Part(None, [*sets, *_as_set(variants)], heads), False

    def quantifier(self) -> tuple[int, int]:
        """The minimum and maximum of the quantifier at this position, -1 for no maximum; (1, 1) if
        there is no quantifier."""
        char = self.source[self.at : self.at + 1]
        if char == "{":
            low, high = self._braces()
        elif char and char in "*+?":
            low, high = {"*": (0, -1), "+": (1, -1), "?": (0, 1)}[char]
            self.at += 1
        else:
            return 1, 1
        if self.source[self.at : self.at + 1] in ("?", "+"):
            self.at += 1  # lazy or possessive
        return low, high

    def _braces(self) -> tuple[int, int]:
        end = self.source.index("}", self.at)
        first, comma, last = self.source[self.at + 1 : end].partition(",")
        if first and not first.isdigit() or last and not last.isdigit():
            raise _NotUnderstoodError  # fuzzy matching, or a literal brace
        self.at = end + 1
        low = int(first or 0)
        return low, int(last) if last else -1 if comma else low

    def atom(self) -> _Part:
        char = self.source[self.at]
        if char == "(":
            return self.group()
        if char == "[":
            return self.character_class()
        if char == "\\":
            return self.escape()
        self.at += 1
        if char in "^$":
            return _EMPTY._replace(at_line=char == "^")
        return _UNKNOWN if char == "." else self.literal(char)

    def literal(self, char: str) -> _Part:
        self.within_line &= char != "\n"
        if self.any_case and _has_case(char):
            return _Part(None, (), _in_any_case([char]))
        text = fold(char) if self.ignore_case else char
        return _Part([text], (), [text])

    def escape(self) -> _Part:
        letter, follows = self.source[self.at + 1], self.source[self.at + 2 : self.at + 3]
        if letter in _CODE_DIGITS:
            code = self.source[self.at + 2 : self.at + 2 + _CODE_DIGITS[letter]]
            self.at += 2 + len(code)
            return self.literal(chr(int(code, 16)))
        if letter in "pPNLgk":
            closing = {"{": "}", "<": ">"}.get(follows)
            begin = self.at
            self.at = self.source.index(closing, self.at) + 1 if closing else self.at + 3
            self.within_line &= letter in "Lgk" or self.source[begin : self.at] in _IN_LINES
            return _UNKNOWN
        self.at += 2
        self.within_line &= letter not in _OVER_LINES
        if letter in "GK" or letter.isdigit():
            raise _NotUnderstoodError
        if letter in "bBAZzmM":
            return _EMPTY
        if letter in _CONTROLS:
            return self.literal(_CONTROLS[letter])
        return _UNKNOWN if letter.isalpha() else self.literal(letter)

    def character_class(self) -> _Part:
        """Parse `[…]`. It has variants if it is a short list of characters and ranges."""
        end = self._class_end()
        inner, self.at = self.source[self.at + 1 : end - 1], end
        self.within_line &= (
            _holds_break(inner[1:]) is True
            if inner.startswith("^")
            else _holds_break(inner) is False
        )
        chars = None if inner.startswith("^") else _class_chars(inner)
        if chars is None:
            return _UNKNOWN
        if self.any_case and any(map(_has_case, chars)):
            return _Part(None, (), _in_any_case(chars))
        texts = list(dict.fromkeys(map(fold, chars) if self.ignore_case else chars))
        if len(texts) <= _MOST_VARIANTS:
            return _Part(texts, (), texts)
        return _Part(None, [tuple(texts)], texts) if len(texts) <= MOST_IN_SET else _UNKNOWN

    def _class_end(self) -> int:
        at = self.at + (2 if self.source[self.at + 1] == "^" else 1)
        first = True
        while self.source[at] != "]" or first:
            if self.source.startswith("[:", at):
                raise _NotUnderstoodError
            at += 2 if self.source[at] == "\\" else 1
            first = False
        return at + 1

    def group(self) -> _Part:
        source = self.source
        for mark in ("(?=", "(?<=", "(?!", "(?<!"):
            if source.startswith(mark, self.at):
                sets = self.inside(len(mark)).all_sets
                return _EMPTY if "!" in mark else _EMPTY._replace(sets=sets)
        if source.startswith(("(?:", "(?>"), self.at):
            return self.inside(len("(?:"))
        if source.startswith("(?i:", self.at):
            outside, self.any_case = self.any_case, not self.ignore_case
            part = self.inside(len("(?i:"))
            self.any_case = outside
            return part
        if source.startswith(("(?P<", "(?<"), self.at):
            return self.inside(source.index(">", self.at) + 1 - self.at)
        if source.startswith("(?", self.at):
            raise _NotUnderstoodError
        return self.inside(1)

    def inside(self, size: int) -> _Part:
        self.at += size
        part = self.alternatives()
        if self.source[self.at] != ")":
            raise _NotUnderstoodError
        self.at += 1
        return part


def _class_chars(inner: str) -> list[str] | None:
    """The characters of a class, from the source between its brackets; None if it contains a named
    class or a long range."""
    chars: list[str] = []
    at = 0
    while at < len(inner):
        first, last, at = _class_range(inner, at)
        if not last or ord(last) - ord(first) > MOST_IN_SET:
            return None
        chars += map(chr, range(ord(first), ord(last) + 1))
    return chars


def _class_range(inner: str, at: int) -> tuple[str, str, int]:
    """The first and last character of the range at `at` within a class, and the offset after it. A
    single character is both first and last; the last is "" for a named class."""
    first, at = _class_char(inner, at)
    if not first or inner[at : at + 1] != "-" or at + 1 == len(inner):
        return first, first, at
    last, at = _class_char(inner, at + 1)
    return first, last, at


def _holds_break(inner: str) -> bool | None:
    """Whether a class contains the line feed, from the source between its brackets; None if that is
    not known."""
    at, known = 0, True
    while at < len(inner):
        if inner.startswith(_NAMED, at):
            end = inner.find("}", at) + 1 or len(inner)
            known &= inner[at:end] in _IN_LINES
            at = end
        elif inner.startswith("\\s", at):
            return True
        elif inner.startswith(("\\w", "\\d", "\\S"), at):
            at += 2
        else:
            first, last, at = _class_range(inner, at)
            if not last:
                return None
            if first <= "\n" <= last:
                return True
    return False if known else None


def _class_char(inner: str, at: int) -> tuple[str, int]:
    """The character at `at` within a class, "" for a named class, and the offset after it."""
    char = inner[at]
    if char == "[":
        return "", at
    if char != "\\":
        return char, at + 1
    letter = inner[at + 1]
    if letter in _CODE_DIGITS:
        end = at + 2 + _CODE_DIGITS[letter]
        return chr(int(inner[at + 2 : end], 16)), end
    if letter in "ntr":
        return _CONTROLS[letter], at + 2
    return "" if letter.isalnum() else letter, at + 2


def _has_case(char: str) -> bool:
    return not char.upper() == char.lower() == char


def _in_any_case(chars: Sequence[str]) -> _Variants:
    """The characters in upper and lower case; None if a regex that ignores case takes other
    characters for one of them."""
    if not all(map(folds_alone, map(str.lower, chars))):
        return None
    return list(dict.fromkeys(case for char in chars for case in (char.lower(), char.upper())))


def _continued(heads: _Variants, next_heads: _Variants) -> _Variants:
    """The heads of a sequence, from the heads of its first parts and those of the next part."""
    if heads is None or "" not in heads:
        return heads
    return None if next_heads is None else [*filter(None, heads), *next_heads]


def _united(branches: Sequence[_Variants], most: int) -> _Variants:
    """The texts of all branches; None if those of one branch are unknown, or there are more than
    `most`."""
    together: list[str] = []
    for texts in branches:
        if texts is None:
            return None
        together += texts
    return together if len(set(together)) <= most else None


def _as_set(variants: _Variants) -> list[tuple[str, ...]]:
    """The literal set of a part with these variants, in a list; [] if they are unknown or the part
    may be empty."""
    return [tuple(dict.fromkeys(variants))] if variants and "" not in variants else []
