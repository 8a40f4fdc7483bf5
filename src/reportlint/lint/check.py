"""A reading and rules → diagnostics: a pipeline of small pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import TYPE_CHECKING, Any
from reportlint.core.diagnostic import OFF, Diagnostic
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Reading
from reportlint.core.rule import Rule
from reportlint.core.span import Span
from reportlint.kinds import KINDS
from reportlint.lint.merge import one_per_cause
from reportlint.lint.messages import diagnostic, housekeeping
from reportlint.lint.select import in_force, within
from reportlint.suppression.comments import directives

if TYPE_CHECKING:
    from reportlint.lint.timing import Timer
    from reportlint.suppression.apply import Ignore

RULE_TIMEOUT = "rule-timeout"
_LONGEST = 60  # code points of the place of a rule


class Prepared(NamedTuple):
    """Rules, each with what its kind made of it; good for any number of reports."""

    rules: tuple[tuple[Rule, Any], ...]  # those that are not off
    known: frozenset[str]  # the ids of all rules, off or not

    def rule(self, rule_id: str) -> Rule | None:
        """The rule of that id, if it is not off."""
        return next((rule for rule, _ in self.rules if rule.id == rule_id), None)


def prepare(rules: Iterable[Rule], lexicon: Lexicon, known: Iterable[str] = ()) -> Prepared:
    """What each kind makes of its rules, those that are off left out; `known` are the ids of rules that are not among them."""
    rules = tuple(rules)
    ready = (
        (rule, KINDS[rule.kind].prepare(rule.options, lexicon))
        for rule in rules
        if rule.severity != OFF
    )
    return Prepared(tuple(ready), frozenset((*known, *(rule.id for rule in rules))))


def check(
    reading: Reading,
    prepared: Prepared,
    language: str,
    *,
    path: str = "",
    ignores: Sequence[Ignore] = (),
    reasons: bool = False,
    heeded: set[Ignore] | None = None,
    timer: Timer | None = None,
) -> list[Diagnostic]:
    """What the rules have to say of one report, in `language`, in the order of the text.

    `path` is compared with `when: path` of the rules. With `reasons`, a comment must give one. What of `ignores` silences
    something is put into `heeded`. A crash of a kind is a bug and goes through; only a regex that takes too
    long becomes a diagnostic, since it is a fault of the rule's and the other rules can still speak.
    """
    active = [(rule, ready) for rule, ready in prepared.rules if in_force(rule, reading, path)]
    if timer is None:
        found = [
            one for rule, ready in active for one in _run(rule, ready, reading, prepared, language)
        ]
    else:
        timer.read(reading)
        found = []
        for one, ready in active:
            found += timer.rule(one.id, partial(_run, one, ready, reading, prepared, language))
    found = one_per_cause(found)
    comments = directives(reading.document)
    if comments or ignores:
        from reportlint.suppression.apply import UNUSED, Terms, suppress, unused

        terms = Terms(
            reasons, frozenset(rule.id for rule, _ in prepared.rules if not rule.suppressible)
        )
        found, used, entries = suppress(found, reading.document, comments, ignores, terms)
        rule = prepared.rule(UNUSED)
        if comments and rule is not None:
            idle = unused(
                reading.document,
                comments,
                used,
                (rule.id for rule, _ in active),
                prepared.known,
                terms,
            )
            more = [diagnostic(rule, hit, reading, language) for hit in idle]
            more, _, others = suppress(more, reading.document, comments, ignores, terms)
            found, entries = found + more, entries | others
        if heeded is not None:
            heeded |= entries
    return in_order(found)


def in_order(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """By place, then rule."""
    return sorted(found, key=lambda one: (one.span.start, one.rule, one.span.end))


def _run(
    rule: Rule, ready: Any, reading: Reading, prepared: Prepared, language: str
) -> list[Diagnostic]:
    try:
        return [
            diagnostic(rule, hit, reading, language)
            for hit in within(rule, reading, KINDS[rule.kind].find(reading, ready))
        ]
    except TimeoutError:
        tell = prepared.rule(RULE_TIMEOUT)
        if tell is None:
            return []
        place = f"{rule.path}:{rule.line}" if rule.path else rule.id
        place = (
            place if len(place) <= _LONGEST else "…" + place[1 - _LONGEST :]
        )  # its end is what tells
        return [
            housekeeping(
                tell, Span(0, 0), {"rule": rule.id, "place": place, "detail": ""}, language
            )
        ]
