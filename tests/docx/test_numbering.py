"""The labels that Word prints before the paragraphs of lists."""

from __future__ import annotations

import pytest

from reportlint.docx.reader import read
from support.docx_parts import abstract, docx, lvl, num, numbering, p, r, starting, style, styles

CHINESE = (
    lvl(0, "%1、", "chineseCountingThousand"),
    lvl(1, "（%2）", "chineseCountingThousand"),
    lvl(2, "%3．"),
)
DECIMAL = (lvl(0, "%1."), lvl(1, "%1.%2"), lvl(2, "%1.%2.%3"))


def labels(body: str, definitions: str, sheet: str = "") -> list[str]:
    text = read(docx(body, numbering=definitions, **({"styles": sheet} if sheet else {})))
    return [line.text[: line.label].strip() for line in text.lines]


def of_levels(levels: str, *definitions: str) -> list[str]:
    """The labels of paragraphs whose levels are the digits of `levels`; a dash is a paragraph
    without a number."""
    body = "".join(
        p("甲") if level == "-" else p("甲", num="1", level=int(level)) for level in levels
    )
    return labels(body, numbering(abstract(0, *definitions), num(1, 0)))


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ("000", "1. 2. 3."),
        ("0-0", "1.  2."),
        ("0101", "1. 1.1 2. 2.1"),
        ("01120", "1. 1.1 1.2 1.2.1 2."),
        ("022", "1. 1.1.1 1.1.2"),
        ("0210", "1. 1.1.1 1.2 2."),  # a level that was passed over counts
        ("10", "1.1 2."),  # Word numbers a Heading 1 that follows a first Heading 2 with 2
    ],
)
def test_levels(levels: str, expected: str) -> None:
    assert of_levels(levels, *DECIMAL) == expected.split(" ")


def test_chinese_levels() -> None:
    assert of_levels("0112011", *CHINESE) == [
        "一、",
        "（一）",
        "（二）",
        "1．",
        "二、",
        "（一）",
        "（二）",
    ]


def test_a_level_that_never_starts_anew() -> None:
    assert of_levels("01101", lvl(0, "%1."), lvl(1, "%2)", more='<w:lvlRestart w:val="0"/>')) == [
        "1.",
        "1)",
        "2)",
        "2.",
        "3)",
    ]


def test_a_level_that_starts_anew_after_the_first_only() -> None:
    definitions = (lvl(0, "%1."), lvl(1, "%2)"), lvl(2, "%3、", more='<w:lvlRestart w:val="1"/>'))
    assert of_levels("0121202", *definitions) == ["1.", "1)", "1、", "2)", "2、", "2.", "1、"]


def test_starts() -> None:
    assert of_levels("0011", lvl(0, "%1.", start=5), lvl(1, "%2)", start=0)) == [
        "5.",
        "6.",
        "0)",
        "1)",
    ]


def test_lists_of_one_abstract_list_are_counted_on_together() -> None:
    body = p("甲", num="1") + p("乙", num="2") + p("丙", num="1")
    assert labels(body, numbering(abstract(0, *DECIMAL), num(1, 0), num(2, 0))) == [
        "1.",
        "2.",
        "3.",
    ]


def test_a_list_that_starts_anew_does_so_once() -> None:
    body = p("甲", num="1") + p("乙", num="2") + p("丙", num="2") + p("丁", num="1")
    lists = numbering(abstract(0, *DECIMAL), num(1, 0), num(2, 0, starting(0, 1)))
    assert labels(body, lists) == ["1.", "1.", "2.", "3."]
    lists = numbering(abstract(0, *DECIMAL), num(1, 0), num(2, 0, starting(0, 7)))
    assert labels(body, lists) == ["1.", "7.", "8.", "9."]


def test_a_list_with_a_level_of_its_own() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{lvl(0, "附件%1")}</w:lvlOverride>'
    body = p("甲", num="1") + p("乙", num="2")
    assert labels(body, numbering(abstract(0, *DECIMAL), num(1, 0), num(2, 0, override))) == [
        "1.",
        "附件2",
    ]


