"""Single letters before capitals: “B. Cost” may be an item, or somebody's initial.

An initial stands alone; items begin lines and count from A: A. Plan of work, B. Cost of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportlint._startup.lazy_pattern import lazy
from reportlint.core.document import Document
from reportlint.ordinals.matcher import Matcher
from reportlint.ordinals.style import MarkerReading
from reportlint.structure.candidates import LINE, Candidate

_NEAR = 12  # blocks from an item to the next, at most
_FEWEST = 3  # items that show a list
_LETTERS = "latin"
_SMALL_WORD = lazy(r"(?<![A-Za-z.@/])[a-z]{2,}")  # does not occur in a list of names


def without_doubt(
    candidates: list[Candidate], document: Document, matcher: Matcher
) -> list[Candidate]:
    """The candidates, with the doubt removed from letters that count like the items of a list."""
    chain: list[tuple[int, MarkerReading]] = []
    settled: dict[int, MarkerReading] = {}
    for at, candidate in enumerate(candidates):
        letter = _doubted_letter(candidate, matcher) or _due_letter(candidate, chain, document)
        if letter is None:
            continue
        if letter.value == 1 or not (chain and _follows(candidates[chain[-1][0]], candidate)):
            settled.update(_shown(chain, candidates, document))
            chain = []
        if chain or letter.value == 1:
            chain.append((at, letter))
    settled.update(_shown(chain, candidates, document))
    if not settled:
        return candidates
    return [
        _beyond_doubt(candidate, settled[at]) if at in settled else candidate
        for at, candidate in enumerate(candidates)
    ]


def _doubted_letter(candidate: Candidate, matcher: Matcher) -> MarkerReading | None:
    """The reading of a letter that begins a line and may be an initial, not the Roman numeral of
    “I. Name”; None if there is none."""
    if candidate.place != LINE:
        return None
    for reading in candidate.readings:
        if reading.doubt and matcher.style(reading).numerals == _LETTERS:
            return reading
    return None


def _due_letter(
    candidate: Candidate, chain: Sequence[tuple[int, MarkerReading]], document: Document
) -> MarkerReading | None:
    """The reading of the next letter of the chain, if it was read as a numeral: I. after H."""
    reading = candidate.readings[0]
    if not chain or candidate.place != LINE:
        return None
    last = chain[-1][1]
    due = chr(ord(last.numeral.cut(document.text)) + 1)
    if reading.numeral.cut(document.text) != due:
        return None
    return last._replace(value=last.value + 1, numeral=reading.numeral, end=reading.end)


def _follows(before: Candidate, candidate: Candidate) -> bool:
    """Whether a letter is at the place of the next item of a list."""
    site, other = before.site, candidate.site
    is_beside = site.rank == other.rank and abs(site.indent - other.indent) <= 1
    return is_beside and other.block - site.block <= _NEAR


def _shown(
    chain: Sequence[tuple[int, MarkerReading]], candidates: Sequence[Candidate], document: Document
) -> Sequence[tuple[int, MarkerReading]]:
    """The chain of letters if it begins with A and B, and most of its items are no names; otherwise
    ()."""
    if len(chain) < _FEWEST or chain[1][1].value != len(chain[:2]):
        return ()
    texts = (_line_behind(candidates[at], letter, document) for at, letter in chain)
    items = sum(_SMALL_WORD.search(text) is not None for text in texts)
    return chain if items * 2 > len(chain) else ()


def _line_behind(candidate: Candidate, letter: MarkerReading, document: Document) -> str:
    return document.text[letter.end : document.lines[candidate.line].span.end]


def _beyond_doubt(candidate: Candidate, letter: MarkerReading) -> Candidate:
    """The candidate with its letter beyond doubt."""
    others = [reading for reading in candidate.readings if reading is not letter]
    return candidate._replace(readings=(letter._replace(doubt=False), *others))
