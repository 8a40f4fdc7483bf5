"""`reportlint text`: the lines that a check numbers."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from reportlint.cli import main as module
from reportlint.cli.main import main
from support.docx_parts import p
from support.word_files import SOUND, TITLE, put

LINES = "防汛工作记录\n现将今年的工作情况报告如下。\n全年巡查堤防三十二次。\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(module, "_prepare_streams", lambda: None)
    monkeypatch.setenv("REPORTLINT_LANG", "en")
    return tmp_path


def test_the_lines_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.docx", SOUND)
    assert main(["text", "a.docx"]) == 0
    assert capsys.readouterr() == (LINES, "")


def test_with_their_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.docx", TITLE + p() + p("完"))
    assert main(["text", "-n", "a.docx"]) == 0
    assert capsys.readouterr().out == "    1 防汛工作记录\n    2\n    3 完\n"


def test_standard_input_is_known_by_its_bytes(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for data in (put("a.docx", SOUND).read_bytes(), LINES.encode()):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert main(["text", "-"]) == 0
        assert capsys.readouterr().out == LINES


def test_another_text_is_printed_as_it_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_bytes("防汛工作\n".encode("gb18030"))
    assert main(["text", "a.txt"]) == 0
    assert capsys.readouterr().out == "防汛工作\n"


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.docx", b"text", "no Word document"),
        ("a.docx", b"PK\x03\x04rest", "the archive is damaged"),
        ("a.docx", b"\xd0\xcf\x11\xe0rest", "save it in Word or WPS as .docx"),
        ("a.docx", b"%PDF-1.7 rest", "a PDF"),
        ("a.doc", b"\xd0\xcf\x11\xe0rest", "save it in Word or WPS as .docx"),
        ("a.odt", b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text",
         "OpenDocument"),
        ("none.docx", None, "no such file"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said(
    name: str, data: bytes | None, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if data is not None:
        Path(name).write_bytes(data)
    assert main(["text", name]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"reportlint: {name}: ")
    assert message in err
