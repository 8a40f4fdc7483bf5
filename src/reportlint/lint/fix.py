"""Mending a text: which fixes are applied, in which order, and when none is.

What holds by construction: the edits of one round do not overlap; every round takes findings away and brings none, so the
rounds come to an end; nothing but the spans of edits changes.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Callable, Iterable, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.diagnostic import SAFE, Diagnostic, Edit, Fix, apply
from reportlint.core.span import Span

ROUNDS = 100  # far more than overlapping fixes ever need

Check = Callable[[str], Sequence[Diagnostic]]
"""What the selected rules say of a text."""


class Refused(NamedTuple):
    """A fix that was not applied: it would make findings of the rules `makes`, or, where that is empty, write characters that
    the encoding of the file does not have. The finding is one of the mended text."""

    finding: Diagnostic
    line: int
    makes: tuple[str, ...]


class Mended(NamedTuple):
    """A text with its fixes applied."""

    text: str
    left: tuple[
        Diagnostic, ...
    ]  # what the rules say of it; a fix that was refused is no longer offered
    rounds: tuple[
        tuple[Edit, ...], ...
    ]  # the edits made, each round's in order and into the text that the round before left
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
    """Apply the safe fixes of `found`, the unsafe ones too where asked, until none is left that can be applied.

    `found` is what `check` says of `text`. A fix is refused where `writable` says no to one of its texts, and where the text
    would then have a finding that it did not have before.
    """
    rounds: list[tuple[Edit, ...]] = []
    fixed: list[str] = []
    refused: dict[
        Fix, Refused
    ] = {}  # of the text as it is now: what another fix has changed is tried again
    for _ in range(ROUNDS):
        wanted = [one for one in found if one.fix not in refused and _wanted(one, unsafe)]
        unwritable = [one for one in wanted if not all(writable(edit.text) for edit in _edits(one))]
        refused |= {one.fix: Refused(one, _line(text, one), ()) for one in unwritable if one.fix}
        chosen = apart(one for one in wanted if one.fix not in refused)
        if not chosen:
            break
        trial = Trial(text, found, check)
        trial.add(chosen)
        if trial.taken:
            rounds.append(edits_of(trial.taken))
            fixed += [one.rule for one in trial.taken]
            refused = {}
        else:
            refused |= {
                one.fix: Refused(one, _line(text, one), makes)
                for one, makes in trial.refused
                if one.fix
            }
        text, found = trial.text, trial.found
    left = tuple(one._replace(fix=None) if one.fix in refused else one for one in found)
    return Mended(text, left, tuple(rounds), tuple(fixed), tuple(refused.values()))


def apart(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Of findings with fixes those whose edits do not touch each other; of two that do, the one that begins first."""
    kept: list[Diagnostic] = []
    taken: list[Span] = []
    for one in sorted(found, key=lambda one: (min(_edits(one)), one.rule)):
        spans = [edit.span for edit in _edits(one)]
        if not any(_hits(span, taken) for span in spans):
            kept.append(one)
            for span in spans:
                insort(taken, span)
    return kept


def edits_of(found: Iterable[Diagnostic]) -> tuple[Edit, ...]:
    """The edits of all fixes, in order."""
    return tuple(sorted(edit for one in found for edit in _edits(one)))


class Trial:
    """One round. Fixes are tried all at once; only where that makes a finding are they halved to find out which of them does."""

    def __init__(self, text: str, found: Sequence[Diagnostic], check: Check) -> None:
        self._text = text
        self._before = found
        self._check = check
        self.text, self.found = text, found
        self.taken: list[Diagnostic] = []
        self.refused: list[tuple[Diagnostic, tuple[str, ...]]] = []

    def add(self, chosen: list[Diagnostic]) -> None:
        """Take those of `chosen` that make no finding, together with what is taken already."""
        together = [*self.taken, *chosen]
        edits = edits_of(together)
        text = apply(self._text, edits)
        found = self._check(text)
        makes = new_rules(self._before, together, edits, found)
        if not makes:
            self.taken, self.text, self.found = together, text, found
        elif len(chosen) == 1:
            self.refused.append((chosen[0], makes))
        else:
            self.add(chosen[: len(chosen) // 2])
            self.add(chosen[len(chosen) // 2 :])


def new_rules(
    before: Sequence[Diagnostic],
    mended: Sequence[Diagnostic],
    edits: Sequence[Edit],
    after: Sequence[Diagnostic],
) -> tuple[str, ...]:
    """The rules that say something of the text after `edits` that they did not say before, what should be mended among it."""
    shift = Shift(edits)
    gone = {id(one) for one in mended}
    known: dict[str, dict[int, list[Span]]] = {}
    for one in before:
        if id(one) not in gone:
            span = shift.span(one.span)
            known.setdefault(one.rule, {}).setdefault(span.start, []).append(span)
    strange = []
    for one in after:
        starts = known.get(one.rule, {})
        if one.span.start in starts:
            starts[one.span.start].pop()
            if not starts[one.span.start]:
                del starts[one.span.start]
        else:
            strange.append(one)
    new = []
    for one in strange:  # a finding of a whole paragraph may begin elsewhere now
        starts = known.get(one.rule, {})
        near = next(
            (
                start
                for start, spans in starts.items()
                if any(span.touches(one.span) for span in spans)
            ),
            None,
        )
        if near is None:
            new.append(one.rule)
        else:
            del starts[near]
    return tuple(dict.fromkeys(new))


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
        if (
            number
            and offset < self._edits[number - 1].span.end + side
            and self._edits[number - 1].span.end > self._starts[number - 1]
        ):
            edit = self._edits[number - 1]
            inside = edit.span.start + self._moved[number - 1]
            return inside + len(edit.text) if side else inside
        return offset + self._moved[number]


def _edits(one: Diagnostic) -> tuple[Edit, ...]:
    return one.fix.edits if one.fix else ()


def _wanted(one: Diagnostic, unsafe: bool) -> bool:
    return one.fix is not None and bool(one.fix.edits) and (unsafe or one.fix.safety == SAFE)


def _hits(span: Span, taken: Sequence[Span]) -> bool:
    """Whether `span` touches one of spans that are apart and in order."""
    at = bisect_right(taken, (span.start, span.end))
    return any(span.touches(other) for other in taken[max(0, at - 1) : at + 1])


def _line(text: str, one: Diagnostic) -> int:
    """The line of a finding, from 1."""
    before = text[: one.span.start]
    return before.count("\n") + before.count("\r") - before.count("\r\n") + 1
