"""`check --exclude`: which files it leaves out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportlint.cli.main import main

FILES = ("a.md", "drafts/a.md", "drafts/deep/b.md", "甲,乙.md")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in FILES:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("# 述职报告\n\n取缔场所XX家。\n", encoding="utf-8")
    return tmp_path


def reported(capsys: pytest.CaptureFixture[str], *arguments: str) -> set[str]:
    main(["--isolated", "--select=placeholder", "-f", "concise", "-q", "--no-cache", *arguments])
    printed = capsys.readouterr()
    assert not printed.err
    return {line.partition(":")[0] for line in printed.out.splitlines()}


@pytest.mark.parametrize("glob", ["draft", "*.txt", "b", "/b.md", "deep/*.md", "甲", "乙.md"])
def test_nothing_is_left_out(glob: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert reported(capsys, "--exclude", glob) == set(FILES)


@pytest.mark.parametrize(
    ("arguments", "left"),
    [
        (["--exclude", "drafts"], {"a.md", "甲,乙.md"}),
        (["--exclude", "drafts/**", "--exclude=甲*"], {"a.md"}),
        (["--exclude", "a.md"], {"drafts/deep/b.md", "甲,乙.md"}),
        (["--exclude", "/a.md"], set(FILES) - {"a.md"}),
        (["--exclude", "甲,乙.md"], set(FILES) - {"甲,乙.md"}),
        (["--exclude", "*.md", "--exclude", "!/a.md"], {"a.md"}),
        (["a.md", "drafts/a.md", "--exclude", "drafts/"], {"a.md"}),
        (["drafts", "--exclude", "drafts/a.md"], {"drafts/deep/b.md"}),
    ],
)
def test_left_out(arguments: list[str], left: set[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert reported(capsys, *arguments) == left


def test_the_configuration_of_a_folder_that_is_left_out_is_not_read(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("drafts/.reportlint.yaml").write_text("rulez: 1\n", encoding="utf-8")
    assert main(["--exit-zero"]) == 2
    capsys.readouterr()
    assert main(["--exit-zero", "--exclude", "drafts"]) == 0


def test_a_glob_that_cannot_match_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang=en", "--exclude", "{a,b}.md"]) == 2
    assert capsys.readouterr().err.startswith("reportlint: --exclude: glob")


RECORDS = [{"path": name, "text": "取缔场所XX家。\n"} for name in FILES]


def of_records(capsys: pytest.CaptureFixture[str], *arguments: str) -> set[str]:
    text = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in RECORDS)
    Path("in.ndjson").write_text(text, encoding="utf-8")
    return reported(capsys, "--from-ndjson", "in.ndjson", *arguments)


@pytest.mark.parametrize("glob", ["draft", "*.txt", "/b.md", "deep/*.md", "甲"])
def test_no_record_is_left_out(glob: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert of_records(capsys, "--exclude", glob) == set(FILES)


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    ("glob", "left"),
    [("drafts/**", {"a.md", "甲,乙.md"}), ("/a.md", set(FILES) - {"a.md"}), ("*.md", set())],
)
def test_records_left_out(
    glob: str, left: set[str], jobs: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """No message is printed: they are not pointers of Git LFS."""
    assert of_records(capsys, "--exclude", glob, "--jobs", jobs) == left


def test_the_configuration_of_a_record_that_is_left_out_is_not_read(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("drafts/.reportlint.yaml").write_text("rulez: 1\n", encoding="utf-8")
    Path("in.ndjson").write_text('{"path": "drafts/a.md", "text": ""}\n', encoding="utf-8")
    assert main(["--exit-zero", "--from-ndjson", "in.ndjson"]) == 2
    capsys.readouterr()
    assert main(["--exit-zero", "--from-ndjson", "in.ndjson", "--exclude", "drafts"]) == 0
