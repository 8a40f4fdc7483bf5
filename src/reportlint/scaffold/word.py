"""A report type → a new report of it as a Word document."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.report_type import ReportType
from reportlint.docx import writer
from reportlint.scaffold import new

_KINDS = {
    new.TITLE: writer.TITLE,
    new.HEADING: writer.HEADING,
    new.NUMBER: writer.NUMBER,
    new.ADDRESSEE: writer.ADDRESSEE,
    new.TEXT: writer.TEXT,
    new.SIGNATURE: writer.SIGNATURE,
}


class WordDraft(NamedTuple):
    """A new report as a Word document."""

    data: bytes
    missing: tuple[str, ...]  # blanks without a value, in the order of the text


def word_draft(report_type: ReportType, values: Mapping[str, str]) -> WordDraft:
    """A new report with `values` in the blanks of these names; the other blanks are content
    controls."""
    filled, missing = new.fill_blanks(new.paragraphs(report_type), values)
    written = [
        writer.NewParagraph(paragraph.text, _KINDS[paragraph.kind], paragraph.level)
        for paragraph in filled
    ]
    return WordDraft(writer.write(written, new.written_in(report_type)), missing)
