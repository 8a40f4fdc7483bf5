"""What a Word document is called. Nothing else of it is known here: it is read by the room `docx`,
which no other text needs."""

from __future__ import annotations

FORMAT = "docx"
# the `info` of a block NOTE that stands where it is read; footnotes, headers and the like follow
# the body
BOX = "text-box"
SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")  # documents and templates, with macros or without


def is_word(path: str) -> bool:
    """Whether the name is that of a Word document that can be read; `.doc` is none."""
    return path.lower().endswith(SUFFIXES)
