"""Fields: the printed result, and the text of a field without a result."""

from __future__ import annotations

import pytest

from reportlint.docx.fields import Field, Fields, standing_for
from reportlint.docx.xml import Node


def node(name: str, *children: Node, **attributes: str) -> Node:
    made = Node(name, attributes)
    made.children = list(children)
    return made


def field(code: str, form: Node | None = None) -> Field:
    opened = Field(form)
    opened.code = code
    return opened


def opened(*codes: str, in_code: bool = False, keep_contents: bool = False) -> Fields:
    fields = Fields(keep_contents)
    for code in codes:
        fields.open.append(field(code))
        fields.open[-1].in_code = in_code
    return fields


BOX = node("w:ffData", node("w:checkBox", node("w:default", val="1")))
UNTICKED = node(
    "w:ffData", node("w:checkBox", node("w:default", val="1"), node("w:checked", val="0"))
)
CHOICES = (node("w:listEntry", val="甲"), node("w:listEntry", val="乙"))
LIST = node("w:ffData", node("w:ddList", node("w:result", val="1"), *CHOICES))
BEYOND = node("w:ffData", node("w:ddList", node("w:result", val="2"), *CHOICES))

NOTHING = [
    field("PAGE"),
    field(""),
    field("MACROBUTTON"),
    field("EQ \\f(1,2)"),  # a fraction is printed by Word alone
    field("FORMCHECKBOX"),
    field("FORMDROPDOWN"),
    field("FORMDROPDOWN", BEYOND),
]
SHOWN = [
    (field("MACROBUTTON AcceptAllChangesShown [请填写单位]"), "[请填写单位]", True),
    (field(" macrobutton NoMacro 单击此处"), "单击此处", True),
    (field("EQ \\o\\ac(○,1)"), "①", False),
    (field("eq \\o(〇，20)"), "⑳", False),
    (field("EQ \\o\\ac(○,21)"), "21", False),
    (field("EQ \\* jc2 \\o\\ad(\\s\\up 9(hàn),汉)"), "汉", False),
    (field("FORMCHECKBOX", BOX), "☑", False),
    (field("FORMCHECKBOX", UNTICKED), "☐", False),
    (field("FORMDROPDOWN", LIST), "乙", False),
]


@pytest.mark.parametrize("empty", NOTHING, ids=lambda empty: empty.code)
def test_nothing_stands_for_it(empty: Field) -> None:
    assert standing_for(empty) == ("", False)


@pytest.mark.parametrize(("of", "text", "is_blank"), SHOWN, ids=[row[0].code for row in SHOWN])
def test_what_stands_for_it(of: Field, text: str, is_blank: bool) -> None:
    assert standing_for(of) == (text, is_blank)


def test_a_code_is_not_printed_and_a_result_is() -> None:
    assert Fields().visible
    assert opened("PAGE").visible
    assert not opened("PAGE", in_code=True).visible
    inner = opened("TOC", "PAGE")
    inner.open[0].in_code = True
    assert not inner.visible, "a result within a code"


@pytest.mark.parametrize("code", ["TOC \\o", "toc", "INDEX", "TOA \\c 1"])
def test_a_result_that_is_a_table_of_contents(code: str) -> None:
    assert opened(code).in_contents
    assert not opened(code).is_body
    assert not opened(code, in_code=True).in_contents
    assert opened(code, keep_contents=True).is_body


@pytest.mark.parametrize("code", ["PAGEREF _Toc1", "HYPERLINK", "", "TOCS"])
def test_a_result_that_is_text(code: str) -> None:
    assert not opened(code).in_contents
    assert opened(code).is_body


def test_a_code_that_has_not_ended_ends_with_its_paragraph() -> None:
    fields = opened("TOC")
    fields.open.append(field("PAGE"))
    fields.add_code(" \\h")
    assert fields.open[-1].code == "PAGE \\h"
    fields.end_paragraph()
    assert [left.code for left in fields.open] == ["TOC"]
    fields.add_code("more")
    assert fields.open[-1].code == "TOC", "a result has no code to add to"
