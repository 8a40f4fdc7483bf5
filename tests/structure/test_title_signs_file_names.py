"""The kind of a report that the name of its file tells."""

from __future__ import annotations

import pytest

from reportlint.structure.title_signs import is_dated, names_of_file

NOT_DATED = [
    "March of the penguins",
    "2026年工作总结",
    "Meeting 3",
    "minutes",
    "第3次例会",
    "weekend",
]
DATED = [
    "",
    "2026-03-12",
    "2024.06.21(금)",
    "第3次",
    "June 2nd, 2026",
    "week11-12",
    "12月",
    "Mon, 3 Mar",
]
NAMES = [
    ("README.md", ()),
    ("minutes/index.md", ()),
    ("2026-03-12.md", ()),
    ("周报.md", ("周报",)),
    ("docs/EC-minutes-2018-04-26.md", ("EC minutes 2018 04 26",)),
    ("minutes/2026/03-12.md", ("minutes", "minute")),
    ("weekly-reports/2026-03.md", ("weekly reports", "weekly report")),
    ("notes", ()),
]


@pytest.mark.parametrize("text", NOT_DATED)
def test_not_dated(text: str) -> None:
    assert not is_dated(text)


@pytest.mark.parametrize("text", DATED)
def test_dated(text: str) -> None:
    assert is_dated(text)


@pytest.mark.parametrize(("path", "names"), NAMES)
def test_names_of_file(path: str, names: tuple[str, ...]) -> None:
    assert names_of_file(path) == names
