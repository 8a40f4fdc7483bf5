"""XML bytes become a simple tree: what is skipped, and what is refused."""

from __future__ import annotations

import pytest

from reportlint.docx.errors import DocxError
from reportlint.docx.xml import (
    DEEPEST,
    Node,
    as_utf8,
    codec_of,
    encoded_as,
    parse,
    small_number,
)
from support.docx_parts import NAMESPACES

FIRST = "<mc:Choice><w:p/></mc:Choice>"
SECOND = "<mc:Fallback><w:tbl/></mc:Fallback>"
REFUSED = [
    ("<w:p>", "no sound XML", "an element that is not closed"),
    ("<w:p></w:r>", "no sound XML", "another element is closed"),
    ("<!DOCTYPE a><a/>", "document type declaration", "entities could follow"),
    ("<w:p>" * (DEEPEST + 1) + "</w:p>" * (DEEPEST + 1), "nested more than", "too deep"),
    ("<x>" * (DEEPEST + 1) + "</x>" * (DEEPEST + 1), "nested more than", "deep, though unknown"),
]
READ = [
    ("<w:p><w:r><w:t>甲</w:t></w:r></w:p>", "p(r(t'甲'))"),
    ("<w:p><x:new><w:r><w:t>甲</w:t></w:r></x:new></w:p>", "p(r(t'甲'))"),  # looked through
    ("<w:p><w:del><w:r><w:t>甲</w:t></w:r></w:del></w:p>", "p()"),  # deleted text is left out
    ("<w:p><w:r><w:t>甲<![CDATA[<乙>]]></w:t></w:r></w:p>", "p(r(t'甲<乙>'))"),
    ("<w:p><w:r><w:t>a&amp;b</w:t></w:r></w:p>", "p(r(t'a&b'))"),
    ("<w:p>甲</w:p>", "p()"),  # text stands in w:t only
    (
        "<mc:AlternateContent><mc:Choice/><mc:Fallback><w:p/></mc:Fallback></mc:AlternateContent>",
        "p()",
    ),
    (
        f"<mc:AlternateContent>{FIRST}{SECOND}</mc:AlternateContent>",
        "p()",
    ),
]


def tree(content: str, places: bool = False) -> Node:
    xml = f'<w:body {NAMESPACES} xmlns:x="urn:x">{content}</w:body>'
    return parse(xml.encode(), "part.xml", places=places).children[0]


def shown(node: Node) -> str:
    name = node.name.removeprefix("w:")
    return f"t{node.text!r}" if name == "t" else f"{name}({' '.join(map(shown, node.children))})"


@pytest.mark.parametrize(("content", "reason", "why"), REFUSED, ids=[row[2] for row in REFUSED])
def test_refused(content: str, reason: str, why: str) -> None:
    data = content if content.startswith("<!") else f'<a {NAMESPACES} xmlns:x="x">{content}</a>'
    with pytest.raises(DocxError) as caught:
        parse(data.encode(), "part.xml")
    assert reason in caught.value.reason.en
    assert "part.xml" in caught.value.reason.zh


@pytest.mark.parametrize(("content", "expected"), READ)
def test_read(content: str, expected: str) -> None:
    assert shown(tree(content)) == f"body({expected})"


def test_places_are_those_of_the_tags() -> None:
    xml = f"<w:body {NAMESPACES}><w:p><w:r><w:t>甲</w:t></w:r></w:p><w:p/></w:body>".encode()
    first, second = parse(xml, "part.xml", places=True).children[0].children
    assert xml[first.start :].startswith(b"<w:p><w:r>")
    assert xml[first.end :].startswith(b"</w:p><w:p/>")
    assert second.start == second.end == xml.index(b"<w:p/>")


@pytest.mark.parametrize(
    ("value", "on"),
    [("", True), ("1", True), ("true", True), ("0", False), ("False", False), ("off", False)],
)
def test_a_switch(value: str, on: bool) -> None:
    attribute = f' w:val="{value}"' if value else ""
    look = tree(f"<w:style><w:rPr><w:vanish{attribute}/></w:rPr></w:style>").children[0]
    properties = look.child("w:rPr")
    assert properties is not None
    assert properties.flag("w:vanish") is on
    assert properties.flag("w:specVanish") is None


@pytest.mark.parametrize(
    ("text", "number"),
    [("3", 3), ("-2", -2), ("+4", 4), ("", 7), ("²", 7), ("3.5", 7), ("9" * 5000, 7), ("--1", 7)],
)
def test_a_small_number(text: str, number: int) -> None:
    assert small_number(text, 7) == number


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030", "big5", "shift_jis"])
def test_what_is_read_can_be_written_in_the_same_encoding(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><a>甲</a>'
    data = text.encode(encoding)
    assert "甲" in as_utf8(data, "part.xml").decode()
    assert encoded_as(data, "part.xml", text) == data


def test_what_an_encoding_lacks_is_written_as_a_number() -> None:
    model = '<?xml version="1.0" encoding="big5"?><a/>'.encode("big5")
    assert encoded_as(model, "part.xml", "<a>龙</a>") == b"<a>&#40857;</a>"


@pytest.mark.parametrize("name", ["utf-7", "utf-16", "ebcdic-cp-us"])
def test_an_encoding_that_no_program_writes(name: str) -> None:
    with pytest.raises(DocxError, match=name):
        codec_of(f'<?xml version="1.0" encoding="{name}"?><a/>'.encode(), "part.xml")
