"""The comments added to a document, and the parts that change."""

from __future__ import annotations

import pytest

from reportlint.docx.comments import CommentsPart
from reportlint.docx.names import W_STRICT
from reportlint.docx.package import CONTENT_TYPES, Package
from reportlint.docx.xml import decoded
from support.docx_parts import docx, p, part, strict

COMMENTS = "word/comments.xml"
RELATIONSHIPS = "word/_rels/document.xml.rels"
OTHERS = '<w:comment w:id="6" w:author="a"/>'


def begun(data: bytes) -> CommentsPart:
    package = Package(data)
    return CommentsPart(package, decoded(package.read(package.main), "body"))


def test_without_a_comment_nothing_changes() -> None:
    assert begun(docx(p("甲"))).changed() == {}


def test_a_first_comment_makes_the_part_and_what_points_to_it() -> None:
    comments = begun(docx(p("甲")))
    assert comments.add("某人", "改\n再改") == "0"
    parts = {name: data.decode() for name, data in comments.changed().items()}
    assert set(parts) == {COMMENTS, CONTENT_TYPES, RELATIONSHIPS}
    assert parts[COMMENTS].count("<w:p>") == 2
    assert 'w:author="某人"' in parts[COMMENTS]
    assert f'PartName="/{COMMENTS}"' in parts[CONTENT_TYPES]
    assert 'Target="comments.xml"' in parts[RELATIONSHIPS]


def test_a_part_that_is_there_grows_and_nothing_else() -> None:
    comments = begun(docx(p("甲"), comments=part("comments", OTHERS)))
    assert comments.add("某人", "改") == "7"
    changed = comments.changed()
    assert set(changed) == {COMMENTS}
    assert changed[COMMENTS].decode().index('w:id="6"') < changed[COMMENTS].decode().index(
        'w:id="7"'
    )
    assert changed[COMMENTS].decode().endswith("</w:comments>")


@pytest.mark.parametrize(
    ("body", "id"),
    [
        (p("甲"), "0"),
        (p('<w:commentRangeStart w:id="8"/>'), "9"),  # a mark without its comment
        (p('<w:r><w:commentReference w:id="11"/></w:r>'), "12"),
        (p('<w:bookmarkStart w:id="30" w:name="a"/>'), "0"),  # no comment
    ],
)
def test_ids_are_new(body: str, id: str) -> None:
    assert begun(docx(body)).add("a", "b") == id


def test_an_empty_part_is_opened() -> None:
    comments = begun(docx(p("甲"), comments=part("comments", "").replace("></w:comments>", "/>")))
    comments.add("a", "甲")
    assert comments.changed()[COMMENTS].decode().count("w:comments") == 2


def test_a_name_that_is_taken_is_left_alone() -> None:
    package = Package(docx(p("甲")))
    taken = package.with_parts({COMMENTS: b"<other/>"})
    comments = begun(taken)
    comments.add("a", "甲")
    assert "word/comments1.xml" in comments.changed()
    assert COMMENTS not in comments.changed()


@pytest.mark.parametrize(
    ("text", "written"),
    [("a < b & c", "a &lt; b &amp; c"), ("甲\x00乙\ud800", "甲乙"), ("  甲", "  甲"), ("", "")],
)
def test_any_text_can_be_written(text: str, written: str) -> None:
    comments = begun(docx(p("甲")))
    comments.add('"<&\x01', text)
    data = comments.changed()[COMMENTS].decode()
    assert f'<w:t xml:space="preserve">{written}</w:t>' in data
    assert "w:author='\"&lt;&amp;'" in data


def test_a_strict_document_gets_strict_comments() -> None:
    comments = begun(strict(docx(p("甲"))))
    comments.add("a", "甲")
    changed = comments.changed()
    assert W_STRICT in changed[COMMENTS].decode()
    assert (
        "purl.oclc.org/ooxml/officeDocument/relationships/comments"
        in changed[RELATIONSHIPS].decode()
    )
