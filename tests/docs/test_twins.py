"""Every page for users exists in Chinese and in English, with the same commands and with tables of
the same size.

`mkdocs.yml` lists the pages for users: all except those below `Inside`.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportlint.cli.commands import COMMANDS

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
_NAV = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").split("\nnav:\n")[1].split("\n# ")[0]


def pages(nav: str) -> dict[str, list[str]]:
    """The pages of each section of the navigation, by title; pages without a section have the title
    ""."""
    made: dict[str, list[str]] = {"": []}
    section = ""
    for line in nav.splitlines():
        if head := re.fullmatch(r"  - (\w[^:]*):", line):
            section = head[1]
            made[section] = []
        elif page := re.fullmatch(r"( +)- [^:]+: (\S+\.md)", line):
            made[section if len(page[1]) > 2 else ""].append(page[2])
    return made


SECTIONS = pages(_NAV)
USERS = [name for section, names in SECTIONS.items() if section != "Inside" for name in names]


def twin(name: str) -> Path:
    return DOCS / (name.removesuffix(".md") + ".zh-CN.md")


def commands(text: str) -> list[tuple[str, ...]]:
    """The command lines in code blocks: in terminal sessions those after `$`, in scripts all.

    Each consists of the program, the command and the options, because names of files and report
    types depend on the language.
    """
    lines: list[str] = []
    for sort, body in re.findall(r"^```(\w*)\n(.*?)^```$", text, re.M | re.S):
        if sort == "console":
            lines += re.findall(r"^\$ (.*)$", body, re.M)
        if sort in ("sh", "bash"):
            lines += [re.sub(r"(^| )#.*", "", line) for line in body.splitlines()]
    return [
        tuple(
            word
            for number, word in enumerate(line.split())
            if number == 0 or word in COMMANDS or re.match(r"--?[a-z]|[|>]$", word)
        )
        for line in lines
        if line.strip()
    ]


def tables(text: str) -> list[tuple[int, int]]:
    """The number of rows and columns of each table."""
    code = re.compile(r"^```.*?^```$|`[^`\n]*`", re.M | re.S)
    rows = re.findall(r"(?:^\|.*\n)+", code.sub("", text) + "\n", re.M)
    return [(len(table.splitlines()), table.splitlines()[1].count("|") - 1) for table in rows]


def test_the_sections_are_read() -> None:
    assert {"", "Use", "Inside", "How it behaves"} <= set(SECTIONS)
    assert SECTIONS[""] == ["index.md"]
    assert len(USERS) > 25


@pytest.mark.parametrize("name", SECTIONS["Inside"])
def test_a_page_for_developers_has_none(name: str) -> None:
    assert not twin(name).exists(), "move it to another section: it is for users"


@pytest.mark.parametrize("name", USERS)
def test_the_twin_is_there_and_each_leads_to_the_other(name: str) -> None:
    assert twin(name).exists()
    if "/" not in name and name != "index.md":
        english, chinese = name.split("/")[-1], twin(name).name
        assert f"]({chinese})" in (DOCS / name).read_text(encoding="utf-8")
        assert f"]({english})" in twin(name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", USERS)
def test_twins_have_the_same_commands_and_tables(name: str) -> None:
    english = (DOCS / name).read_text(encoding="utf-8")
    chinese = twin(name).read_text(encoding="utf-8")
    assert commands(chinese) == commands(english)
    assert tables(chinese) == tables(english)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("| a | b |\n|---|---|\n| 1 | `x|y` |\n", [(3, 2)]),
        ("```text\n| a |\n|---|\n```\n", []),
        ("| a |\n|---|\n\nx\n\n| a | b |\n|---|---|\n", [(2, 1), (2, 2)]),
    ],
)
def test_the_size_of_tables(text: str, rows: list[tuple[int, int]]) -> None:
    assert tables(text) == rows
