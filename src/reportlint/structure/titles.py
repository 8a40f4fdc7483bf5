"""Titles of sections: their ordinal marker, the bare title, and whether it is one of those that a type accepts."""

from __future__ import annotations

import unicodedata
from functools import cached_property, lru_cache

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core.lexicon import Lexicon, Style
from reportlint.ordinals.numerals import SYSTEMS
from reportlint.patterns.demands import folded

MARKS = " \t\r\n\u00a0\u3000\u200b\u200c\u200d\ufeff*_~`"  # what may stand around a title and is no part of it
_ENDS = MARKS + "：:。.；;、，,"
_DOTTED = r"[0-9]{1,3}(?:\.[0-9]{1,3}){1,4}"
_NUMBER = lazy(
    r"[0-9]{1,3}(?:\.[0-9]{1,3})*(?:[.．、)）]|(?=[ \u3000]))"
)  # where no style of the packs fits: 1.2 总则
_JOINTS = lazy(r"以及|[和及与、，,;；/&+]|\band\b")
_ONE_JOINT = str.maketrans(dict.fromkeys("和及与，,;；/&+", "、"))

EXACT, PART, SEARCH = 3, 2, 1  # how well a title fits, 0 is not at all
_LONGEST_MARKER = 60  # code points
_MOST_KNOWN = 5000  # pairs of characters that are remembered


class Marked(NamedTuple):
    """The ordinal marker that a line begins with."""

    style: str  # id of its style; "" for a bare number that is of no style
    level: int
    end: int  # offset of the first character after it
    doubt: bool = False  # what follows makes it as likely no marker: 一、二、三产业


def marker_at(text: str, start: int, end: int, lexicon: Lexicon) -> Marked | None:
    """The marker at `start`, the longest where several fit."""
    found: Marked | None = None
    reach = start
    for form in _forms(lexicon).at(text, start):
        match = form.match(text, start, end)
        if match and (stop := match.end()) > reach:
            reach, style = stop, form.style
            found = Marked(
                style.id, style.level, stop, bool(style.doubt and form.doubt.match(text, stop, end))
            )
    match = _NUMBER.match(text, start, end) if "0" <= text[start : start + 1] <= "9" else None
    return Marked("", 0, match.end()) if match and match.end() > reach else found


def title_start(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, Marked | None]:
    """Where the bare title in `text[start:end]` begins, and the marker before it."""
    at = _skip(text, start, end)
    marked = marker_at(text, at, end, lexicon)
    return (_skip(text, marked.end, end) if marked else at), marked


def bare(text: str) -> str:
    """A title without marks around it and without a colon or full stop at its end."""
    return text.lstrip(MARKS).rstrip(_ENDS)


@lru_cache(maxsize=2048)
def normal(title: str) -> str:
    """A title for comparing: one width, no spaces between Han characters, no case."""
    return _closed(unicodedata.normalize("NFKC", bare(title)).strip(_ENDS)).casefold()


def _closed(text: str) -> str:
    """`text` without spaces between Han characters, and one where there are others."""
    pieces = text.split()
    if len("".join(pieces)) == len(text):
        return text
    before = [" " * text[:1].isspace(), *pieces]
    joined = "".join(
        (" " if number and not (_is_han(before[number][-1]) and _is_han(piece[0])) else "") + piece
        for number, piece in enumerate(pieces)
    )
    return before[0] + joined + " " * (bool(pieces) and text[-1].isspace())


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


@lru_cache(maxsize=2048)
def parts(title: str) -> tuple[str, ...]:
    """The parts that 和, 及, 与, 、 or / join in a title already made `normal`; none where it is one piece."""
    if "and" in title:
        pieces = _JOINTS.split(title)
    else:
        pieces = title.replace("以及", "、").translate(_ONE_JOINT).split("、")
    return tuple(piece for one in pieces if (piece := one.strip())) if len(pieces) > 1 else ()


class Title(NamedTuple):
    """A title in the forms that it is compared in; who asks about many sections of a type makes them once."""

    text: str
    low: str  # without case, as `demands.folded` makes it
    name: str  # as `normal` makes it
    parts: tuple[str, ...]


def title_of(text: str) -> Title:
    """The title with all its forms."""
    name = normal(text)
    return Title(text, folded(text), name, parts(name))


def fit(title: Title, accepted: frozenset[str], pattern: Any) -> int:
    """How well `title` fits: the whole of it is accepted, a part of it is, or `pattern` (None is none) is found in it."""
    if title.name in accepted:
        return EXACT
    if title.parts and not accepted.isdisjoint(title.parts):
        return PART
    return SEARCH if pattern and pattern.may(title.low) and pattern.search(title.text) else 0


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start] in MARKS:
        start += 1
    return start


