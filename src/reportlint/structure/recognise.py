"""Which type a report is of, told by itself: front matter, path, title, opening. When in doubt, none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core import document as d
from reportlint.core.document import Block, Document
from reportlint.core.glob import matches
from reportlint.core.lexicon import Lexicon
from reportlint.core.report_type import ReportType, ReportTypes
from reportlint.patterns.phrases import PhrasePattern, phrase_pattern
from reportlint.patterns.words import longest_first
from reportlint.structure.titles import normal

# How sure each sign makes us, from 0 to 1.
BY_FRONT_MATTER, BY_PATH, BY_TITLE, BY_OPENING, BY_MENTION = 1.0, 0.9, 0.8, 0.6, 0.2
ENOUGH = 0.5
_TWO_SIGNS = 0.05  # what an opening adds to a surer sign

_TYPE_KEYS = frozenset({"type", "文种", "report-type", "report_type", "类型"})
_TITLE_KEYS = frozenset({"title", "标题", "题目"})
_OPENING = 300  # code points of each of the first paragraphs in which an opening is sought
_PARAGRAPHS = 2
# What may stand behind the name of a type in a title: 述职报告（2025年度）, 述职报告1.
_TRAILERS = "（）()[]【】0123456789一二三四五六七八九十年月日.-—_:： "


class Guess(NamedTuple):
    """What a report seems to be. `confidence` runs from 0.5, hardly sure, to 1, it says so itself."""

    type: ReportType
    confidence: float


class _Score(NamedTuple):
    """How sure we are of a type, and how much of the title says so: of two, the more particular one wins."""

    confidence: float
    length: int  # code points


class _Signs(NamedTuple):
    """What a type is recognised by, made ready."""

    id: str
    paths: tuple[str, ...]
    title: PhrasePattern | None
    opening: PhrasePattern | None


class Recogniser:
    """Tells the types of reports apart; made once for any number of reports."""

    def __init__(self, types: ReportTypes, lexicon: Lexicon) -> None:
        self.types = types
        self._lexicon = lexicon

    def recognise(self, document: Document, path: str = "") -> Guess | None:
        """The type of a report; None where none is likely, or two are equally so.

        The roles of `document` must be filled in. `path` is relative to the folder of the configuration. A type that extends
        another, and says nothing of its own about how it is recognised, is taken before that one. Raises regex.error for a bad
        regex in a type.
        """
        if not self.types:
            return None
        stated = self._stated(document)
        if stated is not None:
            return Guess(stated, BY_FRONT_MATTER)
        scores = self._scores(document, path)
        best = max(scores.values())
        if best.confidence < ENOUGH:
            return None
        equal = [self.types[id] for id, score in scores.items() if score == best]
        extended = {type.extends for type in equal if type.extends != type.id}
        chosen = [type for type in equal if type.id not in extended]
        return Guess(chosen[0], best.confidence) if len(chosen) == 1 else None

    @cached_property
    def _signs(self) -> list[_Signs]:
        return [
            _Signs(
                type.id,
                type.recognise.path,
                phrase_pattern(type.recognise.title._replace(any=()), self._lexicon),
                phrase_pattern(type.recognise.opening, self._lexicon),
            )
            for type in self.types.heads
        ]

    @cached_property
    def _phrases(self) -> dict[str, list[str]]:
        """By the phrases of titles, made normal, the longest first: the ids of the types that have them."""
        ids: dict[str, list[str]] = {}
        for type in self.types.heads:
            for phrase in set(map(normal, type.recognise.title.any)):
                ids.setdefault(phrase, []).append(type.id)
        return {phrase: ids[phrase] for phrase in longest_first(ids)}

    def _stated(self, document: Document) -> ReportType | None:
        """The type that the front matter names, by id or by name in any language."""
        values = [
            entry.value for entry in document.entries if entry.key.strip().lower() in _TYPE_KEYS
        ]
        if not values:
            return None
        ids = {
            normal(name): type.id
            for type in self.types.heads
            for name in (type.id, *type.name.values())
        }
        found = (ids[normal(value)] for value in values if normal(value) in ids)
        return next((self.types[id] for id in found), None)

    def _scores(self, document: Document, path: str) -> dict[str, _Score]:
        """For each type how sure we are that a report is of it."""
        title = _title(document)
        opening = list(_opening(document))
        ends, mentioned = self._titles(title)
        scores = {}
        for signs in self._signs:
            confidence = 0.0
            if path and signs.paths and matches(signs.paths, path):
                confidence = BY_PATH
            length = max(ends.get(signs.id, 0), _match_length(signs.title, title))
            if length:
                confidence = max(confidence, BY_TITLE)
            elif signs.id in mentioned:
                confidence = max(confidence, BY_MENTION)
            if _opens(signs.opening, opening):
                bonus = _TWO_SIGNS if confidence > BY_OPENING else 0.0
                confidence = max(confidence, BY_OPENING) + bonus
            scores[signs.id] = _Score(confidence, length)
        return scores

    def _titles(self, title: str) -> tuple[dict[str, int], set[str]]:
        """How long the phrase of each type is that the title ends in, as 关于做好述职报告工作的通知 ends in that of a notice; and all
        types that it mentions."""
        name = normal(title)
        names = name, name.rstrip(_TRAILERS), _without_bracket(name)
        phrases = [phrase for phrase in self._phrases if phrase in name]
        ends: dict[str, int] = {}
        for text in names:
            for phrase in phrases:
                if text.endswith(phrase):
                    for id in self._phrases[phrase]:
                        ends.setdefault(id, len(phrase))
        return ends, {id for phrase in phrases for id in self._phrases[phrase]}


def _match_length(pattern: PhrasePattern | None, title: str) -> int:
    """How much of a title a pattern matches, 0 where it runs away: such a type is not recognised by it."""
    try:
        match = pattern.search(title) if title and pattern is not None else None
    except TimeoutError:
        return 0
    return len(match[0]) if match else 0


def _opens(pattern: PhrasePattern | None, openings: Sequence[str]) -> bool:
    """Whether a pattern matches in one of the first texts of a report."""
    return pattern is not None and any(_match_length(pattern, text) for text in openings)


def _without_bracket(title: str) -> str:
    """A title without a last bracket: 述职报告(样本)."""
    return title[: title.rindex("(")].rstrip() if title.endswith(")") and "(" in title else title


def _title(document: Document) -> str:
    """The title of a report, over several lines or in the front matter; "" where there is none."""
    lines = _of_role(document, d.TITLE)
    if lines:
        return " ".join(lines) if lines[0].isascii() else "".join(lines)
    entries = document.entries
    return next((e.value for e in entries if e.key.strip().lower() in _TITLE_KEYS), "")


def _opening(document: Document) -> Iterator[str]:
    """The addressee and the beginnings of the first paragraphs of the body."""
    yield from _of_role(document, d.ADDRESSEE)
    body = (block for block in document.blocks if _is_body_text(block))
    for block in islice(body, _PARAGRAPHS):
        yield block.content.cut(document.text)[:_OPENING]


def _of_role(document: Document, role: str) -> list[str]:
    """The texts of the blocks before the body that have the role."""
    blocks = d.before_body(document.blocks)
    return [block.content.cut(document.text) for block in blocks if block.role == role]


def _is_body_text(block: Block) -> bool:
    return block.kind in (d.PARAGRAPH, d.ITEM) and block.role == d.BODY
