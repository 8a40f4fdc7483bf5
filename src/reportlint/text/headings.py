"""Which lines of plain text stand as headings, and at what level. Markdown uses it for the lines its marks say nothing about.

A line is numbered (`一、总体要求`, `（一）`, `1.`, `第一章`, `Section 1`) or bare (`工作回顾`). Numbered lines are judged as a series:
the lines of one form under the same parent are headings if text stands under most of them, and items if they follow each other
directly. A bare line is a heading only where it is short, ends openly and a long paragraph follows.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint.text.lines import has_han, width

_NUM = "一二三四五六七八九十百零〇"
_HAN, _POINTS = frozenset(_NUM), frozenset(".．")
_OPENING, _CLOSING, _LETTERS = frozenset("（("), frozenset("）)"), frozenset("scpaSCPAIVX")
_PART = lazy(rf"第(?:[{_NUM}]+|\d{{1,3}})(部分|[编篇章节])(?![^\s、，：:]{{0,2}}要)")
_LATER = lazy(
    r"(?P<dotted>\d{1,2}(?:[.．]\d{1,2}){1,4})(?:[.．、](?!\d)|(?=[\sA-Z]|[^\x00-\xff])(?![%％亿万元倍个千百米吨公人]))"
    r"|(?P<point>\d{1,2}[.．、](?!\d)|\d{1,2}[.．](?=(?:19|20)\d\d年))"
    r"|(?P<arabicparen>[（(]\d{1,2}[）)])|(?P<half>\d{1,2}[)）])"
    r"|(?P<english>(?:section|chapter|part|appendix|SECTION|CHAPTER|PART|APPENDIX|Section|Chapter|Part|Appendix)\s+(?:\d+|[IVXA-Z]+)\b)"
    r"|(?P<roman>[IVX]{1,4}[.．、](?=\s|[^\x00-\xff]))"
)
_STRONG = frozenset(
    {"dun", "paren", "hanpoint", "english", "roman"}
)  # a lone one of these may be a heading
_SENTENCE = lazy(
    r"[。！？!?；;…]|\.\s|\.{4}|[：:].{16}"
)  # or the dots of a table of contents, or a label with its text
_OPEN_END = "，,、：:.—-"
_COLON_FORMS = frozenset(
    {"dun", "paren", "hanpoint"}
)  # people put a colon after a heading of these
_DATE = lazy(
    r"[（(]?(?:19|20|二[〇○零0O])\S{0,4}年.{0,12}日|[（(]?\d{2,4}[-./]\d{1,2}[-./]\d{1,2}|\S{0,4}年\s*\S{0,2}月|[xX×]+年"
)
_NOT_BARE = lazy(
    r"[（(\[【{<〔\"'‘《—―–\-─·•*●■◆☆★▲|+=~@#$\\/&]|附\s*[件表录图]|图\s*\d|表\s*\d|注\s*\d|\d[\d,.:：%\s]*$"
)
_BARE_BAD = lazy(
    r"[。；;，,：:！!？?…|\t=<>_]|\.\s|\.$|https?:|〔\d+〕|\[\d{4}\]|^第?\d+[号页]$|\s{3,}|^第\S{1,6}条$"
)
_OFFICE = lazy(
    r"(?:局|厅|委员会|办公室|人民政府|总队|法院|检察院|公司|领导小组|委|部)$"
)  # a signature
_CONTENTS = ("table of contents", "contents")
_PAGE = lazy(r"[\s.．…·\-—（(]*\d*[）)]?$")
_LONGEST = 40
_BARE_COLUMNS = 50
_LATIN = lazy(r"[A-Z0-9][^.!?]*[A-Za-z0-9)]$")


class Unit(NamedTuple):
    """What the search for headings sees of a block."""

    text: str  # its content without marks; "" for what is no prose
    level: int = 0  # where its own marks make it a heading
    apart: bool = False  # a blank line stands before it
    single: bool = True  # one line, at the outer level
    bold: bool = False  # emphasis wraps the whole line
    solid: bool = True  # counts as content of a heading


class _Series:
    __slots__ = ("content", "form", "members")

    def __init__(self, form: str) -> None:
        self.form = form
        self.members: list[int] = []
        self.content: list[bool] = []

    def stand(self) -> bool:
        """Whether the members are headings rather than items."""
        count = len(self.members)
        if count == 1:
            return self.content[0] and (
                self.form in _STRONG or self.form[0] in "第." or self.form == "**"
            )
        filled = sum(self.content[:-1])
        return filled > 0 and filled * 2 >= count - 1


def form_of(text: str) -> str:
    """The form of the ordinal marker that `text` begins with, "" for none; `1.1` and `1.1.1` are two forms."""
    return _marked(text)[0]


def _marked(text: str) -> tuple[str, int]:
    """The form of the marker that `text` begins with, and where it ends; ("", 0) for none. Han numerals need no regex."""
    first = text[:1]
    if first in _HAN:
        end = len(text) - len(text.lstrip(_NUM))
        follows = text[end : end + 1]
        if follows == "、" and end <= 4:
            return "dun", end + 1
        return ("hanpoint", end + 1) if follows in _POINTS and end <= 3 else ("", 0)
    if first == "第":
        match = _PART.match(text)
        return ("第" + match[1], match.end()) if match else ("", 0)
    if first in _OPENING and text[1:2] in _HAN:
        end = len(text) - len(text[1:].lstrip(_NUM))
        return ("paren", end + 1) if text[end : end + 1] in _CLOSING and end <= 5 else ("", 0)
    match = (
        _LATER.match(text) if first in _OPENING or first in _LETTERS or first.isdigit() else None
    )
    if match is None:
        return "", 0
    kind = match.lastgroup or ""
    if kind == "dotted":
        kind = "." * (1 + match["dotted"].count(".") + match["dotted"].count("．"))
    return kind, match.end()


def numbered(text: str) -> str:
    """The form of a line that looks like a numbered heading; "" where it is none: too long, a sentence, or open at its end."""
    if len(text) > 2 * _LONGEST or width(text) > 2 * _LONGEST:
        return ""
    form, end = _marked(text)
    if not form or _SENTENCE.search(text, end):
        return ""
    rest = text[end:].strip()
    if not rest:
        return form if form[0] == "第" or form == "english" else ""
    if rest[-1] in "：:":
        return form if form in _COLON_FORMS and len(rest) <= 20 else ""
    return "" if rest[-1] in _OPEN_END else form


def is_bare(text: str) -> bool:
    """Whether `text` alone could be an unnumbered heading: short, no sentence, no date, no label."""
    if (
        not 2 <= len(text) <= 60
        or width(text) > _BARE_COLUMNS
        or _NOT_BARE.match(text)
        or _BARE_BAD.search(text)
    ):
        return False
    if (
        _DATE.match(text)
        or _OFFICE.search(text)
        or text.count("）") != text.count("（")
        or text[-1] == "”"
        and text[0] == "“"
    ):
        return False
    return has_han(text) or _LATIN.match(text) is not None


def levels(units: Sequence[Unit], bare: bool) -> dict[int, int]:
    """The level of every unit that is a heading though no mark says so. `bare`: look for unnumbered ones too."""
    skip = _contents(units)
    forms = [_form(unit) if index not in skip else "" for index, unit in enumerate(units)]
    own = {index for index, unit in enumerate(units) if unit.level}
    found = _bare(units, forms, skip) if bare else set()
    standing = _series(units, forms, own | found)
    return _ranks(units, forms, standing, found)


def _form(unit: Unit) -> str:
    if not unit.single or unit.level:
        return ""
    form = numbered(unit.text)
    if form or not unit.bold:
        return form
    return (
        "**"
        if width(unit.text) <= 60
        and unit.text[-1:] not in _OPEN_END
        and not _SENTENCE.search(unit.text)
        else ""
    )


def _series(units: Sequence[Unit], forms: list[str], fixed: set[int]) -> set[int]:
    """The numbered units that are headings, judged series by series; a heading that is sure closes all of them."""
    standing: set[int] = set()
    stack: list[_Series] = []

    def close(down_to: int) -> None:
        while len(stack) > down_to:
            series = stack.pop()
            if series.stand():
                standing.update(series.members)
            if stack:
                stack[-1].content[-1] = True

    for index, form in enumerate(forms):
        if index in fixed:
            close(0)
        elif form:
            depth = next((at for at, series in enumerate(stack) if series.form == form), -1)
            if depth < 0:
                stack.append(_Series(form))
            else:
                close(depth + 1)
            stack[-1].members.append(index)
            stack[-1].content.append(False)
        elif stack and units[index].solid:
            stack[-1].content[-1] = True
    close(0)
    return standing


def _ranks(
    units: Sequence[Unit], forms: list[str], standing: set[int], bare: set[int]
) -> dict[int, int]:
    """Levels by nesting: a form that is open keeps its level, a new one goes one deeper."""
    ranks: dict[int, int] = {}
    seen: dict[str, int] = {}
    stack: list[tuple[str, int]] = []
    for index, unit in enumerate(units):
        if unit.level or index in bare:
            level = unit.level or 1
            while stack and stack[-1][1] >= level:
                stack.pop()
            stack.append((form_of(unit.text), level))
            if not unit.level:
                ranks[index] = level
        elif index in standing:
            form = forms[index]
            while any(form == other for other, _ in stack) and stack[-1][0] != form:
                stack.pop()
            if stack and stack[-1][0] == form:
                level = stack[-1][1]
            else:
                level = stack[-1][1] + 1 if stack else 1
                if stack == [("", 1)] or not stack:
                    level = seen.get(form, level)
                    while stack and stack[-1][1] >= level:
                        stack.pop()
                stack.append((form, level))
            seen.setdefault(form, level)
            ranks[index] = level
    return ranks


def _contents(units: Sequence[Unit]) -> set[int]:
    """The units of a table of contents: from behind 目录 to where its first entry comes again."""
    skip: set[int] = set()
    for index, unit in enumerate(units):
        if len(unit.text) > 20 or not _is_contents(unit.text) or index + 2 >= len(units):
            continue
        first = _PAGE.sub("", units[index + 1].text[:200])
        for at in range(index + 2, min(index + 400, len(units))):
            if first and units[at].text[:200] == first:
                skip.update(range(index, at))
                break
    return skip


def _is_contents(text: str) -> bool:
    """Whether a line is 目录, 目次, with or without spaces between, or the English words."""
    if text[:1] == "目":
        return text[-1] in "录次" and not text[1:-1].strip()
    return text[:1] in "tTcC" and text.casefold() in _CONTENTS


def _bare(units: Sequence[Unit], forms: list[str], skip: set[int]) -> set[int]:
    """Unnumbered lines that stand as headings."""
    found: set[int] = set()
    airy = sum(unit.apart for unit in units) * 2 > len(
        units
    )  # a blank line after every paragraph says nothing
    for index, unit in enumerate(units[:-1]):
        if (
            unit.level
            or not unit.single
            or forms[index] not in ("", "**")
            or index in skip
            or not is_bare(unit.text)
        ):
            continue
        if form_of(unit.text):
            continue
        after = units[index + 1]
        if index == 0:
            if len(units) > 2 and (after.apart or is_bare(after.text) is False):
                found.add(index)
            continue
        before = units[index - 1]
        if (
            not (unit.apart and not airy)
            and is_bare(before.text)
            and not before.level
            and index - 1 not in found
        ):
            continue  # one of several short lines: cells of a table, names, a letterhead
        if _opens(unit, after, forms[index + 1]) and (
            len(unit.text) > 2 or unit.apart and not airy
        ):
            found.add(index)
    return found


def _opens(unit: Unit, after: Unit, form: str) -> bool:
    """Whether `after` is what a heading is followed by: a paragraph that is longer and ends as a sentence, or a numbered heading."""
    if form in ("dun", "paren") or form.startswith("第"):
        return True
    text = after.text
    return (
        width(text) >= 60
        and width(text) > 2 * width(unit.text)
        and (text[-1] in "。！？!?；;：:.”）)…" or width(text) > 160)
    )
