"""Records of a Parquet file as lines."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

pa = pytest.importorskip("pyarrow", reason="the extra `parquet` is not installed")
pq = pytest.importorskip("pyarrow.parquet", reason="the extra `parquet` is not installed")
from reportlint import Linter
from reportlint.engines.parquet import check_parquet, lines


def test_lines_have_what_a_record_has(tmp_path: Path) -> None:
    table = pa.table({"path": ["a", None, "c"], "text": ["甲", "乙", ""], "size": [1, 2, 3]})
    pq.write_table(table, tmp_path / "in.parquet")
    made = [json.loads(line) for batch in lines(tmp_path / "in.parquet") for line in batch]
    assert made == [{"path": "a", "text": "甲"}, {"path": "record-2", "text": "乙"}]


def test_without_a_text_there_are_no_records(tmp_path: Path) -> None:
    pq.write_table(pa.table({"path": ["a"]}), tmp_path / "in.parquet")
    with pytest.raises(ValueError, match="no column"):
        list(lines(tmp_path / "in.parquet"))


@pytest.fixture
def source(tmp_path: Path) -> str:
    path = tmp_path / "in.parquet"
    pq.write_table(pa.table({"text": ["取缔场所XX家。"] * 3}), path)
    return str(path)


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX")
def test_planted_links_are_not_followed(tmp_path: Path, source: str) -> None:
    victim = tmp_path / "victim"
    victim.write_text("precious", encoding="utf-8")
    folder = tmp_path / "clone"
    folder.mkdir()
    for name in ("out.parquet", "out.parquet.part", "out.parquet.tmp", ".out.parquet.part"):
        (folder / name).symlink_to(victim)
    assert check_parquet(Linter(), source, folder / "out.parquet") >= 3
    assert victim.read_text(encoding="utf-8") == "precious"
    assert not (folder / "out.parquet").is_symlink()
    assert pq.read_table(folder / "out.parquet").num_rows >= 3
    assert not [path for path in folder.iterdir() if path.name.startswith(".reportlint")]


def test_what_is_not_written_whole_is_not_there(
    tmp_path: Path, source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("reportlint.engines.parquet.batch_of", full)
    (tmp_path / "out.parquet").write_bytes(b"old")
    with pytest.raises(OSError, match="No space"):
        check_parquet(Linter(), source, tmp_path / "out.parquet")
    assert (tmp_path / "out.parquet").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.parquet", "out.parquet"]
