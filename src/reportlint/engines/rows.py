"""Rows of findings for records, and their Arrow schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reportlint._startup.typed import TYPE_CHECKING, Any
from reportlint.finding import COLUMNS
from reportlint.linter import RECORD_KEYS, Linter

if TYPE_CHECKING:
    import pyarrow as pa


def rows_of(linter: Linter, records: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """A row for each finding of each record, in order; records without a text are skipped.

    Raises UserError for an unknown type or format.
    """
    for record in records:
        known = {name: record[name] for name in RECORD_KEYS if record.get(name)}
        if "text" in known:
            for finding in linter.lint(**known):
                yield finding.row()


def schema() -> pa.Schema:
    """The Arrow schema of the rows. No column is ever null."""
    import pyarrow as pa

    kinds = {
        "string": pa.string(),
        "int32": pa.int32(),
        "int64": pa.int64(),
        "bool": pa.bool_(),
        "list<string>": pa.list_(pa.string()),
    }
    return pa.schema([pa.field(name, kinds[kind], False) for name, kind in COLUMNS.items()])


def batch_of(linter: Linter, batch: pa.RecordBatch) -> pa.RecordBatch:
    """The findings of a batch of records as a batch of rows."""
    import pyarrow as pa

    names = [name for name in RECORD_KEYS if name in batch.schema.names]
    records = batch.select(names).to_pylist()
    return pa.RecordBatch.from_pylist(list(rows_of(linter, records)), schema=schema())
