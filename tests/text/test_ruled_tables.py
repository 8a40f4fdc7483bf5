"""Tables ruled with dashes, and lines of dashes that are not tables."""

from __future__ import annotations

import pytest
from shape import shape
from shipped import parse

TABLE = (
    "  -------------------------\n  事项      措施\n  --------- ---------------\n"
    "  甲        1\\. 摸底\n\n            2\\. 整改\n\n  乙        1\\. 复核\n  -------------------------"
)
NO_TABLE = {
    "two rules": "----------\n\n1\\. 甲\n\n----------\n",
    "groups that nothing closes": "--- ---\n\n1\\. 甲\n\n2\\. 乙\n",
    "a rule that is not as long": f"{TABLE}-------\n",
    "text right behind": f"{TABLE}\n后文。\n",
}


@pytest.mark.parametrize("format", ["markdown", "text"])
@pytest.mark.parametrize("name", NO_TABLE)
def test_lines_of_dashes(name: str, format: str) -> None:
    blocks = shape(parse(NO_TABLE[name], format))
    assert not any(block.startswith("table") for block in blocks)


@pytest.mark.parametrize("format", ["markdown", "text"])
def test_a_table_with_cells_of_several_lines(format: str) -> None:
    blocks = shape(parse(f"前文。\n\n{TABLE}\n\n后文。\n", format))
    assert [block.split()[0] for block in blocks] == ["paragraph", "table", "paragraph"]


@pytest.mark.parametrize("format", ["markdown", "text"])
def test_a_table_without_a_header(format: str) -> None:
    table = "  --- ----\n  甲  1\\. 摸\n      2\\. 改\n  --- ----"
    blocks = shape(parse(f"{table}\n\n后文。\n", format))
    assert [block.split()[0] for block in blocks] == ["table", "paragraph"]


def test_lines_of_dashes_alone_are_no_table() -> None:
    text = "----------\n\n甲  乙\n\n" * 400 + "--- ---\n"
    blocks = shape(parse(text, "markdown"))
    assert {block.split()[0] for block in blocks} == {"rule", "paragraph"}
