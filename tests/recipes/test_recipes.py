"""Each recipe of CONTRIBUTING, followed in a copy of the repository: what it names is enough, and
it names all that is touched.

A folder beside this file holds the new files of a recipe, at their paths; `EDITS` holds the lines
that go into files that are there.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import indent
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
RECIPES = Path(__file__).parent
COPIED = ("src", "rules", "docs", "tools", "examples", "tests")

pytestmark = pytest.mark.skipif(
    not (ROOT / "src").is_dir(), reason="a recipe changes the source, which is not here"
)


class Recipe(NamedTuple):
    """What is done, and how it is seen that it is done. Commands are arguments of Python."""

    heading: str  # of the section of CONTRIBUTING
    folder: str  # with the new files; "" is none
    most: int  # files that are touched
    edits: dict[str, tuple[str, str]]  # path → a text in it, what is put behind that
    tests: dict[str, str]  # file → a word of the names of its tests; "" is all of them
    works: tuple[str, ...]  # arguments of reportlint
    printed: str  # by that
    place: str = "plain"  # the folder where that is run


LIST = "甲、修路。\n\n乙、架桥。\n\n丁、植树。\n"
STEMS = """\
  cn-stems:
    numerals: words
    words: [[甲], [乙], [丙], [丁], [戊]]
    suffix: ["、"]
    place: line
    level: 2
"""
LOUD = """\
    Option(("--loud",), FLAG, Text("大声。", "Loudly."), CHECK),
"""
RECIPES_TO_FOLLOW = (
    Recipe(
        "A rule",
        "rule",
        1,
        {},
        {"tests/test_rules_complete.py": "doubled-mark"},
        ("check", "-f", "concise", "--select", "doubled-mark", "a.md"),
        "a.md:1:5: info doubled-mark “！！”一个就够了",
    ),
    Recipe(
        "A kind of rule",
        "kind",
        4,
        {
            "src/reportlint/kinds/__init__.py": (
                '    "count",\n',
                '    "doubled",\n',
            )
        },
        {
            "tests/kinds/test_doubled.py": "",
            "tests/kinds/test_options.py": "",
            "tests/test_fields.py": "",
        },
        ("check", "-f", "concise", "--select", "no-doubled-marks", "a.md"),
        "a.md:1:5: warning no-doubled-marks “！！”一个就够了",
        "configured",
    ),
    Recipe(
        "An output format",
        "format",
        3,
        {
            "src/reportlint/output/formats.py": (
                '"html": "html",\n',
                '    "quickfix": "quickfix",\n',
            )
        },
        {"tests/output/test_quickfix.py": "", "tests/output/test_formats.py": ""},
        ("check", "-f", "quickfix", "--select", "placeholder", "a.md"),
        "a.md|1 col 25| 这里还留着占位内容“XX”",
    ),
    Recipe(
        "An option",
        "",
        3,
        {
            "src/reportlint/cli/option_table.py": ("OPTIONS = (\n", LOUD),
            "src/reportlint/core/request.py": (
                '    config: str = ""  # path of the configuration file to use in place of those found\n',
                "    loud: bool = False\n",
            ),
            "src/reportlint/cli/options.py": (
                "    return Settings(\n",
                '        loud=values.get("loud", False),\n',
            ),
        },
        {"tests/cli/test_option_table.py": "", "tests/cli/test_plain.py": ""},
        ("check", "--loud", "-f", "concise", "--select", "placeholder", "a.md"),
        "a.md:1:9: ",
    ),
    Recipe(
        "A report type",
        "report-type",
        4,
        {},
        {"tests/scaffold/test_every_type.py": "patrol-log"},
        ("new", "patrol-log", "--format", "txt"),
        "二、发现情况",
    ),
    Recipe(
        "A marker style",
        "",
        2,
        {
            "rules/zh-official/pack.yaml": (
                "markers:\n",
                STEMS,
            ),
            "rules/core/ordinal-gap.yaml": (
                "examples:\n  bad:\n",
                "    - |\n" + indent(LIST.replace("丁、", "⟦丁、⟧"), " " * 6),
            ),
        },
        {},
        ("check", "-f", "concise", "--select", "ordinal-*", "b.md"),
        "b.md:5:1: warning ordinal-gap",
    ),
    Recipe(
        "A language",
        "language",
        5,
        {},
        {
            "tests/scaffold/test_every_type.py": "verbale",
            "tests/test_rules_complete.py": "it-reports",
        },
        ("check", "-f", "concise", "--select", "ordinal-*", "c.txt"),
        "c.txt:1:34: warning ordinal-gap",
    ),
)
TEXTS = {
    "plain/a.md": "立即整改！！取缔XX家。\n",
    "plain/b.md": LIST,
    "plain/c.txt": "Primo, il ponte. Poi più niente. Terzo, la strada. Quarto, il lago.\n",
    "configured/a.md": "立即整改！！取缔XX家。\n",
    "configured/house/pack.yaml": "id: house\nname: house\n",
    "configured/house/no-doubled-marks.yaml": "kind: doubled\nmarks: ！？\nmessage: “{found}”一个就够了\n",
    "configured/.reportlint.yaml": "extends: [core, zh-official, ./house]\n",
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of what is needed of the repository."""
    ignored = shutil.ignore_patterns("__pycache__", "*.egg-info", "recipes", "e2e")
    for name in COPIED:
        shutil.copytree(ROOT / name, tmp_path / "copy" / name, ignore=ignored, symlinks=True)
    for path in (*ROOT.glob("*.md"), ROOT / "pyproject.toml"):
        shutil.copy(path, tmp_path / "copy")
    return tmp_path / "copy"


