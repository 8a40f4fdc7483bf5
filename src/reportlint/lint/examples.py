"""Run the examples of a rule, which are its tests."""

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

MISSING = "missing"  # expected but not found
NOISY = "noisy"  # found but not expected
WRONG_SPAN = "wrong-span"  # found, but not exactly at the marked characters

PATTERN = "pattern"
INDENT = "\u3000\u3000"  # the indent of paragraphs in Chinese reports

Read = Callable[[Example, ReportType | None], Reading]
"""How an example is parsed as a report of a type (None: no type)."""


class Outcome(NamedTuple):
    """One failure of an example; an example that passes has no outcome. Spans are into the text of
    the example."""

    example: Example
    word: str  # MISSING, NOISY or WRONG_SPAN
    expected: Span | None
    found: Span | None


def run_examples(
    rule: Rule, lexicon: Lexicon, types: Mapping[str, ReportType], read: Read
) -> list[Outcome]:
    """Run the rule alone over each of its examples, whatever its severity; it finds nothing in an
    example that `is_meant` rejects.

    For an example of a named pattern that is off by default, this pattern is switched on. An
    example of one line that must be reported is run again with the indent of report paragraphs,
    because a `^` may be right in the example alone. Raises KeyError if an example names a type that
    is not in `types`.
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
    """Whether the rule's `when` holds for an example. The format is always compared, type, path and
    fields only if the example has them, the language never: an example does not name it."""
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
    if example.type:  # its sections are known, so `when: section` can be applied
        return {hit.span for hit in hits(rule, ready, reading)}
    return {hit.span for hit in KINDS[rule.kind].find(reading, ready)}


def _may_be_indented(rule: Rule, example: Example) -> bool:
    """Whether a bad example may also occur as an indented paragraph of a report, behind INDENT."""
    plain = "\n" not in example.text and example.text[:1].isalpha() and not example.type
    return (
        plain and rule.kind == PATTERN and example.format != "rst" and not rule.options.get("scope")
    )


def _indented(example: Example) -> Example:
    spans = tuple((start + len(INDENT), end + len(INDENT)) for start, end in example.spans)
    return example._replace(text=INDENT + example.text, spans=spans)


FRAMES = {"item": "- ", "heading": "## "}
"""Other places of a line in a report, with the mark before it there."""


def not_found_in(rule: Rule, lexicon: Lexicon, read: Read) -> list[tuple[Example, str]]:
    """The one-line examples whose places the rule does not find if the line is an item or a
    heading instead of a paragraph, each with the place in FRAMES where it does not.

    Only for rules that look at items and headings, as they do without a scope.
    """
    missed: list[tuple[Example, str]] = []
    ready = None
    for example in rule.examples:
        if not example.spans or not _may_be_indented(rule, example):
            continue
        ready = ready or KINDS[rule.kind].prepare(_all_on(rule), lexicon)
        if compare(example, _found(rule, read(example, None), ready, example)):
            continue  # it fails as it is, which is already reported
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
    """The failures of an example in which the spans `spans` were reported."""
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
