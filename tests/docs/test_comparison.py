"""Every cell about reportlint in the comparison is verified: the command prints what the cell says,
or the tests that it names exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportlint.cli.main import main

ROOT = Path(__file__).parents[2]
PAGES = {"en": "comparison.md", "zh": "comparison.zh-CN.md"}
_FILE = re.compile(r"<!-- file: (\S+) -->\n```\w+\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_COMMAND = re.compile(r"`reportlint ([^`]+)` → `([^`]+)`")


def text_of(language: str) -> str:
    return (ROOT / "docs" / PAGES[language]).read_text(encoding="utf-8")


def our_cells(language: str) -> list[tuple[str, str]]:
    """Each row: its topic, and the cell about reportlint."""
    rows = re.findall(r"^\| (.+) \|$", text_of(language), re.M)
    cells = [row.split(" | ") for row in rows if not row.startswith("| reportlint")]
    assert {len(row) for row in cells} == {8}
    return [(row[0], row[1]) for row in cells]


def rows() -> Iterator[tuple[str, str, str]]:
    """Language, row and cell: all English ones, and the Chinese ones that differ."""
    for (row, cell), (chinese, twin) in zip(our_cells("en"), our_cells("zh"), strict=True):
        yield "en", row, cell
        if _COMMAND.findall(cell) != _COMMAND.findall(twin):
            yield "zh", chinese, twin


ROWS = [*rows()]
_PLAIN = re.compile(r"(\S+\.md)")  # the arguments of a command that only checks a file


def write_files(language: str, folder: Path) -> None:
    for name, text in _FILE.findall(text_of(language)):
        (folder / name).write_text(text, encoding="utf-8")


def test_our_cells_that_check_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """All files in one run, since one run per cell takes seconds: for each file, the rule that its
    cell names, or nothing."""
    write_files("en", tmp_path)
    monkeypatch.chdir(tmp_path)
    commands = [_COMMAND.search(cell) for _, _, cell in ROWS]
    named = {
        command[1]: command[2] for command in commands if command and _PLAIN.fullmatch(command[1])
    }
    assert len(named) > 10
    main(["check", *named, "--format", "concise", "--lang", "en"])
    printed = capsys.readouterr().out
    for name, piece in named.items():
        lines = [line for line in printed.splitlines() if line.startswith(f"{name}:")]
        if piece in ("no findings", "没有发现问题"):
            assert lines == []
        else:
            assert any(f" {piece} " in line for line in lines), (name, piece, printed)


OTHERS = [row for row in ROWS if not ((m := _COMMAND.search(row[2])) and _PLAIN.fullmatch(m[1]))]


@pytest.mark.parametrize(("language", "row", "cell"), OTHERS)
def test_our_cell(
    language: str,
    row: str,
    cell: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    command = _COMMAND.search(cell)
    if command is None:
        (named,) = re.findall(r"`(tests/[\w/.]+)`", cell)
        assert list(ROOT.glob(f"{named}*")), named
        return
    write_files(language, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REPORTLINT_LANG", language)
    main(command[1].split())
    printed = capsys.readouterr()
    assert command[2] in printed.out + printed.err, printed


def test_the_two_pages_say_the_same() -> None:
    def commands(language: str) -> list[str]:
        return [match[1] for _, cell in our_cells(language) for match in _COMMAND.finditer(cell)]

    assert commands("en") == commands("zh")
    assert len(commands("en")) > 20
    assert _FILE.findall(text_of("en")) == _FILE.findall(text_of("zh"))


def test_nothing_is_left_untold() -> None:
    """Every cell has an answer and is verified."""
    cells = [cell for language in PAGES for cell in our_cells(language)]
    assert len(cells) > 40
    for row, cell in cells:
        assert re.match(r"(yes|no|part|Python|有|无|部分)\b", cell), row
        assert _COMMAND.search(cell) or "`tests/" in cell, row
