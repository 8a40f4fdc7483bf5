"""Reports that say much of what another says: last year's with the numbers changed.

Each report is the set of its shingles, pieces of five characters, without white space and with
every run of digits as one; MinHash (`rensa`, the extra `survey`) tells how much two sets share from
128 numbers, and a table of bands (LSH) finds those that share much without comparing each with
each. Of a family of reports that are almost the same only the first is kept in the table, so that
time and memory grow with the number of reports and not with its square.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator

from reportlint._startup.digest import digest
from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core.survey import Alike, Place

LEAST = 0.8  # similarity from which reports are alike
_SHINGLE = 5  # code points
_NUMBERS = 128  # of a MinHash: the estimate is wrong by 0.04 at similarity 0.8
# two reports of similarity 0.6 meet in one of them in a quarter of cases, of 0.8 in nineteen of
# twenty
_BANDS = 16
_SAME = 0.95  # a report that is as much like another adds nothing to the table
_SHORTEST = 200  # code points; of a shorter report the form is most of it
_SENTENCE = re.compile(r"[^。！？!?；;\n]+")
_LEAST_SENTENCE = 8  # code points
_DIGITS = re.compile(r"\d+")
_SPACE = re.compile(r"\s+")


class _Known(NamedTuple):
    path: str
    minhash: Any
    sentences: array[int]  # a digest of each
    lines: array[int]  # where each begins


class Likeness:
    """Takes the reports of an archive one by one, and says which earlier one each is like."""

    def __init__(self, least: float = LEAST) -> None:
        """`least` is the similarity from which reports are alike. Raises ModuleNotFoundError where
        `rensa` is not installed."""
        import rensa

        self.least = least
        self._minhash = rensa.RMinHash
        self._bands = rensa.RMinHashLSH(least, _NUMBERS, _BANDS)
        self._known: list[_Known] = []

    def add(self, path: str, text: str) -> Alike | None:
        """The earlier report that this one is most like, if it is alike."""
        wording = _wording(text)
        if len(wording) < _SHORTEST:
            return None
        minhash = self._minhash(_NUMBERS, 1)
        starts = range(len(wording) - _SHINGLE + 1)
        minhash.update(list({wording[start : start + _SHINGLE] for start in starts}))
        similarity, earlier = self._most_similar(minhash)
        report = _Known(path, minhash, *_sentences(text))
        if similarity < _SAME:
            self._bands.insert(len(self._known), minhash)
            self._known.append(report)
        if similarity < self.least:
            return None
        return _alike(report, self._known[earlier], similarity)

    def _most_similar(self, minhash: Any) -> tuple[float, int]:
        """The greatest similarity to a report that is known, and the number of the first of that;
        (0, -1) where none shares a band."""
        similarities = (
            (minhash.jaccard(self._known[number].minhash), -number)
            for number in self._bands.query(minhash)
        )
        similarity, number = max(similarities, default=(0.0, 1))
        return similarity, -number


def _wording(text: str) -> str:
    """`text` without white space, each run of digits as one 0."""
    return _SPACE.sub("", _DIGITS.sub("0", text))


def _sentences(text: str) -> tuple[array[int], array[int]]:
    """A digest of each sentence that says anything, and the line where it begins."""
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
    """Both places of the longest passage that two reports have, their beginnings where there is
    none."""
    size, here, there = max(_passages(report, other), default=(0, 0, 0))
    if not size:
        return Alike(Place(report.path, 1), Place(other.path, 1), similarity, 0)
    place, place_there = (
        Place(report.path, report.lines[-here]),
        Place(other.path, other.lines[-there]),
    )
    return Alike(place, place_there, similarity, size)


def _passages(report: _Known, other: _Known) -> Iterator[tuple[int, int, int]]:
    """How many sentences each passage has that both have, and where it begins: sentences from the
    end, so that of passages of one length the first is the greatest. A sentence that another report
    has more than once counts where it stands first."""
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
