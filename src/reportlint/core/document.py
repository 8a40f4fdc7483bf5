"""The parsed text of one report.

A document is a flat sequence of leaf blocks in text order, each with exact spans, and the zones in
them that are not prose. The containers of a block (quotes, list items) are counted in numbers on
the block, because rules ask whether a block is quoted and never walk a tree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.characters import SPACES
from reportlint.core.span import LineIndex, Span

# Kinds of blocks.
HEADING = "heading"
PARAGRAPH = "paragraph"
# the first paragraph of a Markdown or reST list item; its further paragraphs are PARAGRAPH with
# depth > 0
ITEM = "item"
TABLE = "table"
CODE = "code"  # fenced, or indented without Han text
COMMENT = "comment"
HTML = "html"
RULE = "rule"  # a thematic break or a line of dashes
FRONT_MATTER = "front-matter"
NOTE = "note"  # beside the body of a Word document: a text box, a footnote, a header
PROSE = frozenset({HEADING, PARAGRAPH, ITEM})

# The role of a block in a report; "" is the body.
TITLE = "title"
MASTHEAD = "masthead"  # beside the title: 发文字号, subtitle, the speaker, 来源：…
ADDRESSEE = "addressee"  # 主送机关: the line that ends in a colon under the title
SIGNATURE = "signature"  # 发文机关署名
DATE = "date"  # 成文日期, beside or under the signature
AFTERWORD = "afterword"  # after the end: （此件公开发布）, 附件, 抄送, 联系人, 印发
BODY = ""

# Kinds of zones.
ZONE_CODE = "inline-code"
ZONE_LINK = "link"  # the whole of `[text](target)`, a reference link or a wiki link
ZONE_TARGET = "link-target"  # only the address in it
ZONE_URL = "url"  # a bare address or e-mail address
ZONE_COMMENT = "comment"  # `<!-- … -->` within a paragraph
ZONE_MATH = "math"
ZONE_TAG = "html-tag"  # a tag that HTML knows; `<请填写>` is text
# a place that the document marks as to be filled in: an unfilled control of a Word document
ZONE_BLANK = "blank"


class Zone(NamedTuple):
    """A part of a block that is not plain prose. Zones may be nested (a target in a link) and are
    ordered by start."""

    kind: str
    span: Span


class Block(NamedTuple):
    """One leaf block.

    `span` runs from the block's first mark or character, after its indent, to the end of its last
    line, without the line break. `content` leaves out the marks around it: `## ` and closing `#`s,
    a list bullet, the fences of code.
    """

    kind: str
    span: Span
    content: Span
    level: int = 0  # of a heading, from 1; 0: no heading
    role: str = BODY
    quote: int = 0  # number of block quotes around it
    depth: int = 0  # number of Markdown or reST list items around it
    info: str = ""  # of code: the language named after the fence
    # of a heading: its markup makes it one (#, an underline), not only its form
    marked: bool = False

    @property
    def marked_level(self) -> int:
        """The level of a heading made by markup; 0 for any other block."""
        return self.level if self.marked else 0


class Line(NamedTuple):
    """One line of a prose block; its content begins after indent, quote marks, bullet, `#`s, `*`s
    and `_`s."""

    span: Span
    start: int  # offset of the first character of content
    block: int  # index into Document.blocks
    indent: int  # columns before the content or its bullet: tab to 4, U+3000 counts 2
    # the Markdown bullet on this line: "-", "*", "+", or "1." (any number of an ordered list)
    bullet: str = ""


def before_body(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks before the first prose of the body: title, masthead, addressee. The roles of the
    blocks must be filled in."""
    return takewhile(lambda block: block.role != BODY or block.kind not in PROSE, blocks)


class Entry(NamedTuple):
    """One `key: value` of the front matter; `span` is that of the value."""

    key: str
    value: str
    span: Span


def continued(entry: Entry, text: str, start: int, end: int) -> Entry:
    """`entry` with its value continued by `text[start:end]`; the lines of a value are joined by
    spaces."""
    line = text[start:end]
    more = line.strip(SPACES + "\r\n")
    if not more:
        return entry
    first = entry.span.start if entry.value else start + line.index(more[0])
    last = start + len(line.rstrip(SPACES + "\r\n"))
    return Entry(entry.key, f"{entry.value} {more}".strip(), Span(first, last))


class Remark(NamedTuple):
    """A comment beside the text, as in Word; `span` is the text that it comments on."""

    text: str
    span: Span


class Document(NamedTuple):
    """A parsed report; all spans are spans of `text`."""

    text: str
    format: str  # "text", "markdown", "rst" or "docx"
    blocks: tuple[Block, ...]
    lines: tuple[Line, ...]  # of prose blocks only, in order
    zones: tuple[Zone, ...]
    entries: tuple[Entry, ...]
    index: LineIndex  # type: ignore[assignment]  # it hides the method of tuples, which nobody asks a document for
    has_roles: bool = False  # whether the roles of its blocks are filled in
    remarks: tuple[Remark, ...] = ()  # in order
