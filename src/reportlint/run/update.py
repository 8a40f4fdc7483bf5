"""An existing report → the same report with the sections that its type demands and it lacks, and nothing else changed."""

from __future__ import annotations

import os

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.diagnostic import Edit, apply
from reportlint.core.errors import Problem, UserError
from reportlint.core.reading import Section
from reportlint.core.report_type import REQUIRED, ReportType
from reportlint.core.request import Settings
from reportlint.core.span import Span
from reportlint.core.text import Text, pick
from reportlint.core.word import is_word
from reportlint.files.atomic import WriteError, replace
from reportlint.files.sources import Source, SourceError, read
from reportlint.files.splice import UnwritableError, splice
from reportlint.kinds.section import place_of, without_closing
from reportlint.kinds.section_demands import Level, levels
from reportlint.run.file import read_source
from reportlint.run.setup import Setups
from reportlint.scaffold.new import MARKDOWN, PLAIN
from reportlint.scaffold.update import Neighbour, section_text
from reportlint.structure.reading import DocumentReading

_FORMS = {".md": MARKDOWN, ".markdown": MARKDOWN, ".txt": PLAIN}


class Updated(NamedTuple):
    """What an update would make of a report; nothing is written yet."""

    source: Source
    new: str
    data: bytes
    type: Text  # what people call its type
    added: tuple[str, ...]  # the titles of the sections that it lacked


def update(path: str, type_id: str, settings: Settings) -> Updated:
    """The report at `path` with the sections that it lacks; `type_id` is "" where it tells its type itself.

    Raises UserError for a file that cannot be read or updated, and for one of no known type.
    """
    form = _form(path)
    try:
        source = read(path)
    except SourceError as error:
        raise UserError([Problem(error.reason, path)]) from error
    reading, of = _read(source, type_id, settings)
    text = reading.document.text
    edits, added = insertions(reading, of, form)
    new, data = text, source.data
    if edits:
        new = apply(text, edits)
        try:
            data = splice(source, [edits], new)
        except UnwritableError as error:
            said = Text(
                "文件的编码写不出要补的章节", "its encoding has not the characters of the sections"
            )
            raise UserError([Problem(said, path)]) from error
    name = Text(pick(of.name, "zh"), pick(of.name, "en"))
    return Updated(source, new, data, name, added)


def insertions(
    reading: DocumentReading, of: ReportType, form: str
) -> tuple[list[Edit], tuple[str, ...]]:
    """What is to be put in, in order and apart, and the titles of the sections that are missing."""
    edits: list[Edit] = []
    added: list[str] = []
    for level in levels(reading):
        for at, spec in enumerate(level.specs):
            if level.sections[at] is None and spec.demand == REQUIRED:
                edits.append(_insertion(reading, of, level, at, form))
                added.append(spec.title)
    edits.sort(key=lambda edit: edit.span.start)
    return _joined(edits), tuple(added)


def write(updated: Updated) -> None:
    """Put the new text in place of the old one, unless the file has changed since. Raises UserError."""
    try:
        replace(updated.source.path, updated.source.data, updated.data)
    except WriteError as error:
        raise UserError([Problem(error.reason, updated.source.path)]) from error


def _form(path: str) -> str:
    ending = os.path.splitext(path)[1].lower()
    if is_word(path):
        said = Text(
            "Word 文档从不改动：请用 reportlint check 看缺哪些章节",
            "Word documents are never changed: reportlint check tells what it lacks",
        )
        raise UserError([Problem(said, path)])
    if ending not in _FORMS:
        said = Text("只能更新 .md 和 .txt", "only .md and .txt can be updated")
        raise UserError([Problem(said, path)])
    return _FORMS[ending]


def _read(source: Source, type_id: str, settings: Settings) -> tuple[DocumentReading, ReportType]:
    if type_id:
        settings = settings._replace(type=type_id)
    setup, where = Setups(settings).at(source.path)
    reading = read_source(source, where, setup, setup.resolver.file(where), settings)
    if reading.type is None:
        said = Text(
            "认不出是什么文种：reportlint new 文种 --update 文件",
            "it is of no known type: reportlint new TYPE --update FILE",
        )
        raise UserError([Problem(said, source.path)])
    return reading, reading.type


def _insertion(reading: DocumentReading, of: ReportType, level: Level, at: int, form: str) -> Edit:
    """The missing section of spec `at`: before the section that is to follow it, else behind what is to precede it."""
    text, index = reading.document.text, reading.document.index
    end = "\r\n" if "\r\n" in text else "\n"
    before, behind = level.before(at), level.behind(at)
    near = before or behind
    depth = level.parent.level + 1 if level.parent else 1
    line = _line(reading, near) if near else ""
    beside = Neighbour(line, before is not None, behind is None and _is_next(level, at))
    made = section_text(level.specs[at], of, depth, form, beside, end)
    if behind is not None:
        start = index.line(index.line_of(behind.heading.start))[0]
        return Edit(Span(start, start), made + end * 2)
    if near is None and level.parent is None and reading.body:
        place = Span(without_closing(reading, reading.body[-1].content.end) - 1, len(text))
    else:
        place = place_of(reading, level, at)
    stop = index.line(index.line_of(place.start))[1]
    stop = len(text[:stop].rstrip("\r\n")) if text[:stop].endswith(("\r", "\n")) else stop
    return Edit(Span(stop, stop), end * 2 + made)


def _is_next(level: Level, at: int) -> bool:
    """Whether no other missing section is put between this and the last that is there."""
    lacking = (
        number
        for number, spec in enumerate(level.specs)
        if level.sections[number] is None and spec.demand == REQUIRED
    )
    standing = max(level.standing, default=-1)
    return next((number for number in lacking if number > standing), -1) == at


def _line(reading: DocumentReading, section: Section) -> str:
    index = reading.document.index
    start, stop = index.line(index.line_of(section.heading.start))
    return reading.document.text[start:stop]


def _joined(edits: list[Edit]) -> list[Edit]:
    """Insertions at one place as one, in their order."""
    joined: list[Edit] = []
    for edit in edits:
        if joined and joined[-1].span == edit.span:
            joined[-1] = Edit(edit.span, joined[-1].text + edit.text)
        else:
            joined.append(edit)
    return joined
