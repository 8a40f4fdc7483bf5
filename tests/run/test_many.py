"""Many files: the output is the same for any number of processes and any content of the cache."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from reportlint.config.shipped import rules_folder
from reportlint.files.reader import Disk

HOUSE = {
    ".reportlint.yaml": "extends: [core, zh-official, ./house]\n",
    "house/pack.yaml": "id: house\nname: 本单位\nrequires: [core]\n",
    "house/no-q.yaml": "kind: pattern\nwords: [切切]\nmessage: 不用\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return filled(tmp_path)


class Shared(NamedTuple):
    """A folder that has been checked once, and what that printed."""

    folder: Path
    wanted: subprocess.CompletedProcess[str]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Shared:
    """For tests that spoil the cache: each run makes anew what was spoiled.

    Cached outputs are not used: with them, no rules are read.
    """
    folder = filled(tmp_path_factory.mktemp("shared"))
    return Shared(folder, lint(folder, "--no-cache"))


def filled(tmp_path: Path) -> Path:
    """The folder, with a configuration, a pack and reports."""
    for name, text in HOUSE.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    for number in range(30):
        words = "切切" if number % 7 == 0 else "XX" if number % 5 == 0 else "三"
        (tmp_path / f"{number:02}.txt").write_text(
            f"第{number}份，取缔场所{words}家。\n", encoding="utf-8"
        )
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe\xfa\x00\x80")
    return tmp_path


def lint(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "REPORTLINT_CACHE_DIR": str(folder / ".cache")}
    command = [sys.executable, "-m", "reportlint", "check", "--lang", "zh", *arguments]
    return subprocess.run(
        command, cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8", check=False
    )


def entries(folder: Path, sort: str) -> list[Path]:
    return sorted((folder / ".cache").glob(f"{sort}-*.json"))


def test_processes_and_cache_change_nothing(folder: Path) -> None:
    wanted = lint(folder, "--no-cache", "--jobs", "1")
    assert wanted.returncode == 1
    assert "no-q" in wanted.stdout
    for arguments in (["--jobs", "2"], ["--jobs", "2"], ["--jobs", "7", "--no-cache"], []):
        done = lint(folder, *arguments)
        assert (done.stdout, done.stderr, done.returncode) == (wanted.stdout, wanted.stderr, 1), (
            arguments
        )


def test_a_change_is_seen(folder: Path) -> None:
    before = lint(folder, "--format", "concise")
    (folder / "01.txt").write_text("取缔场所切切家。\n", encoding="utf-8")
    assert "01.txt:1:5" in lint(folder, "--format", "concise").stdout
    (folder / "house/no-q.yaml").write_text(
        HOUSE["house/no-q.yaml"].replace("切切", "取缔"), encoding="utf-8"
    )
    after = lint(folder, "--format", "concise").stdout
    assert after.count("no-q") == 30
    (folder / "house/more.yaml").write_text(
        HOUSE["house/no-q.yaml"].replace("切切", "场所"), encoding="utf-8"
    )
    assert lint(folder, "--format", "concise").stdout.count(" more") == 30
    assert before.stdout != after


NONSENSE = [
    "",
    "[]",
    "{}",
    "[]\n[]\n[]",
    "null",
    "[[[1]],[[2]]]",
    '{"01.txt": 5}',
    "[" * 100_000,
]


@pytest.mark.parametrize(
    ("sort", "text"),
    [
        *(("rules", text) for text in NONSENSE),
        *((sort, text) for sort in ("packs", "prefilters") for text in NONSENSE[3:6]),
    ],
)
def test_entries_that_are_not_ours_are_made_anew(shared: Shared, sort: str, text: str) -> None:
    """Even with a right checksum."""
    from reportlint._startup.digest import digest

    folder, wanted = shared
    before = {path: path.read_bytes() for path in entries(folder, sort)}
    # A wheel brings its packs compiled, with the prefilters of their regexes, and keeps neither.
    wheel = rules_folder(Disk())[1]
    assert bool(before) is not (wheel and sort in ("packs", "prefilters"))
    for path in entries(folder, "rules"):  # else nothing below them is read
        path.unlink()
    for path in before:
        path.write_bytes(digest(text.encode()).encode() + b"\n" + text.encode())
    done = lint(folder, "--no-cache")
    assert (done.stdout, done.stderr, done.returncode) == (
        wanted.stdout,
        wanted.stderr,
        wanted.returncode,
    )
    assert {path: path.read_bytes() for path in entries(folder, sort)} == before


def test_nothing_in_the_cache_is_code(folder: Path) -> None:
    lint(folder)
    for path in entries(folder, "*"):
        _, *lines = path.read_text(encoding="utf-8").split("\n")
        assert lines
        for line in lines:
            json.loads(line)


@pytest.mark.parametrize(
    "packs", ["", "[]", "{}", "null", "[3,[],[],[]]", "[[[]],[[],{}],[],[]]", "[" * 100_000]
)
def test_packs_that_are_not_ours_are_made_anew(shared: Shared, packs: str) -> None:
    """Even after a valid configuration."""
    from reportlint._startup.digest import digest

    folder, wanted = shared
    (path,) = entries(folder, "rules")
    _, seen, config, cached_packs, *_ = path.read_text(encoding="utf-8").split("\n")
    text = f"{seen}\n{config}\n{packs}"
    path.write_bytes(digest(text.encode()).encode() + b"\n" + text.encode())
    done = lint(folder, "--no-cache")
    assert (done.stdout, done.stderr, done.returncode) == (
        wanted.stdout,
        wanted.stderr,
        wanted.returncode,
    )
    assert path.read_text(encoding="utf-8").split("\n")[3] == cached_packs


def test_a_spawned_process_does_the_same(folder: Path) -> None:
    code = (
        "import multiprocessing, sys\n"
        "from reportlint.cli.main import main\n"
        "if __name__ == '__main__':\n"
        "    multiprocessing.set_start_method('spawn')\n"
        "    sys.exit(main(['check', '--lang', 'zh', '--no-cache', '--jobs', '2']))\n"
    )
    (folder / "go.py").write_text(code, encoding="utf-8")
    wanted = lint(folder, "--no-cache", "--jobs", "1")
    done = subprocess.run(
        [sys.executable, "go.py"],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.stdout, done.stderr, done.returncode) == (
        wanted.stdout,
        wanted.stderr,
        wanted.returncode,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_process_that_is_killed_loses_nothing(folder: Path) -> None:
    code = (
        "import os, signal, sys\n"
        "import reportlint.run.file_result as file_result\n"
        "from reportlint.cli.main import main\n"
        "work, here = file_result.check_file, os.getpid()\n"
        "def dies(path, *rest, **more):\n"
        "    if path.endswith(('17.txt', '05.txt')) and os.getpid() != here:\n"
        "        open('killed', 'a').write('.')\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return work(path, *rest, **more)\n"
        "file_result.check_file = dies\n"
        "sys.exit(main(['check', '--lang', 'zh', '--no-cache', '--jobs', '2']))\n"
    )
    (folder / "go.py").write_text(code, encoding="utf-8")
    wanted = lint(folder, "--no-cache", "--jobs", "1")
    done = subprocess.run(
        [sys.executable, "go.py"],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (folder / "killed").read_text() == "....", "each by two processes"
    assert (done.stdout, done.stderr, done.returncode) == (wanted.stdout, wanted.stderr, 1)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_ends_it_all(folder: Path) -> None:
    slow = HOUSE["house/no-q.yaml"].replace(
        "words: [切切]", "regex: ['(?:(?:家|家)+)+$(?=x)', '(?:第|第)+y']"
    )
    (folder / "house/slow.yaml").write_text(slow, encoding="utf-8")
    for number in range(30):
        (folder / f"{number:02}.txt").write_text("家" * 300 + "。x第\n", encoding="utf-8")
    env = {**os.environ, "REPORTLINT_CACHE_DIR": str(folder / ".cache")}
    command = [sys.executable, "-m", "reportlint", "check", "--no-cache", "--jobs", "2"]
    running = subprocess.Popen(
        command,
        cwd=folder,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    time.sleep(4)
    os.killpg(running.pid, signal.SIGINT)
    out, _ = running.communicate(timeout=20)
    assert running.returncode == 130
    assert out == b""
    assert any(_gone(running.pid) for _ in range(50))


def _gone(group: int) -> bool:
    """Whether no process of the group is left; waits a little if there is one."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    time.sleep(0.1)
    return False


def test_a_regex_that_runs_away_is_stopped(folder: Path) -> None:
    slow = HOUSE["house/no-q.yaml"].replace("words: [切切]", "regex: ['(?:(?:家|家)+)+x']")
    (folder / "house/slow.yaml").write_text(slow, encoding="utf-8")
    (folder / "00.txt").write_text("家" * 300 + "。x取缔XX家\n", encoding="utf-8")
    done = lint(folder, "00.txt", "--format", "json")
    findings = json.loads(done.stdout)
    assert {finding["rule"] for finding in findings} == {"rule-timeout", "placeholder"}, done.stderr
    assert any("slow.yaml:1" in finding["message"] for finding in findings)


def test_the_profile_names_phases_and_rules(folder: Path) -> None:
    done = lint(folder, "--profile", "00.txt")
    assert "阶段" in done.stderr
    assert "placeholder" in done.stderr
    assert "no-q" in done.stderr
    assert done.stdout == lint(folder, "00.txt").stdout
