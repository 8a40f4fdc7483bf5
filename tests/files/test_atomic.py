"""Writing a file: in any case the old or the new file is there completely, and no other."""

from __future__ import annotations

import errno
import os
import random
import shutil
import stat
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

import reportlint
from reportlint.core.errors import UserError
from reportlint.files import atomic as module
from reportlint.files.atomic import (
    LEFT_OVER,
    PREFIX,
    SUFFIX,
    WriteError,
    append_output,
    create,
    put,
    replace,
    write_output,
)

OLD, NEW = "旧的文字。\n".encode() * 200, "新的文字。\n".encode() * 300
POSIX = pytest.mark.skipif(os.name != "posix", reason="modes, owners and links of POSIX")
CALLS = (
    "open",
    "write",
    "fchown",
    "listxattr",
    "setxattr",
    "fchmod",
    "fsync",
    "close",
    "stat",
    "access",
    "replace",
    "unlink",
    "fstat",
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "述职 报告.md"
    path.write_bytes(OLD)
    return path


def names(path: Path) -> list[str]:
    return sorted(entry.name for entry in path.parent.iterdir())


class Failing:
    """The `os` module, in which one call fails: number `at` of the counted calls."""

    def __init__(self, at: int, error: BaseException) -> None:
        self.at, self.error, self.calls = at, error, 0
        self.done: list[str] = []

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        if name not in CALLS:
            return real

        def call(*arguments: Any, **named: Any) -> Any:
            self.calls += 1
            if self.calls == self.at:
                self.done.append(name)
                raise self.error
            return real(*arguments, **named)

        return call


def failures(error: Callable[[], BaseException]) -> Iterator[Failing]:
    """One failure at each call in turn; ends after a run without a failure."""
    for at in range(1, 60):
        failing = Failing(at, error())
        yield failing
        if not failing.done:
            return
    raise AssertionError("it never came through")


# -- what must stay as it is
# -----------------------------------------------------------------------------------------------


def test_a_file_that_was_changed_in_the_meantime_is_not_overwritten(report: Path) -> None:
    report.write_bytes(b"mine\n")
    with pytest.raises(WriteError, match="changed"):
        replace(str(report), OLD, NEW)
    assert report.read_bytes() == b"mine\n"
    assert names(report) == [report.name]


def test_a_file_that_was_changed_while_the_new_one_was_written_is_not_overwritten(
    report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = module._write

    def slow(*arguments: Any, **named: Any) -> None:
        write(*arguments, **named)
        report.write_bytes(b"mine\n")

    monkeypatch.setattr(module, "_write", slow)
    with pytest.raises(WriteError, match="changed"):
        replace(str(report), OLD, NEW)
    assert report.read_bytes() == b"mine\n"
    assert names(report) == [report.name]


def test_a_file_that_is_gone_is_not_made_anew(report: Path) -> None:
    report.unlink()
    with pytest.raises(WriteError):
        replace(str(report), OLD, NEW)
    assert names(report) == []


@POSIX
@pytest.mark.parametrize("mode", [0o444, 0o400, 0o555])
def test_a_read_only_file_is_left_alone(report: Path, mode: int) -> None:
    report.chmod(mode)
    with pytest.raises(WriteError, match="read-only"):
        replace(str(report), OLD, NEW)
    assert report.read_bytes() == OLD
    assert names(report) == [report.name]


@POSIX
def test_a_read_only_folder_is_left_alone(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if os.geteuid() == 0:  # who may do all is refused by nothing: the system's answer is given here
        real = os.open

        def refuse(path: Any, *arguments: Any, **named: Any) -> int:
            if str(path).endswith(".tmp"):
                raise PermissionError(errno.EACCES, "Permission denied")
            return real(path, *arguments, **named)

        monkeypatch.setattr(os, "open", refuse)
    report.parent.chmod(0o555)
    try:
        with pytest.raises(WriteError, match="permission"):
            replace(str(report), OLD, NEW)
    finally:
        report.parent.chmod(0o755)
    assert report.read_bytes() == OLD
    assert names(report) == [report.name]


@POSIX
def test_what_is_no_plain_file_is_left_alone(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    with pytest.raises(WriteError, match="regular"):
        replace(str(tmp_path / "pipe.md"), OLD, NEW)


@pytest.mark.parametrize(
    "number", [errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EACCES, errno.EROFS]
)
def test_whichever_call_fails_old_or_new_is_there_whole_and_nothing_beside_it(
    report: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    tried = 0
    for failing in failures(lambda: OSError(number, os.strerror(number))):
        tried += 1
        report.write_bytes(OLD)
        with monkeypatch.context() as patch:
            patch.setattr(module, "os", failing)
            try:
                replace(str(report), OLD, NEW)
                expected = NEW
            except WriteError:
                expected = OLD
        assert report.read_bytes() == expected, failing.done
        assert names(report) == [report.name], failing.done
    assert tried > 5


def test_interrupted_at_any_call_old_or_new_is_there_whole_and_nothing_beside_it(
    report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = 0
    for failing in failures(KeyboardInterrupt):
        tried += 1
        report.write_bytes(OLD)
        with monkeypatch.context() as patch:
            patch.setattr(module, "os", failing)
            with suppress(KeyboardInterrupt):
                replace(str(report), OLD, NEW)
        assert report.read_bytes() in (OLD, NEW), failing.done
        assert names(report) == [report.name], failing.done
    assert tried > 5


def test_a_disk_that_takes_a_part_only_leaves_the_old_file(
    report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: real(handle, bytes(data)[:7]))
    replace(str(report), OLD, NEW)
    assert report.read_bytes() == NEW

    room = iter([100])

    def full(handle: int, data: Any) -> int:
        left = next(room, 0)
        if not left:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(handle, bytes(data)[:left])

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(WriteError):
        replace(str(report), NEW, OLD)
    assert report.read_bytes() == NEW
    assert names(report) == [report.name]


@pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("mount") is None,
    reason="a small disk is made with mount",
)
def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)],
        capture_output=True,
        check=False,
    )
    if made.returncode != 0:
        pytest.skip("no right to mount")
    try:
        path = disk / "a.md"
        path.write_bytes(b"o" * 40_000)
        with pytest.raises(WriteError):
            replace(str(path), b"o" * 40_000, b"n" * 60_000)
        assert path.read_bytes() == b"o" * 40_000
        assert names(path) == ["a.md"]
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@POSIX
def test_nothing_is_written_through_a_link_that_leads_out_of_the_tree(tmp_path: Path) -> None:
    victim = tmp_path / "victim.md"
    victim.write_bytes(OLD)
    clone = tmp_path / "clone"
    (clone / ".git").mkdir(parents=True)
    (clone / "a.md").symlink_to(victim)
    (clone / "folder").symlink_to(tmp_path)
    for path in (clone / "a.md", clone / "folder" / "victim.md"):
        with pytest.raises(WriteError, match="link"):
            replace(str(path), OLD, NEW)
        with pytest.raises(UserError, match="link"):
            write_output(str(path), "findings")
    with pytest.raises(UserError, match="link"):
        create(str(clone / "folder" / "new.md"), "text")
    assert victim.read_bytes() == OLD
    assert sorted(os.listdir(tmp_path)) == ["clone", "victim.md"]


@POSIX
def test_planted_links_are_not_followed_whatever_their_names(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(OLD)
    tree = tmp_path / "tree"
    tree.mkdir()
    for number in range(300):
        (tree / f".reportlint-{number}.tmp").symlink_to(victim)
    (tree / f".reportlint-{os.getpid()}.tmp").symlink_to(victim)
    write_output(str(tree / "out.json"), "[]")
    put(str(tree / "entry"), b"{}")
    assert victim.read_bytes() == OLD
    assert not (tree / "out.json").is_symlink()
    planted = tree / "planted"
    planted.symlink_to(victim)
    put(str(planted), b"{}")  # takes the place of the link
    (tree / "new.md").symlink_to(victim)
    with pytest.raises(UserError, match="exists"):
        create(str(tree / "new.md"), "text")
    assert victim.read_bytes() == OLD
    assert planted.read_bytes() == b"{}"


def test_a_report_is_not_overwritten_by_what_is_said_of_it(report: Path) -> None:
    for path in (report, report.parent / "." / report.name):
        with pytest.raises(UserError, match="one of the checked reports"):
            write_output(str(path), "findings", ["elsewhere.md", str(report)])
    assert report.read_bytes() == OLD


def test_a_name_that_no_file_can_have_is_the_users_mistake(report: Path) -> None:
    for name in ("a\0b", "a\ud800b" * (os.name == "nt") or "a\0"):
        with pytest.raises(UserError):
            write_output(str(report.parent / name), "findings")
        with pytest.raises(UserError):
            create(str(report.parent / name), "text")


def test_a_file_that_is_there_is_not_created(report: Path) -> None:
    with pytest.raises(UserError, match="exists"):
        create(str(report), "text")
    with pytest.raises(UserError, match="no such folder"):
        create(str(report.parent / "none" / "a.md"), "text")
    assert report.read_bytes() == OLD


def test_only_what_a_killed_run_has_left_is_removed(report: Path) -> None:
    old, young, other, whose = (
        report.parent / f"{PREFIX}{name}{SUFFIX}" for name in ("0" * 16, "1" * 16, "f" * 16, "草稿")
    )
    old.write_bytes(b"")
    young.write_bytes(b"")
    other.mkdir()
    mine = report.parent / "notes.tmp"
    mine.write_bytes(b"")
    whose.write_bytes("改了三天的稿子".encode())
    long_ago = time.time() - LEFT_OVER - 60
    for path in (old, other, mine, whose):
        os.utime(path, (long_ago, long_ago))
    replace(str(report), OLD, NEW)
    assert names(report) == sorted([young.name, other.name, mine.name, whose.name, report.name])


@POSIX
def test_a_link_of_such_a_name_stays_as_no_run_of_ours_made_it(report: Path) -> None:
    whose = report.parent / "稿子"
    whose.write_bytes(b"")
    os.utime(whose, (1, 1))
    link = report.parent / f"{PREFIX}{'a' * 16}{SUFFIX}"
    link.symlink_to(whose)
    replace(str(report), OLD, NEW)
    assert names(report) == sorted([link.name, whose.name, report.name])


@pytest.mark.parametrize(
    ("stem", "is_temporary"),
    [
        ("0123456789abcdef", True),
        ("0123456789ABCDEF", False),
        ("notes-2026-11-27", False),
        ("0123456789abcde", False),
        ("", False),
    ],
)
def test_a_name_of_ours_is_known_by_all_of_it(stem: str, is_temporary: bool) -> None:
    assert module._is_aside(f"{PREFIX}{stem}{SUFFIX}") == is_temporary


def test_what_cannot_be_written_whole_is_not_created(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int, data: memoryview) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(module.os, "write", full)
    with pytest.raises(UserError, match="cannot be written"):
        module.create(str(tmp_path / "new.md"), "述职报告\n")
    assert list(tmp_path.iterdir()) == []


# -- what must change, and how
# ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("new", [NEW, b"", b"\x00\xff" * 9])
def test_the_new_bytes_are_there(report: Path, new: bytes) -> None:
    replace(str(report), OLD, new)
    assert report.read_bytes() == new
    assert names(report) == [report.name]


@POSIX
@pytest.mark.parametrize("mode", [0o644, 0o600, 0o664, 0o755, 0o640])
def test_the_mode_is_kept_whatever_the_umask(report: Path, mode: int) -> None:
    report.chmod(mode)
    before = os.umask(0o077)
    try:
        replace(str(report), OLD, NEW)
    finally:
        os.umask(before)
    assert stat.S_IMODE(report.stat().st_mode) == mode


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644])
def test_nobody_else_can_read_the_temporary_file(
    report: Path, mode: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    modes = []
    real = os.write

    def write(handle: int, data: Any) -> int:
        modes.append(stat.S_IMODE(os.fstat(handle).st_mode))
        return real(handle, data)

    report.chmod(mode)
    monkeypatch.setattr(os, "write", write)
    before = os.umask(0)
    try:
        replace(str(report), OLD, NEW)
    finally:
        os.umask(before)
    assert modes == [0o600]


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away"
)
def test_the_owner_is_kept(report: Path) -> None:
    os.chown(report, 1234, 2345)
    replace(str(report), OLD, NEW)
    assert (report.stat().st_uid, report.stat().st_gid) == (1234, 2345)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may")
def test_the_group_is_kept_where_the_owner_may_not_be(
    report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fchown

    def refuse(handle: int, owner: int, group: int) -> None:
        if owner >= 0:
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))
        real(handle, owner, group)

    os.chown(report, 1234, 2345)
    monkeypatch.setattr(os, "fchown", refuse)
    replace(str(report), OLD, NEW)
    assert (report.stat().st_uid, report.stat().st_gid) == (os.geteuid(), 2345)
    assert report.read_bytes() == NEW


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="no extended attributes")
def test_extended_attributes_are_kept(report: Path) -> None:
    try:
        os.setxattr(report, "user.note", b"checked")
    except OSError:
        pytest.skip("not on this file system")
    replace(str(report), OLD, NEW)
    assert os.getxattr(report, "user.note") == b"checked"


