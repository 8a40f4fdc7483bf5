"""The entry point of the room: a text and its format → Document."""

from __future__ import annotations

from reportlint.core.document import Document
from reportlint.ordinals.matcher import Matcher

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


def parse(text: str, format: str, matcher: Matcher) -> Document:
    """The document of `text`, read as one of FORMATS. Raises ValueError for an unknown format.

    `text` is any text without a byte-order mark; `matcher` finds the ordinals of headings. All
    offsets are code points. The roles of blocks are left empty.
    """
    if format == TEXT:
        from reportlint.text.plain import parse_plain

        return parse_plain(text, matcher)
    if format == MARKDOWN:
        from reportlint.text.markdown import parse_markdown

        return parse_markdown(text, matcher)
    if format == RST:
        from reportlint.text.rest import parse_rest

        return parse_rest(text, matcher)
    raise ValueError(f"no such format: {format}")


def format_of(filename: str) -> str:
    """The format for a file name, by its suffix; plain text if there is no suffix, or an unknown
    one."""
    name = filename.replace("\\", "/").rpartition("/")[2]
    return _SUFFIXES.get(name.rpartition(".")[2].lower(), TEXT) if "." in name else TEXT
