"""Pieces of bytes in one file."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint._startup import shipped_file
from reportlint._startup.shipped_file import ShippedFile, write

PIECES = {"a": b"first", "empty": b"", "b": (b"second" * 1000, "said")}


@pytest.fixture(params=[True, False], ids=["by parts", "as a whole"])
def path(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(shipped_file, "_READS_PARTS", request.param)
    made = tmp_path / "pieces.bin"
    write(str(made), "this", PIECES)
    return str(made)


def test_each_piece_comes_back(path: str) -> None:
    pieces = ShippedFile(path, "this")
    assert len(pieces) == len(PIECES)
    assert (pieces.get("a"), pieces.get("empty"), pieces.get("b")) == (
        b"first",
        b"",
        b"second" * 1000,
    )
    assert (pieces.index_value("a"), pieces.index_value("b")) == (None, "said")
    assert "a" in pieces
    assert "c" not in pieces
    assert pieces.get("c") is None


@pytest.mark.parametrize("good_for", ["that", ""])
def test_it_counts_as_not_there_for_anything_else(path: str, good_for: str) -> None:
    pieces = ShippedFile(path, good_for)
    assert len(pieces) == 0
    assert pieces.get("a") is None


def test_so_does_what_is_none(path: str, tmp_path: Path) -> None:
    assert len(ShippedFile(str(tmp_path / "missing"), "this")) == 0
    whole = Path(path).read_bytes()
    for wrong in (b"", whole[:3], whole[:12], b"\xff" * 100):
        Path(path).write_bytes(wrong)
        assert len(ShippedFile(path, "this")) == 0
