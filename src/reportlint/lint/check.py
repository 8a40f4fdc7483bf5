"""Check a report with rules and return the diagnostics: a pipeline of small functions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import partial

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import TYPE_CHECKING, Any
from reportlint.core.diagnostic import OFF, WARNING, Diagnostic
from reportlint.core.glob import matches
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading
from reportlint.core.rule import ALWAYS, Rule
from reportlint.core.span import Span, Spans
from reportlint.core.text import Text, cut_start
from reportlint.kinds import KINDS
from reportlint.lint.merge import one_per_cause
from reportlint.lint.messages import diagnostic, housekeeping
from reportlint.patterns.literal_index import LiteralIndex
from reportlint.patterns.time_budget import LEAST, TimeBudget, budget_of
from reportlint.structure.header_fields import holds
from reportlint.suppression.comments import directives, with_ids

if TYPE_CHECKING:
    from reportlint.core.report_type import ReportType
    from reportlint.core.rule import When
    from reportlint.lint.timing import Timer
    from reportlint.suppression.apply import Ignore, Suppressor, Terms
    from reportlint.suppression.comments import Directive

RULE_TIMEOUT = "rule-timeout"
_MOST_STOPPED = 12  # reports in which a rule may use the time of a report, a minute in all
_LONGEST = 60  # code points of the place of a rule in a message, at most


class Ready:
    """The data that the kinds prepare for rules, each when a report first needs the rule: most of
    the rules of a language that no report is in are never prepared."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._by_rule: dict[int, tuple[Rule, Any]] = {}  # by the identity of the rule, kept alive

    def of(self, rule: Rule) -> Any:
        """What the kind of `rule` has prepared for it."""
        pair = self._by_rule.get(id(rule))
        if pair is None:
            pair = rule, KINDS[rule.kind].prepare(rule.options, self._lexicon)
            self._by_rule[id(rule)] = pair
        return pair[1]


