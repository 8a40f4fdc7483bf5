"""A rule's own examples are its tests."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core.diagnostic import OFF, WARNING
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Reading
from reportlint.core.report_type import ReportType
from reportlint.core.rule import Example, Rule, When
from reportlint.core.span import Span
from reportlint.kinds import KINDS
from reportlint.lint.check import hits, in_force
from reportlint.structure.header_fields import fields_of

MISSING = "missing"  # expected and not found
NOISY = "noisy"  # found and not expected
WRONG_SPAN = "wrong-span"  # found, but not exactly on the characters that are marked

PATTERN = "pattern"
INDENT = "\u3000\u3000"  # as paragraphs of Chinese reports begin

Read = Callable[[Example, ReportType | None], Reading]
"""How an example is read as a report of a type (None is none)."""


class Outcome(NamedTuple):
    """What is wrong with one example; an example that holds has no outcome. Spans are into the
    example's text."""

    example: Example
    word: str  # MISSING, NOISY or WRONG_SPAN
    expected: Span | None
    found: Span | None


def run_examples(
    rule: Rule, lexicon: Lexicon, types: Mapping[str, ReportType], read: Read
) -> list[Outcome]:
    """Run the rule alone over each of its examples, whatever its severity, where `is_meant`.

    An example of a named pattern that is off by default is run with that pattern switched on. A
    line that must be reported is run once more behind the indent that paragraphs of reports have,
    since `^` would be right in the example alone. Raises KeyError where an example names a type
    that `types` lacks.
    """
    ready = {"": KINDS[rule.kind].prepare(rule.options, lexicon)}
    outcomes: list[Outcome] = []
    for example in rule.examples:
        family = example.family if _is_off(rule, example.family) else ""
        if family not in ready:
            ready[family] = KINDS[rule.kind].prepare(_switched_on(rule, family), lexicon)
        reading = read(example, types[example.type] if example.type else None)
        spans = _found(rule, reading, ready[family], example)
        wrong = compare(example, spans)
        if spans and not wrong and _may_be_indented(rule, example):
            indented = _indented(example)
            again = _found(rule, read(indented, None), ready[family], indented)
            wrong = compare(indented, again)
        outcomes += wrong
    return outcomes


def is_meant(rule: Rule, reading: Reading, example: Example) -> bool:
    """Whether the rule's `when` holds of an example, as far as the example says what it asks: its
    format always, the rest where it names a type or a path, or has fields. An example says nothing
    of its language."""
    when = rule.when
    asked = When(
        when.types if example.type else (),
        paths=when.paths if example.path else (),
        field=when.field if fields_of(reading.document) else None,
        formats=when.formats,
    )
    return in_force(rule._replace(when=asked, severity=WARNING), reading, example.path)


def _found(rule: Rule, reading: Reading, ready: Any, example: Example) -> set[Span]:
    if not is_meant(rule, reading, example):
        return set()
    if example.type:  # then its sections are known, and `when: section` is heeded
        return {hit.span for hit in hits(rule, ready, reading)}
    return {hit.span for hit in KINDS[rule.kind].find(reading, ready)}


def _may_be_indented(rule: Rule, example: Example) -> bool:
    """Whether a bad example may as well stand in a report as a paragraph does there: behind
    ."""
    plain = "\n" not in example.text and example.text[:1].isalpha() and not example.type
    return (
        plain and rule.kind == PATTERN and example.format != "rst" and not rule.options.get("scope")
    )


def _indented(example: Example) -> Example:
    spans = tuple((start + len(INDENT), end + len(INDENT)) for start, end in example.spans)
    return example._replace(text=INDENT + example.text, spans=spans)


FRAMES = {"item": "- ", "heading": "## "}
"""Where a line stands in a report besides paragraphs, and what stands before it there."""


def not_found_in(rule: Rule, lexicon: Lexicon, read: Read) -> list[tuple[Example, str]]:
    """Examples of one line whose finds the rule does not make where the line is an item or a
    heading, and which of them.

    Only of rules that look at both, as they do where no scope is said.
    """
    missed: list[tuple[Example, str]] = []
    ready = None
    for example in rule.examples:
        if not example.spans or not _may_be_indented(rule, example):
            continue
        ready = ready or KINDS[rule.kind].prepare(_all_on(rule), lexicon)
        if compare(example, _found(rule, read(example, None), ready, example)):
            continue  # it does not hold as it stands, which is said already
        for frame, mark in FRAMES.items():
            framed = example._replace(text=mark + example.text, format="markdown")
            spans = _found(rule, read(framed, None), ready, framed)
            if (
                not {Span(start + len(mark), end + len(mark)) for start, end in example.spans}
                <= spans
            ):
                missed.append((example, frame))
    return missed


def _all_on(rule: Rule) -> Mapping[str, object]:
    options: Mapping[str, object] = rule.options
    for family in rule.options.get("patterns") or {}:
        if _is_off(rule, family):
            options = _switched_on(rule._replace(options=options), family)
    return options


def compare(example: Example, spans: set[Span]) -> list[Outcome]:
    """What is wrong with an example in which the places `spans` were reported."""
    missing = sorted({Span(*span) for span in example.spans} - spans)
    noisy = sorted(spans - {Span(*span) for span in example.spans})
    outcomes: list[Outcome] = []
    for expected in missing:
        near = next((span for span in noisy if span.touches(expected)), None)
        if near is None:
            outcomes.append(Outcome(example, MISSING, expected, None))
        else:
            noisy.remove(near)
            outcomes.append(Outcome(example, WRONG_SPAN, expected, near))
    return outcomes + [Outcome(example, NOISY, None, span) for span in noisy]


def _is_off(rule: Rule, family: str) -> bool:
    options = (rule.options.get("patterns") or {}).get(family)
    return isinstance(options, Mapping) and options.get("severity") == OFF


def _switched_on(rule: Rule, family: str) -> dict[str, object]:
    patterns = rule.options["patterns"]
    return {**rule.options, "patterns": {**patterns, family: {**patterns[family], "severity": ""}}}
