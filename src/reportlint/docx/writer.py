"""Paragraphs → a new Word document in the form of an official document (GB/T 9704-2012).

Word itself numbers the headings, and each `{{blank}}` is a content control that shows its name in
brackets until it is filled in. A document in English has Word's default page, and its headings have
no numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.characters import XML
from reportlint.core.report_type import BLANK
from reportlint.docx.look import CHINESE, ENGLISH, Look, footer_xml, numbering_xml, styles_xml
from reportlint.docx.names import W
from reportlint.docx.package import zipped

TITLE = "title"
HEADING = "heading"
NUMBER = "number"  # centred: 发文字号
ADDRESSEE = "addressee"  # not indented: 主送机关
TEXT = "text"
SIGNATURE = "signature"  # right-aligned: 发文机关, 成文日期
_STYLES = {
    TITLE: "Title",
    NUMBER: "DocumentNumber",
    ADDRESSEE: "Addressee",
    TEXT: "",
    SIGNATURE: "Signature",
}
_DEEPEST = 4  # levels of headings that have a style

_OFFICE = "http://schemas.openxmlformats.org"
_RELATIONSHIPS = f"{_OFFICE}/officeDocument/2006/relationships"
_PACKAGE = f"{_OFFICE}/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_UNWRITABLE = lazy(rf"[^{XML}]|[\r\n]")


class NewParagraph(NamedTuple):
    """A paragraph to write. `{{name}}` in its text is a blank; the text of a heading does not
    contain its number."""

    text: str
    kind: str = TEXT
    level: int = 0  # of a heading, from 1


def write(paragraphs: Iterable[NewParagraph], language: str = "zh") -> bytes:
    """The bytes of a .docx. `language` is "zh" or "en"; a line break in a text begins a new
    paragraph."""
    look = CHINESE if language == "zh" else ENGLISH
    body = "".join(_paragraph(line, language) for line in _lines(paragraphs))
    parts = {
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{_RELATIONSHIPS}"><w:body>{body}{_section(look)}</w:body></w:document>',
        "word/styles.xml": styles_xml(look),
        "word/numbering.xml": numbering_xml(look),
        "word/settings.xml": f'<w:settings xmlns:w="{W}"><w:evenAndOddHeaders/></w:settings>',
        "word/footer1.xml": footer_xml(look, "right"),
        "word/footer2.xml": footer_xml(look, "left"),
    }
    files = {"[Content_Types].xml": _types(parts), "_rels/.rels": _root_relationships(), **parts}
    files["word/_rels/document.xml.rels"] = _relationships(parts)
    return zipped({name: (_HEAD + text).encode() for name, text in files.items()})


def _lines(paragraphs: Iterable[NewParagraph]) -> Iterator[NewParagraph]:
    for paragraph in paragraphs:
        for text in paragraph.text.split("\n"):
            yield paragraph._replace(text=text)


def _paragraph(paragraph: NewParagraph, language: str) -> str:
    style = _STYLES.get(paragraph.kind, f"Heading{min(max(paragraph.level, 1), _DEEPEST)}")
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{''.join(_runs(paragraph.text, language))}</w:p>"


def _runs(text: str, language: str) -> Iterator[str]:
    done = 0
    for match in BLANK.finditer(text):
        yield _run(text[done : match.start()])
        yield _control(match[1], language)
        done = match.end()
    yield _run(text[done:])


def _run(text: str, look: str = "") -> str:
    text = escape(_UNWRITABLE.sub("", text))
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""


def _control(name: str, language: str) -> str:
    """A content control that is not filled in. Word limits its title to 64 characters."""
    title = quoteattr(_UNWRITABLE.sub("", name)[:64])
    prompt = f"［{name}］" if language == "zh" else f"[{name}]"
    shown = _run(prompt, '<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>')
    return (
        f"<w:sdt><w:sdtPr><w:alias w:val={title}/><w:tag"
        f" w:val={title}/><w:showingPlcHdr/><w:text/></w:sdtPr>"
        f"<w:sdtContent>{shown}</w:sdtContent></w:sdt>"
    )


def _section(look: Look) -> str:
    page = look.page
    footers = "".join(
        f'<w:footerReference w:type="{type}" r:id="footer{at}"/>'
        for at, type in enumerate(("default", "even"), 1)
    )
    grid = f'<w:docGrid w:type="lines" w:linePitch="{page.line}"/>' if page.line else ""
    return (
        f'<w:sectPr>{footers}<w:pgSz w:w="{page.width}" w:h="{page.height}"/><w:pgMar'
        f' w:top="{page.top}" w:right="{page.right}" '
        f'w:bottom="{page.bottom}" w:left="{page.left}" w:header="851" w:footer="1361"'
        f' w:gutter="0"/>{grid}</w:sectPr>'
    )


def _kind(name: str) -> str:
    """The last word of the content type and the relationship type of a part."""
    return name.rpartition("/")[2].removesuffix(".xml").rstrip("0123456789")


def _types(names: Iterable[str]) -> str:
    overrides = "".join(
        f'<Override PartName="/{name}"'
        f' ContentType="{_TYPE}.{_kind(name)}{".main" if _kind(name) == "document" else ""}+xml"/>'
        for name in names
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _root_relationships() -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
        f' Type="{_RELATIONSHIPS}/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    )


def _relationships(names: Iterable[str]) -> str:
    inner = "".join(
        f'<Relationship Id="{file.removesuffix(".xml")}" Type="{_RELATIONSHIPS}/{_kind(name)}"'
        f' Target="{file}"/>'
        for name in names
        if _kind(name) != "document" and (file := name.rpartition("/")[2])
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'
