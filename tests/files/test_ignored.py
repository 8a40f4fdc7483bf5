"""The walk outside Git: `.gitignore` files of all kinds, including hostile ones."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportlint.files.ignored import IGNORE_FILE, MOST_BYTES, plain_walk

FILES = ("a.md", "b.md", "x/a.md", "x/y/a.md", "x/y/b.md")

IGNORES_NOTHING = {
    "nothing in it": {"": ""},
    "a comment": {"": "# a.md"},
    "an exclamation mark alone": {"": "!"},
    "a backslash alone": {"": "\\"},
    "a backslash at the end": {"": "a.md\\"},
    "an escaped space": {"": "\\ "},
    "a bracket never closed": {"": "[a"},
    "a range the wrong way round": {"": "[z-a].md"},
    "a folder's name with a file": {"": "a.md/"},
    "taken back": {"": "*.md\n!*.md"},
    "taken back further in": {"": "/x/y/*.md", "x": "!*.md"},
    "what lies elsewhere": {"x/y": "/c.md\n../a.md"},
    "a pattern made to be slow": {"": "*a" * 30 + "b"},
}
IGNORES = {
    "a name": ({"": "a.md"}, ("b.md", "x/y/b.md")),
    "with a byte-order mark": ({"": "\ufeffa.md\n"}, ("b.md", "x/y/b.md")),
    "lines of Windows": ({"": "a.md\r\n"}, ("b.md", "x/y/b.md")),
    "a name at the top": ({"": "/a.md"}, FILES[1:]),
    "a folder": ({"": "y/"}, ("a.md", "b.md", "x/a.md")),
    "a folder cannot be entered again": ({"": "y/", "x/y": "!*"}, ("a.md", "b.md", "x/a.md")),
    "only from its folder on": ({"x": "a.md"}, ("a.md", "b.md", "x/y/b.md")),
    "the nearest decides": ({"": "*.md", "x": "!a.md"}, ("x/a.md", "x/y/a.md")),
}


def walked(folder: Path) -> tuple[str, ...]:
    return tuple(path for path, _ in plain_walk(str(folder), lambda name: False))


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in FILES:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", encoding="utf-8")
    return tmp_path


def ignore(tree: Path, texts: dict[str, str]) -> None:
    for folder, text in texts.items():
        (tree / folder / IGNORE_FILE).write_bytes(text.encode())


@pytest.mark.parametrize("name", IGNORES_NOTHING)
def test_walks_past(tree: Path, name: str) -> None:
    ignore(tree, IGNORES_NOTHING[name])
    assert walked(tree) == FILES


@pytest.mark.parametrize("name", IGNORES)
def test_leaves_out(tree: Path, name: str) -> None:
    texts, left = IGNORES[name]
    ignore(tree, texts)
    assert walked(tree) == left


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _link(path: Path) -> None:
    rules = path.parent / "rules"
    rules.write_text("*.md\n", encoding="utf-8")
    path.symlink_to(rules)
    (path.parent / "rules").rename(path.parent / ".rules")


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _huge(path: Path) -> None:
    path.write_text("*.md\n" * (MOST_BYTES // 5 + 1), encoding="utf-8")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes and devices are named by POSIX")
@pytest.mark.parametrize("make", [_pipe, _link, _device, _huge])
def test_what_is_no_ignore_file_does_not_count(tree: Path, make: object) -> None:
    make(tree / IGNORE_FILE)  # type: ignore[operator]
    assert walked(tree) == FILES


def test_folders_may_be_nested_deeper_than_calls(tmp_path: Path) -> None:
    deep = 1100
    folders = [tmp_path / ("d/" * depth) for depth in range(1, deep + 1)]
    try:
        for folder in folders:
            folder.mkdir()
        (folders[-1] / "a.md").write_text("", encoding="utf-8")
        assert walked(tmp_path) == ("d/" * deep + "a.md",)
    finally:  # one by one: `shutil.rmtree` calls itself
        (folders[-1] / "a.md").unlink()
        for folder in reversed(folders):
            folder.rmdir()
