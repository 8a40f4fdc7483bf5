"""Titles of sections: the title without its ordinal marker, and whether a report type accepts it;
the section specs of a type, prepared for matching headings."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core.characters import SPACES_AND_EMPHASIS, is_han
from reportlint.core.lexicon import Lexicon
from reportlint.core.report_type import Phrases, SectionSpec
from reportlint.ordinals.matcher import Matcher
from reportlint.ordinals.style import MarkerReading
from reportlint.patterns.phrases import phrase_pattern

# Characters around a title that are not part of it.
MARKS = SPACES_AND_EMPHASIS + "\r\n~`"
_ENDS = MARKS + "：:。.；;、，,"
_JOINTS = lazy(r"以及|[和及与、，,;；/&+]|\band\b")
_ONE_JOINT = str.maketrans(dict.fromkeys("和及与，,;；/&+", "、"))

_ANCHOR = lazy(r"\s*\{[#:.][^{}\n]{0,120}\}\s*$|<[^<>\n]{1,120}>")
_LINK = lazy(r"!?\[([^\[\]\n]*)\]\([^()\n]*\)")
_YEAR = lazy(r"(?<!\d)(20\d\d)年(?:度|全年)?的?")
_DECORATION = "#·•※–—-=|»→►▶▷➜"
_PICTURES = frozenset({"So", "Sk", "Cf", "Cn", "Co", "Mn"})
_BRACKETS = {")": "(", "]": "["}  # after normalisation, which makes wide ones narrow
# Words for the owner or time of a section: 我局存在的主要问题 is 问题, 下一步工作打算 is 打算.
_MODIFIERS = lazy(
    r"(?:20[0-9]{2}|[今去本上当每明来]|(?:过去)?一)年(?:度|来|以来)?|下一?(?:步|阶段|年度|学期|半年)|今后|[我本全][省市县区镇乡村局厅委校院所站科处部司]|[我本]单位"
    r"|工作中|工作|当前|目前|主要|存在着?|面临|有关|相关|具体|若干|几点|几个|方面|情况|个人|[的了]"
)
_ASKS = "? "  # “What happened?” asks for the section that “What happened” names
_SENTENCES = "。;!?"  # punctuation that only sentences have; `normal` makes wide ones narrow
_LEAST_CORE = 2  # code points of a title without its modifiers, at least

# How well a title fits, 0 is not at all: it is accepted, a part of it is, the pattern matches all
# of it, or some of it.
EXACT, PART, WHOLE, SEARCH = 4, 3, 2, 1


def title_start(
    text: str, start: int, end: int, matcher: Matcher
) -> tuple[int, MarkerReading | None]:
    """The offset of the title in `text[start:end]` after its ordinal marker, and that marker (the
    longest if several match); None if there is no marker."""
    start = _skip_marks(text, start, end)
    marker = matcher.at(text, start, end)
    return (_skip_marks(text, marker.end, end) if marker else start), marker


def _skip_marks(text: str, start: int, end: int) -> int:
    while start < end and text[start] in MARKS:
        start += 1
    return start


def bare(text: str) -> str:
    """A title without marks around it, and without a final colon or full stop."""
    return text.lstrip(MARKS).rstrip(_ENDS)


@lru_cache(maxsize=2048)
def normal(title: str) -> str:
    """A title normalised for comparison: without marks, anchors, links and pictures, in one width,
    without spaces between Han characters, casefolded."""
    text = unicodedata.normalize("NFKC", bare(title)).strip(_ENDS).rstrip(_ASKS)
    if not text.isalnum():
        text = plain_title(text)
    return _without_spaces(text).casefold()


def plain_title(title: str) -> str:
    """A title without tags, anchors (`{#id}`), the targets of links and the pictures around it; the
    title itself if nothing is left."""
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
    """Whether a character at the edge of a title is a picture, a space or a decorative mark."""
    if char.isalnum() or char in "+%&":
        return False
    return char in MARKS or char in _DECORATION or unicodedata.category(char) in _PICTURES


def _without_spaces(text: str) -> str:
    """`text` without spaces between Han characters, and with other spaces reduced to one."""
    words = text.split()
    if len("".join(words)) == len(text):
        return text
    joined = " " if text[:1].isspace() else ""
    for index, word in enumerate(words):
        if index and not (is_han(words[index - 1][-1]) and is_han(word[0])):
            joined += " "
        joined += word
    return joined + " " if words and text[-1].isspace() else joined


@lru_cache(maxsize=2048)
def parts(title: str) -> tuple[str, ...]:
    """The parts of a normalised title that are joined by 和, 及, 与, 、 or /; () if it has only one
    part."""
    if "and" in title:
        pieces = _JOINTS.split(title)
    else:
        pieces = title.replace("以及", "、").translate(_ONE_JOINT).split("、")
    if len(pieces) == 1:
        return ()
    return tuple([piece.strip() for piece in pieces if piece.strip()])


class Title(NamedTuple):
    """A title in its forms for comparison, which are computed once for all sections of a type."""

    text: str
    names: tuple[
        str, ...
    ]  # as `normal` makes it, with and without a final bracket: 时间安排（2026年）
    parts: tuple[str, ...]
    cores: frozenset[str]  # of its name and its parts


@lru_cache(maxsize=2048)
def title_of(text: str) -> Title:
    """The title with all its forms."""
    names = names_of(text)
    name = names[-1]
    pieces = parts(name)
    cores = frozenset(filter(None, map(core, (name, *pieces))))
    return Title(text, names, pieces, cores)


def names_of(title: str) -> tuple[str, ...]:
    """A title as `normal` makes it, and without a final bracket if it has one."""
    whole = normal(title)
    name = without_bracket(whole)
    return (name,) if name == whole else (whole, name)


def year_of(text: str) -> int:
    """The first year named in a title, 0 if there is none."""
    match = _YEAR.search(text)
    return int(match[1]) if match else 0


def undated(title: str, last: int) -> str:
    """The title after a year not later than `last`; "" for any other title."""
    match = _YEAR.match(title)
    return title[match.end() :] if match and int(match[1]) <= last else ""


class Accepted(NamedTuple):
    """The titles that a section may have."""

    names: frozenset[str]  # normalised
    cores: frozenset[str]
    pattern: Any  # None if there is none


def accepted(titles: Iterable[str], pattern: Any) -> Accepted:
    """The titles that a section may have: `titles`, and those in which `pattern` matches."""
    names = frozenset(map(normal, titles))
    return Accepted(names, frozenset(filter(None, map(core, names))), pattern)


def without_bracket(name: str) -> str:
    """A normalised title without a final bracket: timeline (utc); the title itself if it is only
    the bracket."""
    opening = _BRACKETS.get(name[-1:])
    at = name.rfind(opening) if opening else -1
    return name[:at].rstrip(_ENDS) if at > 0 else name


@lru_cache(maxsize=2048)
def core(name: str) -> str:
    """A normalised Chinese title without its owner and time: 问题 of 我局存在的主要问题; unchanged
    if too little is left, "" for an ASCII title."""
    if name.isascii():
        return ""
    rest = _MODIFIERS.sub("", name)
    return rest if len(rest) >= _LEAST_CORE and rest != name else name


class Titles:
    """The titles of a report by index, arranged to find quickly those that a section may have."""

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
        """The fitting titles, as pairs (quality, index), ordered by index. A title fits if it is
        one of the accepted titles, if it or a part of it is one without modifiers, or if the
        pattern matches in it and it is no sentence."""
        fits = dict(self._with_pattern(to.pattern))
        for quality, indexes, accepted in (
            (PART, self._by_core, to.cores),
            (PART, self._by_part, to.names),
            (EXACT, self._by_name, to.names),
        ):
            for form in accepted:
                fits.update(dict.fromkeys(indexes.get(form, ()), quality))
        return [(fits[index], index) for index in sorted(fits)]

    def any_fits(self, to: Accepted) -> bool:
        """Whether one of the titles fits; `that_fit` says which."""
        return (
            not to.names.isdisjoint(self._by_name)
            or not to.names.isdisjoint(self._by_part)
            or not to.cores.isdisjoint(self._by_core)
            or next(self._with_pattern(to.pattern), None) is not None
        )

    def _with_pattern(self, pattern: Any) -> Iterator[tuple[int, int]]:
        """The indexes of the titles, except sentences, in which `pattern` matches, each with how
        much of the title it matches."""
        search = pattern and pattern.search_in(self._joined)
        for index, title in self._titles if search else ():
            match = search(title.text)
            if match and not is_sentence(title):
                yield index, WHOLE if len(match[0]) == len(title.text) else SEARCH

    @cached_property
    def _joined(self) -> str:
        return "\n".join([title.text for _, title in self._titles])


def is_sentence(title: Title) -> bool:
    """Whether a title contains punctuation that ends a sentence."""
    return any(mark in title.names[0] for mark in _SENTENCES)


class Spec(NamedTuple):
    """A section spec of the type, and its accepted titles."""

    spec: SectionSpec
    parent: str  # id of the spec around it, "" at the top
    accepted: Accepted


def specs_of(specs: Sequence[SectionSpec], lexicon: Lexicon, parent: str = "") -> Iterator[Spec]:
    """The specs and those nested in them."""
    for spec in specs:
        pattern = phrase_pattern(Phrases(regex=spec.phrases.regex), lexicon)
        yield Spec(spec, parent, accepted((spec.title, *spec.phrases.any), pattern))
        yield from specs_of(spec.sections, lexicon, spec.id)
