"""The tree of sections: from headings, from headings that a paragraph runs on from, or from lead phrases.

Half of Chinese reports write `一、工作情况。一年来，……` in one paragraph; half of those without any heading begin a section with
a phrase (下一步，我们将…) that only the report's type knows.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core import document as d
from reportlint.core.document import Document
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Section
from reportlint.core.report_type import Phrases, SectionSpec
from reportlint.core.span import Span
from reportlint.patterns.phrases import SENTENCE_START, compiled
from reportlint.structure.titles import bare, normal, title_start

_LONGEST_LEAD = 30  # code points of a heading that its paragraph runs on from
_LONGEST_LINE = 40  # code points of a heading that stands alone
_RUN_ON = 2  # the deepest level of a marker that opens a section inside a paragraph
_SENTENCE_ENDS = frozenset("。：:！？!?；;")
_CONTENTS = frozenset({"目录", "目次", "contents", "table of contents"})
_TAIL = frozenset({d.SIGNATURE, d.DATE, d.AFTERWORD})


class Head(NamedTuple):
    """Where a section begins."""

    span: Span  # as Section.heading
    start: int  # where the section's span begins
    title: str
    level: int
    block: int
    style: str = ""  # of its marker


def sections_of(document: Document, lexicon: Lexicon) -> tuple[Section, ...]:
    """The sections that headings open, in the order of the text. Roles must be filled in; the title is no section."""
    heads = _headings(document, lexicon)
    heads += _run_ons(document, lexicon, heads)
    heads.sort(key=lambda head: head.start)
    return _tree(document, _without_contents(document, heads))


def lead_sections(
    document: Document, lexicon: Lexicon, specs: Sequence[SectionSpec]
) -> tuple[tuple[Section, ...], tuple[str, ...]]:
    """The sections that lead phrases open in a text without headings, and the id of the spec that each plays."""
    heads: list[Head] = []
    ids: dict[int, str] = {}
    for spec in specs:
        found = next(lead_spans(document, lexicon, spec), None)
        if found is not None and found[0].start not in ids:
            span, block = found
            heads.append(Head(span, span.start, spec.title, 1, block))
            ids[span.start] = spec.id
    heads.sort(key=lambda head: head.start)
    sections = _tree(document, heads)
    return sections, tuple(ids[section.heading.start] for section in sections)


def lead_spans(
    document: Document, lexicon: Lexicon, spec: SectionSpec, start: int = 0
) -> Iterator[tuple[Span, int]]:
    """The places from `start` where a lead phrase, the title or an alias of `spec` begins a sentence of the body, with the block."""
    for pattern in lead_patterns(spec, lexicon):
        yield from _in_body(document, pattern, start)


def lead_patterns(spec: SectionSpec, lexicon: Lexicon) -> list[Any]:
    """What begins the section inside a text: its lead phrases, else its titles followed by a pause."""
    found = [
        compiled(spec.lead, lexicon),
        compiled(Phrases(spec.phrases.any), lexicon, "(?=[：:，,。]|是)"),
    ]
    return [pattern for pattern in found if pattern is not None]


def _in_body(document: Document, pattern: Any, start: int) -> Iterator[tuple[Span, int]]:
    text = document.text
    for index, block in enumerate(document.blocks):
        if (
            block.kind not in d.PROSE
            or block.kind == d.HEADING
            or block.role != d.BODY
            or block.quote
            or block.content.end <= start
        ):
            continue
        first, end = block.content
        begins = [first] if first >= start else []
        begins += [
            found.end()
            for found in SENTENCE_START.finditer(text, max(start, first), end)
            if found.end() > first
        ]
        for begin in begins:
            match = pattern.match(text, begin, end)
            if match and match.end() > begin:
                yield Span(*match.span()), index


def _headings(document: Document, lexicon: Lexicon) -> list[Head]:
    heads = []
    for index, block in enumerate(document.blocks):
        if (
            block.kind != d.HEADING
            or block.role in (d.TITLE, d.MASTHEAD, d.ADDRESSEE)
            or block.quote
            or block.depth
        ):
            continue
        start, marked = title_start(document.text, *block.content, lexicon)
        title = bare(document.text[start : block.content.end]) or bare(
            document.text[block.content.start : block.content.end]
        )
        heads.append(
            Head(
                block.content,
                block.span.start,
                title,
                block.level or 1,
                index,
                marked.style if marked else "",
            )
        )
    return heads


def _run_ons(document: Document, lexicon: Lexicon, headings: Iterable[Head]) -> list[Head]:
    """Headings that stand as the first sentence of a line: `一、工作情况。一年来……`."""
    styles: dict[str, int] = {}
    deepest = 0
    for head in headings:
        deepest = max(deepest, head.level)
        if head.style:
            styles.setdefault(head.style, head.level)
    found = []
    text = document.text
    for line in document.lines:
        if text[line.start : line.start + 1] not in _MARKER_STARTS:
            continue
        block = document.blocks[line.block]
        if (
            block.kind == d.HEADING
            or block.role not in (d.BODY, d.AFTERWORD)
            or block.quote
            or block.depth
        ):
            continue
        opened = _run_on(text, line.start, line.span.end, lexicon)
        if opened is not None:
            level = styles.get(opened.style) or deepest + opened.level
            found.append(opened._replace(level=level, block=line.block))
    return found


def _run_on(text: str, start: int, end: int, lexicon: Lexicon) -> Head | None:
    at, marked = title_start(text, start, end, lexicon)
    if marked is None or not 0 < marked.level <= _RUN_ON or marked.doubt:
        return None
    stop = _sentence_end(text[at : min(end, at + _LONGEST_LEAD + 1)])
    if stop < 0:
        line = text[at:end].rstrip()
        if (
            len(line) > _LONGEST_LINE
            or line.endswith(("，", ",", "、"))
            or _sentence_end(line) >= 0
        ):
            return None
        finish = at + len(line)
    elif text[at + stop] in "；;":
        return None
    else:
        finish = at + stop
    title = bare(text[at:finish])
    return Head(Span(start, finish), start, title, marked.level, 0, marked.style) if title else None


def _sentence_end(text: str) -> int:
    """The offset of the first mark that ends a sentence or a clause of its own, -1 is none."""
    return next((at for at, char in enumerate(text) if char in _SENTENCE_ENDS), -1)


_MARKER_STARTS = frozenset("一二三四五六七八九十（(第ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩIVX*_#")


def _without_contents(document: Document, heads: list[Head]) -> list[Head]:
    """The heads without the entries of a table of contents: those after 目录 whose title comes again further down."""
    begins = next(
        (
            b.span.start
            for b in document.blocks
            if b.kind in d.PROSE and _is_contents(document, b.content)
        ),
        None,
    )
    if begins is None:
        return heads
    last = {normal(head.title): i for i, head in enumerate(heads)}
    kept: list[Head] = []
    listing = True
    for index, head in enumerate(heads):
        if head.start < begins or not listing:
            kept.append(head)
        elif _is_contents(document, head.span):
            continue
        elif last[normal(head.title)] == index:
            listing = False
            kept.append(head)
    return kept


def _is_contents(document: Document, content: Span) -> bool:
    return content.end - content.start <= 20 and normal(content.cut(document.text)) in _CONTENTS


def _tree(document: Document, heads: Sequence[Head]) -> tuple[Section, ...]:
    """Sections from their heads. None reaches over the signature, or over the end of what follows it into another report."""
    if not heads:
        return ()
    starts, turns = _places(document)
    ends = [0] * len(heads)
    parents: list[int] = []
    stack: list[int] = []
    reach = len(document.text)
    for index, head in enumerate(heads):
        here = bisect_right(turns, head.start)
        while stack and (
            heads[stack[-1]].level >= head.level
            or heads[stack[-1]].start < turns[here - 1] <= head.start
        ):
            ends[stack.pop()] = _end(document, starts, min(head.start, reach))
        parents.append(stack[-1] if stack else -1)
        stack.append(index)
        reach = turns[here] if here < len(turns) else len(document.text)
    for index in stack:
        ends[index] = _end(document, starts, reach)
    return tuple(
        Section(
            head.title,
            head.level,
            head.span,
            Span(head.start, max(ends[i], head.span.end)),
            parents[i],
            head.block,
        )
        for i, head in enumerate(heads)
    )


def _places(document: Document) -> tuple[list[int], list[int]]:
    """Where the blocks begin; and where the text turns from body to what follows a body, or back, of which 0 is the first."""
    starts, turns, tail = [], [0], False
    for block in document.blocks:
        starts.append(block.span.start)
        if block.kind in d.PROSE and (block.role in _TAIL) is not tail:
            tail = not tail
            turns.append(block.span.start)
    return starts, turns


def _end(document: Document, starts: Sequence[int], before: int) -> int:
    """The end of what is written before the offset `before`: spaces and rules between two sections belong to neither.

    `starts` are those of the blocks.
    """
    at = bisect_left(starts, before) - 1
    while at >= 0 and document.blocks[at].kind in (d.RULE, d.COMMENT):
        at -= 1
    if at < 0:
        return before
    end = document.blocks[at].span.end
    while end > before or (end > 0 and document.text[end - 1].isspace()):
        end = before if end > before else end - 1
    return end
