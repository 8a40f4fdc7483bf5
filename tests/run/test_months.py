"""The month of a report: from the front matter, the file name, or Git, in this order."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from reportlint.core.survey import FRONT_MATTER, GIT, NAME
from reportlint.run.months import by_name, months


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("report-12345.txt", id="a number"),
        pytest.param("2024年度总结.txt", id="a year only"),
        pytest.param("2024-13.txt", id="no month"),
        pytest.param("v1.2024.txt", id="a version"),
        pytest.param("120240512.txt", id="part of a number"),
        pytest.param("20245.txt", id="five digits"),
    ],
)
def test_a_name_says_nothing(path: str) -> None:
    assert by_name(path) == ""


@pytest.mark.parametrize(
    ("path", "month"),
    [
        ("2024-05-17-minutes.md", "2024-05"),
        ("周报_202405.txt", "2024-05"),
        ("周报20240517.txt", "2024-05"),
        ("2024年5月工作小结.txt", "2024-05"),
        ("2024/11/a.txt", "2024-11"),
        ("2023-01/2024-05.txt", "2024-05"),
        ("2024.5 小结.txt", "2024-05"),
    ],
)
def test_a_name_says_the_month(path: str, month: str) -> None:
    assert by_name(path) == month


def test_front_matter_comes_first() -> None:
    month = months(with_git=False)
    assert month("2023-01.md", "---\ntitle: 周报\ndate: 2024-05-02\n---\n正文\n") == (
        "2024-05",
        FRONT_MATTER,
    )
    assert month("2023-01.md", "---\ntitle: 2024-05\n---\n正文\n") == ("2023-01", NAME)
    assert month("a.md", "date: 2024-05-02\n") == ("", "")


def test_git_says_when_a_file_came(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        identity = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
        subprocess.run(["git", *identity, *arguments], cwd=tmp_path, check=True)

    git("init", "-q")
    for day, name in (("2024-03-04", "甲 一.md"), ("2024-06-07", "乙.md")):
        (tmp_path / name).write_text("正文\n", encoding="utf-8")
        git("add", ".")
        git("commit", "-qm", "x", f"--date={day}T12:00:00+0000")
    (tmp_path / "丙.md").write_text("正文\n", encoding="utf-8")
    month = months()
    assert month(str(tmp_path / "甲 一.md"), "正文\n") == ("2024-03", GIT)
    assert month(str(tmp_path / "乙.md"), "正文\n") == ("2024-06", GIT)
    assert month(str(tmp_path / "丙.md"), "正文\n") == ("", "")
