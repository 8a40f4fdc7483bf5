"""`reportlint baseline`: what it prints, and where; what it records is in `tests/baseline`."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.baseline.record import Rewritten
from reportlint.baseline.session import NAME
from reportlint.cli.baseline import written_message
from reportlint.cli.main import main

BAD = "# 走访随记\n\n走访企业XX家。\n"
CLEAN = "# 走访随记\n\n走访企业三家。\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(["baseline", *arguments])
    return status, *capsys.readouterr()


WRITES_NOTHING = [
    pytest.param(CLEAN, ["."], 0, "nothing to take down; no baseline written", id="clean"),
    pytest.param(BAD, ["--prune"], 0, "nothing to take down; no baseline written", id="no file"),
    pytest.param(BAD, ["gone.md"], 2, "gone.md", id="a missing path"),
    pytest.param(BAD, ["-"], 2, "standard input has no baseline", id="no path to record"),
    pytest.param(BAD, ["--prune=yes"], 2, "--prune", id="a value for a flag"),
]


@pytest.mark.parametrize(("text", "arguments", "status", "message"), WRITES_NOTHING)
def test_no_file_is_written(
    text: str,
    arguments: list[str],
    status: int,
    message: str,
    here: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (here / "a.md").write_text(text, encoding="utf-8")
    done, out, err = run(capsys, *arguments, "--lang", "en")
    assert (done, out) == (status, "")
    assert message in err
    assert not (here / NAME).exists()


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("en", f"reportlint: {NAME}: findings known: 1, added: 1, taken out: 0\n"),
        ("zh", f"reportlint: {NAME}：共 1 处，新增 1，删去 0\n"),
    ],
)
def test_without_a_path_the_current_folder_is_recorded(
    language: str, message: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "unit").mkdir()
    (here / "unit/a.md").write_text(BAD, encoding="utf-8")
    assert run(capsys, "--lang", language) == (0, "", message)
    assert '"path": "unit/a.md"' in (here / NAME).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("reports/.b.yaml", "reports/.b.yaml"),
        ("/elsewhere/.b.yaml", "/elsewhere/.b.yaml"),
        ("年 度/\x1b[31m.yaml", "年 度/␛[31m.yaml"),
        ("two\nlines.yaml", "two␊lines.yaml"),
    ],
)
def test_the_message_names_the_file_on_one_line(path: str, shown: str) -> None:
    message = written_message(Rewritten(path, "", 7, 4, 2))
    assert message.en == f"{shown}: findings known: 7, added: 4, taken out: 2"
    assert message.zh == f"{shown}：共 7 处，新增 4，删去 2"


def test_a_file_below_the_current_folder_is_named_from_there(here: Path) -> None:
    message = written_message(Rewritten(f"{here.as_posix()}/unit/{NAME}", "", 1, 1, 0))
    assert message.en.startswith(f"unit/{NAME}: ")
