"""Spark: a data frame of records → a data frame of findings, by Arrow batches in Python workers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from reportlint._startup.typed import TYPE_CHECKING
from reportlint.engines.rows import batch_of
from reportlint.finding import COLUMNS
from reportlint.linter import RECORD_KEYS, Linter

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame

_TYPES = {
    "string": "string",
    "int32": "int",
    "int64": "bigint",
    "bool": "boolean",
    "list<string>": "array<string>",
}
SCHEMA = ", ".join(f"`{name}` {_TYPES[kind]}" for name, kind in COLUMNS.items())
"""The columns of the findings, as a Spark schema."""


def check_frame(records: DataFrame, linter: Linter) -> DataFrame:
    """The findings of a data frame of records, as a lazy data frame."""
    names = [name for name in RECORD_KEYS if name in records.columns]
    rows: DataFrame = records.select(names).mapInArrow(_mapped(linter), SCHEMA)
    return rows


def _mapped(linter: Linter) -> Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    def batches(records: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        return (batch_of(linter, batch) for batch in records)

    return batches
