"""The native part of a package, with the package and without it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import reportlint
from reportlint._startup.native import folder_of, part_of

CODE = """
import sys
from reportlint._startup.native import part_of
engine = part_of("regex", "_regex")
assert "regex" not in sys.modules and part_of("regex", "_regex") is engine
import regex
assert regex._main._regex is engine and sys.modules["regex._regex"] is engine
assert regex.sub(r"(a)", r"\\1\\1", "ab") == "aab"
"""


def _run(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(Path(reportlint.__file__).parents[1])}
    return subprocess.run(
        [sys.executable, "-P", "-c", code],
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_package_finds_the_part_that_is_loaded(tmp_path: Path) -> None:
    done = _run(CODE, tmp_path)
    assert done.returncode == 0, done.stderr


def test_of_a_package_that_is_loaded_it_is_its_own() -> None:
    import regex

    assert part_of("regex", "_regex") is sys.modules["regex._regex"]
    assert Path(folder_of("regex")) == Path(regex.__file__).parent


def test_a_package_that_is_not_there_is_not_sought_in_the_current_folder(tmp_path: Path) -> None:
    (tmp_path / "_part.py").write_text("raise SystemExit('it was run')", encoding="utf-8")
    code = "from reportlint._startup.native import part_of\npart_of('no_such_package', '_part')"
    done = _run(code, tmp_path)
    assert "ModuleNotFoundError" in done.stderr
    assert "it was run" not in done.stderr


def test_what_is_not_there_cannot_be_imported() -> None:
    assert folder_of("no_such_package") == ""
    with pytest.raises(ImportError):
        part_of("regex", "_no_such_part")
