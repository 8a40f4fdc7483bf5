"""DuckDB: the findings of the records of a query, as a table that can be queried in turn."""

from __future__ import annotations

from reportlint._startup.typed import TYPE_CHECKING
from reportlint.engines.rows import batch_of, schema
from reportlint.linter import Linter

if TYPE_CHECKING:
    import pyarrow as pa
    from duckdb import DuckDBPyConnection

BATCH = 256  # records in memory at a time


def check_query(connection: DuckDBPyConnection, query: str, linter: Linter) -> pa.RecordBatchReader:
    """The findings of the records of `query`, as Arrow batches that are made while they are read.

    DuckDB reads the result as a table: `SELECT rule, count(*) FROM found GROUP BY rule`, if `found`
    is the variable that holds it.
    """
    import pyarrow as pa

    records = connection.sql(query).to_arrow_reader(BATCH)
    return pa.RecordBatchReader.from_batches(
        schema(), (batch_of(linter, batch) for batch in records)
    )
