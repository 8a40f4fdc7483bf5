"""Which files below a path are rule files, and their packs."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.core.errors import UserError
from reportlint.files.paths import absolute
from reportlint.run.rule_files import modification_times, pack_folder, rule_files


def test_files_of_a_folder_and_their_packs(tmp_path: Path) -> None:
    (tmp_path / "house" / "types").mkdir(parents=True)
    for name in ("lone.yaml", "house/pack.yaml", "house/a.yml", "house/types/t.yaml", ".x.yaml"):
        (tmp_path / name).write_text("", encoding="utf-8")
    (tmp_path / "note.txt").write_text("", encoding="utf-8")
    root = absolute(str(tmp_path))
    names = [path.removeprefix(f"{root}/") for path in rule_files(root, "")]
    assert names == ["house/a.yml", "house/pack.yaml", "house/types/t.yaml", "lone.yaml"]
    packs = [pack_folder(f"{root}/{name}") for name in names]
    assert packs == [f"{root}/house"] * 3 + [""]


def test_parts_that_types_include_are_no_rule_files(tmp_path: Path) -> None:
    for name in ("types/parts/a.yaml", "parts/b.yaml", "types/c.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    root = absolute(str(tmp_path))
    names = [path.removeprefix(f"{root}/") for path in rule_files(root, "")]
    assert names == ["parts/b.yaml", "types/c.yaml"]


@pytest.mark.parametrize("name", ["note.txt", "empty"])
def test_nothing_there_is_said(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UserError):
        rule_files(absolute(str(tmp_path / name)), name)


def test_stamps_tell_a_change(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    for name in ("a.yaml", "b.txt", ".git/c.yaml"):
        (tmp_path / name).write_text("", encoding="utf-8")
    times = modification_times([str(tmp_path), str(tmp_path / "gone.yaml")])
    assert list(times) == [str(tmp_path / "a.yaml")]
