"""A report type → a new report, made from the type's own sections; there is no separate
template."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.report_type import BLANK, OPTIONAL, Placement, ReportType, SectionSpec
from reportlint.core.text import pick
from reportlint.ordinals.numerals import chinese
from reportlint.structure.language import language_of

MARKDOWN, PLAIN = "md", "txt"
FORMATS = (MARKDOWN, PLAIN)

# Kinds of paragraphs in a new report.
TITLE = "title"
HEADING = "heading"
NUMBER = "number"
ADDRESSEE = "addressee"
TEXT = "text"
SIGNATURE = "signature"
_UNFIT = r'[\\/:*?"<>|\x00-\x1f]+'  # not allowed in a file name
_LEVELS_ZH = ("{zh}、", "（{zh}）", "{n}.", "（{n}）")  # GB/T 9704-2012


class Paragraph(NamedTuple):
    """A paragraph; the text of a heading is without its number."""

    text: str
    kind: str = TEXT
    level: int = 0  # of a heading, from 1
    number: int = 0  # of a heading, among its siblings


class DraftFile(NamedTuple):
    """A file beside a new report."""

    name: str  # path relative to the report's folder, with /
    text: str


class Draft(NamedTuple):
    """A new report as text."""

    text: str
    missing: tuple[str, ...]  # blanks without a value, in the order of the text


def blanks(report_type: ReportType) -> tuple[str, ...]:
    """The names of the blanks in a new report of the type, in the order of the text."""
    return tuple(dict.fromkeys(BLANK.findall(draft(report_type, {}, MARKDOWN).text)))


def draft(report_type: ReportType, values: Mapping[str, str], form: str) -> Draft:
    """A new report in the format `form`, with `values` in the blanks of these names; the others
    remain as `{{name}}`."""
    language = written_in(report_type)
    filled, missing = fill_blanks(paragraphs(report_type), values)
    lines = (line_of(paragraph, form, language) for paragraph in filled)
    return Draft("\n\n".join(lines) + "\n", missing)


def fill_blanks(
    template: Iterable[Paragraph], values: Mapping[str, str]
) -> tuple[list[Paragraph], tuple[str, ...]]:
    """The paragraphs of a template with `values` in their blanks, and the names of the remaining
    blanks."""
    missing: dict[str, None] = {}

    def fill(match: re.Match[str]) -> str:
        name = match[1]
        if name in values:
            return values[name].strip()
        missing[name] = None
        return "{{" + name + "}}"

    filled = [paragraph._replace(text=BLANK.sub(fill, paragraph.text)) for paragraph in template]
    return filled, tuple(missing)


def files_beside(report_type: ReportType, values: Mapping[str, str]) -> list[DraftFile]:
    """The files beside a new report of the type, with `values` in the blanks of these names. A
    value creates no folders: characters that a file name cannot contain become `-`."""

    def fill(text: str, unfit: str = "") -> str:
        def value(match: re.Match[str]) -> str:
            text = values.get(match[1], match[0]).strip()
            return re.sub(unfit, "-", text).strip(". ") if unfit else text

        return BLANK.sub(value, text)

    return [
        DraftFile(fill(file.name, _UNFIT), fill(file.write).rstrip("\n") + "\n")
        for file in report_type.files
    ]


def written_in(report_type: ReportType) -> str:
    """The language of a type, "zh" or "en": by its texts, else by its name."""
    frame, names = report_type.frame, report_type.name
    texts = [frame.title, frame.body, *(spec.title for spec in report_type.sections)]
    texts += [_write(report_type.opening), _write(report_type.closing)]
    by_name = "zh" if "zh" in names and "en" not in names else "en"
    return language_of("".join(texts)) or by_name


def paragraphs(report_type: ReportType) -> Iterator[Paragraph]:
    """The paragraphs of a new report of the type, with its blanks as `{{name}}`."""
    language, frame = written_in(report_type), report_type.frame
    yield from _split(frame.letterhead, ADDRESSEE)
    yield Paragraph(frame.title or pick(report_type.name, language), TITLE)
    yield from _split(frame.number, NUMBER)
    yield from _split(frame.addressee, ADDRESSEE)
    for text in (_write(report_type.opening), frame.body):
        yield from _split(text)
    yield from _sections(report_type.sections, language, 1)
    yield from _split(_write(report_type.closing))
    yield from _split(frame.signature, SIGNATURE)


def line_of(paragraph: Paragraph, form: str, language: str) -> str:
    """A paragraph as Markdown or plain text."""
    if paragraph.kind == TITLE:
        return f"# {paragraph.text}" if form == MARKDOWN else paragraph.text
    return _heading(paragraph, form, language) if paragraph.kind == HEADING else paragraph.text


def _write(placement: Placement | None) -> str:
    return placement.write if placement else ""


def _split(text: str, kind: str = TEXT) -> Iterator[Paragraph]:
    """The paragraphs of a text, split at empty lines."""
    yield from (Paragraph(part.strip("\n"), kind) for part in text.split("\n\n") if part.strip())


def _sections(specs: Sequence[SectionSpec], language: str, level: int) -> Iterator[Paragraph]:
    number = 0
    for spec in specs:
        if spec.demand == OPTIONAL and not spec.write:
            continue
        number += 1
        yield Paragraph(spec.title, HEADING, level, number)
        yield from under(spec, language, level)


def under(spec: SectionSpec, language: str, level: int) -> Iterator[Paragraph]:
    """The paragraphs below the heading of a section of that level in a new report."""
    if spec.write or not spec.sections:
        yield from _split(spec.write or _blank_of(spec, language))
    yield from _sections(spec.sections, language, level + 1)


def _blank_of(spec: SectionSpec, language: str) -> str:
    """A blank for a section without a text of its own; a list of blanks if the section must be a
    list."""
    if spec.list is None or not spec.list.min:
        return "{{" + spec.title + "}}"
    marker = spec.list.style
    items = [
        _next_marker(marker, number) + "{{" + f"{spec.title} {number}" + "}}"
        for number in range(1, spec.list.min + 1)
    ]
    return "\n".join(item + "。" for item in items) if language == "zh" else "\n".join(items)


def _next_marker(first: str, number: int) -> str:
    """The marker of item `number` of a list whose first marker is `first`: 一是 → 三是, 1. → 3."""
    if "一" in first:
        return first.replace("一", chinese(number)[0], 1)
    return first.replace("1", str(number), 1)


def _heading(paragraph: Paragraph, form: str, language: str) -> str:
    if language == "zh":
        numeral = chinese(paragraph.number)[0]
        marker = _LEVELS_ZH[min(paragraph.level, len(_LEVELS_ZH)) - 1].format(
            zh=numeral, n=paragraph.number
        )
    else:
        marker = "" if form == MARKDOWN else f"{paragraph.number}. "
    return ("#" * (paragraph.level + 1) + " " if form == MARKDOWN else "") + marker + paragraph.text
