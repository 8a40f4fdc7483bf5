"""A text as read → its Document."""

from __future__ import annotations

from reportlint.core.document import Document
from reportlint.files.sources import Source
from reportlint.ordinals.matcher import Matcher


def document_of(source: Source, matcher: Matcher) -> Document:
    """The document of a source: of a Word document by what is known of its lines, of any other by
    its format."""
    if source.word is not None:
        from reportlint.text.docx import parse_docx

        return parse_docx(source.word, matcher)
    from reportlint.text.parse import format_of, parse

    return parse(source.decoded.text, source.format or format_of(source.path), matcher)
