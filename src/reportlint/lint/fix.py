"""Mending a text: which fixes are applied, in which order, and when none is.

What holds by construction: the edits of one round do not overlap; every round takes findings away
and brings none, so the rounds come to an end; nothing but the spans of edits changes.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Callable, Iterable, Mapping, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.diagnostic import SAFE, Diagnostic, Edit, Fix, apply
from reportlint.core.span import LineIndex, Span

ROUNDS = 100  # far more than overlapping fixes ever need

Check = Callable[[str], Sequence[Diagnostic]]
"""What the selected rules say of a text."""


class Refused(NamedTuple):
    """A fix that was not applied, and the finding of the mended text that offers it."""

    finding: Diagnostic
    line: int  # of the finding, from 1
    makes: tuple[
        str, ...
    ]  # rules that would find something new; () is that the file's encoding lacks a character


class Mended(NamedTuple):
    """A text with its fixes applied."""

    text: str
    left: tuple[Diagnostic, ...]  # what the rules say of it; a refused fix is no longer offered
    rounds: tuple[
        tuple[Edit, ...], ...
    ]  # each round's edits, in order and into the text of the round before
    fixed: tuple[str, ...]  # the rules of the findings that were mended
    refused: tuple[Refused, ...]


def mend(
    text: str,
    found: Sequence[Diagnostic],
    check: Check,
    *,
    unsafe: bool = False,
    writable: Callable[[str], bool] = lambda text: True,
) -> Mended:
    """Apply the safe fixes of `found`, the unsafe ones too where asked, until none is left that can
    be applied.

    `found` is what `check` says of `text`. A fix is refused where `writable` says no to one of its
    texts, and where the text would then have a finding that it did not have before.
    """
    rounds: list[tuple[Edit, ...]] = []
    fixed: list[str] = []
    refused: dict[
        Fix | None, Refused
    ] = {}  # of the text as it is now: after a fix all are tried again
    for _ in range(ROUNDS):
        trial = Trial(text, found, check)
        wanted = [
            finding
            for finding in found
            if finding.fix not in refused and _is_wanted(finding, unsafe)
        ]
        chosen = not_overlapping(
            finding for finding in wanted if trial.can_write(finding, writable)
        )
        trial.add(chosen)
        refused |= trial.refused
        if not chosen:
            break
        if trial.taken:
            rounds.append(edits_of(trial.taken))
            fixed += [finding.rule for finding in trial.taken]
            refused = {}
        text, found = trial.text, trial.found
    left = tuple(
        finding._replace(fix=None) if finding.fix in refused else finding for finding in found
    )
    return Mended(text, left, tuple(rounds), tuple(fixed), tuple(refused.values()))


def not_overlapping(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Of findings with fixes those whose edits do not touch each other; of two that do, the one
    that begins first."""
    kept: list[Diagnostic] = []
    taken: list[Span] = []
    for finding in sorted(found, key=lambda other: (min(_edits(other)), other.rule)):
        spans = [edit.span for edit in _edits(finding)]
        if not any(_touches_one(span, taken) for span in spans):
            kept.append(finding)
            for span in spans:
                insort(taken, span)
    return kept


def edits_of(found: Iterable[Diagnostic]) -> tuple[Edit, ...]:
    """The edits of all fixes, in order."""
    return tuple(sorted(edit for finding in found for edit in _edits(finding)))


