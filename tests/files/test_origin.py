"""The sources of texts and configuration."""

from __future__ import annotations

import pytest

from reportlint.core.errors import UserError
from reportlint.core.request import Settings
from reportlint.files.origin import GitOrigin, Origin, origin
from support.repository import Repository

TOGETHER = [
    (Settings(), ["-"]),
    (Settings(since="HEAD", rev="HEAD"), ["a.md"]),
    (Settings(staged=True, since="HEAD"), ["a.md"]),
    (Settings(patch="-"), ["a.md"]),
    (Settings(patch="x"), ["-"]),
]
APART = {
    "--staged and --rev": (Settings(staged=True, rev="HEAD"), []),
    "--since and --patch": (Settings(since="HEAD", patch="x"), []),
    "- and --staged": (Settings(staged=True), ["-"]),
    "- and --rev": (Settings(rev="HEAD"), ["a.md", "-"]),
    "- and --patch -": (Settings(patch="-"), ["-"]),
}


@pytest.mark.parametrize(("settings", "paths"), TOGETHER)
def test_what_goes_together(settings: Settings, paths: list[str], repository: Repository) -> None:
    repository.commit({"a.md": "x"})
    result = origin(settings, paths)
    assert isinstance(result, GitOrigin) == bool(settings.staged or settings.rev)


@pytest.mark.parametrize("options", APART)
def test_what_does_not_go_together(options: str) -> None:
    with pytest.raises(UserError, match=f"^{options} do not go together$"):
        origin(*APART[options])


def test_the_disk_and_a_commit(repository: Repository) -> None:
    repository.commit({"a.md": "旧\n", ".reportlint.yaml": "language: zh\n"})
    repository.write("a.md", "新\n")
    repository.write("b.md", "新\n")
    root = repository.folder.as_posix()
    disk, commit = Origin(), origin(Settings(rev="HEAD"))
    for where, text, files in ((disk, "新\n", ["a.md", "b.md"]), (commit, "旧\n", ["a.md"])):
        assert where.find(["."], lambda path: False, force_exclude=False) == files
        assert where.read("a.md", "").decoded.text == text
        assert where.root_of(root) == root
        assert where.exists(f"{root}/a.md")
        assert where.exists(f"{root}/b.md") == (len(files) == 2)
        assert where.reader.read(f"{root}/.reportlint.yaml") == "language: zh\n"


def test_a_configuration_that_is_named_may_lie_beside_the_tree(repository: Repository) -> None:
    repository.commit({"a.md": "x", "in.yaml": "old"})
    repository.write("in.yaml", "new")
    repository.write("beside.yaml", "new")
    root = repository.folder.as_posix()
    for name, text in (("in.yaml", "old"), ("beside.yaml", "new")):
        reader = origin(Settings(rev="HEAD", config=name)).reader
        assert reader.read(f"{root}/{name}") == text
