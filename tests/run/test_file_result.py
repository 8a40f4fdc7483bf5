"""The cached part of a report, and the line with which a process answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportlint.cache.codec import DAMAGED, encode
from reportlint.core.diagnostic import Diagnostic
from reportlint.core.report import NO_LINES, FileReport
from reportlint.core.request import Settings
from reportlint.core.span import LineIndex, Span
from reportlint.run.file_result import (
    decoded_result,
    encoded_result,
    entry,
    entry_shape,
    make,
    report,
    seen_of,
)
from reportlint.run.setup import Setups

TEXT = "共XX项。\n"
FOUND = Diagnostic("placeholder", "warning", Span(1, 3), "留有“XX”")
CLEAN = FileReport("a.md", "", NO_LINES, (), "zh", "error", "utf-8", type="会议纪要")
REPORTS = [
    CLEAN,
    CLEAN._replace(untyped=True, type=""),
    CLEAN._replace(encoding="utf-8-sig", language="en", type="Incident report, short"),
    CLEAN._replace(text=TEXT, lines=LineIndex(TEXT), diagnostics=(FOUND,)),
    CLEAN._replace(
        text=TEXT, lines=LineIndex(TEXT), ignore_entries=((".reportlint.yaml", 3, True),)
    ),
]
NO_ENTRIES = ["", "one two", [], ["x"], {}, None, 3, ["seen", "zh", "utf-8", "none", [], False, ""]]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.md").write_text("都写好了。\n", encoding="utf-8")
    (tmp_path / "c.md").write_text(
        f"version https://git-lfs.github.com/spec/v1\noid sha256:{'0' * 64}\nsize 12\n", "utf-8"
    )
    return tmp_path


@pytest.mark.parametrize("whole", REPORTS)
def test_a_report_comes_back_from_its_entry(whole: FileReport) -> None:
    known = json.loads(encode(entry("digest", whole)))
    assert seen_of(known) == "digest"
    again = report(whole.path, known, whole.text, whole.terms)
    assert again._replace(lines=NO_LINES) == whole._replace(lines=NO_LINES)


@pytest.mark.parametrize("whole", REPORTS[:3])
def test_a_clean_report_is_one_string(whole: FileReport) -> None:
    assert isinstance(entry("digest", whole), str)


@pytest.mark.parametrize("known", NO_ENTRIES)
def test_what_is_no_entry_is_no_report(known: object) -> None:
    with pytest.raises(DAMAGED):
        report("a.md", known, "", "error")


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("path", ["a.md", "b.md", "c.md"])
def test_an_answer_says_what_was_made(path: str) -> None:
    settings = Settings(isolated=True)
    setups = Setups(settings)
    line = encoded_result(path, setups, settings)
    assert "\n" not in line
    made, again = make(path, setups, settings), decoded_result(path, line)
    assert again.seen == made.seen
    if made.report is None:
        assert again.report is None
        assert path == "c.md"
    else:
        assert again.report is not None
        assert again.report._replace(lines=NO_LINES) == made.report._replace(lines=NO_LINES)
        assert bool(made.report.diagnostics) == (path == "a.md")


def test_the_shape_is_that_of_what_is_kept() -> None:
    assert "StoredReport" in entry_shape()
    assert "Diagnostic" in entry_shape()
