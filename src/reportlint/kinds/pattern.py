"""Kind `pattern`: words and regexes, in named families that can be switched off one by one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core import schema
from reportlint.core.diagnostic import SAFE, SEVERITIES, UNSAFE, Edit, Fix
from reportlint.core.document import ZONE_BLANK
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading
from reportlint.core.schema import Field
from reportlint.core.span import Span
from reportlint.core.text import Text
from reportlint.kinds import scopes
from reportlint.kinds.forms import BLANK, FILLED, names_of, regexes_of
from reportlint.kinds.options import (
    EXAMPLES,
    NAME,
    REGEX,
    SWITCHED,
    choice,
    families,
    flag,
    ignore_case,
    regexes,
    switched_on,
    texts,
    with_defaults,
)
from reportlint.kinds.swaps import Swaps, bad_keys, swaps_of
from reportlint.patterns.exceptions import Exceptions
from reportlint.patterns.phrases import phrase_pattern
from reportlint.patterns.rule_pattern import (
    PatternGroup,
    RulePattern,
    from_regexes,
    from_words,
    span_of,
)

FINDS: Mapping[str, Field] = {
    "words": texts(
        "要找的词；英文词按整词匹配", "words to find; English words match as whole words"
    ),
    "regex": regexes(
        "要找的正则；名为 at 的组只报该组",
        "regexes to find; if a regex has a group named `at`, only the group is reported",
    ),
    "swap": schema.mapped(
        "写错的: 应写的，或几个应写的；写错的写成 /正则/ 就按正则找",
        "wrong text: right text, or several; a wrong text written as /regex/ is a regex",
        texts("应写的", "what is right"),
        {},
    ),
    "unless": regexes(
        "命中落在这些正则的匹配之内则不算",
        "regexes; a match inside a match of one of them is not reported",
    ),
    "allow": texts(
        "命中落在这些文字之内则不算", "texts; a match inside one of them is not reported"
    ),
    "scope": scopes.field(),
    "which": scopes.which_field(),
    "severity-without-type": choice(
        "未识别出文种时的级别", "the severity in a report whose type is not recognised", SEVERITIES
    ),
    "ignore-case": ignore_case(),
    "replace": schema.text(
        r"修复时换成的文字，可用 \1", r"the text that a fix inserts; \1 is the first group"
    ),
    "safe": flag("修复无须人看", "the fix is safe: it needs no review"),
}
_PIECES = schema.mapped(
    "式样里各部分的写法",
    "how the pieces of `forms` are written",
    schema.record(
        "一个部分",
        "a piece",
        {
            FILLED: REGEX._replace(doc=Text("填好的样子", "the piece when filled in"), default=""),
            BLANK: REGEX._replace(doc=Text("空着的样子", "the piece when left blank"), default=""),
        },
    ),
    {},
)
_FAMILY: Mapping[str, Field] = {
    "name": NAME._replace(doc=Text("消息里怎么叫它", "its name in messages")),
    **FINDS,
    "ignore-case": ignore_case()._replace(default=None),  # default: that of the rule
    "severity": SWITCHED._replace(
        doc=Text("这一族的级别，off 为默认关闭", "the severity of this group; off: not searched")
    ),
    "prompts": flag("找文种的模板提示语", "find the `prompts` of the report type"),
    "blanks": flag(
        "找文档自己标明要填的地方，如 Word 里没有填写的内容控件",
        "find places that the document itself marks as unfilled, such as an empty content control"
        " in Word",
    ),
    "forms": regexes(
        "一个整体的式样，如 <year>-<month>-<day>：至少一个部分空着，其余填好或也空着，就报",
        "regexes that name their pieces, as <year>-<month>-<day>: reported if at least one piece"
        " is blank and each of the others is filled in or blank",
    ),
    "pieces": _PIECES,
    "examples": EXAMPLES,
}
OPTIONS: Mapping[str, Field] = {
    **FINDS,
    "pieces": _PIECES,
    "patterns": families(
        "有名字的各族写法，可逐一关闭",
        "named groups of patterns, each of which can be switched off",
        _FAMILY,
    ),
}
FIELDS: Mapping[str, str] = {"found": "XX", "name": "XX", "replacement": ""}

_GROUP = lazy(r"\\(?:\d|g<)")


class Family(NamedTuple):
    """One prepared family."""

    name: Mapping[str, str]
    finds: tuple[RulePattern, ...]
    words: RulePattern | None  # the one of `finds` for which `replace` is a literal text
    swaps: Swaps  # the replacements for those of `finds` that are keys of `swap`
    excuses: tuple[RulePattern, ...]  # a match inside a match of one of these does not count
    scope: scopes.Scope
    severity: str
    severity_without_type: str
    replace: str | None
    safety: str
    prompts: bool  # finds the prompts of templates that the report's type names
    blanks: bool  # finds what the document itself marks as unfilled


class Prepared(NamedTuple):
    """The families that are on, and the patterns of all of them."""

    families: tuple[Family, ...]
    finds: PatternGroup
    asks_document: bool  # whether a family finds something without a pattern of the rule


class Finding(NamedTuple):
    """A match of one family, before overlapping matches are resolved."""

    span: Span
    family: Family
    replacements: tuple[
        str, ...
    ]  # one replacement becomes a fix; of several the author must choose one


def complaints(options: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    """The reasons why a rule could never find anything, or its fix could never be applied."""
    yield from _complaints_of_rule(options)
    families = (options.get("patterns") or {}).values()
    for family in (options, *(family for family in families if isinstance(family, Mapping))):
        yield from _complaints_of_replace(family)
        for message in bad_keys(family.get("swap") or {}):
            yield "swap", message
        yield from _complaints_of_forms(family, options.get("pieces") or {})


def _complaints_of_rule(options: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    """The faults of a rule as a whole: it has nothing to find, or nothing to replace."""
    if not any(options.get(name) for name in ("words", "regex", "swap", "patterns")):
        yield (
            "kind",
            Text(
                "要写 words、regex、swap 或 patterns，否则永远不报",
                "without words, regex, swap or patterns the rule never finds anything",
            ),
        )
    fixes = options.get("replace") is not None or options.get("swap") or options.get("patterns")
    if options.get("safe") and not fixes:
        yield "safe", Text("没有 replace，safe 不起作用", "safe means nothing without replace")


def _complaints_of_forms(
    options: Mapping[str, Any], shared: Mapping[str, Any]
) -> Iterator[tuple[str, Text]]:
    """The pieces in the forms of a family that neither it nor the rule (`shared`) defines."""
    known = {**shared, **(options.get("pieces") or {})}
    for form in options.get("forms") or ():
        for name in names_of(form):
            if name not in known:
                yield (
                    "patterns",
                    Text(f"pieces 里没有 <{name}>", f"pieces has no <{name}>"),
                )


def _complaints_of_replace(options: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    """Why the fix of a rule or of one of its families would write text that nobody intends."""
    replace = options.get("replace") or ""
    if options.get("words") and not options.get("regex") and _GROUP.search(replace):
        yield (
            "replace",
            Text(
                f"words 没有分组，“{replace}”会照样写进报告；要用分组就写 regex",
                f"words have no groups, so “{replace}” would be written into the report; use regex",
            ),
        )


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> Prepared:
    """The families that are on, the family of the rule's own patterns first. Regexes are compiled
    when they are first needed."""
    rule = with_defaults(options, OPTIONS)
    whole = _family(with_defaults(rule, _FAMILY), rule, lexicon)
    # Prepared once for all families, so that they share the patterns and their cached matches.
    shared = from_regexes(rule["unless"], lexicon, rule["ignore-case"])
    named = [
        _family(family, rule, lexicon, shared, rule["allow"])
        for family in switched_on(rule["patterns"], _FAMILY)
    ]
    families = (whole, *named) if whole.finds else tuple(named)
    group = PatternGroup((find for family in families for find in family.finds), lexicon)
    return Prepared(families, group, any(family.prompts or family.blanks for family in families))


def _family(
    family: Mapping[str, Any],
    rule: Mapping[str, Any],
    lexicon: Lexicon,
    shared: tuple[RulePattern, ...] = (),
    allow: Sequence[str] = (),
) -> Family:
    """A prepared family. Options that it does not set are those of the rule.

    `allow` are texts to allow besides its own. `shared` are the patterns of the rule's `unless`,
    which applies to every family.
    """

    def own_or(name: str) -> Any:
        return family[name] or rule[name]

    family_ignore_case = family["ignore-case"]
    ignore_case: bool = rule["ignore-case"] if family_ignore_case is None else family_ignore_case
    words = from_words(family["words"], ignore_case)
    pieces = {**(rule.get("pieces") or {}), **family["pieces"]}
    forms = [source for form in family["forms"] for source in regexes_of(form, pieces)]
    finds = from_regexes([*family["regex"], *forms], lexicon, ignore_case)
    swaps = swaps_of(family["swap"], lexicon, ignore_case)
    allowed = from_words([*family["allow"], *allow], ignore_case)
    if shared and ignore_case != rule["ignore-case"]:
        shared = from_regexes(rule["unless"], lexicon, ignore_case)
    excuses = (*from_regexes(family["unless"], lexicon, ignore_case), *shared)
    return Family(
        family["name"],
        (*((words,) if words else ()), *finds, *swaps.patterns),
        words,
        swaps,
        (*excuses, allowed) if allowed else excuses,
        scopes.scope(own_or("scope"), own_or("which")),
        family["severity"],
        own_or("severity-without-type"),
        rule["replace"] if family["replace"] is None else family["replace"],
        SAFE if own_or("safe") else UNSAFE,
        family["prompts"],
        family["blanks"],
    )


def find(reading: Reading, prepared: Prepared) -> Iterable[Hit]:
    """The matches of all families in scope. Of overlapping ones only the longest, else the
    leftmost, is kept."""
    candidates = prepared.finds.candidates(reading.document.text)
    if not candidates and not prepared.asks_document:
        return ()
    findings: list[Finding] = []
    areas: dict[scopes.Scope, scopes.Area] = {}
    exceptions = Exceptions(reading.document.text)
    for family in prepared.families:
        of_family = list(_finds(family, reading.document.text, candidates, exceptions))
        if family.prompts:
            of_family += _prompts(family, reading)
        if family.blanks:
            of_family += _blanks(family, reading)
        if not of_family:
            continue
        if family.scope not in areas:
            areas[family.scope] = scopes.Area(family.scope, reading)
        findings += _in_area(of_family, areas[family.scope], reading.document.text)
    if not findings:
        return ()
    text, typed = reading.document.text, reading.type is not None
    return [_hit(finding, text, typed) for finding in _not_overlapping(findings)]


def _in_area(findings: Iterable[Finding], area: scopes.Area, text: str) -> Iterator[Finding]:
    """The findings within the area. A finding that begins in the indent of a paragraph, outside its
    block, is trimmed to its first character."""
    for finding in findings:
        if area.has(finding.span):
            yield finding
            continue
        content = finding.span.cut(text)
        bare = Span(finding.span.end - len(content.lstrip()), finding.span.end)
        if finding.span.start < bare.start < bare.end and area.has(bare):
            yield finding._replace(span=bare)


def _finds(
    family: Family, text: str, candidates: Set[RulePattern], exceptions: Exceptions
) -> Iterator[Finding]:
    """The matches of the words and regexes of a family. `candidates` are the patterns that may
    match in the text."""
    patterns = [pattern for pattern in family.finds if pattern in candidates]
    for pattern, match in _matches(patterns, text) if patterns else ():
        span = span_of(match)
        if span is None or exceptions.hold(family.excuses, span):
            continue
        replacements = _replacements(family, pattern, match)
        if replacements != (match[0],) or not _is_literal(family, pattern):
            yield Finding(span, family, replacements)


def _matches(patterns: Iterable[RulePattern], text: str) -> Iterator[tuple[RulePattern, Any]]:
    return ((pattern, match) for pattern in patterns for match in pattern.finditer(text))


def _is_literal(family: Family, pattern: RulePattern) -> bool:
    """Whether the replacement is a literal text. Literals match in either width, so a match may
    equal its replacement; it is not reported then."""
    return pattern is family.words or pattern in family.swaps.patterns


def _replacements(family: Family, pattern: RulePattern, match: Any) -> tuple[str, ...]:
    if pattern in family.swaps.patterns:
        return family.swaps.of(pattern, match)
    if family.replace is None:
        return ()
    return (family.replace if pattern is family.words else str(match.expand(family.replace)),)


def _prompts(family: Family, reading: Reading) -> Iterator[Finding]:
    pattern = phrase_pattern(reading.type.prompts, reading.lexicon) if reading.type else None
    for match in pattern.finditer(reading.document.text) if pattern else ():
        yield Finding(Span(*match.span()), family, ())


def _blanks(family: Family, reading: Reading) -> Iterator[Finding]:
    zones = (zone for zone in reading.document.zones if zone.kind == ZONE_BLANK)
    return (Finding(zone.span, family, ()) for zone in zones)


def _not_overlapping(findings: Sequence[Finding]) -> list[Finding]:
    """The longest of overlapping findings, in the order of the text; of equally long ones that of
    the later family, since packs refine."""
    kept: list[Finding] = []
    starts: list[int] = []
    ranked = sorted(
        enumerate(findings),
        key=lambda pair: (pair[1].span.start - pair[1].span.end, pair[1].span.start, -pair[0]),
    )
    for _, finding in ranked:
        at = bisect_right(starts, finding.span.start)
        neighbours = kept[max(at - 1, 0) : at + 1]
        if not any(other.span.touches(finding.span) for other in neighbours):
            kept.insert(at, finding)
            starts.insert(at, finding.span.start)
    return kept


def _hit(finding: Finding, text: str, typed: bool) -> Hit:
    family = finding.family
    match_text = finding.span.cut(text)
    values: dict[str, Any] = {
        "found": match_text,
        "name": family.name or match_text,
        "replacement": " / ".join(finding.replacements),
    }
    without_type = "" if typed else family.severity_without_type
    fix = None
    if len(finding.replacements) == 1:
        fix = Fix(family.safety, (Edit(finding.span, finding.replacements[0]),))
    return Hit(finding.span, values, severity=without_type or family.severity, fix=fix)
