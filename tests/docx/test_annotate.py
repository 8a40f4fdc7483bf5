"""Comments are written into a copy at the right places, and nothing else changes."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportlint.docx.annotate import annotate
from reportlint.docx.reader import read
from support.docx_parts import (
    HEADINGS,
    abstract,
    box,
    docx,
    field,
    ins,
    lvl,
    num,
    numbering,
    p,
    part,
    r,
    sdt,
    strict,
    tbl,
)

MAIN = "word/document.xml"
MARKS = re.compile(
    rb'<w:commentRange(?:Start|End)(?: xmlns:w="[^"]*")? w:id="\d+"/>|<w:r(?:'
    rb' xmlns:w="[^"]*")?><w:commentReference w:id="\d+"/></w:r>'
)
# What ends a run and begins it anew stands around the marks.
_LOOK = rb"(?:<w:rPr>(?:(?!</?w:rPr\b).)*</w:rPr>)?"
CUTS = re.compile(
    rb"</w:t></w:r>(?:"
    + MARKS.pattern
    + rb")+<w:r>"
    + _LOOK
    + rb'<w:t xml:space="preserve">|'
    + MARKS.pattern,
    re.DOTALL,
)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def on(data: bytes, *words: str, exact: bool = True) -> bytes:
    """The document with a comment on each of the words."""
    remarks = []
    for number, line in enumerate(read(data).lines, 1):
        remarks += [
            (number, at, at + len(word), "reportlint", f"看“{word}”")
            for word in words
            if (at := line.text.find(word)) >= 0
        ]
    return annotate(data, remarks, exact)


def commented(data: bytes) -> list[str]:
    """The text that each comment covers."""
    text = read(data)
    return [
        "".join(text.lines[mark.line - 1].text[mark.column : mark.end_column])
        for mark in text.comments
    ]


NUMBERED = numbering(abstract(0, lvl(0, "%1、", "chineseCounting")), num(1, 0))


def bare(text: str, look: str = "") -> str:
    """A run without `xml:space`, so that the second half of a split run can be recognised."""
    return r(text, look).replace(' xml:space="preserve"', "")


BODY = (
    p(bare("关于修路的报告"), "T")
    + p(bare("总体情况"), "H1", num="1")
    + p(bare("今年共取缔", "<w:b/>") + bare("场所XX家，") + bare("整改待补充。"))
    + p(
        ins(bare("新增XX项"))
        + field("PAGE", bare("第XX页"))
        + sdt(bare("填XX处"), "<w:showingPlcHdr/>")
    )
    + tbl([p(bare("单位")), p(bare("XX局"))])
)
REPORT = docx(BODY, styles=HEADINGS, numbering=NUMBERED)


def test_a_comment_covers_its_words() -> None:
    copy = on(REPORT, "XX", "总体", "待补充")
    assert commented(copy) == ["总体", "XX", "待补充", "XX", "XX"]
    assert [(comment.author, comment.text) for comment in read(copy).comments][1] == (
        "reportlint",
        "看“XX”",
    )
    assert read(copy).text == read(REPORT).text


def test_nothing_else_changes() -> None:
    before, after = parts(REPORT), parts(on(REPORT, "XX", "总体", "待补充"))
    changed = {name for name, data in after.items() if before.get(name) != data}
    assert changed == {
        MAIN,
        "word/comments.xml",
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
    }
    assert CUTS.sub(b"", after[MAIN]) == before[MAIN]
    assert list(after)[: len(before)] == list(before)


def test_without_cuts_the_main_part_gains_nothing_but_marks() -> None:
    copy = on(REPORT, "XX", "待补充", exact=False)
    assert MARKS.sub(b"", parts(copy)[MAIN]) == parts(REPORT)[MAIN]
    assert commented(copy)[:2] == ["场所XX家，", "整改待补充。"]


@pytest.mark.parametrize(
    ("content", "word", "covered"),
    [
        (r("甲乙丙"), "乙", "乙"),
        (r("甲乙丙"), "甲乙丙", "甲乙丙"),
        (r("甲乙") + r("丙丁"), "乙丙", "乙丙"),
        (r("甲&乙<丙"), "乙", "乙"),
        (r("甲&乙<丙"), "&乙<", "&乙<"),
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙丙</w:t></w:r>", "丙", "丙"),
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙丙</w:t></w:r>", "乙", "乙"),
        ("<w:r><w:t>甲 乙</w:t></w:r>", "乙", "乙"),
        ("<w:r><w:t>甲 乙</w:t></w:r>", "甲 ", "甲 "),
        ("<w:r><w:t>\n甲乙\n</w:t></w:r>", "乙", "甲乙"),
        ("<w:r><w:t>\xa0甲乙\u3000</w:t></w:r>", "乙", "乙"),
        ("<w:r><w:t><![CDATA[甲乙]]></w:t></w:r>", "乙", "甲乙"),
        ("<w:r><w:t>甲<!-- 乙 -->乙</w:t></w:r>", "乙", "甲乙"),
        (r("甲乙", '<w:rPrChange w:id="1"><w:rPr/></w:rPrChange>'), "乙", "甲乙"),
        (r("甲𠮷乙"), "乙", "乙"),
        (
            "<w:r><w:ruby><w:rt/><w:rubyBase><w:r><w:t>甲乙</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "乙",
            "甲乙",
        ),
        (f"<w:hyperlink>{r('甲乙丙')}</w:hyperlink>", "乙", "乙"),
        ("<m:oMath><m:r><m:t>S=甲</m:t></m:r></m:oMath>", "甲", "S=甲"),
        (field("MACROBUTTON x [甲乙]"), "乙", "[甲乙]"),
        (r("甲") + sdt(r("乙丙")) + r("丁"), "乙", "乙丙"),
        (r("甲") + sdt(r("乙") + sdt(r("丙"))) + r("丁"), "丙丁", "乙丙丁"),
    ],
)
def test_where_a_comment_begins_and_ends(content: str, word: str, covered: str) -> None:
    document = docx(p(content))
    copy = on(document, word)
    assert commented(copy) == [covered]
    assert read(copy).text == read(document).text
    assert CUTS.sub(b"", parts(copy)[MAIN]).replace(b' xml:space="preserve"', b"") == parts(
        document
    )[MAIN].replace(b' xml:space="preserve"', b"")


def test_a_number_is_commented_at_its_paragraph() -> None:
    assert commented(annotate(REPORT, [(2, 0, 2, "a", "b")])) == ["总体情况"]


def test_what_no_comment_can_be_on_is_said_where_it_hangs() -> None:
    note = part("footnotes", f'<w:footnote w:id="1">{p("注XX")}</w:footnote>')
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    body = (
        p("头一段")
        + p(r("框在这") + box(p("框XX")))
        + p(r("注在这") + '<w:r><w:footnoteReference w:id="1"/></w:r>')
        + p()
    )
    document = docx(body, section, footnotes=note, header1=part("hdr", p("眉XX")))
    copy = read(on(document, "XX"))
    assert [(comment.line, comment.column) for comment in copy.comments] == [(2, 3), (4, 3), (1, 0)]
    empty = annotate(document, [(5, 0, 0, "a", "此处缺一节")])
    assert [comment.line for comment in read(empty).comments] == [4]


def test_places_out_of_the_text_are_taken_to_its_ends() -> None:
    document = docx(p("甲") + p("乙"))
    copy = annotate(document, [(0, -5, 0, "a", "b"), (99, 0, 9, "a", "b"), (1, 7, 9, "a", "b")])
    assert commented(copy) == ["甲", "乙", "甲"]


def test_a_document_without_text() -> None:
    copy = annotate(docx("<w:p><w:pPr/></w:p>"), [(1, 0, 1, "a", "b")])
    assert (
        b'<w:pPr/><w:commentRangeStart w:id="0"/><w:commentRangeEnd w:id="0"/>' in parts(copy)[MAIN]
    )
    assert len(read(copy).comments) == 1
    for body in ("", "<w:p/>"):
        document = docx(body)
        assert parts(annotate(document, [(1, 0, 1, "a", "b")])) == parts(document)


def test_without_remarks_every_part_is_as_it_was() -> None:
    assert parts(annotate(REPORT, [])) == parts(REPORT)


OLD = part("comments", f'<w:comment w:id="7" w:author="李">{p("旧")}</w:comment>')
WITH_OLD = docx(
    p(
        '<w:commentRangeStart w:id="7"/>'
        + r("甲")
        + '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
        + r("乙")
    ),
    comments=OLD,
)


def test_comments_that_are_there_stay() -> None:
    copy = annotate(WITH_OLD, [(1, 1, 2, "a", "新")])
    assert [(comment.author, comment.text) for comment in read(copy).comments] == [
        ("李", "旧"),
        ("a", "新"),
    ]
    assert commented(copy) == ["甲", "乙"]
    assert set(re.findall(rb'commentReference w:id="(\d+)"', parts(copy)[MAIN])) == {b"7", b"8"}
    assert {name for name, data in parts(copy).items() if data != parts(WITH_OLD)[name]} == {
        MAIN,
        "word/comments.xml",
    }


def test_comments_can_be_added_twice() -> None:
    copy = annotate(on(REPORT, "XX"), [(1, 0, 2, "乙", "再看")])
    assert len(read(copy).comments) == 4
    assert (
        len(set(re.findall(rb'comment [^>]*w:id="(\d+)"', parts(copy)["word/comments.xml"]))) == 4
    )


def test_an_empty_comments_part_is_filled() -> None:
    document = docx(
        p("甲"),
        comments=(
            '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
        ),
    )
    assert commented(annotate(document, [(1, 0, 1, "a", "b")])) == ["甲"]


def test_a_part_that_nothing_points_to_is_not_overwritten() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(REPORT)) as archive, zipfile.ZipFile(target, "w") as copy:
        for name in archive.namelist():
            copy.writestr(name, archive.read(name))
        copy.writestr("word/comments.xml", "<stray/>")
    after = annotate(target.getvalue(), [(1, 0, 1, "a", "b")])
    assert parts(after)["word/comments.xml"] == b"<stray/>"
    assert len(read(after).comments) == 1


def test_a_strict_document_stays_one() -> None:
    copy = on(strict(REPORT), "XX")
    assert commented(copy) == ["XX"] * 3
    assert not any(
        b"openxmlformats.org/wordprocessingml" in data
        for name, data in parts(copy).items()
        if name.endswith("comments.xml") or name == MAIN
    )
    assert (
        b"purl.oclc.org/ooxml/officeDocument/relationships/comments"
        in parts(copy)["word/_rels/document.xml.rels"]
    )
    assert b"purl.oclc.org" not in parts(on(REPORT, "XX"))["word/_rels/document.xml.rels"]


def test_no_empty_halves_are_left() -> None:
    document = docx(p(r("甲乙") + "<w:r><w:t>丙</w:t><w:tab/></w:r>"))
    for words in (("甲",), ("乙",), ("甲乙",)):
        assert b"></w:t>" not in parts(on(document, *words))[MAIN]


def test_texts_are_written_safely() -> None:
    copy = annotate(REPORT, [(1, 0, 1, 'a"<&>\x00', "一\n<w:p/>&\x08\ud800二")])
    comment = read(copy).comments[0]
    assert (comment.author, comment.text) == ('a"<&>', "一\n<w:p/>&二")


def test_other_prefixes_and_encodings() -> None:
    body = f"<document xmlns='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><body>{p(r('甲乙丙')).replace('w:', '')}</body></document>"
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(REPORT)) as archive, zipfile.ZipFile(target, "w") as copy:
        for name in archive.namelist():
            text = (
                f'<?xml version="1.0" encoding="UTF-16"?>{body}'.encode("utf-16")
                if name == MAIN
                else archive.read(name)
            )
            copy.writestr(name, text)
    after = annotate(target.getvalue(), [(1, 1, 2, "a", "b")])
    assert commented(after) == ["乙"]
    assert parts(after)[MAIN].startswith(b"\xff\xfe")


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(1, 6), st.integers(0, 16), st.integers(0, 16), st.just("a"), st.just("b")
        ),
        max_size=8,
    ),
    st.booleans(),
)
def test_any_comments_leave_the_text_and_can_be_taken_out(
    remarks: list[tuple[int, int, int, str, str]], exact: bool
) -> None:
    copy = annotate(REPORT, remarks, exact)
    assert read(copy).text == read(REPORT).text
    assert len(read(copy).comments) == len(remarks)
    assert CUTS.sub(b"", parts(copy)[MAIN]) == parts(REPORT)[MAIN]
