from __future__ import annotations

import pytest
from shape import zones
from shipped import parse

from reportlint.core.document import PARAGRAPH, ZONE_LINK, ZONE_TARGET, Block, Zone
from reportlint.core.span import Span
from reportlint.text.builder import DocumentBuilder, addresses
from reportlint.text.lines import source_lines

SILENT = [
    "http:/example.org",
    "www",
    "xwww.example.org",
    "now.www.example.org wwww.example.org",
    "a@b",
    "@所有人",
    "甲@例子.cn",
    "ftp: //x",
]
FIRING = {
    "详见https://example.org/a(b)的说明": ["https://example.org/a(b)"],
    "（https://example.org/a）": ["https://example.org/a"],
    "see HTTP://EXAMPLE.ORG.": ["HTTP://EXAMPLE.ORG"],
    "或www.example.org。": ["www.example.org"],
    "Www.example.org，WWW.example.org": ["Www.example.org", "WWW.example.org"],
    "联系wang@example.org，": ["wang@example.org"],
}


@pytest.mark.parametrize("text", [*SILENT, *FIRING])
def test_addresses(text: str) -> None:
    spans = sorted(zone.span for zone in addresses(text))
    assert [span.cut(text) for span in spans] == FIRING.get(text, [])


def test_addresses_are_zones_of_every_format() -> None:
    text = "详见https://example.org/a(b)的说明，或www.example.org。联系wang@example.org，@所有人"
    assert zones(parse(text, "text")) == [
        ("url", "https://example.org/a(b)"),
        ("url", "www.example.org"),
        ("url", "wang@example.org"),
    ]


def test_a_document_is_what_was_added() -> None:
    text = "  一行 \n> **两**\n  三\n"
    first, second, third = source_lines(text)
    builder = DocumentBuilder(text)
    builder.add_paragraph(first)
    block = Block(PARAGRAPH, Span(second.first, third.end), Span(second.first + 2, third.last))
    assert builder.add_prose(block, [second, third], second.first + 4) == 1
    builder.zones += [
        Zone(ZONE_TARGET, Span(9, 10)),
        Zone(ZONE_LINK, Span(8, 12)),
        Zone(ZONE_TARGET, Span(9, 10)),
    ]
    document = builder.document("text")
    assert [block.content.cut(text) for block in document.blocks] == ["一行", "**两**\n  三"]
    assert [(line.span.cut(text), text[line.start], line.block, line.indent) for line in document.lines] == [
        ("  一行 ", "一", 0, 2),
        ("> **两**", "两", 1, 0),
        ("  三", "三", 1, 2),
    ]  # fmt: skip
    assert [zone.kind for zone in document.zones] == [ZONE_LINK, ZONE_TARGET]
