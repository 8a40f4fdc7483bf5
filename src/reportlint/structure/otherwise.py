"""Items that have no marker of their own.

Given in other words: “第一个是 … 第二，…”, “The first reason is … Second, …”; split, so that no
marker has their exact number: 4a and 4b, 第三条之一; joined with others: 6. and 7.; within a
clause: the risks are (i) costs; (ii) …
"""

from __future__ import annotations

from functools import lru_cache

from reportlint._startup import late_re as re
from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.typed import Any
from reportlint.core import numbering as kinds
from reportlint.core.characters import (
    CLAUSE_ENDS,
    COLONS,
    COMMAS,
    DOUBLE_QUOTES,
    LINE_MARKS,
    NUMERALS,
    OPENING_BRACKETS,
    SPACES,
    SPACES_AND_EMPHASIS,
    is_in_round_brackets,
)
from reportlint.core.lexicon import Style
from reportlint.core.numbering import Marker
from reportlint.core.span import line_end
from reportlint.ordinals.style import numeral_like
from reportlint.structure.elsewhere import JOINT
from reportlint.structure.language import may_be_english
from reportlint.structure.outside import is_version

_MOST_SPLIT = 3  # successive numbers that are searched
_LONGEST_JOIN = 60  # code points after a number
_JOINED = lazy(rf"[.．)）、]?\s*{JOINT}\s*[（(]?(\w{{1,4}})[.．)）、]?")
# Distinguishes two items with the same number: 4.3.2（A） and （B）; （适用于…）.
_VARIANT = lazy(rf"[{SPACES}]*[（(\[]([A-Z甲乙丙])[)）\]]")
# From when or until when a wording holds: (2) [bis 2025-03-31] and (2) [ab 2025-04-01]
_VALIDITY = lazy(
    rf"[{SPACES}]*([\[〔][^\n\[\]〔〕]{{0,12}}[0-9]{{4}}[^\n\[\]〔〕]{{0,12}}[\]〕])(?!\()"
)
# … or at the end of the line: 安装（上）, 安装（下）
_PART = lazy(r"(?m)[^\n]*[（(\[]([上中下])[)）\]][ \t*_]*$")
# A second number of an item, of what it belongs to: Phase 4 / `M5`, Phase 4 / `M6`
_SECOND = lazy(r"[ \t]*/[ \t]*[`*_(]*([^\W\d]{1,4}[0-9]{1,4})\b")
# That an item stands for another one, or for none: 4. (代替) …, 4. (DELETED), 4. … [或]
_REMARK = lazy(
    r"(?i)[（(【\[][ ]?(?:代替|替代|备选|備選|可选|可選|二选一|任选|或者?|已?[删刪]除"
    r"|已?[废廢][止弃]|作废"
    r"|alternativ|option(?:al)?\b|or\b|oder\b|ou\b|deleted|removed|obsolete|withdrawn|superseded"
    r"|deprecated|weggefallen|aufgehoben|revogad|derogad|supprim)[^（()）\n]{0,60}[）)】\]](?!\()"
)
_REMARK_WITHIN = 80  # code points after a marker
_CONDITION = lazy(r"[（(](?:适用于|如(?:有|为|采用)|(?:if|for|when|where) )[^\n()（）]*[)）]")
_MARKS_BEFORE = 6  # code points of emphasis and spaces before a marker
# A line of dots, and the text between it and a marker: [...] (…) ……; dots in code omit no item
_DOTS = lazy(
    rf"(?m)^[{SPACES}>*_]*[\[(（]?[ ]?(?:\.{{3,}}|…+|。{{3,}}|略|omissis)[ ]?[\])）]?[ \t*_]*\n"
    rf"(?![ ]*(?:`{{3}}|~{{3}}))[^\n]*\n?[{SPACES}>*_#\"“]*\Z"
)
# Two in one place of a ranking: “Tied: …”, “… (tie)”
_TIE = lazy(
    r"(?i)(?:\A|[(\[（【])[\s*_]*"
    r"(?:tied|tie|dead heat|ex aequo|empate|égalité|并列|並列|同率|同着)[*_]*[ ]?[:：)\]）】]"
    r"|(?:并列|並列|同率)第"
)
_J = 10  # number of the letter
_REACH = 1200  # code points before a list's first marker that are searched for its first item


