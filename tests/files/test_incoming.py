"""Lines of a stream."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportlint.core.errors import UserError
from reportlint.files import incoming
from reportlint.files.incoming import batches, names, open_stream


def read(path: Path, data: bytes) -> list[list[bytes]]:
    path.write_bytes(data)
    handle = open_stream(str(path))
    try:
        return list(batches(handle))
    finally:
        os.close(handle)


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (b"", []),
        (b"a", [b"a"]),
        (b"a\n", [b"a"]),
        (b"a\n\nb", [b"a", b"", b"b"]),
        (b"x" * 900_000 + b"\ny\n", [b"x" * 900_000, b"y"]),
    ],
)
def test_lines(tmp_path: Path, data: bytes, lines: list[bytes]) -> None:
    assert [line for batch in read(tmp_path / "in", data) for line in batch] == lines


def test_no_batch_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incoming, "MOST_BYTES", 1000)
    made = read(tmp_path / "in", b"x" * 99 + b"\n" + (b"x" * 99 + b"\n") * 99)
    assert sum(map(len, made)) == 100
    assert max(map(len, made)) <= 11
    monkeypatch.setattr(incoming, "MOST_LINES", 3)
    assert max(map(len, read(tmp_path / "in", b"x\n" * 100))) == 3


def test_what_is_there_comes_at_once() -> None:
    read_end, write_end = os.pipe()
    made = batches(read_end)
    os.write(write_end, b"a\nb")
    assert next(made) == [b"a"]
    os.write(write_end, b"c\n")
    assert next(made) == [b"bc"]
    os.close(write_end)
    assert list(made) == []
    os.close(read_end)


def test_names(tmp_path: Path) -> None:
    path = tmp_path / "names"
    path.write_bytes(b"a\0b c\n\0\0\xff\0")
    assert names(str(path)) == ["a", "b c\n", os.fsdecode(b"\xff")]
    for wrong in (str(tmp_path / "none"), "a\0b"):
        with pytest.raises(UserError):
            names(wrong)
