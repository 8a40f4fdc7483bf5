"""Reading a text always ends, whatever is at its path."""

from __future__ import annotations

import io
import os
import threading
from pathlib import Path

import pytest

from reportlint.files import sources
from reportlint.files.sources import (
    LFS_POINTER,
    UNDECODABLE,
    UNREADABLE,
    PointerError,
    SourceError,
    read,
    read_bytes,
    read_stdin,
    source_of,
    why,
)

POSIX = pytest.mark.skipif(os.name != "posix", reason="pipes and devices are named by POSIX")


def test_the_text_and_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "甲.md"
    path.write_bytes("述职\n".encode("gb18030") * 40_000)
    source = read(str(path), "gb18030")
    assert source.decoded.text == "述职\n" * 40_000
    assert source.data == path.read_bytes()
    assert (source.path, source.configured_encoding) == (str(path), "gb18030")


@POSIX
def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "zero.md").symlink_to("/dev/zero")
    (tmp_path / "broken.md").symlink_to("nowhere")
    (tmp_path / "folder.md").mkdir()
    for name, message in (
        ("pipe.md", "no regular file"),
        ("zero.md", "no regular file"),
        ("broken.md", "no such file"),
        ("folder.md", "a folder"),
        ("a\0b.md", "no such file"),
    ):
        with pytest.raises(SourceError, match=message) as raised:
            read(f"{tmp_path}/{name}")
        assert raised.value.rule == UNREADABLE


@pytest.mark.skipif(not os.path.isdir("/dev/fd"), reason="streams are files on some systems only")
def test_a_stream_that_a_shell_hands_over_is_read() -> None:
    read_end, write_end = os.pipe()
    writer = threading.Thread(
        target=lambda: (os.write(write_end, "述职".encode()), os.close(write_end))
    )
    writer.start()
    try:
        assert read_bytes(f"/dev/fd/{read_end}") == "述职".encode()
    finally:
        writer.join()
        os.close(read_end)


def test_no_more_is_read_than_anybody_wants(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"x" * 2_000_000)
    assert len(read_bytes(str(path), most=2_000_000)) == 2_000_000
    with pytest.raises(SourceError, match=r"larger than 1\.5 MB"):
        read_bytes(str(path), most=1_500_000)


def test_what_the_bytes_are_no_text_of() -> None:
    with pytest.raises(PointerError):
        source_of("a.md", LFS_POINTER + b"oid sha256:0\n")
    with pytest.raises(SourceError) as raised:
        source_of("a.md", b"\xff\xff\xff\xff")
    assert raised.value.rule == UNDECODABLE


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources.sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x\n"), "utf-8"))
    assert read_stdin("a.md").decoded.text == "x\n"


def test_reasons_are_in_both_languages() -> None:
    assert why(PermissionError(13, "x")).zh == "没有读取权限"
    assert why(FileNotFoundError(2, "x")).en.startswith("no such file")
    assert why(OSError(28, "x")).en == os.strerror(28)
