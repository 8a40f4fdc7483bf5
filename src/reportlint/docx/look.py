"""The look of a new document: its page, styles, heading numbers and page numbers.

Chinese: GB/T 9704-2012 §5.2 and §7.3, expressed in Word's terms. A4; margins of 37 mm at the top
and 28 mm at the left, which leave 156 mm × 225 mm; 22 lines of 28 characters; text in 仿宋 of 16
points, the title in 小标宋 of 22, headings of level 1 in 黑体, of level 2 in 楷体; page numbers of
14 points between dashes, at the outer edge.
"""

from __future__ import annotations

from reportlint._startup.namedtuple import NamedTuple
from reportlint.docx.names import W


class Page(NamedTuple):
    """A page, in twips (a twentieth of a point): its size, its margins and the distance between the
    baselines of lines (0: Word's default)."""

    width: int = 11906
    height: int = 16838
    top: int = 1440
    right: int = 1440
    bottom: int = 1440
    left: int = 1440
    line: int = 0


class Face(NamedTuple):
    """A paragraph style: the fonts of Han and Latin text, the size in half points, and further
    contents of its `w:pPr` and `w:rPr`."""

    id: str
    name: str
    han: str
    latin: str
    size: int
    paragraph: str = ""
    text: str = ""
    based_on: str = "Normal"


class Look(NamedTuple):
    """The whole look of a document. `numbers` are the labels of headings with their number formats,
    from level 1 on."""

    language: str
    page: Page
    faces: tuple[Face, ...]
    numbers: tuple[tuple[str, str], ...] = ()


_INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
_NO_INDENT = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
_KEEP = "<w:keepNext/>"
_CENTRED, _RIGHT = '<w:jc w:val="center"/>', '<w:jc w:val="right"/>'
_FANGSONG, _LATIN = "仿宋_GB2312", "Times New Roman"


def _level(level: int) -> str:
    return f'<w:outlineLvl w:val="{level}"/>'


def _numbered(level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'


CHINESE = Look(
    "zh-CN",
    Page(top=2098, right=1474, bottom=1984, left=1587, line=579),
    (
        Face("Normal", "Normal", _FANGSONG, _LATIN, 32, _INDENT + '<w:jc w:val="both"/>', "", ""),
        Face(
            "Title",
            "Title",
            "方正小标宋简体",
            _LATIN,
            44,
            _KEEP + '<w:spacing w:after="579"/>' + _NO_INDENT + _CENTRED,
        ),
        Face(
            "Heading1", "heading 1", "黑体", _LATIN, 32, _KEEP + _numbered(0) + _INDENT + _level(0)
        ),
        Face(
            "Heading2",
            "heading 2",
            "楷体_GB2312",
            _LATIN,
            32,
            _KEEP + _numbered(1) + _INDENT + _level(1),
        ),
        Face(
            "Heading3",
            "heading 3",
            _FANGSONG,
            _LATIN,
            32,
            _numbered(2) + _INDENT + _level(2),
            "<w:b/>",
        ),
        Face("Heading4", "heading 4", _FANGSONG, _LATIN, 32, _numbered(3) + _INDENT + _level(3)),
        Face("DocumentNumber", "发文字号", _FANGSONG, _LATIN, 32, _NO_INDENT + _CENTRED),
        Face("Addressee", "主送机关", _FANGSONG, _LATIN, 32, _NO_INDENT),
        Face(
            "Signature",
            "Signature",
            _FANGSONG,
            _LATIN,
            32,
            '<w:ind w:rightChars="400" w:right="1280" w:firstLineChars="0" w:firstLine="0"/>'
            + _RIGHT,
        ),
        Face(
            "Footer",
            "footer",
            "宋体",
            "宋体",
            28,
            '<w:ind w:leftChars="100" w:left="280" w:rightChars="100" w:right="280"'
            ' w:firstLineChars="0" w:firstLine="0"/>',
        ),
    ),
    (
        ("%1、", "chineseCountingThousand"),
        ("（%2）", "chineseCountingThousand"),
        ("%3.", "decimal"),
        ("（%4）", "decimal"),
    ),
)
ENGLISH = Look(
    "en-US",
    Page(),
    (
        Face("Normal", "Normal", "宋体", "Calibri", 22, '<w:spacing w:after="160"/>', "", ""),
        Face("Title", "Title", "宋体", "Calibri Light", 48, '<w:spacing w:after="240"/>'),
        *(
            Face(
                f"Heading{level}",
                f"heading {level}",
                "宋体",
                "Calibri Light",
                size,
                _KEEP + '<w:spacing w:before="240"/>' + _level(level - 1),
            )
            for level, size in enumerate((32, 28, 24, 22), 1)
        ),
        Face("DocumentNumber", "Document number", "宋体", "Calibri", 22, _CENTRED),
        Face("Addressee", "Addressee", "宋体", "Calibri", 22),
        Face("Signature", "Signature", "宋体", "Calibri", 22, _RIGHT),
        Face("Footer", "footer", "宋体", "Calibri", 20),
    ),
)


def styles_xml(look: Look) -> str:
    """The XML of the part that defines the styles."""
    fonts = look.faces[0]
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(fonts)}<w:lang w:val="en-US"'
        f' w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    placeholder = (
        '<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/>'
        '<w:rPr><w:color w:val="808080"/></w:rPr></w:style>'
    )
    faces = "".join(_face(face, look.page) for face in look.faces)
    return f'<w:styles xmlns:w="{W}">{defaults}{faces}{placeholder}</w:styles>'


def _face(face: Face, page: Page) -> str:
    default = "" if face.based_on else ' w:default="1"'
    base = f'<w:basedOn w:val="{face.based_on}"/><w:next w:val="Normal"/>' if face.based_on else ""
    paragraph = face.paragraph
    if page.line and not face.based_on:
        spacing = f'<w:spacing w:line="{page.line}" w:lineRule="exact"/>'
        paragraph = spacing + paragraph
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{face.id}"><w:name'
        f' w:val="{face.name}"/>{base}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{_fonts(face)}{face.text}<w:sz"
        f' w:val="{face.size}"/><w:szCs w:val="{face.size}"/></w:rPr></w:style>'
    )


def _fonts(face: Face) -> str:
    return f'<w:rFonts w:ascii="{face.latin}" w:hAnsi="{face.latin}" w:eastAsia="{face.han}" w:cs="{_LATIN}"/>'


def numbering_xml(look: Look) -> str:
    """The XML of the part that defines the numbers of headings."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:pStyle'
        f' w:val="Heading{level + 1}"/>'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for level, (text, format) in enumerate(look.numbers)
    )
    return (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType'
        f' w:val="multilevel"/>{levels}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def footer_xml(look: Look, align: str) -> str:
    """The XML of a footer with the page number. `align` is its `w:jc`: "left" or "right"."""
    dashes = ("— ", " —") if look.numbers else ("", "")
    texts = [
        f'<w:r><w:t xml:space="preserve">{dash}</w:t></w:r>' if dash else "" for dash in dashes
    ]
    page = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    properties = f'<w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="{align}"/></w:pPr>'
    return f'<w:ftr xmlns:w="{W}"><w:p>{properties}{texts[0]}{page}{texts[1]}</w:p></w:ftr>'
