from __future__ import annotations

from typing import Any

import pytest

from reportlint.kinds import comparison
from support.kinds import check, hits

YEAR = {
    "check": "same",
    "of": [r"\d{4}年"],
    "scope": ["title"],
    "with": [r"(?<=全年即)\d{4}年"],
    "with-scope": ["paragraph"],
}
DATES = {"check": "ascending", "of": [r"\d{4}-\d\d(?:-\d\d)?"], "scope": ["item"]}
VERSIONS = {"check": "descending", "of": [r"^#* *v?(?P<at>\d+(?:\.\d+)+)"], "scope": ["heading"]}

CAPTIONS = {
    "check": "same",
    "per": "section",
    "of": [r"(?<!\d)(?P<at>\d)\s"],
    "scope": ["heading"],
    "with": [r"^图(?P<at>\d)-\d"],
    "with-scope": ["paragraph"],
}

SILENT: list[tuple[dict[str, Any], str]] = [
    (CAPTIONS, "# 题\n\n## 1 甲\n\n图1-1 收入\n\n## 2 乙\n\n图2-1 支出"),
    (CAPTIONS, "# 题\n\n## 甲\n\n图1-1 收入"),  # a section without a number
    (YEAR, "# ２０２６年总结\n\n全年即2026年。"),  # width does not count
    (YEAR, "# 总结\n\n全年即2026年。"),  # nothing to compare with
    (YEAR, "# 2026年总结\n\n比2025年好。"),
    (DATES, "- 2026-03-05 甲\n- 2026-03 乙\n- 2026-03-05 丙\n- 2026-04-01 丁"),
    (DATES, "2026-03-05 甲\n\n2025-01-01 乙"),  # in no item
    (VERSIONS, "# 记录\n\n## 1.10.0\n\n甲\n\n## 1.9.2\n\n乙"),
    ({**DATES, "per": "section"}, "# 题\n\n## 甲\n\n- 2026-03-05\n\n## 乙\n\n- 2025-01-01\n"),
]

FIRES: list[tuple[dict[str, Any], str]] = [
    (CAPTIONS, "# 题\n\n## 1 甲\n\n图1-1 收入\n\n## 2 乙\n\n图⟦1⟧-2 支出"),
    (
        {**CAPTIONS, "per": "section-with-subsections"},
        "# 题\n\n## 2 甲\n\n### 甲一\n\n图⟦1⟧-1 收入",
    ),
    (YEAR, "# 2026年总结\n\n全年即⟦2025年⟧。"),
    (DATES, "- 2026-03-05 甲\n- ⟦2026-03-04⟧ 乙\n- 2026-04-01 丙"),
    (VERSIONS, "# 记录\n\n## 1.9.2\n\n甲\n\n## ⟦1.10.0⟧\n\n乙"),
    ({**DATES, "strict": True}, "- 2026-03-05\n- ⟦2026-03-05⟧\n"),
]

NUMBER = {"check": "same", "of": [r"(?<=^PEP: )\d+"], "with-file": [r"pep-(?P<at>\d+)\.rst$"]}
NAME = {
    "check": "same",
    "of": [r"^# (?P<at>.+)$"],
    "scope": ["title"],
    "with-file": [r"(?:^|/)(?P<at>[^/]+)\.md$"],
}
OF_FILES_SILENT: list[tuple[dict[str, Any], str, str]] = [
    (NUMBER, "PEP: 12\nTitle: A\n\nText.", "peps/pep-0012.rst"),  # zeros before a number
    (NUMBER, "PEP: 13\nTitle: A\n\nText.", ""),  # a text that is no file
    (NUMBER, "PEP: 13\nTitle: A\n\nText.", "peps/template.rst"),  # a name without number
    (NUMBER, "Title: A\nType: B\n\nText.", "peps/pep-0012.rst"),  # nothing to compare
    (NUMBER, "PEP: 13\nTitle: A\nPEP: 12\n\nText.", "peps/pep-0012.rst"),  # one of them is
    (NAME, "# 2026年 工作总结\n\n甲", "总结/2026年工作总结.md"),
    (NAME, "# Keep it simple\n\nA.", "docs/Keep-it_simple.md"),
    ({**NAME, "ignore-case": True}, "# Keep It Simple\n\nA.", "keep-it-simple.md"),
]
OF_FILES_FIRE: list[tuple[dict[str, Any], str, str]] = [
    (NUMBER, "PEP: ⟦13⟧\nTitle: A\n\nText.", "peps/pep-0012.rst"),
    (NUMBER, "PEP: ⟦120⟧\nTitle: A\n\nText.", "peps/pep-0012.rst"),
    (NAME, "# ⟦工作计划⟧\n\n甲", "总结/工作总结.md"),
    (NAME, "# ⟦Keep It Simple⟧\n\nA.", "keep-it-simple.md"),
]


@pytest.mark.parametrize(("options", "text", "path"), OF_FILES_SILENT)
def test_stays_silent_of_a_file(options: dict[str, Any], text: str, path: str) -> None:
    check("comparison", options, text, "rst" if path.endswith("rst") else "markdown", path=path)


@pytest.mark.parametrize(("options", "text", "path"), OF_FILES_FIRE)
def test_fires_of_a_file(options: dict[str, Any], text: str, path: str) -> None:
    form = "rst" if path.endswith("rst") else "markdown"
    (hit,) = check("comparison", options, text, form, path=path)
    assert hit.values["expected"]


@pytest.mark.parametrize(("options", "text"), SILENT)
def test_stays_silent(options: dict[str, Any], text: str) -> None:
    check("comparison", options, text)


@pytest.mark.parametrize(("options", "text"), FIRES)
def test_fires(options: dict[str, Any], text: str) -> None:
    assert check("comparison", options, text)


def test_what_the_message_can_say() -> None:
    (hit,) = hits("comparison", YEAR, "# 2026年总结\n\n全年即2025年。")
    assert (hit.values["found"], hit.values["expected"]) == ("2025年", ("2026年",))
    assert [tuple(span) for span, _ in hit.related] == [(2, 7)]


@pytest.mark.parametrize(
    ("options", "to_blame"),
    [
        ({"check": "same"}, ["check", "check"]),
        ({**NUMBER, "with": ["a"]}, ["check"]),
        ({"check": "ascending", "of": ["a"], "with-file": ["b"]}, ["with-file"]),
        (NUMBER, []),
        ({"check": "ascending", "of": ["a"], "with": ["b"]}, ["with"]),
        ({"check": "sum-row"}, []),
        (YEAR, []),
    ],
)
def test_a_rule_that_could_never_find_anything(options: Any, to_blame: list[str]) -> None:
    assert [option for option, _ in comparison.complaints(options)] == to_blame
