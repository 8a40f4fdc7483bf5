from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reportlint.core import glob

SILENT = [
    ("*.md", "a.txt"),
    ("*.md", "a.mdx"),
    ("archive/*", "archive"),
    ("archive/**", "archives/a.md"),
    ("/a.md", "b/a.md"),
    ("x/*.md", "x/y/a.md"),
    ("x/a", "y/x/a"),
    ("a?c", "a/c"),
    ("a[!b]c", "abc"),
    ("a[!b]c", "a/c"),
    ("build/", "build"),
    ("a.md", "axmd"),
    ("**/a", "ba"),
    ("a/**/", "a/b"),
]
FIRES = [
    ("*.md", "a.md"),
    ("*.md", "x/y/a.md"),
    ("述职/**", "述职/2024/张三.md"),
    ("archive/", "x/archive/a.md"),
    ("archive", "archive/x/a.md"),
    ("x/**/a.md", "x/a.md"),
    ("x/**/a.md", "x/y/z/a.md"),
    ("**/a.md", "a.md"),
    ("/a.md", "a.md"),
    ("./a.md", "a.md"),
    ("a[a-c]c", "abc"),
    ("a?c", "a述c"),
    ("**", "a/b"),
    ("a/**/", "a/c/d"),
]


@pytest.mark.parametrize(("pattern", "path"), SILENT)
def test_leaves_alone(pattern: str, path: str) -> None:
    assert not glob.matches((pattern,), path)


@pytest.mark.parametrize(("pattern", "path"), FIRES)
def test_matches(pattern: str, path: str) -> None:
    assert glob.matches((pattern,), path)


def test_the_last_glob_decides() -> None:
    assert glob.matches(("*.md", "!a.md", "x/a.md"), "x/a.md")
    assert not glob.matches(("*.md", "!a.md"), "x/a.md")
    assert not glob.matches((), "a.md")


PARTS = st.sampled_from(["a", "b", "*", "**", "?", "a*", "[ab]", "[!a]b", "ab", ".a"])
GLOBS = st.builds(
    lambda start, parts, end: start + "/".join(parts) + end,
    st.sampled_from(["", "/"]),
    st.lists(PARTS, min_size=1, max_size=4),
    st.sampled_from(["", "/"]),
)
PATHS = st.lists(st.sampled_from(["a", "b", "ab", "ba", ".a", "c"]), min_size=1, max_size=4).map(
    "/".join
)


@given(GLOBS, PATHS)
def test_agrees_with_gitignore(pattern: str, path: str) -> None:
    from pathspec import GitIgnoreSpec

    assume(
        not pattern.endswith("/**/")
    )  # pathspec takes it for `/**`; to Git it names folders, as the table above has it
    assert glob.matches((pattern,), path) == GitIgnoreSpec.from_lines([pattern]).match_file(path)


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_glob_is_refused_or_works(pattern: str, path: str) -> None:
    if glob.trouble(pattern) is None:
        glob.matches((pattern,), path)