class Prepared(NamedTuple):
    """Rules with the data that their kinds prepare; usable for any number of reports."""

    rules: tuple[Rule, ...]  # those that are on
    ready: Ready
    known: frozenset[str]  # the ids of all rules, off or not
    yields: Mapping[str, tuple[str, ...]]  # the rules that each rule yields to
    library: Mapping[str, Rule]  # all known rules by id
    # by rule: the reports in which it was stopped; besides `ready` the only thing that changes
    stopped: Counter[str]

    def rule(self, rule_id: str) -> Rule | None:
        """The rule with this id; None if it is off or unknown."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)


def prepare(
    rules: Iterable[Rule], lexicon: Lexicon, known: Mapping[str, Rule] | None = None
) -> Prepared:
    """The rules, to be prepared by their kinds, without those that are off. `known` are all
    existing rules by id, if `rules` are only a part of them."""
    rules = tuple(rules)
    active = tuple(rule for rule in rules if rule.severity != OFF)
    return Prepared(
        active,
        Ready(lexicon._replace(literals=LiteralIndex())),
        frozenset((*(known or ()), *(rule.id for rule in rules))),
        {rule.id: rule.yields_to for rule in active if rule.yields_to},
        known or {rule.id: rule for rule in rules},
        Counter(),
    )


class Suppressions(NamedTuple):
    """How a configuration suppresses findings of a report: by its entries, and by whether it
    accepts comments in the text that give no reason."""

    ignores: Sequence[Ignore] = ()  # entries about this report
    reasons: bool = False  # a comment without a reason suppresses nothing


class Checked(NamedTuple):
    """The result of checking one report."""

    findings: list[Diagnostic]  # in text order
    used_ignores: Set[Ignore] = frozenset()  # the entries that suppressed something


NO_SUPPRESSIONS = Suppressions()


def check(
    reading: Reading,
    prepared: Prepared,
    language: str,
    *,
    path: str = "",
    suppressions: Suppressions = NO_SUPPRESSIONS,
    timer: Timer | None = None,
) -> Checked:
    """The findings of the rules in one report, with messages in `language`; `path` is matched
    against `when: path` of the rules.

    An exception in a kind is a bug and is not caught. Only a regex that takes too much time or
    memory becomes a diagnostic, because this is a fault of the rule and the other rules can still
    run.
    """
    active = [rule for rule in prepared.rules if in_force(rule, reading, path)]
    findings = one_per_cause(
        findings_of(active, reading, prepared, language, timer), prepared.yields
    )
    comments = comments_of(reading, prepared)
    if comments or suppressions.ignores:
        ran = [rule.id for rule in active]
        kept, used = _suppressed(findings, reading, comments, suppressions, prepared, ran, language)
        return Checked(in_order(kept), used)
    return Checked(in_order(findings))


def findings_of(
    active: Iterable[Rule],
    reading: Reading,
    prepared: Prepared,
    language: str,
    timer: Timer | None = None,
) -> list[Diagnostic]:
    """All findings of the rules `active` in a report, before any are merged or suppressed."""
    findings: list[Diagnostic] = []
    # all of them before the first search, which looks for the literals of all rules
    ready_rules = [(rule, prepared.ready.of(rule)) for rule in active]
    if timer is not None:
        timer.read(reading)
    with budget_of(len(reading.document.text)):
        for rule, ready in ready_rules:
            if timer is None:
                findings += _run(rule, ready, reading, prepared, language)
            else:
                run = partial(_run, rule, ready, reading, prepared, language)
                findings += timer.rule(rule.id, run)
    return findings


def _suppressed(
    findings: Sequence[Diagnostic],
    reading: Reading,
    comments: Sequence[Directive],
    suppressions: Suppressions,
    prepared: Prepared,
    ran: Sequence[str],
    language: str,
) -> tuple[list[Diagnostic], Set[Ignore]]:
    """`findings` without the suppressed ones, plus those about comments that suppress nothing; and
    the entries used."""
    from reportlint.suppression.unused import UNUSED, unused

    terms, suppressor = suppressor_of(reading, comments, suppressions, prepared)
    kept = suppressor.suppress(findings)
    rule = prepared.rule(UNUSED)
    if comments and rule is not None:
        hits = unused(reading.document, comments, suppressor.used, ran, prepared.known, terms)
        kept += suppressor.suppress([diagnostic(rule, hit, language, reading) for hit in hits])
    return kept, suppressor.used_ignores


def comments_of(reading: Reading, prepared: Prepared) -> Sequence[Directive]:
    """The suppression comments in a report, with short names of rules replaced by ids."""
    comments = directives(reading.document)
    return with_ids(comments, prepared.library) if comments else ()


def suppressor_of(
    reading: Reading, comments: Sequence[Directive], suppressions: Suppressions, prepared: Prepared
) -> tuple[Terms, Suppressor]:
    """The terms of suppression for a report, and its Suppressor."""
    from reportlint.suppression.apply import Suppressor, Terms

    unsuppressible = (rule.id for rule in prepared.rules if not rule.suppressible)
    terms = Terms(suppressions.reasons, frozenset(unsuppressible))
    return terms, Suppressor(reading.document, comments, suppressions.ignores, terms)


def in_order(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """`findings` sorted by start, then by rule, then by end."""
    return sorted(
        findings, key=lambda finding: (finding.span.start, finding.rule, finding.span.end)
    )


def in_force(rule: Rule, reading: Reading, path: str = "") -> bool:
    """Whether `rule` is on and its `when` holds for a report. A condition on the language or type
    does not hold if that of the report is unknown."""
    when = rule.when
    if rule.severity == OFF:
        return False
    if when == ALWAYS:
        return True
    if not _is_for_type(when, reading.type):
        return False
    if when.formats and reading.document.format not in when.formats:
        return False
    if when.languages and reading.language not in when.languages:
        return False
    if when.field is not None and not holds(when.field, reading.document):
        return False
    return not when.paths or matches(when.paths, path.replace("\\", "/"))


def _is_for_type(when: When, report_type: ReportType | None) -> bool:
    """Whether a `when` that names types, or sections of a type, holds for the type of a report."""
    if report_type is None:
        return not when.types and not when.sections
    return not when.types or report_type.id in when.types


def hits(rule: Rule, ready: Any, reading: Reading) -> Iterable[Hit]:
    """The hits of a rule in the sections that its `when` names, or in the whole report if it names
    none."""
    in_report = KINDS[rule.kind].find(reading, ready)
    if not rule.when.sections:
        return in_report
    sections = (reading.section_of(name) for name in rule.when.sections)
    spans = [section.span for section in sections if section is not None]
    inside = Spans((start, max(end, start + 1)) for start, end in spans)
    return (hit for hit in in_report if inside.has(hit.span.start))


def _run(
    rule: Rule, ready: Any, reading: Reading, prepared: Prepared, language: str
) -> list[Diagnostic]:
    if prepared.stopped.get(rule.id, 0) < _MOST_STOPPED:
        return _findings_or_stop(rule, ready, reading, prepared, language)
    with TimeBudget(LEAST):
        return _findings_or_stop(rule, ready, reading, prepared, language)


def _findings_or_stop(
    rule: Rule, ready: Any, reading: Reading, prepared: Prepared, language: str
) -> list[Diagnostic]:
    """The findings of a rule in a report, or the one that it was stopped."""
    try:
        in_report = hits(rule, ready, reading)
        if not in_report:  # nearly always, if there are hundreds of rules
            return []
        weighed_hits = (_weighed(hit, reading) for hit in in_report)
        return [diagnostic(rule, hit, language, reading) for hit in weighed_hits]
    except (TimeoutError, MemoryError):
        prepared.stopped[rule.id] += 1
        return _too_slow(rule, prepared, language)


def _weighed(hit: Hit, reading: Reading) -> Hit:
    """The hit with its severity, which for something missing depends on the whole report."""
    if not hit.lacks:
        return hit
    from reportlint.kinds.form import weighed

    return weighed(hit, reading)


def _too_slow(rule: Rule, prepared: Prepared, language: str) -> list[Diagnostic]:
    """The finding that `rule` was stopped before its end; none if the user has switched off such
    findings."""
    timeout = prepared.rule(RULE_TIMEOUT)
    place = cut_start(f"{rule.path}:{rule.line}" if rule.path else rule.id, _LONGEST)
    if timeout is not None:
        return [housekeeping(timeout, {"rule": rule.id, "place": place, "detail": ""}, language)]
    if RULE_TIMEOUT in prepared.known:
        return []
    detail = (
        Text(  # the user's packs do not include `core`: a text that was not searched is not clean
            f"规则 {rule.id} 太慢，没有查完（{place}）",
            f"the rule {rule.id} is too slow and did not finish ({place})",
        )
    )
    return [Diagnostic(RULE_TIMEOUT, WARNING, Span(0, 0), detail.to(language), transient=True)]
