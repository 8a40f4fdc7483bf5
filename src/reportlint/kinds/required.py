"""Kind `required`: something must be said, and said in its place.

The demands are those of the report's type (`from: closing`), or the rule's own (`at: closing`, `any: [...]`). A missing
opening is reported on the first paragraph of the body, a missing closing on the last, each whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core import document as d
from reportlint.core.diagnostic import SEVERITIES
from reportlint.core.document import Block
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading
from reportlint.core.report_type import Group, Phrases, Placement
from reportlint.core.schema import CHOICE, LIST, LOCAL, NUMBER, PLACE, RECORD, REGEX, TEXT, Field
from reportlint.core.span import Span
from reportlint.core.text import Text
from reportlint.patterns.phrases import compiled

OPENING, CLOSING, TITLE, ANYWHERE, SECTION = "opening", "closing", "title", "anywhere", "section:"
MISSING, POSITION = "missing", "position"
_MOST_PHRASES = 4  # named in a message
_SHORT = 60  # code points of a paragraph that is nothing but a closing

_PHRASE = Field(TEXT, Text("文字", "a text"))
_FINDS: Mapping[str, Field] = {
    "any": Field(LIST, Text("文字，任一即可", "texts, any one will do"), (), item=_PHRASE),
    "regex": Field(
        LIST,
        Text("正则，任一即可", "regexes, any one will do"),
        (),
        item=_PHRASE._replace(type=REGEX),
    ),
}
_GROUP: Mapping[str, Field] = {
    "id": _PHRASE._replace(required=True),
    **_FINDS,
    "name": Field(LOCAL, Text("消息里怎么叫它", "what messages call it"), {}),
    "severity": Field(
        CHOICE, Text("缺少时的级别", "the severity of its absence"), "", choices=SEVERITIES
    ),
}
OPTIONS: Mapping[str, Field] = {
    "from": Field(
        CHOICE,
        Text("要求取自文种的开头或结尾", "take the demands from the type's opening or closing"),
        "",
        choices=(OPENING, CLOSING),
    ),
    "fault": Field(
        CHOICE,
        Text("缺少，还是不在其位", "missing, or in the wrong place"),
        MISSING,
        choices=(MISSING, POSITION),
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
    "within": Field(
        NUMBER,
        Text("正文头或尾几段之内", "within how many body paragraphs of the opening or closing"),
        2,
    ),
    **_FINDS,
    "groups": Field(
        LIST,
        Text("各项要求", "demands"),
        (),
        item=Field(RECORD, Text("一项", "a demand"), fields=_GROUP),
    ),
    "at-least": Field(
        NUMBER, Text("至少满足几项，0 为全部", "how many of the demands must be met; 0 is all"), 0
    ),
}
FIELDS: Mapping[str, str] = {"missing": "结束语", "phrases": "特此报告", "type": "述职报告"}


class _Demand(NamedTuple):
    group: Group
    pattern: Any


class _Prepared:
    """A rule made ready; what types demand is compiled when a report of the type comes."""

    def __init__(self, options: Mapping[str, Any], lexicon: Lexicon) -> None:
        self.source = str(options.get("from") or "")
        self.fault = str(options.get("fault") or MISSING)
        self.at = self.source or str(options.get("at") or ANYWHERE)
        self.within = int(options.get("within") or 2)
        self.at_least = int(options.get("at-least") or 0)
        self._lexicon = lexicon
        self._own = () if self.source else self._compile(_own_groups(options))
        self._of_types: dict[str, tuple[_Demand, ...]] = {}

    def demands(self, reading: Reading) -> tuple[int, tuple[_Demand, ...]]:
        """Within how many paragraphs, and what; nothing where the type has no such placement."""
        if not self.source:
            return self.within, self._own
        placement: Placement | None = getattr(reading.type, self.source, None)
        if placement is None:
            return self.within, ()
        of = reading.type.id if reading.type else ""
        if of not in self._of_types:
            self._of_types[of] = self._compile(placement.groups)
        return placement.within, self._of_types[of]

    def _compile(self, groups: Iterable[Group]) -> tuple[_Demand, ...]:
        found = ((group, compiled(group.phrases, self._lexicon)) for group in groups)
        return tuple(_Demand(group, pattern) for group, pattern in found if pattern is not None)


def _own_groups(options: Mapping[str, Any]) -> list[Group]:
    groups = [Group("", _phrases(options))] if options.get("any") or options.get("regex") else []
    more = options.get("groups") or ()
    return groups + [
        Group(one["id"], _phrases(one), one.get("name") or {}, one.get("severity") or "")
        for one in more
    ]


def _phrases(options: Mapping[str, Any]) -> Phrases:
    return Phrases(tuple(options.get("any") or ()), tuple(options.get("regex") or ()))


def complaints(options: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    """Why a rule could never find anything."""
    own = _own_groups(options)
    if not own and not options.get("from"):
        yield (
            "kind",
            Text(
                "要写 any、regex、groups 或 from",
                "any, regex, groups or from must say what is required",
            ),
        )
    if any(not group.phrases.any and not group.phrases.regex for group in own):
        yield "groups", Text("每一项都要有 any 或 regex", "each demand must have any or regex")
    if (options.get("at-least") or 0) > len(own) > 0:
        yield "at-least", Text(f"一共只有 {len(own)} 项要求", f"there are only {len(own)} demands")


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> _Prepared:
    """Compile the rule's own demands. Raises regex.error, and KeyError for a list of words that no pack has."""
    return _Prepared(options, lexicon)


