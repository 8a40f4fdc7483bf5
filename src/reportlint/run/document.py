"""A source → its parsed Document."""

from __future__ import annotations

from reportlint.core.document import Document
from reportlint.files.sources import Source
from reportlint.ordinals.matcher import Matcher


def document_of(source: Source, matcher: Matcher) -> Document:
    """The document of a source: parsed from the known line structure of a Word document, else by
    its text format."""
    if source.word is not None:
        from reportlint.text.docx import parse_docx

        return parse_docx(source.word, matcher)
    from reportlint.text.parse import format_of, parse

    return parse(source.decoded.text, source.format or format_of(source.path), matcher)
