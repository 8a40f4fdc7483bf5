"""`--fix`, `--unsafe-fixes` and `--diff`: valid combinations, output and exit status."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from reportlint.cli import main as module
from reportlint.cli.fixes import wanted
from reportlint.cli.main import main
from reportlint.core.errors import UserError

BROKEN = "# 总结\n\n（1)甲。\n\n一是修路。三是架桥。\n"
NOTHING = {
    "fix": False,
    "diff": False,
    "unsafe_fixes": False,
    "form": (),
    "output_file": "",
    "statistics": False,
}

ALLOWED = [
    ({}, ("a.md",), False),
    ({"statistics": True}, ("a.md",), False),
    ({"fix": True}, ("a.md", "b.md"), True),
    ({"fix": True}, ("-",), True),
    ({"fix": True, "form": ("json",)}, ("a.md",), True),
    ({"fix": True, "unsafe_fixes": True}, ("a.md",), True),
    ({"diff": True}, ("a.md",), True),
    ({"diff": True, "unsafe_fixes": True}, ("-", "a.md"), True),
    ({"diff": True, "fix": True}, ("-", "a.md"), True),  # nothing is written
]
REFUSED = [
    ({"unsafe_fixes": True}, ("a.md",), "goes with --fix or --diff"),
    ({"diff": True, "form": ("json",)}, ("a.md",), "a diff only"),
    ({"diff": True, "output_file": "a"}, ("a.md",), "a diff only"),
    ({"diff": True, "fix": True, "statistics": True}, ("a.md",), "a diff only"),
    ({"fix": True}, ("-", "a.md"), "standard input (-) goes alone"),
]


@pytest.mark.parametrize(("options", "paths", "expected"), ALLOWED)
def test_allowed(options: dict[str, object], paths: tuple[str, ...], expected: bool) -> None:
    assert wanted({**NOTHING, **options}, paths) is expected


@pytest.mark.parametrize(("options", "paths", "reason"), REFUSED)
def test_refused(options: dict[str, object], paths: tuple[str, ...], reason: str) -> None:
    with pytest.raises(UserError) as caught:
        wanted({**NOTHING, **options}, paths)
    assert reason in caught.value.problems[0].message.en


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(module, "_prepare_streams", lambda: None)
    monkeypatch.setenv("REPORTLINT_LANG", "en")
    (tmp_path / "a.md").write_text(BROKEN, encoding="utf-8")
    (tmp_path / "b.md").write_text("# 总结\n\n都写好了。\n", encoding="utf-8")
    return tmp_path


def test_a_safe_fix_is_written_and_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--fix", "a.md"]) == 1, "the list is still broken"
    assert (here / "a.md").read_text(encoding="utf-8") == BROKEN.replace("（1)", "（1）")
    assert "a.md: 1 fixed" in capsys.readouterr().err


def test_unsafe_fixes_too(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--fix", "--unsafe-fixes", "a.md"]) == 1, "what was mended is to be looked at"
    assert "二是架桥" in (here / "a.md").read_text(encoding="utf-8")
    assert "2 fixed" in capsys.readouterr().err
    assert main(["--fix", "--unsafe-fixes", "a.md"]) == 0


def test_a_diff_writes_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--diff", "a.md"]) == 1
    printed = capsys.readouterr()
    assert "-（1)甲。\n+（1）甲。\n" in printed.out
    assert "1 would be fixed" in printed.err
    assert (here / "a.md").read_text(encoding="utf-8") == BROKEN


@pytest.mark.parametrize(
    ("option", "message"),
    [("--fix", "nothing was fixed, no file was changed"), ("--diff", "nothing would be fixed")],
)
@pytest.mark.usefixtures("here")
def test_nothing_to_mend(option: str, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([option, "b.md"]) == 0
    assert message in capsys.readouterr().err


@pytest.mark.usefixtures("here")
def test_exit_zero_and_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--diff", "--exit-zero", "--quiet", "a.md"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("here")
def test_standard_input_is_given_back_whole(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    data = BROKEN.encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
    assert main(["--fix", "--stdin-filename", "a.md", "-"]) == 1
    printed = capfdbinary.readouterr()
    assert printed.out == BROKEN.replace("（1)", "（1）").encode()
    assert "序号" in printed.err.decode() or "ordinal" in printed.err.decode()