class Trial:
    """One round. Fixes are tried all at once; only where that makes a finding are they halved to
    find out which of them does."""

    def __init__(self, text: str, found: Sequence[Diagnostic], check: Check) -> None:
        self._text = text
        self._lines = LineIndex(text)
        self._before = found
        self._check = check
        self.text, self.found = text, found
        self.taken: list[Diagnostic] = []
        self.refused: dict[Fix | None, Refused] = {}

    def refuse(self, finding: Diagnostic, makes: tuple[str, ...]) -> None:
        """Note that the fix of a finding is not to be made."""
        line = self._lines.line_of(finding.span.start)
        self.refused[finding.fix] = Refused(finding, line, makes)

    def can_write(self, finding: Diagnostic, writable: Callable[[str], bool]) -> bool:
        """Whether the texts of a fix are writable; else it is refused."""
        if all(writable(edit.text) for edit in _edits(finding)):
            return True
        self.refuse(finding, ())
        return False

    def add(self, chosen: Sequence[Diagnostic]) -> None:
        """Take those of `chosen` that make no finding, together with what is taken already."""
        if not chosen:
            return
        together = [*self.taken, *chosen]
        edits = edits_of(together)
        text = apply(self._text, edits)
        found = self._check(text)
        makes = new_rules(self._before, together, edits, found)
        if not makes:
            self.taken, self.text, self.found = together, text, found
        elif len(chosen) == 1:
            self.refuse(chosen[0], makes)
        else:
            self.add(chosen[: len(chosen) // 2])
            self.add(chosen[len(chosen) // 2 :])


def new_rules(
    before: Sequence[Diagnostic],
    mended: Sequence[Diagnostic],
    edits: Sequence[Edit],
    after: Sequence[Diagnostic],
) -> tuple[str, ...]:
    """The rules that say something of the text after `edits` that they did not say before, what
    should be mended among it."""
    shift = Shift(edits)
    gone = set(map(id, mended))
    known: dict[tuple[str, int], list[Span]] = {}  # findings that should stay, by rule and start
    for finding in before:
        if id(finding) not in gone:
            span = shift.span(finding.span)
            known.setdefault((finding.rule, span.start), []).append(span)
    strange = []
    for finding in after:
        same_start = known.get((finding.rule, finding.span.start))
        if same_start:
            same_start.pop()
        else:
            strange.append(finding)
    moved: dict[str, list[Span]] = {}
    for (rule, _), spans in known.items():
        moved.setdefault(rule, []).extend(spans)
    return tuple(
        dict.fromkeys(finding.rule for finding in strange if not _has_moved(finding, moved))
    )


def _has_moved(finding: Diagnostic, moved: Mapping[str, list[Span]]) -> bool:
    """Whether a finding was there before and only begins elsewhere now, as one of a whole paragraph
    may; that one is taken out."""
    spans = moved.get(finding.rule, [])
    near = next((span for span in spans if span.touches(finding.span)), None)
    if near is not None:
        spans.remove(near)
    return near is not None


class Shift:
    """Where a place of a text is once edits have been made."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._starts = [edit.span.start for edit in edits]
        self._moved = [0]  # by how much, before each edit
        for edit in edits:
            self._moved.append(self._moved[-1] + len(edit.text) - (edit.span.end - edit.span.start))

    def span(self, span: Span) -> Span:
        """The span; an end inside an edit goes to the edit's own end."""
        return Span(self._place(span.start, 0), self._place(span.end, 1))

    def _place(self, offset: int, side: int) -> int:
        number = bisect_right(self._starts, offset - side)
        if number and offset < self._edits[number - 1].span.end + side:
            edit = self._edits[number - 1]
            inside = edit.span.start + self._moved[number - 1]
            return inside + len(edit.text) if side else inside
        return offset + self._moved[number]


def _edits(finding: Diagnostic) -> tuple[Edit, ...]:
    return finding.fix.edits if finding.fix else ()


def _is_wanted(finding: Diagnostic, unsafe: bool) -> bool:
    return bool(_edits(finding)) and (
        unsafe or finding.fix is not None and finding.fix.safety == SAFE
    )


def _touches_one(span: Span, taken: Sequence[Span]) -> bool:
    """Whether `span` touches one of spans that are apart and in order."""
    at = bisect_right(taken, (span.start, span.end))
    return any(span.touches(other) for other in taken[max(0, at - 1) : at + 1])
