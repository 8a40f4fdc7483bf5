"""The stamp of a file differs whenever its content may have changed."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reportlint.files import stamp as module
from reportlint.files.stamp import SETTLED, of_status, stamp

pytestmark = pytest.mark.skipif(os.name != "posix", reason="there are no stamps elsewhere")
LATER = 10 * SETTLED  # nanoseconds; when nothing that was done is young any more


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "a.txt"
    made.write_text("first", encoding="utf-8")
    now = time.time_ns
    monkeypatch.setattr(module.time, "time_ns", lambda: now() + LATER)
    return made


def rewritten(file: Path) -> None:
    file.write_text("other", encoding="utf-8")


def rewritten_and_set_back(file: Path) -> None:
    """Change the content and restore the time, as `touch -r`, `cp -p` and archivers do."""
    before = file.stat()
    file.write_text("other", encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def replaced_by_one_as_old(file: Path) -> None:
    """Replace the file by one of the same time, as `mv` can do."""
    before = file.stat()
    other = file.with_name("other")
    other.write_text("other", encoding="utf-8")
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(file)


def appended(file: Path) -> None:
    with file.open("a", encoding="utf-8") as stream:
        stream.write("x")


def cut(file: Path) -> None:
    os.truncate(file, 2)


@pytest.mark.parametrize(
    "change", [rewritten, rewritten_and_set_back, replaced_by_one_as_old, appended, cut]
)
def test_no_change_goes_unseen(file: Path, change: Callable[[Path], None]) -> None:
    before = stamp(str(file))
    assert before
    time.sleep(0.02)  # a tick of the clock, as any file with a stamp has lain still for more
    change(file)
    assert stamp(str(file)) != before


def test_a_file_that_lies_still_keeps_its_stamp(file: Path) -> None:
    before = stamp(str(file))
    file.read_bytes()
    time.sleep(0.02)
    assert stamp(str(file)) == before != ""


@pytest.mark.parametrize(
    ("age", "has_stamp"),
    [(-SETTLED, False), (0, False), (SETTLED - 1, False), (SETTLED, True), (10 * SETTLED, True)],
)
@pytest.mark.parametrize("which", ["written", "changed"])
def test_a_young_file_has_none(file: Path, age: int, has_stamp: bool, which: str) -> None:
    """Another write within the same tick of the clock would not change its times."""
    status = file.stat()
    if which == "written":
        os.utime(file, ns=(0, status.st_ctime_ns + 5 * SETTLED))
        status = file.stat()
    last = max(status.st_mtime_ns, status.st_ctime_ns)
    assert bool(of_status(status, last + age)) is has_stamp


def test_where_there_is_no_file_there_is_none(file: Path) -> None:
    for path in (str(file) + "x", "a\0b", ""):
        assert stamp(path) == ""


def test_of_a_link_it_is_that_of_the_file(file: Path) -> None:
    link = file.with_name("link")
    link.symlink_to(file)
    assert stamp(str(link)) == stamp(str(file))


def test_elsewhere_there_is_none(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_TELLS", False)
    assert stamp(str(file)) == ""
