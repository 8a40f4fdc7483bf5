"""Titles of sections: their ordinal marker, the bare title, and whether it is one of those that a type accepts."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Any

from reportlint.core.lazily import lazy
from reportlint.core.lexicon import Lexicon, Style
from reportlint.core.value import NamedTuple
from reportlint.parse.numerals import SYSTEMS

MARKS = " \t\r\n\u00a0\u3000\u200b\u200c\u200d\ufeff*_~`"  # what may stand around a title and is no part of it
_ENDS = MARKS + "：:。.；;、，,"
_DOTTED = r"[0-9]{1,3}(?:\.[0-9]{1,3}){1,4}"
_NUMBER = lazy(r"[0-9]{1,3}(?:\.[0-9]{1,3})*(?:[.．、)）]|(?=[ \u3000]))")  # where no style of the packs fits: 1.2 总则
_HAN_GAP = lazy(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")
_SPACES = lazy(r"\s+")
_JOINTS = lazy(r"以及|[和及与、，,;；/&+]|\band\b")

EXACT, PART, SEARCH = 3, 2, 1  # how well a title fits, 0 is not at all
_LONGEST_MARKER = 60  # code points


class Marked(NamedTuple):
    """The ordinal marker that a line begins with."""

    style: str  # id of its style; "" for a bare number that is of no style
    level: int
    end: int  # offset of the first character after it
    doubt: bool = False  # what follows makes it as likely no marker: 一、二、三产业


def marker_at(text: str, start: int, end: int, lexicon: Lexicon) -> Marked | None:
    """The marker at `start`, the longest where several fit."""
    found: Marked | None = None
    for style in _by_first(lexicon.styles).get(text[start : start + 1], ()):
        if "" not in style.suffix and not any(suffix in text[start : start + _LONGEST_MARKER] for suffix in style.suffix):
            continue
        words = _words(lexicon) if "\\L<" in style.after + style.doubt else ()
        match = _pattern(style, words).match(text, start, end)
        if match and match.end() > (found.end if found else start):
            doubtful = bool(style.doubt and _doubt(style, words).match(text, match.end(), end))
            found = Marked(style.id, style.level, match.end(), doubtful)
    match = _NUMBER.match(text, start, end)
    return Marked("", 0, match.end()) if match and (found is None or match.end() > found.end) else found


def title_start(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, Marked | None]:
    """Where the bare title in `text[start:end]` begins, and the marker before it."""
    at = _skip(text, start, end)
    marked = marker_at(text, at, end, lexicon)
    return (_skip(text, marked.end, end) if marked else at), marked


def bare(text: str) -> str:
    """A title without marks around it and without a colon or full stop at its end."""
    return text.lstrip(MARKS).rstrip(_ENDS)


def normal(title: str) -> str:
    """A title for comparing: one width, no spaces between Han characters, no case."""
    folded = unicodedata.normalize("NFKC", bare(title)).strip(_ENDS)
    return _SPACES.sub(" ", _HAN_GAP.sub("", folded)).casefold()


def parts(title: str) -> tuple[str, ...]:
    """The parts that 和, 及, 与, 、 or / join in a title already made `normal`; none where it is one piece."""
    pieces = tuple(piece.strip() for piece in _JOINTS.split(title))
    return tuple(piece for piece in pieces if piece) if len(pieces) > 1 else ()


def fit(title: str, accepted: frozenset[str], pattern: Any) -> int:
    """How well `title` fits: the whole of it is accepted, a part of it is, or `pattern` (None is none) is found in it."""
    name = normal(title)
    if name in accepted:
        return EXACT
    if any(part in accepted for part in parts(name)):
        return PART
    return SEARCH if pattern is not None and pattern.search(title) else 0


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start] in MARKS:
        start += 1
    return start


def _words(lexicon: Lexicon) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((name, tuple(words)) for name, words in sorted(lexicon.words.items()))


@lru_cache(maxsize=8)
def _by_first(styles: tuple[Style, ...]) -> dict[str, tuple[Style, ...]]:
    """The styles by the characters that their markers may begin with, so that only a few are compiled and tried."""
    found: dict[str, list[Style]] = {}
    for style in styles:
        alone = not any(style.prefix) and not any(style.suffix)
        if style.soft or (alone and style.numerals in ("arabic", "chinese", "words")):
            continue  # 首先 is no numbering of headings, and a numeral alone would eat a year
        firsts = {prefix[0] for prefix in style.prefix if prefix}
        if "" in style.prefix:
            firsts |= _numeral_firsts(style)
        for char in firsts:
            found.setdefault(char, []).append(style)
    return {char: tuple(found[char]) for char in found}


def _numeral_firsts(style: Style) -> set[str]:
    if style.numerals == "words":
        return {char for group in style.words for word in group for char in (word[0].lower(), word[0].upper())}
    if style.numerals == "dotted":
        return set("0123456789")
    write = SYSTEMS[style.numerals].write
    return {first for number in range(1, 100) for first in write(number)[:1]} | set(
        "０１２３４５６７８９" if style.numerals == "arabic" else ""
    )


@lru_cache(maxsize=256)
def _pattern(style: Style, words: tuple[tuple[str, tuple[str, ...]], ...]) -> Any:
    """What matches a marker of `style`. What may not stand before it is not asked: a line begins here."""
    import regex

    def either(texts: tuple[str, ...]) -> str:
        return "(?:" + "|".join(regex.escape(text) for text in sorted(texts, key=len, reverse=True)) + ")"

    if style.numerals == "words":
        numeral = either(tuple(word for group in style.words for word in group))
    else:
        numeral = _DOTTED if style.numerals == "dotted" else SYSTEMS[style.numerals].pattern
    after = f"(?!{style.after})" if style.after else ""
    flags = regex.IGNORECASE if style.numerals == "words" else 0
    return _compile(f"{either(style.prefix)}{numeral}{either(style.suffix)}{after}", words, flags)


@lru_cache(maxsize=256)
def _doubt(style: Style, words: tuple[tuple[str, tuple[str, ...]], ...]) -> Any:
    """What makes a marker of `style` doubtful where it follows."""
    return _compile(style.doubt, words)


def _compile(source: str, words: tuple[tuple[str, tuple[str, ...]], ...], flags: int = 0) -> Any:
    import regex

    lists: dict[str, Any] = {name: list(members) for name, members in words}
    return regex.compile(source, flags, ignore_unused=True, **lists)
