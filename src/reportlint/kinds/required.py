"""Kind `required`: a text must occur, and in its place.

The demands are those of the report's type (`from: closing`) or the rule's own (`at: closing`, `any:
[...]`). A missing opening is reported at the whole first paragraph of the body, a missing closing
at the whole last one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core import schema
from reportlint.core.characters import SENTENCE_ENDS, SPACES_AND_EMPHASIS
from reportlint.core.diagnostic import INFO, SEVERITIES, Diagnostic
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import FRAME, Hit, Reading
from reportlint.core.report_type import Group, Phrases, Placement, ReportType
from reportlint.core.schema import PLACE, Field
from reportlint.core.span import Span
from reportlint.core.text import Text
from reportlint.kinds.options import (
    NAME,
    choice,
    ignore_case,
    number,
    regexes,
    texts,
    with_defaults,
)
from reportlint.kinds.protocol import ChangedReport, Identity
from reportlint.kinds.required_places import (
    ANYWHERE,
    CLOSING,
    OPENING,
    SECTION,
    TITLE,
    closing_paragraphs,
    leads_in_points,
    place_of,
    texts_at,
)
from reportlint.patterns.phrases import PhrasePattern, phrase_pattern

MISSING, POSITION = "missing", "position"
_MOST_PHRASES = 4  # phrases named in a message
_SHORT = 120  # code points of a paragraph that may be only a closing
_ALONE = 24  # code points of a paragraph that is only a formula
_LEAST_WHOLE = 4  # code points of a formula that counts at the start of any sentence
_PROMISES = frozenset("将要愿")  # also used in plans, not only in closings: 今后，我将…
_BEFORE = SPACES_AND_EMPHASIS + ">”’"
_OPENING_PARAGRAPHS = 2  # body paragraphs; a formula in them is part of the opening
# Body paragraphs at either end of the report, at least, in which a change affects the opening or
# closing.
_TOUCHED = 2

_FINDS: Mapping[str, Field] = {
    "any": texts("文字，任一即可", "texts; any one of them is enough"),
    "regex": regexes("正则，任一即可", "regexes; any one of them is enough"),
}
GROUP: Mapping[str, Field] = {  # report types have such groups, too
    "id": schema.text("标识", "its id", required=True),
    "name": NAME._replace(doc=Text("消息里怎么叫它", "its name in messages")),
    **_FINDS,
    "severity": choice("缺少时的级别", "the severity if this requirement is not met", SEVERITIES),
}
OPTIONS: Mapping[str, Field] = {
    "from": choice(
        "要求取自文种的开头或结尾",
        "take the required texts from the type's opening or closing",
        (OPENING, CLOSING),
    ),
    "fault": choice(
        "缺少，还是不在其位", "missing, or in the wrong place", (MISSING, POSITION), MISSING
    ),
    "at": Field(
        PLACE,
        Text(
            "在哪里：opening、closing、title、anywhere、section:<节>",
            "where: opening, closing, title, anywhere, section:<id>",
        ),
        "",
        choices=(OPENING, CLOSING, TITLE, ANYWHERE),
    ),
    "within": number(
        "正文头或尾几段之内",
        "number of body paragraphs at the start or the end that are searched",
        2,
    ),
    **_FINDS,
    "groups": schema.listed(
        "各项要求",
        "the required texts, one group for each",
        schema.record("一项", "a group of required texts", GROUP),
        (),
    ),
    "at-least": number(
        "至少满足几项，0 为全部", "how many of the groups must be present; 0 is all"
    ),
    "ignore-case": ignore_case(default=True),
}
FIELDS: Mapping[str, str] = {"missing": "结束语", "phrases": "特此报告", "type": "述职报告"}


class _Demand(NamedTuple):
    group: Group
    pattern: PhrasePattern


class Prepared:
    """A prepared rule. The demands of a type are prepared at the first report of that type."""

    def __init__(self, options: Mapping[str, Any], lexicon: Lexicon) -> None:
        given = with_defaults(options, OPTIONS)
        self.fault: str = given["fault"]
        self.at: str = given["from"] or given["at"] or ANYWHERE
        self.at_least: int = given["at-least"]
        self._within: int = given["within"] or OPTIONS["within"].default
        self.of_type: str = given["from"]
        self._lexicon = lexicon
        self._ignore_case: bool = given["ignore-case"]
        self._own = self._demands(_groups(given))
        self._of_types: dict[str, tuple[_Demand, ...]] = {}

    def demands(self, type: ReportType | None) -> tuple[int, tuple[_Demand, ...]]:
        """The number of paragraphs to search, and the demands: those of the type, or the rule's own
        if the type has none there. A report without a type has none."""
        if not self.of_type:
            return self._within, self._own
        placement: Placement | None = getattr(type, self.of_type, None)
        if type is None or placement is None or not placement.groups:
            return self._within, self._own if type else ()
        if type.id not in self._of_types:
            self._of_types[type.id] = self._demands(placement.groups)
        return placement.within, self._of_types[type.id]

    def _demands(self, groups: Iterable[Group]) -> tuple[_Demand, ...]:
        fold = self._ignore_case
        patterns = (
            (group, phrase_pattern(group.phrases, self._lexicon, ignore_case=fold))
            for group in groups
        )
        return tuple(_Demand(group, pattern) for group, pattern in patterns if pattern)


def _groups(options: Mapping[str, Any]) -> list[Group]:
    """The rule's own demands."""
    given = with_defaults(options, OPTIONS)
    groups = [Group("", _phrases(given))] if given["any"] or given["regex"] else []
    return groups + [
        Group(demand["id"], _phrases(demand), demand["name"], demand["severity"])
        for demand in (with_defaults(group, GROUP) for group in given["groups"])
    ]


