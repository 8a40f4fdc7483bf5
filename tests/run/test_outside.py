"""A note names rules from outside the repository, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.core.request import Settings
from reportlint.run.check import check

RULE = "kind: pattern\nmessage: m\nwords: 甲\n"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A repository that contains a pack, and a pack beside it."""
    for pack in (tmp_path / "repo" / "in", tmp_path / "out"):
        pack.mkdir(parents=True)
        (pack / "pack.yaml").write_text(f"id: {pack.name}\nname: n\n", encoding="utf-8")
        (pack / f"r-{pack.name}.yaml").write_text(RULE, encoding="utf-8")
    (tmp_path / "repo" / "a.md").write_text("乙\n", encoding="utf-8")
    return tmp_path / "repo"


def notes(tree: Path, extends: str) -> list[str]:
    (tree / ".reportlint.yaml").write_text(f"extends: {extends}\n", encoding="utf-8")
    all_notes = check([str(tree / "a.md")], Settings(no_cache=True)).notes
    return [note.en for note in all_notes]


@pytest.mark.parametrize("extends", ["[core]", "[./in]", "[core, in]", "[core, ./in/../in]"])
def test_a_pack_of_the_repository(tree: Path, extends: str) -> None:
    (tree / ".git").mkdir()
    (tree / "in" / "r-two.yaml").symlink_to("r-in.yaml")
    assert notes(tree, extends) == []


def test_without_a_repository_there_is_no_outside(tree: Path) -> None:
    assert notes(tree, "[core, ../out]") == []


@pytest.mark.parametrize("name", ["../out", "OUT", "./link", "link"])
def test_a_pack_from_outside(tree: Path, name: str) -> None:
    (tree / ".git").mkdir()
    (tree / "link").symlink_to("../out")
    name = name.replace("OUT", (tree.parent / "out").as_posix())
    (note,) = notes(tree, f"[core, {name}]")
    assert note.endswith(f".reportlint.yaml uses rules from outside of the repository: {name}")


def test_a_rule_that_is_a_link_to_outside(tree: Path) -> None:
    (tree / ".git").mkdir()
    (tree / "in" / "r-out.yaml").symlink_to("../../out/r-out.yaml")
    (note,) = notes(tree, "[core, ./in]")
    assert note.endswith("outside of the repository: ./in")
