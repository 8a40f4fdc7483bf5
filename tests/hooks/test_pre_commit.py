"""`hooks/pre-commit`, the plain Git hook, checks the staged files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HOOK = Path(__file__).parents[2] / "hooks" / "pre-commit"
BAD = "# 工作总结\n\n今年共走访企业XX家，解决难题三十二件。\n"
GOOD = BAD.replace("XX", "三十七")

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="the hook is a bash script")


class Repository:
    """A Git repository with the hook installed."""

    def __init__(self, folder: Path, tools: Path) -> None:
        self.folder = folder
        kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        identity = {
            f"GIT_{role}_{variable}": "a@example.org"
            for role in ("AUTHOR", "COMMITTER")
            for variable in ("NAME", "EMAIL")
        }
        path = os.pathsep.join((str(tools), os.environ["PATH"]))
        self.env = {
            **kept,
            **identity,
            "PATH": path,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "LC_ALL": "C.UTF-8",
        }
        self.git("init", "-q")
        (folder / ".git" / "hooks").mkdir(exist_ok=True)
        shutil.copy(HOOK, folder / ".git" / "hooks" / "pre-commit")

    def git(self, *args: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["git", *args],
            cwd=self.folder,
            env=self.env,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    def stage(self, name: str, text: str) -> None:
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(text, encoding="utf-8")
        assert self.git("add", "--", name).returncode == 0

    def commit(self) -> subprocess.CompletedProcess[str]:
        return self.git("commit", "-m", "more")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    tools = tmp_path / "bin"
    tools.mkdir()
    script = tools / "reportlint"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reportlint "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    (tmp_path / "reports").mkdir()
    return Repository(tmp_path / "reports", tools)


def test_a_good_report_passes(repository: Repository) -> None:
    repository.stage("述职 报告.md", GOOD)
    done = repository.commit()
    assert done.returncode == 0, done.stderr


def test_nothing_but_other_files_passes(repository: Repository) -> None:
    repository.stage("data.csv", BAD)
    assert repository.commit().returncode == 0


def test_what_the_configuration_excludes_passes(repository: Repository) -> None:
    repository.stage(".reportlint.yaml", 'exclude: ["模板/**"]\n')
    repository.stage("模板/总结.md", BAD)
    done = repository.commit()
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "name", ["README.md", "docs/README.zh-CN.md", "LICENSE.txt", "README-old.md"]
)
def test_what_is_no_report_passes(repository: Repository, name: str) -> None:
    repository.stage(name, BAD)
    done = repository.commit()
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "name", ["报告.md", "readme 说明.md", "a b.txt", "deep/er/REPORT.MD", "-dash.markdown"]
)
def test_a_bad_report_is_stopped_by_name(repository: Repository, name: str) -> None:
    repository.stage(name, BAD)
    stopped = repository.commit()
    assert stopped.returncode != 0
    assert f"{name}:3:8: error placeholder" in stopped.stderr
    assert repository.git("rev-parse", "--verify", "-q", "HEAD").returncode != 0


def test_mended_on_disk_but_not_staged_is_stopped(repository: Repository) -> None:
    repository.stage("报告.md", BAD)
    (repository.folder / "报告.md").write_text(GOOD, encoding="utf-8")
    assert repository.commit().returncode != 0


def test_broken_on_disk_but_staged_well_passes(repository: Repository) -> None:
    repository.stage("报告.md", GOOD)
    (repository.folder / "报告.md").write_text(BAD, encoding="utf-8")
    done = repository.commit()
    assert done.returncode == 0, done.stderr


def test_one_bad_report_among_good_ones_is_stopped(repository: Repository) -> None:
    for name, text in (("a.md", GOOD), ("b.md", BAD), ("c.md", GOOD)):
        repository.stage(name, text)
    stopped = repository.commit()
    assert stopped.returncode != 0
    assert "b.md:3:8" in stopped.stderr
