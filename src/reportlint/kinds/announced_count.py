"""Kind `announced-count`: a sentence announces a number of items directly before a list, and the
list has another number of items.

The lists are those of the reading. Only the sentence before the first marker of each is searched,
so the time is linear in the number of lists. Nothing is reported if the sentence may be no
announcement, or the list may continue after its last marker.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core.document import HEADING, ITEM, Document
from reportlint.core.lexicon import Lexicon
from reportlint.core.numbering import Marker, Run
from reportlint.core.reading import Hit, Reading
from reportlint.core.schema import Field
from reportlint.core.span import Span
from reportlint.kinds.announcements import Count, Family, Lead, announced, lead_of, rises
from reportlint.kinds.bulleted import (
    bold_titles,
    bulleted,
    counted_otherwise,
    has_other_label,
    is_joint,
)
from reportlint.kinds.options import (
    EXAMPLES,
    NAME,
    SWITCHED,
    families,
    number,
    numbers_by_name,
    regexes,
    switched_on,
    with_defaults,
)
from reportlint.kinds.ordinal import touched_by as touched_by  # for a changed list
from reportlint.ordinals.style import marker_like
from reportlint.patterns.rule_pattern import PatternGroup, RulePattern, any_found, from_regexes

BETWEEN = 3  # blocks after a list of bullets in which it may continue
NEAR = 8  # blocks after a list in which its next label may come
RELATED = 12  # markers of the list that are shown
# Code points at the start of a paragraph after the list that may say that it is one more item.
OPENING = 12

_FAMILY: Mapping[str, Field] = {
    "name": NAME,
    "phrase": regexes(
        "数量短语；名为 n 的组是数", "phrases that announce a count; the group `n` is the number"
    ),
    "suspect": regexes(
        "只为省时：有数量短语的句子必有其一的匹配",
        "only to save time: every sentence with such a phrase must match one of these",
    ),
    "numbers": numbers_by_name(
        "汉字数字和阿拉伯数字之外的数：词和值",
        "words for numbers and their values, in addition to digits and Chinese numerals",
    ),
    "cue": regexes(
        "句中有它就是预告（以下、如下）",
        "text that always makes a sentence an announcement (the following)",
    ),
    "verb": regexes(
        "数前有它，段末一句就是预告（抓好、做好）",
        "text before the number that makes the last sentence of a paragraph an announcement",
    ),
    "tail": regexes(
        "数量短语之后，逗号起到句末只说怎样列举的话（，分别是），不算隔开",
        "text from the phrase to the end of its sentence that only describes how the items are "
        "listed (, with an owner each)",
    ),
    "unless": regexes(
        "短语落在这些正则的匹配之内则不算",
        "a phrase inside a match of one of these does not count",
    ),
    "more": regexes(
        "末项里或其后有它，列举就不止于序号（再就是）",
        "text in or after the last item that adds items without a marker",
    ),
    "severity": SWITCHED,
    "examples": EXAMPLES,
}
OPTIONS: Mapping[str, Field] = {
    "patterns": families(
        "各种语言的预告，可逐一关闭",
        "patterns of announcements, by language, each of which can be switched off",
        _FAMILY,
    ),
    "distance": number(
        "短语后到句末最多隔几个字",
        "maximum number of code points between the phrase and the end of its sentence",
        16,
    ),
    "most-off": number(
        "差得更多就不报：那数多半另有所指",
        "a number that differs by more is not reported: it probably counts something else",
        3,
    ),
}
FIELDS: Mapping[str, str] = {"found": "三", "phrase": "三项措施", "announced": "3", "count": "4"}

_ITEM = {"zh": "后面列的一项", "en": "an item of the list"}


class Prepared(NamedTuple):
    families: tuple[Family, ...]
    distance: int
    most_off: int
    phrases: PatternGroup  # of all families


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> Prepared:
    """The families that are on."""
    given = with_defaults(options, OPTIONS)
    families = tuple(_family(family, lexicon) for family in switched_on(given["patterns"], _FAMILY))
    phrases = PatternGroup((pattern for family in families for pattern in family.phrases), lexicon)
    return Prepared(families, given["distance"], given["most-off"], phrases)


def _family(family: Mapping[str, Any], lexicon: Lexicon) -> Family:
    def patterns(name: str) -> tuple[RulePattern, ...]:
        return from_regexes(family[name], lexicon, ignore_case=True)

    return Family(
        patterns("phrase"),
        patterns("suspect"),
        family["numbers"],
        patterns("cue"),
        patterns("verb"),
        patterns("unless"),
        patterns("more"),
        family["severity"],
        patterns("tail"),
    )


def find(reading: Reading, prepared: Prepared) -> Iterator[Hit]:
    """A hit on the count of each announcement that its list contradicts."""
    present = list(_families_in(reading.document.text, prepared))
    if not present:
        return
    starts = [line.span.start for line in reading.document.lines]
    yield from _of_bullets(reading, starts, present, prepared)
    inner: dict[int, list[int]] = {}  # number of markers of each list nested in a list
    for run in reading.runs:
        inner.setdefault(run.parent, []).append(len(run.markers))
    for index in _countable(reading):
        within = inner.get(index, [])
        # what is counted may be in groups; a single nested list is no group
        grouped = sum(within) if len(within) > 1 else 0
        lead = lead_of(reading, reading.runs[index], starts)
        hit = _judged(reading, index, grouped, lead, present, prepared) if lead else None
        if hit is not None:
            yield hit


def _families_in(text: str, prepared: Prepared) -> Iterator[Family]:
    """The families with a phrase that may match in the text, each without its other phrases."""
    candidates = prepared.phrases.candidates(text)
    for family in prepared.families:
        phrases = tuple(pattern for pattern in family.phrases if pattern in candidates)
        if phrases:
            yield family._replace(phrases=phrases)


def _countable(reading: Reading) -> list[int]:
    """The indexes of the lists whose number of items is certain."""
    soft = {style.id for style in reading.lexicon.styles if style.soft}
    return [
        index
        for index, run in enumerate(reading.runs)
        if run.is_whole and not run.faults and run.style not in soft and rises(run)
    ]


def _judged(
    reading: Reading,
    index: int,
    inner: int,
    lead: Lead,
    present: Sequence[Family],
    prepared: Prepared,
) -> Hit | None:
    """The hit on the announcement of a list, if the list contradicts it; otherwise None. The first
    family that finds an announcement decides."""
    run, text = reading.runs[index], reading.document.text
    for family in present:
        counts = announced(text, lead, family, prepared.distance)
        if not counts:
            continue
        from reportlint.kinds.count_evidence import leaves, severity_of  # few lists are announced

        items = len(run.markers)
        others = {inner, run.markers[-1].value, leaves(reading, index)}
        wrong = _wrong(counts, items, others, prepared.most_off)
        if not wrong or counts[-1].value > items and _goes_on(reading, index, family):
            return None
        if _is_of_others(run, counts[-1].value, lead, family, reading.document):
            return None
        return _hit(text, run, counts[-1], severity_of(reading, run, lead, counts, family))
    return None


def _is_of_others(run: Run, count: int, lead: Lead, family: Family, document: Document) -> bool:
    """Whether the number in the sentence before a list may be that of other things."""
    from reportlint.kinds.counted_headings import before_headings, is_of_siblings, may_conclude

    parts = before_headings(run, document)
    return (
        count in parts
        or (bool(parts) and run.markers[0].place == "inline")
        or is_of_siblings(run, lead, document)
        or _has_other_label(lead, family, document.text)
        or (count < len(run.markers) and may_conclude(run, lead, family, document))
        or count == bold_titles(run, document)
    )


def _has_other_label(lead: Lead, family: Family, text: str) -> bool:
    """Whether the items have a label that names something else than the sentence before them: five
    processes, and Phase 1, Phase 2."""
    sentence = lead.span.cut(text)
    return lead.label not in sentence.casefold() and not any_found(family.cues, sentence)


def _of_bullets(
    reading: Reading,
    starts: Sequence[int],
    present: Sequence[Family],
    prepared: Prepared,
) -> Iterator[Hit]:
    """A hit on each count that a list of bullets contradicts."""
    numbered = {run.markers[0].block for run in reading.runs}
    for run in bulleted(reading.document):
        if len(run.markers) < 2 or any(marker.block in numbered for marker in run.markers):
            continue
        lead = lead_of(reading, run, starts)
        hit = _judged_bullets(reading, run, lead, present, prepared) if lead else None
        if hit is not None:
            yield hit


def _judged_bullets(
    reading: Reading, run: Run, lead: Lead, present: Sequence[Family], prepared: Prepared
) -> Hit | None:
    """The hit on the announcement of a list of bullets, if the list contradicts it; otherwise
    None."""
    text = reading.document.text
    for family in present:
        counts = announced(text, lead, family, prepared.distance)
        if not counts:
            continue
        items = len(run.markers)
        most_off = min(_farthest(text, lead, family), prepared.most_off)
        wrong = _wrong(counts, items, counted_otherwise(run, reading.document), most_off)
        if not wrong or counts[-1].value > items and _holds_more(reading, run, family):
            return None
        if has_other_label(run, reading.document, counts[-1].phrase.cut(text)):
            return None
        from reportlint.kinds.count_evidence import severity_of

        return _hit(text, run, counts[-1], severity_of(reading, run, lead, counts, family))
    return None


def _farthest(text: str, lead: Lead, family: Family) -> int:
    """How far off the count of a list of bullets may be and still be reported; bullets need a
    sentence that introduces them."""
    if lead.colon or any_found(family.cues, lead.span.cut(text)):
        return 2
    return 0 if lead.line else 1


def _holds_more(reading: Reading, run: Run, family: Family) -> bool:
    """Whether a list of bullets may have more items than bullets: an item joins two, or text after
    the list adds one."""
    blocks = reading.document.blocks
    items = [blocks[marker.block].content.cut(reading.document.text) for marker in run.markers]
    after = run.markers[-1].block + 1
    for block in blocks[after : after + BETWEEN]:
        if block.kind == HEADING:
            break
        if block.kind == ITEM:
            return True  # the blocks between may be a loose part of the last item
    if after < len(blocks):
        start = blocks[after].content.start
        if any_found(family.more, reading.document.text[start : start + OPENING]):
            return True
    return any_found(family.more, items[-1]) or any(map(is_joint, items))


def _wrong(counts: Sequence[Count], items: int, others: Set[int], most_off: int) -> bool:
    """Whether the last count is close to the number of items, but no count equals it, or one of the
    `others`: the number of all items of the nested lists together, the last number of the list, or
    how many different things its items name."""
    fits = any(count.value == items or count.value in others for count in counts)
    return not fits and abs(counts[-1].value - items) <= most_off


def _goes_on(reading: Reading, index: int, family: Family) -> bool:
    """Whether the list may have more items than markers: its last item suggests it, or another list
    follows directly."""
    run = reading.runs[index]
    document = reading.document
    last = run.markers[-1]
    following = _following_list(reading, index)
    if following is not None:
        return not _parent_between(reading, run, following.markers[0].span.start)
    rest = Span(last.span.end, document.blocks[last.block].span.end)
    style = next((style for style in reading.lexicon.styles if style.id == last.style), None)
    due = marker_like(style, last.value + 1, last, document.text).strip() if style else ""
    # The next number is there, but was not parsed as a marker.
    if due and (document.text.find(due, *rest) >= 0 or _labelled(document, due, last)):
        return True
    if any_found(family.more, rest.cut(document.text)):
        return True
    behind = _behind(reading, index)
    if behind >= len(document.blocks):
        return False
    start = document.blocks[behind].content.start
    return any_found(family.more, document.text[start : start + OPENING])


def _following_list(reading: Reading, index: int) -> Run | None:
    """The list that continues where this one ends, with the same parent, in the same block or the
    next; None if there is none."""
    run = reading.runs[index]
    last = run.markers[-1]
    for at in range(index + 1, len(reading.runs)):
        other = reading.runs[at]
        first = other.markers[0]
        if first.span.start <= last.span.end:
            continue
        beside = other.parent == run.parent and first.block in (last.block, last.block + 1)
        # 一是 in the next paragraph, after a sentence of its own, begins another list
        is_anew = first.block > last.block and first.style == last.style and first.place == "inline"
        goes_on = beside and not is_anew
        return other if goes_on and reading.document.blocks[last.block].kind != HEADING else None
    return None


def _labelled(document: Document, due: str, last: Marker) -> bool:
    """Whether a later line begins with the label and number due next, whatever follows: Phase 3
    (4.13+):"""
    number = last.span.cut(document.text)[: last.numeral.start - last.span.start]
    tail = len(last.span.cut(document.text).strip()) - (last.numeral.end - last.span.start)
    label = due[: len(due) - max(0, tail)]
    return len(number.strip()) > 1 and any(
        document.text.startswith(label, block.content.start)
        and not document.text[block.content.start + len(label) :][:1].isalnum()
        for block in document.blocks[last.block + 1 : last.block + 1 + NEAR]
    )


def _behind(reading: Reading, index: int) -> int:
    """The index of the first block after a list and all lists nested in its last item."""
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
    """Whether the list around `run` has another marker between the end of `run` and `offset`."""
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
    starts = ((marker.span.start, marker.span.cut(text)) for marker in run.markers[:RELATED])
    related = tuple((Span(start, start + len(cut.rstrip())), _ITEM) for start, cut in starts)
    return Hit(count.number, values, related, severity=severity)