@lru_cache(maxsize=1)
def _met(reading: Reading, at: str, within: int, patterns: tuple[Any, ...]) -> tuple[bool, ...]:
    """Which demands are met in their place. The last answer is kept: two rules ask about the closing of a report's type."""
    texts = list(_texts(reading, at, within))
    return tuple(any(pattern.search(text) for text in texts) for pattern in patterns)


def find(reading: Reading, prepared: _Prepared) -> Iterable[Hit]:
    """A hit for each demand that is not met; with `at-least`, one for all where too few are met. A text without body is let be."""
    within, demands = prepared.demands(reading)
    if not demands:
        return ()
    met = _met(reading, prepared.at, within, tuple(demand.pattern for demand in demands))
    unmet = [demand for demand, done in zip(demands, met, strict=True) if not done]
    if prepared.at_least and len(demands) - len(unmet) >= prepared.at_least or not unmet:
        return ()
    place = _span(reading, prepared.at)
    if place is None:
        return ()
    strayed = {
        demand.group.id: _elsewhere(reading, prepared.at, within, demand) for demand in unmet
    }
    if prepared.fault == POSITION:
        return [
            Hit(span, _values(reading, [demand]))
            for demand in unmet
            if (span := strayed[demand.group.id])
        ]
    unmet = [demand for demand in unmet if strayed[demand.group.id] is None]
    if prepared.at_least and unmet:
        return [Hit(place, _values(reading, unmet), severity=unmet[0].group.severity)]
    early = {demand.group.id: _early(reading, prepared.at, demand) for demand in unmet}
    return [
        Hit(place, _values(reading, [demand]), early[demand.group.id], demand.group.severity)
        for demand in unmet
    ]


def _values(reading: Reading, demands: Sequence[_Demand]) -> dict[str, Any]:
    names = tuple(_name(demand.group) for demand in demands)
    phrases = tuple(phrase for demand in demands for phrase in demand.group.phrases.any)[
        :_MOST_PHRASES
    ]
    type_name: Any = reading.type.name if reading.type else ""
    return {
        "missing": names[0] if len(names) == 1 else names,
        "phrases": phrases or names,
        "type": type_name,
    }


def _name(group: Group) -> Any:
    return group.name or group.phrases.any[:2] or group.id or group.phrases.regex[:1]


def _texts(reading: Reading, at: str, within: int) -> Iterator[str]:
    """The texts in which a demand at the place `at` can be met."""
    text, blocks = reading.document.text, reading.document.blocks
    if at == OPENING:
        heads = [
            block for block in d.before_body(blocks) if block.role in (d.ADDRESSEE, d.MASTHEAD)
        ]
        yield from (_joined(text, block) for block in (*heads, *reading.body[:within]))
    elif at == CLOSING:
        yield from (_joined(text, block) for block in reading.body[-within:])
    elif at == TITLE:
        yield " ".join(
            _joined(text, block) for block in d.before_body(blocks) if block.role == d.TITLE
        )
    elif at.startswith(SECTION):
        section = reading.section_of(at.removeprefix(SECTION))
        if section is not None:
            yield section.span.cut(text)
    else:
        yield from (
            _joined(text, block)
            for block in blocks
            if block.kind in d.PROSE or block.kind == d.TABLE
        )


_BREAK_HAN = lazy(
    r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]*[\r\n]+[ \t>]*(?=[\u3000-\u9fff\uff00-\uffef])"
)
_BREAK = lazy(r"[ \t]*[\r\n]+[ \t>]*")


def _joined(text: str, block: Block) -> str:
    """The text of a block without its line breaks, so that a phrase may be wrapped."""
    content = block.content.cut(text)
    return (
        _BREAK.sub(" ", _BREAK_HAN.sub("", content))
        if "\n" in content or "\r" in content
        else content
    )


def _span(reading: Reading, at: str) -> Span | None:
    """Where the absence of something at the place `at` is reported."""
    body = reading.body
    if at.startswith(SECTION):
        section = reading.section_of(at.removeprefix(SECTION))
        return section.heading if section else None
    title = next(
        (
            block.content
            for block in d.before_body(reading.document.blocks)
            if block.role == d.TITLE
        ),
        None,
    )
    if at == TITLE and title is not None:
        return title
    if not body:
        return None
    return body[-1].content if at == CLOSING else body[0].content


def _early(
    reading: Reading, at: str, demand: _Demand
) -> tuple[tuple[Span, Mapping[str, str]], ...]:
    """A closing that stands only where the report begins: there it may be part of the opening, so it is told, not blamed."""
    if at != CLOSING:
        return ()
    text = reading.document.text
    found = (demand.pattern.search(text, *block.content) for block in reading.body[:2])
    said = {"zh": "这样的话只在开头说过", "en": "said only here, at the beginning"}
    return tuple((Span(*match.span()), said) for match in found if match)[:1]


def _elsewhere(reading: Reading, at: str, within: int, demand: _Demand) -> Span | None:
    """Where a closing stands too early: alone in a short paragraph, neither among the first two nor in its place."""
    if at != CLOSING:
        return None
    text = reading.document.text
    for block in reading.body[2:-within]:
        if block.content.end - block.content.start <= _SHORT and (
            match := demand.pattern.search(text, *block.content)
        ):
            return Span(*match.span())
    return None
