from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from reportlint.cache.store import DAY, KEPT_DAYS, Cache, place


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
    assert cache.get("a.json") == "述职\n".encode()
    assert cache.get("b.json") is None
    cache.put("a.json", "")
    assert cache.get("a.json") == b""
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
    assert cache.get("a.json") == '{"a": "述职"}'.encode()
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


def _folder_of_others(folder: Path) -> Cache:
    """A cache in a folder that everybody can write to."""
    folder.mkdir()
    folder.chmod(0o777)
    return Cache(str(folder))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes and links of POSIX")
def test_what_others_have_planted_is_neither_read_nor_written_through(tmp_path: Path) -> None:
    cache = _folder_of_others(tmp_path / "shared")
    folder = tmp_path / "shared"
    victim = tmp_path / "victim"
    victim.write_text("precious", encoding="utf-8")
    os.mkfifo(folder / "pipe.json")
    for name in ("link.json", "pruned", "CACHEDIR.TAG"):
        (folder / name).symlink_to(victim)
    (folder / "folder.json").mkdir()
    for name in ("pipe.json", "link.json", "folder.json"):
        assert cache.get(name) is None
        cache.touch(name)
    for name in ("pipe.json", "link.json", "new.json"):
        cache.put(name, "{}")
        assert cache.get(name) == b"{}"
    cache.put("folder.json", "{}")
    assert cache.get("folder.json") is None
    assert victim.read_text(encoding="utf-8") == "precious"
    assert (folder / "new.json").stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="links of POSIX")
def test_a_stamp_that_is_a_link_is_replaced_once_it_is_old(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("precious", encoding="utf-8")
    cache = Cache(str(tmp_path / "cache"))
    (tmp_path / "cache").mkdir()
    stamp = tmp_path / "cache" / "pruned"
    stamp.symlink_to(victim)
    long_ago = time.time() - 2 * DAY
    os.utime(stamp, (long_ago, long_ago), follow_symlinks=False)
    cache.put("a.json", "{}")
    assert victim.read_text(encoding="utf-8") == "precious"
    assert not stamp.is_symlink()
