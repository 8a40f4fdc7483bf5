"""The literals without which a regex matches nothing, read off its source.

This is on the safe side: a construct that is not understood requires nothing. `tests/patterns/test_literals.py` holds it to
what the engine finds.
"""

from __future__ import annotations

from itertools import product

from reportlint.patterns.prefilter import MOST_IN_SET, LiteralSets, any_of, fold, telling

_MOST_VARIANTS = 24  # texts that a part of a regex may stand for
_ANY_CASE = "(?i)"
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v"}
_CODE_DIGITS = {"x": 2, "u": 4, "U": 8}


def required_literals(source: str, ignore_case: bool) -> LiteralSets:
    """The literal sets of a regex, the most telling first; with `ignore_case` they are about a text as `fold` gives it."""
    try:
        sets = _Parser(source, ignore_case).parse()
    except (_NotUnderstoodError, IndexError, ValueError):
        sets = []
    return tuple(sorted(dict.fromkeys(sets), key=telling))


class _NotUnderstoodError(Exception):
    """Something in the source is beyond this parser."""


_Variants = list[str] | None
"""All texts that a part can match; None where they are not known or too many."""
_Part = tuple[_Variants, list[tuple[str, ...]]]
"""The variants of a part, and the literal sets of what is in it besides."""
_UNKNOWN: _Part = (None, [])


class _Parser:
    """Reads one source from left to right."""

    def __init__(self, source: str, ignore_case: bool) -> None:
        self.source = source
        self.at = 0
        self.ignore_case = ignore_case
        self.any_case = False  # letters here match in any case though the text is not folded

    def parse(self) -> list[tuple[str, ...]]:
        self._refuse_flags()
        if self.source.startswith(_ANY_CASE):
            self.at = len(_ANY_CASE)
            self.any_case = not self.ignore_case
        variants, sets = self.alternatives()
        if self.at < len(self.source):
            raise _NotUnderstoodError
        return sets + _as_set(variants)

    def _refuse_flags(self) -> None:
        set_operators = "&&" in self.source or "--" in self.source and "[[" in self.source
        if set_operators or _ANY_CASE in self.source[1:] or "(?x" in self.source:
            raise _NotUnderstoodError

    def alternatives(self) -> _Part:
        """Up to a closing bracket or the end."""
        branches = [self.sequence()]
        while self.source[self.at : self.at + 1] == "|":
            self.at += 1
            branches.append(self.sequence())
        if len(branches) == 1:
            return branches[0]
        together = [text for variants, _ in branches for text in variants or ()]
        known = all(variants is not None for variants, _ in branches)
        if known and len(set(together)) <= _MOST_VARIANTS:
            return together, []
        return None, list(any_of(tuple(sets + _as_set(own)) for own, sets in branches))

    def sequence(self) -> _Part:
        run: list[str] = [""]  # the variants of the parts since the last one that is unknown
        sets: list[tuple[str, ...]] = []
        complete = True
        while self.at < len(self.source) and self.source[self.at] not in "|)":
            variants, more, repeats = self.quantified()
            sets += more
            if variants is not None and len(run) * len(set(variants)) <= _MOST_VARIANTS:
                run = [before + after for before, after in product(run, dict.fromkeys(variants))]
                if not repeats:
                    continue
            complete = False
            sets += _as_set(run)
            run = [""] if variants is None else list(dict.fromkeys(variants))  # ab+c: ab and bc
        return (run, sets) if complete else (None, sets + _as_set(run))

    def quantified(self) -> tuple[_Variants, list[tuple[str, ...]], bool]:
        """A part with its quantifier, and whether it may repeat: it begins and ends with one of its variants then."""
        variants, sets = self.atom()
        low, high = self.quantifier()
        if low == 0:
            return ([*variants, ""] if variants is not None and high == 1 else None), [], False
        if low == high == 1 or variants is None:
            return variants, sets, False
        if low <= _MOST_VARIANTS and len(set(variants)) ** low <= _MOST_VARIANTS:
            variants = ["".join(texts) for texts in product(dict.fromkeys(variants), repeat=low)]
            return variants, sets, low != high
        return None, sets + _as_set(variants), False

    def quantifier(self) -> tuple[int, int]:
        """How often at least and at most; -1 is without end."""
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
            raise _NotUnderstoodError  # fuzzy matching, or a brace that is none
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
            return self.escape(), []
        self.at += 1
        if char in "^$":
            return [""], []
        return _UNKNOWN if char == "." else (self.literal(char), [])

    def literal(self, char: str) -> _Variants:
        if self.any_case and _has_case(char):
            return None
        return [fold(char)] if self.ignore_case else [char]

    def escape(self) -> _Variants:
        letter, follows = self.source[self.at + 1], self.source[self.at + 2 : self.at + 3]
        if letter in _CODE_DIGITS:
            code = self.source[self.at + 2 : self.at + 2 + _CODE_DIGITS[letter]]
            self.at += 2 + len(code)
            return self.literal(chr(int(code, 16)))
        if letter in "pPNLgk":
            closing = {"{": "}", "<": ">"}.get(follows)
            self.at = self.source.index(closing, self.at) + 1 if closing else self.at + 3
            return None
        self.at += 2
        if letter in "GK" or letter.isdigit():
            raise _NotUnderstoodError
        if letter in "bBAZzmM":
            return [""]
        if letter in _CONTROLS:
            return [_CONTROLS[letter]]
        return None if letter.isalpha() else self.literal(letter)

    def character_class(self) -> _Part:
        """`[…]`: its variants where it is a short list of characters and ranges."""
        end = self._class_end()
        inner, self.at = self.source[self.at + 1 : end - 1], end
        chars = None if inner.startswith("^") else _class_chars(inner)
        if chars is None or self.any_case and any(map(_has_case, chars)):
            return _UNKNOWN
        texts = list(dict.fromkeys(map(fold, chars) if self.ignore_case else chars))
        if len(texts) <= _MOST_VARIANTS:
            return texts, []
        return None, [tuple(texts)] if len(texts) <= MOST_IN_SET else []

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
                variants, sets = self.inside(len(mark))
                return [""], sets + _as_set(variants) if "!" not in mark else []
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
    """The characters between the brackets of a class; None where a class is named in it, or a range is long."""
    chars: list[str] = []
    at = 0
    while at < len(inner):
        char, at = _class_char(inner, at)
        if not char:
            return None
        if inner[at : at + 1] == "-" and at + 1 < len(inner):
            last = inner[at + 1]
            if last == "\\" or ord(last) - ord(char) > MOST_IN_SET:
                return None
            chars += map(chr, range(ord(char), ord(last) + 1))
            at += 2
        else:
            chars.append(char)
    return chars


def _class_char(inner: str, at: int) -> tuple[str, int]:
    """The character at `at` within a class and where the next one stands; "" for a class that is named there."""
    char = inner[at]
    if char == "[":
        return "", at
    if char != "\\":
        return char, at + 1
    letter = inner[at + 1]
    if letter == "u":
        return chr(int(inner[at + 2 : at + 6], 16)), at + 6
    if letter in "ntr":
        return _CONTROLS[letter], at + 2
    return "" if letter.isalnum() else letter, at + 2


def _has_case(char: str) -> bool:
    return not char.upper() == char.lower() == char


def _as_set(variants: _Variants) -> list[tuple[str, ...]]:
    """The set that a part with these variants makes; none where it may be empty."""
    return [tuple(dict.fromkeys(variants))] if variants and "" not in variants else []
