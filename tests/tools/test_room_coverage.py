"""The coverage of each room, computed from a report of coverage.py."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tools.room_coverage import LEAST, ROOMS, Reached, judge, reached

from test_architecture import PURE


def file(branches: int, covered: int) -> dict[str, Any]:
    keys = ("num_statements", "covered_lines", "num_branches", "covered_branches")
    return {"summary": dict(zip(keys, (10, 9, branches, covered), strict=True))}


def report(folder: Path, covered: int) -> Path:
    files = {f"src/reportlint/{room}/a.py": file(100, 100) for room in ROOMS}
    files["src/reportlint/kinds/b.py"] = file(100, covered)
    path = folder / "coverage.json"
    path.write_text(json.dumps({"files": files}), encoding="utf-8")
    return path


def test_the_rooms_are_the_pure_ones() -> None:
    assert sorted(ROOMS) == sorted(PURE)


def test_files_are_counted_by_room() -> None:
    files = {
        "src/reportlint/core/a.py": file(4, 3),
        "C:\\x\\reportlint\\core\\b.py": file(6, 6),
        "src/reportlint/run/core.py": file(9, 0),  # no file of the room
    }
    assert list(reached(files, ["core", "text"])) == [
        Reached("core", 20, 18, 10, 9),
        Reached("text", 0, 0, 0, 0),
    ]


@pytest.mark.parametrize(("covered", "status"), [(100, 0), (90, 0), (89, 1), (0, 1)])
def test_a_room_with_too_little(
    covered: int, status: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert LEAST == 95
    assert judge(report(tmp_path, covered)) == status
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(ROOMS)
    assert [line.split()[0] for line in lines if "less than" in line] == ["kinds"] * status


def test_a_room_that_is_not_in_the_report_fails(tmp_path: Path) -> None:
    path = tmp_path / "coverage.json"
    path.write_text('{"files": {}}', encoding="utf-8")
    assert judge(path) == 1
