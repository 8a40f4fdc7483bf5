"""The descriptions on the page, and the files that `--compare` accepts."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from reportlint.cli.main import main
from reportlint.cli.page import EPOCH
from reportlint.output.formats import FORMATS

TEXT = "# 述职报告\n\n取缔场所XX家。\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(EPOCH, "86400")
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    return tmp_path


def page(*arguments: str) -> str:
    command = ["a.md", "--isolated", "--select=placeholder", "--format=html", "-o", "p.html"]
    main([*command, "--lang=en", *arguments])
    return Path("p.html").read_text(encoding="utf-8")


def test_outside_of_a_repository_there_is_no_commit() -> None:
    assert "<time>1970-01-02 00:00 UTC</time> · reportlint " in page()
    assert "commit" not in page()


def test_the_commit_is_named(folder: Path) -> None:
    def git(*arguments: str) -> str:
        who = ["-c", "user.name=x", "-c", "user.email=x@example.com"]
        done = subprocess.run(["git", *who, *arguments], check=True, capture_output=True, text=True)
        return done.stdout.strip()

    git("init", "-q")
    assert "commit" not in page()  # there is none yet
    git("add", "a.md")
    git("commit", "-qm", "x")
    assert f"commit <code>{git('rev-parse', 'HEAD')[:12]}</code>" in page()


def test_what_json_wrote_can_be_compared_with(folder: Path) -> None:
    main(
        [
            "a.md",
            "--isolated",
            "--lang=en",
            "--select=placeholder",
            "--format=json",
            "-o",
            "old.json",
        ]
    )
    assert "Compared with" not in page()
    assert "0 new, 0 gone, 1 still there" in page("--compare=old.json")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}x",
        "[1]",
        "7",
        '[{"path": "a"}]',
        "[" * 9999,
        json.dumps([{"path": "a", "line": 1, "rule": "x", "severity": "fatal", "message": ""}]),
    ],
)
def test_any_other_file_is_refused(
    folder: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "old.json").write_text(text, encoding="utf-8")
    assert main(["a.md", "--format=html", "--compare=old.json", "--lang=en"]) == 2
    assert "old.json: this is no output of --format json" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["a.md", "--format=html", "--compare=none.json", "--lang=en"]) == 2
    assert "none.json" in capsys.readouterr().err


@pytest.mark.parametrize("form", [name for name in FORMATS if name != "html"])
def test_other_formats_compare_nothing(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["a.md", f"--format={form}", "--compare=none.json", "--lang=en"]) == 2
    assert "--compare goes with --format html" in capsys.readouterr().err
