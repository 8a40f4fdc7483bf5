"""The data of packs about a language: marker styles and named lists of words."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any

NUMERALS = (
    "arabic",
    "chinese",
    "circled",
    "negative-circled",
    "parenthesised",
    "full-stopped",
    "roman",
    "roman-small",
    "roman-sign",
    "latin",
    "latin-small",
    "heavenly-stem",
    "hangul",
    "dotted",
    "words",
)
"""The numbering systems of styles: those of `ordinals.numerals`, numbers such as 1.2.3 (dotted),
and a style's own words."""


PER_LIST, PER_SECTION, PER_DOCUMENT = "list", "section", "document"
COUNTS = (PER_LIST, PER_SECTION, PER_DOCUMENT)
"""How far the numbers of a list run on: seldom beyond the container of the list; never beyond its
section; always through the whole document (第一条)."""


class Style(NamedTuple):
    """How a marker is written: prefix, numeral, suffix, its usual place, and what must not be
    beside it.

    `before` and `after` are regexes for text that must not be directly before and after the marker.
    `doubt` is a regex for text after it that makes it as likely no marker at all (一、二、三产业),
    so that it counts only if a list expects it.
    """

    id: str
    numerals: str  # of NUMERALS
    prefix: tuple[str, ...] = ("",)
    suffix: tuple[str, ...] = ("",)
    words: tuple[tuple[str, ...], ...] = ()  # for numerals "words": the words for one, two, three …
    # "line": only at the start of a line; "clause": also after 。；：; "anywhere": also within a
    # clause
    place: str = "line"
    # rank among the heading markers (GB/T 9704-2012: 一、 is 1); 0: none
    level: int = 0
    before: str = ""
    after: str = ""
    doubt: str = ""
    soft: bool = False  # also an adverb (首先), which need not be a marker
    anywhere: bool = False  # a list may begin at any number, as rankings do (第二是, 第三是)
    counts: str = PER_LIST  # how far its numbers run on, of COUNTS
    # The words around the numeral name what is counted: Phase 2 and Step 3, 图1 and 表2 belong to
    # different lists.
    label: bool = False
    repeats: bool = False  # a number may occur again, like that of a figure mentioned in the text
    # Other words for the first item, for the second …: regexes that match at the start of a clause.
    instead: tuple[str, ...] = ()
    heading: bool = False  # heads sections although it has no level (第一章)
    counted: bool = True  # False: a label (Appendix A) or a bare number whose series is not checked

    @property
    def heads(self) -> bool:
        """Whether a line that begins with this marker may be a heading."""
        return self.place == "line" and (self.level > 0 or self.heading)

    @property
    def takes_any_label(self) -> bool:
        """Whether any word is its label, because it has none itself."""
        has_words = any(any(map(str.isalpha, suffix)) for suffix in self.suffix)
        return self.label and not has_words and set(self.prefix) <= {"", "第"}

    @property
    def is_word(self) -> bool:
        """Whether the marker has a word in it, and so is a title by itself: 第一章, Appendix A."""
        return any(char.isalpha() for text in (*self.prefix, *self.suffix) for char in text)


class Lexicon(NamedTuple):
    """The styles and word lists of all packs in use; a rule's regex refers to a list as
    `\\L<name>`."""

    styles: tuple[Style, ...] = ()
    words: Mapping[str, tuple[str, ...]] = {}
    # a `patterns.prefilter_table.Prefilters`, shared by all patterns of a run; None: computed each
    # time
    prefilters: Any = None
    # a `patterns.literal_index.LiteralIndex`, shared by rules that are prepared together; None: not
    # used
    literals: Any = None
