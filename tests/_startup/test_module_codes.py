"""Modules loaded from one file are the same as those of the sources."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import reportlint
from reportlint._startup.module_codes import FILE, write_codes

HOME = Path(reportlint.__file__).parent
SHOW = """
import sys, traceback
from reportlint._startup.module_codes import use
use()
from reportlint.core import span
from reportlint import core
print(type(span.__loader__).__name__, span.__file__, span.__package__, core.__path__ == [core.__file__[:-12]], span.Span.__doc__)
from reportlint.core.glob_syntax import parse_ignore_file
try:
    parse_ignore_file(None)
except Exception as error:
    print(traceback.extract_tb(error.__traceback__)[-1].filename, traceback.extract_tb(error.__traceback__)[-1].line is not None)
import inspect
print(inspect.getsource(span).splitlines()[0][:3])
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package with the file."""
    home = tmp_path_factory.mktemp("site") / "reportlint"
    shutil.copytree(HOME, home, ignore=shutil.ignore_patterns("__pycache__"))
    write_codes(str(home / "_startup" / FILE), str(home))
    return home


def _show(copy: Path, code: str = SHOW) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=copy.parent,
        env={"PYTHONPATH": str(copy.parent), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_modules_are_as_they_would_be(copy: Path) -> None:
    loader, traced, source = _show(copy).splitlines()
    assert loader == f"_Loader {copy / 'core' / 'span.py'} reportlint.core True None"
    assert traced == f"{copy / 'core' / 'glob_syntax.py'} True"
    assert source == '"""'


def test_without_the_file_they_come_from_the_sources(copy: Path) -> None:
    for content in (b"", None):
        file = copy / "_startup" / FILE
        kept = file.read_bytes()
        if content is None:
            file.unlink()
        else:
            file.write_bytes(content)
        assert _show(copy).startswith("SourceFileLoader ")
        file.write_bytes(kept)


def test_a_check_says_the_same(copy: Path) -> None:
    report = copy.parent / "report.md"
    report.write_text("# 述职报告\n\n一、工作\n\n三、打算\n\nXX公司\n", encoding="utf-8")
    command = (
        "import sys; sys.argv = ['reportlint', 'check', '--isolated', '--no-cache', 'report.md']\n"
    )
    command += "from reportlint.__main__ import main\nmain()"
    rules = copy / "rules"
    if not rules.exists():
        shutil.copytree(HOME.parents[1] / "rules", rules)
    outputs = []
    for with_file in (True, False):
        if not with_file:
            (copy / "_startup" / FILE).rename(copy / "_startup" / "gone")
        done = subprocess.run(
            [sys.executable, "-c", command],
            cwd=copy.parent,
            env={"PYTHONPATH": str(copy.parent), "HOME": str(copy.parent)},
            capture_output=True,
            text=True,
            check=False,
        )
        outputs.append((done.returncode, done.stdout, done.stderr))
    (copy / "_startup" / "gone").rename(copy / "_startup" / FILE)
    assert outputs[0] == outputs[1]
    assert outputs[0][0] == 1, outputs


def test_folders_of_commands_that_take_long_are_left_to_python(copy: Path) -> None:
    code = SHOW.split("from reportlint.core import span")[0]
    code += "from reportlint.scaffold import new\nprint(type(new.__loader__).__name__)"
    assert _show(copy, code).strip() == "SourceFileLoader"
