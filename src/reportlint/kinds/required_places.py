"""The places of a report where a text may be required, and where its absence is reported."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from reportlint._startup.lazy_pattern import lazy
from reportlint.core import document as d
from reportlint.core.characters import COLONS, NUMERALS, is_in_round_brackets
from reportlint.core.document import Block
from reportlint.core.numbering import Marker, Run
from reportlint.core.reading import Reading
from reportlint.core.span import Span

_LEAST_MATTER = 40  # code points of a paragraph that goes on with the matter
_LEAST_ITEM = 16  # of one that is the next point of it: 三、…
_ITEM = lazy(rf"\s*(?:[{NUMERALS}]{{1,3}}、|[（(][{NUMERALS}]{{1,3}}[)）])")
_NOTE = lazy(r"^\W*(?:附|注|备注|说明|联系|抄送|[此另])|联系(?:人|电话|方式)|电话[：:]|附后|见附")
OPENING, CLOSING, TITLE, ANYWHERE, SECTION = "opening", "closing", "title", "anywhere", "section:"


def texts_at(reading: Reading, at: str, within: int) -> Iterator[str]:
    """The texts in which a demand at the place `at` can be met."""
    text = reading.document.text
    if at.startswith(SECTION):
        section = reading.section_of(at.removeprefix(SECTION))
        return iter([section.span.cut(text)] if section else [])
    texts = (_unwrapped(text, block) for block in _BLOCKS[at](reading, within))
    return iter([" ".join(texts)]) if at == TITLE else texts


def _title_blocks(reading: Reading, within: int = 0) -> Iterator[Block]:
    blocks = d.before_body(reading.document.blocks)
    return (block for block in blocks if block.role == d.TITLE)


def _opening_blocks(reading: Reading, within: int) -> Iterator[Block]:
    """The addressee, the masthead, and the first body paragraphs before any heading.

    If the text begins with a heading: the first paragraph, and the headings above it.
    """
    blocks = d.before_body(reading.document.blocks)
    text = reading.document.text
    yield from (block for block in blocks if block.role == d.ADDRESSEE or _tells(block, text))
    first = opening_body(reading, within)
    start = first[0].span.start if first else 0
    yield from (
        block
        for block in reading.document.blocks
        if block.kind == d.HEADING and block.role == d.BODY and block.span.start < start
    )
    yield from first


def _tells(block: Block, text: str) -> bool:
    """Whether a line of the masthead may open a text. One in brackets tells of the text, when it
    was passed or delivered: （2026年1月17日…会议通过）."""
    line = block.content.cut(text).strip()
    return block.role == d.MASTHEAD and not is_in_round_brackets(line)


def opening_body(reading: Reading, within: int) -> Sequence[Block]:
    """The first body paragraphs of a report, up to the first heading; at least one."""
    text, body = reading.document.text, reading.body[:within]
    headings = (s.span.start for s in reading.sections if s.title in s.heading.cut(text))
    first = next(headings, len(text))
    return [block for block in body if block.span.start < first] or body[:1]


def leads_in_points(reading: Reading, within: int) -> bool:
    """Whether the opening is prose directly before numbered points of the first level: 一、, 二、.

    Not if the points begin at once, or behind a colon, which leads them in whatever stands before
    it; nor if more stands before them than the opening of `within` paragraphs.
    """
    first = next(filter(None, (_first_point(reading, run) for run in reading.runs)), None)
    if first is None:
        return False
    before = [block for block in reading.body if block.span.end <= first.span.start]
    text = reading.document.text
    if not before or not set(before).issubset(opening_body(reading, within)):
        return False
    return not before[-1].content.cut(text).rstrip().endswith(tuple(COLONS))


def _first_point(reading: Reading, run: Run) -> Marker | None:
    """The first marker of a list of points of the first level in the body, each on a line of its
    own; None if the list is none."""
    first = run.markers[0]
    levels = {style.id: style.level for style in reading.lexicon.styles}
    is_of_body = reading.document.blocks[first.block].role == d.BODY
    is_of_lines = first.place != "inline" and len(run.markers) > 1
    return first if levels[run.style] == 1 and is_of_body and is_of_lines else None


@lru_cache(maxsize=1)  # two rules check the closing of a report's type
def closing_paragraphs(reading: Reading) -> Sequence[Block]:
    """The body paragraphs at the end of a report, where a closing is in its place.

    They begin with the last paragraph that continues the matter, under the last heading that the
    report's type names. A closing that stands alone before them is too early.
    """
    text, body = reading.document.text, reading.body
    heading = _last_demanded_heading(reading)
    under = [block for block in body if block.span.start > heading]
    for index in range(len(under) - 1, 0, -1):
        if _goes_on(under[index].content.cut(text)):
            return under[index:]
    return under or body[-1:]


def _last_demanded_heading(reading: Reading) -> int:
    """The offset of the last heading that the report's type names, -1 if there is none."""
    specs = reading.type.sections if reading.type else ()
    sections = [section for spec in specs if (section := reading.section_of(spec.id)) is not None]
    titled = [s for s in sections if s.title in s.heading.cut(reading.document.text)]
    return max((section.span.start for section in titled), default=-1)


def _goes_on(paragraph: str) -> bool:
    """Whether a paragraph is more of the matter: long or a point of its own, whole sentences, and
    no note on annexes or on whom to ask."""
    least = _LEAST_ITEM if _ITEM.match(paragraph) else _LEAST_MATTER
    return (
        len(paragraph) >= least
        and paragraph.rstrip().endswith(("。", "；"))
        and not _NOTE.search(paragraph)
    )


def _closing_blocks(reading: Reading, within: int) -> Iterator[Block]:
    return iter(reading.body[-within:])


def _all_blocks(reading: Reading, within: int) -> Iterator[Block]:
    blocks = reading.document.blocks
    return (block for block in blocks if block.kind in d.PROSE or block.kind == d.TABLE)


_BLOCKS: Mapping[str, Callable[[Reading, int], Iterator[Block]]] = {
    OPENING: _opening_blocks,
    CLOSING: _closing_blocks,
    TITLE: _title_blocks,
    ANYWHERE: _all_blocks,
}
_BREAK_HAN = lazy(
    r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]*[\r\n]+[ \t>]*(?=[\u3000-\u9fff\uff00-\uffef])"
)
_BREAK = lazy(r"[ \t]*[\r\n]+[ \t>]*")


def _unwrapped(text: str, block: Block) -> str:
    """The text of a block without its line breaks, so that a wrapped phrase matches."""
    content = block.content.cut(text)
    if "\n" not in content and "\r" not in content:
        return content
    return _BREAK.sub(" ", _BREAK_HAN.sub("", content))


def place_of(reading: Reading, at: str) -> Span | None:
    """The span at which the absence of a text at the place `at` is reported; None if there is no
    such place."""
    if at.startswith(SECTION):
        section = reading.section_of(at.removeprefix(SECTION))
        return section.heading if section else None
    title = next(_title_blocks(reading), None)
    if at == TITLE and title is not None:
        return title.content
    body = reading.body
    if not body:
        return None
    return body[-1].content if at == CLOSING else body[0].content
