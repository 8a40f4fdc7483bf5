"""Records of a Parquet file as lines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pa = pytest.importorskip("pyarrow", reason="the extra `parquet` is not installed")
pq = pytest.importorskip("pyarrow.parquet", reason="the extra `parquet` is not installed")
from reportlint.engines.parquet import lines


def test_lines_have_what_a_record_has(tmp_path: Path) -> None:
    table = pa.table({"path": ["a", None, "c"], "text": ["甲", "乙", ""], "size": [1, 2, 3]})
    pq.write_table(table, tmp_path / "in.parquet")
    made = [json.loads(line) for batch in lines(tmp_path / "in.parquet") for line in batch]
    assert made == [{"path": "a", "text": "甲"}, {"path": "record-2", "text": "乙"}]


def test_without_a_text_there_are_no_records(tmp_path: Path) -> None:
    pq.write_table(pa.table({"path": ["a"]}), tmp_path / "in.parquet")
    with pytest.raises(ValueError, match="no column"):
        list(lines(tmp_path / "in.parquet"))
