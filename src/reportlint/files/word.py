"""Word documents among the texts to check, and hints for formats that cannot be read."""

from __future__ import annotations

from reportlint.core.text import Text
from reportlint.core.word import OLE, PDF, RTF, ZIP
from reportlint.docx.errors import DocxError
from reportlint.docx.reader import read
from reportlint.docx.values import DocxText

_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument"
_HEAD = 200  # bytes; an OpenDocument file begins with its media type


def read_word(data: bytes) -> DocxText | Text:
    """The Word document in `data`; if it cannot be read, the reason and what to do."""
    try:
        return read(data)
    except DocxError as error:
        return _other_office(data) or error.reason


def foreign(data: bytes) -> Text:
    """What to do with a document of an office program whose file name is that of a text."""
    known = _other_office(data)
    if known is not None:
        return known
    if data.startswith(OLE):
        return Text(
            "是 .doc、.wps 等旧格式的文档；请在 Word 或 WPS 里另存为 .docx",
            "an old document (.doc, .wps): save it in Word or WPS as .docx",
        )
    if b"word/document" in data:
        return Text(
            "是 Word 文档，文件名要以 .docx 结尾", "a Word document: its name must end in .docx"
        )
    return Text("是压缩包，不是文字", "a zip archive, no text")


def _other_office(data: bytes) -> Text | None:
    """What to do with a PDF, RTF or OpenDocument file; None for other bytes."""
    if data.startswith(PDF):
        return Text(
            "是 PDF；请检查它的原稿，或另存为 .docx",
            "a PDF: check the document that it was made of, or save it as .docx",
        )
    if data.startswith(RTF):
        return Text("是 RTF；请另存为 .docx", "RTF: save it as .docx")
    if data.startswith(ZIP) and _OPEN_DOCUMENT in data[:_HEAD]:
        return Text(
            "是 OpenDocument（.odt 等）；请另存为 .docx", "OpenDocument (.odt): save it as .docx"
        )
    return None
