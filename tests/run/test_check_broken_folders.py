"""A configuration that is bad stops the files below it, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.core.errors import UserError
from reportlint.core.request import Settings
from reportlint.run.check import check


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / ".git").mkdir()
    for name in ("a.md", "good/b.md", "bad/c.md", "bad/deep/d.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("# 标题\n\n一是甲。三是乙。\n", encoding="utf-8")
    return tmp_path


def test_sound_ones_stop_nothing(tree: Path) -> None:
    (tree / "bad/.reportlint.yaml").write_text("language: en\n")
    report = check(["."], Settings())
    assert len(report.files) == 4
    assert report.problems == ()


def test_a_bad_one_stops_its_own_folder(tree: Path) -> None:
    (tree / "bad/.reportlint.yaml").write_text("language: zh\nrules: {ordinal-gapp: off}\n")
    report = check(["."], Settings())
    assert [file.path for file in report.files] == ["a.md", "good/b.md"]
    assert [(problem.path, problem.line, problem.column) for problem in report.problems] == [
        (f"{tree.as_posix()}/bad/.reportlint.yaml", 2, 9)
    ]


def test_one_of_the_current_folder_stops_all(tree: Path) -> None:
    (tree / ".reportlint.yaml").write_text("rules: {ordinal-gapp: off}\n")
    (tree / "good/.reportlint.yaml").write_text("language: zh\n")
    with pytest.raises(UserError):
        check(["."], Settings())


def test_where_nothing_else_is_checked_it_is_an_error(tree: Path) -> None:
    (tree / "bad/.reportlint.yaml").write_text("rules: {ordinal-gapp: off}\n")
    with pytest.raises(UserError):
        check(["bad"], Settings())
