"""The options of streams: valid combinations, and when findings are written immediately."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reportlint.cli.main import main
from reportlint.cli.outputs import STDOUT, Target
from reportlint.cli.plain import DEFAULTS
from reportlint.cli.stream import goes_out
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


@pytest.mark.parametrize("shard", ["0/2", "3/2", "1", "a/b", "1/", "-1/2", "1/2/3"])
def test_a_shard_that_is_none(folder: Path, shard: str) -> None:
    assert main([f"--shard={shard}", str(folder)]) == 2


@pytest.mark.parametrize(
    ("options", "path"),
    [
        ({"statistics": True}, STDOUT),
        ({"fix": True}, STDOUT),
        ({"max_findings": 3}, STDOUT),
        ({}, "out.jsonl"),
    ],
)
def test_what_needs_all_of_it_first(options: dict[str, Any], path: str) -> None:
    assert goes_out({**DEFAULTS, **options}, [Target(load("jsonl"), path)], {}) is None


@pytest.mark.parametrize("name", FORMATS)
def test_formats_of_parts_keep_no_text(name: str) -> None:
    form = load(name)
    assert goes_out(DEFAULTS, [Target(form, STDOUT)], {}) is form.parts
    in_hook = goes_out(DEFAULTS, [Target(form, STDOUT)], {"PRE_COMMIT": "1"})
    assert in_hook is (None if form.for_terminal else form.parts)


@pytest.mark.parametrize("name", ["full", "concise", "json", "jsonl", "rdjsonl"])
def test_a_folder_gives_what_its_files_give(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in ("b.md", "c.txt", "a-b.txt"):
        (folder / file).write_text("述职\n一、概况XX\n三、打算XX\n", encoding="utf-8")
    statuses, outputs = [], []
    for paths in (["."], ["./a-b.txt", "./a.txt", "./b.md", "./c.txt"]):
        statuses.append(main(["check", "--isolated", "--format", name, *paths]))
        outputs.append(capsys.readouterr().out)
    assert statuses == [1, 1]
    assert outputs[0] == outputs[1].replace("./", "")
    assert "XX" in outputs[0]


def test_a_folder_of_nothing_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.txt").rename(folder / "a.pdf")
    assert main(["check", "--isolated", "--lang", "en", "."]) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith("0 files checked")
    assert ".pdf" in printed.err or not printed.err
