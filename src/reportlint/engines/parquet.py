"""Parquet in, Parquet out, batch by batch: memory does not grow with the archive."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator

from reportlint._startup.typed import TYPE_CHECKING
from reportlint.engines.rows import batch_of, schema
from reportlint.files.atomic import beside
from reportlint.linter import RECORD_KEYS, Linter

if TYPE_CHECKING:
    import pyarrow as pa

BATCH = 256  # records in memory at a time


def check_parquet(
    linter: Linter, source: str | os.PathLike[str], target: str | os.PathLike[str]
) -> int:
    """Write the findings of the records in the Parquet file `source` to `target`; return their
    number.

    `target` appears only when the last row is written. Raises OSError, and ValueError if `source`
    has no column `text`.
    """
    return write(linter, _batches(source), target)


def _batches(source: str | os.PathLike[str]) -> Iterator[pa.RecordBatch]:
    import pyarrow.parquet as pq

    with pq.ParquetFile(os.fspath(source)) as file:
        names = [name for name in RECORD_KEYS if name in file.schema_arrow.names]
        if "text" not in names:
            raise ValueError(f"{os.fspath(source)} has no column `text`")
        yield from file.iter_batches(BATCH, columns=names)


def lines(source: str | os.PathLike[str]) -> Iterator[list[bytes]]:
    """The records in the Parquet file `source` as lines of JSON for `check --from-ndjson`, batch by
    batch. Records without a text are skipped; a record without a path is named by its number.
    Raises as `check_parquet`."""
    number = 0
    for batch in _batches(source):
        rows = []
        for record in batch.to_pylist():
            number += 1
            if record["text"]:
                known = {name: value for name, value in record.items() if value}
                rows.append(json.dumps({"path": f"record-{number}", **known}).encode())
        yield rows


def write(linter: Linter, batches: Iterable[pa.RecordBatch], target: str | os.PathLike[str]) -> int:
    """Write the findings of batches of records to the Parquet file `target`; return their
    number."""
    import pyarrow.parquet as pq

    count = 0
    with beside(os.fspath(target)) as stream, pq.ParquetWriter(stream, schema()) as writer:
        for batch in batches:
            rows = batch_of(linter, batch)
            writer.write_batch(rows)
            count += rows.num_rows
    return count
