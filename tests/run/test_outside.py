"""A note names rules and links from outside the repository, and no others."""

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


@pytest.mark.parametrize("link", ["r-out.yaml", "types/r-out.yaml", "types/parts/r-out.yaml"])
def test_a_rule_that_is_a_link_to_outside(link: str, tree: Path) -> None:
    (tree / ".git").mkdir()
    (tree / "in" / link).parent.mkdir(parents=True, exist_ok=True)
    (tree / "in" / link).symlink_to(tree.parent / "out" / Path(link).name)
    if link != "r-out.yaml":
        (tree.parent / "out" / "r-out.yaml").write_text("name: 例会\n", encoding="utf-8")
    if "parts" in link:
        (tree.parent / "out" / "r-out.yaml").write_text("sections: []\n", encoding="utf-8")
    (note,) = notes(tree, "[core, ./in]")
    assert note.endswith("outside of the repository: ./in")


@pytest.mark.parametrize("required", ["../../out", "../link"])
def test_a_pack_that_a_pack_requires(tree: Path, required: str) -> None:
    (tree / ".git").mkdir()
    (tree / "link").symlink_to("../out")
    (tree / "in" / "pack.yaml").write_text(f"id: in\nname: n\nrequires: [{required}]\n")
    for _ in range(2):  # the second time from the cache
        (note,) = notes(tree, "[core, ./in]")
        pack = "../out" if required == "../../out" else "link"
        assert note.endswith(f"outside of the repository: {pack}")


def test_a_required_pack_of_the_repository_with_a_link_to_outside(tree: Path) -> None:
    (tree / ".git").mkdir()
    (tree / "base" / "types").mkdir(parents=True)
    (tree / "base" / "pack.yaml").write_text("id: base\nname: n\n")
    (tree / "in" / "pack.yaml").write_text("id: in\nname: n\nrequires: [../base]\n")
    assert notes(tree, "[core, ./in]") == []
    (tree / "base" / "r-out.yaml").symlink_to("../../out/r-out.yaml")
    (note,) = notes(tree, "[core, ./in]")
    assert note.endswith("outside of the repository: base")


PLACES = {  # what lies outside, and the name of a link to it
    "a report": ("secret.txt", "甲\n", "b.txt"),
    "a configuration": ("own.yaml", "extends: [core]\n", ".reportlint.yaml"),
    "a project file": ("own.toml", "[tool.reportlint]\nlanguage = 'en'\n", "pyproject.toml"),
    "a baseline": ("base.yaml", "", ".reportlint-baseline.yaml"),
    "entries of ignore": ("ignored.yaml", "[]\n", ".reportlint-ignore.yaml"),
}


def said(folder: Path, monkeypatch: pytest.MonkeyPatch, *paths: str) -> list[str]:
    monkeypatch.chdir(folder)
    return [note.en for note in check(paths or ["."], Settings()).notes]


@pytest.mark.parametrize("place", PLACES)
def test_a_link_that_leads_out_is_told(
    place: str, tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, text, link = PLACES[place]
    (tree.parent / target).write_text(text, encoding="utf-8")
    (tree / link).symlink_to(f"../{target}")
    assert said(tree, monkeypatch) == []  # not in a repository: this is the user's own
    (tree / ".git").mkdir()
    assert said(tree, monkeypatch) == [
        f"links that lead out of the repository were followed: {link}"
    ]


@pytest.mark.parametrize("place", PLACES)
def test_a_link_within_the_repository_is_nothing_to_tell(
    place: str, tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, text, link = PLACES[place]
    (tree / ".git").mkdir()
    (tree / "sub").mkdir()
    (tree / "sub" / target).write_text(text, encoding="utf-8")
    (tree / link).symlink_to(f"sub/{target}")
    assert said(tree, monkeypatch) == []


def test_what_the_user_names_or_the_run_leaves_out_is_not_told(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tree / ".git").mkdir()
    (tree.parent / "secret.txt").write_text("甲\n", encoding="utf-8")
    for link in ("b.txt", "old.txt"):
        (tree / link).symlink_to("../secret.txt")
    (tree / ".reportlint.yaml").write_text("exclude: ['*.txt']\n", encoding="utf-8")
    assert said(tree, monkeypatch, "b.txt") == []
    assert said(tree, monkeypatch) == []


def test_of_many_links_the_first_are_named(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tree / ".git").mkdir()
    for number in range(7):
        (tree.parent / f"secret{number}.txt").write_text("甲\n", encoding="utf-8")
        (tree / f"{number}.txt").symlink_to(f"../secret{number}.txt")
    monkeypatch.chdir(tree)
    (note,) = check(["."], Settings(no_cache=True)).notes
    assert note.en.endswith(": 0.txt, 1.txt, 2.txt, 3.txt, 4.txt and 2 more")
    assert note.zh == (
        "有符号链接指向仓库以外，照样读了：0.txt、1.txt、2.txt、3.txt、4.txt 等 7 个文件"
    )
