"""Valid report-type files that are meant as written, and those that are certainly mistakes."""

from __future__ import annotations

import pytest

from reportlint.config.type_file import read_type
from reportlint.core.errors import UserError

SOUND = [
    "sections: [{id: a, title: 一般情况}, {id: b, title: 2026 年计划}, {id: c, title: 3D 打印}]",
    "sections: [{id: a, title: A, aliases: [C]}, {id: b, title: B, aliases: [C, A]}]",
    "sections: [{id: a, title: A, sections: [{id: c, title: B}]}, {id: b, title: B}]",
    "opening: {write: 各位同事}",
    "closing: off",
]
WRONG = [
    ("sections: [{id: a, title: 一、履职情况}]", "write 履职情况"),
    ("sections: [{id: a, title: （二）履职情况}]", "write 履职情况"),
    ("sections: [{id: a, title: 3. Costs}]", "write Costs"),
    ("sections: [{id: a, title: '## Costs'}]", "write Costs"),
    ("sections: [{id: a, title: A}, {id: b, title: A}]", "both called “A”"),
    ("opening: {within: 2}", "asks for nothing"),
    ("closing: {groups: [{id: a, any: [好], points: true}]}", "only for `opening`"),
    ("title: 报告", "recognise"),
]


@pytest.mark.parametrize("text", SOUND)
def test_what_is_meant(text: str) -> None:
    read = read_type(f"name: 日报\n{text}\n", "daily.yaml", "daily", "house", {}, {})
    assert read.id == "daily"  # a slip would be raised


@pytest.mark.parametrize(("text", "cure"), WRONG)
def test_what_is_not_meant_is_told_with_its_cure(text: str, cure: str) -> None:
    with pytest.raises(UserError) as caught:
        read_type(f"name: 日报\n{text}\n", "daily.yaml", "daily", "house", {}, {})
    assert [cure in problem.to("en") for problem in caught.value.problems] == [True]
