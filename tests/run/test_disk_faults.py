"""Files that change between the moment they are found and the moment they are read: the finding is
in the reader's language, the other files are checked, and the exit status is that of findings."""

from __future__ import annotations

import errno
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reportlint.cli.main import main
from reportlint.files import sources
from reportlint.files.walk import find

BAD = "取缔场所XX家。\n"
Fault = Callable[[Path, pytest.MonkeyPatch], object]
pytestmark = pytest.mark.skipif(os.name != "posix", reason="pipes, links and modes of POSIX")


YEAR = 365 * 86_400
HOUSE = {  # instead of the packs that are built in, which take most of the time
    ".reportlint.yaml": "extends: [./house]\n",
    "house/pack.yaml": "id: house\nname: House\n",
    "house/blank.yaml": "kind: pattern\nmessage: {zh: 空着, en: blank}\nwords: [XX]\n",
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(BAD, encoding="utf-8")
    return tmp_path


@pytest.fixture
def small(here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder with a cache of its own, and with one rule; with more files than are checked
    without looking anything up."""
    monkeypatch.setenv("REPORTLINT_CACHE_DIR", str(here / ".cache"))
    monkeypatch.setattr("reportlint.config.shipped._places", lambda: (str(here),) * 2)
    for name, text in HOUSE.items():
        (here / name).parent.mkdir(exist_ok=True)
        (here / name).write_text(text, encoding="utf-8")
    for number in range(30):
        (here / f"c{number:02}.txt").write_text(BAD, encoding="utf-8")
    return here


def vanishes(path: Path, patch: pytest.MonkeyPatch) -> None:
    path.unlink()


def becomes_a_pipe(path: Path, patch: pytest.MonkeyPatch) -> None:
    path.unlink()
    os.mkfifo(path)


def becomes_a_device(path: Path, patch: pytest.MonkeyPatch) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def becomes_a_link_to_itself(path: Path, patch: pytest.MonkeyPatch) -> None:
    path.unlink()
    path.symlink_to(path.name)


def fails(number: int) -> Fault:
    """Opening the file fails; root may read any file, so the system's answer is given here."""

    def fault(path: Path, patch: pytest.MonkeyPatch) -> None:
        real = os.open

        def refuse(name: str, *rest: int) -> int:
            if name == path.name:
                raise OSError(number, os.strerror(number), name)
            return real(name, *rest)

        patch.setattr(sources.os, "open", refuse)

    return fault


def grows_without_end(path: Path, patch: pytest.MonkeyPatch) -> None:
    real, size = sources._read, path.stat().st_size + 1

    def read(handle: int, most: int) -> bytes | None:
        return None if os.fstat(handle).st_size == size else real(handle, most)

    path.write_bytes(path.read_bytes() + b"\n")
    patch.setattr(sources, "_read", read)


FAULTS = {
    "vanishes": (vanishes, "no such file, or a broken symbolic link", "文件不存在"),
    "becomes a pipe": (becomes_a_pipe, "it is no regular file", "不是普通文件"),
    "becomes a device": (becomes_a_device, "it is no regular file", "不是普通文件"),
    "becomes a link to itself": (
        becomes_a_link_to_itself,
        os.strerror(errno.ELOOP),
        "符号链接绕成了圈",
    ),
    "loses its permission": (fails(errno.EACCES), "permission denied", "没有读取权限"),
    "lies behind a file": (
        fails(errno.ENOTDIR),
        os.strerror(errno.ENOTDIR),
        "路径中有一段不是文件夹",
    ),
    "lies on a bad disk": (fails(errno.EIO), os.strerror(errno.EIO), "磁盘或网络读写出错"),
    "lies on a server that is gone": (
        fails(errno.ESTALE),
        os.strerror(errno.ESTALE),
        "已不在服务器上",
    ),
    "finds no handle left": (fails(errno.EMFILE), os.strerror(errno.EMFILE), "打开的文件太多"),
    "is larger than is read": (grows_without_end, "it is larger than 1000 MB", "超过 1000 MB"),
}


def replaced(path: Path, patch: pytest.MonkeyPatch) -> None:
    path.with_suffix(".new").write_text(BAD.replace("XX", "XXX"), encoding="utf-8")
    path.with_suffix(".new").replace(path)


def grows(path: Path, patch: pytest.MonkeyPatch) -> None:
    """It gets one more line while it is read."""
    real, path_size = os.read, path.stat().st_size

    def read(handle: int, size: int) -> bytes:
        part = real(handle, size)
        if len(part) == path_size and path.stat().st_size == path_size:
            with path.open("a", encoding="utf-8") as stream:
                stream.write("走访XX户。\n")
        return part

    patch.setattr(sources.os, "read", read)


READ = {"is replaced": (replaced, ["1:5"]), "grows": (grows, ["1:5", "2:3"])}


def lint(fault: Fault, path: Path, *arguments: str) -> int:
    """Run the tool; the fault occurs when the files have been found."""
    with pytest.MonkeyPatch.context() as patch:

        def found(*names: object, **options: object) -> list[str]:
            paths = find(*names, **options)  # type: ignore[arg-type]
            fault(path, patch)
            return paths

        patch.setattr("reportlint.files.origin.find", found)
        return main(["check", "--no-cache", "-f", "concise", *arguments])


@pytest.mark.parametrize("name", FAULTS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_is_told_and_the_other_files_are_checked(
    name: str, language: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fault, en, zh = FAULTS[name]
    assert lint(fault, here / "b.txt", "--lang", language, ".") == 1
    a, b, c, _ = capsys.readouterr().out.splitlines()
    assert a.startswith("a.txt:1:5: error placeholder")
    assert b.startswith("b.txt:1:1: error unreadable")
    assert (en if language == "en" else zh) in b
    assert c.startswith("c.txt:1:5: error placeholder")


@pytest.mark.parametrize("name", READ)
def test_what_is_there_when_it_is_read_is_checked(
    name: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fault, places = READ[name]
    assert lint(fault, here / "b.txt", "--lang", "en", ".") == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(" ")[0] for line in lines if line.startswith("b.txt")] == [
        f"b.txt:{place}:" for place in places
    ]


@pytest.mark.parametrize("name", FAULTS)
def test_a_fix_leaves_it_alone_and_mends_the_others(
    name: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for each in "abc":
        (here / f"{each}.txt").write_text("一是学习；二是调研；四是落实。\n", encoding="utf-8")
    fault, *_ = FAULTS[name]
    assert lint(fault, here / "b.txt", "--lang", "en", "--fix", "--unsafe-fixes", ".") == 1
    assert "b.txt:1:1: error unreadable" in capsys.readouterr().out
    for each in "ac":
        assert "三是落实" in (here / f"{each}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("en", "not fixed: a link leads out of the checked folder"),
        ("zh", "未改：符号链接指向所查文件夹之外"),
    ],
)
def test_a_fix_through_a_link_that_leads_out_is_refused_and_told(
    language: str, message: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "一是学习；二是调研；四是落实。\n"
    outside = here / "outside.txt"
    (here / "repo" / ".git").mkdir(parents=True)
    for path in (outside, here / "repo" / "a.txt"):
        path.write_text(text, encoding="utf-8")
    (here / "repo" / "b.txt").symlink_to(outside)
    assert main(["check", "--lang", language, "--fix", "--unsafe-fixes", "repo"]) == 1
    assert f"b.txt: {message}" in capsys.readouterr().err
    assert outside.read_text(encoding="utf-8") == text
    assert "三是落实" in (here / "repo" / "a.txt").read_text(encoding="utf-8")


def test_what_is_no_file_is_passed_over_in_a_folder(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "sub").mkdir()
    os.mkfifo(here / "sub" / "pipe.txt")
    for number, target in enumerate(("/dev/zero", "/dev/stdin", "pipe.txt", "nowhere", "..")):
        (here / "sub" / f"{number}.txt").symlink_to(target)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("sub/listening.txt")
        assert main(["check", "--lang", "en", "-f", "concise", "sub"]) == 0
    assert capsys.readouterr().out == "0 files checked: no file to check was found.\n"


def test_a_cache_that_others_plant_in_is_no_harm(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def result() -> tuple[int, str]:
        return main(["check", "--lang", "en", "-f", "concise", "."]), capsys.readouterr().out

    before = result()
    victim = tmp_path / "victim"
    victim.write_text("precious", encoding="utf-8")
    cache = small / ".cache"
    assert cache.stat().st_mode & 0o077 == 0
    cache.chmod(0o777)
    planted = sorted(path for path in cache.iterdir() if path.is_file())
    assert len(planted) > 2
    for plant in (os.mkfifo, lambda path: path.symlink_to(victim), lambda path: path.mkdir()):
        for path in planted:
            path.unlink(missing_ok=True)
            plant(path)
        assert result() == result() == before
        assert victim.read_text(encoding="utf-8") == "precious"
        for path in planted:
            if path.is_dir():
                path.rmdir()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("en", "reportlint: /dev/full: cannot be written: No space left on device\n"),
        ("zh", "reportlint: /dev/full: 写不了：磁盘已满\n"),
    ],
)
def test_a_full_disk_is_told(
    language: str, message: str, small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--lang", language, "-o", "/dev/full", "."]) == 2
    assert capsys.readouterr().err == message


@pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("mount") is None,
    reason="a small disk is made with mount",
)
def test_a_cache_on_a_full_disk_is_done_without(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    disk = small / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("no right to mount")
    try:
        (disk / "others").write_bytes(b"x" * 12_000)  # a page is left, less than SQLite needs
        monkeypatch.setenv("REPORTLINT_CACHE_DIR", str(disk))
        for _ in range(2):
            assert main(["check", "--lang", "en", "-f", "concise", "."]) == 1
            printed = capsys.readouterr()
            assert printed.out.count("blank blank") == 33
            assert printed.err == ""
        assert not [path for path in disk.iterdir() if path.suffix == ".tmp"]
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize("jump", [-30 * YEAR, -7200, 7200, 100 * YEAR])
def test_a_clock_that_jumps_changes_nothing(
    jump: int, small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def result() -> tuple[int, list[str]]:
        status = main(["check", "--lang", "en", "-f", "concise", "."])
        return status, capsys.readouterr().out.splitlines()[:-1]

    names = ["a", "b", "c", *(f"c{number:02}" for number in range(30))]
    blank = [f"{name}.txt:1:5: warning blank blank" for name in names]
    assert result() == (1, blank)
    now, now_ns = time.time, time.time_ns
    monkeypatch.setattr(time, "time", lambda: now() + jump)
    monkeypatch.setattr(time, "time_ns", lambda: now_ns() + jump * 10**9)
    assert result() == result() == (1, blank)
    (small / "b.txt").write_text(BAD.replace("XX", "二三"), encoding="utf-8")
    assert result() == (1, [blank[0], *blank[2:]])
