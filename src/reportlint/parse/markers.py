"""Candidates for ordinal markers: every place of a text that could be one, with what it would count and where it stands.

Finding them is generous; which of them are markers is decided by the parse of the whole series in `numbering`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property, lru_cache

from reportlint.core.document import HEADING, PROSE, ZONE_LINK, Block, Document
from reportlint.core.lazily import lazy
from reportlint.core.lexicon import Lexicon, Style
from reportlint.core.span import Span
from reportlint.core.typed import Any
from reportlint.core.value import NamedTuple
from reportlint.parse.demands import Clauses, folded, met
from reportlint.parse.numerals import SYSTEMS

# Where a candidate stands, the surest first.
LINE, CLAUSE, COMMA, SPACE, MID = range(5)

BODY_RANK = 10  # ranks: hard headings have their level, 1 to 6
INLINE_RANK = 20

SPACES = " \t\u00a0\u3000\u200b\u200c\u200d\ufeff"
CLAUSE_ENDS = "。；;：:！？!?…︰"
CLOSERS = "”’\"'）)】》〉」』]>*_"
COMMAS = "，,、"
WRAP = 28  # a line shorter than this was not broken because it was full
LOOK_BACK = 12  # code points that a style's `before` may look at
DOTTED = r"(?<![0-9A-Za-z.])[0-9]{1,3}(?:\.[0-9]{1,3}){1,4}(?![0-9])"
_QUOTE = lazy("[“”「」]")


class Sense(NamedTuple):
    """One way to read a candidate."""

    style: int  # index into the lexicon's styles
    series: str  # what must be the same in one list: "" but for dotted numbers, where it is all but the last part
    value: int
    numeral: Span
    end: int
    doubt: bool  # what follows makes it as likely no marker: it counts only where a list waits for it


class Candidate(NamedTuple):
    """A place that may be a marker, with all ways to read it."""

    start: int
    senses: tuple[Sense, ...]
    place: int
    rank: int
    indent: int
    block: int
    line: int  # index into Document.lines
    bullet: bool  # stands where Markdown has the number of an ordered list
    quotation: int  # the quotation over several lines that it stands in, 0 is none: its numbers may begin anywhere
    lead: bool  # follows a colon


class Matcher:
    """A style made ready to search with. Its regexes are compiled when a text first holds what its markers are made of."""

    def __init__(self, number: int, style: Style, lists: dict[str, list[str]]) -> None:
        self.number = number
        self.style = style
        self.values = {word.lower(): i + 1 for i, group in enumerate(style.words) for word in group}
        self._lists = lists
        parts = [part for part in (style.prefix, style.suffix) if "" not in part]
        words = [tuple(map(folded, self.values))] if style.numerals == "words" else []
        self._needs: Clauses = tuple(tuple(map(folded, part)) for part in [*words, *parts])

    def finditer(self, text: str) -> Iterator[Any]:
        """All markers of the style in `text`, whatever stands before them."""
        return self._pattern.finditer(text) if met(folded(text), self._needs) else iter(())

    @cached_property
    def _pattern(self) -> Any:
        style = self.style
        pattern = f"{_either(style.prefix)}(?P<n>{_numeral_pattern(style)}){_either(style.suffix)}"
        if style.after:
            pattern = f"{pattern}(?!{style.after})"
        return _compile(f"(?i){pattern}" if style.numerals == "words" else pattern, self._lists)

    @cached_property
    def before(self) -> Any:
        """What must not stand before. Kept apart: as a look-behind it would be tried at every character of the text."""
        return _compile(f"(?:{self.style.before})\\Z", self._lists) if self.style.before else None

    @cached_property
    def doubt(self) -> Any:
        """What, standing after, makes it as likely no marker."""
        return _compile(self.style.doubt, self._lists) if self.style.doubt else None


def _either(texts: tuple[str, ...]) -> str:
    """A regex of literals, the longest first."""
    import regex

    if texts and all(len(text) == 1 for text in texts):
        return f"[{''.join(regex.escape(text) for text in texts)}]"
    parts = [regex.escape(text) for text in sorted(texts, key=len, reverse=True)]
    return f"(?:{'|'.join(parts)})" if parts else ""


def _numeral_pattern(style: Style) -> str:
    if style.numerals == "words":
        return _either(tuple(word for words in style.words for word in words))
    if style.numerals == "dotted":
        return DOTTED
    return SYSTEMS[style.numerals].pattern


def _compile(pattern: str, lists: dict[str, list[str]]) -> Any:
    """Compile a regex that may name word lists of the packs."""
    import regex

    named: dict[str, Any] = {name: lists[name] for name in lists if f"\\L<{name}>" in pattern}
    return regex.compile(pattern, **named)


@lru_cache(maxsize=8)
def _matchers(styles: tuple[Style, ...], words: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[Matcher, ...]:
    lists = {name: list(members) for name, members in words}
    return tuple(Matcher(number, style, lists) for number, style in enumerate(styles))


def _senses(document: Document, lexicon: Lexicon) -> dict[int, list[Sense]]:
    """All readings of all candidates, by where they start."""
    text = document.text
    by_start: dict[int, list[Sense]] = {}
    words = tuple((name, tuple(members)) for name, members in sorted(lexicon.words.items()))
    for matcher in _matchers(lexicon.styles, words):
        style = matcher.style
        system = SYSTEMS.get(style.numerals)
        for match in matcher.finditer(text):
            numeral = match["n"]
            series = ""
            if system:
                value = system.value(numeral)
            elif style.numerals == "dotted":
                series, _, last = numeral.rpartition(".")
                value = int(last)
            else:
                value = matcher.values.get(numeral.lower(), 0)
            if value == 0 and not (numeral == "0" or series):
                continue
            start, end = match.span()
            if matcher.before and matcher.before.search(text, max(0, start - LOOK_BACK), start):
                continue
            doubt = bool(matcher.doubt and matcher.doubt.match(text, end))
            by_start.setdefault(start, []).append(Sense(matcher.number, series, value, Span(*match.span("n")), end, doubt))
    return by_start


def hard_level(document: Document, block: Block) -> int:
    """The level of a heading that its markup makes certain (`#`, an underline); 0 for any other block."""
    if block.kind != HEADING:
        return 0
    text = document.text
    underlined = "\n" in block.span.cut(text) or "\r" in block.span.cut(text)
    return block.level if underlined or document.format == "rst" or text[block.span.start] == "#" else 0


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
    if before in CLAUSE_ENDS or (before == "." and spaced and not text[here - 2 : here - 1].isdigit()):
        return CLAUSE, before in "：:︰"
    if before in COMMAS:
        return COMMA, False
    return (SPACE if spaced else MID), False


def _leads(document: Document, line: int) -> bool:
    """Whether the prose before line `line` ends in a colon, so that a list may begin here."""
    if line == 0:
        return False
    before = document.lines[line - 1]
    return document.text[before.start : before.span.end].rstrip(SPACES + "*_").endswith(("：", ":", "︰"))


def _wrapped(document: Document, line: int, by_start: dict[int, list[Sense]]) -> bool:
    """Whether line `line` goes on with a sentence of the line before it, broken only because that one was full: it is about
    the longest of its paragraph, ends within a clause, and begins no item of a list itself."""
    if line == 0 or document.lines[line - 1].block != document.lines[line].block:
        return False
    before = document.lines[line - 1]
    length = before.span.end - before.start
    last = document.text[before.start : before.span.end].rstrip(SPACES)[-1:]
    if length < WRAP or last in CLAUSE_ENDS + CLOSERS + COMMAS + "." or before.start in by_start:
        return False
    around = document.lines[max(0, line - 20) : line + 20]
    return length >= 0.9 * max(each.span.end - each.start for each in around if each.block == before.block)


def _quotations(text: str) -> list[Span]:
    """Quotations in curly or angled quotes that hold a line break: excerpts, whose numbers may begin anywhere."""
    spans, opened = [], []
    for match in _QUOTE.finditer(text):
        if match[0] in "“「":
            opened.append(match.start())
        elif opened:
            start = opened.pop()
            if not opened and text.find("\n", start, match.start()) >= 0 and match.start() - start < 20_000:
                spans.append(Span(start, match.start()))
    return spans


def _within(spans: list[Span], offset: int) -> int:
    """Which of `spans` holds `offset`, counted from 1; 0 is none."""
    at = bisect_right(spans, (offset, 1 << 60)) - 1
    return at + 1 if at >= 0 and spans[at].start <= offset < spans[at].end else 0


def candidates(document: Document, lexicon: Lexicon) -> list[Candidate]:
    """All candidates in the prose of `document`, in the order of the text; the longer of two that overlap is kept."""
    by_start = _senses(document, lexicon)
    if not by_start:
        return []
    hidden = [zone.span for zone in document.zones if zone.kind != ZONE_LINK]
    hidden = [span for i, span in enumerate(hidden) if i == 0 or span.end > hidden[i - 1].end]
    quotations = _quotations(document.text)
    starts = [line.span.start for line in document.lines]
    found: list[Candidate] = []
    reach = -1
    for start in sorted(by_start):
        at = bisect_right(starts, start) - 1
        if at < 0:
            continue
        line = document.lines[at]
        end = max(sense.end for sense in by_start[start])
        if start < line.start or end > line.span.end or end <= reach or _within(hidden, start):
            continue
        block = document.blocks[line.block]
        if block.kind not in PROSE:
            continue
        place, lead = _place(document.text, line.start, start)
        if place == LINE and _wrapped(document, at, by_start):
            place = COMMA
        rank = INLINE_RANK if place != LINE else hard_level(document, block) or BODY_RANK
        quotation = -1 if block.quote else _within(quotations, start)
        lead = lead or (place == LINE and _leads(document, at))
        bullet = place == LINE and line.bullet == "1."
        senses = by_start[start]
        if any(not sense.doubt and sense.end == end for sense in senses):
            senses = [
                sense for sense in senses if not sense.doubt
            ]  # 3.1 with nothing against it is not item 3 beginning with a 1
        found.append(Candidate(start, tuple(senses), place, rank, line.indent, line.block, at, bullet, quotation, lead))
        reach = end
    return found
