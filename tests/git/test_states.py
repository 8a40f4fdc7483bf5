"""Repositories in states that are not those of every day: the same findings as in any other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from support.repository import BAD, GOOD, Repository

FOUND = ["a.txt:3 placeholder"]


def rebasing(repository: Repository) -> None:
    """A rebase that has stopped at a conflict in another file."""
    repository.git("branch", "side", "HEAD~1")
    repository.git("checkout", "-q", "side")
    repository.commit({"other.txt": "乙。\n"})
    repository.git("rebase", "master", ok=False)
    assert (repository.folder / ".git" / "rebase-merge").exists()


def sparse(repository: Repository) -> None:
    """A checkout without a folder that the index has."""
    repository.git("sparse-checkout", "init", "--cone")
    repository.git("sparse-checkout", "set", "docs")
    assert not (repository.folder / "deep" / "b.txt").exists()


def shallow(repository: Repository) -> None:
    """A history that is cut off behind the last two commits."""
    commit = repository.git("rev-parse", "HEAD~1")
    (repository.folder / ".git" / "shallow").write_text(commit + "\n", encoding="utf-8")
    assert repository.git("rev-list", "--count", "HEAD") == "2"


def bisecting(repository: Repository) -> None:
    """A detached HEAD."""
    repository.git("checkout", "-q", "--detach")


STATES = (rebasing, sparse, shallow, bisecting)


@pytest.fixture(params=STATES)
def odd(repository: Repository, request: pytest.FixtureRequest) -> Repository:
    repository.git("checkout", "-q", "-B", "master")
    repository.commit({"start.txt": "始。\n"})
    repository.commit(
        {"a.txt": GOOD, "other.txt": "甲。\n", "deep/b.txt": GOOD, "docs/c.txt": GOOD}
    )
    repository.commit({"a.txt": BAD, "other.txt": "甲，改了。\n"})
    make: Callable[[Repository], None] = request.param
    make(repository)
    return repository


@pytest.mark.parametrize(
    "arguments",
    [["."], ["--rev", "HEAD"], ["--rev", "master", "--since", "master~1"], ["--since", "master~1"]],
    ids=" ".join,
)
def test_the_same_is_found(odd: Repository, arguments: list[str]) -> None:
    if arguments == ["--rev", "HEAD"] and (odd.folder / ".git" / "rebase-merge").exists():
        arguments = ["--rev", "ORIG_HEAD"]  # what is rebased, which has not the blank
        assert odd.found(*arguments, only="placeholder") == []
        return
    assert odd.found(*arguments, "--ignore", "unreadable", only="placeholder") == FOUND


def test_a_staged_blank_is_found(odd: Repository) -> None:
    odd.stage("new.txt", BAD)
    findings = odd.found("--staged", "--ignore", "unreadable", only="placeholder")
    assert "new.txt:3 placeholder" in findings
    assert not set(findings) - {"new.txt:3 placeholder", *FOUND}
