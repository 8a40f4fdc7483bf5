"""Trees, the index and their differences, with the names that Git uses."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportlint.core.errors import UserError
from reportlint.files import repository as git
from support.repository import Repository


def test_the_top(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository.folder / "a" / "b").mkdir(parents=True)
    monkeypatch.chdir(repository.folder / "a" / "b")
    assert os.path.samefile(git.top(), repository.folder)


def test_outside_of_any_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    for ask in (git.top, lambda: git.resolved("HEAD", "commit"), git.in_index):
        with pytest.raises(UserError, match="not in a Git repository"):
            ask()


def test_names_of_revisions(repository: Repository) -> None:
    first = repository.commit({"a.md": "x"})
    repository.git("tag", "v1")
    assert git.resolved("v1", "commit") == git.resolved("HEAD", "commit") == first
    assert git.resolved("HEAD", "tree") == repository.git("rev-parse", "HEAD^{tree}")
    for name in ("nothing", "--help", "-x", ""):
        with pytest.raises(UserError, match="Git knows no revision"):
            git.resolved(name, "commit")


def test_entries_of_a_tree_and_of_the_index(repository: Repository) -> None:
    (repository.folder / "link").symlink_to("a.md")
    repository.git("add", "link")
    repository.commit({"旧/a\tb.md": "x"})
    repository.stage("new.md", "y")
    tree, index = git.in_tree("HEAD"), git.in_index()
    assert tree.keys() == {"link", "旧/a\tb.md"}
    assert index.keys() == tree.keys() | {"new.md"}
    assert (tree["link"].mode, index["new.md"].mode) == (git.LINK, "100644")
    assert tree["旧/a\tb.md"] == index["旧/a\tb.md"]
    assert git.staged() == {"new.md"}


def test_a_conflict_has_no_object(repository: Repository) -> None:
    repository.commit({"a.md": "1\n"})
    repository.git("checkout", "-q", "-b", "side")
    repository.commit({"a.md": "2\n"})
    repository.git("checkout", "-q", "main")
    repository.commit({"a.md": "3\n"})
    repository.git("merge", "side", ok=False)
    assert git.in_index()["a.md"].object == ""


def test_merge_bases(repository: Repository) -> None:
    first = repository.commit({"a.md": "1\n"})
    repository.git("checkout", "-q", "-b", "side")
    side = repository.commit({"b.md": "2\n"})
    repository.git("checkout", "-q", "main")
    repository.commit({"c.md": "3\n"})
    assert git.merge_base("main", "side") == first
    repository.git("checkout", "-q", "--orphan", "alone")
    repository.commit({"d.md": "4\n"})
    assert git.merge_base("side", "alone") == side


def test_patches_and_renames(repository: Repository) -> None:
    text = "".join(f"第{number}行。\n" for number in range(20))
    base = repository.commit({"old.md": text})
    repository.git("mv", "old.md", "新 名.md")
    repository.stage("新 名.md", text + "末行。\n")
    assert git.renamed(base) == {"新 名.md": "old.md"}
    assert "+末行。" in git.patch(base).decode()
    assert "rename from old.md" in git.patch(base).decode()
    repository.commit()
    assert git.patch(base, revision="HEAD") == git.patch(base)
    assert git.renamed("HEAD") == {}


@pytest.mark.parametrize(
    ("path", "shown"), [(".", "."), ("a.md", "a.md"), ("x/../a.md", "a.md"), ("x/y.md", "x/y.md")]
)
def test_paths_as_git_has_them(repository: Repository, path: str, shown: str) -> None:
    assert git.path_from(path, str(repository.folder)) == shown
