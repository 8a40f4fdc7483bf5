"""The message about a missing path: it names the file that may be meant, if there is one."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.core.text import Text
from reportlint.files import near

GONE = Text("没有", "gone")
NAMES = ("张三.md", "李四.md", "李四.docx", "report-2025.md", ".hidden.md")


@pytest.fixture
def work_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "述职").mkdir()
    for name in NAMES:
        (tmp_path / "述职" / name).write_text("", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "path",
    ["述职/李四", "述职/王五.md", "述职/.hidden", "没有/张三", "述职/", "", "张三", "述职/张四.md"],
)
def test_nothing_is_near(path: str, work_folder: Path) -> None:
    assert near.missing(path, GONE) == GONE


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("述职/张三", "述职/张三.md"),
        ("述职/report-2024.md", "述职/report-2025.md"),
        ("述职/reprot-2025.md", "述职/report-2025.md"),
        ("述职/report-2025", "述职/report-2025.md"),
    ],
)
def test_the_file_that_may_be_meant(path: str, meant: str, work_folder: Path) -> None:
    assert near.missing(path, GONE).zh == f"没有；是不是 {meant}？"
    assert near.missing(path, GONE).en == f"gone; did you mean {meant}?"


def test_a_large_folder_is_not_looked_through(
    work_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(near, "_MOST", 3)
    assert near.missing("述职/张三", GONE) == GONE