def test_legal_numbers_are_arabic() -> None:
    definitions = (
        lvl(0, "第%1章", "chineseCountingThousand"),
        lvl(1, "%1.%2", "upperRoman", more="<w:isLgl/>"),
    )
    assert of_levels("0011", *definitions) == ["第一章", "第二章", "2.1", "2.2"]
    off = (
        lvl(0, "第%1章", "chineseCountingThousand"),
        lvl(1, "%1.%2", more='<w:isLgl w:val="0"/>'),
    )
    assert of_levels("01", *off) == ["第一章", "一.1"]


@pytest.mark.parametrize(
    ("text", "suffix", "expected"),
    [
        ("%1、", "tab", "一、甲"),
        ("（%1）", "tab", "（一）甲"),
        ("%1.", "tab", "一. 甲"),
        ("第%1章", "space", "第一章 甲"),
        ("%1.", "nothing", "一.甲"),
        ("%1、", "space", "一、甲"),
        ("", "tab", "甲"),
        ("%2", "tab", "1 甲"),
        ("100%", "tab", "100% 甲"),
    ],
)
def test_the_blank_behind_a_number_is_as_one_would_type_it(
    text: str, suffix: str, expected: str
) -> None:
    level = lvl(0, text, "chineseCounting", more=f'<w:suff w:val="{suffix}"/>')
    document = docx(p("甲", num="1"), numbering=numbering(abstract(0, level), num(1, 0)))
    assert read(document).lines[0].text == expected


@pytest.mark.parametrize(
    ("sign", "font", "expected"),
    [
        ("•", "", "• 甲"),
        ("\uf0b7", "Symbol", "• 甲"),
        ("\uf0d8", "Wingdings", "➢ 甲"),
        ("\uf0ff", "Wingdings", "• 甲"),
        ("o", "Courier New", "• 甲"),
        ("l", "Wingdings", "● 甲"),
        ("—", "", "— 甲"),
        ("", "", "甲"),
    ],
)
def test_bullets(sign: str, font: str, expected: str) -> None:
    look = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>' if font else ""
    level = lvl(0, sign, "bullet", end=look)
    line = read(docx(p("甲", num="1"), numbering=numbering(abstract(0, level), num(1, 0)))).lines[0]
    assert (line.text, line.bullet) == (expected, expected != "甲")


def test_a_format_that_only_new_programs_know() -> None:
    choice = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001,'
        ' 002, 003, ..."/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    level = lvl(0, "%1.").replace('<w:numFmt w:val="decimal"/>', choice)
    assert of_levels("00", level) == ["001.", "002."]


@pytest.mark.parametrize(
    "properties",
    [
        '<w:numPr><w:numId w:val="0"/></w:numPr>',
        '<w:numPr><w:numId w:val="77"/></w:numPr>',
        '<w:numPr><w:numId w:val="1"/><w:ilvl w:val="5"/></w:numPr>',
        '<w:numPr><w:numId w:val=""/></w:numPr>',
        "<w:numPr/>",
    ],
)
def test_paragraphs_without_a_number(properties: str) -> None:
    body = p("甲", num="1") + p("乙", more=properties) + p("丙", num="1")
    assert labels(body, numbering(abstract(0, *DECIMAL), num(1, 0))) == ["1.", "", "2."]


def test_a_hidden_number_counts() -> None:
    hidden = f'<w:lvlOverride w:ilvl="0">{lvl(0, "%1.", end="<w:rPr><w:vanish/></w:rPr>")}</w:lvlOverride>'
    body = p("甲", num="1") + p("乙", num="2") + p("丙", num="1")
    assert labels(body, numbering(abstract(0, *DECIMAL), num(1, 0), num(2, 0, hidden))) == [
        "1.",
        "",
        "3.",
    ]


def test_an_empty_item_has_its_number() -> None:
    definitions = numbering(abstract(0, *DECIMAL), num(1, 0))
    text = read(docx(p("甲", num="1") + p(num="1") + p("丙", num="1"), numbering=definitions))
    assert [line.text for line in text.lines] == ["1. 甲", "2.", "3. 丙"]


def test_the_break_of_a_section_has_none() -> None:
    body = p("甲", num="1") + p(num="1", more="<w:sectPr/>") + p("丙", num="1")
    assert labels(body, numbering(abstract(0, *DECIMAL), num(1, 0))) == ["1.", "", "2."]


