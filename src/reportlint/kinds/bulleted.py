"""Lists without numbers: successive bullets of one indent as a run, so that their items can be
counted like those of numbered lists; and what else a text may count: bold lines, different words at
the start of the items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint._startup.lazy_pattern import lazy
from reportlint.core.document import HEADING, ITEM, Block, Document
from reportlint.core.numbering import Marker, Run
from reportlint.core.span import Span
from reportlint.core.word import FORMAT as DOCX

_REMARKS = ("Note:", "NOTE:", "例：", "例如：", "注：", "注:", "备注：", "備註：", "说明：")
_BOLD_LINE = lazy(r"\*\*[^*\n]+\*\*[ \t]*[:：]?[ \t]*(?:\n|\Z)")
_LABEL = lazy(r"[*_`]*([^\W\d]{1,12}?)[ \t]?([0-9]{1,3})")  # of an item: Attack 2, 问题3
_HEAD = lazy(r"[*_`]*([A-Za-z][A-Za-z0-9_.]*)")  # the first word of an item
_SHORT = 40  # code points of an item that is a name, or two joined names
_JOINS = ("、", "和", "及", "与", "/", " and ", " et ", " und ", " y ", "&")
_NAME_ENDS = lazy(r"[:：]|[ ][–—-][ ]|——")
BULLETS = frozenset("-*+•·")


def bulleted(document: Document) -> Iterator[Run]:
    """The bulleted lists of a document, in order, without the lists nested in their items."""
    indents = {line.block: line.indent for line in reversed(document.lines)}
    markers: list[Marker] = []
    list_indent = 0  # of the open list
    for number, block in enumerate(document.blocks):
        bullet = _bullet(document, block)
        indent = indents.get(number, list_indent + block.depth)
        if markers and indent > list_indent or _is_picture(document.text, block):
            continue  # part of the item before, like a nested list
        if markers and (bullet != markers[0].style or indent < list_indent):
            yield _run(markers)
            markers = []
        if bullet:
            list_indent = indent
            at = Span(block.span.start, block.span.start + 1)
            markers.append(Marker(bullet, len(markers) + 1, at, "line", number, at))
    if markers:
        yield _run(markers)


def _bullet(document: Document, block: Block) -> str:
    """The bullet of an item, followed by [ if it has a checkbox; "" for any other block, and for a
    remark on the list. A bullet in Word may be any character, and all items there have one."""
    if block.kind != ITEM:
        return ""
    first = document.text[block.span.start : block.span.start + 1]
    if not (first in BULLETS or document.format == DOCX):
        return ""
    if _is_remark(document.text, block):
        return ""
    between = document.text[block.span.start + 1 : block.content.start]
    return f"{first}[" if "[" in between else first


def _is_picture(text: str, block: Block) -> bool:
    """Whether an item is only a picture, which does not count as an item."""
    if block.kind != ITEM:
        return False
    content = block.content.cut(text).strip()
    return content.startswith("![") and content.endswith(")")


def _is_remark(text: str, block: Block) -> bool:
    """Whether an item is a remark on the list, or empty, and so does not count as an item."""
    content = block.content.cut(text).lstrip("*_ ")
    return content.startswith(_REMARKS) or not content.strip()


def _run(markers: Sequence[Marker]) -> Run:
    return Run(markers[0].style, tuple(markers), -1, ())


def bold_titles(run: Run, document: Document) -> int:
    """The number of bold lines in a list of headings, which may be what a sentence before it
    counts."""
    first = run.markers[0].block
    if document.blocks[first].kind != HEADING:
        return 0
    level, count = document.blocks[first].level, 0
    for block in document.blocks[first:]:
        if block.kind == HEADING and block.level < level:
            break
        count += _BOLD_LINE.match(document.text, block.span.start) is not None
    return count


def counted_otherwise(run: Run, document: Document) -> set[int]:
    """The numbers that a sentence before a list of bullets may mean, other than that of its
    items."""
    return {_different_heads(run, document), _labelled(run, document)}


def _different_heads(run: Run, document: Document) -> int:
    """The number of different words with which the items of a list begin, if each of these begins
    as many items: wait …, run …, wait …, run …; else 0."""
    heads = [
        _HEAD.match(document.text, document.blocks[m.block].content.start) for m in run.markers
    ]
    words = [match[1] for match in heads if match]
    times = {words.count(word) for word in words}
    return len(set(words)) if len(words) == len(heads) and len(times) == 1 and times != {1} else 0


def _labelled(run: Run, document: Document) -> int:
    """The number of items that a label and a number count (Attack 1, Attack 2), if there are others
    beside them: a remark under the same bullets is no item; else 0."""
    begins = [document.blocks[marker.block].content.start for marker in run.markers]
    labels = [match for match in (_LABEL.match(document.text, at) for at in begins) if match]
    numbers = [int(match[2]) for match in labels]
    is_series = len({match[1] for match in labels}) == 1 and numbers == list(
        range(numbers[0], numbers[0] + len(numbers))
    )
    return len(labels) if is_series and 1 < len(labels) < len(begins) else 0


def has_other_label(run: Run, document: Document, phrase: str) -> bool:
    """Whether the items of a list of bullets begin with a label and a number that name something
    else than the `phrase` counts: five processes in Phase 1, Phase 2."""
    begins = [document.blocks[marker.block].content.start for marker in run.markers]
    labels = {
        match[1] if match else "" for match in (_LABEL.match(document.text, at) for at in begins)
    }
    label = labels.pop().casefold()
    return not labels and len(label) > 1 and label not in phrase.casefold()


def is_joint(item: str) -> bool:
    """Whether an item names two things: a short text that joins them, or a name that does, before
    what is said of it (`a` / `b`: they differ)."""
    head = _NAME_ENDS.split(item, maxsplit=1)[0]
    return len(head) <= _SHORT and any(word in head for word in _JOINS)
