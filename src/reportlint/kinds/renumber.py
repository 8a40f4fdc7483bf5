"""Fixes of the numbering: a list renumbered from its fault on, a marker of another form written as the list is.

They are unsafe, all of them: the number may be right and an item missing, and the text may refer to items by number. Nothing
is changed but markers of the one list. Where one of them cannot be written, or where dotted numbers (3.1 under 3.) hang on a
number that would change, there is no fix.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.core.diagnostic import UNSAFE, Edit, Fix
from reportlint.core.lexicon import Style
from reportlint.core.numbering import DUPLICATE, GAP, MIXED, ORDER, START, Fault, Marker, Run
from reportlint.core.reading import Reading
from reportlint.core.span import Span
from reportlint.ordinals.decoration import undecorated
from reportlint.ordinals.style import numeral_like

OFFERED = (
    8  # faults of one list that offer a fix; each mends all that follow, and a long list has many
)
_ZEROS = "0０"


def mend(reading: Reading, run: Run, fault: Fault) -> Fix | None:
    """The fix of a fault, None where there is none."""
    if fault.kind == MIXED:
        return _one_form(reading.document.text, fault)
    if fault.kind not in (START, GAP, DUPLICATE, ORDER):
        return None
    if fault not in run.faults[:OFFERED]:
        return None
    edits = _renumbered(reading, run, _first(run, fault))
    return Fix(UNSAFE, edits) if edits else None


def _one_form(text: str, fault: Fault) -> Fix | None:
    """The marker as the list has it; the space behind it stays as it is."""
    span = fault.marker.span
    found = span.cut(text)
    if not fault.expected or undecorated(found).cuts:
        return None  # marks of emphasis within it would be lost
    end = span.start + len(found.rstrip())
    new = fault.expected.rstrip()
    if new != fault.expected and not text[end : end + 1].isspace():
        new = fault.expected
    return Fix(UNSAFE, (Edit(Span(span.start, end), new),))


def _first(run: Run, fault: Fault) -> int:
    """The marker from which the list has to be renumbered: that of the fault, or where a number that comes too late was left out.

    In 1 3 4 2 the 2 is at fault, and the list is right again when it reads 1 2 3 4 from the 3 on.
    """
    at = run.markers.index(fault.marker)
    if fault.kind != ORDER:
        return at
    for number in range(1, at):
        if run.markers[number - 1].value < fault.marker.value < run.markers[number].value:
            return number
    return at


def _renumbered(reading: Reading, run: Run, first: int) -> tuple[Edit, ...] | None:
    """The edits that make the list run on from marker `first`, None where they cannot be made."""
    styles = {style.id: style for style in reading.lexicon.styles}
    text = reading.document.text
    hung = _hung_on(reading, styles)
    digits = _digits(run, text)
    edits = []
    value = run.markers[first - 1].value if first else 0
    for marker in run.markers[first:]:
        value += 1
        if marker.value == value:
            continue
        old = marker.numeral.cut(text)
        new = numeral_like(styles[marker.style], value, old)
        if not new or old in hung or str(marker.value) in hung:
            return None
        if digits and new.isdigit():
            new = new.rjust(digits, "0" if new.isascii() else "０")
        edits.append(Edit(marker.numeral, new))
    return tuple(edits)


def _digits(run: Run, text: str) -> int:
    """How many digits a list writes that counts 01, 02, …; 0 where it does not."""
    numerals = (marker.numeral.cut(text) for marker in run.markers)
    return max((len(one) for one in numerals if len(one) > 1 and one[0] in _ZEROS), default=0)


_last: tuple[Sequence[Run], set[str]] = ((), set())


def _hung_on(reading: Reading, styles: dict[str, Style]) -> set[str]:
    """What dotted numbers of the report begin with: 3 and 3.1 where there is a 3.1.2. Those of the last report are remembered."""
    global _last
    if _last[0] is not reading.runs:
        _last = reading.runs, _prefixes(reading, styles)
    return _last[1]


def _prefixes(reading: Reading, styles: dict[str, Style]) -> set[str]:
    return {
        one.numeral.cut(reading.document.text).rpartition(".")[0]
        for one in _dotted(reading, styles)
    }


def _dotted(reading: Reading, styles: dict[str, Style]) -> Iterator[Marker]:
    for run in reading.runs:
        if styles[run.style].numerals == "dotted":
            yield from run.markers
