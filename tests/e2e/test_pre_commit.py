"""The hooks as users run them: a real repository, the real pre-commit, a real `git commit`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from support.word_files import BLANK, SOUND, put

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.e2e

BAD = "# 工作总结\n\n今年共走访企业XX家，解决难题三十二件。\n"
GOOD = "# 工作总结\n\n今年共走访企业三十七家，解决难题三十二件。\n"

GOOD_RULE = """\
id: house-word
kind: pattern
severity: warning
message: {zh: "请写“走访”，不写“{found}”", en: "write “走访”, not “{found}”"}
words: [跑企业]
examples:
  bad: ["我们⟦跑企业⟧一百次。", "多⟦跑企业⟧。"]
  good: ["我们走访企业一百次。", "企业跑得快。"]
"""


def _git(folder: Path, *args: str, env: Mapping[str, str]) -> str:
    done = subprocess.run(
        ["git", *args],
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


def _repository(folder: Path, env: Mapping[str, str]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    _git(folder, "init", "-q", "-b", "main", env=env)
    return folder


def _commit(
    folder: Path, env: Mapping[str, str], message: str = "more"
) -> subprocess.CompletedProcess[str]:
    """Run `git add` and `git commit`; the installed hook runs."""
    _git(folder, "add", "-A", env=env)
    return subprocess.run(
        ["git", "commit", "-m", message],
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def _pre_commit(
    folder: Path, env: Mapping[str, str], *args: str
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pre_commit", *args, "--color=never"]
    return subprocess.run(
        command, cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.fixture(scope="module")
def env(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment without user configuration, and with one pre-commit cache for all tests,
    because filling it is slow."""
    home = tmp_path_factory.mktemp("pre-commit-home")
    kept = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("GIT_", "PRE_COMMIT", "PYTHON"))
    }
    return {
        **kept,
        "PRE_COMMIT_HOME": str(home),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "Author",
        "GIT_AUTHOR_EMAIL": "author@example.org",
        "GIT_COMMITTER_NAME": "Author",
        "GIT_COMMITTER_EMAIL": "author@example.org",
        "PYTHONUTF8": "1",
        "LC_ALL": "C.UTF-8",
    }


@pytest.fixture(scope="module")
def tool(tmp_path_factory: pytest.TempPathFactory, env: dict[str, str]) -> Path:
    """The working tree of this project as a repository with one commit."""
    folder = _repository(tmp_path_factory.mktemp("tool"), env)
    ignore = shutil.ignore_patterns(
        ".git", ".venv", "__pycache__", ".*_cache", ".hypothesis", "dist", "build", "*.egg-info"
    )
    shutil.copytree(ROOT, folder, ignore=ignore, dirs_exist_ok=True)
    assert _commit(folder, env).returncode == 0
    return folder


