"""Kind `announced-count`: a number of items that is announced right before a list, and the list has another number.

The lists are those of the reading; only the sentence before the first marker of each is searched, so the time is linear in
the number of lists. Silence wherever the sentence may not be an announcement or the list may not end where its markers do.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core.diagnostic import OFF, SEVERITIES
from reportlint.core.document import HEADING, ITEM, Document
from reportlint.core.lexicon import Lexicon
from reportlint.core.numbering import Marker, Run
from reportlint.core.reading import Hit, Reading
from reportlint.core.schema import (
    ANY,
    CHOICE,
    LIST,
    LOCAL,
    MAP,
    NUMBER,
    RECORD,
    REGEX,
    SWITCH,
    Field,
)
from reportlint.core.span import Span
from reportlint.core.text import Text
from reportlint.kinds.announcements import Count, Family, announced, lead_of
from reportlint.kinds.bulleted import bulleted
from reportlint.ordinals.style import marker_like
from reportlint.patterns.rule_patterns import Pattern, any_of, awake, from_regex
from reportlint.patterns.signs import Signs, seen, union

BETWEEN = 3  # blocks behind a list of bullets in which it may go on
NEAR = 8  # blocks behind a list in which its next label may stand
RELATED = 12  # markers of the list that are shown
SHORT = 40  # code points of an item that is a name, or two names joined
JOINS = ("、", "和", "及", "与", "/", " and ", "&")
OPENING = (
    12  # code points of a paragraph after the list in which it may say that it is one more item
)

_REGEXES = Field(REGEX, Text("正则表达式", "a regular expression"))


def _regexes(zh: str, en: str) -> Field:
    return Field(LIST, Text(zh, en), (), item=_REGEXES)


_FAMILY: Mapping[str, Field] = {
    "name": Field(LOCAL, Text("怎么叫它", "what it is called"), {}),
    "phrase": _regexes(
        "数量短语；名为 n 的组是数", "phrases that count; the group `n` is the number"
    ),
    "suspect": _regexes(
        "只为省时：有数量短语的句子必有其一的匹配",
        "only to save time: every sentence with such a phrase has a match of one of these",
    ),
    "numbers": Field(
        MAP,
        Text(
            "汉字数字和阿拉伯数字之外的数：词和值",
            "words for numbers and their values, beside digits and Chinese numerals",
        ),
        {},
        item=Field(NUMBER, Text("值", "a value")),
    ),
    "cue": _regexes(
        "句中有它就是预告（以下、如下）",
        "what makes a sentence an announcement wherever it ends (the following)",
    ),
    "verb": _regexes(
        "数前有它，段末一句就是预告（抓好、做好）",
        "what, before the number, makes the last sentence of a paragraph one",
    ),
    "unless": _regexes(
        "短语落在这些正则的匹配之内则不算",
        "a phrase that lies inside a match of one of these is none",
    ),
    "more": _regexes(
        "末项里或其后有它，列举就不止于序号（再就是）",
        "what, in or after the last item, adds items without a marker",
    ),
    "severity": Field(
        CHOICE, Text("off 为默认关闭", "off: not looked for"), "", choices=(*SEVERITIES, OFF)
    ),
    "examples": Field(ANY, Text("正反例", "good and bad examples"), None),
}
OPTIONS: Mapping[str, Field] = {
    "patterns": Field(
        MAP,
        Text(
            "各种语言的预告，可逐一关闭",
            "announcements, by language, each of which can be switched off",
        ),
        {},
        item=Field(
            SWITCH,
            Text("一族，或 off", "a family, or off"),
            item=Field(RECORD, Text("一族", "a family"), fields=_FAMILY),
        ),
    ),
    "distance": Field(
        NUMBER,
        Text(
            "短语后到句末最多隔几个字",
            "most code points between the phrase and the end of its sentence",
        ),
        16,
    ),
    "most-off": Field(
        NUMBER,
        Text(
            "差得更多就不报：那数多半另有所指",
            "a number that is off by more is not reported: it likely counts something else",
        ),
        3,
    ),
}
FIELDS: Mapping[str, str] = {"found": "三", "phrase": "三项措施", "announced": "3", "count": "4"}


class Prepared(NamedTuple):
    families: tuple[Family, ...]
    distance: int
    most_off: int
    signs: Signs  # of all phrases


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> Prepared:
    """The families that are switched on."""

    def regexes(family: Mapping[str, Any], name: str) -> tuple[Pattern, ...]:
        return tuple(from_regex(source, lexicon, True) for source in family.get(name) or ())

    families = tuple(
        Family(
            regexes(one, "phrase"),
            regexes(one, "suspect"),
            one.get("numbers") or {},
            regexes(one, "cue"),
            regexes(one, "verb"),
            regexes(one, "unless"),
            regexes(one, "more"),
            one.get("severity", ""),
        )
        for one in (options.get("patterns") or {}).values()
        if isinstance(one, Mapping) and one.get("severity") != OFF
    )
    given = {
        name: field.default if options.get(name) is None else options[name]
        for name, field in OPTIONS.items()
    }
    signs = union(pattern.signs for family in families for pattern in family.phrase)
    return Prepared(families, given["distance"], given["most-off"], signs)


def find(reading: Reading, prepared: Prepared) -> Iterator[Hit]:
    """A hit on the number of each announcement that its list does not bear out."""
    text, runs = reading.document.text, reading.runs
    there = seen(prepared.signs, text)
    of_all = ((family, tuple(awake(family.phrase, there))) for family in prepared.families)
    families = [family._replace(phrase=phrases) for family, phrases in of_all if phrases]
    soft = {style.id for style in reading.lexicon.styles if style.soft}
    lists = [
        (index, run)
        for index, run in enumerate(runs)
        if not run.faults and len(run.markers) > 1 and run.style not in soft
    ]
    if not families:
        return
    yield from _of_bullets(reading, families, prepared)
    if not lists:
        return
    starts = [line.span.start for line in reading.document.lines]
    children: dict[int, int] = {}
    for run in runs:
        children[run.parent] = children.get(run.parent, 0) + len(run.markers)
    for index, run in lists:
        lead = lead_of(reading, run, starts)
        if lead is None:
            continue
        for family in families:
            counts = announced(text, lead, family, prepared.distance)
            if not counts:
                continue
            if _wrong(counts, len(run.markers), children.get(index, 0), prepared.most_off) and not (
                counts[-1].value > len(run.markers) and _goes_on(reading, index, family)
            ):
                yield _hit(text, run, counts[-1], family.severity)
            break


def _of_bullets(reading: Reading, families: Sequence[Family], prepared: Prepared) -> Iterator[Hit]:
    """A hit on each number that a list of bullets does not bear out; only a colon or a cue announces one."""
    text = reading.document.text
    starts = [line.span.start for line in reading.document.lines]
    numbered = {run.markers[0].block for run in reading.runs}
    for run in bulleted(reading.document):
        if len(run.markers) < 2 or any(marker.block in numbered for marker in run.markers):
            continue
        lead = lead_of(reading, run, starts)
        if lead is None:
            continue
        for family in families:
            counts = announced(text, lead, family, prepared.distance)
            if not counts:
                continue
            announces = lead.colon or any_of(family.cue, lead.span.cut(text))
            items = len(run.markers)
            if (
                announces
                and _wrong(counts, items, 0, min(2, prepared.most_off))
                and not (counts[-1].value > items and _holds_more(reading, run, family))
            ):
                yield _hit(text, run, counts[-1], family.severity)
            break


def _holds_more(reading: Reading, run: Run, family: Family) -> bool:
    """Whether a list of bullets may have more items than bullets: one of them joins two, or text after it adds one."""
    blocks = reading.document.blocks
    items = [blocks[marker.block].content.cut(reading.document.text) for marker in run.markers]
    after = run.markers[-1].block + 1
    for block in blocks[after : after + BETWEEN]:
        if block.kind == HEADING:
            break
        if block.kind == ITEM:
            return True  # what stands between may be a loose part of the last item
    if after < len(blocks):
        start = blocks[after].content.start
        if any_of(family.more, reading.document.text[start : start + OPENING]):
            return True
    return any_of(family.more, items[-1]) or any(
        len(item) <= SHORT and any(word in item for word in JOINS) for item in items
    )


def _wrong(counts: Sequence[Count], items: int, inner: int, most_off: int) -> bool:
    """Whether none of the counts fits the list, or all the items of the lists inside it, and the last is not far off."""
    return (
        not any(count.value in (items, inner) for count in counts)
        and abs(counts[-1].value - items) <= most_off
    )


def _goes_on(reading: Reading, index: int, family: Family) -> bool:
    """Whether the list may have more items than markers: its last item says so, or another list follows it at once."""
    run = reading.runs[index]
    document = reading.document
    last = run.markers[-1]
    block = document.blocks[last.block]
    end = block.span.end
    for at in range(index + 1, len(reading.runs)):
        other = reading.runs[at]
        first = other.markers[0]
        if first.span.start <= last.span.end:
            continue
        if (
            other.parent == run.parent
            and first.block in (last.block, last.block + 1)
            and block.kind != HEADING
        ):
            return not _parent_between(reading, run, first.span.start)
        break
    style = next((style for style in reading.lexicon.styles if style.id == last.style), None)
    due = marker_like(style, last.value + 1, last, document.text).strip() if style else ""
    if due and (document.text.find(due, last.span.end, end) >= 0 or _labelled(document, due, last)):
        return (
            True  # the next number stands there, though not where the parse takes it for a marker
        )
    behind = _behind(reading, index)
    after = document.blocks[behind] if behind < len(document.blocks) else None
    if any_of(family.more, document.text[last.span.end : end]):
        return True
    return after is not None and any_of(
        family.more, document.text[after.content.start : after.content.start + OPENING]
    )


def _labelled(document: Document, due: str, last: Marker) -> bool:
    """Whether a later line begins with the label and the number that are due, whatever follows: Phase 3 (4.13+):."""
    number = last.span.cut(document.text)[: last.numeral.start - last.span.start]
    tail = len(last.span.cut(document.text).strip()) - (last.numeral.end - last.span.start)
    label = due[: len(due) - max(0, tail)]
    return len(number.strip()) > 1 and any(
        document.text.startswith(label, block.content.start)
        and not document.text[block.content.start + len(label) :][:1].isalnum()
        for block in document.blocks[last.block + 1 : last.block + 1 + NEAR]
    )


def _behind(reading: Reading, index: int) -> int:
    """The first block behind a list and behind all lists inside its last item."""
    blocks = reading.document.blocks
    last = reading.runs[index].markers[-1]
    reach, inside = last.block, {index}
    for at in range(index + 1, len(reading.runs)):
        other = reading.runs[at]
        if other.parent in inside:
            inside.add(at)
            if other.markers[0].span.start > last.span.start:
                reach = max(reach, other.markers[-1].block)
    reach += 1
    while (
        reach < len(blocks)
        and blocks[reach].kind == ITEM
        and blocks[reach].depth > blocks[last.block].depth
    ):
        reach += 1
    return reach


def _parent_between(reading: Reading, run: Run, offset: int) -> bool:
    """Whether the list around `run` goes on before `offset`."""
    if run.parent < 0:
        return False
    markers = reading.runs[run.parent].markers
    at = bisect_right(markers, run.markers[-1].span.end, key=lambda marker: marker.span.start)
    return at < len(markers) and markers[at].span.start < offset


def _hit(text: str, run: Run, count: Count, severity: str) -> Hit:
    values = {
        "found": count.number.cut(text),
        "phrase": count.phrase.cut(text),
        "announced": str(count.value),
        "count": str(len(run.markers)),
    }
    shown = [
        Span(m.span.start, m.span.start + len(m.span.cut(text).rstrip()))
        for m in run.markers[:RELATED]
    ]
    words = {"zh": "后面列的一项", "en": "an item of the list"}
    return Hit(count.number, values, tuple((span, words) for span in shown), severity=severity)
