"""The parts of a rule that none of its examples needs: words and regexes that match in none,
exceptions and alternatives whose removal changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Reading
from reportlint.core.report_type import ReportType
from reportlint.core.rule import Rule
from reportlint.core.span import Span
from reportlint.lint.examples import Read, is_meant
from reportlint.lint.variants import (
    EXCUSES,
    FINDS,
    Entry,
    entries,
    hits_with,
    instead,
    only,
    switched_on,
    without,
)
from reportlint.patterns.prefilter_table import Prefilters
from reportlint.patterns.words import fixed_part

KINDS_WITH_LISTS = ("pattern", "count")
NOTHING = "(?!)"  # a regex that matches nowhere


class Unneeded(NamedTuple):
    """An entry of a rule, or one alternative in it (`branch`), that no example needs."""

    entry: Entry
    branch: str = ""  # "": the whole entry


class Coverage(NamedTuple):
    """How many parts of a rule its examples need."""

    parts: int  # number of entries, and of the alternatives in them
    unneeded: tuple[Unneeded, ...]


def coverage(rule: Rule, lexicon: Lexicon, types: Mapping[str, ReportType], read: Read) -> Coverage:
    """How many words, regexes, swaps and exceptions a rule has, and which of them its examples do
    not need. Raises KeyError as `run_examples` does."""
    if rule.kind not in KINDS_WITH_LISTS:
        return Coverage(0, ())
    rule = rule._replace(options=switched_on(rule.options))
    read_all = (
        (example, read(example, types[example.type] if example.type else None))
        for example in rule.examples
    )
    readings = [reading for example, reading in read_all if is_meant(rule, reading, example)]
    # the same regexes are prepared many times: cache what they demand of a text
    trial = _Trial(rule, lexicon._replace(prefilters=Prefilters()), readings)
    parts, unneeded = 0, list[Unneeded]()
    for entry in entries(rule.options, (*FINDS, *EXCUSES)):
        branches = _branches(entry)
        parts += 1 + len(branches)
        if not trial.needs(entry):
            unneeded.append(Unneeded(entry))
        else:
            unneeded += (
                Unneeded(entry, branch.cut(entry.value))
                for branch in branches
                if not trial.needs_branch(entry, branch)
            )
    return Coverage(parts, tuple(unneeded))


def _branches(entry: Entry) -> Sequence[Span]:
    return branches(entry.value) if entry.key in ("regex", "unless") else ()


class _Trial:
    """The examples of a rule, for comparing its hits with and without an entry."""

    def __init__(self, rule: Rule, lexicon: Lexicon, readings: Sequence[Reading]) -> None:
        self._rule = rule
        self._lexicon = lexicon
        self._readings = readings
        self._texts = "\n".join(reading.document.text for reading in readings).casefold()

    def needs(self, entry: Entry) -> bool:
        """Whether an entry matches anything in an example, or excuses a match. A literal that is in
        no example is not tried."""
        literal = entry.key in ("words", "allow") or (
            entry.key == "swap" and not entry.value.startswith("/")
        )
        if literal and fixed_part(entry.value).casefold() not in self._texts:
            return False
        options = self._around(entry)
        if entry.key in FINDS:
            return any(self._finds(options))
        return self._differ(options, without(options, entry))

    def needs_branch(self, entry: Entry, branch: Span) -> bool:
        """Whether the result of an example changes if an alternative of the entry never matches."""
        options = self._around(entry)
        return self._differ(options, instead(options, entry, without_branch(entry.value, branch)))

    def _around(self, entry: Entry) -> Mapping[str, Any]:
        """The rule's options that concern the entry: the entry alone, or for an exception also all
        that it may excuse."""
        options = self._rule.options
        if entry.family:
            family = options["patterns"][entry.family]
            options = {**options, "patterns": {entry.family: family}, **dict.fromkeys(FINDS, ())}
            options["swap"] = {}
        return only(options, entry) if entry.key in FINDS else options

    def _differ(self, options: Mapping[str, Any], others: Mapping[str, Any]) -> bool:
        return any(
            before != other
            for before, other in zip(self._finds(options), self._finds(others), strict=True)
        )

    def _finds(self, options: Mapping[str, Any]) -> Iterator[list[tuple[Span, str]]]:
        for reading in self._readings:
            hits = hits_with(self._rule, options, reading, self._lexicon)
            yield [(hit.span, str(hit.values.get("replacement", ""))) for hit in hits]


class _Group(NamedTuple):
    """An open group: the start of its current alternative, and the spans of those before it."""

    start: int
    done: tuple[Span, ...] = ()


def branches(source: str) -> list[Span]:
    """The spans of the alternatives of a regex, in order, only of groups with several."""
    spans: list[Span] = []
    opened = [_Group(0)]
    at = 0
    while at < len(source):
        step = _length(source, at)
        if step > 1 or source[at] not in "(|)":
            at += step
            continue
        if source[at] == "(":
            opened.append(_Group(_inside(source, at)))
        elif source[at] == "|":
            group = opened.pop()
            opened.append(_Group(at + 1, (*group.done, Span(group.start, at))))
        elif len(opened) > 1:
            spans += _closed(opened.pop(), at)
        at += 1
    for group in opened:
        spans += _closed(group, len(source))
    return sorted(spans)


def without_branch(source: str, branch: Span) -> str:
    """The regex with one alternative replaced by one that matches nothing."""
    return source[: branch.start] + NOTHING + source[branch.end :]


def _closed(group: _Group, end: int) -> list[Span]:
    return [*group.done, Span(group.start, end)] if group.done else []


def _inside(source: str, at: int) -> int:
    """The offset of the content of the group that opens at `at`, after `(?:`, `(?P<name>`, `(?<=`
    and the like."""
    if not source.startswith("(?", at):
        return at + 1
    for mark in ("(?:", "(?=", "(?!", "(?<=", "(?<!", "(?>", "(?|"):
        if source.startswith(mark, at):
            return at + len(mark)
    end = min((i for i in (source.find(c, at) for c in ">:)") if i >= 0), default=at)
    return end + (source[end : end + 1] != ")")


def _length(source: str, at: int) -> int:
    """The length of the escape or set that begins at `at`; 1 for anything else."""
    if source[at] == "\\":
        return 2
    if source[at] != "[":
        return 1
    end = at + 1 + source.startswith("^", at + 1)
    end += source.startswith("]", end)
    while end < len(source) and source[end] != "]":
        end += 2 if source[end] == "\\" else 1
    return end + 1 - at
