"""A new document: its text, and its automatic numbers, page layout and blanks."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree

import pytest

from reportlint.docx.reader import read
from reportlint.docx.values import BODY
from reportlint.docx.writer import ADDRESSEE, HEADING, SIGNATURE, TITLE, NewParagraph, write

REPORT = [
    NewParagraph("{{姓名}}述职报告", TITLE),
    NewParagraph("各位代表：", ADDRESSEE),
    NewParagraph("现将{{时间}}的情况报告如下："),
    NewParagraph("总体情况", HEADING, 1),
    NewParagraph("修路", HEADING, 2),
    NewParagraph("道路", HEADING, 3),
    NewParagraph("城区", HEADING, 4),
    NewParagraph("架桥", HEADING, 2),
    NewParagraph("问题", HEADING, 1),
    NewParagraph("甲局\n{{成文日期}}", SIGNATURE),
]


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_it_reads_as_it_was_written_with_its_numbers() -> None:
    lines = [line for line in read(write(REPORT)).lines if line.part == BODY]
    assert [line.text for line in lines] == [
        "［姓名］述职报告",
        "各位代表：",
        "现将［时间］的情况报告如下：",
        "一、总体情况",
        "（一）修路",
        "1.道路",
        "（1）城区",
        "（二）架桥",
        "二、问题",
        "甲局",
        "［成文日期］",
    ]
    assert [line.level for line in lines] == [0, 0, 0, 1, 2, 3, 4, 2, 1, 0, 0]
    assert [line.title for line in lines] == [True, *[False] * 10]


def test_blanks_are_controls_that_nobody_has_filled_in() -> None:
    controls = [control for line in read(write(REPORT)).lines for control in line.controls]
    assert [(control.title, control.filled) for control in controls] == [
        ("姓名", False),
        ("时间", False),
        ("成文日期", False),
    ]


def test_english_has_no_numbers() -> None:
    text = read(
        write(
            [
                NewParagraph("{{title}}", TITLE),
                NewParagraph("Summary", HEADING, 1),
                NewParagraph("A & B <c>"),
            ],
            "en",
        )
    )
    assert [line.text for line in text.lines if line.part == BODY] == [
        "[title]",
        "Summary",
        "A & B <c>",
    ]


def test_the_page_is_that_of_the_standard() -> None:
    document = parts(write(REPORT))["word/document.xml"]
    page = {
        name: int(value)
        for name, value in re.findall(r'w:(top|left|right|bottom|w|h)="(\d+)"', document)
    }
    millimetres = {name: round(twips / 56.7) for name, twips in page.items()}
    assert millimetres == {"w": 210, "h": 297, "top": 37, "left": 28, "right": 26, "bottom": 35}
    assert round((page["h"] - page["top"] - page["bottom"]) / 579) == 22


def test_every_part_is_sound_and_every_pointer_points() -> None:
    files = parts(write(REPORT))
    for text in files.values():
        ElementTree.fromstring(text.encode())
    targets = re.findall(r'Target="([^"]+)"', files["word/_rels/document.xml.rels"])
    assert {f"word/{target}" for target in targets} == {
        name for name in files if re.fullmatch(r"word/(?!document)\w+\.xml", name)
    }
    assert set(re.findall(r'PartName="/([^"]+)"', files["[Content_Types].xml"])) == {
        name for name in files if re.fullmatch(r"word/\w+\.xml", name)
    }
    styles = set(re.findall(r'w:styleId="(\w+)"', files["word/styles.xml"]))
    used = set(
        re.findall(r'w:(?:pStyle|rStyle|basedOn|next) w:val="(\w+)"', "".join(files.values()))
    )
    assert used <= styles


def test_the_same_paragraphs_give_the_same_bytes() -> None:
    assert write(REPORT) == write(REPORT)


@pytest.mark.parametrize(
    "text",
    ["", "\x00\x08\ud800", "]]>&amp;", "{{}}", "{{a\nb}}", "{{ " + "长" * 100 + " }}", "  两端  "],
)
def test_odd_texts(text: str) -> None:
    lines = read(write([NewParagraph(text)])).lines
    assert lines[0].part == BODY
    for name in parts(write([NewParagraph(text, HEADING, 99)])):
        assert name
