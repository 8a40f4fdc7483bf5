"""Other linters: where they are installed, what each is configured to look for, and whether it
works.

Before a tool is measured, it checks a probe: a file with the same extension, in a folder like that
of the texts, which contains what the tool looks for. A tool that does not report it is skipped, and
the table shows what the tool printed. Otherwise a tool that reads nothing would be the fastest.
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
PROBE = {  # extension → a text that contains what every tool looks for
    "txt": "述职报告\nteh recieve 家XX\n",
    "md": "# 述职报告\n\n#没有空格\n\nteh recieve 家XX\n",
}

Command = Callable[[str], tuple[str, ...]]


def install() -> None:
    """Install the peers into `bench/.peers`. A peer that cannot be installed is skipped later."""
    subprocess.run([sys.executable, "-m", "venv", PEERS], check=True)
    for name in PYPI:
        subprocess.run([PEERS / "bin" / "pip", "install", "-q", name], check=False)
    if shutil.which("npm"):
        subprocess.run(
            ["npm", "install", "--silent", "--no-fund", "--prefix", PEERS, *NPM], check=False
        )


def tool(name: str) -> str:
    """The path of a program; "" if it is not installed."""
    for folder in (PEERS / "bin", PEERS / "node_modules" / ".bin"):
        if (folder / name).exists():
            return str(folder / name)
    return shutil.which(name) or ""


def peers(path: str, folder: Path, ending: str) -> list[Case]:
    """The commands of the other linters for the file or folder at `path`, whose texts have the
    extension `ending`."""
    single = Path(path).is_file()
    textlint, markdownlint, vale = _configurations(folder)

    def globbed(path: str) -> str:
        return path if single else f"{path}/**/*.md"

    commands: list[tuple[str, str, Command]] = [
        ("codespell", "words misspelt by its own dictionary", lambda path: (path,)),
        ("typos", "words misspelt by its own dictionary", lambda path: (path,)),
        (
            "textlint",
            "one pattern, XX (textlint-rule-prh)",
            lambda path: ("--config", str(textlint), path),
        ),
        (
            "vale",
            "one rule `existence` with the word XX",
            lambda path: ("--config", str(vale), path),
        ),
    ]
    if ending == "md":
        text = "one rule, MD018: a heading without a space after #"
        commands.append(
            ("markdownlint-cli2", text, lambda path: ("--config", str(markdownlint), globbed(path)))
        )
    return [
        _case(name, task, arguments, path, folder, ending) for name, task, arguments in commands
    ]


def _case(name: str, task: str, arguments: Command, path: str, folder: Path, ending: str) -> Case:
    """The row of one tool; it is skipped if the tool is missing or does not report the probe."""
    program = tool(name)
    if not program:
        return Case(name, (), skipped="not installed")
    return Case(
        name,
        (program, *arguments(path)),
        task,
        skipped=_silent(program, arguments, folder, ending),
        peer=True,
    )


def _silent(program: str, arguments: Command, folder: Path, ending: str) -> str:
    """Why a tool is skipped; "" if it reports the probe with the extension `ending`."""
    probe = folder / "probe" / ending / "000" / f"probe.{ending}"
    probe.parent.mkdir(parents=True, exist_ok=True)
    probe.write_text(PROBE[ending], encoding="utf-8")
    target = str(probe.parent.parent)
    try:
        completed = subprocess.run(
            [program, *arguments(target)], capture_output=True, cwd=folder, timeout=120, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    output = (completed.stdout + completed.stderr).decode("utf-8", "replace")
    if completed.returncode and probe.name in output:
        return ""
    last = output.strip().splitlines()[-1][:80] if output.strip() else "says nothing"
    if "URLError" in last:  # the package `vale` of PyPI
        return "not the program but a package that downloads it when it is first run, which was not possible"
    return f"does not find what it is asked for ({last})"


def _configurations(folder: Path) -> tuple[Path, Path, Path]:
    """Write the configurations of textlint, markdownlint and Vale; their paths."""
    rules = folder / "prh.yml"
    rules.write_text(
        "version: 1\nrules:\n  - expected: 若干\n    pattern: /XX/\n", encoding="utf-8"
    )
    textlint = folder / "textlintrc.json"
    textlint.write_text(
        json.dumps({"rules": {"prh": {"rulePaths": [str(rules)]}}}), encoding="utf-8"
    )
    markdownlint = folder / ".markdownlint-cli2.jsonc"
    markdownlint.write_text(
        json.dumps({"config": {"default": False, "MD018": True}}), encoding="utf-8"
    )
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
    return textlint, markdownlint, vale
