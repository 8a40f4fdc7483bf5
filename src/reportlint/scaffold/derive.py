"""Derivation of a report type from reports: what all of them share becomes required."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core import document as d
from reportlint.core.characters import CLAUSE_ENDS, NUMERALS
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
from reportlint.scaffold.align import NUMBERS, Part, align, in_one_order
from reportlint.scaffold.outlines import below, outlines
from reportlint.structure.language import language_of

DEEPEST = 3  # the deepest level of sections that is derived
LEAST_REPORTS = 3  # fewest reports with the same order of sections for the order to count
WITHIN = 3  # body paragraphs in which an opening or closing is searched
MOST_PHRASES = 4  # of an opening or closing
LONGEST_TEMPLATE = 600  # characters of a template's section that are kept
_TIME = re.compile(r"\d[:：时]\d|\d{4}-\d\d")
_CLAUSE_END = re.compile(rf"[{CLAUSE_ENDS}，,\n]+|\.(?:\s|$)")
# The characters of dates and numbers at the edges of a title.
_EDGE = " \t—–-_:：（）()[]【】0123456789年月日第期周."


class _Name(NamedTuple):
    """The common beginning and end of the titles of all reports."""

    begin: str
    end: str


class Derived(NamedTuple):
    """A report type, and the number of reports that have each section, by id."""

    type: ReportType
    seen: Mapping[str, int]


class _Source(NamedTuple):
    """A report, with the sections of one level."""

    reading: Reading
    sections: list[Section]  # the direct subsections of one section, or of the report


def derive(readings: Sequence[Reading], type_id: str) -> Derived:
    """The report type that all reports belong to. Each should have sections or at least a title."""
    of_reports = outlines(readings)
    sources = [
        _Source(reading, outline.sections)
        for reading, outline in zip(readings, of_reports, strict=True)
    ]
    titles = [outline.title for outline in of_reports]
    seen: dict[str, int] = {}
    present = [title for title in titles if title]
    common = _in_common(present)
    shown = f"{common.begin} {common.end}" if common.end.isascii() else "".join(common)
    name = shown.strip() or titles[0] or type_id
    many = len(readings) > 1
    report_type = ReportType(
        type_id,
        "",
        {language_of(name) or "en": name},
        recognise=_recognise(common, present),
        opening=_shared_end(readings, last=False) if many else None,
        sections=tuple(_specs(sources, seen, 1)),
        closing=_shared_end(readings, last=True) if many else None,
        ordered=_ordered(sources),
        frame=Frame(title=_frame_title(titles, common)),
    )
    return Derived(report_type, seen)


def _ordered(sources: Sequence[_Source]) -> bool:
    """Whether the type should require the order of the sections."""
    enough = len(sources) >= LEAST_REPORTS and len(sources[0].sections) > 1
    return enough and in_one_order([source.sections for source in sources])


def _in_common(titles: Sequence[str]) -> _Name:
    """The common beginning and end of all titles, without dates and numbers; "" if they are too
    short."""
    if not titles:
        return _Name("", "")
    end = _common_end(titles)
    if len(set(titles)) == 1:
        return _Name("", end)
    plain = [title.strip(_EDGE) for title in titles]
    if len(set(plain)) == 1:  # only the surroundings differ: 工作日志（3月）, 2026年工作日志
        first = all(title.startswith(plain[0]) for title in titles)
        return _Name(plain[0], "") if first else _Name("", plain[0])
    begin = _common_prefix([title.lstrip(_EDGE) for title in titles]).rstrip(_EDGE)
    if any(len(begin) + len(end) > len(title) for title in plain):
        begin = ""  # it overlaps with the end
    return _Name(begin if _says_enough(begin) else "", end if _says_enough(end) else "")


def _common_end(titles: Sequence[str]) -> str:
    """The common end of all titles, after its last date, number or bracket."""
    end = _common_prefix([title.rstrip(_EDGE)[::-1] for title in titles])[::-1]
    return re.sub(
        r"^(?:.*[\d（）()\[\]【】:：_])?[ ，,的–—-]*(?:[周月日年期](?=[周月日年]))?", "", end
    )


def _common_prefix(texts: Sequence[str]) -> str:
    """The common beginning of all texts, without a partial Latin word."""
    prefix = texts[0]
    for text in texts[1:]:
        while not text.startswith(prefix):
            prefix = prefix[:-1]
    following = [text[len(prefix) : len(prefix) + 1] for text in texts]
    cuts_a_word = any(char.isalpha() and char.isascii() for char in following)
    return prefix.rpartition(" ")[0] if cuts_a_word and prefix.isascii() else prefix


def _says_enough(text: str) -> bool:
    return len(text) >= (4 if text.isascii() else 2)


def _recognise(common: _Name, titles: Sequence[str]) -> Recognise:
    """Rules to recognise the type by title: by the common beginning and end, else by each of the
    titles."""
    if common.begin:
        end = f".*{_escaped(common.end)}" if common.end else ""
        return Recognise(title=Phrases((), (f"^{_escaped(common.begin)}{end}",)))
    return Recognise(title=Phrases((common.end,) if common.end else tuple(dict.fromkeys(titles))))


def _escaped(text: str) -> str:
    return re.sub(r"([\\.^$*+?()\[\]{}|])", r"\\\1", text)


def _frame_title(titles: Sequence[str], common: _Name) -> str:
    """The title of a new report: the common parts, with a blank between them. "" if the name of the
    type is the title."""
    first = titles[0]
    if len(set(titles)) == 1 or not first:
        return "" if first == common.end else first
    if first.isascii():
        return f"{common.begin} {{{{title}}}} {common.end}".strip()
    return f"{common.begin}{{{{标题}}}}{common.end}"


def _specs(
    sources: Sequence[_Source], seen: dict[str, int], depth: int, within: str = "section"
) -> Iterator[SectionSpec]:
    """The section specs of a type, derived from the sections of `sources`.

    `seen` receives the number of sources that have each section, by id; `within` is the prefix of
    generated ids.
    """
    for number, part in enumerate(align([source.sections for source in sources]), 1):
        everywhere = all(
            index in part.by_report
            for index, source in enumerate(sources)
            if source.sections or depth == 1
        )
        if depth > 1 and not (everywhere and all(source.sections for source in sources)):
            continue  # below the first level, only sections that all reports have
        yield _spec(sources, part, seen, depth, f"{within}-{number}", everywhere=everywhere)


def _spec(
    sources: Sequence[_Source],
    part: Part,
    seen: dict[str, int],
    depth: int,
    made_up_id: str,
    *,
    everywhere: bool,
) -> SectionSpec:
    """The section spec for the sections of one part."""
    title, aliases, regexes = _names([_HASHES.sub("", title) for title in part.titles])
    spec_id = _id(title, made_up_id, seen)
    seen[spec_id] = len(part.by_report)
    firsts = [(sources[index].reading, of_report[0]) for index, of_report in part.by_report.items()]
    inner: tuple[SectionSpec, ...] = ()
    inside = [_Source(reading, _inside(reading, section)) for reading, section in firsts]
    if depth < DEEPEST and all(source.sections for source in inside):
        inner = tuple(_specs(inside, seen, depth + 1, spec_id))
    return SectionSpec(
        spec_id,
        title,
        Phrases((title, *aliases), tuple(regexes)),
        demand=REQUIRED if everywhere else OPTIONAL,
        write="" if inner else _write(firsts, title),
        sections=inner,
        many=any(len(sections) > 1 for sections in part.by_report.values()),
    )


def _inside(reading: Reading, section: Section) -> list[Section]:
    return below(reading, list(reading.sections).index(section))


_HASHES = re.compile(r"^[#＃\s]+(?=\S)")  # a heading mark written twice: ## # Risks


def _names(titles: Sequence[str]) -> tuple[str, list[str], list[str]]:
    """Title, aliases and regexes of a section; titles that differ only in numbers become one
    regex."""
    without_numbers = {NUMBERS.sub("#", title) for title in titles}
    if len(titles) > 1 and len(without_numbers) == 1 and "#" in next(iter(without_numbers)):
        pattern = _escaped(NUMBERS.sub("#", titles[0]))
        return titles[0], [], ["^" + pattern.replace("#", rf"[\d{NUMERALS}]+") + "$"]
    return titles[0], list(titles[1:]), []


def _id(title: str, made_up: str, taken: Container[str]) -> str:
    """An id from a title in ASCII letters, else `made_up`, made different from the ids in
    `taken`."""
    letters = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") if title.isascii() else ""
    spec_id = letters if letters[:1].isalpha() else made_up
    while spec_id in taken:
        spec_id += "-more"
    return spec_id


def _write(sections: Sequence[tuple[Reading, Section]], title: str) -> str:
    """The text for this section in a new report: that of the template, if the only report is one,
    else a blank named like the section."""
    reading, section = sections[0]
    text = reading.document.text[section.heading.end : section.span.end].strip()
    is_template = "{{" in text and len(text) <= LONGEST_TEMPLATE and "\n#" not in text
    return text if len(sections) == 1 and is_template else "{{" + title + "}}"


def _shared_end(readings: Sequence[Reading], *, last: bool) -> Placement | None:
    """The phrases that all reports have in their first or last paragraph; if there are none, in the
    first or last two. None if those have none either."""
    group_id = "closing" if last else "opening"
    for paragraphs in (1, 2):
        clauses = [_clauses(reading, last=last, paragraphs=paragraphs) for reading in readings]
        placement = _placement(clauses, group_id)
        if placement is not None:
            return placement
    return None


def _clauses(reading: Reading, *, last: bool, paragraphs: int) -> list[str]:
    """The clauses of the first paragraphs before any section, or of the last paragraphs."""
    body = list(reading.body)
    text = reading.document.text
    if not last and reading.sections:
        body = [block for block in body if block.span.start < reading.sections[0].span.start]
    # list entries, as of a table of contents or a timeline, are no opening or closing
    body = [block for block in body if block.kind != d.ITEM and not block.depth]
    blocks = body[-paragraphs:] if last else body[:paragraphs]
    return [part.strip() for block in blocks for part in _CLAUSE_END.split(block.content.cut(text))]


def _placement(clauses: Sequence[list[str]], group_id: str) -> Placement | None:
    """The opening or closing made of the phrases that all reports share; None if there are none."""
    shared = set(clauses[0]).intersection(*clauses[1:])
    phrases = sorted(filter(_is_phrase, shared), key=clauses[0].index)[:MOST_PHRASES]
    if not phrases:
        return None
    write = phrases[0] + ("." if phrases[0].isascii() else "。")
    return Placement(WITHIN, (Group(group_id, Phrases(tuple(phrases))),), write)


def _is_phrase(clause: str) -> bool:
    """Whether a clause is a standard phrase: long enough, and no blank, link, anchor or time."""
    if "{" in clause or "](" in clause or clause.startswith(("[", "#", "<")):
        return False
    least = 8 if clause.isascii() else 4
    return len(clause) >= least and any(map(str.isalpha, clause)) and not _TIME.search(clause)
