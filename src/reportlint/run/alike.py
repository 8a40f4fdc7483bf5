"""Reports that repeat much of another report: last year's with the numbers changed.

Each report is the set of its shingles, pieces of five characters, without white space and with
every run of digits as one. MinHash (`rensa`, the extra `survey`) estimates from 128 numbers how
much two sets share, and a table of bands (LSH) finds sets that share much without comparing every
pair. Of a group of reports that are almost the same only the first is kept in the table, so that
time and memory grow linearly with the number of reports, not with its square.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator

from reportlint._startup.digest import digest
from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core.characters import SENTENCE_ENDS
from reportlint.core.survey import Alike, Place

LEAST = 0.8  # similarity from which reports are alike
_SHINGLE = 5  # code points
_NUMBERS = 128  # size of a MinHash: the error of the estimate is 0.04 at similarity 0.8
# number of bands; two reports share one with a probability of 0.25 at similarity 0.6, 0.95 at 0.8
_BANDS = 16
_SAME = 0.95  # similarity from which a report is not stored in addition to the other
_SHORTEST = 200  # code points; a shorter report consists mostly of standard text
_SENTENCE = re.compile(rf"[^{SENTENCE_ENDS}\n]+")
_LEAST_SENTENCE = 8  # code points
_DIGITS = re.compile(r"\d+")
_SPACE = re.compile(r"\s+")


class _Known(NamedTuple):
    path: str
    commit: str  # "" for a current report
    year: int  # of the commit
    minhash: Any
    sentences: array[int]  # a digest of each
    lines: array[int]  # the line where each begins


class Likeness:
    """Takes the reports of an archive one by one, and finds the earlier one that each is most
    like."""

    def __init__(self, least: float = LEAST) -> None:
        """`least` is the similarity from which reports are alike. Raises ModuleNotFoundError if
        `rensa` is not installed."""
        import rensa

        self.least = least
        self._minhash = rensa.RMinHash
        self._bands = rensa.RMinHashLSH(least, _NUMBERS, _BANDS)
        self._known: list[_Known] = []

    def add(self, path: str, text: str, year: int = 0) -> Alike | None:
        """The earlier report that this one is most like; None if none is alike. If the past is
        known, `year` is when the report was written: a text that was at `path` in that year is a
        draft of it, not another report."""
        report = self._known_of(path, text, "", year)
        if report is None:
            return None
        similarity, likest = self._likest(report)
        self._keep(report, similarity)
        if likest is None or similarity < self.least:
            return None
        return _alike(report, likest, similarity)

    def remember(self, path: str, text: str, commit: str, year: int) -> None:
        """Add a text that a report had in a commit of `year`, without comparing it."""
        report = self._known_of(path, text, commit, year)
        if report is not None:
            self._keep(report, self._likest(report)[0])

    def _known_of(self, path: str, text: str, commit: str, year: int) -> _Known | None:
        """The stored form of a report; None if it is too short to compare."""
        wording = _wording(text)
        if len(wording) < _SHORTEST:
            return None
        minhash = self._minhash(_NUMBERS, 1)
        starts = range(len(wording) - _SHINGLE + 1)
        minhash.update(list({wording[start : start + _SHINGLE] for start in starts}))
        return _Known(path, commit, year, minhash, *_sentences(text))

    def _likest(self, report: _Known) -> tuple[float, _Known | None]:
        """The similarity to the stored report most like this one, and that report; the first of
        several that are equally like it."""
        similarity, likest = 0.0, None
        for number in sorted(self._bands.query(report.minhash)):
            known = self._known[number]
            share = report.minhash.jaccard(known.minhash)
            if share > similarity and not _is_draft(known, report):
                similarity, likest = share, known
        return similarity, likest

    def _keep(self, report: _Known, similarity: float) -> None:
        """Store a report, unless one that is almost the same is stored."""
        if similarity < _SAME:
            self._bands.insert(len(self._known), report.minhash)
            self._known.append(report)


def _is_draft(known: _Known, report: _Known) -> bool:
    """Whether a text of the past is an earlier version of the same report: at the same path, in the
    same year or later."""
    return bool(known.commit) and known.path == report.path and known.year >= report.year


def _wording(text: str) -> str:
    """`text` without white space, each run of digits replaced by 0."""
    return _SPACE.sub("", _DIGITS.sub("0", text))


def _sentences(text: str) -> tuple[array[int], array[int]]:
    """A digest of each sentence of some length, and the line where it begins."""
    digests, lines = array("Q"), array("L")
    line, reach = 1, 0
    for match in _SENTENCE.finditer(text):
        wording = _wording(match[0])
        if len(wording) < _LEAST_SENTENCE:
            continue
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        line += text.count("\n", reach, start)
        reach = start
        digests.append(int(digest(wording.encode("utf-8", "surrogatepass"))[:16], 16))
        lines.append(line)
    return digests, lines


def _alike(report: _Known, other: _Known, similarity: float) -> Alike:
    """The positions of the longest common passage in two reports; the beginnings of both if they
    have none."""
    size, here, there = max(_passages(report, other), default=(0, 0, 0))
    if not size:
        return Alike(Place(report.path, 1), Place(other.path, 1, other.commit), similarity, 0)
    return Alike(
        Place(report.path, report.lines[-here]),
        Place(other.path, other.lines[-there], other.commit),
        similarity,
        size,
    )


def _passages(report: _Known, other: _Known) -> Iterator[tuple[int, int, int]]:
    """Each passage of sentences that two reports share, as (number of sentences, beginning in
    `report`, beginning in `other`).

    Beginnings count sentences from the end, so that `max` prefers the first of equally long
    passages. If the other report has a sentence more than once, its first position counts.
    """
    places: dict[int, int] = {}
    for at, sentence in enumerate(other.sentences):
        places.setdefault(sentence, at)
    size = 0
    before = -2
    for at, sentence in enumerate(report.sentences):
        there = places.get(sentence, -2)
        size = size + 1 if there == before + 1 and size else int(there >= 0)
        before = there
        if size:
            first, first_there = at - size + 1, there - size + 1
            yield size, len(report.sentences) - first, len(other.sentences) - first_there
