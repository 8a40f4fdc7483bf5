"""Everything that the documents tell users to write and type is run, in an empty folder, from top
to bottom."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

import gen_docs
import reportlint

ROOT = Path(__file__).parents[1]
SOURCE = Path(reportlint.__file__).parents[1]
_STEP = re.compile(
    r"<!-- file: (?P<file>\S+) -->\n```\w+\n(?P<text>.*?)^```$|^```console\n\$ (?P<command>[^\n]+)\n(?P<output>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
PAGES = {
    "docs/writing-rules.md": "en",
    "docs/writing-rules.zh-CN.md": "zh",
    "docs/workshop.md": "en",
    "docs/workshop.zh-CN.md": "zh",
    "docs/tutorial.md": "en",
    "docs/tutorial.zh-CN.md": "zh",
    "docs/coming-from.md": "en",
    "docs/coming-from.zh-CN.md": "zh",
}
WALKS = sorted(path.name for path in (ROOT / "docs" / "walkthroughs").glob("*.md"))
PAGES |= {f"docs/walkthroughs/{name}": "zh" if ".zh-CN." in name else "en" for name in WALKS}
# of the tests alone: nobody's Git settings, a name for commits
GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{
        f"GIT_{role}_{part}": value
        for role in ("AUTHOR", "COMMITTER")
        for part, value in (("NAME", "li"), ("EMAIL", "li@example.org"))
    },
}


def run(command: str, folder: Path, language: str) -> str:
    """The output of a command of a page; `reportlint` is the one under test."""
    shim = folder / ".bin"
    shim.mkdir(exist_ok=True)
    script = shim / "reportlint"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reportlint "$@"\n')
    script.chmod(0o755)
    path = os.pathsep.join((str(shim), os.environ["PATH"]))
    locale = {"en": "en_US.UTF-8", "zh": "zh_CN.UTF-8"}[language]
    environment = {
        **os.environ,
        **GIT,
        "PATH": path,
        "PYTHONPATH": str(SOURCE),
        "LC_ALL": locale,
        "COLUMNS": "200",
    }
    environment.pop("REPORTLINT_LANG", None)
    done = subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="the commands are those of a POSIX shell")
@pytest.mark.parametrize("page", PAGES)
def test_the_page_works_step_by_step(page: str, tmp_path: Path, update: bool) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    ran = 0

    def step(match: re.Match[str]) -> str:
        nonlocal ran
        if match["file"]:
            path = tmp_path / match["file"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(match["text"], encoding="utf-8")
            return match[0]
        ran += 1
        printed = run(match["command"], tmp_path, PAGES[page])
        shown, cut, _ = match["output"].partition("…\n")
        if cut and printed.startswith(shown):
            return match[0]
        return f"```console\n$ {match['command']}\n{printed}```"

    made = _STEP.sub(step, text)
    if update:
        (ROOT / page).write_text(made, encoding="utf-8")
    assert made == text
    assert ran >= (5 if "writing" in page else 1)


def test_both_pages_have_the_same_steps() -> None:
    def steps(page: str) -> list[str]:
        return [
            match["file"] or match["command"]
            for match in _STEP.finditer((ROOT / page).read_text(encoding="utf-8"))
        ]

    english = [page for page, language in PAGES.items() if language == "en"]
    assert english
    for page in english:
        assert steps(page)
        assert steps(page) == steps(page.replace(".md", ".zh-CN.md"))


@pytest.mark.parametrize("page", gen_docs.PAGES)
def test_the_generated_parts_of_a_page_are_current(page: str) -> None:
    written = (ROOT / page).read_text(encoding="utf-8")
    assert written == gen_docs.current(page), "run `python tools/update.py`"


@pytest.mark.parametrize(
    ("language", "page"), [("en", "configuration.md"), ("zh", "configuration.zh-CN.md")]
)
def test_the_examples_of_the_configuration_page_load(
    language: str, page: str, tmp_path: Path
) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    blocks = [
        textwrap.dedent(block)
        for block in re.findall(r"(?:^ {4}.*\n|^\n(?= {4}))+", text, re.MULTILINE)
    ]
    assert len(blocks) == 3
    for number, block in enumerate(blocks):
        folder = tmp_path / str(number)
        folder.mkdir()
        name = "pyproject.toml" if "[tool.reportlint]" in block else ".reportlint.yaml"
        if "\nmarkers:" in block:  # marker styles are of a pack
            (folder / "house").mkdir()
            pack = f"id: house\nname: house\ndescription: x\n{block}"
            (folder / "house" / "pack.yaml").write_text(pack, encoding="utf-8")
            block = "extends: [./house]\n"
        (folder / name).write_text(block, encoding="utf-8")
        (folder / "a.md").write_text("全文没有问题。\n", encoding="utf-8")
        assert "no findings" in run("reportlint check a.md --lang en", folder, language)
