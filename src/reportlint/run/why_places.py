"""A line or span of a report → a description of where it is."""

from __future__ import annotations

from reportlint.core import document as d
from reportlint.core.document import Block
from reportlint.core.reading import Reading
from reportlint.core.span import Span
from reportlint.core.text import Text

_KINDS = {
    d.HEADING: Text("标题行", "a heading"),
    d.PARAGRAPH: Text("段落", "a paragraph"),
    d.ITEM: Text("列表条目", "a list item"),
    d.TABLE: Text("表格", "a table"),
    d.CODE: Text("代码", "code"),
    d.COMMENT: Text("注释", "a comment"),
    d.HTML: Text("HTML", "HTML"),
    d.RULE: Text("分隔线", "a rule between paragraphs"),
    d.FRONT_MATTER: Text("文件开头的元数据", "the front matter"),
    d.NOTE: Text("正文以外的文字", "text beside the body"),
}
_ROLES = {
    d.TITLE: Text("标题", "the title"),
    d.MASTHEAD: Text("文号或副题", "the masthead"),
    d.ADDRESSEE: Text("主送机关", "the addressee"),
    d.SIGNATURE: Text("署名", "the signature"),
    d.DATE: Text("成文日期", "the date"),
    d.AFTERWORD: Text("文末附注", "the afterword"),
}
_ZONES = {
    d.ZONE_CODE: Text("行内代码", "inline code"),
    d.ZONE_LINK: Text("链接", "a link"),
    d.ZONE_TARGET: Text("链接的地址", "the address of a link"),
    d.ZONE_URL: Text("网址", "a web address"),
    d.ZONE_COMMENT: Text("注释", "a comment"),
    d.ZONE_MATH: Text("公式", "a formula"),
    d.ZONE_TAG: Text("HTML 标记", "an HTML tag"),
}


def place_of(reading: Reading, span: Span) -> Text:
    """A description of where a span is: its zone, its block and that block's role, its sections."""
    parts = [_block(reading, span)]
    zones = [zone for zone in reading.document.zones if zone.span.touches(span)]
    if zones and zones[-1].kind in _ZONES and zones[-1].span.start <= span.start:
        parts.insert(0, _ZONES[zones[-1].kind])
    path = reading.section_path(span.start)
    zh, en = "、".join(part.zh for part in parts), ", in ".join(part.en for part in parts)
    if path:
        zh, en = f"{zh}，在“{' › '.join(path)}”里", f"{en}, under “{' › '.join(path)}”"
    return Text(zh, en)


def _block(reading: Reading, span: Span) -> Text:
    for block in reading.document.blocks:
        if block.span.touches(span) or block.span.end == span.start:
            return _block_name(block)
    return Text("空行", "an empty line")


def _block_name(block: Block) -> Text:
    kind = _ROLES.get(block.role) or _KINDS.get(block.kind) or Text(block.kind, block.kind)
    if block.quote:
        return Text(f"引文里的{kind.zh}", f"{kind.en} in a quotation")
    return kind
