"""A reading and rules → diagnostics: a pipeline of small functions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from functools import partial

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import TYPE_CHECKING, Any
from reportlint.core.diagnostic import OFF, WARNING, Diagnostic
from reportlint.core.glob import matches
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading
from reportlint.core.rule import Rule
from reportlint.core.span import Span, Spans
from reportlint.core.text import Text
from reportlint.kinds import KINDS
from reportlint.kinds.form import weighed
from reportlint.lint.merge import one_per_cause
from reportlint.lint.messages import diagnostic, housekeeping
from reportlint.patterns.literal_index import LiteralIndex
from reportlint.patterns.time_budget import TimeBudget
from reportlint.structure.header_fields import holds
from reportlint.suppression.comments import directives, with_ids

if TYPE_CHECKING:
    from reportlint.core.report_type import ReportType
    from reportlint.core.rule import When
    from reportlint.lint.timing import Timer
    from reportlint.suppression.apply import Ignore, Suppressor, Terms
    from reportlint.suppression.comments import Directive

RULE_TIMEOUT = "rule-timeout"
_LONGEST = 60  # code points of the place of a rule


class Prepared(NamedTuple):
    """Rules, each with what its kind prepared; good for any number of reports."""

    rules: tuple[tuple[Rule, Any], ...]  # those that are not off
    known: frozenset[str]  # the ids of all rules, off or not
    yields: Mapping[str, tuple[str, ...]]  # to which rules a rule yields
    library: Mapping[str, Rule] = {}  # all rules by id, as far as they are known

    def rule(self, rule_id: str) -> Rule | None:
        """The rule of that id, if it is not off."""
        return next((rule for rule, _ in self.rules if rule.id == rule_id), None)


def prepare(
    rules: Iterable[Rule], lexicon: Lexicon, known: Mapping[str, Rule] | None = None
) -> Prepared:
    """Rules made ready by their kinds, those that are off left out; `known` are all that there are,
    by id, where some are not among them."""
    rules = tuple(rules)
    active = [rule for rule in rules if rule.severity != OFF]
    lexicon = lexicon._replace(literals=LiteralIndex())
    return Prepared(
        tuple((rule, KINDS[rule.kind].prepare(rule.options, lexicon)) for rule in active),
        frozenset((*(known or ()), *(rule.id for rule in rules))),
        {rule.id: rule.yields_to for rule in active if rule.yields_to},
        known or {rule.id: rule for rule in rules},
    )


class Suppressions(NamedTuple):
    """What may silence findings besides comments in the text, and what the configuration asks of
    these."""

    ignores: Sequence[Ignore] = ()  # entries that are about this report
    reasons: bool = False  # a comment that gives none silences nothing


class Checked(NamedTuple):
    """What the rules have to say of one report."""

    findings: list[Diagnostic]  # in the order of the text
    used_ignores: Set[Ignore] = frozenset()  # the entries that silenced something


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
    """What the rules have to say of one report, in `language`; `path` is compared with `when: path`
    of the rules.

    A crash of a kind is a bug and goes through; only a regex that takes too long, or too much
    memory, becomes a diagnostic, since it is a fault of the rule's and the other rules can still
    speak.
    """
    active = [(rule, ready) for rule, ready in prepared.rules if in_force(rule, reading, path)]
    findings = one_per_cause(
        findings_of(active, reading, prepared, language, timer), prepared.yields
    )
    comments = comments_of(reading, prepared)
    if comments or suppressions.ignores:
        ran = [rule.id for rule, _ in active]
        kept, used = _suppressed(findings, reading, comments, suppressions, prepared, ran, language)
        return Checked(in_order(kept), used)
    return Checked(in_order(findings))


def findings_of(
    active: Iterable[tuple[Rule, Any]],
    reading: Reading,
    prepared: Prepared,
    language: str,
    timer: Timer | None = None,
) -> list[Diagnostic]:
    """All that the rules `active` find in a report, before anything is merged or silenced."""
    findings: list[Diagnostic] = []
    if timer is not None:
        timer.read(reading)
    with TimeBudget(len(reading.document.text)):
        for rule, ready in active:
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
    """`findings` without what is silenced, with what is to be said of comments that silence
    nothing; and the entries used."""
    from reportlint.suppression.unused import UNUSED, unused

    terms, suppressor = suppressor_of(reading, comments, suppressions, prepared)
    kept = suppressor.suppress(findings)
    rule = prepared.rule(UNUSED)
    if comments and rule is not None:
        hits = unused(reading.document, comments, suppressor.used, ran, prepared.known, terms)
        kept += suppressor.suppress([diagnostic(rule, hit, language, reading) for hit in hits])
    return kept, suppressor.used_ignores


def comments_of(reading: Reading, prepared: Prepared) -> Sequence[Directive]:
    """The comments to the linter in a report, short names of rules in them made ids."""
    comments = directives(reading.document)
    return with_ids(comments, prepared.library) if comments else ()


def suppressor_of(
    reading: Reading, comments: Sequence[Directive], suppressions: Suppressions, prepared: Prepared
) -> tuple[Terms, Suppressor]:
    """What silences findings in a report, and on what terms."""
    from reportlint.suppression.apply import Suppressor, Terms

    unsuppressible = (rule.id for rule, _ in prepared.rules if not rule.suppressible)
    terms = Terms(suppressions.reasons, frozenset(unsuppressible))
    return terms, Suppressor(reading.document, comments, suppressions.ignores, terms)


def in_order(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """By place, then rule."""
    return sorted(
        findings, key=lambda finding: (finding.span.start, finding.rule, finding.span.end)
    )


def in_force(rule: Rule, reading: Reading, path: str = "") -> bool:
    """Whether `rule` is switched on and its `when` holds. A language or type that cannot be told
    holds for no `when` that asks."""
    when = rule.when
    if rule.severity == OFF or not _is_for_type(when, reading.type):
        return False
    if when.formats and reading.document.format not in when.formats:
        return False
    if when.languages and reading.language not in when.languages:
        return False
    if when.field is not None and not holds(when.field, reading.document):
        return False
    return not when.paths or matches(when.paths, path.replace("\\", "/"))


def _is_for_type(when: When, report_type: ReportType | None) -> bool:
    """Whether a `when` that names types, or sections of one, allows for the type of a report."""
    if report_type is None:
        return not when.types and not when.sections
    return not when.types or report_type.id in when.types


def hits(rule: Rule, ready: Any, reading: Reading) -> Iterable[Hit]:
    """What a rule finds in the sections that its `when` names, in the whole report where it names
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
    try:
        weighed_hits = (weighed(hit, reading) for hit in hits(rule, ready, reading))
        return [diagnostic(rule, hit, language, reading) for hit in weighed_hits]
    except (TimeoutError, MemoryError):
        return _too_slow(rule, prepared, language)


def _too_slow(rule: Rule, prepared: Prepared, language: str) -> list[Diagnostic]:
    """The finding that `rule` was stopped before its end; none where the user has switched off such
    findings."""
    timeout = prepared.rule(RULE_TIMEOUT)
    place = f"{rule.path}:{rule.line}" if rule.path else rule.id
    place = place if len(place) <= _LONGEST else "…" + place[1 - _LONGEST :]
    if timeout is not None:
        return [housekeeping(timeout, {"rule": rule.id, "place": place, "detail": ""}, language)]
    if RULE_TIMEOUT in prepared.known:
        return []
    detail = (
        Text(  # packs of the user's own without `core`: a text that was not searched is not clean
            f"规则 {rule.id} 太慢，没有查完（{place}）",
            f"the rule {rule.id} is too slow and did not finish ({place})",
        )
    )
    return [Diagnostic(RULE_TIMEOUT, WARNING, Span(0, 0), detail.to(language), transient=True)]
