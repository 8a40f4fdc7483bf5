"""A process of the tool exits with its status and its complete output, for any reader."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "述职报告\n一、工作\n" + "请填写XX单位的情况。\n" * 300


def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reportlint", *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", check=False, **options
    )  # type: ignore[call-overload, no-any-return]


@pytest.mark.parametrize(
    ("arguments", "status"), [((), 1), (("--exit-zero",), 0), (("--config", "none.yaml"), 2)]
)
def test_the_status(tmp_path: Path, arguments: tuple[str, ...], status: int) -> None:
    text = tmp_path / "a.txt"
    text.write_text(TEXT, encoding="utf-8")
    assert run("check", *arguments, str(text)).returncode == status


def test_a_pipe_gets_all_of_it(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text(TEXT, encoding="utf-8")
    output = run("check", "--format", "concise", str(text)).stdout
    assert output.count("placeholder") >= 300
    assert output.endswith(("。\n", ".\n"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_what_cannot_be_written_is_no_success(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("述职报告\n", encoding="utf-8")
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "reportlint", "check", str(text)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode not in (0, 1)


def test_a_waiting_exit_function_is_called(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("述职报告\n", encoding="utf-8")
    code = f"import atexit, sys; atexit.register(print, 'called'); sys.argv[1:] = ['check', {str(text)!r}]; from reportlint.__main__ import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.stdout.endswith("called\n")


CLEAN, FAULTY = "述职\n", TEXT
WAYS = [  # each writes something to standard output, or nothing at all
    ("check", "a.txt"),
    ("check", "a.txt", "--format", "jsonl"),
    ("check", "a.txt", "--format", "json"),
    ("check", "a.txt", "--quiet"),
    ("check", "a.txt", "--statistics"),
    ("check", "--diff", "a.txt"),
    ("check", "--from-ndjson", "a.ndjson", "--format", "jsonl"),
    ("check", "a.txt", "b.txt", "--profile"),
    ("rules",),
    ("types", "--format", "json"),
    ("explain", "placeholder"),
    ("new", "duty-report"),
    ("schema",),
    ("test",),
    ("--help",),
    ("check", "--help"),
    ("--version",),
    ("check", "--no-such-option"),
    ("check", "none.txt"),
]


RESTS = [
    ">/dev/full",
    "| head -c 0",
    ">&-",
    "2>/dev/full",
    "2>&-",
    ">/dev/full 2>&1",
    ">&- 2>&- <&-",
]
BOTH = [(way, rest) for way in WAYS for rest in RESTS[: 7 if way in (WAYS[0], WAYS[-1]) else 1]]


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "b.txt").write_text(FAULTY, encoding="utf-8")
    record = {"path": "x.txt", "text": FAULTY}
    (tmp_path / "a.ndjson").write_text(f"{json.dumps(record)}\n" * 50, encoding="utf-8")
    return tmp_path


def by_shell(
    folder: Path, arguments: tuple[str, ...], rest: str
) -> subprocess.CompletedProcess[str]:
    line = shlex.join([sys.executable, "-m", "reportlint", *arguments])
    script = f"set -o pipefail; {line} {rest}"
    return subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize(
    ("arguments", "rest"), BOTH, ids=lambda part: part if isinstance(part, str) else " ".join(part)
)
def test_a_stream_that_takes_nothing_is_no_bug(
    reports: Path, arguments: tuple[str, ...], rest: str
) -> None:
    done = by_shell(reports, arguments, rest)
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    assert "bug" not in done.stderr
    assert done.returncode in (0, 1, 2), done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_what_cannot_be_written_is_said(reports: Path) -> None:
    for language, message in (
        ("en", "standard output cannot be written to: No space left on device"),
        ("zh", "标准输出写不了：磁盘已满"),
    ):
        done = by_shell(reports, ("check", "--lang", language, "a.txt"), ">/dev/full")
        assert done.stderr == f"reportlint: {message}\n"
        assert done.returncode == 2
    status = by_shell(reports, ("check", "b.txt"), "2>/dev/full >/dev/null").returncode
    assert status == 1, "that nobody reads the notes changes nothing"


OUTPUTS = [
    ("-o", "a.txt", "a.txt"),
    ("-o", "./a.txt", "a.txt", "b.txt"),
    ("--format", "sarif:a.txt", "--format", "json", "a.txt"),
    ("-o", "link.txt", "a.txt"),
    ("-o", "a.ndjson", "--format", "json", "--from-ndjson", "a.ndjson"),
    ("-o", "names", "--files-from0", "names"),
    ("-o", "c.yaml", "--config", "c.yaml", "a.txt"),
    ("-o", "a.txt", "."),
]


@pytest.mark.parametrize("arguments", OUTPUTS, ids=" ".join)
def test_an_output_that_is_an_input_is_refused(reports: Path, arguments: tuple[str, ...]) -> None:
    (reports / "link.txt").symlink_to("a.txt")
    (reports / "names").write_bytes(b"a.txt\0")
    (reports / "c.yaml").write_text("extends: [core]\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in reports.iterdir()}
    done = run("check", "--lang", "en", *arguments, cwd=reports)
    assert done.returncode == 2
    assert "name another file" in done.stderr
    assert {path: path.read_bytes() for path in reports.iterdir()} == before


@pytest.mark.skipif(sys.platform == "win32", reason="a folder in use cannot be removed there")
@pytest.mark.parametrize("arguments", [("--isolated", "."), ("rules",)], ids=" ".join)
def test_a_current_folder_that_is_gone_is_no_bug(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    (tmp_path / "gone").mkdir()
    line = shlex.join([sys.executable, "-P", "-m", "reportlint", *arguments])
    script = f"cd gone && rmdir ../gone && {line} --lang en"
    done = subprocess.run(
        ["bash", "-c", script], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 2, done.stderr
    assert done.stderr == "reportlint: the current folder is gone\n"
