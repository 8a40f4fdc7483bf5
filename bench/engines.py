"""Check the same reports with each engine: `python bench/engines.py --records 10000`.

The reports are generated once (`corpus.py`). They are checked by the library, by the command line
over a folder, as a stream, as a Parquet file, by DuckDB, by Dask with a cluster of worker processes
of which one is killed, and by Spark. The rows of each engine are sorted and hashed. The exit status
is 1 if two hashes differ. An engine that is not installed is listed and skipped.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
import corpus

from reportlint import Linter
from reportlint.engines.rows import rows_of

Rows = Iterable[Mapping[str, Any]]
COLUMNS = ("path", "line", "column", "end_line", "end_column", "rule", "severity", "message")
"""The fields of a finding that both the command line and the engines write."""


class Archive:
    """The reports that all engines check: as records, as a folder and as a Parquet file."""

    def __init__(self, folder: Path, records: int, size: int) -> None:
        self.folder = folder / "archive"
        self.table = folder / "in.parquet"
        self.records = [
            {"path": f"{number % 97:02}/{number}.txt", "text": corpus.report(number, size=size)}
            for number in range(records)
        ]
        for record in self.records:
            path = self.folder / record["path"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(record["text"], encoding="utf-8")
        self.linter = Linter(language="zh")

    def write_table(self) -> None:
        """Write the Parquet file."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        pq.write_table(pa.Table.from_pylist(self.records), self.table)


def library(archive: Archive) -> Rows:
    """Rows of the library."""
    return rows_of(archive.linter, archive.records)


def folder(archive: Archive) -> Rows:
    """Rows of the command line over a folder."""
    return _command(archive, [".", "--no-cache"])


def stream(archive: Archive) -> Rows:
    """Rows of the command line reading NDJSON from standard input."""
    lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in archive.records)
    return _command(archive, ["--from-ndjson", "-"], lines.encode())


def _command(archive: Archive, arguments: list[str], data: bytes = b"") -> Rows:
    options = ["--isolated", "--lang", "zh", "--format", "jsonl", "--exit-zero"]
    completed = subprocess.run(
        [sys.executable, "-m", "reportlint", "check", *arguments, *options],
        cwd=archive.folder,
        input=data,
        stdout=subprocess.PIPE,
        check=True,
    )
    return [json.loads(line) for line in completed.stdout.splitlines()]


def parquet(archive: Archive) -> Rows:
    """Rows of a Parquet file, written from one."""
    import pyarrow.parquet as pq

    from reportlint.engines.parquet import check_parquet

    archive.write_table()
    out = archive.table.with_name("out.parquet")
    check_parquet(archive.linter, archive.table, out)
    return pq.read_table(out).to_pylist()


def duckdb(archive: Archive) -> Rows:
    """Rows of a DuckDB query."""
    import duckdb

    from reportlint.engines.duckdb import check_query

    archive.write_table()
    with duckdb.connect() as connection:
        query = f"SELECT * FROM read_parquet('{archive.table}')"
        return check_query(connection, query, archive.linter).read_all().to_pylist()


def dask(archive: Archive) -> Rows:
    """Rows of a Dask bag; one of three worker processes is killed meanwhile."""
    import dask.bag
    import distributed

    from reportlint.engines.dask import check_bag

    cluster = distributed.LocalCluster(n_workers=3, threads_per_worker=1, dashboard_address=None)
    with cluster, distributed.Client(cluster) as client:
        bag = dask.bag.from_sequence(archive.records, partition_size=100)
        future = client.compute(check_bag(bag, archive.linter))
        time.sleep(5)  # until the workers are busy
        os.kill(next(iter(client.run(os.getpid).values())), signal.SIGKILL)
        rows: Rows = future.result()
        return rows


def spark(archive: Archive) -> Rows:
    """Rows of a Spark data frame. Raises ImportError if there is no Java."""
    from pyspark.sql import SparkSession

    from reportlint.engines.spark import check_frame

    if not shutil.which("java"):
        raise ImportError("Spark needs a Java runtime")
    archive.write_table()
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = builder.getOrCreate()
    try:
        records = session.read.parquet(str(archive.table)).repartition(8)
        return [row.asDict() for row in check_frame(records, archive.linter).collect()]
    finally:
        session.stop()


ENGINES: tuple[Callable[[Archive], Rows], ...] = (
    library,
    folder,
    stream,
    parquet,
    duckdb,
    dask,
    spark,
)


def hashed(rows: Rows) -> tuple[int, str]:
    """The number of rows, and a hash of the sorted rows."""
    lines = sorted(json.dumps([row[name] for name in COLUMNS], ensure_ascii=False) for row in rows)
    return len(lines), hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def main() -> int:
    """Run all engines and print a table; the exit status, 1 if two engines disagree."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--records", type=int, default=1000)
    parser.add_argument("--size", type=int, default=1500, help="approximate bytes of a report")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        archive = Archive(Path(temporary), arguments.records, arguments.size)
        print("| engine | findings | hash | seconds |\n|---|---|---|---|")
        hashes = {_measured(engine, archive) for engine in ENGINES} - {""}
    print("the same" if len(hashes) == 1 else "NOT the same")
    return int(len(hashes) != 1)


def _measured(engine: Callable[[Archive], Rows], archive: Archive) -> str:
    """Run an engine and print its row; the hash of its findings, "" if it is not installed."""
    start = time.perf_counter()
    try:
        findings, digest = hashed(engine(archive))
    except ImportError as error:
        print(f"| {engine.__name__} | not installed: {error} | | |", flush=True)
        return ""
    seconds = time.perf_counter() - start
    print(f"| {engine.__name__} | {findings:,} | {digest} | {seconds:.0f} |", flush=True)
    return digest


if __name__ == "__main__":
    raise SystemExit(main())
