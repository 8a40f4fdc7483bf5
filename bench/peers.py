"""Other linters: where they are, what each is asked to look for, and whether it looks at all.

Before a tool is measured it is given a text that holds what it is asked for, of the sort and in a
folder like the texts to come. One that says nothing about it is skipped, with what it said instead:
a tool that reads nothing is quick.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from measure import Case

PEERS = Path(__file__).parent / ".peers"
PYPI = ("codespell", "typos", "vale", "pre-commit")
NPM = ("textlint", "@textlint/textlint-plugin-text", "textlint-rule-prh", "markdownlint-cli2")
PROBE = {
    "txt": "述职报告\nteh recieve 家XX\n",
    "md": "# 述职报告\n\n#没有空格\n\nteh recieve 家XX\n",
}

Command = Callable[[str], tuple[str, ...]]


def install() -> None:
    """Put the peers into `bench/.peers`; what fails is skipped later."""
    subprocess.run([sys.executable, "-m", "venv", PEERS], check=True)
    for name in PYPI:
        subprocess.run([PEERS / "bin" / "pip", "install", "-q", name], check=False)
    if shutil.which("npm"):
        subprocess.run(
            ["npm", "install", "--silent", "--no-fund", "--prefix", PEERS, *NPM], check=False
        )


def tool(name: str) -> str:
    """Where a program is; "" where it cannot be had."""
    for folder in (PEERS / "bin", PEERS / "node_modules" / ".bin"):
        if (folder / name).exists():
            return str(folder / name)
    return shutil.which(name) or ""


def peers(path: str, folder: Path, ending: str) -> list[Case]:
    """The other linters over the file or folder at `path`, which holds texts of that ending."""
    single = Path(path).is_file()
    rc, one, vale = _configurations(folder)

    def globbed(path: str) -> str:
        return path if single else f"{path}/**/*.md"

    wanted: list[tuple[str, str, Command]] = [
        ("codespell", "words misspelt by its own dictionary", lambda path: (path,)),
        ("typos", "words misspelt by its own dictionary", lambda path: (path,)),
        (
            "textlint",
            "one pattern, XX (textlint-rule-prh)",
            lambda path: ("--config", str(rc), path),
        ),
        (
            "vale",
            "one rule `existence` with the word XX",
            lambda path: ("--config", str(vale), path),
        ),
    ]
    if ending == "md":
        text = "one rule, MD018: a heading without a space after #"
        wanted.append(
            ("markdownlint-cli2", text, lambda path: ("--config", str(one), globbed(path)))
        )
    return [
        _case(name, asked, arguments, path, folder, ending) for name, asked, arguments in wanted
    ]


def _case(name: str, asked: str, arguments: Command, path: str, folder: Path, ending: str) -> Case:
    program = tool(name)
    if not program:
        return Case(name, (), skipped="not installed")
    return Case(
        name,
        (program, *arguments(path)),
        asked,
        skipped=_silent(program, arguments, folder, ending),
        peer=True,
    )


def _silent(program: str, arguments: Command, folder: Path, ending: str) -> str:
    """Why a tool is no use; "" where it finds what it is to find in a file of that ending, below
    the folder it is given.
    """
    probe = folder / "probe" / ending / "000" / f"probe.{ending}"
    probe.parent.mkdir(parents=True, exist_ok=True)
    probe.write_text(PROBE[ending], encoding="utf-8")
    target = str(probe.parent.parent)
    try:
        done = subprocess.run(
            [program, *arguments(target)], capture_output=True, cwd=folder, timeout=120, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    said = (done.stdout + done.stderr).decode("utf-8", "replace")
    if done.returncode and probe.name in said:
        return ""
    last = said.strip().splitlines()[-1][:80] if said.strip() else "says nothing"
    if "URLError" in last:  # the package `vale` of PyPI
        return "not the program but a package that downloads it when it is first run, which was not possible"
    return f"does not find what it is asked for ({last})"


def _configurations(folder: Path) -> tuple[Path, Path, Path]:
    """For textlint, markdownlint and Vale."""
    rules = folder / "prh.yml"
    rules.write_text(
        "version: 1\nrules:\n  - expected: 若干\n    pattern: /XX/\n", encoding="utf-8"
    )
    rc = folder / "textlintrc.json"
    rc.write_text(json.dumps({"rules": {"prh": {"rulePaths": [str(rules)]}}}), encoding="utf-8")
    one = folder / ".markdownlint-cli2.jsonc"
    one.write_text(json.dumps({"config": {"default": False, "MD018": True}}), encoding="utf-8")
    style = folder / "styles" / "Bench"
    style.mkdir(parents=True, exist_ok=True)
    (style / "Blank.yml").write_text(
        "extends: existence\nmessage: '%s'\nlevel: error\nnonword: true\ntokens:\n  - XX\n",
        encoding="utf-8",
    )
    vale = folder / "vale.ini"
    vale.write_text(
        "StylesPath = styles\nMinAlertLevel = error\n[*.{md,txt}]\nBasedOnStyles = Bench\n",
        encoding="utf-8",
    )
    return rc, one, vale
