"""Files on disk are compared with a commit without `git diff`."""

from __future__ import annotations

import hashlib

import pytest

from reportlint.changes.patch import read
from reportlint.files.worktree import BINARY, Worktree
from support.repository import Repository

TEXT = "第一行。\n第二行。\n第三行。\n"


def patch_of(repository: Repository, path: str = "a.txt") -> bytes | None:
    return Worktree("HEAD").patch_of(path)


def pointer(data: bytes) -> bytes:
    name = hashlib.sha256(data).hexdigest()
    return f"version https://git-lfs.github.com/spec/v1\noid sha256:{name}\nsize {len(data)}\n".encode()


AS_IT_WAS = {
    "the same bytes": (TEXT.encode(), TEXT.encode()),
    "nothing in it": (b"", b""),
    "lines of Windows on disk": (TEXT.encode(), TEXT.replace("\n", "\r\n").encode()),
    "another encoding on disk": (TEXT.encode(), TEXT.encode("gb18030")),
    "UTF-16 on disk": (TEXT.encode(), TEXT.encode("utf-16")),
    "kept by Git LFS": (pointer(TEXT.encode()), TEXT.encode()),
}
ANOTHER = {
    "a line": (TEXT.encode(), TEXT.replace("二", "两").encode()),
    "the last line, without its end": (TEXT.encode(), TEXT.encode()[:-1] + b"."),
    "all of it": (TEXT.encode(), b""),
    "all of it is new": (b"", TEXT.encode()),
    "a line in another encoding": (TEXT.encode("gbk"), TEXT.replace("二", "两").encode("gbk")),
}
UNKNOWN = {
    "binary for Git": (TEXT.encode("utf-16"), TEXT.replace("二", "两").encode("utf-16")),
    "not readable as a text": (TEXT.encode(), b"\xff\xfe\xff"),
    "another file kept by Git LFS": (pointer(b"x"), TEXT.encode()),
}


def _change(repository: Repository, old: bytes, new: bytes) -> bytes | None:
    repository.commit({"a.txt": old})
    repository.write("a.txt", new)
    return patch_of(repository)


@pytest.mark.parametrize("name", AS_IT_WAS)
def test_it_is_as_it_was(repository: Repository, name: str) -> None:
    assert _change(repository, *AS_IT_WAS[name]) == b""


@pytest.mark.parametrize("name", ANOTHER)
def test_git_sees_the_same_lines(repository: Repository, name: str) -> None:
    patch = _change(repository, *ANOTHER[name])
    assert patch
    by_git = repository.run("git", "diff", "-U0", "HEAD").stdout.encode("utf-8", "surrogateescape")
    assert [file.hunks for file in read(patch)] == [file.hunks for file in read(by_git)]


@pytest.mark.parametrize("name", UNKNOWN)
def test_no_more_is_known_than_that_it_is_another(repository: Repository, name: str) -> None:
    assert _change(repository, *UNKNOWN[name]) == BINARY


def test_a_file_that_was_not_there(repository: Repository) -> None:
    repository.commit({"a.txt": TEXT})
    repository.write("b.txt", TEXT)
    assert patch_of(repository, "b.txt") is None
    repository.git("mv", "a.txt", "b.txt", "-f")
    assert patch_of(repository, "b.txt") == b""
    repository.write("b.txt", TEXT + "第四行。\n")
    assert "第四行" in (patch_of(repository, "b.txt") or b"").decode()


def test_links_are_compared_as_links(repository: Repository) -> None:
    (repository.folder / "link.txt").symlink_to("a.txt")
    repository.git("add", "-A")
    repository.commit({"a.txt": TEXT})
    assert patch_of(repository, "link.txt") == b""
    (repository.folder / "link.txt").unlink()
    (repository.folder / "link.txt").symlink_to("b.txt")
    assert patch_of(repository, "link.txt") == BINARY
    (repository.folder / "a.txt").unlink()
    (repository.folder / "a.txt").symlink_to("b.txt")
    assert patch_of(repository, "a.txt") == BINARY


def test_objects_named_by_sha256(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository.folder / "inner").mkdir()
    monkeypatch.chdir(repository.folder / "inner")
    inner = Repository(repository.folder / "inner", repository.env)
    inner.git("init", "-q", "--object-format=sha256")
    inner.commit({"a.txt": TEXT})
    assert patch_of(inner) == b""
