"""Completion in real shells: a line is typed at a terminal and Tab is pressed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from support.terminal import Terminal

pytestmark = pytest.mark.e2e

SAME = ["check --select no-such", "check --type=no-such", "check --rev ma"]
COMPLETED = {
    "sup": "suppress",
    "check --stag": "check --staged",
    "check --select ordinal-ga": "check --select ordinal-gap",
    "--select ordinal-ga": "--select ordinal-gap",
    "check --select=ordinal-ga": "check --select=ordinal-gap",
    "check --ignore placeholder,ordinal-ga": "check --ignore placeholder,ordinal-gap",
    "explain ordinal-ga": "explain ordinal-gap",
    "check --type duty": "check --type duty-report",
    "check --type=duty": "check --type=duty-report",
    "new duty": "new duty-report",
    "check --format sar": "check --format sarif",
    "check --fail-on=err": "check --fail-on=error",
    "completion fi": "completion fish",
    "check 述": "check 述职.md",
    "a.": "a.md",
    "check --config=a.": "check --config=a.md",
}
# A key that shows the line as it is, between marks, and begins a new one.
BASH = r"""
PS1= PS2=
bind 'set enable-bracketed-paste off'
eval "$(reportlint completion bash)"
shown() { printf '<<%s>>\n' "$READLINE_LINE"; READLINE_LINE=; READLINE_POINT=0; }
bind -x '"\C-xr": shown'
bind '"\C-t": complete'
echo BE""GUN
"""
ZSH = r"""
PS1= PS2= RPS1= zle_highlight=(none)
eval "$(reportlint completion zsh)"
shown() { zle complete-word; print -r -- "<<$BUFFER>>"; BUFFER= }
zle -N shown
bindkey '^Xr' shown
print BE""GUN
"""


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    tools = tmp_path / "bin"
    tools.mkdir()
    script = tools / "reportlint"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reportlint "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    for name in ("a.md", "述职.md"):
        (tmp_path / name).write_text("", encoding="utf-8")
    kept = {key: value for key, value in os.environ.items() if not key.startswith("_REPORTLINT")}
    path = os.pathsep.join((str(tools), os.environ["PATH"]))
    return {**kept, "PATH": path, "HOME": str(tmp_path), "LC_ALL": "C.UTF-8", "TERM": "xterm"}


def shell(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"there is no {name}")
    return path


def typed(command: list[str], setup: str, keys: tuple[str, str], env: Mapping[str, str]) -> None:
    """Type each line and Tab, and compare. `keys` complete a line and show it."""
    folder = Path(env["HOME"])
    (folder / "setup").write_text(setup, encoding="utf-8")
    with Terminal(command, folder, env) as terminal:
        terminal.type(" source ./setup\n")
        begun = terminal.until("BEGUN")
        assert "not found" not in begun
        for line, wanted in (*zip(SAME, SAME, strict=True), *COMPLETED.items()):
            terminal.type(f"reportlint {line}")
            for key in keys:
                terminal.type(key)
            shown = terminal.until(">>").rpartition("<<")[2].removesuffix(">>")
            assert shown.rstrip() == f"reportlint {wanted}"


def test_bash(env: dict[str, str]) -> None:
    typed([shell("bash"), "--norc", "--noprofile", "-i"], BASH, ("\x14", "\x18r"), env)


@pytest.mark.parametrize("before", ["", "autoload -Uz compinit; compinit -D -u\n"])
def test_zsh(before: str, env: dict[str, str]) -> None:
    """With and without the completion system enabled by the user."""
    typed([shell("zsh"), "-f", "-i"], before + ZSH, ("\x18r",), env)


def test_fish(env: dict[str, str]) -> None:
    fish = shell("fish")

    def complete(line: str) -> list[str]:
        script = 'reportlint completion fish | source; complete -C "reportlint $LINE"'
        done = subprocess.run(
            [fish, "-N", "-c", script],
            cwd=env["HOME"],
            env={**env, "LINE": line},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
        return [suggestion.partition("\t")[0] for suggestion in done.stdout.splitlines()]

    assert {line: complete(line) for line in SAME} == {line: [] for line in SAME}
    assert {line: complete(line) for line in COMPLETED} == {
        line: [wanted.split()[-1]] for line, wanted in COMPLETED.items()
    }
