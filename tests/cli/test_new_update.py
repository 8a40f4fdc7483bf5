"""`reportlint new --update` as a user sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.cli.main import main

TEXT = (
    "# 自查报告\n\n## 一、自查情况\n\n已查。\n\n## 二、整改措施\n\n补齐。\n\n某局\n\n2026年3月2日\n"
)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(["--lang", "en", "new", *arguments])
    return status, *capsys.readouterr()


def test_the_difference_is_shown_and_nothing_written_where_nobody_agrees(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.md"
    path.write_text(TEXT, encoding="utf-8")
    for more in ([], ["--diff"], ["--diff", "--yes"]):
        status, out, err = run(capsys, "自查报告", "--update", str(path), *more)
        assert status == 1
        assert "+## 二、存在的问题" in out
        assert "nothing was written" in err
    assert path.read_text(encoding="utf-8") == TEXT


def test_yes_writes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.md"
    path.write_text(TEXT, encoding="utf-8")
    status, out, err = run(capsys, "--update", str(path), "--yes")
    assert status == 0
    assert "put in: 存在的问题" in err
    assert "## 三、整改措施" in path.read_text(encoding="utf-8")
    status, out, err = run(capsys, "--update", str(path), "--yes")
    assert (status, out) == (0, "")
    assert "are there" in err


def test_without_a_type_or_a_file_it_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys)
    assert status == 2
    assert "no TYPE given" in err
