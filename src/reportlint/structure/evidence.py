"""The evidence for the type of a report, and the confidence that each sign gives."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import islice

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint.core import document as d
from reportlint.core.characters import HAN, WORD_SPACES
from reportlint.core.document import Block, Document
from reportlint.core.report_type import TypeHead
from reportlint.patterns.literal_index import PhraseIndex
from reportlint.patterns.phrases import PhrasePattern
from reportlint.patterns.words import longest_first
from reportlint.structure.title_signs import is_series, names_in, phrases_naming
from reportlint.structure.titles import normal

# The signs of a type, and the confidence of each, from 0 to 1.
FRONT_MATTER, PATH, TITLE, SUBTITLE = "front-matter", "path", "title", "subtitle"
OPENING, HEADINGS, FILE_NAME, MENTION = "opening", "headings", "file-name", "mention"
BY_FRONT_MATTER, BY_PATH, BY_TITLE, BY_OPENING, BY_MENTION = 1.0, 0.9, 0.8, 0.6, 0.2
BY_SUBTITLE, BY_HEADINGS, BY_FILE_NAME = 0.7, 0.55, 0.5
_TITLE_KEYS = frozenset({"title", "标题", "题目"})
_LONGEST_OPENING = 300  # code points searched in each of the first paragraphs
_OPENING_PARAGRAPHS = 2
_SPACED = lazy(rf"(?<=[{HAN}])[{WORD_SPACES}](?=[{HAN}](?:[{WORD_SPACES}]|$))")  # 应 急 预 案 的 函
_TWO_SIGNS = 0.05  # added to a higher confidence by an opening


class Candidate(NamedTuple):
    """A type with some evidence for it."""

    id: str
    confidence: float
    length: int  # code points of the title that name the type: the longer, more specific name wins
    signs: tuple[str, ...]

    @property
    def rank(self) -> tuple[float, int]:
        """The sort key of candidates, greatest for the likeliest."""
        return self.confidence, self.length


class Signs(NamedTuple):
    """The prepared patterns by which a type is recognised."""

    id: str
    paths: tuple[str, ...]
    title: PhrasePattern | None
    opening: PhrasePattern | None


class Evidence(NamedTuple):
    """The evidence of a report for its type. The sets are ids of types; types in none of them need
    not be judged."""

    titles: Sequence[str]  # the forms of the title
    opening: Sequence[str]
    by_title: Mapping[str, tuple[float, int, str]]  # confidence, matched length, sign
    titled: Set[str]  # their regex may match in a form of the title
    opened: Set[str]  # their opening may match
    with_path: Set[str]  # their path patterns match

    def judge(self, signs: Signs) -> Candidate:
        """The type as a candidate, with its confidence; its `signs` are empty if nothing supports
        it."""
        confidence, length, sign = self.by_title.get(signs.id, (0.0, 0, MENTION))
        matched = self._length_in_titles(signs.title) if signs.id in self.titled else 0
        if matched and (confidence, length) < (BY_TITLE, matched):
            confidence, length, sign = BY_TITLE, matched, TITLE
        names = (sign,) if confidence else ()
        if signs.id in self.with_path:
            confidence, names = BY_PATH, (PATH, *names)
        if signs.id in self.opened and _opens(signs.opening, self.opening):
            bonus = _TWO_SIGNS if confidence > BY_OPENING else 0.0
            confidence, names = max(confidence, BY_OPENING) + bonus, (*names, OPENING)
        return Candidate(signs.id, confidence, length, names)

    def _length_in_titles(self, pattern: PhrasePattern | None) -> int:
        """The length of a pattern's longest match in a form of the title."""
        return max((match_length(pattern, title) for title in self.titles), default=0)


