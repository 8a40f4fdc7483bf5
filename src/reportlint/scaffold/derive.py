"""Reports → the report type that all of them are of: what they have in common is required."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core import document as d
from reportlint.core.reading import Reading, Section
from reportlint.core.report_type import (
    OPTIONAL,
    REQUIRED,
    Frame,
    Group,
    Phrases,
    Placement,
    Recognise,
    ReportType,
    SectionSpec,
)
from reportlint.structure.titles import normal
from reportlint.text.language import language_of

_ALIKE = 0.5  # how like two titles must be to be taken for variants of one
_DEPTH = 3  # levels of sections that are looked at
_ENOUGH = 3  # reports whose sections stand in one order, for that to be no accident
_WITHIN = 3  # body paragraphs in which an opening or closing is sought
_MOST_PHRASES = 4
_CLAUSE = re.compile(r"[。！？!?；;，,：:\n]+|\.(?:\s|$)")
_DIGITS = re.compile(r"\d+|[一二三四五六七八九十]+(?=[月周期季日])")
_EDGE = " \t—–-_:：（）()[]【】0123456789年月日第期周."


class _Kind(NamedTuple):
    """Sections of several reports that play one part."""

    titles: list[str]  # the first is the one met first
    at: dict[int, list[Section]]  # by report


def derive(readings: Sequence[Reading], own: str) -> ReportType:
    """The type, with the id `own`, of the reports. Each must be a text with sections or at least a title to tell anything."""
    tops = [_children(reading, -1) for reading in readings]
    titles = [_title(reading) for reading in readings]
    begins, ends = _shared([title for title in titles if title])
    name = (f"{begins} {ends}" if ends.isascii() else begins + ends).strip() or titles[0] or own
    many = len(readings) > 1
    return ReportType(
        own,
        "",
        {language_of(name) or "en": name},
        recognise=_recognise(begins, ends, [title for title in titles if title]),
        opening=_shared_end(readings, last=False) if many else None,
        sections=tuple(_specs(readings, tops, set(), 1)),
        closing=_shared_end(readings, last=True) if many else None,
        ordered=len(readings) >= _ENOUGH and len(tops[0]) > 1 and _in_order(tops),
        frame=Frame(title=_frame_title(titles, begins, ends)),
    )


def _children(reading: Reading, parent: int) -> list[Section]:
    blocks = reading.document.blocks
    return [
        one for one in reading.sections if one.parent == parent and blocks[one.block].role == d.BODY
    ]


def _title(reading: Reading) -> str:
    found = (
        block.content.cut(reading.document.text)
        for block in reading.document.blocks
        if block.role == d.TITLE
    )
    return " ".join(" ".join(found).split())


def _shared(titles: Sequence[str]) -> tuple[str, str]:
    """What all titles begin with and what they end in, without dates and numbers; "" for what tells nothing."""
    if not titles:
        return "", ""
    ends = _common([title.rstrip(_EDGE)[::-1] for title in titles])[::-1]
    ends = re.sub(
        r"^(?:.*[\d（）()\[\]【】:：_])?[ ，,的–—-]*(?:[周月日年期](?=[周月日年]))?", "", ends
    )
    if len(set(titles)) == 1:
        return "", ends
    begins = _common([title.lstrip(_EDGE) for title in titles]).rstrip(_EDGE)
    return (begins if _tells(begins) else ""), (ends if _tells(ends) else "")


def _recognise(begins: str, ends: str, titles: Sequence[str]) -> Recognise:
    """By what all titles begin with and end in, as far as they do; else by each of them."""
    if begins:
        return Recognise(
            title=Phrases((), (f"^{_escaped(begins)}" + (f".*{_escaped(ends)}" if ends else ""),))
        )
    return Recognise(title=Phrases((ends,) if ends else tuple(dict.fromkeys(titles))))


def _common(texts: Sequence[str]) -> str:
    """What all texts begin with; Latin words are not cut."""
    shared = texts[0]
    for text in texts[1:]:
        while not text.startswith(shared):
            shared = shared[:-1]
    whole = all(
        not text[len(shared) : len(shared) + 1].isalpha()
        or not text[len(shared) : len(shared) + 1].isascii()
        for text in texts
    )
    return shared if whole or not shared.isascii() else shared.rpartition(" ")[0]


def _tells(text: str) -> bool:
    return len(text) >= (4 if text.isascii() else 2)


def _escaped(text: str) -> str:
    return re.sub(r"([\\.^$*+?()\[\]{}|])", r"\\\1", text)


def _frame_title(titles: Sequence[str], begins: str, ends: str) -> str:
    """The title of a new report: what all have in common, with a blank where they differ."""
    if len(set(titles)) == 1 or not titles[0]:
        return "" if not titles[0] or titles[0] == ends else titles[0]
    latin = titles[0].isascii()
    return f"{begins} {{{{title}}}} {ends}".strip() if latin else f"{begins}{{{{标题}}}}{ends}"


def _specs(
    readings: Sequence[Reading],
    groups: Sequence[list[Section]],
    taken: set[str],
    depth: int,
    within: str = "",
) -> Iterator[SectionSpec]:
    for number, kind in enumerate(_kinds(groups), 1):
        present = [i for i, sections in enumerate(groups) if sections or depth == 1]
        everywhere = all(i in kind.at for i in present)
        if depth > 1 and not (everywhere and len(present) == len(groups)):
            continue  # deeper down only what all have is worth a word
        title, aliases, regex = _names(kind.titles)
        own = _id(title, f"{within}-{number}" if within else f"section-{number}", taken)
        below = [_below(readings[i], sections[0]) for i, sections in kind.at.items()]
        inner: tuple[SectionSpec, ...] = ()
        if depth < _DEPTH and all(below):
            inner = tuple(_specs([readings[i] for i in kind.at], below, taken, depth + 1, own))
        yield SectionSpec(
            own,
            title,
            Phrases((title, *aliases), tuple(regex)),
            demand=REQUIRED if everywhere else OPTIONAL,
            write=""
            if inner
            else _write([(readings[i], sections[0]) for i, sections in kind.at.items()], title),
            sections=inner,
            many=any(len(sections) > 1 for sections in kind.at.values()),
        )


def _below(reading: Reading, section: Section) -> list[Section]:
    return _children(reading, list(reading.sections).index(section))


def _kinds(groups: Sequence[list[Section]]) -> list[_Kind]:
    """The sections of all reports, those that play one part put together, in the order in which they are to stand."""
    found: list[_Kind] = []
    for report, sections in enumerate(groups):
        last = -1
        for section in sections:
            at = _exact(section.title, found)
            if at < 0:
                others = {normal(one.title) for one in sections}
                at = _like(section.title, found, report, others)
            if at < 0:
                at = last + 1
                found.insert(at, _Kind([], {}))
            kind = found[at]
            if normal(section.title) not in map(normal, kind.titles):
                kind.titles.append(section.title)
            kind.at.setdefault(report, []).append(section)
            last = at
    return found


def _exact(title: str, kinds: Sequence[_Kind]) -> int:
    return next(
        (i for i, kind in enumerate(kinds) if normal(title) in map(normal, kind.titles)), -1
    )


def _like(title: str, kinds: Sequence[_Kind], report: int, others: Iterable[str]) -> int:
    """The kind whose title is most like `title` and that this report has no section of by its very title; -1 is none."""
    best, place = _ALIKE, -1
    for i, kind in enumerate(kinds):
        if report in kind.at or any(normal(one) in others for one in kind.titles):
            continue
        likeness = max(_likeness(_plain(title), _plain(one)) for one in kind.titles)
        if likeness > best:
            best, place = likeness, i
    return place


def _likeness(one: str, other: str) -> float:
    """How like two titles are, from 0 to 1: by their characters in order, or by what they are made of in any order."""
    in_order = SequenceMatcher(None, one, other, autojunk=False).ratio()
    pieces, others = (set(text.split() if text.isascii() else text) for text in (one, other))
    return max(in_order, 2 * len(pieces & others) / (len(pieces) + len(others)) - 0.1)


def _plain(title: str) -> str:
    return _DIGITS.sub("", normal(title)) or normal(title)


def _names(titles: Sequence[str]) -> tuple[str, list[str], list[str]]:
    """Title, aliases and regexes: titles that differ in numbers alone become one regex."""
    numbered = {_DIGITS.sub("#", title) for title in titles}
    if len(titles) > 1 and len(numbered) == 1 and "#" in next(iter(numbered)):
        pattern = _DIGITS.sub("#", titles[0])
        return (
            titles[0],
            [],
            ["^" + _escaped(pattern).replace("#", r"[\d一二三四五六七八九十]+") + "$"],
        )
    return titles[0], list(titles[1:]), []


def _id(title: str, otherwise: str, taken: set[str]) -> str:
    """An id of the title's Latin letters, else `otherwise`."""
    own = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") if title.isascii() else ""
    own = own if own[:1].isalpha() else otherwise
    while own in taken:
        own += "-more"
    taken.add(own)
    return own


