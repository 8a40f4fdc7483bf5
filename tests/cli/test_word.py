"""Word documents among the checked files, with every output and every way to run a check."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from reportlint.cli import main as module
from reportlint.cli.main import main
from reportlint.output.formats import FORMATS
from support.docx_parts import p
from support.word_files import BLANK, OPENING, SOUND, TITLE, put

SECTIONS = TITLE + p("一、巡查", "H1") + p("巡查XX次。") + p("二、检修", "H1") + p("检修五次。")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(module, "_prepare_streams", lambda: None)
    monkeypatch.setenv("REPORTLINT_LANG", "zh")
    return tmp_path


def reported(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[tuple[str, str, int]]:
    """Path, rule and line of the findings that a check prints as JSON."""
    main(["--format", "json", *arguments])
    return [
        (finding["path"], finding["rule"], finding["line"])
        for finding in json.loads(capsys.readouterr().out)
    ]


def test_a_folder_is_looked_through(capsys: pytest.CaptureFixture[str]) -> None:
    put("报告/a.docx", BLANK)
    put("报告/~$a.docx", BLANK)
    Path("报告/b.md").write_text("共走访XX家。\n", encoding="utf-8")
    assert reported(capsys) == [
        ("报告/a.docx", "placeholder", 3),
        ("报告/b.md", "placeholder", 1),
    ]


def test_a_finding_names_the_line_the_words_and_the_heading(
    capsys: pytest.CaptureFixture[str],
) -> None:
    put("a.docx", SECTIONS)
    assert main(["a.docx", "--select", "placeholder"]) == 1
    out = capsys.readouterr().out
    assert out.startswith("a.docx:3:3: 错误 placeholder ")
    assert "    3 | 巡查XX次。\n      |     ^^\n      = 巡查\n" in out


def test_json_names_the_format(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.docx", SECTIONS)
    Path("b.md").write_text("共走访XX家。\n", encoding="utf-8")
    main(["--format", "json", "--select", "placeholder", "."])
    word, text = json.loads(capsys.readouterr().out)
    assert list(word) == ["path", "format", *list(text)[1:]]
    assert word["format"] == "docx"
    assert (word["line"], word["column"], word["end_line"], word["end_column"]) == (3, 3, 3, 5)
    assert word["section"] == ["巡查"]


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_format_takes_it(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    put("a.docx", BLANK)
    assert main(["a.docx", "--format", form]) == 1
    assert "a.docx" in capsys.readouterr().out


def test_a_fix_is_offered_to_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    text = "一是巡查堤防。二是检修闸门。四是培训人员。五是储备物资。"
    put("a.docx", TITLE + OPENING + p(text))
    Path("b.md").write_text(f"# 防汛工作记录\n\n现将情况报告如下。\n\n{text}\n", encoding="utf-8")
    main(["--format", "json", "."])
    fixes = {finding["path"]: finding["fix"] for finding in json.loads(capsys.readouterr().out)}
    assert fixes["b.md"] is not None
    assert fixes["a.docx"] is None


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_none_is_ever_written(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = {name: put(name, BLANK).read_bytes() for name in ("a.docx", "b.docx")}
    put("c.docx", SOUND)
    main([option, "--unsafe-fixes", "."])
    assert {name: Path(name).read_bytes() for name in before} == before
    errors = capsys.readouterr().err
    assert errors.count("reportlint annotate") == 1
    assert "2 个" in errors


def test_nothing_is_said_of_fixing_where_nothing_was_found(
    capsys: pytest.CaptureFixture[str],
) -> None:
    put("c.docx", SOUND)
    assert main(["--fix", "."]) == 0
    assert "annotate" not in capsys.readouterr().err


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", "文字".encode()])
def test_a_damaged_one_is_a_finding_and_the_rest_is_checked(
    data: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.docx").write_bytes(data)
    put("b.docx", BLANK)
    assert main(["--fail-on", "never", "."]) == 1
    capsys.readouterr()
    assert reported(capsys) == [("a.docx", "unreadable", 1), ("b.docx", "placeholder", 3)]


def test_a_folder_of_what_is_not_read_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("旧/a.doc", "旧/b.wps", "c.pdf", "d.ODT", "e.png"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_bytes(b"x")
    assert main(["."]) == 0
    out, err = capsys.readouterr()
    assert "0 个文件" in out
    assert "有 4 个文件没有检查：读不了 .doc、.odt、.pdf、.wps，请另存为 .docx" in err


def test_nothing_is_said_where_something_was_checked(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.doc").write_bytes(b"x")
    put("b.docx", SOUND)
    assert main(["."]) == 0
    assert capsys.readouterr().err == ""


def test_many_are_looked_up(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("REPORTLINT_CACHE_DIR", str(tmp_path / "cache"))
    for number in range(14):
        put(f"{number:02}.docx", BLANK if number % 2 else SOUND)
    first = reported(capsys)
    assert len(first) == 7
    monkeypatch.setattr("reportlint.run.file_result.make", None)  # none is checked again
    assert reported(capsys) == first
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)
    put("01.docx", SOUND)
    assert len(reported(capsys)) == 6


def test_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put("a.docx", BLANK)
    with path.open(encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        assert reported(capsys, "-", "--stdin-filename", "b.docx") == [("b.docx", "placeholder", 3)]


def test_a_recorded_finding_is_known_again(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.docx", BLANK)
    assert main(["baseline"]) == 0
    assert main(["."]) == 0
    put("a.docx", TITLE + p("新的一段。") + BLANK.removeprefix(TITLE) + p("另有XX处。"))
    capsys.readouterr()
    assert reported(capsys, "--select", "placeholder") == [("a.docx", "placeholder", 5)]


def test_an_entry_of_the_configuration_lets_pass() -> None:
    put("a.docx", BLANK)
    Path(".reportlint.yaml").write_text(
        "ignore:\n- {files: '*.docx', rule: placeholder, text: XX次, reason: 地名}\n",
        encoding="utf-8",
    )
    assert main(["a.docx"]) == 0


def test_what_is_used_for_it_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.docx", BLANK)
    assert main(["--show-config", "a.docx"]) == 0
    assert "Word 文档，没有编码" in capsys.readouterr().out


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes")
def test_a_pipe_is_not_waited_for(capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo("a.docx")
    assert reported(capsys, "a.docx") == [("a.docx", "unreadable", 1)]


def test_a_new_report_waits_to_be_filled_in(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "通知", "-o", "通知.docx", "--set", "事由=修路"]) == 0
    assert "还没填的空格：发文字号、主送机关" in capsys.readouterr().err
    assert {rule for _, rule, _ in reported(capsys, "通知.docx")} == {"placeholder"}
    assert main(["text", "通知.docx"]) == 0
    assert capsys.readouterr().out.startswith("关于修路的通知\n［发文字号］\n［主送机关］：\n")


def test_a_new_report_is_written_over_nothing() -> None:
    before = put("通知.docx", SOUND).read_bytes()
    assert main(["new", "通知", "-o", "通知.docx"]) == 2
    assert Path("通知.docx").read_bytes() == before


@pytest.mark.parametrize("output", [[], ["-o", "通知.md"]])
def test_a_word_document_needs_a_name(
    output: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "通知", "--format", "docx", *output]) == 2
    assert ".docx" in capsys.readouterr().err
    assert not Path("通知.md").exists()
