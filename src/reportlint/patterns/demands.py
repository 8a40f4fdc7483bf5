"""What a text must hold for a regex to find anything in it.

Compiling a regex costs more than searching a report with it, and most reports hold no XX, no 【 and no TODO. So a regex is
compiled, and run, only where a text meets what its source demands: a list of clauses, of each of which at least one text must be
there. What is read here is on the safe side: a construct that is not understood demands nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from reportlint.patterns.clauses import Clauses as Clauses
from reportlint.patterns.clauses import either as either
from reportlint.patterns.clauses import fold

_SHORT = 500  # code points; what is known of longer texts is remembered
_known: dict[tuple[str, bool], Clauses] = {}
_last_folded: tuple[str, str] = ("", "")


def known(found: Mapping[tuple[str, bool], Clauses]) -> None:
    """Remember what `demands` said in an earlier run."""
    _known.update(found)


def asked() -> Mapping[tuple[str, bool], Clauses]:
    """What `demands` has said so far, of each regex and whether it ignores case."""
    return dict(_known)


def demands(source: str, ignore_case: bool = False) -> Clauses:
    """The clauses of a regex, the most telling first. With `ignore_case` they are about the text as `folded` makes it."""
    key = (source, ignore_case)
    if key not in _known:
        from reportlint.patterns.regex_source import clauses_of

        _known[key] = clauses_of(source, ignore_case)
    return _known[key]


def met(text: str, clauses: Clauses) -> bool:
    """Whether `text` holds a text of each clause."""
    for clause in clauses:
        for one in clause:
            if one[0] in text and (
                len(one) == 1 or one in text
            ):  # one character is looked for five times as quickly
                break
        else:
            return False
    return True


def folded(text: str) -> str:
    """`text` such that what differs only in case is the same; the very `text` where nothing in it has a case."""
    global _last_folded
    if len(text) < _SHORT:
        return fold(text)
    if _last_folded[0] is not text:
        made = fold(text)
        _last_folded = text, text if made == text else made
    return _last_folded[1]
