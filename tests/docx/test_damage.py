"""Bytes that are not a Word document, and damaged, hostile or odd documents: always a clear
message, never a crash or a long wait."""

from __future__ import annotations

import contextlib
import io
import struct
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportlint.docx import package as package_module
from reportlint.docx import story as story_module
from reportlint.docx import xml as xml_module
from reportlint.docx.annotate import annotate
from reportlint.docx.errors import DocxError
from reportlint.docx.reader import read
from support.docx_parts import (
    HEAD,
    HEADINGS,
    NAMESPACES,
    abstract,
    docx,
    lvl,
    num,
    numbering,
    p,
    package,
    tbl,
    zipped,
)

GOOD = docx(
    p("报告", "T") + p("甲", "H1", num="1") + tbl(["乙", "丙"]),
    styles=HEADINGS,
    numbering=numbering(abstract(0, lvl(0, "%1、")), num(1, 0)),
)
DOCUMENT = f"<w:document {NAMESPACES}><w:body>{{}}</w:body></w:document>"


def refused(data: bytes) -> DocxError:
    with pytest.raises(DocxError) as caught:
        read(data)
    assert caught.value.reason.zh != caught.value.reason.en
    with pytest.raises(DocxError):
        annotate(data, [(1, 0, 1, "a", "b")])
    return caught.value


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "no Word document"),
        (b"PK\x03\x04 cut short", "damaged"),
        ("述职报告\n".encode(), "no Word document"),
        (b"{\\rtf1 a}", "no Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "save it in Word or WPS as .docx"),
        (GOOD[:-30], "damaged"),
        (GOOD[: len(GOOD) // 2], "damaged"),
        (zipped({"a.txt": "甲"}), "no Word document"),
        (
            zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<w/>"}),
            "no Word document",
        ),
        (package(DOCUMENT.format("")[:-9], {}), "no sound XML"),
        (package(f"<w:glossaryDocument {NAMESPACES}/>", {}), "no body"),
        (package(b"", {}), "no sound XML"),
        (package("<w:document><w:body/></w:document>", {}), "no sound XML"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_document_is_said_to_be_none(data: bytes, word: str) -> None:
    assert word in refused(data).reason.en


def test_a_part_beside_the_body_that_is_damaged_is_named() -> None:
    assert "word/numbering.xml" in refused(docx(p("甲"), numbering="<w:numbering")).reason.zh


def test_an_empty_part_beside_the_body_counts_as_missing() -> None:
    assert (
        read(package(DOCUMENT.format(p("甲")), {"numbering": b"", "styles": b" \n"})).text == "甲\n"
    )


DOCTYPE = '<!DOCTYPE a [<!ENTITY b "PWNED-ENTITY">]>' + DOCUMENT.format(p("&b;"))


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "gb18030", "cp1252"]
)
def test_a_document_type_is_refused_in_any_encoding(encoding: str) -> None:
    head = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig").replace("cp", "windows-")}"?>'
    assert (
        "document type"
        in refused(package((head + DOCTYPE.replace("甲", "a")).encode(encoding), {})).reason.en
    )


def test_entities_that_multiply_are_never_made() -> None:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    refused(package(f'<!DOCTYPE a [<!ENTITY a0 "ha">{laughs}]>' + DOCUMENT.format(p("&a11;")), {}))
    refused(package(f'<!DOCTYPE a SYSTEM "file:///etc/passwd">{DOCUMENT.format("")}', {}))
    refused(docx(p("甲"), styles=f"<!DOCTYPE a>{HEADINGS}"))


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("UTF-8", "utf-8"),
        ("utf-8", "utf-8-sig"),
        ("UTF-16", "utf-16"),
        ("UTF-16", "utf-16-be"),
        ("UTF-16", "utf-16-le"),
        ("gbk", "gbk"),
        ("GB2312", "gb18030"),
        ("big5", "big5"),
        ("Shift_JIS", "shift_jis"),
    ],
)
def test_encodings(declared: str, encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{declared}"?>' + DOCUMENT.format(p("中文"))
    data = package(text.encode(encoding), {})
    assert read(data).text == "中文\n"
    assert read(annotate(data, [(1, 1, 2, "审", "改")])).comments[0][2:] == (1, 1, 1, 2)


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("nonsense", "utf-8"),
        ("utf-7", "utf-8"),
        ("utf-32", "utf-32"),
        ("idna", "utf-8"),
        ("rot13", "utf-8"),
        ("cp037", "cp037"),
        ("UTF-16", "utf-8"),
        ("UTF-8", "gbk"),
        ("gbk", "utf-8-sig"),
    ],
)
def test_encodings_that_are_refused(declared: str, encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{declared}"?>' + DOCUMENT.format(
        p("text" if encoding == "cp037" else "中文字")
    )
    refused(package(text.encode(encoding), {}))


