"""Kind `reference`: uses of names (见附件2) and their definitions. Reports names that are
undefined, unused, or used before their definition."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from reportlint._startup import late_re as re
from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core import document as d
from reportlint.core import schema
from reportlint.core.characters import NUMERALS
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading
from reportlint.core.schema import Field
from reportlint.core.span import Span, Spans
from reportlint.core.text import Text
from reportlint.kinds import scopes, slugs
from reportlint.kinds.options import choice, flag, ignore_case, regexes, with_defaults
from reportlint.kinds.protocol import Identity
from reportlint.ordinals.numerals import chinese_value
from reportlint.patterns.rule_pattern import RulePattern, from_regexes, matches_of, span_of
from reportlint.patterns.words import flags, folded

UNDEFINED, UNUSED, EARLY = "undefined", "unused", "early"
TELLS = (UNDEFINED, UNUSED, EARLY)

OPTIONS: Mapping[str, Field] = {
    "uses": regexes(
        "引用；名为 at 的组是所引的名字", "the references; the group `at` is the name referred to"
    ),
    "defines": regexes(
        "出处；名为 at 的组是它的名字", "the definitions; the group `at` is the defined name"
    ),
    "headings": choice(
        "标题也是出处，名字是链接片段：github 按 GitHub 的规则，any 只比字母和数字",
        "headings also count as definitions; the name is the link fragment: as GitHub makes it, or"
        " as any generator does (only letters and digits are compared)",
        slugs.STYLES,
    ),
    "names": flag(
        "定义过的名字本身就是引用，不论写在哪里",
        "every occurrence of a defined name counts as a reference",
    ),
    "tell": schema.listed(
        "报什么：undefined 没有出处，unused 没有引用，early 引用在出处之前（只报第一处）",
        "what to report: undefined, unused, early (the first reference, if it comes before the"
        " definition)",
        schema.choice("报什么", "what to report", TELLS),
        (UNDEFINED,),
    ),
    "needs": flag(
        "一个出处也没有的文件也报：默认不报，因为出处可能在别的文件里",
        "also report in a document without any definition; by default not, because the"
        " definitions may be in another file",
    ),
    "scope": scopes.field(),
    "define-scope": scopes.field()._replace(
        doc=Text(
            "出处在哪里找；不写则除代码和注释以外都找",
            "where definitions are searched; by default everywhere except in code and comments",
        )
    ),
    "ignore-case": ignore_case(),
}
FIELDS: Mapping[str, str] = {
    "found": "见附件2",
    "name": "附件2",
    "problem": "没有出处",
    "known": "1",
}

_PROBLEMS: Mapping[str, Mapping[str, str]] = {
    UNDEFINED: {"zh": "没有出处", "en": "is defined nowhere"},
    UNUSED: {"zh": "没有用到", "en": "is never used"},
    EARLY: {"zh": "用在出处之前", "en": "is used before it is defined"},
}
_HERE = {"zh": "出处在这里", "en": "it is defined here"}
_SPACE = lazy(r"\s+")
_UNREAD = frozenset({d.CODE, d.COMMENT})
_NUMERAL = lazy(f"[零{NUMERALS}百]+")
_MARK = lazy(r"[，。；：、！？,;:!?\s]")
_LONG = 40  # code points before a definition that are searched for its long form


class Prepared(NamedTuple):
    uses: tuple[RulePattern, ...]
    defines: tuple[RulePattern, ...]
    headings: str
    names: bool
    tell: tuple[str, ...]
    needs: bool
    scope: scopes.Scope
    define_scope: scopes.Scope | None
    ignore_case: bool


class Mention(NamedTuple):
    """A use or a definition."""

    key: str  # normalised name; equal for mentions of the same thing
    name: Span  # reported span
    whole: Span


def complaints(options: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    """The reasons why a rule with these options could never find anything."""
    if not options.get("uses") and not options.get("names"):
        yield "kind", Text("要写 uses，或 names: true", "uses must say what refers, or names: true")
    if not options.get("defines") and not options.get("headings"):
        yield (
            "kind",
            Text("要写 defines 或 headings", "defines or headings must say what is referred to"),
        )
    yield from _of_itself(options)
    tell = options.get("tell") or (UNDEFINED,)
    if options.get("names") and not options.get("uses") and tuple(tell) == (UNDEFINED,):
        yield (
            "tell",
            Text(
                "只有 names 而没有 uses，就没有“没有出处”的引用；写 tell: [early]",
                "with names and no uses nothing can be undefined; write tell: [early]",
            ),
        )


def identity(hit: Hit, options: Mapping[str, Any]) -> Identity:
    """Identified by the name and the problem, however often the name is used."""
    return Identity((hit.values["problem"], hit.values["name"]))


def _of_itself(options: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    """A complaint for each regex that is both in `uses` and in `defines`, so that none of its
    matches is undefined."""
    for source in options.get("uses") or ():
        if source in (options.get("defines") or ()) and not options.get("define-scope"):
            yield (
                "defines",
                Text(
                    f"{source} 既是引用又是出处，所以都有出处；出处写成行首的样子，如 '^{source}'，"
                    "或者用 define-scope",
                    f"{source} both refers and defines, so nothing is undefined; say how a"
                    f" definition differs, as '^{source}', or a define-scope",
                ),
            )


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> Prepared:
    """The patterns of both sides."""
    given = with_defaults(options, OPTIONS)
    ignore_case, define_scope = given["ignore-case"], given["define-scope"]
    return Prepared(
        from_regexes(given["uses"], lexicon, ignore_case),
        from_regexes(given["defines"], lexicon, ignore_case),
        given["headings"],
        given["names"],
        tuple(given["tell"]),
        given["needs"],
        scopes.scope(given["scope"]),
        scopes.scope(define_scope) if define_scope else None,
        ignore_case,
    )


def find(reading: Reading, prepared: Prepared) -> Iterator[Hit]:
    """A hit on each use of an undefined name, on each unused definition, and on the first use
    before its definition, as `tell` selects."""
    matched = list(_matches(reading, prepared.uses, prepared))
    if not (matched or prepared.names or UNUSED in prepared.tell):
        return
    definitions = list(_definitions(reading, prepared))
    if not definitions and not prepared.needs:
        return
    places = Spans(definition.whole for definition in definitions)
    outside = [use for use in matched if not places.has(use.name.start)]
    uses = list(_in_area(reading, outside, prepared))
    if prepared.names:
        uses = sorted([*uses, *_named(reading, definitions, prepared)], key=_start)
    used = {use.key for use in (*outside, *uses)}
    hits = _Hits(reading.document.text, uses, definitions, used)
    for name in prepared.tell:
        yield from hits.of(name)


class _Hits:
    """The faults of the uses and definitions of one report."""

    def __init__(
        self,
        text: str,
        uses: Sequence[Mention],
        definitions: Sequence[Mention],
        used: Set[str],
    ) -> None:
        """`used` holds the keys of all uses, including those outside the scope, which also count as
        uses."""
        self._text = text
        self._uses = uses
        self._used = used
        self._first: dict[str, Mention] = {}
        for definition in sorted(definitions, key=_start):
            self._first.setdefault(definition.key, definition)
        self._known = tuple(dict.fromkeys(d.name.cut(text) for d in self._first.values()))[:5]

    def of(self, problem: str) -> Iterator[Hit]:
        """The hits of `problem`, one of TELLS."""
        if problem == UNUSED:
            for key, definition in self._first.items():
                if key not in self._used:
                    yield self._hit(definition, problem)
        elif problem == EARLY:
            yield from self._early()
        else:
            yield from (self._hit(use, problem) for use in self._uses if use.key not in self._first)

    def _early(self) -> Iterator[Hit]:
        """For each name its first use, if that comes before the definition. One hit per name: only
        one sentence needs fixing."""
        told: set[str] = set()
        for use in self._uses:
            first = self._first.get(use.key)
            if first and use.key not in told and use.name.end <= first.whole.start:
                told.add(use.key)
                yield self._hit(use, EARLY)._replace(related=((first.name, _HERE),))

    def _hit(self, mention: Mention, problem: str) -> Hit:
        values = {
            "found": mention.whole.cut(self._text),
            "name": mention.name.cut(self._text),
            "problem": _PROBLEMS[problem],
            "known": self._known or "–",
        }
        return Hit(mention.name, values)


def _start(mention: Mention) -> int:
    return mention.name.start


def _matches(
    reading: Reading, patterns: Iterable[RulePattern], prepared: Prepared
) -> Iterator[Mention]:
    """The matches of one side; several matches at one place count once."""
    seen: set[int] = set()
    text = reading.document.text
    for match in matches_of(patterns, text):
        span = span_of(match)
        if span is not None and span.start < span.end and span.start not in seen:
            seen.add(span.start)
            yield Mention(_key(span.cut(text), prepared), span, Span(*match.span()))


def _in_area(
    reading: Reading, mentions: Sequence[Mention], prepared: Prepared
) -> Iterator[Mention]:
    area = scopes.Area(prepared.scope, reading)
    return iter(sorted((m for m in mentions if area.has(m.name)), key=_start))


def _definitions(reading: Reading, prepared: Prepared) -> Iterator[Mention]:
    if prepared.headings:
        for key, place in slugs.fragments(reading, prepared.headings):
            yield Mention(key, place, Span(place.start, place.start))
    mentions = list(_matches(reading, prepared.defines, prepared))
    if mentions and prepared.define_scope is not None:
        area = scopes.Area(prepared.define_scope, reading)
        yield from (mention for mention in mentions if area.has(mention.name))
    elif mentions:
        unread = _unread(reading)
        yield from (mention for mention in mentions if not unread.has(mention.name.start))


def _unread(reading: Reading) -> Spans:
    """The spans of code and comments, which define nothing."""
    document = reading.document
    blocks = [block.span for block in document.blocks if block.kind in _UNREAD]
    zones = [zone.span for zone in document.zones if zone.kind in (d.ZONE_CODE, d.ZONE_COMMENT)]
    return Spans(blocks + zones)


def _named(
    reading: Reading, definitions: Sequence[Mention], prepared: Prepared
) -> Iterator[Mention]:
    """The places of defined names, except within the long form that a definition shortens.

    In “市教育局（以下简称教育局）” the long form contains the name that is defined. The name is no
    use within that long form, here or elsewhere in the report.
    """
    text = reading.document.text
    area = scopes.Area(prepared.scope, reading)
    places = Spans(definition.whole for definition in definitions)
    for name in dict.fromkeys(definition.name.cut(text) for definition in definitions):
        edges = (r"(?<![A-Za-z0-9])", r"(?![A-Za-z0-9])") if name.isascii() else ("", "")
        long = _before_definitions(text, definitions, name)
        for match in re.finditer(
            edges[0] + re.escape(name) + edges[1], text, flags(prepared.ignore_case)
        ):
            span = Span(*match.span())
            part_of_long = span.start > 0 and text[span.start - 1 : span.end] in long
            if not part_of_long and not places.has(span.start) and area.has(span):
                yield Mention(_key(name, prepared), span, span)


def _before_definitions(text: str, definitions: Sequence[Mention], name: str) -> str:
    """The text directly before each definition of `name`, back to the last punctuation mark or
    space, joined by line breaks."""
    starts = [
        definition.whole.start for definition in definitions if definition.name.cut(text) == name
    ]
    before = (text[max(0, start - _LONG) : start].rstrip("（(，, ") for start in starts)
    return "\n".join(_MARK.split(stretch)[-1] for stretch in before)


def _key(name: str, prepared: Prepared) -> str:
    """The normalised form of a name. Names are equal that differ only in numerals (附件二 and
    附件 2), in width, or, if the rule ignores it, in case."""
    if prepared.headings:
        return slugs.key(name, prepared.headings)
    key = _SPACE.sub("", unicodedata.normalize("NFKC", name))
    key = _NUMERAL.sub(lambda match: str(chinese_value(match[0]) or match[0]), key)
    return folded(key, prepared.ignore_case)
