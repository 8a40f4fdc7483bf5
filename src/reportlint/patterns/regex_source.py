"""The clauses of a regex, read off its source. What is not understood demands nothing."""

from __future__ import annotations

from itertools import product

from reportlint.patterns.clauses import MOST_IN_CLAUSE, Clauses, either, fold, rank

_MOST = 24  # texts that a finite part may stand for


def clauses_of(source: str, ignore_case: bool) -> Clauses:
    """The clauses of a regex, the most telling first; with `ignore_case` they are about a text as `fold` makes it."""
    try:
        clauses = _Parser(source, ignore_case).run()
    except (_UnknownError, IndexError, ValueError):
        clauses = []
    return tuple(sorted(dict.fromkeys(clauses), key=rank))


class _UnknownError(Exception):
    """Something in the source is not understood."""


_Exact = (
    list[str] | None
)  # all texts that a part can match; None where they are not known or too many
_Part = tuple[_Exact, list[tuple[str, ...]]]
_ANY_CASE = "(?i)"


class _Parser:
    """Reads one source from left to right."""

    def __init__(self, source: str, ignore_case: bool) -> None:
        self.source = source
        self.at = 0
        self.fold = ignore_case
        self.loose = False  # whether letters here match in any case though the text is not folded: nothing is known of them

    def run(self) -> list[tuple[str, ...]]:
        if (
            _ANY_CASE in self.source[1:]
            or "(?x" in self.source
            or "&&" in self.source
            or "--" in self.source
            and "[[" in self.source
        ):
            raise _UnknownError
        if self.source.startswith(_ANY_CASE):
            self.at = len(_ANY_CASE)
            self.loose = not self.fold
        exact, clauses = self.either()
        if self.at < len(self.source):
            raise _UnknownError
        return clauses + _clause(exact)

    def either(self) -> _Part:
        """Alternatives up to a closing bracket or the end."""
        branches = [self.sequence()]
        while self.source[self.at : self.at + 1] == "|":
            self.at += 1
            branches.append(self.sequence())
        if len(branches) == 1:
            return branches[0]
        exact: _Exact = [text for texts, _ in branches for text in texts or ()]
        if any(texts is None for texts, _ in branches) or len(set(exact or ())) > _MOST:
            exact = None
        of_each = [tuple(clauses + _clause(texts)) for texts, clauses in branches]
        return exact, list(either(of_each)) if exact is None else []

    def sequence(self) -> _Part:
        run: list[str] = [""]
        clauses: list[tuple[str, ...]] = []
        whole = True
        while self.at < len(self.source) and self.source[self.at] not in "|)":
            exact, more, goes_on = self.repeated()
            clauses += more
            if exact is not None and len(run) * len(set(exact)) <= _MOST:
                run = [before + after for before, after in product(run, dict.fromkeys(exact))]
                if goes_on:  # ab+c holds ab and bc
                    whole = False
                    clauses += _clause(run)
                    run = list(dict.fromkeys(exact))
                continue
            whole = False
            clauses += _clause(run)
            run = [""] if exact is None else list(dict.fromkeys(exact))
        return (run, clauses) if whole else (None, clauses + _clause(run))

    def repeated(self) -> tuple[_Exact, list[tuple[str, ...]], bool]:
        """A part with its quantifier, and whether more of the same may follow: it begins and ends with one of the texts."""
        exact, clauses = self.atom()
        low, high = self.quantifier()
        if low == 0:
            return ([*exact, ""] if exact is not None and high == 1 else None), [], False
        if low == high == 1 or exact is None:
            return exact, clauses, False
        if low <= _MOST and len(set(exact)) ** low <= _MOST:
            exact = ["".join(texts) for texts in product(dict.fromkeys(exact), repeat=low)]
            return exact, clauses, low != high
        return None, clauses + _clause(exact), False

    def quantifier(self) -> tuple[int, int]:
        """How often at least and at most; -1 is without end."""
        char = self.source[self.at : self.at + 1]
        if char not in ("*", "+", "?", "{"):
            return 1, 1
        low, high = {"*": (0, -1), "+": (1, -1), "?": (0, 1), "{": (0, 0)}[char]
        end = self.at + 1
        if char == "{":
            end = self.source.index("}", self.at) + 1
            first, comma, last = self.source[self.at + 1 : end - 1].partition(",")
            if (
                not (first or comma).replace(",", "").isdigit()
                and first
                or (last and not last.isdigit())
            ):
                raise _UnknownError
            low = int(first or 0)
            high = int(last) if last else -1 if comma else low
        if self.source[end : end + 1] in ("?", "+"):
            end += 1  # lazy or possessive
        self.at = end
        return low, high

    def atom(self) -> _Part:
        char = self.source[self.at]
        if char == "(":
            return self.group()
        if char == "[":
            return self.set()
        if char == "\\":
            return self.escape(), []
        self.at += 1
        if char in "^$":
            return [""], []
        return (None if char == "." else self.literal(char)), []

    def literal(self, char: str) -> _Exact:
        if self.loose and _has_case(char):
            return None
        return [fold(char)] if self.fold else [char]

    def escape(self) -> _Exact:
        letter, follows = self.source[self.at + 1], self.source[self.at + 2 : self.at + 3]
        if letter in "uUx":
            size = {"x": 2, "u": 4, "U": 8}[letter]
            code = self.source[self.at + 2 : self.at + 2 + size]
            self.at += 2 + size
            return self.literal(chr(int(code, 16)))
        if letter in "pPNLgk":
            self.at = (
                self.source.index({"{": "}", "<": ">"}[follows], self.at) + 1
                if follows in ("{", "<")
                else self.at + 3
            )
            return None
        self.at += 2
        if letter in "bBAZzmMGK":
            if letter in "GK":
                raise _UnknownError
            return [""]
        if letter.isdigit():
            raise _UnknownError
        simple = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v"}
        if letter in simple:
            return [simple[letter]]
        return None if letter.isalpha() else self.literal(letter)

    def set(self) -> _Part:
        """`[…]`: exact where it is a short list of characters and ranges."""
        end = self.set_end()
        inner, self.at = self.source[self.at + 1 : end - 1], end
        if inner.startswith("^"):
            return None, []
        found: list[str] = []
        at = 0
        while at < len(inner):
            char = inner[at]
            if char == "[":
                return None, []
            if char == "\\":
                at += 1
                char = {"n": "\n", "t": "\t", "r": "\r"}.get(inner[at], inner[at])
                if inner[at] == "u":
                    char = chr(int(inner[at + 1 : at + 5], 16))
                    at += 4
                elif char.isalnum():
                    return None, []
            at += 1
            if inner[at : at + 1] == "-" and at + 1 < len(inner):
                if inner[at + 1] == "\\" or ord(inner[at + 1]) - ord(char) > MOST_IN_CLAUSE:
                    return None, []
                found += map(chr, range(ord(char), ord(inner[at + 1]) + 1))
                at += 2
            else:
                found.append(char)
        if self.loose and any(map(_has_case, found)):
            return None, []
        texts = list(
            dict.fromkeys(fold(char) for char in found) if self.fold else dict.fromkeys(found)
        )
        if len(texts) <= _MOST:
            return texts, []
        return None, [tuple(texts)] if len(texts) <= MOST_IN_CLAUSE else []

    def set_end(self) -> int:
        at = self.at + (2 if self.source[self.at + 1] == "^" else 1)
        first = True
        while self.source[at] != "]" or first:
            if self.source.startswith("[:", at):
                raise _UnknownError
            at += 2 if self.source[at] == "\\" else 1
            first = False
        return at + 1

    def group(self) -> _Part:
        source = self.source
        for mark in ("(?=", "(?<=", "(?!", "(?<!"):
            if source.startswith(mark, self.at):
                exact, clauses = self.inside(len(mark))
                return [""], clauses + _clause(exact) if "!" not in mark else []
        for mark in ("(?:", "(?>"):
            if source.startswith(mark, self.at):
                return self.inside(len(mark))
        if source.startswith("(?i:", self.at):
            outside, self.loose = self.loose, not self.fold
            part = self.inside(len("(?i:"))
            self.loose = outside
            return part
        if source.startswith(("(?P<", "(?<"), self.at):
            return self.inside(source.index(">", self.at) + 1 - self.at)
        if source.startswith("(?", self.at):
            raise _UnknownError
        return self.inside(1)

    def inside(self, size: int) -> _Part:
        self.at += size
        part = self.either()
        if self.source[self.at] != ")":
            raise _UnknownError
        self.at += 1
        return part


def _has_case(char: str) -> bool:
    return not char.upper() == char.lower() == char


def _clause(texts: _Exact) -> list[tuple[str, ...]]:
    """The clause that a finite part makes; none where it may be empty."""
    return [tuple(dict.fromkeys(texts))] if texts and "" not in texts else []
