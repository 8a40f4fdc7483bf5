"""Findings in a Word document, placed as its reader sees them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportlint.core.diagnostic import Diagnostic
from reportlint.core.document import Document
from reportlint.core.text import Text
from reportlint.docx.values import BODY, BOX, ENDNOTE, FOOTER, FOOTNOTE, HEADER, DocxText

_BESIDE = {
    BOX: Text("文本框", "text box"),
    FOOTNOTE: Text("脚注", "footnote"),
    ENDNOTE: Text("尾注", "endnote"),
    HEADER: Text("页眉", "header"),
    FOOTER: Text("页脚", "footer"),
}


def placed(
    findings: Iterable[Diagnostic], word: DocxText, document: Document, language: str
) -> Iterator[Diagnostic]:
    """The findings, with the part of the document as their section if they are outside the body,
    named in `language`.

    None has a fix, since a Word document is never written.
    """
    for finding in findings:
        at = min(document.index.line_of(finding.span.start), len(word.lines))
        part = word.lines[at - 1].part if word.lines else BODY
        section = finding.section
        if part != BODY:
            name = _BESIDE[part].to(language)
            section = (*section, name) if part == BOX else (name,)
        yield finding._replace(section=section, fix=None)