class Form:
    """A style of markers, ready to be looked for where a line begins."""

    def __init__(self, style: Style, lexicon: Lexicon) -> None:
        self.style = style
        self._lexicon = lexicon
        self._pattern: Any = None
        self._numerals = _numeral_chars(style)
        self._behind = frozenset(
            suffix[:1] for suffix in style.suffix
        )  # what may follow a numeral; "" is anything

    def firsts(self) -> set[str]:
        """The characters that a marker of the style may begin with."""
        firsts = {prefix[0] for prefix in self.style.prefix if prefix}
        return firsts | _numeral_firsts(self.style) if "" in self.style.prefix else firsts

    def may_begin(self, two: str) -> bool:
        """Whether a marker of the style may begin with these two characters."""
        if not self._numerals:
            return True
        for prefix in self.style.prefix:
            if prefix.startswith(two):
                return True
            digit, then = two[len(prefix) :][:1], two[len(prefix) :][1:]
            follows = (
                not then or then in self._numerals or then in self._behind or "" in self._behind
            )
            if follows and digit in self._numerals and two.startswith(prefix):
                return True
        return False

    def match(self, text: str, start: int, end: int) -> Any:
        """The match of a marker of the style at `start`, None is none."""
        if self._pattern is None:
            if not self.may(text, start):
                return None
            self._pattern = self.made()
        return self._pattern.match(text, start, end)

    def may(self, text: str, start: int) -> bool:
        """Whether a prefix, characters of a numeral and a suffix follow each other here: most styles are never compiled."""
        if not self._numerals:
            return any(
                suffix in text[start : start + _LONGEST_MARKER] for suffix in self.style.suffix
            )
        for prefix in self.style.prefix:
            if text.startswith(prefix, start):
                at = begin = start + len(prefix)
                while text[at : at + 1] in self._numerals:
                    at += 1
                if at > begin and text.startswith(self.style.suffix, at):
                    return True
        return False

    def made(self) -> Any:
        """What matches a marker of the style. What may not stand before it is not asked: a line begins here."""
        import regex

        def either(texts: tuple[str, ...]) -> str:
            return (
                "(?:"
                + "|".join(regex.escape(text) for text in sorted(texts, key=len, reverse=True))
                + ")"
            )

        style = self.style
        if style.numerals == "words":
            numeral = either(tuple(word for group in style.words for word in group))
        else:
            numeral = _DOTTED if style.numerals == "dotted" else SYSTEMS[style.numerals].pattern
        after = f"(?!{style.after})" if style.after else ""
        flags = regex.IGNORECASE if style.numerals == "words" else 0
        return self._compile(f"{either(style.prefix)}{numeral}{either(style.suffix)}{after}", flags)

    @cached_property
    def doubt(self) -> Any:
        """What makes a marker of the style doubtful where it follows."""
        return self._compile(self.style.doubt)

    def _compile(self, source: str, flags: int = 0) -> Any:
        import regex

        named = self._lexicon.words if "\\L<" in source else {}
        lists: dict[str, Any] = {name: list(members) for name, members in named.items()}
        return regex.compile(source, flags, ignore_unused=True, **lists)


class _Forms:
    """The styles that headings are numbered in, made ready."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._by_first: dict[str, list[Form]] = {}  # by each character that a marker may begin with
        self._by_two: dict[str, tuple[Form, ...]] = {}  # by the first two, as they were met
        for style in lexicon.styles:
            alone = not any(style.prefix) and not any(style.suffix)
            if style.soft or (alone and style.numerals in ("arabic", "chinese", "words")):
                continue  # 首先 is no numbering of headings, and a numeral alone would eat a year
            form = Form(style, lexicon)
            for char in form.firsts():
                self._by_first.setdefault(char, []).append(form)

    def at(self, text: str, start: int) -> tuple[Form, ...]:
        """Those of which a marker may begin at `start`: few of the many that begin with （ or 第 go on alike."""
        two = text[start : start + 2]
        known = self._by_two.get(two)
        if known is not None:
            return known
        forms = tuple(form for form in self._by_first.get(two[:1], ()) if form.may_begin(two))
        if forms and len(self._by_two) < _MOST_KNOWN:
            self._by_two[two] = forms
        return forms


_ready: list[tuple[Lexicon, _Forms]] = []  # of the last few lexicons


def _forms(lexicon: Lexicon) -> _Forms:
    for known, forms in _ready:
        if known is lexicon:
            return forms
    made = _Forms(lexicon)
    _ready[4:] = []
    _ready.insert(0, (lexicon, made))
    return made


def _numeral_chars(style: Style) -> frozenset[str]:
    """The characters of a style's numerals, none of which a suffix begins with; none where that cannot be said."""
    if style.numerals not in SYSTEMS:
        return frozenset()
    chars = _chars_of(style.numerals)
    return frozenset() if any(suffix[:1] in chars for suffix in style.suffix if suffix) else chars


@lru_cache(maxsize=32)
def _chars_of(system: str) -> frozenset[str]:
    write = SYSTEMS[system].write
    wide = "０１２３４５６７８９" if system == "arabic" else ""
    return frozenset("".join(map(write, range(1, 120)))) | frozenset(wide)


def _numeral_firsts(style: Style) -> set[str]:
    if style.numerals == "words":
        return {
            char
            for group in style.words
            for word in group
            for char in (word[0].lower(), word[0].upper())
        }
    if style.numerals == "dotted":
        return set("0123456789")
    write = SYSTEMS[style.numerals].write
    return {first for number in range(1, 100) for first in write(number)[:1]} | set(
        "０１２３４５６７８９" if style.numerals == "arabic" else ""
    )
