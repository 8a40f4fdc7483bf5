"""Count the findings of a Parquet file with DuckDB: python duckdb_query.py reports.parquet"""

from __future__ import annotations

import sys

import duckdb

from reportlint import Linter
from reportlint.engines.duckdb import check_query

if __name__ == "__main__":
    with duckdb.connect() as connection:
        findings = check_query(connection, f"SELECT * FROM read_parquet('{sys.argv[1]}')", Linter())
        print(duckdb.sql("SELECT rule, count(*) AS n FROM findings GROUP BY rule ORDER BY n DESC"))
