"""The tree of sections: from headings, from run-on headings at the start of a paragraph, or from
lead phrases.

Half of Chinese reports write `一、工作情况。一年来，……` in one paragraph. Half of those without any
heading begin a section with a phrase (下一步，我们将…) that only the report's type knows.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core import document as d
from reportlint.core.characters import CLAUSE_ENDS
from reportlint.core.document import Block, Document
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Section
from reportlint.core.report_type import Phrases, SectionSpec
from reportlint.core.span import Span
from reportlint.core.word import BOX
from reportlint.ordinals.matcher import Matcher
from reportlint.patterns.phrases import SENTENCE_START, phrase_pattern
from reportlint.structure.titles import bare, normal, title_start

_LONGEST_RUN_ON = 30  # code points of a run-on heading
_LONGEST_LINE = 40  # code points of a heading on a line of its own
_RUN_ON_LEVEL = 2  # the deepest level of a marker that opens a section inside a paragraph
_LONGEST_CONTENTS = 20  # code points of a line that is 目录
_CONTENTS = frozenset({"目录", "目次", "contents", "table of contents"})
# After a label: **Present:**, **Present** (add your name):, **Present** Ana, Ben
_LABEL_END = (
    r"(?=[*_ ]{0,5}(?:[(（][^()（）\n]{1,80}[)）][*_ ]{0,3})?[：:]|\*\*[ \t]+(?-i:[\p{Lu}\p{Han}]))"
)
_BEFORE_LABEL = "*_ \t"
_MARKS = frozenset("*_#")  # may precede a marker
_TAIL = frozenset({d.SIGNATURE, d.DATE, d.AFTERWORD})


class Head(NamedTuple):
    """The beginning of a section."""

    span: Span  # like Section.heading
    start: int  # start of the section's span
    title: str
    level: int
    block: int
    style: int = -1  # of its marker, -1 if there is none


def sections_of(document: Document, matcher: Matcher) -> tuple[Section, ...]:
    """The sections that headings open, in the order of the text. Roles must be filled in; the title
    opens no section."""
    heads = list(_headings(document, matcher))
    heads += _run_on_headings(document, matcher, heads)
    if not heads:
        return ()
    heads.sort(key=lambda head: head.start)
    return _tree(document, _without_contents(document, heads))


def lead_sections(
    document: Document, lexicon: Lexicon, specs: Sequence[SectionSpec]
) -> tuple[tuple[Section, ...], tuple[str, ...]]:
    """The sections of a text without headings, in which a lead phrase of its spec opens each
    section; and for each section the id of that spec."""
    heads: list[Head] = []
    ids: dict[int, str] = {}
    for spec in specs:
        span, block = next(lead_spans(document, lexicon, spec), (None, 0))
        if span is not None and span.start not in ids:
            heads.append(Head(span, span.start, spec.title, 1, block))
            ids[span.start] = spec.id
    heads.sort(key=lambda head: head.start)
    sections = _tree(document, heads)
    return sections, tuple(ids[section.heading.start] for section in sections)


def lead_spans(
    document: Document,
    lexicon: Lexicon,
    spec: SectionSpec,
    start: int = 0,
    *,
    only_first: bool = False,
) -> Iterator[tuple[Span, int]]:
    """The lead phrases of `spec`, and its titles with a pause after them, at starts of sentences of
    the body.

    They are searched from `start` on; each is given as its span and the index of its block. With
    `only_first` the sentence must begin a paragraph.
    """
    lead = phrase_pattern(spec.lead, lexicon)
    titles = phrase_pattern(
        Phrases(spec.phrases.any), lexicon, r"(?=[：:，,。]|是|[ \t]*(?:[\r\n]|\Z))"
    )
    for pattern in (lead, titles):
        if pattern is not None:
            yield from _sentences(document, pattern, start, only_first=only_first)


def _sentences(
    document: Document, pattern: Any, start: int, *, only_first: bool
) -> Iterator[tuple[Span, int]]:
    """The matches of `pattern` at starts of sentences of the body, from `start` on, each with the
    index of its block."""
    text = document.text
    if not pattern.may_match(text):
        return
    for index, block in enumerate(document.blocks):
        if block.content.end <= start or not _is_body_text(block):
            continue
        first, end = block.content
        begins = [first] if first >= start else []
        if not only_first:
            matches = SENTENCE_START.finditer(text, max(start, first), end)
            begins += [match.end() for match in matches if match.end() > first]
        for begin in begins:
            match = pattern.match(text, begin, end)
            if match and match.end() > begin:
                yield Span(*match.span()), index


def label_spans(
    document: Document, lexicon: Lexicon, spec: SectionSpec, end: int
) -> Iterator[tuple[Span, int]]:
    """The spans before `end` where a title of `spec` is the label of a line: **Present:** Ana, Ben.
    Each with the index of its block."""
    labels = phrase_pattern(Phrases((spec.title, *spec.phrases.any)), lexicon, _LABEL_END)
    if labels is None:
        return
    text = document.text
    for index, block in enumerate(document.blocks):
        if block.content.start >= end:
            return
        if _is_body_text(block):
            at = block.content.start
            for line in block.content.cut(text).split("\n"):
                begin = at + len(line) - len(line.lstrip(_BEFORE_LABEL))
                match = labels.match(text, begin, block.content.end)
                if match:
                    yield Span(*match.span()), index
                at += len(line) + 1


def _is_body_text(block: Block) -> bool:
    """Whether a block is prose of the body, and neither a heading nor quoted."""
    is_text = block.kind in (d.PARAGRAPH, d.ITEM)
    return is_text and block.role == d.BODY and not block.quote


def _headings(document: Document, matcher: Matcher) -> Iterator[Head]:
    text = document.text
    for index, block in enumerate(document.blocks):
        if block.kind != d.HEADING or block.quote or block.depth:
            continue
        if block.role in (d.TITLE, d.MASTHEAD, d.ADDRESSEE):
            continue
        content = block.content
        start, marker = title_start(text, *content, matcher)
        title = bare(text[start : content.end]) or bare(content.cut(text))
        style = marker.style if marker else -1
        yield Head(content, block.span.start, title, block.level or 1, index, style)


def _run_on_headings(
    document: Document, matcher: Matcher, headings: Iterable[Head]
) -> Iterator[Head]:
    """The headings that are the first sentence of a line: `一、工作情况。一年来……`."""
    levels: dict[int, int] = {}  # by style
    deepest = 0
    for head in headings:
        deepest = max(deepest, head.level)
        levels.setdefault(head.style, head.level)
    levels.pop(-1, None)
    text = document.text
    firsts = matcher.firsts(_RUN_ON_LEVEL) | _MARKS
    for line in document.lines:
        start = line.start
        if text[start : start + 1] not in firsts:
            continue
        block = document.blocks[line.block]
        if block.kind == d.HEADING or block.quote or block.depth:
            continue
        if block.role not in (d.BODY, d.AFTERWORD):
            continue
        run_on = _run_on_heading(text, start, line.span.end, matcher)
        if run_on is not None:
            level = levels.get(run_on.style) or deepest + run_on.level
            yield run_on._replace(level=level, block=line.block)


def _run_on_heading(text: str, start: int, end: int, matcher: Matcher) -> Head | None:
    """The heading at the start of the line at `start`, with the level of its marker; None if there
    is none."""
    title, marker = title_start(text, start, end, matcher)
    if marker is None or marker.doubt:
        return None
    level = matcher.style(marker).level
    if not 0 < level <= _RUN_ON_LEVEL:
        return None
    stop = _clause_end(text[title : min(end, title + _LONGEST_RUN_ON + 1)])
    if stop < 0:
        line = text[title:end].rstrip()
        if len(line) > _LONGEST_LINE or line.endswith(("，", ",", "、")) or _clause_end(line) >= 0:
            return None
        stop = len(line)
    elif text[title + stop] in "；;":
        return None
    name = bare(text[title : title + stop])
    span = Span(start, title + stop)
    return Head(span, start, name, level, 0, marker.style) if name else None


def _clause_end(text: str) -> int:
    """The offset of the first character that ends a clause, -1 if there is none."""
    return next((at for at, char in enumerate(text) if char in CLAUSE_ENDS), -1)


def _without_contents(document: Document, heads: list[Head]) -> list[Head]:
    """The heads without the entries of a table of contents: those after 目录 whose title occurs
    again further down."""
    begin = _start_of_contents(document, heads[-1].start)
    if begin < 0:
        return heads
    last = {normal(head.title): index for index, head in enumerate(heads)}
    kept: list[Head] = []
    is_listing = True
    for index, head in enumerate(heads):
        if is_listing and head.start >= begin:
            if _is_contents(document, head.span) or last[normal(head.title)] != index:
                continue
            is_listing = False
        kept.append(head)
    return kept


def _start_of_contents(document: Document, last: int) -> int:
    """The offset of the first block that is 目录, -1 if there is none up to the offset `last`."""
    for block in document.blocks:
        start, end = block.content
        if end - start <= _LONGEST_CONTENTS and block.kind in d.PROSE:
            if start > last:
                break
            if _is_contents(document, block.content):
                return block.span.start
    return -1


def _is_contents(document: Document, content: Span) -> bool:
    start, end = content
    if not 0 < end - start <= _LONGEST_CONTENTS:
        return False
    first = document.text[start]
    if first.isalnum() and first not in "目cCtT" and ("一" <= first <= "\u9fff" or first.isascii()):
        return False  # most short lines; no mark stands before their title
    return normal(document.text[start:end]) in _CONTENTS


def _tree(document: Document, heads: Sequence[Head]) -> tuple[Section, ...]:
    """The sections of the heads. No section extends past the signature, or past the end of the text
    after it into another report."""
    if not heads:
        return ()
    starts, turns = _places(document)
    ends = [0] * len(heads)
    parents: list[int] = []
    stack: list[int] = []
    limit = len(document.text)  # the greatest end of the sections of this body
    for index, head in enumerate(heads):
        turn = bisect_right(turns, head.start)
        while stack and (
            heads[stack[-1]].level >= head.level
            or heads[stack[-1]].start < turns[turn - 1] <= head.start
        ):
            ends[stack.pop()] = _end(document, starts, min(head.start, limit))
        parents.append(stack[-1] if stack else -1)
        stack.append(index)
        limit = turns[turn] if turn < len(turns) else len(document.text)
    for index in stack:
        ends[index] = _end(document, starts, limit)
    return tuple(
        Section(
            head.title,
            head.level,
            head.span,
            Span(head.start, max(end, head.span.end)),
            parent,
            head.block,
        )
        for head, end, parent in zip(heads, ends, parents, strict=True)
    )


def _places(document: Document) -> tuple[list[int], list[int]]:
    """The start offsets of the blocks, and the offsets at which the text changes from a body to the
    text after a body, or back. The latter begin with 0."""
    starts, turns, in_tail = [], [0], False
    for block in document.blocks:
        starts.append(block.span.start)
        if block.kind in d.PROSE and (block.role in _TAIL) is not in_tail:
            in_tail = not in_tail
            turns.append(block.span.start)
    return starts, turns


def _is_beside(block: Block) -> bool:
    if block.kind == d.NOTE:
        return block.info != BOX
    return block.kind in (d.RULE, d.COMMENT)


def _end(document: Document, starts: Sequence[int], before: int) -> int:
    """The end of the text before the offset `before`, as the end of a section.

    Spaces and rules between two sections belong to neither. Nor do the notes and headers of a Word
    document, which follow its body. `starts` are the start offsets of the blocks.
    """
    at = bisect_left(starts, before) - 1
    while at >= 0 and _is_beside(document.blocks[at]):
        at -= 1
    if at < 0:
        return before
    end = min(document.blocks[at].span.end, before)
    while end > 0 and document.text[end - 1].isspace():
        end -= 1
    return end
