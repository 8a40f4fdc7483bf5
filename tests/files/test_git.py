"""Git is run in one way: for a given folder independent of the repository of a hook, otherwise
within it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportlint.core.errors import UserError
from reportlint.files import git
from reportlint.files.git import Blobs, NoGitError, listed, root_of, run_git
from reportlint.files.sources import SourceError
from support.repository import Repository


def test_an_answer(repository: Repository) -> None:
    answer = run_git("rev-parse", "--show-toplevel")
    assert (answer.status, answer.error) == (0, "")
    assert os.path.samefile(os.fsdecode(answer.out.strip()), repository.folder)
    assert run_git("hash-object", "--stdin", data=b"x").out.startswith(b"c1b0730")
    wrong = run_git("rev-parse", "--verify", "nothing")
    assert wrong.status
    assert "fatal" in wrong.error


def test_a_folder_is_asked_about_whatever_hook_it_is_in(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    repository.run("git", "init", "-q", str(other))
    monkeypatch.setenv("GIT_DIR", str(repository.folder / ".git"))
    inside = ("rev-parse", "--absolute-git-dir")
    assert os.fsdecode(run_git(*inside, folder=str(other)).out.strip()).endswith("other/.git")
    assert not os.fsdecode(run_git(*inside).out.strip()).endswith("other/.git")


def test_what_git_lists(repository: Repository) -> None:
    repository.commit({"a.md": "x", "旧/b.md": "x", ".gitignore": "no.md\nout/\n"})
    for name in ("new\nline.md", "no.md", "out/c.md"):
        repository.write(name)
    folder = str(repository.folder)
    assert sorted(listed(folder) or ()) == [".gitignore", "a.md", "new\nline.md", "旧/b.md"]
    assert listed(str(repository.folder / "旧")) == ["b.md"]
    assert listed(str(repository.folder / "out")) is None  # ignored, and asked for all the same
    (repository.folder / "empty").mkdir()
    assert listed(str(repository.folder / "empty")) == []


def test_where_git_cannot_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert listed(str(tmp_path)) is None
    assert root_of(str(tmp_path)) is None
    (tmp_path / ".git").mkdir()  # which is no repository
    assert root_of(str(tmp_path / "a" / "b")) == str(tmp_path)
    assert listed(str(tmp_path)) is None
    monkeypatch.setenv("PATH", "")
    assert listed(str(tmp_path)) is None
    with pytest.raises(NoGitError, match="no git command"):
        run_git("version")
    with pytest.raises(NoGitError):
        Blobs().read("0" * 40)


def test_a_blob_that_is_too_large_is_not_unpacked(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(git, "MOST_BYTES", 100_000)
    monkeypatch.chdir(repository.folder)
    names = [
        repository.run("git", "hash-object", "-w", "--stdin", data=b"x" * size).stdout.strip()
        for size in (100_000, 100_001, 30_000_000)
    ]
    blobs = Blobs()
    assert blobs.read(names[0]) == b"x" * 100_000
    for name in names[1:]:
        with pytest.raises(SourceError, match=r"it is larger than 0\.1 MB"):
            blobs.read(name)
        assert blobs.read(names[0]) == b"x" * 100_000, "the next one is read all the same"
    blobs.close()


def test_blobs_of_all_sizes_one_after_the_other(repository: Repository) -> None:
    contents = [b"", b"x", b"\n\n", b"a" * 65_535, b"b" * 65_536, os.urandom(300_000), b"end"]
    repository.commit({f"{number}": data for number, data in enumerate(contents)})
    names = [repository.git("rev-parse", f"HEAD:{number}") for number in range(len(contents))]
    blobs = Blobs()
    for name, data in zip(names + names[::-1], contents + contents[::-1], strict=True):
        assert blobs.read(name) == data
        assert blobs.read("0" * 40) is None
    blobs.close()
    assert blobs.read(names[1]) == b"x"  # it is started again


def test_a_git_that_ends_is_said(repository: Repository) -> None:
    blobs = Blobs()
    blobs.read("0" * 40)
    assert blobs._process is not None
    blobs._process.kill()
    blobs._process.wait()
    with pytest.raises((UserError, BrokenPipeError)):
        blobs.read("0" * 40)
