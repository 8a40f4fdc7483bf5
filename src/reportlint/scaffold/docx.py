"""A Word document → Markdown text: its paragraphs, with headings by their styles.

Numbers that Word makes itself are not in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportlint._startup.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from zipfile import ZipFile

MOST_BYTES = 50_000_000  # of one part, unpacked
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = frozenset(
    {f"{_W}txbxContent", f"{_W}del", f"{_W}instrText", _FALLBACK}
)  # text boxes, deleted text, field codes
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.I)


class DocxError(Exception):
    """The bytes are no Word document, or one that is too large or not what it says."""


def markdown_of(data: bytes) -> str:
    """The text of the document in `data`, a blank line between paragraphs. Raises DocxError."""
    import io
    import zipfile
    from xml.etree.ElementTree import ParseError

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            levels = (
                _levels(_part(archive, "word/styles.xml"))
                if "word/styles.xml" in archive.namelist()
                else {}
            )
            body = _part(archive, "word/document.xml")
    except (
        zipfile.BadZipFile,
        KeyError,
        ParseError,
        EOFError,
        NotImplementedError,
        RuntimeError,
        OSError,
    ) as error:
        raise DocxError(str(error)) from error
    titled = "title" in (_style(one) for one in body.iter(f"{_W}p")) or 0 in levels.values()
    return "\n\n".join(_paragraphs(body, levels, titled)) + "\n"


def _part(archive: ZipFile, name: str) -> Any:
    """The root of one part.

    A document type declaration is refused: Word writes none, and entities in it may multiply.
    """
    from xml.etree.ElementTree import fromstring

    with archive.open(name) as stream:
        text = stream.read(MOST_BYTES + 1)
    if len(text) > MOST_BYTES:
        raise DocxError(f"{name} is larger than {MOST_BYTES} bytes")
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise DocxError(f"{name} has a document type declaration")
    return fromstring(text)  # noqa: S314 - see above


def _levels(styles: Any) -> dict[str, int]:
    """The heading level of each style; 0 is a title's."""
    found = {}
    for style in styles.iter(f"{_W}style"):
        own = style.get(f"{_W}styleId", "")
        name = next((one.get(f"{_W}val", "") for one in style.iter(f"{_W}name")), "")
        outline = next((one.get(f"{_W}val", "") for one in style.iter(f"{_W}outlineLvl")), "")
        match = _HEADING.fullmatch(name)
        if match:
            found[own] = int(match[1])
        elif name.lower() in ("title", "标题"):
            found[own] = 0
        elif outline.isdigit() and int(outline) < 9:
            found[own] = int(outline) + 1
    return found


def _style(paragraph: Any) -> str:
    return next((str(one.get(f"{_W}val", "")) for one in paragraph.iter(f"{_W}pStyle")), "")


def _paragraphs(body: Any, levels: dict[str, int], titled: bool) -> Iterator[str]:
    for paragraph in _outer(body):
        text = " ".join("".join(_texts(paragraph)).split())
        if not text:
            continue
        style = _style(paragraph)
        level = levels.get(style)
        if level is None:
            outline = next(
                (one.get(f"{_W}val", "") for one in paragraph.iter(f"{_W}outlineLvl")), ""
            )
            level = int(outline) + 1 if outline.isdigit() and int(outline) < 9 else None
        yield text if level is None else "#" * min(level + titled, 6) + " " + text


def _outer(element: Any) -> Iterator[Any]:
    """The paragraphs that lie in no other."""
    for child in element:
        if child.tag == f"{_W}p":
            yield child
        elif child.tag not in _SKIPPED:
            yield from _outer(child)


def _texts(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag in _SKIPPED:
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in (f"{_W}tab", f"{_W}br"):
            yield " "
        else:
            yield from _texts(child)
