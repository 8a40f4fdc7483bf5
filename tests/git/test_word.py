"""Word documents in Git: their lines are compared, not their bytes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from support.docx_parts import HEADINGS, deleted, docx, ins, p, r, tbl
from support.repository import Repository
from support.word_files import OPENING, TITLE

OLD = TITLE + OPENING + p("巡查堤防XX次。")
SECTIONS = (
    TITLE + OPENING + p("一、巡查", "H1") + p("巡查三次。") + p("二、检修", "H1") + p("检修五次。")
)


def word(body: str) -> bytes:
    return docx(body, "", styles=HEADINGS)


def put(repository: Repository, body: str, name: str = "a.docx") -> None:
    path = repository.folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(word(body))


def commit(repository: Repository, body: str, name: str = "a.docx") -> None:
    put(repository, body, name)
    repository.git("add", "-A")
    repository.git("commit", "-qm", "more")


def ways(repository: Repository) -> list[list[str]]:
    """The findings with each way of comparing with the last commit; the change is on disk and not
    yet staged."""
    disk = repository.found("--since", "HEAD")
    repository.git("add", "-A")
    staged = repository.found("--staged", "--since", "HEAD")
    repository.git("commit", "-qm", "change")
    revision = repository.found("--rev", "HEAD", "--since", "HEAD~1")
    return [disk, staged, revision]


def test_a_staged_document_is_read_from_the_index(repository: Repository) -> None:
    put(repository, OLD)
    repository.git("add", "-A")
    put(repository, TITLE + OPENING)
    assert repository.found("--staged") == ["a.docx:3 placeholder"]
    assert repository.found() == []


@pytest.mark.parametrize(
    "now",
    [
        OLD,
        TITLE + p("新的一段没有问题。") + OLD.removeprefix(TITLE),  # lines that move
        OLD + p("又是一段。"),
        TITLE + OPENING + p(r("巡查堤防") + r("XX次。")),  # other bytes, the same words
        TITLE + OPENING + p(r("巡查堤防XX次。") + deleted("删去的YY")),
    ],
)
def test_what_was_there_is_not_reported(repository: Repository, now: str) -> None:
    commit(repository, OLD)
    put(repository, now)
    (repository.folder / "other.md").write_text("此外没有什么。\n", encoding="utf-8")
    assert ways(repository) == [[], [], []]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (OLD + p("另有XX处。"), ["a.docx:4 placeholder"]),
        (TITLE + OPENING + p("巡查堤防XX回。"), ["a.docx:3 placeholder"]),
        (OLD + p(r("另有") + ins(r("XX")) + r("处。")), ["a.docx:4 placeholder"]),
        (OLD + tbl(["数量", "XX家"]), ["a.docx:5 placeholder"]),
    ],
)
def test_what_is_new_is_reported(repository: Repository, now: str, expected: list[str]) -> None:
    commit(repository, OLD)
    put(repository, now)
    assert ways(repository) == [expected] * 3


def test_what_a_change_causes_elsewhere_is_reported(repository: Repository) -> None:
    commit(repository, SECTIONS)
    put(repository, SECTIONS.replace(p("二、检修", "H1"), p("三、检修", "H1")))
    assert ways(repository) == [["a.docx:5 ordinal-gap"]] * 3


def test_a_renamed_document_is_known(repository: Repository) -> None:
    commit(repository, OLD + p("同样的话。") * 20)
    repository.git("mv", "a.docx", "b.docx")
    put(repository, OLD + p("同样的话。") * 20 + p("另有XX处。"), "b.docx")
    assert repository.found("--since", "HEAD") == ["b.docx:24 placeholder"]


def test_a_new_one_is_new_from_end_to_end(repository: Repository) -> None:
    commit(repository, TITLE + OPENING, "old.docx")
    put(repository, OLD)
    assert ways(repository) == [["a.docx:3 placeholder"]] * 3


def test_one_that_was_damaged_is_new_from_end_to_end(repository: Repository) -> None:
    (repository.folder / "a.docx").write_bytes(b"damaged")
    repository.git("add", "-A")
    repository.git("commit", "-qm", "damaged")
    put(repository, OLD)
    assert ways(repository) == [["a.docx:3 placeholder"]] * 3


def test_one_that_is_damaged_now_is_reported(repository: Repository) -> None:
    commit(repository, OLD)
    (repository.folder / "a.docx").write_bytes(b"damaged")
    assert ways(repository) == [["a.docx:1 unreadable"]] * 3


@pytest.fixture
def converted(repository: Repository) -> Repository:
    """A repository in which Git shows Word documents as text, as docs/git.md describes."""
    (repository.folder / ".gitattributes").write_text("*.docx diff=word\n", encoding="utf-8")
    repository.git("config", "diff.word.textconv", f"{sys.executable} -m reportlint text")
    return repository


def test_git_diff_shows_the_words(converted: Repository) -> None:
    commit(converted, OLD)
    put(converted, TITLE + OPENING + p("巡查堤防三次。"))
    diff = converted.git("diff")
    assert "-巡查堤防XX次。\n" in diff
    assert "+巡查堤防三次。" in diff


def test_a_patch_of_words_says_which_lines(converted: Repository, tmp_path: Path) -> None:
    commit(converted, OLD)
    put(converted, OLD + p("另有XX处。"))
    patch = converted.git("diff") + "\n"
    assert converted.found("--patch", "-", data=patch.encode()) == ["a.docx:4 placeholder"]


def test_a_patch_that_says_only_that_it_differs_is_the_whole_document(
    repository: Repository,
) -> None:
    commit(repository, OLD)
    put(repository, OLD + p("另有XX处。"))
    patch = repository.git("diff") + "\n"
    assert repository.found("--patch", "-", data=patch.encode()) == [
        "a.docx:3 placeholder",
        "a.docx:4 placeholder",
    ]