class TitleEvidence:
    """What the titles of reports tell of their types; made ready once for any number of reports."""

    def __init__(
        self, heads: Sequence[TypeHead], signs: Sequence[Signs], surnames: Container[str]
    ) -> None:
        """`signs` are those of the types; `surnames` as in `forms_of`."""
        self._heads = heads
        self._signs = [sign for sign in signs if sign.title]
        self._surnames = surnames

    def of(self, forms: Sequence[str], below: Sequence[str] = ()) -> Evidence:
        """The evidence of the forms of a title and the lines `below` it."""
        names = names_in(forms, below, self._surnames)
        lines = [name for name, is_whole in names.items() if not is_whole]
        texts = "\n".join((*forms, *lines))
        may_match = self._patterns.that_may_match(texts) if texts else frozenset()
        by_title: dict[str, tuple[float, int, str]] = {}
        for name, is_whole in names.items():
            self._note_phrases(by_title, name, is_whole)
        for signs in self._signs if lines else ():
            if signs.id in may_match:
                size = max(match_length(signs.title, line) for line in lines)
                if size:
                    _note(by_title, signs.id, (BY_SUBTITLE, size, SUBTITLE))
        return Evidence(forms, (), by_title, may_match if forms else set(), set(), set())

    def _note_phrases(
        self, by_title: dict[str, tuple[float, int, str]], name: str, is_whole: bool
    ) -> None:
        """Record the signs of the types by whose phrases a normalised title, or a line under it,
        names a kind of report.

        关于做好述职报告工作的通知 ends in the name of a notice and only mentions another type.
        """
        phrases = [phrase for phrase in self._phrases if phrase in name]
        if not phrases:
            return
        for phrase in phrases if is_whole else ():
            for type_id in self._phrases[phrase]:
                _note(by_title, type_id, (BY_MENTION, 0, MENTION))
        confidence, sign = (BY_TITLE, TITLE) if is_whole else (BY_SUBTITLE, SUBTITLE)
        for phrase in phrases_naming(name, phrases):
            for type_id in self._phrases[phrase]:
                _note(by_title, type_id, (confidence, len(phrase), sign))

    @cached_property
    def _patterns(self) -> PhraseIndex:
        """The patterns of titles, each with the id of its type."""
        return PhraseIndex((signs.id, signs.title) for signs in self._signs if signs.title)

    @cached_property
    def _phrases(self) -> dict[str, list[str]]:
        """The normalised phrases of titles, the longest first, each with the ids of the types that
        have it."""
        ids: dict[str, list[str]] = {}
        for head in self._heads:
            for phrase in set(map(normal, head.recognise.title.any)):
                ids.setdefault(phrase, []).append(head.id)
        return {phrase: ids[phrase] for phrase in longest_first(ids)}


def _note(
    by_title: dict[str, tuple[float, int, str]], type_id: str, sign: tuple[float, int, str]
) -> None:
    """Record a sign of a type, if it is better than the one there."""
    by_title[type_id] = max(by_title.get(type_id, (0.0, 0, "")), sign)


def match_length(pattern: PhrasePattern | None, title: str) -> int:
    """The length of a pattern's match in a title; 0 if there is none, or if matching times out:
    such a type is not recognised by its title."""
    try:
        match = pattern.search(title) if title and pattern is not None else None
    except TimeoutError:
        return 0
    return len(match[0]) if match else 0


def _opens(pattern: PhrasePattern | None, openings: Sequence[str]) -> bool:
    """Whether a pattern matches in one of the first texts of a report."""
    return pattern is not None and any(match_length(pattern, text) for text in openings)


def title_of_report(document: Document) -> str:
    """The title of a report, joined from several lines, or taken from the front matter or from the
    only main heading; "" if there is none."""
    lines = texts_of_role(document, d.TITLE)
    if lines:
        return " ".join(lines) if lines[0].isascii() else _SPACED.sub("", "".join(lines))
    entries = document.entries
    titles = (e.value for e in entries if e.key.strip().lower() in _TITLE_KEYS)
    return next(titles, "") or _only_main_heading(document)


def _only_main_heading(document: Document) -> str:
    """The heading that a report begins with, if it alone is of the first level, or of a series:
    `# 3.1 release notes`, whose number makes it no title; "" if there is none."""
    mains = [block for block in document.blocks if block.marked_level == 1]
    if not mains or mains[0] is not document.blocks[0]:
        return ""
    heading = mains[0].content.cut(document.text)
    return heading if len(mains) == 1 or is_series(heading) else ""


def opening_texts(document: Document) -> Iterator[str]:
    """The addressee, and the beginnings of the first paragraphs of the body."""
    yield from texts_of_role(document, d.ADDRESSEE)
    body = (block for block in document.blocks if _is_body_text(block))
    for block in islice(body, _OPENING_PARAGRAPHS):
        yield block.content.cut(document.text)[:_LONGEST_OPENING]


def texts_of_role(document: Document, role: str) -> list[str]:
    """The texts of the blocks before the body that have `role`."""
    blocks = d.before_body(document.blocks)
    return [block.content.cut(document.text) for block in blocks if block.role == role]


def _is_body_text(block: Block) -> bool:
    return block.kind in (d.PARAGRAPH, d.ITEM) and block.role == d.BODY
