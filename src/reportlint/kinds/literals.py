"""Which texts every match of a regex must contain.

Compiling a regex costs more than searching a report with it, and most reports hold no XX, no 【 and no TODO. So a regex is
compiled when a text first holds the literals that its source demands. What is read here is on the safe side: a construct
that is not understood demands nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from reportlint.core.lazily import lazy

_INLINE_FLAGS = lazy(r"\(\?[A-Za-z01-]+\)")
_CODE = lazy("[0-9A-Fa-f]{4}")
_SPECIAL = set(".^$")
_QUANTIFIERS = set("*+?{")


_known: dict[str, tuple[str, ...]] = {}


def known(found: Mapping[str, tuple[str, ...]]) -> None:
    """Remember what `literals` said of some sources in an earlier run."""
    _known.update(found)


def literals(source: str) -> tuple[str, ...]:
    """Texts of which each one is part of every match of `source`, case heeded; () where nothing can be said."""
    if source not in _known:
        _known[source] = _literals(source)
    return _known[source]


def _literals(source: str) -> tuple[str, ...]:
    if _INLINE_FLAGS.search(source):
        return ()  # (?i), (?x) …
    found: list[str] = []
    run, at = "", 0
    while at < len(source):
        atom, end = _atom(source, at)
        if atom is None:
            return ()  # an alternative, or a bracket that is not closed
        low, after = _quantifier(source, end)
        if low < 0:
            return ()
        atom = atom * min(low, 4)
        run += atom
        if not atom or after != end:
            found.append(run)
            run = atom
        at = after
    return tuple(dict.fromkeys(one for one in [*found, run] if one))


def _atom(source: str, at: int) -> tuple[str | None, int]:
    """The literal character at `at` ("" for anything else, None for what ends the reading) and where it ends."""
    char = source[at]
    if char in "|)":
        return None, at
    if char == "\\":
        return _escape(source, at)
    if char == "[":
        end = _class_end(source, at)
        inner = source[at + 1 : end - 1]
        return (None if end < 0 else inner if len(inner) == 1 and inner not in "^\\" else ""), end
    if char == "(":
        return (None, at) if (end := _group_end(source, at)) < 0 else ("", end)
    return ("" if char in _SPECIAL else char), at + 1


def _escape(source: str, at: int) -> tuple[str | None, int]:
    letter, follows = source[at + 1 : at + 2], source[at + 2 : at + 3]
    if letter == "u":
        code = source[at + 2 : at + 6]
        return (chr(int(code, 16)), at + 6) if _CODE.fullmatch(code) else (None, at)
    if letter and letter in "pPNLgk":
        end = source.find({"{": "}", "<": ">"}.get(follows, "\0"), at) + 1
        return (None, at) if not end else ("", end)
    if not letter or letter in "Uxc" or letter.isdigit():
        return None, at
    return ("" if letter.isalpha() else letter), at + 2


def _quantifier(source: str, at: int) -> tuple[int, int]:
    """How often at least the atom before `at` stands, and where its quantifier ends; -1 for one that is not understood."""
    if at >= len(source) or source[at] not in _QUANTIFIERS:
        return 1, at
    low, end = (1 if source[at] == "+" else 0), at + 1
    if source[at] == "{":
        end = source.find("}", at) + 1
        bounds = source[at + 1 : end - 1].split(",")
        if not end or not bounds[0].isdigit():
            return -1, at
        low = int(bounds[0])
    if source[end : end + 1] in ("?", "+"):
        end += 1  # lazy or possessive
    return low, end


def _class_end(source: str, at: int) -> int:
    """Where the set that begins at `at` ends; -1 for one with a named class in it, which is left alone."""
    at += 2 if source[at + 1 : at + 2] == "^" else 1
    first = True
    while at < len(source):
        if source.startswith("[:", at):
            return -1
        if source[at] == "\\":
            at += 1
        elif source[at] == "]" and not first:
            return at + 1
        at += 1
        first = False
    return -1


def _group_end(source: str, at: int) -> int:
    """Where the group that begins at `at` ends; -1 if it does not."""
    depth = 0
    while at < len(source):
        char = source[at]
        if char == "\\":
            at += 1
        elif char == "[":
            at = _class_end(source, at) - 1
            if at < 0:
                return -1
        elif char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
            if depth == 0:
                return at + 1
        at += 1
    return -1
