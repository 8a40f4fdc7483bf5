"""Letters before capitals: “B. Cost” may be an item, or somebody's name.

An initial stands alone; items begin lines and count from A on: A. Plan of work, B. Cost of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportlint._startup.lazy_pattern import lazy
from reportlint.core.document import Document
from reportlint.ordinals.matcher import Matcher
from reportlint.structure.candidates import LINE, Candidate

_NEAR = 12  # blocks from an item to the next
_FEWEST = 3  # items that show a list
_LETTERS = "latin"
_SMALL_WORD = lazy(r"(?<![A-Za-z.@/])[a-z]{2,}")  # which a list of names has not


def without_doubt(found: list[Candidate], document: Document, matcher: Matcher) -> list[Candidate]:
    """The candidates, those letters beyond doubt that count as a list of items does."""
    chain: list[int] = []
    settled: set[int] = set()
    for at, candidate in enumerate(found):
        if not _is_doubted_letter(candidate, matcher):
            continue
        if candidate.readings[0].value == 1 or not (
            chain and _follows(found[chain[-1]], candidate)
        ):
            settled.update(_shown(chain, found, document))
            chain = []
        if chain or candidate.readings[0].value == 1:
            chain.append(at)
    settled.update(_shown(chain, found, document))
    if not settled:
        return found
    return [
        _beyond_doubt(candidate) if at in settled else candidate
        for at, candidate in enumerate(found)
    ]


def _is_doubted_letter(candidate: Candidate, matcher: Matcher) -> bool:
    """Whether a line begins with a letter that may be an initial."""
    reading = candidate.readings[0]
    is_only = candidate.place == LINE and len(candidate.readings) == 1
    return is_only and reading.doubt and matcher.style(reading).numerals == _LETTERS


def _follows(before: Candidate, candidate: Candidate) -> bool:
    """Whether a letter stands where the next item of a list would."""
    one, other = before.site, candidate.site
    is_beside = one.rank == other.rank and abs(one.indent - other.indent) <= 1
    return is_beside and other.block - one.block <= _NEAR


def _shown(chain: Sequence[int], found: Sequence[Candidate], document: Document) -> Sequence[int]:
    """A chain of letters where it begins with A and B, and has items that are no names; else
    none."""
    if len(chain) < _FEWEST or found[chain[1]].readings[0].value != len(chain[:2]):
        return ()
    texts = (_line_behind(found[at], document) for at in chain)
    items = sum(_SMALL_WORD.search(text) is not None for text in texts)
    return chain if items * 2 > len(chain) else ()


def _line_behind(candidate: Candidate, document: Document) -> str:
    return document.text[candidate.readings[0].end : document.lines[candidate.line].span.end]


def _beyond_doubt(candidate: Candidate) -> Candidate:
    readings = tuple([reading._replace(doubt=False) for reading in candidate.readings])
    return candidate._replace(readings=readings)
