"""Candidates for ordinal markers: every place of a text that could be one, with what it would count and where it stands.

Finding them is generous; which of them are markers is decided by the parse of the whole series in `numbering`.
"""

from __future__ import annotations

from bisect import bisect_right

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.typed import TYPE_CHECKING
from reportlint.core.document import HEADING, PROSE, ZONE_LINK, Block, Document, Line
from reportlint.core.lexicon import Lexicon
from reportlint.core.span import Span
from reportlint.ordinals.styles import Found, finder
from reportlint.ordinals.styles import Sense as Sense
from reportlint.structure.items import Candidate as Candidate

if TYPE_CHECKING:
    from reportlint.text.packed import Packed

# Where a candidate stands, the surest first.
LINE, CLAUSE, COMMA, SPACE, MID = range(5)

BODY_RANK = 10  # ranks: hard headings have their level, 1 to 6
INLINE_RANK = 20

SPACES = " \t\u00a0\u3000\u200b\u200c\u200d\ufeff"
CLAUSE_ENDS = "。；;：:！？!?…︰"
CLOSERS = (
    "”’\"'）)】》〉」』]>*_="  # of quotes and brackets, and of marks around a word: **so**, ==so==
)
COMMAS = "，,、"
COLONS = "：:︰"
_UNSEEN = SPACES + "*_"
WRAP = 28  # a line shorter than this was not broken because it was full
_QUOTE = lazy("[“”「」]")


def hard_level(document: Document, block: Block) -> int:
    """The level of a heading that its markup makes certain (`#`, an underline); 0 for any other block."""
    if block.kind != HEADING:
        return 0
    text = document.text
    underlined = "\n" in block.span.cut(text) or "\r" in block.span.cut(text)
    return (
        block.level
        if underlined or document.format == "rst" or text[block.span.start] == "#"
        else 0
    )


def _place(text: str, line_start: int, at: int) -> tuple[int, bool]:
    """Where in its line the candidate at `at` stands, and whether a colon comes before it."""
    here = at
    while here > line_start and text[here - 1] in SPACES:
        here -= 1
    spaced = here < at
    while here > line_start and text[here - 1] in CLOSERS:
        here -= 1
    if here <= line_start:
        return LINE, False
    before = text[here - 1]
    if before in CLAUSE_ENDS or (
        before == "." and spaced and not text[here - 2 : here - 1].isdigit()
    ):
        return CLAUSE, before in COLONS
    if before in COMMAS:
        return COMMA, False
    return (SPACE if spaced else MID), False


def _leads(document: Document, before: Line | None) -> bool:
    """Whether the prose of the line `before` ends in a colon, so that a list may begin behind it."""
    if before is None:
        return False
    end = before.span.end
    while end > before.start and document.text[end - 1] in _UNSEEN:
        end -= 1
    return end > before.start and document.text[end - 1] in COLONS


def _wrapped(document: Document, line: int, before: Line, by_start: Found) -> bool:
    """Whether line `line` goes on with a sentence of the line before it in its block, broken only because that one was full: it is
    about the longest of its paragraph, ends within a clause, and begins no item of a list itself."""
    length = before.span.end - before.start
    last = document.text[before.start : before.span.end].rstrip(SPACES)[-1:]
    if length < WRAP or last in CLAUSE_ENDS + CLOSERS + COMMAS + "." or before.start in by_start:
        return False
    around = document.lines[max(0, line - 20) : line + 20]
    return length >= 0.9 * max(
        each.span.end - each.start for each in around if each.block == before.block
    )


def _quotations(text: str) -> list[Span]:
    """Quotations in curly or angled quotes that hold a line break: excerpts, whose numbers may begin anywhere."""
    spans: list[Span] = []
    opened: list[int] = []
    if "“" not in text and "「" not in text:
        return spans
    for match in _QUOTE.finditer(text):
        if match[0] in "“「":
            opened.append(match.start())
        elif opened:
            start = opened.pop()
            if (
                not opened
                and text.find("\n", start, match.start()) >= 0
                and match.start() - start < 20_000
            ):
                spans.append(Span(start, match.start()))
    return spans


def _within(spans: list[Span], offset: int) -> int:
    """Which of `spans` holds `offset`, counted from 1; 0 is none."""
    at = bisect_right(spans, (offset, 1 << 60)) - 1
    return at + 1 if at >= 0 and spans[at].start <= offset < spans[at].end else 0


def candidates(document: Document, lexicon: Lexicon) -> list[Candidate] | Packed[Candidate]:
    """All candidates in the prose of `document`, in the order of the text; the longer of two that overlap is kept."""
    text, lines = document.text, document.lines
    by_start: Found = {}
    found: list[Candidate] | Packed[Candidate] = []
    if not isinstance(lines, tuple):
        from reportlint.structure.packed_markers import PackedSenses, packed_candidates

        by_start = PackedSenses()
        found = packed_candidates(by_start)
    finder(lexicon).find(text, by_start)
    if not by_start or not lines:
        return found
    hidden = [zone.span for zone in document.zones if zone.kind != ZONE_LINK]
    hidden = [span for i, span in enumerate(hidden) if i == 0 or span.end > hidden[i - 1].end]
    quotations = _quotations(text)
    rest = iter(lines)
    before, line, after = None, next(rest), next(rest, None)
    at, reach = 0, -1
    for start in sorted(by_start):
        while after is not None and after.span.start <= start:
            before, line, after = line, after, next(rest, None)
            at += 1
        senses = by_start[start]
        end = senses[0].end if len(senses) == 1 else max([sense.end for sense in senses])
        if (
            start < line.start
            or end > line.span.end
            or end <= reach
            or hidden
            and _within(hidden, start)
        ):
            continue
        block = document.blocks[line.block]
        if block.kind not in PROSE:
            continue
        quotation = -1 if block.quote else _within(quotations, start) if quotations else 0
        place, lead = (LINE, False) if start == line.start else _place(text, line.start, start)
        if (
            place == LINE
            and before is not None
            and before.block == line.block
            and _wrapped(document, at, before, by_start)
        ):
            place = COMMA
        rank, bullet = INLINE_RANK, False
        if place == LINE:
            rank = (hard_level(document, block) if block.kind == HEADING else 0) or BODY_RANK
            lead = lead or _leads(document, before)
            bullet = line.bullet == "1."
        if len(senses) > 1 and any(not sense.doubt and sense.end == end for sense in senses):
            # 3.1 with nothing against it is not item 3 beginning with a 1
            senses = by_start[start] = tuple([sense for sense in senses if not sense.doubt])
        found.append(
            Candidate(
                start, senses, place, rank, line.indent, line.block, at, bullet, quotation, lead
            )
        )
        reach = end
    return found
