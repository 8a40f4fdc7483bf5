"""The entrance of the room: a text and its format → Document."""

from __future__ import annotations

from reportlint.core.document import Document

TEXT = "text"
MARKDOWN = "markdown"
RST = "rst"
FORMATS = (TEXT, MARKDOWN, RST)

_SUFFIXES = {
    "md": MARKDOWN,
    "markdown": MARKDOWN,
    "mdown": MARKDOWN,
    "mkd": MARKDOWN,
    "mkdn": MARKDOWN,
    "mdx": MARKDOWN,
    "qmd": MARKDOWN,
    "rmd": MARKDOWN,
    "rst": RST,
    "rest": RST,
}


def parse(text: str, format: str) -> Document:
    """The document of `text`, which has no byte-order mark, read as one of FORMATS. Any text will do; an unknown format is a
    ValueError. All offsets are code points. Roles are left empty."""
    if format == TEXT:
        from reportlint.text.plain import parse_plain

        return parse_plain(text)
    if format == MARKDOWN:
        from reportlint.text.markdown import parse_markdown

        return parse_markdown(text)
    if format == RST:
        from reportlint.text.rest import parse_rest

        return parse_rest(text)
    raise ValueError(f"no such format: {format}")


def format_of(filename: str) -> str:
    """The format that a file's name says; plain text where it says nothing that we know."""
    name = filename.replace("\\", "/").rpartition("/")[2]
    return _SUFFIXES.get(name.rpartition(".")[2].lower(), TEXT) if "." in name else TEXT
