"""Build Word documents part by part."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

OFFICE = "http://schemas.openxmlformats.org"
W_NS = f"{OFFICE}/wordprocessingml/2006/main"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": W_NS,
        "r": f"{OFFICE}/officeDocument/2006/relationships",
        "m": f"{OFFICE}/officeDocument/2006/math",
        "mc": f"{OFFICE}/markup-compatibility/2006",
        "wp": f"{OFFICE}/drawingml/2006/wordprocessingDrawing",
        "a": f"{OFFICE}/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
KINDS = {  # of relationships, by the root of the part
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "header": "header",
    "footer": "footer",
}
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def t(text: str) -> str:
    """The text of a run."""
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    return f'<w:t xml:space="preserve">{text}</w:t>'


def r(text: str, look: str = "") -> str:
    """A run; `look` is the content of its `w:rPr`."""
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{t(text)}</w:r>"


def p(content: str = "", style: str = "", num: str = "", level: int = 0, more: str = "") -> str:
    """A paragraph. `content` is text, or XML if it starts with <; `num` is the list, and `more` are
    other properties."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num:
        properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
    properties += more
    inner = content if content.startswith("<") or not content else r(content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def tbl(*rows: list[str]) -> str:
    """A table; a cell is text, or XML if it starts with <."""
    lines = []
    for row in rows:
        cells = [
            cell
            if cell.startswith("<w:tc")
            else f"<w:tc><w:tcPr/>{cell if cell.startswith('<') else p(cell)}</w:tc>"
            for cell in row
        ]
        lines.append(f"<w:tr>{''.join(cells)}</w:tr>")
    grid = "".join('<w:gridCol w:w="2000"/>' for _ in rows[0])
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(lines)}</w:tbl>'


def lvl(
    index: int, text: str, format: str = "decimal", start: int = 1, more: str = "", end: str = ""
) -> str:
    """A level of a list. `more` comes before its text, `end` after it."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>{more}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>{end}</w:lvl>'
    )


def abstract(id: int, *levels: str, more: str = "") -> str:
    """An abstract list. `more` comes before its levels."""
    return (
        f'<w:abstractNum w:abstractNumId="{id}"><w:multiLevelType'
        f' w:val="multilevel"/>{more}{"".join(levels)}'
        "</w:abstractNum>"
    )


def num(id: int, abstract_id: int, more: str = "") -> str:
    """A list; `more` are its overrides."""
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{abstract_id}"/>{more}</w:num>'


def starting(level: int, at: int) -> str:
    """An override of the start value of a level."""
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{at}"/></w:lvlOverride>'


def numbering(*definitions: str) -> str:
    return f"<w:numbering {NAMESPACES}>{''.join(definitions)}</w:numbering>"


def style(
    id: str,
    name: str,
    properties: str = "",
    based_on: str = "",
    type: str = "paragraph",
    more: str = "",
) -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    inner = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f'<w:style w:type="{type}" w:styleId="{id}"><w:name w:val="{name}"/>{base}{inner}{more}</w:style>'


def styles(*definitions: str) -> str:
    return f"<w:styles {NAMESPACES}>{''.join(definitions)}</w:styles>"


HEADINGS = styles(
    style("Normal", "Normal"),
    style("T", "Title", based_on="Normal"),
    *(
        style(f"H{n}", f"heading {n}", f'<w:outlineLvl w:val="{n - 1}"/>', "Normal")
        for n in range(1, 5)
    ),
)


def field(code: str, result: str = "") -> str:
    """A field as runs; `result` is text, or XML if it starts with <."""
    shown = result if result.startswith("<") or not result else r(result)
    separator = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' if shown else ""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>{separator}{shown}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def sdt(content: str, properties: str = "") -> str:
    """A content control around runs, paragraphs, cells or rows."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def box(content: str) -> str:
    """A run with a text box as Word writes it: once for current and once for old programs."""
    inner = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent'
        ' cx="1800000" cy="900000"/>'
        '<wp:docPr id="7" name="box"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="900000"/></a:xfrm><a:prstGeom'
        ' prst="rect"><a:avLst/></a:prstGeom>'
        f"</wps:spPr><wps:txbx>{inner}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:shape"
        f' style="width:100pt;height:50pt"><v:textbox>{inner}</v:textbox></v:shape>'
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def ins(content: str) -> str:
    return f'<w:ins w:id="900" w:author="a">{content}</w:ins>'


def deleted(text: str) -> str:
    return f'<w:del w:id="901" w:author="a"><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def part(root: str, content: str) -> str:
    """A part with the root element `root`, which has no prefix, around its content."""
    return f"<w:{root} {NAMESPACES}>{content}</w:{root}>"


SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


def docx(body: str, section: str = SECTION, **parts: str) -> bytes:
    """A document with its body and other parts: `styles`, `numbering`, `header1` and so on, as
    whole files."""
    document = f"{HEAD}<w:document {NAMESPACES}><w:body>{body}{section}</w:body></w:document>"
    return package(document, parts)


def package(
    document: str | bytes, parts: Mapping[str, str | bytes], main: str = "word/document.xml"
) -> bytes:
    """A package of a main part and the parts that it refers to; the id of `header1` is
    "header1"."""
    relationships, types = "", ""
    for name in parts:
        kind = KINDS[name.rstrip("0123456789")]
        relationships += f'<Relationship Id="{name}" Type="{OFFICE}/officeDocument/2006/relationships/{kind}" Target="{name}.xml"/>'
        types += f'<Override PartName="/word/{name}.xml" ContentType="{_MAIN}.{kind}+xml"/>'
    namespace = f"{OFFICE}/package/2006/relationships"
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{OFFICE}/package/2006/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="{_MAIN}.document.main+xml"/>{types}</Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{namespace}"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument/2006/relationships/officeDocument"'
        f' Target="{main}"/></Relationships>',
        main: document,
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{namespace}">{relationships}</Relationships>',
    }
    files |= {
        f"word/{name}.xml": content
        if isinstance(content, bytes) or content.startswith("<?")
        else HEAD + content
        for name, content in parts.items()
    }
    return zipped(files)


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


STRICT = {
    W_NS: "http://purl.oclc.org/ooxml/wordprocessingml/main",
    f"{OFFICE}/officeDocument/2006/relationships": "http://purl.oclc.org/ooxml/officeDocument/relationships",
    f"{OFFICE}/officeDocument/2006/math": "http://purl.oclc.org/ooxml/officeDocument/math",
}


def strict(data: bytes) -> bytes:
    """The same document in the strict form of the standard."""
    files = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            text = archive.read(name).decode()
            for transitional, uri in STRICT.items():
                text = text.replace(transitional, uri)
            files[name] = text
    return zipped(files)
