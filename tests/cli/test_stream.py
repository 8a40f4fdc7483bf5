"""The options of streams: what goes together, and when findings go out as they are made."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reportlint.cli.main import main
from reportlint.cli.outputs import STDOUT, Target
from reportlint.cli.plain import DEFAULTS
from reportlint.cli.stream import wanted
from reportlint.output.formats import FORMATS, load


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.txt").write_text("述职\n", encoding="utf-8")
    (tmp_path / "a.ndjson").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


NOT_TOGETHER = [
    "a.txt",
    "--fix",
    "--diff",
    "--staged",
    "--since=HEAD",
    "--stdin-filename=x",
    "--files-from0=x",
]


@pytest.mark.parametrize("other", NOT_TOGETHER)
def test_what_does_not_go_with_records(folder: Path, other: str) -> None:
    assert main(["check", "--from-ndjson", "a.ndjson", other]) == 2


@pytest.mark.parametrize("told", ["0/2", "3/2", "1", "a/b", "1/", "-1/2", "1/2/3"])
def test_a_shard_that_is_none(folder: Path, told: str) -> None:
    assert main([f"--shard={told}", str(folder)]) == 2


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ({"statistics": True}, STDOUT),
        ({"fix": True}, STDOUT),
        ({"max_findings": 3}, STDOUT),
        ({}, "out.jsonl"),
    ],
)
def test_what_needs_all_of_it_first(given: dict[str, Any], path: str) -> None:
    assert not wanted({**DEFAULTS, **given}, [Target(load("jsonl"), path)])


@pytest.mark.parametrize("name", FORMATS)
def test_formats_of_lines_go_out_as_they_are_made(name: str) -> None:
    assert wanted(DEFAULTS, [Target(load(name), STDOUT)]) == name.endswith("jsonl")
    assert wanted({**DEFAULTS, "from_ndjson": "-"}, [Target(load(name), STDOUT)])