@pytest.mark.parametrize(
    "name", ["tbl", "r", "p", "sdt", "txbxContent", "smartTag", "ins", "hyperlink", "x"]
)
def test_deep_nesting_is_refused(name: str) -> None:
    deep = f"<w:{name}>" * 3000 + f"</w:{name}>" * 3000
    assert "nested" in refused(package(DOCUMENT.format(f"<w:p>{deep}</w:p>"), {})).reason.en


def test_tables_in_tables_are_read_as_deep_as_anyone_puts_them() -> None:
    table = tbl(["里"])
    for _ in range(40):
        table = tbl([table + p("外")])
    assert read(docx(table)).lines[0].text == "里"


def test_deleted_things_may_be_as_deep_as_they_like() -> None:
    deep = "<w:del>" * 3000 + "</w:del>" * 3000
    assert read(docx(p(deep + "<w:r><w:t>甲</w:t></w:r>"))).text == "甲\n"


def test_a_bomb_of_elements_is_refused() -> None:
    bomb = package(DOCUMENT.format("<w:p/>" * 2_100_000), {})
    assert len(bomb) < 100_000
    assert "elements" in refused(bomb).reason.en


def test_a_bomb_of_paragraphs_is_refused() -> None:
    assert "paragraphs" in refused(package(DOCUMENT.format("<w:p/>" * 200_100), {})).reason.en


def test_a_bomb_of_bytes_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_module, "MOST_BYTES", 10_000_000)
    assert "10 MB" in refused(package(DOCUMENT.format(p("甲" * 4_000_000)), {})).reason.en


def test_a_size_that_lies(monkeypatch: pytest.MonkeyPatch) -> None:
    """The directory gives a small size for a part; the amount of extracted data is limited
    nevertheless."""
    monkeypatch.setattr(package_module, "MOST_BYTES", 1_000_000)
    body = DOCUMENT.format(p("a" * 3_000_000)).encode()
    data = package(body, {})
    refused(data.replace(struct.pack("<L", len(body)), struct.pack("<L", 1000)))


def test_a_document_without_a_list_of_types_is_read() -> None:
    files = {name: data for name, data in unzipped(GOOD).items() if name != "[Content_Types].xml"}
    assert read(zipped(files)) == read(GOOD)
    files = {name: data for name, data in unzipped(GOOD).items() if name != "_rels/.rels"}
    assert read(zipped(files)) == read(GOOD)


def test_too_many_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_module, "MOST_PARTS", 3)
    assert "files" in refused(GOOD).reason.en


def test_a_long_text_of_one_paragraph_is_quick() -> None:
    assert len(read(docx(p("甲" * 2_000_000))).lines[0].text) == 2_000_000


def test_many_marks_in_one_run_are_quick() -> None:
    runs = "".join(
        '<w:r><w:t>甲</w:t><w:br/><w:fldChar w:fldCharType="begin"/></w:r>' for _ in range(3000)
    )
    assert read(docx(f"<w:p>{runs}</w:p>")).lines


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def repacked(method: int) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as copy:
        for name, data in unzipped(GOOD).items():
            copy.writestr(name, data)
    return target.getvalue()


def test_ways_of_packing() -> None:
    assert read(repacked(zipfile.ZIP_STORED)) == read(GOOD)
    assert "packed" in refused(repacked(zipfile.ZIP_LZMA)).reason.en
    assert "packed" in refused(repacked(zipfile.ZIP_BZIP2)).reason.en


def test_a_locked_part_is_said_to_be_one() -> None:
    data = bytearray(GOOD)
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    assert "encrypted" in refused(bytes(data)).reason.en


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=4)
)
def test_flipped_bytes_never_crash(flips: list[tuple[int, int]]) -> None:
    data = bytearray(GOOD)
    for at, value in flips:
        data[at] = value
    with suppress(DocxError):
        assert annotate(bytes(data), [(1, 0, 2, "a", "b"), (3, 0, 1, "a", "b")]).startswith(b"PK")


XML = [
    DOCUMENT.format(p("甲", "H1", num="1") + tbl(["乙"])),
    HEADINGS,
    numbering(abstract(0, lvl(0, "%1、")), num(1, 0)),
]


@settings(max_examples=400, deadline=None)
@given(st.integers(0, 2), st.data())
def test_damaged_xml_never_crashes(which: int, data: st.DataObject) -> None:
    parts = [text.encode() for text in XML]
    text = parts[which]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 60)))
    parts[which] = (
        text[:start]
        + data.draw(
            st.binary(max_size=8) | st.sampled_from([b"<w:p>", b'"', b"&#0;", b"]]>", b"-1"])
        )
        + text[end:]
    )
    with contextlib.suppress(DocxError):
        read(
            package(
                parts[0],
                {"styles": HEAD.encode() + parts[1], "numbering": HEAD.encode() + parts[2]},
            )
        )


def test_the_limits_are_beyond_real_documents() -> None:
    assert xml_module.DEEPEST > 10 * 22
    assert xml_module.MOST_TAGS > 2 * 740_000
    assert story_module.MOST_LINES > 10 * 9_700
    assert package_module.MOST_BYTES > 5 * 12_600_000
