"""A pack in a Python package is found by its entry point, and no code of the package runs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import reportlint

SOURCE = Path(reportlint.__file__).parents[1]
FILES = {
    "house_rules/__init__.py": "raise SystemExit('a pack is data: its package must not be imported')\n",
    "house_rules/packs/house/pack.yaml": "id: house\nname: {zh: 本单位, en: house}\nrequires: [core]\n",
    "house_rules/packs/house/slogan.yaml": "kind: pattern\nmessage: {zh: '“{found}”是空话', en: '“{found}” is empty'}\nwords: [大干快上]\n",
    "house_rules-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: house-rules\nVersion: 1.0\n",
    "house_rules-1.0.dist-info/entry_points.txt": "[reportlint.packs]\nhouse-rules = house_rules.packs.house\n",
}
PROJECT = """
[build-system]
requires = ["hatchling>=1.27"]
build-backend = "hatchling.build"
[project]
name = "house-rules"
version = "1.0"
[project.entry-points."reportlint.packs"]
house-rules = "house_rules.packs.house"
"""


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def check(folder: Path, site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(SOURCE), str(site))),
        "LC_ALL": "C.UTF-8",
    }
    command = [sys.executable, "-m", "reportlint", *arguments]
    return subprocess.run(
        command,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    write(
        folder,
        {
            ".reportlint.yaml": "extends: [core, house-rules]\nlanguage: zh\n",
            "a.md": "今年我们大干快上。\n",
        },
    )
    return folder


def test_a_pack_of_an_installed_package(tmp_path: Path, reports: Path) -> None:
    write(tmp_path / "site", FILES)
    done = check(reports, tmp_path / "site", "check", "--format", "concise", "a.md")
    assert done.stderr == ""
    assert done.stdout.startswith("a.md:1:5: warning slogan “大干快上”是空话\n")
    assert done.returncode == 1
    shown = check(
        reports, tmp_path / "site", "check", "--show-config", "a.md", "--lang", "en"
    ).stdout
    assert "house" in shown


def test_without_the_package_the_pack_is_unknown(tmp_path: Path, reports: Path) -> None:
    done = check(reports, tmp_path / "nowhere", "check", "a.md")
    assert done.returncode == 2
    assert (
        ".reportlint.yaml:1:17: 包“house-rules”不存在" in done.stderr
        or "unknown pack “house-rules”" in done.stderr
    )


@pytest.mark.e2e
def test_a_package_that_pip_installs(tmp_path: Path, reports: Path) -> None:
    sources = {name: text for name, text in FILES.items() if "dist-info" not in name}
    write(tmp_path / "source", {**sources, "pyproject.toml": PROJECT})
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "-q",
        "--no-deps",
        "--target",
        str(tmp_path / "site"),
        str(tmp_path / "source"),
    ]
    subprocess.run(pip, check=True, stdin=subprocess.DEVNULL)
    assert check(reports, tmp_path / "site", "check", "--format", "concise", "a.md").returncode == 1