ACL = struct.pack(
    "<I" + "HHI" * 5,
    2,  # the version, then: what the entry is for, its rights, whose they are
    *(0x01, 6, 0xFFFFFFFF),  # the owner
    *(0x02, 4, 12345),  # another user
    *(0x04, 0, 0xFFFFFFFF),  # the group
    *(0x10, 4, 0xFFFFFFFF),  # the mask
    *(0x20, 0, 0xFFFFFFFF),  # all others
)


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="this system has none")
def test_an_access_list_is_kept(report: Path) -> None:
    try:
        os.setxattr(report, "system.posix_acl_access", ACL)
    except OSError:
        pytest.skip("not on this file system")
    before = report.stat().st_mode
    replace(str(report), OLD, NEW)
    assert os.getxattr(report, "system.posix_acl_access") == ACL
    assert report.stat().st_mode == before


@POSIX
def test_a_link_stays_a_link_and_its_target_is_written(report: Path, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    target = report.rename(tmp_path / "there" / "a.md")
    report.symlink_to(target)
    replace(str(report), OLD, NEW)
    assert report.is_symlink()
    assert target.read_bytes() == NEW
    assert names(target) == ["a.md"]


KILLED = """\
import sys
from reportlint.files.atomic import replace
old, new = b"old " * 50_000, b"new " * 70_000
print(flush=True)
while True:
    replace(sys.argv[1], old, new)
    replace(sys.argv[1], new, old)
"""


@POSIX
def test_killed_at_any_moment_old_or_new_is_there_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    old, new = b"old " * 50_000, b"new " * 70_000
    chance = random.Random(6)
    environment = {**os.environ, "PYTHONPATH": str(Path(reportlint.__file__).parents[1])}
    for _ in range(15):
        path.write_bytes(old)
        with subprocess.Popen(
            [sys.executable, "-c", KILLED, str(path)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(chance.random() * 0.03)
            process.kill()
            _, errors = process.communicate()
        assert errors == b""
        assert path.read_bytes() in (old, new)
        assert all(name == "a.md" or name.startswith(PREFIX) for name in names(path))


@pytest.mark.parametrize(("umask", "mode"), [(0o027, 0o640), (0, 0o666)])
def test_a_new_file_is_as_the_umask_leaves_it(tmp_path: Path, umask: int, mode: int) -> None:
    before = os.umask(umask)
    try:
        write_output(str(tmp_path / "out.json"), "[]")
        create(str(tmp_path / "new.md"), "# 报告\n")
    finally:
        os.umask(before)
    if os.name == "posix":
        assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {mode}
    assert (tmp_path / "new.md").read_bytes() == "# 报告\n".encode()
    assert (tmp_path / "out.json").read_bytes() == b"[]"


@POSIX
def test_a_report_and_its_folder_are_forced_to_the_disk_and_no_handle_is_left(
    report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forced: list[int] = []
    opened: set[int] = set()
    real = {name: getattr(os, name) for name in ("fsync", "open", "close")}

    def fsync(handle: int) -> None:
        forced.append(os.fstat(handle).st_ino)
        real["fsync"](handle)

    def open_(*arguments: Any, **named: Any) -> int:
        handle = real["open"](*arguments, **named)
        opened.add(handle)
        return int(handle)

    def close(handle: int) -> None:
        opened.discard(handle)
        real["close"](handle)

    for name, call in (("fsync", fsync), ("open", open_), ("close", close)):
        monkeypatch.setattr(os, name, call)
    replace(str(report), OLD, NEW)
    assert forced == [report.stat().st_ino, report.parent.stat().st_ino]
    assert not opened
    forced.clear()
    monkeypatch.chdir(report.parent)
    replace(report.name, NEW, OLD)
    write_output("out.json", "[]")  # can be made again: the disk is not waited for
    assert forced == [report.stat().st_ino, report.parent.stat().st_ino]
    assert not opened


@POSIX
def test_a_pipe_is_written_to_as_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "out"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_output(str(pipe), "[]\n")
        assert os.read(reader, 100) == b"[]\n"
    finally:
        os.close(reader)
    assert names(pipe) == [pipe.name]


def test_what_is_added_to_a_file_stands_behind_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "summary.md"
    for text in ("一\n", "二\ud800\n"):
        append_output(str(path), text)
    assert path.read_bytes() == "一\n二\\ud800\n".encode()
    for wrong in ("none/summary.md", "a\0"):
        with pytest.raises(UserError, match="cannot be written"):
            append_output(str(tmp_path / wrong), "一\n")
