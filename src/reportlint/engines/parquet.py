"""Parquet in, Parquet out, a batch at a time: memory does not grow with the archive."""

from __future__ import annotations

import os
from collections.abc import Iterable

from reportlint._startup.typed import TYPE_CHECKING
from reportlint.engines.rows import RECORD, batch_of, schema
from reportlint.linter import Linter

if TYPE_CHECKING:
    import pyarrow as pa

BATCH = 256  # records that are in memory at a time


def check_parquet(
    linter: Linter, source: str | os.PathLike[str], target: str | os.PathLike[str]
) -> int:
    """Write the findings of the records in the Parquet file `source` to `target`; how many there are.

    `target` is there when the last row is written, or not at all. Raises OSError, and ValueError
    where `source` has no column `text`.
    """
    import pyarrow.parquet as pq

    file = pq.ParquetFile(os.fspath(source))
    names = [name for name in RECORD if name in file.schema_arrow.names]
    if "text" not in names:
        raise ValueError(f"{os.fspath(source)} has no column `text`")
    return write(linter, file.iter_batches(BATCH, columns=names), target)


def write(linter: Linter, batches: Iterable[pa.RecordBatch], target: str | os.PathLike[str]) -> int:
    """Write the findings of batches of records to the Parquet file `target`; how many there are."""
    import pyarrow.parquet as pq

    aside, found = f"{os.fspath(target)}.part", 0
    try:
        with pq.ParquetWriter(aside, schema()) as writer:
            for batch in batches:
                rows = batch_of(linter, batch)
                writer.write_batch(rows)
                found += rows.num_rows
        os.replace(aside, target)
    finally:
        if os.path.exists(aside):
            os.remove(aside)
    return found
