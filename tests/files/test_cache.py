from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from reportlint.cache.store import DAY, KEPT_DAYS, Cache, digest, place
from reportlint.files.reader import Disk
from reportlint.files.watched import Watched, unchanged


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        ({"REPORTLINT_CACHE_DIR": "/x/y", "HOME": "/h"}, "linux", "/x/y"),
        ({"XDG_CACHE_HOME": "/c", "HOME": "/h"}, "linux", "/c/reportlint"),
        ({"XDG_CACHE_HOME": "relative", "HOME": "/h"}, "linux", ""),
        ({"HOME": "/h"}, "linux", "/h/.cache/reportlint"),
        ({"HOME": "/h"}, "darwin", "/h/Library/Caches/reportlint"),
        ({"LOCALAPPDATA": "/l", "USERPROFILE": "/u"}, "win32", "/l/reportlint"),
        ({}, "linux", ""),
    ],
)
def test_where_it_is(environment: dict[str, str], platform: str, expected: str) -> None:
    assert place(environment, platform).replace(os.sep, "/") == expected


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    cache = Cache(str(tmp_path / "new" / "folder"))
    cache.put("a.json", "述职\n")
    assert cache.get("a.json") == "述职\n"
    assert cache.get("b.json") is None
    cache.put("a.json", "")
    assert cache.get("a.json") == ""
    assert not list((tmp_path / "new" / "folder").glob("*.tmp"))


@pytest.mark.parametrize("damage", [b"", b"x", b"\n", b"\xff" * 40, b"0" * 32 + b"\n{}"])
def test_damage_counts_as_nothing(tmp_path: Path, damage: bytes) -> None:
    cache = Cache(str(tmp_path))
    cache.put("a.json", "{}")
    (tmp_path / "a.json").write_bytes(damage)
    assert cache.get("a.json") is None


def test_every_cut_counts_as_nothing(tmp_path: Path) -> None:
    cache = Cache(str(tmp_path))
    cache.put("a.json", '{"a": "述职"}')
    whole = (tmp_path / "a.json").read_bytes()
    for size in range(len(whole)):
        (tmp_path / "a.json").write_bytes(whole[:size])
        assert cache.get("a.json") is None


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions of POSIX")
def test_what_others_can_write_is_not_read(tmp_path: Path) -> None:
    cache = Cache(str(tmp_path))
    cache.put("a.json", "{}")
    (tmp_path / "a.json").chmod(0o666)
    assert cache.get("a.json") is None


def test_a_folder_that_cannot_be_made_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for folder in (str(tmp_path / "file" / "below"), "", "/proc/nothing"):
        cache = Cache(folder)
        cache.put("a.json", "{}")
        assert cache.get("a.json") is None


def test_what_is_old_goes_and_nothing_of_others(tmp_path: Path) -> None:
    cache = Cache(str(tmp_path))
    (tmp_path / "mine.txt").write_text("")
    cache.put("old.json", "{}")
    long_ago = time.time() - (KEPT_DAYS + 1) * DAY
    for name in ("old.json", "mine.txt", "pruned"):
        os.utime(tmp_path / name, (long_ago, long_ago))
    cache.put("new.json", "{}")
    assert {path.name for path in tmp_path.iterdir()} == {
        "CACHEDIR.TAG",
        "mine.txt",
        "new.json",
        "pruned",
    } - (set() if (tmp_path / "CACHEDIR.TAG").exists() else {"CACHEDIR.TAG"})


def test_what_was_read_is_watched(tmp_path: Path) -> None:
    path, folder = (tmp_path / "a.yaml").as_posix(), tmp_path.as_posix()
    watched = Watched(Disk())
    assert watched.read(path) is None
    (tmp_path / "b.yaml").write_text("b")
    assert watched.read((tmp_path / "b.yaml").as_posix()) == "b"
    assert list(watched.list(folder)) == ["b.yaml"]
    seen = list(watched.seen.items())
    assert unchanged(seen)
    (tmp_path / "a.yaml").write_text("")
    assert not unchanged(seen)
    (tmp_path / "a.yaml").unlink()
    assert unchanged(seen)
    (tmp_path / "b.yaml").write_text("c")
    assert not unchanged(seen)


@pytest.mark.parametrize("seen", [[1], None, [["a"]], [[1, 2]], "ab", [["a", "b", "c"]]])
def test_odd_records_are_changed(seen: object) -> None:
    assert not unchanged(seen)  # type: ignore[arg-type]


def test_digests_differ() -> None:
    assert digest(b"a") != digest(b"b")
    assert len(digest(b"")) == 32
