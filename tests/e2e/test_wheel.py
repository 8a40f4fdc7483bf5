"""The wheel contains the rules, and the tool works from the wheel alone."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.e2e


def _run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    env = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    env["PYTHONUTF8"] = "1"
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from the source distribution, so that both are tested."""
    folder = tmp_path_factory.mktemp("dist")
    done = _run(sys.executable, "-m", "build", "--outdir", folder, ROOT, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    """The interpreter of a clean environment with the wheel and its dependencies."""
    folder = tmp_path_factory.mktemp("clean")
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    done = _run(python, "-m", "pip", "install", "-q", wheel, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return python


def _rule_files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.yaml")}


def test_the_man_pages_are_installed(python: Path) -> None:
    for folder in ("man1", "zh_CN/man1"):
        assert (python.parents[1] / "share/man" / folder / "reportlint.1").is_file()


def test_every_rule_file_is_in_the_wheel(wheel: Path) -> None:
    inside = zipfile.ZipFile(wheel).namelist()
    shipped = {
        name.removeprefix("reportlint/rules/")
        for name in inside
        if name.startswith("reportlint/rules/")
    }
    assert {name for name in shipped if name.endswith(".yaml")} == _rule_files(ROOT / "rules")
    assert "reportlint/py.typed" in inside
    assert any(name.endswith("/licenses/LICENSE") for name in inside)
    assert not [name for name in inside if name.startswith(("tests/", "examples/", "tools/"))]


@pytest.mark.parametrize(
    "packs", ["", "core, zh-official, ./house", "en-engineering, core, zh-official"]
)
def test_a_check_from_the_wheel_compiles_no_regex(python: Path, tmp_path: Path, packs: str) -> None:
    report = "# 2025年度述职报告\n\n各位领导：\n\n## 一、工作\n\n一是修路。\n\n三是XX。\n\n## 二、打算\n\n努力。\n\n特此报告。\n"
    (tmp_path / "report.md").write_text(report, encoding="utf-8")
    if packs:
        (tmp_path / ".reportlint.yaml").write_text(f"extends: [{packs}]\n", encoding="utf-8")
        (tmp_path / "house").mkdir()
        (tmp_path / "house" / "pack.yaml").write_text("id: house\nname: House\n", encoding="utf-8")
        rule = "id: plain\nkind: pattern\nmessage: {zh: 少说, en: say less}\nwords: [高度重视]\n"
        (tmp_path / "house" / "plain.yaml").write_text(rule, encoding="utf-8")
    code = (
        "import sys\nfrom reportlint._startup.module_codes import use\nuse()\n"
        "from reportlint.cli.main import main\nmain(['check', 'report.md'])\n"
        "print(sorted({'re', 'regex', 'regex._regex_core', 'regex._regex'} & set(sys.modules)))\n"
        "import reportlint.cli.main as m\nprint(type(m.__loader__).__name__)"
    )
    _run(python, "-c", code, cwd=tmp_path)  # the rules are kept from now on
    done = _run(python, "-c", code, cwd=tmp_path)
    assert "placeholder" in done.stdout, done.stderr
    assert done.stdout.splitlines()[-2:] == ["['regex._regex']", "_Loader"], done.stderr


def test_the_installed_tool_knows_the_rules_of_the_repository(python: Path, tmp_path: Path) -> None:
    done = _run(python, "-m", "reportlint", "rules", "--format", "json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    stems = {path.stem for path in (ROOT / "rules").glob("*/*.yaml")} - {"pack"}
    assert {rule["id"] for rule in json.loads(done.stdout)} == stems


def test_the_installed_tool_finds_what_is_wrong(python: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    script = python.with_name("reportlint.exe" if os.name == "nt" else "reportlint")
    bad = _run(script, "examples/duty-report.md", cwd=tmp_path)
    good = _run(script, "examples/duty-report-complete.md", cwd=tmp_path)
    assert (bad.returncode, good.returncode) == (1, 0), bad.stderr + good.stdout + good.stderr
    assert "placeholder" in bad.stdout


def test_the_installed_tool_can_be_built_upon_with_types(python: Path, tmp_path: Path) -> None:
    source = tmp_path / "user.py"
    source.write_text(
        "import reportlint\n\nversion: str = reportlint.__version__\n", encoding="utf-8"
    )
    done = _run(
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--python-executable",
        python,
        source,
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stdout + done.stderr
