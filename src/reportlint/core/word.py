"""The names of Word documents, and the first bytes of these and others that are no text. Everything
else about Word is in `docx`, which other texts do not need."""

from __future__ import annotations

FORMAT = "docx"
# `info` of a block NOTE that is read in its place; footnotes, headers and the like follow the body
BOX = "text-box"
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"  # OLE: .doc and .wps, or a .docx with a password
PDF, RTF = b"%PDF-", b"{\\rtf"
SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")  # documents and templates, with macros or without


def is_word(path: str) -> bool:
    """Whether the name is that of a Word document that can be read; `.doc` is not."""
    return path.lower().endswith(SUFFIXES)
