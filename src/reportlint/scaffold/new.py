"""A report type → a new report of it, made of the type's own sections: there is no second template
text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.report_type import OPTIONAL, Placement, ReportType, SectionSpec
from reportlint.core.text import pick
from reportlint.ordinals.numerals import chinese
from reportlint.structure.language import language_of

MARKDOWN, PLAIN = "md", "txt"
FORMATS = (MARKDOWN, PLAIN)
_BLANK = re.compile(r"\{\{\s*([^{}\n]+?)\s*\}\}")
_LEVELS_ZH = ("{zh}、", "（{zh}）", "{n}.", "（{n}）")  # GB/T 9704-2012


class Draft(NamedTuple):
    """A new report."""

    text: str
    missing: tuple[str, ...]  # blanks that no value was given for, in the order of the text


def blanks(report_type: ReportType) -> tuple[str, ...]:
    """The names of the blanks in a new report of the type, in the order of the text."""
    return tuple(dict.fromkeys(_BLANK.findall(draft(report_type, {}, MARKDOWN).text)))


def draft(report_type: ReportType, values: Mapping[str, str], form: str) -> Draft:
    """A new report in the format `form`, with `values` in the blanks of these names; the others
    stay as `{{name}}`."""
    text = "\n\n".join(_paragraphs(report_type, form)) + "\n"
    missing: list[str] = []

    def fill(match: re.Match[str]) -> str:
        name = match[1]
        if name in values:
            return values[name].strip()
        missing.append(name)
        return "{{" + name + "}}"

    return Draft(_BLANK.sub(fill, text), tuple(dict.fromkeys(missing)))


def written_in(report_type: ReportType) -> str:
    """The language that a type is written in: "zh" or "en", as its titles say."""
    frame, names = report_type.frame, report_type.name
    texts = [frame.title, frame.body, *(spec.title for spec in report_type.sections)]
    texts += [_write(report_type.opening), _write(report_type.closing)]
    by_name = "zh" if "zh" in names and "en" not in names else "en"
    return language_of("".join(texts)) or by_name


def _paragraphs(report_type: ReportType, form: str) -> Iterator[str]:
    language = written_in(report_type)
    title = report_type.frame.title or pick(report_type.name, language)
    yield f"# {title}" if form == MARKDOWN else title
    for text in (report_type.frame.addressee, _write(report_type.opening), report_type.frame.body):
        yield from _split(text)
    yield from _sections(report_type.sections, form, language, 1)
    yield from _split(_write(report_type.closing))
    yield from _split(report_type.frame.signature)


def _write(placement: Placement | None) -> str:
    return placement.write if placement else ""


def _split(text: str) -> Iterator[str]:
    """The paragraphs of a text; a single line break stays."""
    yield from (part.strip("\n") for part in text.split("\n\n") if part.strip())


def _sections(specs: Sequence[SectionSpec], form: str, language: str, level: int) -> Iterator[str]:
    number = 0
    for spec in specs:
        if spec.demand == OPTIONAL and not spec.write:
            continue
        number += 1
        yield _heading(spec.title, form, language, level, number)
        if spec.write or not spec.sections:
            yield from _split(spec.write or _blank_of(spec, language))
        yield from _sections(spec.sections, form, language, level + 1)


def _blank_of(spec: SectionSpec, language: str) -> str:
    """A blank for a section that says nothing about what to write; a list of blanks where it is to
    be one."""
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


def _heading(title: str, form: str, language: str, level: int, number: int) -> str:
    if language == "zh":
        numeral = chinese(number)[0]
        marker = _LEVELS_ZH[min(level, len(_LEVELS_ZH)) - 1].format(zh=numeral, n=number)
    else:
        marker = "" if form == MARKDOWN else f"{number}. "
    return ("#" * (level + 1) + " " if form == MARKDOWN else "") + marker + title
