from __future__ import annotations

from typing import Any

import pytest

from reportlint.kinds import together
from support.kinds import check, hits

BOTH: dict[str, list[str]] = {"风险": ["问题"], "措施": []}


def of(what: str, sections: Any = None) -> dict[str, Any]:
    return {"check": what, "sections": sections or BOTH}


SILENT: list[tuple[dict[str, Any], str]] = [
    (of("any-of"), "# 题\n\n## 一、问题\n\n甲\n"),  # another title, an ordinal
    (of("one-of"), "# 题\n\n## 措施\n\n甲\n"),
    (of("one-of"), "没有标题的文字。"),
    (of("all-or-none"), "# 题\n\n## 其他\n\n甲\n"),
    (of("all-or-none"), "# 题\n\n## 风险\n\n甲\n\n### 措施\n\n乙\n"),
    (of("requires"), "# 题\n\n## 措施\n\n甲\n"),
    (of("conflicts"), "# 题\n\n## 风险\n\n甲\n\n## 风险措施\n\n乙\n"),  # a title that holds a word
]

FIRES: list[tuple[dict[str, Any], str]] = [
    (of("any-of"), "# ⟦题⟧\n\n## 其他\n\n甲\n"),
    (of("one-of"), "# ⟦题⟧\n\n## 其他\n\n甲\n"),
    (of("one-of"), "# 题\n\n## 风险\n\n甲\n\n## ⟦措施⟧\n\n乙\n"),
    (of("all-or-none"), "# 题\n\n## ⟦措施⟧\n\n甲\n"),
    (of("requires"), "# 题\n\n## ⟦风险⟧\n\n甲\n"),
    (of("conflicts"), "# 题\n\n## 措施\n\n甲\n\n## ⟦问题⟧\n\n乙\n"),
]


@pytest.mark.parametrize(("options", "text"), SILENT)
def test_stays_silent(options: dict[str, Any], text: str) -> None:
    check("together", options, text)


@pytest.mark.parametrize(("options", "text"), FIRES)
def test_fires(options: dict[str, Any], text: str) -> None:
    assert check("together", options, text)


def test_what_the_message_can_say() -> None:
    (hit,) = hits("together", of("requires"), "# 题\n\n## 问题\n\n甲\n")
    assert (hit.values["found"], hit.values["missing"]) == (("问题",), ("措施",))


def test_one_section_is_not_held_against_another() -> None:
    assert [name for name, _ in together.complaints(of("any-of", {"甲": []}))] == ["sections"]
    assert not list(together.complaints(of("any-of")))
