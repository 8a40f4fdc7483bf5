"""Apply fixes to a text: which ones, in which order, and when to refuse one.

By construction, the edits of one round do not overlap; every round removes findings and adds none,
so the rounds come to an end; and only the spans of edits change.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Callable, Iterable, Mapping, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.diagnostic import SAFE, Diagnostic, Edit, Fix, apply
from reportlint.core.span import LineIndex, Span

ROUNDS = 100  # far more than overlapping fixes need

Check = Callable[[str], Sequence[Diagnostic]]
"""A function that returns the findings of the selected rules in a text."""


class Refused(NamedTuple):
    """A fix that was not applied, with its finding in the fixed text."""

    finding: Diagnostic
    line: int  # of the finding, from 1
    makes: tuple[
        str, ...
    ]  # rules that would report something new; (): the file's encoding lacks a character


class FixedText(NamedTuple):
    """A text after its fixes are applied."""

    text: str
    left: tuple[Diagnostic, ...]  # the remaining findings; refused fixes are removed from them
    rounds: tuple[
        tuple[Edit, ...], ...
    ]  # each round's edits in order, with spans into the text of the round before
    fixed: tuple[str, ...]  # the rules of the fixed findings
    refused: tuple[Refused, ...]


def apply_fixes(
    text: str,
    findings: Sequence[Diagnostic],
    check: Check,
    *,
    unsafe: bool = False,
    writable: Callable[[str], bool] = lambda text: True,
) -> FixedText:
    """Apply the safe fixes of `findings`, with `unsafe` also the unsafe ones, until none is left
    that can be applied.

    `findings` is the result of `check` for `text`. A fix is refused if `writable` rejects one of
    its texts, or if the text would then have a finding that it did not have before.
    """
    rounds: list[tuple[Edit, ...]] = []
    fixed: list[str] = []
    refused: dict[
        Fix | None, Refused
    ] = {}  # for the current text: after a fix, all are tried again
    for _ in range(ROUNDS):
        trial = Trial(text, findings, check)
        wanted = [
            finding
            for finding in findings
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
        text, findings = trial.text, trial.findings
    left = tuple(
        finding._replace(fix=None) if finding.fix in refused else finding for finding in findings
    )
    return FixedText(text, left, tuple(rounds), tuple(fixed), tuple(refused.values()))


def not_overlapping(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings whose edits do not touch each other; of two that do, the one that begins
    first."""
    kept: list[Diagnostic] = []
    taken: list[Span] = []
    for finding in sorted(findings, key=lambda other: (min(_edits(other)), other.rule)):
        spans = [edit.span for edit in _edits(finding)]
        if not any(_touches_one(span, taken) for span in spans):
            kept.append(finding)
            for span in spans:
                insort(taken, span)
    return kept


def edits_of(findings: Iterable[Diagnostic]) -> tuple[Edit, ...]:
    """The edits of all fixes, in order."""
    return tuple(sorted(edit for finding in findings for edit in _edits(finding)))


class Trial:
    """One round. All fixes are tried at once; only if this causes a finding, they are halved to
    find the fix that causes it."""

    def __init__(self, text: str, findings: Sequence[Diagnostic], check: Check) -> None:
        self._text = text
        self._lines = LineIndex(text)
        self._before = findings
        self._check = check
        self.text, self.findings = text, findings
        self.taken: list[Diagnostic] = []
        self.refused: dict[Fix | None, Refused] = {}

    def refuse(self, finding: Diagnostic, makes: tuple[str, ...]) -> None:
        """Record that the fix of a finding is refused, with the rules that would report something
        new."""
        line = self._lines.line_of(finding.span.start)
        self.refused[finding.fix] = Refused(finding, line, makes)

    def can_write(self, finding: Diagnostic, writable: Callable[[str], bool]) -> bool:
        """Whether the texts of a fix can be written; if not, the fix is refused."""
        if all(writable(edit.text) for edit in _edits(finding)):
            return True
        self.refuse(finding, ())
        return False

    def add(self, chosen: Sequence[Diagnostic]) -> None:
        """Apply the fixes of `chosen` that cause no new finding, in addition to those already
        taken."""
        if not chosen:
            return
        together = [*self.taken, *chosen]
        edits = edits_of(together)
        text = apply(self._text, edits)
        findings = self._check(text)
        makes = new_rules(self._before, together, edits, findings)
        if not makes:
            self.taken, self.text, self.findings = together, text, findings
        elif len(chosen) == 1:
            self.refuse(chosen[0], makes)
        else:
            self.add(chosen[: len(chosen) // 2])
            self.add(chosen[len(chosen) // 2 :])


def new_rules(
    before: Sequence[Diagnostic],
    fixed: Sequence[Diagnostic],
    edits: Sequence[Edit],
    after: Sequence[Diagnostic],
) -> tuple[str, ...]:
    """The rules of the findings that `edits` have caused, or have left although they should fix
    them."""
    shift = Shift(edits)
    gone = set(map(id, fixed))
    known: dict[tuple[str, int], list[Span]] = {}  # findings that should remain, by rule and start
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
    """Whether a finding was there before and only its start has changed, as may happen for a whole
    paragraph; if so, the old span is removed from `moved`."""
    spans = moved.get(finding.rule, [])
    near = next((span for span in spans if span.touches(finding.span)), None)
    if near is not None:
        spans.remove(near)
    return near is not None


class Shift:
    """Converter of spans in a text to spans in the text after `edits`."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._starts = [edit.span.start for edit in edits]
        self._moved = [0]  # the shift before each edit
        for edit in edits:
            self._moved.append(self._moved[-1] + len(edit.text) - (edit.span.end - edit.span.start))

    def span(self, span: Span) -> Span:
        """The span after the edits; a start or an end inside an edit moves to that of the edit."""
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
    """Whether `span` touches one of the spans `taken`, which are disjoint and sorted."""
    at = bisect_right(taken, (span.start, span.end))
    return any(span.touches(other) for other in taken[max(0, at - 1) : at + 1])
