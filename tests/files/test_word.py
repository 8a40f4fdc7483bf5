"""Which bytes are read as a Word document, and the messages about others."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.core.word import is_word
from reportlint.files import sources
from reportlint.files.sources import UNREADABLE, PointerError, SourceError, read, source_of
from support.word_files import SOUND, put


@pytest.mark.parametrize("name", ["a.docx", "报告.DOCX", "a/b.docm", "a.dotx"])
def test_the_name_says_what_it_is(name: str) -> None:
    assert is_word(name)


@pytest.mark.parametrize("name", ["a.doc", "docx", "a.docx.txt", "a.docx/b.md", "", "a.wps"])
def test_other_names_do_not(name: str) -> None:
    assert not is_word(name)


def test_a_document_is_its_lines(tmp_path: Path) -> None:
    source = read(str(put(tmp_path / "a.docx", SOUND)))
    assert source.decoded.text.startswith("防汛工作记录\n")
    assert source.word is not None
    assert source.encoding == ""


def test_a_text_is_none(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("PK 是两个字母\n", encoding="utf-8")
    assert read(str(path)).word is None


def reason(name: str, data: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        source_of(name, data)
    assert caught.value.rule == UNREADABLE
    return caught.value.reason.en


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.docx", b"", "no Word document"),
        ("a.docx", "# 工作总结\n".encode(), "no Word document"),
        ("a.docx", b"{\\rtf1 x}", "RTF"),
        ("a.rtf", b"{\\rtf1 x}", "RTF"),
        ("a.pdf", b"%PDF-1.4\n", "a PDF"),
        ("a.wps", b"\xd0\xcf\x11\xe0\xa1\xb1", "as .docx"),
        ("a.xlsx", b"PK\x03\x04 xl/workbook.xml", "a zip archive"),
    ],
)
def test_other_bytes_are_told(name: str, data: bytes, message: str) -> None:
    assert message in reason(name, data)


def test_a_document_under_the_name_of_a_text_is_told(tmp_path: Path) -> None:
    data = put(tmp_path / "a.docx").read_bytes()
    assert reason("a.txt", data) == "a Word document: its name must end in .docx"


def test_a_great_one_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MOST_WORD_BYTES", 100)
    path = put(tmp_path / "a.docx")
    assert "larger" in reason("a.docx", path.read_bytes())
    with pytest.raises(SourceError, match="larger"):
        read(str(path))


def test_a_pointer_of_git_lfs_stays_one() -> None:
    with pytest.raises(PointerError):
        source_of("a.docx", sources.LFS_POINTER + b"oid sha256:1\n")
