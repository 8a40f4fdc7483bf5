from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reportlint.cli import main as module
from reportlint.cli.main import main


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(module, "_prepare_streams", lambda: None)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    (tmp_path / "坏.md").write_text("x", encoding="utf-8")
    return tmp_path


def test_a_crash_is_told_from_findings_and_names_the_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("reportlint.text.parse.parse", fail)
    assert main(["坏.md"]) == 3
    printed = capsys.readouterr()
    assert printed.out == ""
    for wanted in (
        "bug",
        "/issues",
        "reportlint 0.",
        "Python 3.",
        "坏.md",
        "ZeroDivisionError: oh",
        "while checking 坏.md",
    ):
        assert wanted in printed.err


def test_an_interrupt_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("reportlint.text.parse.parse", interrupt)
    assert main(["坏.md"]) == 130


@pytest.mark.skipif(os.name != "posix", reason="sends a signal")
def test_control_c_while_waiting_for_input() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "reportlint", "-"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    time.sleep(1.5)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=10)
    assert (process.returncode, out) == (130, b"")
    assert b"Traceback" not in err


@pytest.mark.skipif(os.name != "posix", reason="closes a pipe")
@pytest.mark.parametrize(("arguments", "status"), [(["."], 1), (["--help"], 0), (["rules"], 0)])
def test_a_reader_that_goes_away_is_no_error(arguments: list[str], status: int) -> None:
    Path("long.md").write_text("取缔场所XX家。\n" * 5000, encoding="utf-8")
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "reportlint", *arguments],
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (status, b"")


def test_output_is_utf_8_in_an_ascii_locale() -> None:
    Path("表.md").write_text("取缔场所XX家。", encoding="utf-8")
    environment = {
        **os.environ,
        "LC_ALL": "C",
        "PYTHONIOENCODING": "ascii",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
    }
    done = subprocess.run(
        [sys.executable, "-m", "reportlint", "表.md"],
        env=environment,
        capture_output=True,
        check=False,
    )
    assert "取缔场所XX家" in done.stdout.decode("utf-8")
    assert done.returncode == 1


def test_little_is_imported_to_show_the_help() -> None:
    code = (
        "import sys; from reportlint.cli.main import main; main(['--help']); print([*sys.modules])"
    )
    shown = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout
    for heavy in ("ruamel", "pyromark", "'regex'", "subprocess", "'json'"):
        assert heavy not in shown


@pytest.mark.parametrize("name", ["述职报告", "duty report"])
def test_a_report_type_is_told_by_its_id_or_by_a_name(
    name: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def outputs(called: str) -> list[tuple[int, str]]:
        results = []
        for line in (
            ["check", "--no-cache", "--isolated", "--type", called, "坏.md"],
            ["check", "--isolated", "--show-config", "坏.md", "--type", called],
        ):
            status = main(line)
            results.append((status, capsys.readouterr().out))
        record = json.dumps({"path": "坏.md", "text": "# 甲\n\n## 乙\n\n丙。\n", "type": called})
        (here / "a.ndjson").write_text(record, encoding="utf-8")
        status = main(["check", "--isolated", "--from-ndjson", "a.ndjson"])
        results.append((status, capsys.readouterr().out))
        return results

    by_id = outputs("duty-report")
    assert [status for status, _ in by_id] == [1, 0, 1]
    assert outputs(name) == by_id


def test_a_report_type_that_nobody_has(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--isolated", "--lang", "en", "--type", "述职", "坏.md"]) == 2
    assert "did you mean “duty-report”?" in capsys.readouterr().err
