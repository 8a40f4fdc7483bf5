"""Titles of sections: the title without its ordinal marker, and whether it is one of those that a
report type accepts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.ordinals.matcher import Matcher
from reportlint.ordinals.style import MarkerReading

# what may stand around a title and is no part of it
MARKS = " \t\r\n\u00a0\u3000\u200b\u200c\u200d\ufeff*_~`"
_ENDS = MARKS + "：:。.；;、，,"
_JOINTS = lazy(r"以及|[和及与、，,;；/&+]|\band\b")
_ONE_JOINT = str.maketrans(dict.fromkeys("和及与，,;；/&+", "、"))

_ANCHOR = lazy(r"\s*\{[#:.][^{}\n]{0,120}\}\s*$|<[^<>\n]{1,120}>")
_LINK = lazy(r"!?\[([^\[\]\n]*)\]\([^()\n]*\)")
_YEAR = lazy(r"(?<!\d)(20\d\d)年(?:度|全年)?的?")
_DECORATION = "#·•※–—-=|»→►▶▷➜"
_PICTURES = frozenset({"So", "Sk", "Cf", "Cn", "Co", "Mn"})
_BRACKETS = {")": "(", "]": "["}  # behind normalisation, which makes wide ones narrow
# What says whose or of which time a section is: 我局存在的主要问题 is 问题, 下一步工作打算 is 打算.
_MODIFIERS = lazy(
    r"(?:20[0-9]{2}|[今去本上当每明来]|(?:过去)?一)年(?:度|来|以来)?|下一?(?:步|阶段|年度|学期|半年)|今后|[我本全][省市县区镇乡村局厅委校院所站科处部司]|[我本]单位"
    r"|工作中|工作|当前|目前|主要|存在着?|面临|有关|相关|具体|若干|几点|几个|方面|情况|个人|[的了]"
)
_SENTENCES = "。;!?"  # what a sentence holds that is no title; `normal` makes wide ones narrow
_LEAST_CORE = 2  # code points that a title must have besides its modifiers

EXACT, PART, SEARCH = 3, 2, 1  # how well a title fits, 0 is not at all


def title_start(
    text: str, start: int, end: int, matcher: Matcher
) -> tuple[int, MarkerReading | None]:
    """Where the title in `text[start:end]` begins behind its ordinal marker, and that marker, the
    longest where several fit."""
    start = _skip_marks(text, start, end)
    marker = matcher.at(text, start, end)
    return (_skip_marks(text, marker.end, end) if marker else start), marker


def _skip_marks(text: str, start: int, end: int) -> int:
    while start < end and text[start] in MARKS:
        start += 1
    return start


def bare(text: str) -> str:
    """A title without marks around it and without a colon or full stop at its end."""
    return text.lstrip(MARKS).rstrip(_ENDS)


@lru_cache(maxsize=2048)
def normal(title: str) -> str:
    """A title for comparing: bare of marks, anchors, links and pictures, of one width, no spaces
    between Han characters, no case."""
    text = unicodedata.normalize("NFKC", bare(title)).strip(_ENDS)
    if not text.isalnum():
        text = undecorated(text)
    return _without_spaces(text).casefold()


def undecorated(title: str) -> str:
    """A title without tags, anchors (`{#id}`), the targets of links and the pictures around it;
    itself where nothing is left."""
    text = title
    if "{" in text or "<" in text or "](" in text:
        text = _LINK.sub(r"\1", _ANCHOR.sub("", text))
    first, last = 0, len(text)
    while first < last and _is_decoration(text[first]):
        first += 1
    while first < last and _is_decoration(text[last - 1]):
        last -= 1
    text = text[first:last].strip(_ENDS)
    if text.startswith("【") and text.find("】") == len(text) - 1:
        text = text[1:-1]
    return text or title


def _is_decoration(char: str) -> bool:
    """Whether a character at the edge of a title is a picture, a space or a mark that says
    nothing."""
    if char.isalnum() or char in "+%&":
        return False
    return char in MARKS or char in _DECORATION or unicodedata.category(char) in _PICTURES


def _without_spaces(text: str) -> str:
    """`text` with no spaces between Han characters, and with one space where there are others."""
    words = text.split()
    if len("".join(words)) == len(text):
        return text
    joined = " " if text[:1].isspace() else ""
    for index, word in enumerate(words):
        if index and not (_is_han(words[index - 1][-1]) and _is_han(word[0])):
            joined += " "
        joined += word
    return joined + " " if words and text[-1].isspace() else joined


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


@lru_cache(maxsize=2048)
def parts(title: str) -> tuple[str, ...]:
    """The parts that 和, 及, 与, 、 or / join in a title already made `normal`; none where it is
    one piece."""
    if "and" in title:
        pieces = _JOINTS.split(title)
    else:
        pieces = title.replace("以及", "、").translate(_ONE_JOINT).split("、")
    if len(pieces) == 1:
        return ()
    return tuple([piece.strip() for piece in pieces if piece.strip()])


class Title(NamedTuple):
    """A title in the forms that it is compared in, so that they are made once for all sections of a
    type."""

    text: str
    names: tuple[
        str, ...
    ]  # as `normal` makes it, and without a bracket at its end: 时间安排（2026年）
    parts: tuple[str, ...]
    cores: frozenset[str]  # of its name and its parts


def title_of(text: str) -> Title:
    """The title with all its forms."""
    whole = normal(text)
    name = without_bracket(whole)
    pieces = parts(name)
    cores = frozenset(filter(None, map(core, (name, *pieces))))
    return Title(text, (name,) if name == whole else (whole, name), pieces, cores)


def year_of(text: str) -> int:
    """The first year named in a title, 0 without one."""
    match = _YEAR.search(text)
    return int(match[1]) if match else 0


def undated(title: str, last: int) -> str:
    """The title behind a year that is no later than `last`; empty for any other."""
    match = _YEAR.match(title)
    return title[match.end() :] if match and int(match[1]) <= last else ""


class Accepted(NamedTuple):
    """The titles that a section may have."""

    names: frozenset[str]  # as `normal` makes them
    cores: frozenset[str]
    pattern: Any  # None where there is none


def accepted(titles: Iterable[str], pattern: Any) -> Accepted:
    """What accepts `titles`, and those in which `pattern` is found."""
    names = frozenset(map(normal, titles))
    return Accepted(names, frozenset(filter(None, map(core, names))), pattern)


def without_bracket(name: str) -> str:
    """A title made `normal`, without a bracket at its end: timeline (utc); itself where nothing
    else is in it."""
    opening = _BRACKETS.get(name[-1:])
    at = name.rfind(opening) if opening else -1
    return name[:at].rstrip(_ENDS) if at > 0 else name


@lru_cache(maxsize=2048)
def core(name: str) -> str:
    """What a Chinese title made `normal` says besides whose and when: 问题 of 我局存在的主要问题;
    "" where that is too little."""
    if name.isascii():
        return ""
    rest = _MODIFIERS.sub("", name)
    return rest if len(rest) >= _LEAST_CORE and rest != name else name


class Titles:
    """The titles of a report, each with an index: asked once of all which of them a section may
    have."""

    def __init__(self, titles: Iterable[tuple[int, Title]]) -> None:
        self._titles = list(titles)
        self._by_name: dict[str, list[int]] = {}
        self._by_part: dict[str, list[int]] = {}
        self._by_core: dict[str, list[int]] = {}
        for index, title in self._titles:
            for indexes, forms in (
                (self._by_name, title.names),
                (self._by_part, title.parts),
                (self._by_core, title.cores),
            ):
                for form in forms:
                    indexes.setdefault(form, []).append(index)

    def that_fit(self, to: Accepted) -> list[tuple[int, int]]:
        """The titles that fit, as (how well, index), by index: a title is one of the accepted
        titles, it or a part of it is one but for modifiers, or the pattern is found in it and it is
        no sentence."""
        fits = dict.fromkeys(self._with_pattern(to.pattern), SEARCH)
        for quality, indexes, accepted in (
            (PART, self._by_core, to.cores),
            (PART, self._by_part, to.names),
            (EXACT, self._by_name, to.names),
        ):
            for form in accepted:
                fits.update(dict.fromkeys(indexes.get(form, ()), quality))
        return [(fits[index], index) for index in sorted(fits)]

    def _with_pattern(self, pattern: Any) -> Iterator[int]:
        """The indexes of the titles in which `pattern` is found, but for sentences."""
        search = pattern and pattern.search_in(self._joined)
        for index, title in self._titles if search else ():
            if search(title.text) and not is_sentence(title):
                yield index

    @cached_property
    def _joined(self) -> str:
        return "\n".join([title.text for _, title in self._titles])


def is_sentence(title: Title) -> bool:
    """Whether a title holds what ends a sentence."""
    return any(mark in title.names[0] for mark in _SENTENCES)
