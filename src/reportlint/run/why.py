"""One line of a file and one rule → why the rule reports something there, or does not.

No decision is made here: the functions that check a file are called step by step. If the rule finds
nothing, it is run again with one of its conditions removed at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.config.rule_names import match_rules, unknown_rule
from reportlint.core.diagnostic import OFF, SEVERITY_NAMES, Diagnostic
from reportlint.core.errors import Problem, UserError
from reportlint.core.reading import Hit
from reportlint.core.request import Settings
from reportlint.core.rule import Rule
from reportlint.core.span import Span
from reportlint.core.text import Text, cut_end
from reportlint.files.origin import origin
from reportlint.files.paths import ErrorOf, nearby, visible
from reportlint.kinds import KINDS
from reportlint.lint import variants
from reportlint.lint.check import (
    Prepared,
    Suppressions,
    check,
    comments_of,
    findings_of,
    in_force,
    suppressor_of,
)
from reportlint.lint.merge import one_per_cause
from reportlint.run.file import read_source
from reportlint.run.setup import Setup, Setups
from reportlint.run.show import Shown, show
from reportlint.run.why_places import place_of
from reportlint.structure.reading import DocumentReading

HOUSEKEEPING = "housekeeping"
_NOT_IN_USE = Text(
    "规则还没写进配置的，加上 --rule-file 规则文件",
    "a rule that no configuration uses yet: add --rule-file FILE",
)

# Verdicts.
FIRES = "fires"
NOT_IN_FORCE = "not-in-force"  # off, or its `when` does not hold
YIELDS = "yields"  # another rule reports the same text
SUPPRESSED = "suppressed"  # by a comment or an entry of `ignore`
BASELINE = "baseline"
EXCUSED = "excused"  # by `unless` or `allow`
OUT_OF_SCOPE = "out-of-scope"
FAMILY_OFF = "pattern-off"  # the named pattern that would find it is off
NO_MATCH = "no-match"


class Step(NamedTuple):
    """One question that was examined, and its answer in a sentence."""

    about: str  # configuration, rule, type, place, match, excuse, suppression, baseline, elsewhere
    sentence: Text


class Answer(NamedTuple):
    """Why a rule reports something at a line, or does not."""

    path: str
    line: int
    rule: str
    verdict: str
    steps: tuple[Step, ...]


class Asked(NamedTuple):
    """Everything needed to explain one rule at one line."""

    setups: Setups
    setup: Setup
    reading: DocumentReading
    relative: str  # path relative to the configuration
    path: str
    line: int
    rule: Rule  # as configured
    suppressions: Suppressions
    others: Sequence[Diagnostic]  # findings of all rules in force, before merging and silencing

    def here(self, span: Span) -> bool:
        """Whether a span touches the line."""
        index = self.reading.document.index
        last = index.line_of(max(span.start, span.end - 1))
        return index.line_of(span.start) <= self.line <= last


def why(path: str, line: int, rule_id: str, settings: Settings) -> Answer:
    """Explain why the rule reports something at a line of the file, or does not. Raises UserError
    for an unknown file, line or rule, and for a bad configuration."""
    files = origin(settings, [path])
    setups = Setups(settings, files, whole=True)
    shown = show(path, settings, setups)
    setup = setups.of(path)
    rules = setup.library.rules
    rule_id = _id_of(rule_id, rules)
    relative = setup.relative(path)
    config = setup.resolver.file(relative)
    with ErrorOf(path):
        source = files.read(path, config.encoding)
    reading = read_source(source, relative, setup, config, settings)
    _check_line(reading, line, path)
    prepared = setup.prepared(config)
    rule = prepared.rule(rule_id) or rules[rule_id]._replace(severity=OFF)
    active = [rule for rule in prepared.rules if in_force(rule, reading, relative)]
    everything = one_per_cause(findings_of(active, reading, prepared, "en"), {})
    suppressions = Suppressions(
        setup.ignores.about(source.path, relative), setup.config.require_reason
    )
    if rule.kind == HOUSEKEEPING:  # it reports on the check itself, so a check has to run
        checked = check(reading, prepared, "en", path=relative, suppressions=suppressions)
        everything += [finding for finding in checked.findings if finding.rule == rule_id]
    asked = Asked(setups, setup, reading, relative, path, line, rule, suppressions, everything)
    facts = tuple(_facts(asked, shown))
    verdict, steps = _verdict(asked, prepared)
    return Answer(path, line, rule_id, verdict, (*facts, *steps))


def _id_of(name: str, rules: Mapping[str, Rule]) -> str:
    """The id of the rule with this id or short name. Raises UserError if there is none."""
    ids = [] if set("*?") & set(name) else match_rules(name, rules)
    if not ids:
        raise UserError([Problem(unknown_rule(name, rules)), Problem(_NOT_IN_USE)])
    return ids[0]


def _check_line(reading: DocumentReading, line: int, path: str) -> None:
    lines = len(reading.document.index)
    if not 1 <= line <= lines:
        message = Text(
            f"没有第 {line} 行，全文 {lines} 行", f"no line {line}: the file has {lines}"
        )
        raise UserError.of(message, visible(path))


def _facts(asked: Asked, shown: Shown) -> Iterator[Step]:
    """The steps that hold for the file, the rule and the line, whatever the rule finds."""
    config, type_ = shown.config, shown.type
    yield Step("configuration", _named(config.value, config.why))
    if shown.excluded:
        yield Step(
            "excluded",
            Text(
                "配置的 exclude 排除了这个文件：直接写出才会检查",
                "the configuration's exclude names the file: it is checked only if named itself",
            ),
        )
    report_type = asked.reading.type
    names = report_type.name if report_type is not None else {}
    yield Step(
        "type",
        Text(
            _named(names.get("zh", type_.value), type_.why).zh,
            _named(names.get("en", type_.value), type_.why).en,
        ),
    )
    rule = next(entry for entry in shown.rules if entry.id == asked.rule.id)
    severity = SEVERITY_NAMES[rule.severity]
    yield Step("rule", Text(f"{severity.zh}：{rule.why.zh}", f"{severity.en}: {rule.why.en}"))
    index, text = asked.reading.document.index, asked.reading.document.text
    start, end = index.line(asked.line)
    start = Span(start, end).trimmed(text).start
    yield Step("line", place_of(asked.reading, Span(start, max(start + 1, end))))


def _named(value: str, why: Text) -> Text:
    return Text(f"{value or '无'}（{why.zh}）", f"{value or 'none'} ({why.en})")


def _verdict(asked: Asked, prepared: Prepared) -> tuple[str, list[Step]]:
    """The verdict, and the steps that lead to it."""
    rule = asked.rule
    if not in_force(rule, asked.reading, asked.relative):
        return NOT_IN_FORCE, list(_would(asked))
    of_rule = [finding for finding in asked.others if finding.rule == rule.id]
    on_line = [finding for finding in of_rule if asked.here(finding.span)]
    if not on_line:
        verdict, steps = _silent(asked)
        index = asked.reading.document.index
        lines = sorted({index.line_of(finding.span.start) for finding in of_rule})
        if lines:
            listed = ", ".join(map(str, lines[:10])) + (" …" if len(lines) > 10 else "")
            elsewhere = Text(f"它在这些行有话说：{listed}", f"it reports line {listed}")
            steps.append(Step("elsewhere", elsewhere))
        return verdict, steps
    verdicts, steps = [], list[Step]()
    for finding in on_line:
        steps.append(Step("match", _matched(asked, finding)))
        verdict, more = _fate(asked, finding, prepared)
        verdicts.append(verdict)
        steps += more
    return (FIRES if FIRES in verdicts else verdicts[0]), steps


def _matched(asked: Asked, finding: Diagnostic) -> Text:
    reading, rule = asked.reading, asked.rule
    text = _short(finding.span.cut(reading.document.text))
    source = variants.source_of(rule, Hit(finding.span), reading, reading.lexicon)
    if source is None:
        return Text(f"找到“{text}”", f"found “{text}”")
    return Text(f"找到“{text}”，凭 {_entry(source)}", f"found “{text}”, by {_entry(source)}")


def _entry(entry: variants.Entry) -> str:
    family = f"patterns: {entry.family}: " if entry.family else ""
    return f"{family}{entry.key}: {_short(entry.value, 60)}"


def _fate(asked: Asked, finding: Diagnostic, prepared: Prepared) -> tuple[str, list[Step]]:
    """Whether a finding is reported, yields, or is silenced, as a verdict with its steps."""
    if finding not in one_per_cause(asked.others, prepared.yields):
        stronger = prepared.yields[finding.rule]
        first = next(
            other
            for other in asked.others
            if other.rule in stronger and other.span.touches(finding.span)
        )
        reason = Text(
            f"让给了 {first.rule}，它已经报了同样的文字（yields-to）",
            f"it yields to {first.rule}, which reports the same characters (yields-to)",
        )
        return YIELDS, [Step("yields-to", reason)]
    silenced = _silenced(asked, finding, prepared)
    if silenced:
        return SUPPRESSED, silenced
    text = asked.reading.document.text
    baseline = asked.setups.baselines.of(asked.path)
    of_rule = [other for other in asked.others if other.rule == finding.rule]
    if baseline and finding not in asked.setups.baselines.to_report(
        of_rule, text, asked.path, lambda _: True
    ):
        place = nearby(baseline.path)
        reason = Text(f"基线 {place} 里已有，不再报", f"known to the baseline {place}")
        return BASELINE, [Step("baseline", reason)]
    severity = SEVERITY_NAMES[finding.severity]
    return FIRES, [Step("reported", Text(f"报为{severity.zh}", f"reported: {severity.en}"))]


def _silenced(asked: Asked, finding: Diagnostic, prepared: Prepared) -> list[Step]:
    """A step for each comment and `ignore` entry that silences a finding."""
    comments = comments_of(asked.reading, prepared)
    _, suppressor = suppressor_of(asked.reading, comments, asked.suppressions, prepared)
    if suppressor.suppress([finding]):
        return []
    line_of = asked.reading.document.index.line_of
    steps = []
    for number, _ in sorted(suppressor.used):
        line = line_of(comments[number].span.start)
        steps.append(
            Step(
                "suppression",
                Text(f"第 {line} 行的注释让它不作声", f"the comment in line {line} silences it"),
            )
        )
    for entry in suppressor.used_ignores:
        place = f"{nearby(entry.path)}:{entry.line}"
        silences = Text(
            f"{place} 的 ignore 让它不作声", f"the entry of ignore at {place} silences it"
        )
        steps.append(Step("suppression", silences))
    return steps


def _would(asked: Asked) -> Iterator[Step]:
    """A step for each match on the line of a rule that is not in force."""
    rule, reading = asked.rule, asked.reading
    for hit in variants.hits_with(rule, rule.options, reading, reading.lexicon):
        if asked.here(hit.span):
            text = _short(hit.span.cut(reading.document.text))
            yield Step("match", Text(f"不然会报“{text}”", f"it would report “{text}”"))


def _silent(asked: Asked) -> tuple[str, list[Step]]:
    """The verdict and steps for a rule in force without a finding on the line: what it finds if one
    of its conditions is removed."""
    rule, options = asked.rule, asked.rule.options
    excused = [
        step
        for entry in variants.entries(options, variants.EXCUSES)
        for step in _new(
            asked, variants.without(options, entry), "excuse", _excused_by(_entry(entry))
        )
    ]
    if excused:
        return EXCUSED, excused
    tries = (
        (EXCUSED, "excuse", variants.unexcused(options), _excused_by("unless, allow")),
        (OUT_OF_SCOPE, "scope", variants.everywhere(options), _OUTSIDE),
        (FAMILY_OFF, "pattern", variants.switched_on(options), _SWITCHED_OFF),
        (OUT_OF_SCOPE, "scope", options, _OTHER_SECTION),
        (EXCUSED, "excuse", variants.everywhere(variants.unexcused(options)), _SEVERAL),
    )
    for verdict, about, changed, because in tries:
        steps = _new(asked, changed, about, because)
        if steps:
            return verdict, steps
    if KINDS[rule.kind].checks_type(options) and asked.reading.type is None:
        no_type = Text(
            "认不出文种，所以什么也不要求", "the report is of no known type, so nothing is demanded"
        )
        return NO_MATCH, [Step("type", no_type)]
    return NO_MATCH, [
        Step("match", Text("这一行没有它要找的", "nothing that it looks for is on the line"))
    ]


_OUTSIDE = Text("不在 scope 之内", "it is out of scope")
_SWITCHED_OFF = Text(
    "找它的那一族是关着的（severity: off）", "the pattern that finds it is off (severity: off)"
)
_OTHER_SECTION = Text("不在 when: section 的节里", "it is in no section that when: section names")
_SEVERAL = Text("既有例外，又不在 scope 之内", "it is both excused and out of scope")


def _excused_by(entry: str) -> Text:
    return Text(f"算作例外，凭 {entry}", f"it is excused by {entry}")


def _new(asked: Asked, options: Mapping[str, Any], about: str, because: Text) -> list[Step]:
    """A step for each match on the line with these options; with its own options, the rule has none
    there."""
    reading = asked.reading
    steps = []
    for hit in variants.hits_with(asked.rule, options, reading, reading.lexicon):
        if asked.here(hit.span):
            text, place = _short(hit.span.cut(reading.document.text)), place_of(reading, hit.span)
            steps.append(
                Step(
                    about,
                    Text(
                        f"“{text}”{because.zh}（{place.zh}）",
                        f"“{text}”: {because.en} ({place.en})",
                    ),
                )
            )
    return steps


def _short(text: str, limit: int = 40) -> str:
    return cut_end(" ".join(text.split()), limit)