NUMBERED = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
SHEET = styles(
    style("Normal", "Normal"),
    style("H1", "heading 1", NUMBERED.format(0)),
    style("H2", "heading 2", NUMBERED.format(0)),  # the list ties it to its second level
    style("Own", "本单位标题", based_on="H1"),
    style("Off", "无编号", '<w:numPr><w:numId w:val="0"/></w:numPr>', "H1"),
    style("Deep", "下一级", '<w:numPr><w:ilvl w:val="2"/></w:numPr>', "H1"),
)
LINKED = numbering(
    abstract(
        0,
        lvl(0, "%1、", "chineseCountingThousand", more='<w:pStyle w:val="H1"/>'),
        lvl(1, "（%2）", "chineseCountingThousand", more='<w:pStyle w:val="H2"/>'),
        lvl(2, "%3."),
    ),
    num(1, 0),
)


def test_numbers_by_style() -> None:
    body = (
        p("甲", "H1")
        + p("乙", "H2")
        + p("丙", "Own")
        + p("丁", "Off")
        + p("戊", "H1", more='<w:numPr><w:numId w:val="0"/></w:numPr>')
        + p("己", "H1")
    )
    assert labels(body, LINKED, SHEET) == ["一、", "（一）", "二、", "", "", "三、"]


def test_a_level_of_the_paragraph_itself_goes_before_that_of_its_style() -> None:
    assert labels(p("甲", "H1", num="1", level=1), LINKED, SHEET) == ["（一）"]


def test_a_numbering_style_gives_its_levels_to_another_list() -> None:
    definitions = numbering(
        abstract(0, more='<w:numStyleLink w:val="公文"/>'),
        abstract(1, *CHINESE, more='<w:styleLink w:val="公文"/>'),
        num(1, 0),
        num(2, 1),
    )
    sheet = styles(
        style("公文", "公文", '<w:numPr><w:numId w:val="2"/></w:numPr>', type="numbering")
    )
    assert labels(p("甲", num="1") + p("乙", num="1", level=1), definitions, sheet) == [
        "一、",
        "（一）",
    ]


def test_numbering_styles_that_point_to_each_other() -> None:
    definitions = numbering(abstract(0, more='<w:numStyleLink w:val="A"/>'), num(1, 0))
    sheet = styles(style("A", "A", '<w:numPr><w:numId w:val="1"/></w:numPr>', type="numbering"))
    assert labels(p("甲", num="1"), definitions, sheet) == [""]


def test_stories_are_counted_apart() -> None:
    from support.docx_parts import box

    body = (
        p("甲", num="1")
        + p("<w:r><w:t>有框</w:t></w:r>" + box(p("框内", num="1")))
        + p("乙", num="1")
    )
    text = read(docx(body, numbering=numbering(abstract(0, *DECIMAL), num(1, 0))))
    assert [line.text for line in text.lines] == ["1. 甲", "有框", "1. 框内", "2. 乙"]


@pytest.mark.parametrize("value", ["²", "-1", "9" * 5000, "", "x", "1e3", "10"])
def test_odd_numbers_in_attributes(value: str) -> None:
    """An attribute that is not a small number is ignored; an undefined level has no label."""
    level = f'<w:numPr><w:ilvl w:val="{value}"/><w:numId w:val="1"/></w:numPr>'
    definitions = numbering(abstract(0, lvl(0, "%1.")), num(1, 0))
    body = p(r("甲"), more=level) + p("乙", more=f'<w:outlineLvl w:val="{value}"/>')
    first, second = read(docx(body, numbering=definitions)).lines
    assert first.text == ("甲" if value == "10" else "1. 甲")
    assert second.level == 0
    start = {"-1": -1, "10": 10}.get(value, 0)
    for name, number in (("w:start", start), ("w:lvlRestart", 0)):
        odd = lvl(0, "%1.").replace('<w:start w:val="1"/>', f'<{name} w:val="{value}"/>')
        assert labels(p("甲", num="1"), numbering(abstract(0, odd), num(1, 0))) == [f"{number}."]
