"""The files of a commit and of the index, as they would be after a checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.core.errors import UserError
from reportlint.files import tree
from reportlint.files.sources import SourceError
from support.repository import Repository


@pytest.fixture
def filled(repository: Repository) -> Repository:
    """Two commits and a staged change."""
    repository.commit({"a.md": "甲\n", "旧/b.txt": "乙\n", "LICENSE.txt": "x", ".hidden.md": "x"})
    repository.commit({"a.md": "甲二\n", "venv/c.md": "x", "d.py": "x"})
    repository.stage("e.md", "戊\n")
    repository.write("a.md", "改了\n")
    return repository


def test_what_a_folder_stands_for(filled: Repository) -> None:
    assert tree.at("HEAD").find(["."]) == ["a.md", "旧/b.txt"]
    assert tree.at("HEAD").find(["旧", "a.md", "./a.md"]) == ["a.md", "旧/b.txt"]
    assert tree.Index().find(["."]) == ["e.md"]
    assert tree.Index().find(["a.md", "LICENSE.txt"]) == ["LICENSE.txt", "a.md"]
    assert tree.Index().find(["LICENSE.txt"], force_exclude=True) == []
    assert tree.at("HEAD").find(["."], lambda path: path == "a.md") == ["旧/b.txt"]


def test_what_is_not_there(filled: Repository) -> None:
    with pytest.raises(UserError) as raised:
        tree.at("HEAD").find(["e.md", "no/folder", "a.md"])
    assert [problem.path for problem in raised.value.problems] == ["e.md", "no/folder"]
    (filled.folder / "new").mkdir()
    assert tree.at("HEAD").find(["new"]) == []
    with pytest.raises(UserError, match="no revision"):
        tree.at("nothing")


def test_texts_of_a_tree(filled: Repository) -> None:
    assert tree.at("HEAD").read("a.md").decoded.text == "甲二\n"
    assert tree.at("HEAD~1").read("a.md").decoded.text == "甲\n"
    assert tree.Index().read("e.md").decoded.text == "戊\n"
    filled.git("config", "core.ignoreCase", "false")
    with pytest.raises(KeyError):
        tree.at("HEAD").read("e.md")


def test_links_are_followed_within_the_tree_only(filled: Repository, tmp_path: Path) -> None:
    for name, target in (
        ("near.yaml", "旧/b.txt"),
        ("旧/up.yaml", "../a.md"),
        ("ring.yaml", "ring.yaml"),
        ("out.yaml", "../victim"),
        ("far.yaml", str(tmp_path / "victim")),
    ):
        (filled.folder / name).symlink_to(target)
        filled.git("add", name)
    (tmp_path / "victim").write_text("secret", encoding="utf-8")
    filled.commit()
    head = tree.at("HEAD")
    root = filled.folder.as_posix()
    assert head.text(f"{root}/near.yaml") == "乙\n"
    assert head.text(f"{root}/旧/up.yaml") == "甲二\n"
    for name in ("ring.yaml", "out.yaml", "far.yaml", "none.yaml"):
        assert head.text(f"{root}/{name}") is None
    assert head.find(["near.yaml"]) == []  # no text of its own


def test_a_reader_takes_the_repository_from_the_tree_and_the_rest_from_disk(
    filled: Repository, tmp_path: Path
) -> None:
    (tmp_path / "beside.yaml").write_text("x", encoding="utf-8")
    root = filled.folder.as_posix()
    reader = tree.TreeReader(tree.at("HEAD~1"))
    assert reader.read(f"{root}/a.md") == "甲\n"
    assert reader.read(f"{tmp_path.as_posix()}/beside.yaml") == "x"
    assert list(reader.list(root)) == [".hidden.md", "LICENSE.txt", "a.md", "旧"]
    reader.outside.add(f"{root}/旧")
    filled.write("旧/b.txt", "改\n")
    assert reader.read(f"{root}/旧/b.txt") == "改\n"


def test_an_object_that_the_repository_lacks(filled: Repository) -> None:
    name = filled.git("rev-parse", "HEAD:a.md")
    (filled.folder / ".git" / "objects" / name[:2] / name[2:]).unlink()
    with pytest.raises(SourceError, match="lacks"):
        tree.at("HEAD").read("a.md")


def test_what_is_only_intended_to_be_added_holds_no_text(filled: Repository) -> None:
    filled.write("later.md", "待\n")
    filled.git("add", "--intent-to-add", "later.md")
    filled.stage("hollow.md", "")
    assert tree.Index().find(["."]) == ["e.md", "hollow.md"]
    assert tree.Index().find(["later.md"]) == []
