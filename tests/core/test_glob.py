"""Globs: two tables, comparison with `git check-ignore` on random globs, and time on globs made to
be slow."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from reportlint.core.glob import lint_glob, matches, verdict
from reportlint.core.glob_syntax import parse_glob, parse_ignore_file

SILENT = [
    ("*.md", "a.txt"),
    ("*.md", "a.mdx"),
    ("archive/*", "archive"),
    ("archive/**", "archives/a.md"),
    ("archive/**", "archive"),
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
    ("a**b", "a/b"),
    ("*ab*b", "ab"),
    ("ab*ba", "aba"),
    ("a[z-b]c", "azc"),
    ("a[b", "a[b"),
    ("[[:digit:]]", "٣"),
    ("[[:nosuch:]]", "n"),
    ("a//b", "a/b"),
    ("\\", "\\"),
    ("!", "!"),
]
FIRES = [
    ("*.md", "a.md"),
    ("*.md", "x/y/a.md"),
    ("述职/**", "述职/2024/张三.md"),
    ("archive/", "x/archive/a.md"),
    ("archive", "archive/x/a.md"),
    ("x/**/a.md", "x/a.md"),
    ("x/**/a.md", "x/y/z/a.md"),
    ("x/**/y/*.md", "x/y/b/y/a.md"),
    ("**/a.md", "a.md"),
    ("/a.md", "a.md"),
    ("./a.md", "a.md"),
    ("a[a-c]c", "abc"),
    ("a[]]c", "a]c"),
    ("a[!]]c", "abc"),
    ("a[-b]c", "a-c"),
    ("a[b-]c", "a-c"),
    ("a[[:digit:][:upper:]]c", "aBc"),
    ("a[b/]c", "abc"),
    ("a\\*c", "a*c"),
    ("\\!a", "!a"),
    ("a?c", "a述c"),
    ("**", "a/b"),
    ("**/", "a/b"),
    ("***", "a"),
    ("a**b", "axxb"),
    ("a*b*c", "aXbYbZc"),
    ("a/**/", "a/c/d"),
    ("a/**/**/b", "a/b"),
]


@pytest.mark.parametrize(("pattern", "path"), SILENT)
def test_leaves_alone(pattern: str, path: str) -> None:
    assert not matches((pattern,), path)


@pytest.mark.parametrize(("pattern", "path"), FIRES)
def test_matches(pattern: str, path: str) -> None:
    assert matches((pattern,), path)


def test_the_last_glob_decides() -> None:
    assert matches(("*.md", "!a.md", "x/a.md"), "x/a.md")
    assert not matches(("*.md", "!a.md"), "x/a.md")
    assert not matches(("*.md", "!./a.md"), "a.md")
    assert not matches((), "a.md")


SOUND = ["*.md", "!archive/", "述职/**", "a[b-c]?", "./x"]
WRONG = {
    "": "empty",
    "!/": "empty",
    "*.{md,txt}": "braces",
    "a\\b": "separate",
    "../x": "outside",
    "a//b": "two slashes",
    "a[b": "brackets",
    "[z-a]": "brackets",
    "[[:nosuch:]]": "brackets",
}


@pytest.mark.parametrize("pattern", SOUND)
def test_says_nothing_of_a_sound_glob(pattern: str) -> None:
    assert lint_glob(pattern) is None


@pytest.mark.parametrize("pattern", WRONG)
def test_says_why_a_glob_would_match_nothing(pattern: str) -> None:
    reason = lint_glob(pattern)
    assert reason is not None
    assert WRONG[pattern] in reason.en


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("oracle")
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    return folder


PIECES = [
    "a",
    "b",
    "*",
    "**",
    "?",
    "a*",
    "*b",
    "[ab]",
    "[!a]b",
    "ab",
    ".a",
    "\\a",
    "[a-",
    "b]",
    "",
    "[]a]",
    "[[:alpha:]]",
]
LINES = st.builds(
    lambda start, parts, end: start + "/".join(parts) + end,
    st.sampled_from(["", "", "/", "!", "!/", "\\", "#"]),
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=4),
    st.sampled_from(["", "", "/", " ", "\\", "\\ ", "  "]),
)
WILD_LINES = st.text(alphabet="ab*?[]!-^/\\ :#.", max_size=8)
NAMES = st.sampled_from(["a", "b", "ab", "ba", "aab", ".a", "c", "a b", "a ", "]", "!a"])
PATHS = st.lists(NAMES, min_size=1, max_size=4).map("/".join)


def _ignored(text: str, path: str) -> bool:
    """Whether a walk with the ignore file `text` in its root skips the file at `path`."""
    globs = parse_ignore_file(text)
    parts = path.split("/")
    above = ("/".join(parts[:end]) for end in range(1, len(parts)))
    return any(verdict(globs, folder, folder=True) for folder in above) or bool(
        verdict(globs, path, folder=False)
    )


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(LINES | WILD_LINES, min_size=1, max_size=3),
    st.lists(PATHS, min_size=1, max_size=40, unique=True),
)
def test_agrees_with_git(repository: Path, lines: list[str], paths: list[str]) -> None:
    text = "\n".join(lines)
    (repository / ".gitignore").write_text(text, encoding="utf-8")
    done = subprocess.run(
        ["git", "-C", str(repository), "check-ignore", "--no-index", "-z", "--stdin"],
        input="\0".join(paths).encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    by_git = {name.decode() for name in done.stdout.split(b"\0") if name}
    assert {path for path in paths if _ignored(text, path)} == by_git


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_glob_is_refused_or_works(pattern: str, path: str) -> None:
    assume(lint_glob(pattern) is None)
    assert matches((pattern,), path) in (True, False)


HOSTILE = [
    ("*a" * 20 + "b", "a" * 100),
    ("*a*" * 30 + "b", "a" * 250),
    ("**/" * 25 + "b", "/".join("a" * 30)),
    ("**/a/" * 12 + "b", "/".join("a" * 60)),
    ("[ab]*" * 40 + "c", "ab" * 120),
]


@pytest.mark.parametrize(("pattern", "path"), HOSTILE)
def test_no_pattern_is_tried_again_and_again(
    pattern: str, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reportlint.core import glob

    steps = 0
    inner = glob._chunk_at

    def counted(*arguments: object) -> bool:
        nonlocal steps
        steps += 1
        return inner(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(glob, "_chunk_at", counted)
    assert not matches((pattern,), path)
    assert steps <= len(pattern) * len(path)


def test_a_glob_is_parsed_once() -> None:
    assert parse_glob("a/") == parse_glob("a/")
    assert parse_glob("") is parse_glob("/") is parse_glob("!") is None
