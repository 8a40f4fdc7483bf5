"""`reportlint new`: what a person is asked at the terminal, and what goes to which stream."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from reportlint.cli.main import main

TYPE = """\
name: {zh: 便函, en: Memo}
fields:
  级别: {ask: {zh: 急不急？, en: How urgent?}, choices: [平件, 急件]}
  单位: {ask: {zh: 哪个单位？, en: Which office?}, required: true}
  备注: {ask: {zh: 备注？, en: Any note?}}
sections:
  - {id: ask, title: 事项, write: "请{{单位}}办理（{{级别}}）。{{备注}}"}
"""
FILLED = ["--set", "级别=急件", "--set", "单位=教育局", "--set", "备注=无"]
REPORT = "# 便函\n\n## 一、事项\n\n请教育局办理（急件）。无\n"


class Keyboard(io.StringIO):
    """What a person types, each answer a line."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "house/types").mkdir(parents=True)
    (tmp_path / "house/pack.yaml").write_text("id: house\nname: House\n", encoding="utf-8")
    (tmp_path / "house/types/memo.yaml").write_text(TYPE, encoding="utf-8")
    (tmp_path / ".reportlint.yaml").write_text("extends: [core, ./house]\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO("教育局\n急件\n无\n"))
    return tmp_path


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A person at the terminal: three answers, one of which is no choice."""
    monkeypatch.setattr(sys, "stdin", Keyboard("特急\n急件\n\n 教育局 \n\n"))


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(["new", *arguments])
    return status, *capsys.readouterr()


NOT_ASKED = [
    pytest.param([], id="no terminal"),
    pytest.param(["--no-input"], id="no terminal, and told so"),
]


@pytest.mark.parametrize("arguments", NOT_ASKED)
def test_without_a_terminal_nothing_is_asked(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run(capsys, "memo", "--lang", "en", "--set", "单位=财政局", *arguments)
    assert status == 0
    assert "请财政局办理（{{级别}}）。{{备注}}" in out
    assert err == "blanks not filled in: 级别, 备注\n"
    assert sys.stdin.read() == "教育局\n急件\n无\n"


@pytest.mark.usefixtures("typed")
def test_a_person_who_wants_no_questions_is_asked_none(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "memo", "--lang", "zh", "--no-input", "--set", "单位=财政局")
    assert (status, err) == (0, "还没填的空格：级别、备注\n")
    assert "{{级别}}" in out


@pytest.mark.usefixtures("typed")
def test_what_has_a_value_is_not_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "memo", *FILLED) == (0, REPORT, "")


@pytest.mark.usefixtures("typed")
def test_a_person_is_asked_again_until_the_answer_is_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status, out, err = run(capsys, "memo", "--lang", "en")
    assert (status, "请教育局办理（急件）。{{备注}}" in out) == (0, True)
    assert err.count("How urgent? (平件, 急件)") == 2, "特急 is none of the choices"
    assert err.count("Which office?") == 2, "it is required"
    assert err.count("Any note?") == 1, "it may stay empty"
    assert err.endswith("blanks not filled in: 备注\n")


@pytest.mark.usefixtures("typed")
def test_questions_are_in_the_language_of_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, err = run(capsys, "便函", "--lang", "zh")
    assert "急不急？" in err
    assert "哪个单位？" in err
    assert "How" not in err
    assert "急不急" not in out, "the report can be redirected to a file"


REFUSED = [
    pytest.param([], "no TYPE given; reportlint types lists them", id="no type"),
    pytest.param(["memos"], "memo", id="a misspelt type"),
    pytest.param(["memo", "--set", "单位"], "name=value", id="no value"),
    pytest.param(["memo", "--set", "级别=特急"], "特急", id="no choice"),
    pytest.param(["memo", "-o", "a.md"], "“单位” must have a value", id="a value is missing"),
    pytest.param(["memo", *FILLED, "-o", "there.md"], "there.md", id="a file that is there"),
]


@pytest.mark.parametrize(("arguments", "message"), REFUSED)
def test_nothing_is_written(
    arguments: list[str], message: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "there.md").write_text("mine\n", encoding="utf-8")
    before = sorted(here.iterdir())
    status, out, err = run(capsys, *arguments, "--lang", "en")
    assert (status, out) == (2, "")
    assert message in err
    assert sorted(here.iterdir()) == before
    assert (here / "there.md").read_text(encoding="utf-8") == "mine\n"


def test_a_report_in_a_file_leaves_both_streams_empty(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, "memo", "-o", "a.md", *FILLED) == (0, "", "")
    assert (here / "a.md").read_text(encoding="utf-8") == REPORT


LACKS = "# 便函\n\n## 一、其他\n\n正文。\n"
ANSWERS = [
    pytest.param("n\n", 1, LACKS, id="no"),
    pytest.param("\n", 1, LACKS, id="Enter alone"),
    pytest.param("", 130, LACKS, id="the end of the input"),
    pytest.param("y\n", 0, None, id="yes"),
    pytest.param("也许\ny\n", 0, None, id="asked again"),
]


@pytest.mark.parametrize(("answer", "status", "text"), ANSWERS)
def test_sections_are_added_to_a_report_if_the_person_agrees(
    answer: str,
    status: int,
    text: str | None,
    here: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (here / "old.md").write_text(LACKS, encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", Keyboard(answer))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    done, out, err = run(capsys, "memo", "--update", "old.md", "--lang", "zh")
    assert done == status
    assert "事项" in out
    assert "补上 事项？" in err
    after = (here / "old.md").read_text(encoding="utf-8")
    assert after == text if text else "事项" in after
