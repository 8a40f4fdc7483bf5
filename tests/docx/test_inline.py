"""The text of a paragraph as printed, and the sources of its pieces."""

from __future__ import annotations

import pytest

from reportlint.core.span import Span
from reportlint.docx.fields import Fields
from reportlint.docx.inline import Inline, is_contents
from reportlint.docx.styles import Styles
from reportlint.docx.xml import Node, parse
from support.docx_parts import NAMESPACES, box, deleted, field, ins, p, r, sdt, style, styles, t

HIDDEN = style("Gone", "甲", type="character", more="<w:rPr><w:vanish/></w:rPr>")


def nodes(content: str) -> list[Node]:
    return parse(f"<w:body {NAMESPACES}>{content}</w:body>".encode(), "part").children[0].children


def read(content: str, style: str = "", fields: Fields | None = None) -> Inline:
    sheet = Styles(parse(styles(HIDDEN).encode(), "styles"))
    inline = Inline(sheet, fields or Fields())
    for paragraph in nodes(content):
        inline.read(paragraph, style)
    return inline


NOT_PRINTED = [
    p(deleted("甲")),
    p(r("甲", "<w:vanish/>")),
    p(r("甲", '<w:rStyle w:val="Gone"/>')),
    p("<w:r><w:instrText>甲</w:instrText></w:r>"),
    p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("甲")),  # the code goes on
    p('<w:r><w:sym w:char="12345678"/></w:r>'),
    p('<w:r><w:sym w:char="F0G1"/></w:r>'),
    p(field("TOC", "甲")),
    p(box(p("甲"))),  # a box is a story of its own
]
PRINTED = [
    (p(r("甲") + r("乙")), "甲乙"),
    (p(ins(r("甲"))), "甲"),
    (p(r("甲", '<w:vanish w:val="0"/>')), "甲"),
    (p("<w:r><w:t>  甲 </w:t></w:r>"), "甲"),  # blanks count only where they are said to
    (p(r("  甲 ")), "  甲 "),
    (p(f"<w:r>{t('甲')}<w:tab/>{t('乙')}<w:br/>{t('丙')}<w:noBreakHyphen/></w:r>"), "甲\t乙\n丙-"),
    (p(field("PAGE", "12")), "12"),
    (p('<w:fldSimple w:instr="PAGE"><w:r><w:t>3</w:t></w:r></w:fldSimple>'), "3"),
    (p(field("MACROBUTTON x [请填写]")), "[请填写]"),
    (p('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'), "✓"),
    (p("<m:oMath><m:r><m:t>x</m:t></m:r><m:r><m:t>=1</m:t></m:r></m:oMath>"), "x=1"),
    (p(sdt(r("甲"))), "甲"),
    (p("甲") + p("乙"), "甲乙"),  # the end of the first was deleted: one paragraph
]


@pytest.mark.parametrize("content", NOT_PRINTED)
def test_not_printed(content: str) -> None:
    assert read(content).text == ""


@pytest.mark.parametrize(("content", "text"), PRINTED)
def test_printed(content: str, text: str) -> None:
    inline = read(content)
    assert inline.text == text
    assert inline.size == len(text)
    assert "".join(piece.span.cut(text) for piece in inline.pieces) == text


def test_a_style_of_the_paragraph_hides_all_but_what_says_otherwise() -> None:
    content = p(r("甲") + r("乙", '<w:vanish w:val="0"/>'))
    assert read(content, style="Gone").text == "乙"


@pytest.mark.parametrize(
    ("content", "title", "filled"),
    [
        (sdt(r("甲"), '<w:alias w:val="单位"/>'), "单位", True),
        (sdt(r("甲"), '<w:tag w:val="unit"/>'), "unit", True),
        (sdt(r("甲"), "<w:showingPlcHdr/>"), "", False),
        (field("FORMTEXT", "甲"), "", True),
        (field("FORMTEXT", " "), "", False),
        (field("MACROBUTTON x 甲"), "", False),
    ],
)
def test_controls(content: str, title: str, filled: bool) -> None:
    inline = read(p(r("前") + content + r("后")))
    (control,) = inline.controls
    assert (control.title, control.filled) == (title, filled)
    assert control.span == Span(1, inline.size - 1)


@pytest.mark.parametrize(
    "content", [sdt(r("甲"), "<w:picture/>"), field("PAGE", "甲"), field("REF a", "甲")]
)
def test_no_controls(content: str) -> None:
    assert read(p(content)).controls == []


def test_marks_notes_boxes_and_formulas_are_at_their_places() -> None:
    inline = read(
        p(
            r("甲")
            + '<w:commentRangeStart w:id="4"/>'
            + r("乙")
            + '<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>'
            + '<w:r><w:footnoteReference w:id="2"/></w:r>'
            + box(p("丙"))
            + "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"
        )
    )
    assert inline.text == "甲乙x"
    assert [(mark.kind, mark.id, mark.offset) for mark in inline.marks] == [
        ("w:commentRangeStart", "4", 1),
        ("w:commentRangeEnd", "4", 2),
        ("w:commentReference", "4", 2),
    ]
    assert [(note.kind, note.id) for note in inline.notes] == [("w:footnoteReference", "2")]
    assert [len(boxed.content.children) for boxed in inline.boxes] == [1]
    assert inline.formulas == [Span(2, 3)]


def test_text_of_a_table_of_contents_is_put_aside_unless_it_is_kept() -> None:
    content = p(r("前") + field("TOC", "一、总体要求"))
    assert read(content).contents == ["一、总体要求"]
    kept = read(content, fields=Fields(keep_contents=True))
    assert (kept.text, kept.contents) == ("前一、总体要求", [])


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ("", False),
        ('<w:docPartObj><w:docPartGallery w:val="Cover Pages"/></w:docPartObj>', False),
        ('<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>', True),
    ],
)
def test_the_frame_of_a_table_of_contents(properties: str, expected: bool) -> None:
    (control,) = nodes(sdt(p("甲"), properties))
    assert is_contents(control) is expected