def is_said_otherwise(
    text: str, marker: Marker, expected: int, previous: Marker | None, style: Style
) -> bool:
    """Whether each of the numbers from `expected` up to that of `marker`, which its list lacks, is
    said in other words.

    They are sought behind the `previous` marker of the list; where there is none, near before it,
    and not where a heading or a colon visibly leads the list in.
    """
    if not 0 < marker.value - expected <= len(style.instead):
        return False
    begin = previous.span.end if previous else _since(text, marker.span.start)
    for number in range(expected, marker.value):
        if number > len(style.instead):
            return False
        match = _pattern(style.instead[number - 1]).search(text, begin, marker.span.start)
        if match is None:
            return False
        begin = match.end()
    return True


def _since(text: str, start: int) -> int:
    """Where the text begins that may say the items before the first marker of a list."""
    before = text[max(0, start - _REACH) : start]
    before = before.rstrip(SPACES_AND_EMPHASIS + DOUBLE_QUOTES + "\r\n")
    if before.endswith(tuple(COLONS)):
        return start
    return max(0, start - _REACH, text.rfind("\n#", 0, start) + 1)


def is_split(
    text: str, marker: Marker, expected: int, previous: Marker | None, style: Style
) -> bool:
    """Whether lines begin with each of the numbers from `expected` up to that of `marker`, followed
    by a letter or 之一. For the first marker of a list they are searched for a little before it."""
    model = marker.numeral.cut(text)
    if marker.value <= expected or (model.isascii() and not model.isdigit()):
        return False  # III is not part of II
    start = marker.span.start
    between = text[previous.span.end if previous else max(0, start - _REACH) : start]
    label = marker.prefix_in(text)
    behind = marker.suffix_in(text).strip()
    return all(
        _parts_of(label, numeral_like(style, number, model), behind).search(between)
        for number in range(expected, min(marker.value, expected + _MOST_SPLIT))
    )


def is_joined(
    text: str, marker: Marker, expected: int, previous: Marker | None, style: Style
) -> bool:
    """Whether the item before `marker` covers several numbers, up to the one directly before:
    6. und 7. (weggefallen), Week 5 - Week 7."""
    if previous is None or marker.value <= expected:
        return False
    last = numeral_like(style, marker.value - 1, previous.numeral.cut(text))
    rest = text[previous.numeral.end : previous.numeral.end + _LONGEST_JOIN]
    if style.label:  # the label may come again, and what stands behind its numeral: 第七章与第八章
        label, unit = _around(previous, text)
        rest = rest.removeprefix(unit).replace(label, "", 1)
        rest = rest.replace(last + unit, last + " ", 1)
    joined = _JOINED.match(rest)
    return joined is not None and joined[1] == last


def _around(marker: Marker, text: str) -> tuple[str, str]:
    """What a marker has before its numeral, and behind it."""
    before = marker.prefix_in(text)
    return before, marker.suffix_in(text).strip()


def is_alternative(
    text: str, marker: Marker, expected: int, previous: Marker | None, style: Style
) -> bool:
    """Whether a repeated number is that of an alternative, 二、…（适用于…） and 二、…（适用于…）,
    or of the new wording of an item, in quotes."""
    if previous is None or previous.value != marker.value:
        return False
    if _is_quoted(text, marker) or any(_has_remark(text, item) for item in (previous, marker)):
        return True
    for pattern in (_VARIANT, _PART, _VALIDITY, _SECOND):
        variants = pattern.match(text, previous.span.end), pattern.match(text, marker.span.end)
        if variants[0] and variants[1]:
            return bool(variants[0][1] != variants[1][1])
    conditions = {_condition(text, item) for item in (previous, marker)} - {""}
    return len(conditions) > 1


def _condition(text: str, item: Marker) -> str:
    """What a bracket on the line of an item says of when it holds, "" if nothing."""
    start = item.span.end
    match = _CONDITION.search(text, start, line_end(text, start))
    return match[0] if match else ""


def _has_remark(text: str, item: Marker) -> bool:
    """Whether a remark directly behind a marker says that its item stands for another one, or no
    longer holds. At the end of a title it gives another name: 三、问题（或：困难）."""
    behind = text[item.span.end : item.span.end + _REMARK_WITHIN].partition("\n")[0]
    return _REMARK.match(behind.strip(" \t*_~")) is not None


def _is_quoted(text: str, marker: Marker) -> bool:
    """Whether a quote opens directly before a marker."""
    before = text[max(0, marker.span.start - _MARKS_BEFORE) : marker.span.start]
    return before.rstrip(SPACES_AND_EMPHASIS)[-1:] in ('"', "“", "«", "„", "「", "『")


