"""The changes that a patch makes in a file: the changed lines, and the old text."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportlint.changes.file_change import NEW, FileChange, change_of, moved, text_before
from reportlint.changes.patch import FilePatch, read
from support.changes import patch_of

ENV = {
    **{k: v for k, v in os.environ.items() if not k.startswith("GIT_")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}

CHANGES = [
    ("a\nb\nc\n", "a\nX\nc\n", ((2, 2),), ()),
    ("a\nb\nc\n", "a\nb\nX\nY\nc\n", ((3, 4),), ()),
    ("a\nb\nc\n", "a\nc\n", (), (1,)),
    ("a\nb\nc\n", "b\nc\n", (), (0,)),
    ("a\nb\nc\n", "a\nb\n", (), (2,)),
    ("a\nb", "a\nb\n", ((2, 2),), ()),
    ("a\nb\nc\nd\ne\n", "A\nc\nE", ((1, 1), (3, 3)), ()),
    ("a\n", "a\n\u2028b\rc\n", ((2, 2),), ()),
]


@pytest.mark.parametrize("context", [0, 1, 3])
@pytest.mark.parametrize(("old", "new", "added", "cuts"), CHANGES)
def test_changed_lines(
    tmp_path: Path, old: str, new: str, added: object, cuts: object, context: int
) -> None:
    patch = read(diff(tmp_path, old.encode(), new.encode(), context))[0]
    assert change_of(patch)[:3] == (False, added, cuts)
    assert text_before(new, patch, "utf-8") == old


def diff(folder: Path, old: bytes, new: bytes, context: int = 0, name: str = "x.md") -> bytes:
    (folder / "a").mkdir(exist_ok=True)
    (folder / "b").mkdir(exist_ok=True)
    for side, data in (("a", old), ("b", new)):
        (folder / side / name).write_bytes(data)
    options = ["--no-index", f"-U{context}", "--text", "--no-prefix"]
    command = ["git", "diff", *options, "--", f"a/{name}", f"b/{name}"]
    return subprocess.run(command, cwd=folder, env=ENV, capture_output=True, check=False).stdout


LINE = st.text(st.sampled_from('一二是 -+@\\"ab\r\u2028\ufeff'), max_size=4)
TEXTS = st.lists(LINE, max_size=12).map("\n".join)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(old=TEXTS, new=TEXTS, context=st.integers(0, 2))
def test_the_text_before_a_patch_is_had_back(
    tmp_path: Path, old: str, new: str, context: int
) -> None:
    patches = read(diff(tmp_path, old.encode(), new.encode(), context))
    if patches:
        assert text_before(new, patches[0], "utf-8") == old
        made = change_of(patches[0])
        lines = new.split("\n")
        kept = [
            line
            for number, line in enumerate(lines, 1)
            if not any(a <= number <= b for a, b in made.added)
        ]
        assert is_subsequence([line for line in kept if line], old.split("\n"))


def is_subsequence(short: list[str], long: list[str]) -> bool:
    rest = iter(long)
    return all(item in rest for item in short)


def test_a_file_that_is_new_or_no_text_was_changed_as_a_whole() -> None:
    assert change_of(FilePatch("", "x.md")) == NEW
    assert change_of(FilePatch("x.md", "x.md", binary=True)) == NEW
    assert change_of(FilePatch("x.md", "y.md")).empty
    assert not NEW.empty


def change(old: str, new: str) -> FileChange:
    return change_of(patch_of(old, new))


@given(old=TEXTS, new=TEXTS, context=st.integers(0, 2))
def test_a_line_that_is_not_new_is_found_where_it_was(old: str, new: str, context: int) -> None:
    made = change_of(patch_of(old, new, context))
    before = [None, *old.split("\n")]
    lines = new.split("\n")
    lines = lines if lines[-1] else lines[:-1]
    numbers = range(1, len(lines) + 1)
    was = [made.line_before(number) for number in numbers]
    new_ones = [any(first <= number <= last for first, last in made.added) for number in numbers]
    assert [at is None for at in was] == new_ones
    kept = [(before[at], line) for at, line in zip(was, lines, strict=True) if at is not None]
    assert [old for old, _ in kept] == [line for _, line in kept]


def test_a_patch_that_does_not_fit_gives_no_text() -> None:
    patch = patch_of("甲\n乙\n", "甲\n丙\n")
    assert text_before("甲\n丁\n", patch, "utf-8") is None
    assert text_before("甲\r\n丙\r\n", patch, "utf-8") is not None


@pytest.mark.parametrize(
    ("old", "new", "mended", "added", "cuts", "before"),
    [
        pytest.param("a\nb", "a\nX", "a\nX", ((2, 2),), (), [1, None], id="nothing mended"),
        pytest.param("a\nb", "a\nX", "a\nY", ((2, 2),), (), [1, None], id="the changed line"),
        pytest.param("a\nb", "a\nX", "c\nX", ((2, 2),), (), [None, None], id="another line"),
        pytest.param(
            "a\nb\nc",
            "a\nX\nb\nc",
            "a\nn\nX\nb\nc",
            ((3, 3),),
            (),
            [1, None, None, 2, 3],
            id="a line put in above",
        ),
        pytest.param("a\nb\nc\nd", "a\nc\nd", "c\nd", (), (0,), [3, 4], id="a line cut above"),
    ],
)
def test_the_change_moves_with_a_text_that_is_mended(
    old: str,
    new: str,
    mended: str,
    added: tuple[tuple[int, int], ...],
    cuts: tuple[int, ...],
    before: list[int | None],
) -> None:
    made = moved(change(old, new), new, mended)
    assert (made.added, made.cuts) == (added, cuts)
    assert [made.line_before(line) for line in range(1, mended.count("\n") + 2)] == before


@pytest.mark.parametrize(
    ("added", "mended", "expected"),
    [
        pytest.param(((2, 2),), "a\nB\nc\nd", ((2, 2),), id="the changed line is mended"),
        pytest.param(((3, 3),), "a\nB\nc\nd", ((3, 3),), id="the line above is mended"),
        pytest.param(((1, 1),), "a\nB\nc\nd", ((1, 1),), id="the line below is mended"),
        pytest.param(((2, 3),), "a\nc\nd", ((2, 2),), id="one of two lines is gone"),
        pytest.param(((4, 4),), "a\nb\nc\nx\nd", ((5, 5),), id="it has moved down"),
        pytest.param(((1, 4),), "a\nB\nc\nd", ((1, 1), (2, 2), (3, 4)), id="all is new"),
    ],
)
def test_no_line_more_and_no_line_less_is_changed(
    added: tuple[tuple[int, int], ...], mended: str, expected: object
) -> None:
    assert moved(FileChange(added=added), "a\nb\nc\nd", mended).added == expected