def run(folder: Path, copy: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Python with these arguments, and with the package of the copy."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST")}
    environment = {
        **kept,
        "PYTHONPATH": str(copy / "src"),
        "LC_ALL": "zh_CN.UTF-8",
        "REPORTLINT_CACHE_DIR": str(copy / ".cache"),
    }
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


def succeeds(copy: Path, *arguments: str) -> str:
    done = run(copy, copy, *arguments)
    assert done.returncode == 0, f"{' '.join(arguments)}\n{done.stdout}"
    return done.stdout


def new_files(recipe: Recipe) -> list[tuple[str, Path]]:
    """The files that a recipe adds: the path in the repository, and where the file is here."""
    if not recipe.folder:
        return []
    source = RECIPES / recipe.folder
    files = [path for path in sorted(source.rglob("*")) if path.is_file()]
    return [(path.relative_to(source).as_posix(), path) for path in files]


def follow(recipe: Recipe, copy: Path) -> None:
    """Do what a recipe says."""
    for name, path in new_files(recipe):
        target = copy / name
        assert not target.exists()
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    for name, (anchor, inserted) in recipe.edits.items():
        text = (copy / name).read_text(encoding="utf-8")
        assert anchor in text, f"{name} has changed: {anchor!r}"
        (copy / name).write_text(text.replace(anchor, anchor + inserted, 1), encoding="utf-8")


def named(heading: str) -> list[str]:
    """The paths of the numbered list in a section of CONTRIBUTING, capitals standing for a name."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", text, re.M | re.S)
    assert section, heading
    return re.findall(r"^\d\. `([^`]+)`", section[1], re.M)


def placeholder_of(named: list[str]) -> Callable[[str], str]:
    """Which of the paths that CONTRIBUTING names stands for a path: that itself, or one with
    capitals in place of a name."""

    def find(path: str) -> str:
        patterns = {name: re.sub(r"[A-Z]{4,}(?!\.md)\b", "[^/]+", name) for name in named}
        fits = (name for name, pattern in patterns.items() if re.fullmatch(pattern, path))
        return path if path in named else next(fits, f"{path} is not named")

    return find


@pytest.mark.parametrize("recipe", RECIPES_TO_FOLLOW, ids=lambda recipe: recipe.heading)
def test_a_recipe_names_all_that_is_touched(recipe: Recipe) -> None:
    touched = [*(path for path, _ in new_files(recipe)), *recipe.edits]
    assert len(touched) <= recipe.most
    assert sorted(map(placeholder_of(named(recipe.heading)), touched)) == sorted(
        named(recipe.heading)
    )


def test_what_the_recipes_name_is_enough(copy: Path) -> None:
    """All recipes in one copy, since each step takes seconds."""
    for recipe in RECIPES_TO_FOLLOW:
        follow(recipe, copy)
    succeeds(copy, "tools/gen_docs.py")
    updated = (
        "tests/output",
        "tests/cli/test_cases.py",
        "-k",
        "golden or show-config or rules or types or help or wrong or configuration",
    )
    succeeds(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--update", *updated)
    tests = [test for recipe in RECIPES_TO_FOLLOW for test in recipe.tests.items()]
    whole = [path for path, word in tests if not word]
    drawn = sorted({path for path, word in tests if word})
    words = " or ".join(word for _, word in tests if word)
    for chosen in (whole, [*drawn, "-k", words]):
        succeeds(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", *chosen)
    succeeds(copy, "-m", "reportlint", "test", "rules/core", "rules/zh-official")
    for name, text in TEXTS.items():
        (copy.parent / name).parent.mkdir(parents=True, exist_ok=True)
        (copy.parent / name).write_text(text, encoding="utf-8")
    for recipe in RECIPES_TO_FOLLOW:
        printed = run(copy.parent / recipe.place, copy, "-m", "reportlint", *recipe.works).stdout
        assert recipe.printed in printed, f"{recipe.heading}\n{printed}"


def test_every_recipe_is_followed() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    sections = re.findall(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", text, re.M | re.S)
    headings = [heading for heading, body in sections if re.search("^1\\. `", body, re.M)]
    assert headings == [recipe.heading for recipe in RECIPES_TO_FOLLOW]
