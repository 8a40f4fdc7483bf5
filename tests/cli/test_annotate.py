"""`reportlint annotate` writes comments into a copy, never into the document itself."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from reportlint.cli import main as module
from reportlint.cli.main import main
from support.word_files import BLANK, SOUND, part_of, put

COMMENTS = "word/comments.xml"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(module, "_prepare_streams", lambda: None)
    monkeypatch.setenv("REPORTLINT_LANG", "zh")
    return tmp_path


def texts(part: str) -> str:
    return "".join(re.findall("<w:t[^>]*>([^<]*)", part))


def test_a_copy_has_a_comment_at_each_finding(capsys: pytest.CaptureFixture[str]) -> None:
    before = put("a.docx", BLANK).read_bytes()
    assert main(["annotate", "a.docx", "-o", "b.docx"]) == 0
    assert capsys.readouterr() == ("", "reportlint: b.docx: 写了 1 条批注\n")
    assert Path("a.docx").read_bytes() == before
    assert "XX" in texts(part_of("b.docx", COMMENTS))
    assert "placeholder" in texts(part_of("b.docx", COMMENTS))
    document = part_of("b.docx", "word/document.xml")
    covered = document[document.index("commentRangeStart") : document.index("commentRangeEnd")]
    assert texts(covered) == "XX"


def test_the_copy_may_be_written_again_and_is_found_to_say_the_same() -> None:
    put("a.docx", BLANK)
    assert main(["annotate", "a.docx", "-o", "b.docx"]) == 0
    first = Path("b.docx").read_bytes()
    assert main(["annotate", "a.docx", "-o", "b.docx"]) == 0
    assert Path("b.docx").read_bytes() == first


def test_what_is_not_selected_gets_no_comment() -> None:
    put("a.docx", BLANK)
    assert main(["annotate", "a.docx", "-o", "b.docx", "--ignore", "placeholder"]) == 0
    assert part_of("b.docx", COMMENTS) == ""


def test_a_sound_document_is_copied(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.docx", SOUND)
    assert main(["annotate", "a.docx", "-o", "b.docx"]) == 0
    assert part_of("b.docx", "word/document.xml") == part_of("a.docx", "word/document.xml")
    assert "0 条批注" in capsys.readouterr().err


def hard_link() -> str:
    os.link("a.docx", "c.docx")
    return "c.docx"


def soft_link() -> str:
    os.symlink("a.docx", "c.docx")
    return "c.docx"


@pytest.mark.parametrize("name", [lambda: "a.docx", lambda: "./a.docx", hard_link, soft_link])
def test_nothing_is_written_over_the_document(
    name: object, capsys: pytest.CaptureFixture[str]
) -> None:
    before = put("a.docx", BLANK).read_bytes()
    assert callable(name)
    assert main(["annotate", "a.docx", "-o", name()]) == 2
    assert Path("a.docx").read_bytes() == before
    assert "请换一个文件名" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("path", "output", "message"),
    [
        ("damaged.docx", "b.docx", "不是 Word 文档"),
        ("a.md", "b.docx", "批注只能写进 .docx"),
        ("none.docx", "b.docx", "没有这个文件"),
        ("a.docx", "b.doc", "要以 .docx 结尾"),
        (".", "b.docx", "批注只能写进 .docx"),
    ],
)
def test_what_cannot_be_annotated_is_said(
    path: str, output: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put("a.docx")
    Path("damaged.docx").write_text("文字", encoding="utf-8")
    Path("a.md").write_text("文字", encoding="utf-8")
    assert main(["annotate", path, "-o", output]) == 2
    assert message in capsys.readouterr().err
    assert not Path(output).exists()
