"""Lines that look like numbered headings: 一、总体要求, （一）, 1., 第一章, Section 1.

The matcher finds the marker, and the marker's style tells whether it heads sections. Whether a line
is a heading is decided by `headings`, from the lines around it.
"""

from __future__ import annotations

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.characters import COLONS, HAN, SENTENCE_ENDS, WORD_SPACES
from reportlint.ordinals.matcher import Matcher
from reportlint.ordinals.style import MarkerReading
from reportlint.text.lines import width

MOST_COLUMNS = 80
# from this level of GB/T 9704-2012 on (1. and （1）) a marker numbers items as often as sections
_ITEM_LEVEL = 3
_LONGEST_BEFORE_COLON = 20  # code points
# The end of a sentence, the dots of a table of contents, or a label with its text.
_SENTENCE = lazy(rf"[{SENTENCE_ENDS}…]|\.\s|\.{{4}}|[：:].{{16}}")
_OPEN_ENDS = "，,、：:.—-"
# 1 总则: a title of Han, in which nothing is set apart as in a row of a table, and no amount.
_BARE = lazy(
    rf"[0-9]{{1,2}}[{WORD_SPACES}]{{1,2}}(?![个名位次年月日号元万亿克千米条件套台辆吨公亩户"
    rf"只张份本家项天周岁点时分秒场届期章节页人](?:[^{HAN}]|$)|[年月日号]|月份|[万亿千百]|(?:公[里斤顷]|平方|立方|小时|分钟)(?:$|[^{HAN}]))"
    rf"[{HAN}][{HAN}、（）()“”《》A-Za-z0-9]{{1,23}}$"
)
_YEAR = lazy(r"(?:19|20)\d\d年")


class Form(NamedTuple):
    """How the markers of a series of headings are written. All lines of one form under one parent
    are one series."""

    prefix: tuple[str, ...]
    numerals: str  # "" if the marker is a word: 第一章 and 第2章 are of one form
    variant: str  # the suffix of a word (章) or the points of a dotted number
    level: int  # in the order of heading markers; 0 if it has none
    is_word: bool

    @property
    def may_be_alone(self) -> bool:
        """Whether a line may be a heading if it is the only one of this form."""
        return self.level < _ITEM_LEVEL

    @property
    def takes_colon(self) -> bool:
        """Whether authors put a colon after a heading of this form."""
        return 0 < self.level < _ITEM_LEVEL


class NumberedLine(NamedTuple):
    """A line that looks like a numbered heading."""

    form: Form
    series: str = ""
    value: int = 0
    doubt: bool = False


# All lines in bold are one series without numbers.
BOLD = NumberedLine(Form((), "", "**", 0, False))


def heading_marker(text: str, matcher: Matcher) -> MarkerReading | None:
    """The marker of a heading that `text` begins with; None if there is none."""
    marker = matcher.heading_at(text, 0, len(text))
    if marker is None or not _is_section_number(marker.numeral.cut(text)):
        return None
    if marker.doubt and text[marker.end : marker.end + 1].isdigit():
        is_year = _YEAR.match(text, marker.end)
        return marker._replace(doubt=False) if is_year else None  # 1.2026年打算, but 3.5亿元
    return marker


def bare_number(text: str, matcher: Matcher) -> MarkerReading | None:
    """The number of a line that names a chapter as in standards: 1 总则. It is doubtful, since 3 人
    may be an amount; None if the line is no Chinese title."""
    if not text[:1].isdecimal() or not _BARE.match(text):
        return None
    marker = matcher.at(text, 0, len(text))
    return marker and marker._replace(doubt=True)


def _is_section_number(numeral: str) -> bool:
    """Whether a numeral is small enough to number a section: 300. numbers something else,
    192.168.1.10 is an address."""
    if len(numeral) <= 2:
        return True
    return all(len(part) <= 2 for part in numeral.split(".") if part.isdecimal())


def begins_with_marker(text: str, matcher: Matcher) -> bool:
    """Whether `text` begins with the marker of a heading that is not doubtful."""
    marker = heading_marker(text, matcher)
    return marker is not None and not marker.doubt


def is_numbered_heading(text: str, matcher: Matcher) -> bool:
    """Whether a line looks like a numbered heading."""
    marker = heading_marker(text, matcher)
    return marker is not None and numbered_line(text, marker, matcher) is not None


def numbered_line(text: str, marker: MarkerReading, matcher: Matcher) -> NumberedLine | None:
    """The numbered line that begins with `marker`; None if it is a sentence, too long, or ends
    open."""
    if exceeds_title(text, marker.end) or width(text) > MOST_COLUMNS:
        return None
    form = form_of(text, marker, matcher)
    title = text[marker.end :].strip()
    if not title:
        is_title = form.is_word
    elif title[-1] in COLONS:
        is_title = form.takes_colon and len(title) <= _LONGEST_BEFORE_COLON
    else:
        is_title = not ends_open(title)
    return NumberedLine(form, marker.series, marker.value, marker.doubt) if is_title else None


def form_of(text: str, marker: MarkerReading, matcher: Matcher) -> Form:
    """The form of the marker that `text` begins with."""
    style = matcher.style(marker)
    is_word = style.is_word
    is_dotted = bool(marker.series) and not style.label
    variant = "." * (1 + marker.series.count(".")) if is_dotted else ""
    if is_word and not style.level:
        variant = text[marker.numeral.end : marker.end]
    return Form(style.prefix, "" if is_word else style.numerals, variant, style.level, is_word)


def exceeds_title(text: str, start: int = 0) -> bool:
    """Whether `text`, from offset `start` on, is more than a title: it has the end of a sentence,
    dot leaders, or a label with its text."""
    return _SENTENCE.search(text, start) is not None


def ends_open(text: str) -> bool:
    """Whether `text` ends in a comma, colon, dash or full stop, so that more is expected or it
    breaks off."""
    return text[-1:] in _OPEN_ENDS
