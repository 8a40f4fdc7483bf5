"""Links through which files may be written, and links through which they may not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportlint.files.links import leads_out

pytestmark = pytest.mark.skipif(os.name != "posix", reason="links are made by POSIX calls")

# Where the link stands → what it says. `clone` is a repository, `folder` is none; the current
# folder is `folder/here`.
FOLLOWED = {
    "clone/a.md": None,
    "clone/b.md": "a.md",
    "clone/c.md": "sub/a.md",
    "clone/sub/up.md": "../a.md",
    "clone/missing.md": "nowhere.md",
    "folder/here/a.md": None,
    "folder/here/b.md": "a.md",
    "folder/mine.md": "../victim.md",  # no tree of anybody's: the user alone has named it
    "clone/.git/config": None,
}
NOT_FOLLOWED = {
    "clone/a.md": "../victim.md",
    "clone/b.md": "{top}/victim.md",
    "clone/new.md": "../nowhere.md",
    "clone/c.md": "x.md",  # which is a link itself
    "clone/config.md": ".git/config",
    "clone/sub/hook.md": "../.git/hooks/pre-commit",
    "folder/here/a.md": "../../victim.md",
    "repository-below/a.md": "../victim.md",
}


@pytest.fixture
def top(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for folder in ("clone/.git/hooks", "clone/sub", "folder/here", "repository-below/.git"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "victim.md").write_text("", encoding="utf-8")
    (tmp_path / "clone" / "x.md").symlink_to("../victim.md")
    monkeypatch.chdir(tmp_path / "folder" / "here")
    return tmp_path


def _make(top: Path, name: str, link: str | None) -> str:
    path = top / name
    if link is None:
        path.write_text("", encoding="utf-8")
    else:
        path.symlink_to(link.format(top=top))
    return str(path)


@pytest.mark.parametrize("name", FOLLOWED)
def test_stays_inside(top: Path, name: str) -> None:
    assert not leads_out(_make(top, name, FOLLOWED[name]))


@pytest.mark.parametrize("name", NOT_FOLLOWED)
def test_leads_out(top: Path, name: str) -> None:
    assert leads_out(_make(top, name, NOT_FOLLOWED[name]))


def test_a_folder_that_is_checked_is_a_tree(top: Path) -> None:
    path = _make(top, "folder/a.md", "../victim.md")
    assert not leads_out(path)
    assert leads_out(path, [str(top / "folder"), "-", "no-such-folder"])


def test_a_repository_behind_a_link_does_not_vouch_for_itself(top: Path) -> None:
    (top / "clone" / "other").symlink_to(top / "repository-below")
    path = _make(top, "repository-below/b.md", None)
    assert not leads_out(path)
    assert leads_out(str(top / "clone" / "other" / "b.md"))


def test_a_tree_may_be_reached_by_a_link(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (top / "short").symlink_to(top / "clone")
    _make(top, "clone/a.md", None)
    assert not leads_out(str(top / "short" / "a.md"))
    monkeypatch.chdir(top / "short")
    assert not leads_out("a.md")
    assert leads_out("x.md")
