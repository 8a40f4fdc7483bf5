"""Configurations and rules are read only from regular files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportlint.core.errors import UserError
from reportlint.files import reader
from reportlint.files.reader import Disk


def _missing(path: Path) -> None:
    pass


def _folder(path: Path) -> None:
    path.mkdir()


def _broken_link(path: Path) -> None:
    path.symlink_to("nowhere")


def _loop(path: Path) -> None:
    path.symlink_to(path)


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _large(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(reader.MOST_BYTES + 1)


def _undecodable(path: Path) -> None:
    path.write_bytes(b"\xff\xff\xff\xff")


@pytest.mark.parametrize("make", [_missing, _folder])
def test_there_is_no_file(tmp_path: Path, make: object) -> None:
    make(tmp_path / "a.yaml")  # type: ignore[operator]
    assert Disk().read(str(tmp_path / "a.yaml")) is None


@pytest.mark.skipif(os.name != "posix", reason="pipes and devices are named by POSIX")
@pytest.mark.parametrize(
    ("make", "message"),
    [
        (_broken_link, "a link that leads nowhere"),
        (_loop, "a link that leads nowhere"),
        (_pipe, "no regular file"),
        (_device, "no regular file"),
        (_large, "larger than 50 MB"),
        (_undecodable, "not UTF-8"),
    ],
)
def test_it_cannot_be_read(tmp_path: Path, make: object, message: str) -> None:
    make(tmp_path / "a.yaml")  # type: ignore[operator]
    with pytest.raises(UserError, match=message):
        Disk().read(str(tmp_path / "a.yaml"))


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    assert Disk().read(f"{tmp_path}/a\0b") is None
    assert list(Disk().list(f"{tmp_path}/a\0b")) == []


def test_the_text_and_the_names(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("甲: 乙\n", encoding="utf-8")
    (tmp_path / "a").mkdir()
    assert Disk().read(str(tmp_path / "b.yaml")) == "甲: 乙\n"
    assert list(Disk().list(str(tmp_path))) == ["a", "b.yaml"]
    assert list(Disk().list(str(tmp_path / "none"))) == []
