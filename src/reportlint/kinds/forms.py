"""Forms with a blank part: a date, an amount or a number that somebody began to fill in.

A form is a regex that names its pieces in angle brackets, such as `<year>-<month>-<day>`. Each
piece has two regexes: one if it is filled in, one if it is blank. The form matches if at least one
piece is blank and each of the others is filled in or blank: `2026-__-__` and `____-05-01`, but not
`2026-05-01`.
"""

from __future__ import annotations

from collections.abc import Mapping

from reportlint._startup.lazy_pattern import lazy

_PIECE = lazy(r"(?<!\(\?)(?<!\(\?P)(?<!\\L)<([a-z][a-z-]*)>")  # not a group or a word list

FILLED, BLANK = "filled", "blank"


def names_of(form: str) -> list[str]:
    """The names of the pieces in a form, in order."""
    return _PIECE.findall(form)


def regexes_of(form: str, pieces: Mapping[str, Mapping[str, str]]) -> list[str]:
    """The regexes of a form, one for each piece that may be the first blank one. So each regex
    requires a literal of that blank.

    `pieces` maps the name of a piece to its regexes `filled` and `blank`; a piece without `blank`
    is always filled in. A name that is not in `pieces` stays as it is.
    """
    parts = _PIECE.split(form)  # text, name, text, name, …, text
    known = [at for at in range(1, len(parts), 2) if parts[at] in pieces]
    return [
        "".join(
            _piece(pieces[part], at - first)
            if at in known
            else part
            if at % 2 == 0
            else f"<{part}>"
            for at, part in enumerate(parts)
        )
        for first in known
        if pieces[parts[first]].get(BLANK)
    ]


def _piece(piece: Mapping[str, str], place: int) -> str:
    """The regex of a piece, by its position to the first blank one: before (negative), at (0) or
    after it (positive)."""
    filled, blank = piece.get(FILLED, ""), piece.get(BLANK, "")
    if place < 0 or not blank:
        return f"(?:{filled})"
    return f"(?:{blank})" if place == 0 or not filled else f"(?:{filled}|{blank})"
