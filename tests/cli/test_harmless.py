"""Hostile names, texts and messages on the command line do no harm to a terminal or a log."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import reportlint
from reportlint.cli.main import main
from support.hostile import NAMES, commands_in, hidden_in

FILE_NAMES = {
    key: name for key, name in NAMES.items() if not set("/\x00\ud800") & set(name)
}  # as Linux takes them
VALUES = {key: name for key, name in NAMES.items() if "\0" not in name}  # as YAML takes them
RULE = """\
id: house
kind: pattern
severity: warning
message: {message}
why: {message}
words: [XX]
examples:
  bad: ["XX的{plain}⟦XX⟧"]
  good: [{message}]
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for variable in ("FORCE_COLOR", "CLICOLOR_FORCE", "GITHUB_ACTIONS"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def assert_harmless(capsys: pytest.CaptureFixture[str], *arguments: str, status: int) -> str:
    """Run the tool; its output."""
    capsys.readouterr()
    assert main([*arguments, "--lang", "en"]) == status
    printed = capsys.readouterr()
    for text in (printed.out, printed.err):
        assert hidden_in(text, but="\n\t") == []
        assert not any(map(commands_in, text.split("\n")))
    return printed.out + printed.err


@pytest.mark.skipif(os.name == "nt", reason="Windows takes no such names")
@pytest.mark.parametrize("name", FILE_NAMES.values(), ids=FILE_NAMES)
def test_names_of_files(name: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / f"{name}.txt").write_text(f"取缔场所XX家{name[:3]}\n", "utf-8", "replace")
    path = f"{name}.txt" if not name.startswith("-") else f"./{name}.txt"
    for form in ("full", "concise", "json"):
        assert_harmless(capsys, "check", "-f", form, "--select", "placeholder", path, status=1)
    assert_harmless(capsys, "check", "--show-config", path, status=0)
    assert_harmless(capsys, "check", "--show-config", path, "-f", "json", status=0)
    assert_harmless(capsys, "check", f"{name}.none", status=2)
    assert_harmless(capsys, "baseline", "--baseline", f"{name}.json", ".", status=0)
    assert_harmless(capsys, "check", "--select", f"{name}", ".", status=2)
    assert_harmless(capsys, "explain", name, status=2)
    assert_harmless(capsys, "check", "--fail-on", name, ".", status=2)
    assert_harmless(capsys, "test", f"{name}.none", status=2)
    assert_harmless(capsys, "new", name, status=2)


@pytest.mark.parametrize("name", VALUES.values(), ids=VALUES)
def test_texts_of_a_pack(name: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    message = json.dumps(name.encode("utf-8", "replace").decode())
    pack = here / "house"
    pack.mkdir()
    (pack / "pack.yaml").write_text("id: house\nname: house\ndescription: x\n", "utf-8")
    plain = "".join(char for char in name if char.isprintable() and char not in '"\\⟦⟧')
    rule = RULE.replace("{message}", message).replace("{plain}", plain)
    (pack / "house.yaml").write_text(rule, "utf-8")
    (here / ".reportlint.yaml").write_text("extends: [core, ./house]\n", "utf-8")
    (here / "a.md").write_text("取缔场所XX家。\n", "utf-8")
    assert_harmless(capsys, "explain", "house", status=0)
    for form in ("text", "json"):
        assert_harmless(capsys, "rules", "--format", form, status=0)
    for form in ("full", "json", "html"):
        assert_harmless(capsys, "check", "-f", form, "--select", "house", "a.md", status=1)
    assert_harmless(capsys, "test", "house", status=1)


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_values_of_a_configuration(
    name: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    value = json.dumps(name.encode("utf-8", "replace").decode())
    (here / "a.md").write_text("全文没有问题。\n", "utf-8")
    for text in (
        f"extends: [{value}]\n",
        f"{value}: 1\n",
        f"rules: {{{value}: off}}\n",
        f"language: {value}\n",
        f"overrides: [{{files: '*', type: {value}}}]\n",
    ):
        (here / ".reportlint.yaml").write_text(text, "utf-8")
        assert_harmless(capsys, "check", "a.md", status=2)


PLANTED = ("click", "regex", "json", "_blake2", "ruamel", "yaml", "sitecustomize", "reportlint")


def test_modules_in_the_current_folder_are_not_imported(here: Path) -> None:
    for name in PLANTED:
        (here / f"{name}.py").write_text("open('was-run', 'w').close()\n", encoding="utf-8")
    (here / "a.md").write_text("取缔场所XX家。\n", encoding="utf-8")
    env = {**os.environ, "PYTHONPATH": str(Path(reportlint.__file__).parents[1])}
    command = [sys.executable, "-P", "-m", "reportlint"]
    for arguments in (["a.md"], ["--help"]):
        done = subprocess.run([*command, *arguments], cwd=here, env=env, capture_output=True)
        assert done.returncode == (arguments == ["a.md"]), done.stderr
    assert not (here / "was-run").exists()