@pytest.fixture
def reports(tmp_path: Path, env: dict[str, str], tool: Path) -> Path:
    """A repository of reports with the hook of `tool` installed and the configuration committed."""
    folder = _repository(tmp_path / "报告 仓库", env)
    revision = _git(tool, "rev-parse", "HEAD", env=env)
    hooks = "[{id: reportlint}, {id: reportlint-validate-rules}]"
    config = f"repos:\n- repo: {tool.as_posix()}\n  rev: {revision}\n  hooks: {hooks}\n"
    (folder / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    assert _pre_commit(folder, env, "install").returncode == 0
    assert _commit(folder, env, "configuration").returncode == 0
    return folder


def test_try_repo_finds_what_is_wrong(tmp_path: Path, env: dict[str, str], tool: Path) -> None:
    folder = _repository(tmp_path / "reports", env)
    (folder / "总结.md").write_text(BAD, encoding="utf-8")
    _git(folder, "add", "-A", env=env)
    bad = _pre_commit(folder, env, "try-repo", str(tool), "reportlint", "--all-files")
    assert bad.returncode == 1, bad.stdout + bad.stderr
    assert "总结.md:3:8: error placeholder" in bad.stdout

    (folder / "总结.md").write_text(GOOD, encoding="utf-8")
    good = _pre_commit(folder, env, "try-repo", str(tool), "reportlint", "--all-files")
    assert good.returncode == 0, good.stdout + good.stderr
    assert "Passed" in good.stdout


def test_a_bad_report_is_stopped_and_a_good_one_passes(reports: Path, env: dict[str, str]) -> None:
    before = _git(reports, "rev-parse", "HEAD", env=env)
    (reports / "总结.md").write_text(BAD, encoding="utf-8")
    stopped = _commit(reports, env)
    assert stopped.returncode != 0
    assert "总结.md:3:8: error placeholder" in stopped.stdout + stopped.stderr
    assert _git(reports, "rev-parse", "HEAD", env=env) == before

    (reports / "总结.md").write_text(GOOD, encoding="utf-8")
    passed = _commit(reports, env)
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert _git(reports, "show", "HEAD:总结.md", env=env) == GOOD.strip()


def test_what_the_configuration_excludes_is_left_alone_though_pre_commit_names_it(
    reports: Path, env: dict[str, str]
) -> None:
    (reports / ".reportlint.yaml").write_text('exclude: ["模板/**"]\n', encoding="utf-8")
    (reports / "模板").mkdir()
    (reports / "模板" / "总结.md").write_text(BAD, encoding="utf-8")
    passed = _commit(reports, env)
    assert passed.returncode == 0, passed.stdout + passed.stderr


def test_word_documents_are_checked_and_other_binary_files_are_not(
    reports: Path, env: dict[str, str]
) -> None:
    (reports / "图.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0XX")
    (reports / "旧.doc").write_bytes(b"\xd0\xcf\x11\xe0\0XX")
    put(reports / "~$总结.docx").write_bytes(b"\0 somebody has it open")
    put(reports / "总结.docx", BLANK)
    stopped = _commit(reports, env)
    assert stopped.returncode != 0
    output = stopped.stdout + stopped.stderr
    assert "总结.docx:3:7: error placeholder" in output
    assert "检查了 1 个文件（认不出文种），发现 1 处问题" in output

    put(reports / "总结.docx", SOUND)
    passed = _commit(reports, env)
    assert passed.returncode == 0, passed.stdout + passed.stderr


def test_files_that_are_no_reports_are_not_read(reports: Path, env: dict[str, str]) -> None:
    for name in (
        "LICENSE",
        "requirements.txt",
        "requirements-dev.txt",
        "CMakeLists.txt",
        "robots.txt",
        "CHANGELOG.md",
    ):
        (reports / name).write_text(BAD, encoding="utf-8")
    passed = _commit(reports, env)
    assert passed.returncode == 0, passed.stdout + passed.stderr


def test_what_is_safe_to_mend_is_mended_and_the_commit_stops_until_it_is_staged(
    reports: Path, env: dict[str, str]
) -> None:
    config = (reports / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    (reports / ".pre-commit-config.yaml").write_text(
        config.replace("{id: reportlint}", "{id: reportlint-fix}"), encoding="utf-8"
    )
    (reports / ".reportlint.yaml").write_text(
        "rules: {punctuation-width: warning}\nexclude: [模板]\n", encoding="utf-8"
    )
    assert _commit(reports, env, "mend").returncode == 0
    before = _git(reports, "rev-parse", "HEAD", env=env)
    bad, good = (
        "一年来,办成三件事,群众满意。\r\n".encode("gb18030"),
        "一年来，办成三件事，群众满意。\r\n".encode("gb18030"),
    )
    (reports / "模板").mkdir()
    for name in ("总结.md", "模板/总结.md"):
        (reports / name).write_bytes(bad)
    stopped = _commit(reports, env)
    assert stopped.returncode != 0
    assert "总结.md: " in stopped.stdout + stopped.stderr
    assert "files were modified by this hook" in stopped.stdout + stopped.stderr
    assert _git(reports, "rev-parse", "HEAD", env=env) == before
    assert (reports / "总结.md").read_bytes() == good
    assert (reports / "模板" / "总结.md").read_bytes() == bad

    passed = _commit(reports, env)
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert _git(reports, "status", "--porcelain", env=env) == ""


def _use(folder: Path, env: Mapping[str, str], hook: str) -> None:
    """Replace the hooks by this one."""
    path = folder / ".pre-commit-config.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("hooks:")] + f"hooks: [{{id: {hook}}}]\n", encoding="utf-8")
    _git(folder, "add", "-A", env=env)
    _git(folder, "commit", "-q", "--no-verify", "--allow-empty", "-m", "configuration", env=env)


def test_all_files_at_once_whatever_is_in_the_commit(reports: Path, env: dict[str, str]) -> None:
    _use(reports, env, "reportlint-all")
    (reports / "旧.md").write_text(BAD, encoding="utf-8")
    _git(reports, "add", "-A", env=env)
    _git(reports, "commit", "-q", "--no-verify", "-m", "old", env=env)
    (reports / "新.md").write_text(GOOD, encoding="utf-8")
    stopped = _commit(reports, env)
    assert stopped.returncode != 0
    assert "旧.md:3:8: error placeholder" in stopped.stdout + stopped.stderr
    again = _pre_commit(reports, env, "run", "--from-ref", "HEAD~1", "--to-ref", "HEAD")
    assert "旧.md:3:8" in again.stdout


def test_between_two_refs_only_what_was_touched_is_reported(
    reports: Path, env: dict[str, str]
) -> None:
    (reports / "总结.md").write_text(BAD, encoding="utf-8")
    _git(reports, "add", "-A", env=env)
    _git(reports, "commit", "-q", "--no-verify", "-m", "old", env=env)
    (reports / "总结.md").write_text(BAD + "\n又走访XX家。\n", encoding="utf-8")
    _git(reports, "add", "-A", env=env)
    _git(reports, "commit", "-q", "--no-verify", "-m", "new", env=env)
    done = _pre_commit(reports, env, "run", "--from-ref", "HEAD~1", "--to-ref", "HEAD")
    assert done.returncode == 1
    assert "总结.md:5:4" in done.stdout
    assert "总结.md:3:8" not in done.stdout


def test_a_rule_file_is_tried_out_by_its_own_examples(reports: Path, env: dict[str, str]) -> None:
    pack = reports / "rules" / "house"
    pack.mkdir(parents=True)
    (pack / "pack.yaml").write_text(
        "id: house\nname: {zh: 本单位, en: house rules}\nrequires: [core]\n", encoding="utf-8"
    )
    (pack / "house-word.yaml").write_text(
        GOOD_RULE.replace("我们⟦跑企业⟧", "我们⟦跑⟧企业"), encoding="utf-8"
    )
    stopped = _commit(reports, env)
    assert stopped.returncode != 0
    assert "house-word" in stopped.stdout + stopped.stderr

    (pack / "house-word.yaml").write_text(GOOD_RULE, encoding="utf-8")
    passed = _commit(reports, env)
    assert passed.returncode == 0, passed.stdout + passed.stderr
