"""`--exclude`: which files it leaves out."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.cli import main as module
from reportlint.cli.main import main

FILES = ("a.md", "草稿/a.md", "草稿/旧/b.md", "x/草稿/c.md")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(module, "_prepare_streams", lambda: None)
    monkeypatch.delenv("REPORTLINT_LANG", raising=False)
    for name in FILES:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("共XX项。\n", encoding="utf-8")


def checked(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    main(["--lang", "en", "check", "-q", "--format", "concise", *arguments])
    return [line.split(":", 1)[0] for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--exclude", "b"],
        ["--exclude", "/旧/**"],
        ["--exclude", "草稿/*.txt"],
        ["--exclude", "草稿", "--exclude", "!草稿"],
    ],
)
def test_nothing_is_left_out(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(capsys, *arguments) == sorted(FILES)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--exclude", "草稿/**"], ["a.md", "x/草稿/c.md"]),
        (["--exclude=草稿"], ["a.md"]),
        (["--exclude", "b.md", "--exclude", "c.md"], ["a.md", "草稿/a.md"]),
        (["--exclude", "草稿/*", "x"], ["x/草稿/c.md"]),
        (["--exclude", "x/草稿/", "x"], []),
        (["--exclude", "a.md", "a.md"], ["a.md"]),
        (["--exclude", "a.md", "--force-exclude", "a.md"], []),
    ],
)
def test_left_out(
    arguments: list[str], expected: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert checked(capsys, *arguments) == expected


@pytest.mark.parametrize("glob", ["", "[a", "../x", "{a,b}.md"])
def test_a_glob_that_matches_nothing_is_refused(
    glob: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--exclude", glob]) == 2
    assert "--exclude" in capsys.readouterr().err


def test_an_entry_about_what_is_left_out_is_not_called_unused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path(".reportlint.yaml").write_text("ignore: [{files: a.md, rule: placeholder}]\n", "utf-8")
    assert checked(capsys, "--exclude", "a.md", "--exclude", "草稿") == []
