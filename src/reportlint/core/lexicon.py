"""What the packs know of a language: marker styles and named lists of words."""

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
"""What a style may be numbered in: the systems of `ordinals.numerals`, numbers as 1.2.3, and words
of the style's own."""


PER_LIST, PER_SECTION, PER_DOCUMENT = "list", "section", "document"
COUNTS = (PER_LIST, PER_SECTION, PER_DOCUMENT)
"""A list ends with what it stands in, and seldom goes on later; never in another section; as a
matter of course (第一条)."""


class Style(NamedTuple):
    """How a marker is written: prefix, numeral, suffix, where it usually stands, and what it must
    not be part of.

    `before` and `after` are regexes for what must not stand directly before and after the marker;
    `doubt` is one for what, standing after it, makes it as likely no marker at all
    (一、二、三产业), so that it counts only where a list waits for it.
    """

    id: str
    numerals: str  # of NUMERALS
    prefix: tuple[str, ...] = ("",)
    suffix: tuple[str, ...] = ("",)
    words: tuple[tuple[str, ...], ...] = ()  # for numerals "words": the words for one, two, three …
    # "line": only where a line begins; "clause": there and after 。；：; "anywhere": within a
    # clause too
    place: str = "line"
    # the rank in the order of heading markers (GB/T 9704-2012: 一、 is 1); 0 has none
    level: int = 0
    before: str = ""
    after: str = ""
    doubt: str = ""
    soft: bool = False  # also an adverb (首先): nothing is demanded of it
    anywhere: bool = False  # a list may begin at any number, as rankings do (第二是, 第三是)
    counts: str = PER_LIST  # what its numbers are counted in, of COUNTS
    # The words around the numeral name what is counted: Phase 2 and Step 3, 图1 and 表2 are of
    # different lists.
    label: bool = False
    repeats: bool = False  # a number may come again, as that of a figure which the text speaks of
    # How the first item is said in other words, how the second …: regexes for where a clause
    # begins.
    instead: tuple[str, ...] = ()
    heading: bool = False  # heads sections though it has no level (第一章)
    counted: bool = True  # False: a label (Appendix A) or a bare number whose series nobody checks

    @property
    def heads(self) -> bool:
        """Whether a line that begins with such a marker may be a heading."""
        return self.place == "line" and (self.level > 0 or self.heading)

    @property
    def is_word(self) -> bool:
        """Whether the marker is a word, and so a title by itself: 第一章, Appendix A."""
        return any(char.isalpha() for text in (*self.prefix, *self.suffix) for char in text)


class Lexicon(NamedTuple):
    """The styles and word lists of all packs in use; a rule's regex names a list as `\\L<name>`."""

    styles: tuple[Style, ...] = ()
    words: Mapping[str, tuple[str, ...]] = {}
    # a `patterns.prefilter_table.Prefilters`, shared by all patterns of a run; None: worked out
    # each time
    prefilters: Any = None
    # a `patterns.literal_index.LiteralIndex`, shared by the rules that are prepared together; None:
    # none is
    literals: Any = None
