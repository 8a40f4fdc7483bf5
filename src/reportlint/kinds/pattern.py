"""Kind `pattern`: words and regexes, in named families that can be switched off one by one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core.diagnostic import OFF, SAFE, SEVERITIES, UNSAFE, Edit, Fix
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading
from reportlint.core.schema import (
    ANY,
    CHOICE,
    FLAG,
    LIST,
    LOCAL,
    MAP,
    RECORD,
    REGEX,
    SWITCH,
    TEXT,
    Field,
)
from reportlint.core.span import Span
from reportlint.core.text import Text
from reportlint.kinds import scopes
from reportlint.patterns.phrases import compiled
from reportlint.patterns.rule_patterns import Pattern, awake, from_regex, from_words, span_of
from reportlint.patterns.signs import Signs, either, seen, union

_TEXTS = Field(TEXT, Text("文字", "a text"))
_REGEXES = Field(REGEX, Text("正则表达式", "a regular expression"))

FINDS: Mapping[str, Field] = {
    "words": Field(
        LIST,
        Text("要找的词；英文词按整词匹配", "words to find; English ones as whole words"),
        (),
        item=_TEXTS,
    ),
    "regex": Field(
        LIST,
        Text(
            "要找的正则；名为 at 的组只报该组",
            "regexes to find; of one with a group named `at` only the group is reported",
        ),
        (),
        item=_REGEXES,
    ),
    "unless": Field(
        LIST,
        Text(
            "命中落在这些正则的匹配之内则不算",
            "regexes; a find that lies inside a match of one of them is none",
        ),
        (),
        item=_REGEXES,
    ),
    "allow": Field(
        LIST,
        Text("命中落在这些文字之内则不算", "texts; a find that lies inside one of them is none"),
        (),
        item=_TEXTS,
    ),
    "scope": scopes.field(),
    "severity-without-type": Field(
        CHOICE,
        Text("未识别出文种时的级别", "the severity in a report whose type is not recognised"),
        "",
        choices=SEVERITIES,
    ),
    "ignore-case": Field(FLAG, Text("不分大小写", "upper and lower case are the same"), False),
    "replace": Field(
        TEXT,
        Text(r"修复时换成的文字，可用 \1", r"what a fix puts there; \1 is the first group"),
        None,
    ),
    "safe": Field(FLAG, Text("修复无须人看", "the fix needs no second look"), False),
}

_FAMILY: Mapping[str, Field] = {
    "name": Field(LOCAL, Text("消息里怎么叫它", "what messages call it"), {}),
    **FINDS,
    "severity": Field(
        CHOICE,
        Text("这一族的级别，off 为默认关闭", "of this family; off: not looked for"),
        "",
        choices=(*SEVERITIES, OFF),
    ),
    "prompts": Field(
        FLAG,
        Text("找文种的模板提示语", "find what the report's type calls prompts of its templates"),
        False,
    ),
    "examples": Field(ANY, Text("正反例", "good and bad examples"), None),
}

OPTIONS: Mapping[str, Field] = {
    **FINDS,
    "patterns": Field(
        MAP,
        Text("有名字的各族写法，可逐一关闭", "named families, each of which can be switched off"),
        {},
        item=Field(
            SWITCH,
            Text("一族，或 off", "a family, or off"),
            item=Field(RECORD, Text("一族", "a family"), fields=_FAMILY),
        ),
    ),
}

FIELDS: Mapping[str, str] = {"found": "XX", "name": "XX", "replacement": ""}


Cover = Sequence[tuple[int, int]]  # spans of the matches of one pattern, which do not overlap


class Family(NamedTuple):
    """One prepared family; "" is what stands at the top level of the rule."""

    id: str
    name: Mapping[str, str]
    finds: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    allow: Pattern | None
    scope: scopes.Scope
    severity: str
    severity_without_type: str
    replace: str | None
    literal: bool  # whether finds[0] is made of words, for which `replace` is a literal text
    safety: str
    prompts: bool = False  # finds what the report's type names as prompts of its templates
    signs: Signs = frozenset()  # a text without any of these holds no find


class Prepared(NamedTuple):
    families: tuple[Family, ...]
    signs: Signs  # of all their finds


class Find(NamedTuple):
    """A find before the finds of all families are compared."""

    span: Span
    family: Family
    replacement: str | None


def complaints(options: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    """Why a rule could never find anything, or its fix never be made."""
    if not any(options.get(name) for name in ("words", "regex", "patterns")):
        yield (
            "kind",
            Text(
                "要写 words、regex 或 patterns，否则永远不报",
                "without words, regex or patterns the rule never finds anything",
            ),
        )
    if options.get("safe") and options.get("replace") is None and not options.get("patterns"):
        yield "safe", Text("没有 replace，safe 不起作用", "safe means nothing without replace")


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> Prepared:
    """The families that are switched on; their regexes are compiled when they are first needed."""
    shared = _unless(options, bool(options.get("ignore-case")), lexicon)
    own = (
        [_family("", options, options, lexicon, shared)]
        if options.get("words") or options.get("regex")
        else []
    )
    named = [
        _family(name, family, options, lexicon, shared)
        for name, family in (options.get("patterns") or {}).items()
        if isinstance(family, Mapping) and family.get("severity") != OFF
    ]
    families = (*own, *named)
    return Prepared(families, union(find.signs for family in families for find in family.finds))


def find(reading: Reading, prepared: Prepared) -> Iterable[Hit]:
    """The finds of all families in scope; of those that overlap the longest, else the leftmost."""
    found: list[Find] = []
    areas: dict[scopes.Scope, scopes.Area] = {}
    there = seen(prepared.signs, reading.document.text)
    covers: dict[int, Cover] = {}
    for family in prepared.families:
        if family.signs and family.signs.isdisjoint(there):
            continue
        finds = list(
            _prompts(family, reading)
            if family.prompts
            else _search(family, reading.document.text, there, covers)
        )
        if finds and family.scope not in areas:
            areas[family.scope] = scopes.Area(family.scope, reading)
        found += [one for one in finds if areas[family.scope].has(one.span)]
    if not found:
        return ()
    text, typed = reading.document.text, reading.type is not None
    return [_hit(one, text, typed) for one in _apart(found)]


def _unless(said: Mapping[str, Any], ignore_case: bool, lexicon: Lexicon) -> tuple[Pattern, ...]:
    return tuple(from_regex(source, lexicon, ignore_case) for source in said.get("unless") or ())


def _family(
    name: str,
    own: Mapping[str, Any],
    rule: Mapping[str, Any],
    lexicon: Lexicon,
    shared: tuple[Pattern, ...],
) -> Family:
    """`own` with what it does not say taken from the whole rule; `unless` and `allow` of the rule are added.

    `shared` is the rule's `unless`, prepared once for all its families.
    """
    ignore_case = bool(own.get("ignore-case") or rule.get("ignore-case"))
    words = from_words(own.get("words") or (), ignore_case)
    finds = [from_regex(source, lexicon, ignore_case) for source in own.get("regex") or ()]
    finds = [words, *finds] if words else finds
    prompts = bool(own.get("prompts")) and own is not rule
    above = () if own is rule else (rule,)
    if ignore_case != bool(rule.get("ignore-case")):
        shared = _unless(rule, ignore_case, lexicon)
    unless = shared if own is rule else (*_unless(own, ignore_case, lexicon), *shared)
    allow = [text for level in (own, *above) for text in level.get("allow") or ()]
    return Family(
        name,
        own.get("name") or {},
        tuple(finds),
        unless,
        from_words(allow, ignore_case),
        scopes.scope(own.get("scope") or rule.get("scope") or scopes.DEFAULT),
        own.get("severity", "") if own is not rule else "",
        own.get("severity-without-type") or rule.get("severity-without-type") or "",
        own.get("replace") if own.get("replace") is not None else rule.get("replace"),
        bool(words),
        SAFE if own.get("safe") or rule.get("safe") else UNSAFE,
        prompts,
        frozenset() if prompts else either(find.signs for find in finds),
    )


def _prompts(family: Family, reading: Reading) -> Iterator[Find]:
    pattern = compiled(reading.type.prompts, reading.lexicon) if reading.type else None
    for match in pattern.finditer(reading.document.text) if pattern else ():
        yield Find(Span(*match.span()), family, None)


def _search(family: Family, text: str, there: Signs, covers: dict[int, Cover]) -> Iterator[Find]:
    """The finds of one family that nothing excuses; `covers` keeps what families have in common."""
    found = []
    for pattern in awake(family.finds, there):
        literal = family.literal and pattern is family.finds[0]
        for match in pattern.matches(text):
            span = span_of(match)
            if span is not None:
                found.append(Find(span, family, _replacement(family, match, literal)))
    if not found:
        return
    excused = [*family.unless, *([family.allow] if family.allow else [])]
    for pattern in excused:
        if id(pattern) not in covers:
            covers[id(pattern)] = sorted(match.span() for match in pattern.matches(text))
    mine = [covers[id(pattern)] for pattern in excused]
    yield from (one for one in found if not any(_covered(one.span, cover) for cover in mine))


def _replacement(family: Family, match: Any, literal: bool) -> str | None:
    if family.replace is None:
        return None
    return family.replace if literal else str(match.expand(family.replace))


def _covered(span: Span, cover: Cover) -> bool:
    """Whether one of the matches of one pattern, which do not overlap, holds the whole span."""
    at = bisect_right(cover, (span.start, float("inf"))) - 1
    return at >= 0 and span.end <= cover[at][1] and span.start < cover[at][1]


def _apart(finds: list[Find]) -> list[Find]:
    """Finds that do not overlap, the longest kept (of equal ones that of the later family: packs refine), in the order of the text."""
    kept: list[Find] = []
    starts: list[int] = []
    ranked = sorted(
        enumerate(finds),
        key=lambda pair: (pair[1].span.start - pair[1].span.end, pair[1].span.start, -pair[0]),
    )
    for _, one in ranked:
        at = bisect_right(starts, one.span.start)
        before = kept[at - 1].span if at else None
        after = kept[at].span if at < len(kept) else None
        if before and before.touches(one.span) or after and after.touches(one.span):
            continue
        kept.insert(at, one)
        starts.insert(at, one.span.start)
    return kept


def _hit(one: Find, text: str, typed: bool) -> Hit:
    family = one.family
    found = one.span.cut(text)
    values: dict[str, Any] = {
        "found": found,
        "name": family.name or found,
        "replacement": one.replacement or "",
    }
    severity = family.severity
    if not typed and family.severity_without_type:
        severity = family.severity_without_type
    fix = (
        None if one.replacement is None else Fix(family.safety, (Edit(one.span, one.replacement),))
    )
    return Hit(one.span, values, severity=severity, fix=fix)
