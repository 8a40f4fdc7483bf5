"""Which findings a change touches: those on a changed line, or of a whole list, section or document that was changed.

Lines are those that Git counts, which end at a line feed and at nothing else; a finding's place is turned into them here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from reportlint._startup.namedtuple import NamedTuple
from reportlint.changes.patch import FilePatch
from reportlint.core import document as d
from reportlint.core.diagnostic import Diagnostic
from reportlint.core.reading import Reading
from reportlint.core.rule import Rule
from reportlint.core.span import Span
from reportlint.suppression.apply import UNUSED, silences
from reportlint.suppression.comments import directives

ABOUT_THE_FILE = frozenset({"undecodable", "unreadable", "rule-timeout"})
OUTLINE = frozenset(
    {"missing", "order", "duplicate", "extra"}
)  # faults of kind `section` that lie in the headings
AT_LEAST = 2  # body paragraphs at either end in which an opening or a closing is sought


class Change(NamedTuple):
    """What was changed in one file that is still there."""

    whole: bool = False  # the file is new, or no more is known than that it changed
    added: tuple[
        tuple[int, int], ...
    ] = ()  # first and last line, from 1, of each stretch that is new
    cuts: tuple[
        int, ...
    ] = ()  # after which lines something was taken away, with nothing in its place; 0 is the start
    patch: FilePatch | None = None

    @property
    def empty(self) -> bool:
        """Whether no line of it was changed: it was only renamed, say."""
        return not (self.whole or self.added or self.cuts)


NEW = Change(whole=True)


def change(patch: FilePatch) -> Change:
    """The lines of the new file that a patch touches."""
    if patch.binary or not patch.old:
        return NEW
    added: list[tuple[int, int]] = []
    cuts: list[int] = []
    for hunk in patch.hunks:
        line = hunk.new + (
            not any(one[:1] != b"-" for one in hunk.lines)
        )  # of the line that comes next
        start, removed = line, False
        for one in (*hunk.lines, b" "):
            if one[:1] == b"+":
                line += 1
            elif one[:1] == b"-":
                removed = True
            else:
                if line > start:
                    added.append((start, line - 1))
                elif removed:
                    cuts.append(line - 1)
                line += 1
                start, removed = line, False
    return Change(False, tuple(added), tuple(cuts), patch)


def before(text: str, patch: FilePatch, encoding: str) -> str | None:
    """The text as it was before the patch; None where the patch does not fit it. `encoding` is that of lines not in UTF-8."""
    lines = [line + "\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    if not lines[-1]:
        lines.pop()
    made: list[str] = []
    done = 0
    for hunk in patch.hunks:
        new = [_decoded(line[1:], encoding) for line in hunk.lines if line[:1] != b"-"]
        old = [_decoded(line[1:], encoding) for line in hunk.lines if line[:1] != b"+"]
        at = hunk.new - 1 if new else hunk.new
        if at < done or [_bare(line) for line in lines[at : at + len(new)]] != [
            _bare(line) for line in new
        ]:
            return None
        made += lines[done:at] + old
        done = at + len(new)
    return "".join(made + lines[done:])


def moved(made: Change, text: str, mended: str) -> Change:
    """The same change in a text that has been mended since: its lines are where their like in `text` has gone."""
    from difflib import SequenceMatcher

    old, new = text.split("\n"), mended.split("\n")
    changed = {line for start, end in made.added for line in range(start, end + 1)}
    added: list[tuple[int, int]] = []
    cuts: list[int] = []
    for word, low, high, start, end in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if word == "equal":
            added += (
                (line + 1 - low + start,) * 2 for line in range(low, high) if line + 1 in changed
            )
        elif end > start and any(line + 1 in changed for line in range(low, high)):
            added.append((start + 1, end))
        cuts += (
            min(cut - low + start, end)
            for cut in made.cuts
            if low <= cut < high or cut == high == len(old)
        )
    return Change(made.whole, tuple(added), tuple(cuts), made.patch)


def _decoded(line: bytes, encoding: str) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode(encoding or "utf-8", "replace")


def _bare(line: str) -> str:
    """A line without its break and a byte-order mark: on disk it may end otherwise than Git has it."""
    return line.rstrip("\r\n").removeprefix("\ufeff")


class Touched:
    """Tells for the findings of one report whether the change touches them. `old` gives the report as it was, or None."""

    def __init__(
        self,
        reading: Reading,
        made: Change,
        rules: Iterable[Rule],
        old: Callable[[], Reading | None],
    ) -> None:
        self._reading = reading
        self._text = reading.document.text
        self._change = made
        self._rules = {rule.id: rule for rule in rules}
        self._old = old
        self._headings: bool | None = None
        self._breaks = [at for at, char in enumerate(self._text) if char == "\n"]

    def __call__(self, one: Diagnostic) -> bool:
        """Whether the finding is one of the change's."""
        if self._change.whole:
            return True
        if self._change.empty:
            return False
        rule = self._rules.get(one.rule)
        kind = rule.kind if rule else ""
        if one.rule in ABOUT_THE_FILE:
            return True
        if one.rule == UNUSED:
            return any(self._hit(span) for span in self._silenced(one))
        if kind in ("ordinal", "announced-count"):
            return self._hit(one.span) or any(self._around(span) for span in self._lists(one))
        if kind == "section":
            return self._section(one, str(rule.options.get("fault")) if rule else "")
        if kind == "required":
            return self._around(self._place(one, rule))
        return self._hit(one.span) or any(self._hit(related.span) for related in one.related)

    def _hit(self, span: Span) -> bool:
        """Whether a line of the span was changed, or lines within it were taken away."""
        return self._changed(*self._lines(span), near=False)

    def _around(self, span: Span) -> bool:
        """Whether so, or lines right before or behind it were taken away: they may have been of the same list or section."""
        return self._changed(*self._lines(span), near=True)

    def _changed(self, first: int, last: int, *, near: bool) -> bool:
        if any(start <= last and first <= end for start, end in self._change.added):
            return True
        low, high = (first - 1, last) if near else (first, last - 1)
        return any(low <= cut <= high for cut in self._change.cuts)

    def _lines(self, span: Span) -> tuple[int, int]:
        first = bisect_left(self._breaks, span.start) + 1
        return first, max(first, bisect_left(self._breaks, max(span.end - 1, span.start)) + 1)

    def _lists(self, one: Diagnostic) -> list[Span]:
        """The whole of each list that the finding is about, the last item's paragraph among it."""
        places = [one.span, *(related.span for related in one.related)]
        found = []
        for run in self._reading.runs:
            starts = [marker.span.start for marker in run.markers]
            if any(_has(starts, place) for place in places):
                blocks = self._reading.document.blocks
                found.append(
                    Span(
                        starts[0],
                        max(run.markers[-1].span.end, blocks[run.markers[-1].block].span.end),
                    )
                )
        return [*found, *(Span(a.start, b.end) for a, b in pairwise(sorted(places))), *places]

    def _section(self, one: Diagnostic, fault: str) -> bool:
        if fault in OUTLINE:
            return self._headings_changed()
        whole = [
            section.span for section in self._reading.sections if section.heading.touches(one.span)
        ]
        return self._hit(one.span) or any(self._around(span) for span in whole)

    def _place(self, one: Diagnostic, rule: Rule | None) -> Span:
        """Where a demand could have been met: the first paragraphs of the document, the last ones, or a section."""
        at = str((rule.options.get("from") or rule.options.get("at") or "") if rule else "")
        body = self._reading.body
        end = len(self._text)
        if at in ("opening", "closing") and body:
            placement = getattr(self._reading.type, at, None) if self._reading.type else None
            within = max(
                AT_LEAST,
                int((rule.options.get("within") if rule else 0) or 0),
                placement.within if placement else 0,
            )
            if at == "opening":
                return Span(0, body[:within][-1].span.end)
            return Span(body[-within:][0].span.start, end)
        section = (
            self._reading.section_of(at.removeprefix("section:"))
            if at.startswith("section:")
            else None
        )
        if section is not None:
            return section.span
        return one.span if at == "title" else Span(0, end)

    def _headings_changed(self) -> bool:
        """Whether the title or a heading is another than before; where the report as it was is not known, they may be."""
        if self._headings is None:
            old = self._old()
            self._headings = old is None or _outline(old) != _outline(self._reading)
        return self._headings

    def _silenced(self, one: Diagnostic) -> list[Span]:
        """The comment that silences nothing, and the lines that it was for."""
        document = self._reading.document
        index, comments = document.index, directives(document)
        made = [
            quiet
            for quiet in silences(document, comments)
            if comments[quiet.directive].span == one.span
        ]
        lines = ((quiet.first, min(quiet.last, len(index))) for quiet in made)
        return [
            one.span,
            *(Span(index.line(first).start, index.line(last).end) for first, last in lines),
        ]


def _outline(reading: Reading) -> list[tuple[str, int]]:
    text = reading.document.text
    titles = [
        (block.content.cut(text).strip(), 0)
        for block in reading.document.blocks
        if block.role == d.TITLE
    ]
    return titles + [(section.title, section.level) for section in reading.sections]


def _has(starts: Sequence[int], place: Span) -> bool:
    """Whether a marker begins in a place, or the place in it: a place is without the spaces around a marker."""
    at = bisect_right(starts, place.start)
    return (
        (at > 0 and starts[at - 1] == place.start)
        or (at < len(starts) and starts[at] < place.end)
        or _near(starts, at, place)
    )


def _near(starts: Sequence[int], at: int, place: Span) -> bool:
    return at > 0 and place.start - starts[at - 1] <= 2