def _phrases(options: Mapping[str, Any]) -> Phrases:
    return Phrases(tuple(options["any"]), tuple(options["regex"]))


def complaints(options: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    """The reasons why a rule with these options could never find anything."""
    groups = _groups(options)
    if not groups and not options.get("from"):
        yield (
            "kind",
            Text(
                "要写 any、regex、groups 或 from",
                "any, regex, groups or from must say what is required",
            ),
        )
    if any(not group.phrases.any and not group.phrases.regex for group in groups):
        yield "groups", Text("每一项都要有 any 或 regex", "each demand must have any or regex")
    place = options.get("from") or options.get("at", ANYWHERE)
    if options.get("within") and place not in (OPENING, CLOSING):
        yield (
            "within",
            Text(
                "within 只和 at: opening、at: closing 一起用",
                "`within` means something only with at: opening and at: closing",
            ),
        )
    if (options.get("at-least") or 0) > len(groups) > 0:
        number = len(groups)
        yield "at-least", Text(f"一共只有 {number} 项要求", f"there are only {number} demands")


def identity(hit: Hit, options: Mapping[str, Any]) -> Identity:
    """Identified by what is missing, wherever the finding is shown."""
    return Identity((hit.values["missing"],), document_level=True)


def touched_by(change: ChangedReport, finding: Diagnostic, options: Mapping[str, Any]) -> bool:
    """Whether a line changed where the demand could have been met."""
    return change.touches(_where(change.reading, finding, options), beside=True)


def _where(reading: Reading, finding: Diagnostic, options: Mapping[str, Any]) -> Span:
    """The span in which a demand could have been met: the first paragraphs of the report, the last
    ones, a section, or the whole text."""
    at = str(options.get("from") or options.get("at") or "")
    body, end = reading.body, len(reading.document.text)
    if at in (OPENING, CLOSING) and body:
        placement: Placement | None = getattr(reading.type, at, None)
        asked = placement.within if placement else 0
        within = max(_TOUCHED, options.get("within") or 0, asked)
        if at == OPENING:
            return Span(0, body[:within][-1].span.end)
        return Span(body[-within:][0].span.start, end)
    if at.startswith(SECTION):
        section = reading.section_of(at.removeprefix(SECTION))
        if section is not None:
            return section.span
    return finding.span if at == TITLE else Span(0, end)


def checks_type(options: Mapping[str, Any]) -> bool:
    """Whether the demands come from the type."""
    return bool(options.get("from"))


def loosen(type: ReportType, hit: Hit, options: Mapping[str, Any]) -> ReportType | None:
    """The type without its opening or closing."""
    if options.get("from") == OPENING:
        return type._replace(opening=None)
    return type._replace(closing=None) if options.get("from") == CLOSING else None


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> Prepared:
    """Prepare the rule's own demands."""
    return Prepared(options, lexicon)


def find(reading: Reading, prepared: Prepared) -> Iterable[Hit]:
    """A hit for each demand that is not met; with `at-least`, one hit if too few are met. None for
    a text without a body."""
    within, demands = prepared.demands(reading.type)
    met = _met(reading, prepared.at, within, tuple(demand.pattern for demand in demands))
    if prepared.of_type and prepared.at == CLOSING:
        met, within = _without_overtaken(reading, within, demands, met)
    unmet = _due(reading, within, [demand for demand in demands if demand.pattern not in met])
    is_enough = len(demands) - len(unmet) >= (prepared.at_least or len(demands))
    if is_enough:
        return ()
    return _of_unmet(reading, prepared, within, unmet)


def _due(reading: Reading, within: int, unmet: list[_Demand]) -> list[_Demand]:
    """The unmet demands that apply. Words that lead in points are demanded only where points
    follow, and only if nothing else is missing: one finding is enough for an opening."""
    due = [demand for demand in unmet if not demand.group.points]
    return due if due or not unmet or not leads_in_points(reading, within) else unmet


def _of_unmet(
    reading: Reading, prepared: Prepared, within: int, unmet: Sequence[_Demand]
) -> Iterable[Hit]:
    """The hits for unmet demands: missing, or in the wrong place."""
    place = place_of(reading, prepared.at)
    if place is None:
        return ()
    # A text in the opening is reported as out of place only for a type's closing.
    first = 0 if prepared.of_type else _OPENING_PARAGRAPHS
    pairs = [(demand, _strayed(reading, prepared.at, within, demand, first)) for demand in unmet]
    if prepared.fault == POSITION:
        return [Hit(span, _values(reading, [demand])) for demand, span in pairs if span]
    return _missing(reading, prepared, place, pairs)


def _missing(
    reading: Reading, prepared: Prepared, place: Span, unmet: Sequence[tuple[_Demand, Span | None]]
) -> list[Hit]:
    """A hit for each demand that is met nowhere; with `at-least`, one hit for all of them."""
    demands = [demand for demand, strayed in unmet if strayed is None]
    lacks = FRAME if prepared.of_type else ""
    if prepared.at_least and demands:
        values, severity = _values(reading, demands), demands[0].group.severity
        return [Hit(place, values, severity=severity, lacks=lacks)]
    return [_unmet(reading, prepared.at, demand, place, lacks) for demand in demands]


def _unmet(reading: Reading, at: str, demand: _Demand, place: Span, lacks: str) -> Hit:
    """The hit for a demand that is met nowhere. A closing that the opening contains
    (现将履职情况报告如下，请予评议) is worth a hint only."""
    early = _early(reading, at, demand)
    severity = demand.group.severity or (INFO if early else "")
    return Hit(place, _values(reading, [demand]), early, severity, lacks=lacks)


@lru_cache(maxsize=2)  # two rules check the closing of a report's type, with two ends each
def _met(
    reading: Reading, at: str, within: int, patterns: tuple[PhrasePattern, ...]
) -> frozenset[PhrasePattern]:
    """The patterns that match in their place."""
    texts = list(texts_at(reading, at, within)) if patterns else []
    return frozenset(pattern for pattern in patterns if any(pattern.search(text) for text in texts))


def _without_overtaken(
    reading: Reading, within: int, demands: Sequence[_Demand], met: frozenset[PhrasePattern]
) -> tuple[frozenset[PhrasePattern], int]:
    """The patterns that are met in their place, and the number of paragraphs that count as the end.

    A closing is not in its place if it is a short paragraph with more of the body after it. In a
    report of few paragraphs the last three would be its whole end.
    """
    last = min(within, len(closing_paragraphs(reading)))
    if last == within or not demands:
        return met, within
    rest = _met(reading, CLOSING, last, tuple(demand.pattern for demand in demands))
    strayed = {
        demand.pattern
        for demand in demands
        if demand.pattern in met - rest and _strayed(reading, CLOSING, last, demand, 0)
    }
    return (met - strayed, last) if strayed else (met, within)


def _values(reading: Reading, demands: Sequence[_Demand]) -> dict[str, Any]:
    names = tuple(_name(demand.group) for demand in demands)
    phrases = tuple(phrase for demand in demands for phrase in demand.group.phrases.any)
    type_name: Any = reading.type.name if reading.type else ""
    return {
        "missing": names[0] if len(names) == 1 else names,
        "phrases": phrases[:_MOST_PHRASES] or names,
        "type": type_name,
    }


def _name(group: Group) -> Any:
    return group.name or group.phrases.any[:2] or group.id or group.phrases.regex[:1]


def _early(
    reading: Reading, at: str, demand: _Demand
) -> tuple[tuple[Span, Mapping[str, str]], ...]:
    """The place of a closing formula at the beginning of the report. It may belong to the opening
    there, so it is a related place, not a fault."""
    if at != CLOSING:
        return ()
    text = reading.document.text
    blocks = reading.body[:_OPENING_PARAGRAPHS]
    matches = (demand.pattern.search(text, *block.content) for block in blocks)
    message = {"zh": "这样的话只在开头说过", "en": "said only here, at the beginning"}
    return tuple((Span(*match.span()), message) for match in matches if match)[:1]


def _strayed(reading: Reading, at: str, within: int, demand: _Demand, first: int) -> Span | None:
    """The span of a closing that comes too early, in paragraph `first` or later: it begins a
    sentence of a short paragraph. Promises for the future are plans, not closings."""
    if at != CLOSING:
        return None
    text = reading.document.text
    for index, block in enumerate(reading.body[first:-within], first):
        size = block.content.end - block.content.start
        if size > _SHORT:
            continue
        is_opening = index < _OPENING_PARAGRAPHS
        for match in demand.pattern.finditer(text, *block.content):
            is_whole = size <= _ALONE or len(match[0]) >= _LEAST_WHOLE
            if not is_whole or not _PROMISES.isdisjoint(match[0]):
                continue
            if _begins(text, block.content, match.start(), is_opening=is_opening):
                return Span(*match.span())
    return None


def _begins(text: str, content: Span, at: int, *, is_opening: bool) -> bool:
    """Whether a sentence begins at an offset of a paragraph. In the opening of a report it must
    also be the last sentence, or begin the paragraph."""
    before = text[content.start : at].rstrip(_BEFORE)
    if not before:
        return True
    if is_opening and not frozenset(SENTENCE_ENDS).isdisjoint(text[at : content.end - 1]):
        return False
    return before[-1] in SENTENCE_ENDS
