"""Patches: files and lines are parsed as Git does, for any file names."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportlint.changes.file_change import change_of
from reportlint.changes.patch import FilePatch, read
from reportlint.core.errors import UserError

ENV = {
    **{k: v for k, v in os.environ.items() if not k.startswith("GIT_")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


def names(patch: str | bytes) -> list[tuple[str, str]]:
    return [
        (file_patch.old, file_patch.new)
        for file_patch in read(patch.encode() if isinstance(patch, str) else patch)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nothing here\n",
        "--- a line of dashes\n+++ and of plus signs\nbut no hunk\n",
        "# 述职报告\n\n--- \n",
        "@@ -1 +1 @@\n",
    ],
)
def test_no_patch_is_no_file(text: str) -> None:
    assert read(text.encode()) == []


@pytest.mark.parametrize(
    ("patch", "expected"),
    [
        (
            (
                "diff --git a/x.md b/x.md\nindex 1..2 100644\n--- a/x.md\n+++ b/x.md\n@@ -1 +1"
                " @@\n-a\n+b\n"
            ),
            ("x.md", "x.md"),
        ),
        (
            (
                "diff --git a/述职 报告.md b/述职 报告.md\n--- a/述职 报告.md\t\n+++ b/述职"
                " 报告.md\t\n@@ -1 +1 @@\n-a\n+b\n"
            ),
            ("述职 报告.md",) * 2,
        ),
        (
            (
                'diff --git "a/\\346\\212\\245.md" "b/\\346\\212\\245.md"\n---'
                ' "a/\\346\\212\\245.md"\n+++ "b/\\346\\212\\245.md"\n@@ -1 +1 @@\n-a\n+b\n'
            ),
            ("报.md",) * 2,
        ),
        (
            (
                'diff --git "a/q\\"t\\tb\\nn\\\\.md" "b/q\\"t\\tb\\nn\\\\.md"\nold mode 100644\nnew'
                " mode 100755\n"
            ),
            ('q"t\tb\nn\\.md',) * 2,
        ),
        (
            (
                "diff --git a/n.md b/n.md\nnew file mode 100644\n--- /dev/null\n+++ b/n.md\n@@ -0,0 +1"
                " @@\n+b\n"
            ),
            ("", "n.md"),
        ),
        ("diff --git a/e.md b/e.md\nnew file mode 100644\nindex 0..e\n", ("", "e.md")),
        (
            (
                "diff --git a/g.md b/g.md\ndeleted file mode 100644\n--- a/g.md\n+++ /dev/null\n@@ -1"
                " +0,0 @@\n-b\n"
            ),
            ("g.md", ""),
        ),
        (
            (
                "diff --git a/o b.md b/n b.md\nsimilarity index 100%\nrename from o b.md\nrename to n"
                " b.md\n"
            ),
            ("o b.md", "n b.md"),
        ),
        ("diff --git a/b b/b b/b b/b\nold mode 100644\nnew mode 100755\n", ("b b/b", "b b/b")),
        (
            (
                'diff --git "a/\\"q\\" x" "b/\\"q\\" x"\n--- "a/\\"q\\" x"\t\n+++ "b/\\"q\\" x"\t\n@@'
                " -1 +1 @@\n-a\n+b\n"
            ),
            ('"q" x',) * 2,
        ),
        ("diff --git x.md x.md\n--- x.md\n+++ x.md\n@@ -1 +1 @@\n-a\n+b\n", ("x.md", "x.md")),
        (
            "diff --git i/x.md w/x.md\n--- i/x.md\n+++ w/x.md\n@@ -1 +1 @@\n-a\n+b\n",
            ("x.md", "x.md"),
        ),
        (
            (
                "--- old/x.md\t2026-01-01 00:00:00\n+++ new/x.md\t2026-01-02 00:00:00\n@@ -1 +1"
                " @@\n-a\n+b\n"
            ),
            ("old/x.md", "new/x.md"),
        ),
        ("--- x.md\r\n+++ x.md\r\n@@ -1 +1 @@\r\n-a\r\n+b\r\n", ("x.md", "x.md")),
        ("diff --git a/x.md b/x.md\n--- a/x.md\n", ("x.md", "x.md")),  # cut off
        ("diff --git a/x.md b/x.md\nrename from y.md\n", ("x.md", "x.md")),
        ("diff --git a/x.md b/x.md\n+++ b/x.md\n@@ -1 +1 @@\n-a\n+b\n", ("x.md", "x.md")),
    ],
)
def test_names(patch: str, expected: tuple[str, str]) -> None:
    assert names(patch) == [expected]


def test_lines_that_look_like_headers_are_lines() -> None:
    patch = "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1,2 +1,3 @@\n--- a/y\n-diff --git a/z b/z\n+++ b/y\n+@@ -1 +1 @@\n+x\n--- a/w\n+++ b/w\n@@ -3,0 +4 @@\n+y\n"
    assert [
        (file_patch.new, [len(hunk.lines) for hunk in file_patch.hunks])
        for file_patch in read(patch.encode())
    ] == [
        ("x", [5]),
        ("w", [1]),
    ]


@pytest.mark.parametrize(
    "patch",
    [
        "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n-a\n+b\n",
        "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n-a\nwhat\n+b\n",
        "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1,1 +1,2 @@\n-a\n-c\n+b\n+d\n",
        "diff --cc x\nindex 1,2..3\n--- a/x\n+++ b/x\n@@@ -1 -1 +1 @@@\n- a\n -b\n++c\n",
    ],
)
def test_a_patch_that_makes_no_sense_is_said_to_make_none(patch: str) -> None:
    with pytest.raises(UserError, match="of the patch"):
        read(patch.encode())


def test_it_is_said_in_which_line() -> None:
    patch = "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n-a\nwhat\n+b\n"
    with pytest.raises(UserError) as caught:
        read(patch.encode())
    (problem,) = caught.value.problems
    assert problem.message.en.startswith("line 6 of the patch: ")
    assert problem.message.zh.startswith("补丁第 6 行：")


NAME = st.text(
    st.one_of(
        st.sampled_from(" \t\"\\'\n述职报告é😀ab/"),
        st.characters(exclude_characters="\0\r", exclude_categories=["Cs"]),
    ),
    min_size=1,
    max_size=8,
).filter(
    lambda name: all(
        part not in ("", ".", "..", "con", "nul")
        and part.lower() != ".git"
        and len(part.encode()) < 200
        for part in name.split("/")
    )
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(files=st.sets(NAME, min_size=1, max_size=4), quote=st.booleans(), new=st.booleans())
def test_names_and_numbers_are_those_that_git_reads(
    tmp_path_factory: pytest.TempPathFactory, files: set[str], quote: bool, new: bool
) -> None:
    folder = tmp_path_factory.mktemp("names")
    used = [
        name
        for name in sorted(files)
        if not any(other != name and (other + "/").startswith(name + "/") for other in files)
    ]
    git(folder, "init", "-q")
    for number, name in enumerate(used):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x\n" * (number + 1), encoding="utf-8")
    git(folder, "add", "-A", "-f")
    if not new:
        git(folder, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "one")
        for name in used:
            (folder / name).write_text("y\n", encoding="utf-8")
        git(folder, "add", "-A", "-f")
    patch = git(
        folder,
        "-c",
        f"core.quotePath={str(quote).lower()}",
        "diff",
        "--cached",
        "-U0",
        "--no-renames",
    )
    numstat = subprocess.run(
        ["git", "apply", "--numstat", "-z"],
        cwd=folder,
        env=ENV,
        input=patch,
        capture_output=True,
        check=True,
    ).stdout
    expected = [line.decode().split("\t", 2) for line in numstat.split(b"\0") if line]
    got = [
        [str(count(file_patch, b"+")), str(count(file_patch, b"-")), file_patch.new]
        for file_patch in read(patch)
    ]
    assert sorted(got) == sorted(expected)
    assert sorted(file_patch.new for file_patch in read(patch)) == used


def count(file_patch: FilePatch, sign: bytes) -> int:
    return sum(line[:1] == sign for hunk in file_patch.hunks for line in hunk.lines)


def git(folder: Path, *arguments: str) -> bytes:
    return subprocess.run(
        ["git", *arguments], cwd=folder, env=ENV, capture_output=True, check=True
    ).stdout


@given(
    st.binary(max_size=200)
    | st.lists(
        st.sampled_from(
            [
                b"diff --git a/x b/x\n",
                b"--- a/x\n",
                b"+++ b/x\n",
                b"@@ -1 +1 @@\n",
                b"-a\n",
                b"+b\n",
                b"\\ No\n",
                b"rename from x\n",
                b" c\n",
            ]
        ),
        max_size=12,
    ).map(b"".join)
)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        patches = read(data)
    except UserError:
        patches = []
    stretches = [stretch for patch in patches for stretch in change_of(patch).added]
    assert [(first, last) for first, last in stretches if not 0 < first <= last] == []