def is_left_out(
    text: str, marker: Marker, expected: int, previous: Marker | None, style: Style
) -> bool:
    """Whether dots on the lines directly before a marker show that the text omits something. Not
    before a list that a colon introduces."""
    before = text[max(0, marker.span.start - _MARKS_BEFORE) : marker.span.start]
    if previous is None and before.rstrip(SPACES_AND_EMPHASIS + DOUBLE_QUOTES + "\r\n").endswith(
        tuple(COLONS)
    ):
        return False
    begin = max(previous.span.end if previous else 0, marker.span.start - _REACH)
    return _DOTS.search(text, begin, marker.span.start) is not None


def is_tie(text: str, marker: Marker, expected: int, previous: Marker | None, style: Style) -> bool:
    """Whether the item before `marker` takes the numbers in between too, since several share its
    place in a ranking: 8. Tied: …, 10. …"""
    if previous is None or not 0 < marker.value - expected <= _MOST_SPLIT:
        return False
    return _TIE.search(text[previous.span.end : marker.span.start]) is not None


def is_without_j(
    text: str, marker: Marker, expected: int, previous: Marker | None, style: Style
) -> bool:
    """Whether i is followed by k, as in statutes of languages whose alphabet treats i and j as one
    letter; not in English."""
    numerals = (previous.numeral.cut(text) if previous else "", marker.numeral.cut(text))
    return expected == _J and numerals in {("i", "k"), ("I", "K")} and not may_be_english(text)


def is_within_clause(
    text: str, marker: Marker, expected: int, previous: Marker | None, style: Style
) -> bool:
    """Whether a list in prose lacks no number: the numbers before `marker` are in brackets within a
    clause.

    If the number of `marker` is lower than `expected`, the list begins again with a 1: … (iii)
    prices; the others are (i) …; (ii).
    """
    form = text[marker.span.start : marker.span.end].strip()
    if marker.place != "inline" or not is_in_round_brackets(form):
        return False
    if previous is None or previous.block != marker.block:
        begin = max(text.rfind("\n\n", 0, marker.span.start), marker.span.start - _REACH, 0)
    else:
        begin = previous.span.end
    lowest = 1 if marker.value < expected else expected
    if not 0 < marker.value - lowest <= _MOST_SPLIT:
        return False
    model = marker.numeral.cut(text)
    for number in range(lowest, marker.value):
        item = f"{form[0]}{numeral_like(style, number, model)}{form[-1]}"
        begin = text.find(item, begin, marker.span.start) + len(item)
        if begin < len(item):
            return False
    return True


@lru_cache(maxsize=64)
def _parts_of(label: str, numeral: str, behind: str) -> re.Pattern[str]:
    """A regex for the start of a line that begins with a part of an item."""
    number = f"{re.escape(label)}{re.escape(numeral)}"
    part = f"(?:[A-Za-z](?![A-Za-z])|(?:{re.escape(behind)})?之[{NUMERALS}])"
    if label in tuple(OPENING_BRACKETS):
        part = rf"(?:{part}|\.[0-9])"  # (2.1) and (2.2) are parts of (2)
    return re.compile(rf"(?m)^[|{LINE_MARKS}]*{number}{part}")


@lru_cache(maxsize=64)
def _pattern(words: str) -> Any:
    """A regex for `words` at the start of a clause."""
    import regex

    before = rf"(?:^|[\n{CLAUSE_ENDS}.．{COMMAS}])[\"“{LINE_MARKS}]*"
    return regex.compile(f"(?i){before}(?:{words})(?![a-z])", regex.MULTILINE)


_WAYS_OF_LACKING = (
    is_said_otherwise,
    is_split,
    is_joined,
    is_tie,
    is_without_j,
    is_within_clause,
)


def is_explained(
    kind: str, text: str, marker: Marker, expected: int, previous: Marker | None, style: Style
) -> bool:
    """Whether the text explains a number that is not the one due, a fault of this kind: it is no
    number of the list, or the text gives the skipped ones in another way."""
    if kind == kinds.START and is_version(marker, style, text):
        return True
    lack = text, marker, expected, previous, style
    if kind == kinds.MIXED:
        return False
    if (kind == kinds.DUPLICATE and is_alternative(*lack)) or is_left_out(*lack):
        return True
    ways = _WAYS_OF_LACKING if kind in (kinds.START, kinds.GAP) else (is_within_clause,)
    return any(is_so(*lack) for is_so in ways)
