"""Word documents, made here of their parts."""

from __future__ import annotations

import pytest

from reportlint.scaffold import docx
from reportlint.scaffold.docx import DocxError, markdown_of
from support.word_parts import packed, paragraph


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (paragraph("甲"), "甲\n"),
        (
            paragraph("报告", "T") + paragraph("一、甲", "1") + paragraph("好"),
            "# 报告\n\n## 一、甲\n\n好\n",
        ),
        (
            paragraph("一、甲", "1") + paragraph("（一）乙", "B"),
            "# 一、甲\n\n## （一）乙\n".replace("# 一", "## 一", 1).replace("\n## （", "\n### （"),
        ),
        (
            paragraph(
                "甲",
                more="<w:r><w:tab/><w:t>乙</w:t></w:r><w:del><w:r><w:delText>丙</w:delText></w:r></w:del>",
            ),
            "甲 乙\n",
        ),
        (
            f"<w:tbl><w:tr><w:tc>{paragraph('甲')}</w:tc><w:tc>{paragraph('乙')}</w:tc></w:tr></w:tbl>",
            "甲\n\n乙\n",
        ),
        (
            paragraph("甲", more=f"<w:r><w:txbxContent>{paragraph('框')}</w:txbxContent></w:r>"),
            "甲\n",
        ),
    ],
)
def test_markdown(body: str, text: str) -> None:
    assert markdown_of(packed(body)) == text


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04 cut short",
        b"no zip at all",
        packed("<w:p>", styles=""),
        packed(paragraph("甲"), name="word/other.xml"),
        packed('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', styles=""),
    ],
)
def test_what_is_no_document_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(DocxError):
        markdown_of(data)


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx, "MOST_BYTES", 1000)
    with pytest.raises(DocxError, match="larger"):
        markdown_of(packed(paragraph("甲" * 2000)))