def _write(sections: Sequence[tuple[Reading, Section]], title: str) -> str:
    """What a template has in this section where it is one; else a blank of the section's name."""
    reading, section = sections[0]
    text = reading.document.text[section.heading.end : section.span.end].strip()
    if len(sections) == 1 and "{{" in text and len(text) <= 600 and "\n#" not in text:
        return text
    return "{{" + title + "}}"


def _in_order(groups: Sequence[list[Section]]) -> bool:
    """Whether no two sections stand in another order in another report."""
    kinds = _kinds(groups)
    for report in range(len(groups)):
        starts = [kind.at[report][0].span.start for kind in kinds if report in kind.at]
        if starts != sorted(starts):
            return False
    return True


def _shared_end(readings: Sequence[Reading], *, last: bool) -> Placement | None:
    """What all reports say in their first paragraph, or last; where that is nothing, in the one next to it too."""
    own = "closing" if last else "opening"
    for many in (1, 2):
        found = _placement([_ends(reading, last=last, many=many) for reading in readings], own)
        if found is not None:
            return found
    return None


def _ends(reading: Reading, *, last: bool, many: int) -> list[str]:
    """The clauses of the first `many` paragraphs before any section, or of the last ones."""
    body = list(reading.body)
    text = reading.document.text
    if not last and reading.sections:
        body = [block for block in body if block.span.start < reading.sections[0].span.start]
    blocks = body[-many:] if last else body[:many]
    return [clause.strip() for block in blocks for clause in _CLAUSE.split(block.content.cut(text))]


def _placement(ends: Sequence[list[str]], own: str) -> Placement | None:
    """The clauses that all reports have there; the longest are the most telling."""
    shared = set(ends[0]).intersection(*ends[1:])
    telling = sorted(
        (one for one in shared if len(one) >= (8 if one.isascii() else 4) and "{" not in one),
        key=ends[0].index,
    )
    if not telling:
        return None
    phrases = tuple(telling[:_MOST_PHRASES])
    written = "".join(f"{one}{'. ' if one.isascii() else '。'}" for one in phrases[:1]).strip()
    return Placement(_WITHIN, (Group(own, Phrases(phrases)),), written)
