"""The library, the command line and every installed engine have the same findings."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reportlint import COLUMNS, Linter
from reportlint.engines.rows import rows_of

NUMBER = 400
RECORDS: list[dict[str, str]] = [
    {
        "path": f"{number:03}.txt",
        "text": f"走访随记\n\n取缔场所{'XX' if number % 3 else number}家。一是抓学习；"
        f"{'二' if number % 5 else '三'}是抓作风。\n",
    }
    for number in range(NUMBER)
]


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(language="zh")


def in_order(rows: Any) -> list[str]:
    return sorted(json.dumps(dict(row), ensure_ascii=False, sort_keys=True) for row in rows)


@pytest.fixture(scope="module")
def wanted(linter: Linter) -> list[str]:
    return in_order(rows_of(linter, RECORDS))


def test_a_record_without_a_text_is_none(linter: Linter) -> None:
    assert list(rows_of(linter, [{"path": "a.txt"}, {"text": None}, {"text": ""}])) == []


def test_the_command_line_says_the_same(wanted: list[str]) -> None:
    lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in RECORDS)
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "reportlint",
            "check",
            "--isolated",
            "--lang",
            "zh",
            "--from-ndjson",
            "-",
            "-f",
            "jsonl",
            "--exit-zero",
        ],
        input=lines.encode(),
        capture_output=True,
        check=True,
    )
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    places = [
        (row["path"], row["line"], row["column"], row["rule"], row["message"]) for row in rows
    ]
    library = [json.loads(row) for row in wanted]
    assert sorted(places) == sorted(
        (row["path"], row["line"], row["column"], row["rule"], row["message"]) for row in library
    )


def parquet(path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    pq.write_table(pa.Table.from_pylist(RECORDS), path)


def test_parquet(linter: Linter, wanted: list[str], tmp_path: Path) -> None:
    parquet(tmp_path / "in.parquet")
    pq = pytest.importorskip("pyarrow.parquet")
    from reportlint.engines.parquet import check_parquet

    count = check_parquet(linter, tmp_path / "in.parquet", tmp_path / "out.parquet")
    table = pq.read_table(tmp_path / "out.parquet")
    assert count == table.num_rows == len(wanted)
    assert table.schema.names == list(COLUMNS)
    assert in_order(table.to_pylist()) == wanted
    assert {path.name for path in tmp_path.iterdir()} == {"in.parquet", "out.parquet"}


def test_parquet_without_texts_writes_nothing(linter: Linter, tmp_path: Path) -> None:
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    from reportlint.engines.parquet import check_parquet

    pq.write_table(pa.table({"body": ["x"]}), tmp_path / "in.parquet")
    with pytest.raises(ValueError, match="text"):
        check_parquet(linter, tmp_path / "in.parquet", tmp_path / "out.parquet")
    assert not (tmp_path / "out.parquet").exists()


def test_duckdb(linter: Linter, wanted: list[str], tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    parquet(tmp_path / "in.parquet")
    from reportlint.engines.duckdb import check_query

    with duckdb.connect() as connection:
        path = str(tmp_path / "in.parquet")
        table = check_query(connection, f"SELECT * FROM read_parquet('{path}')", linter)
        assert in_order(table.read_all().to_pylist()) == wanted


@pytest.mark.filterwarnings("ignore")
def test_dask_loses_nothing_when_a_worker_is_killed(linter: Linter, wanted: list[str]) -> None:
    bag = pytest.importorskip("dask.bag")
    distributed = pytest.importorskip("distributed")
    from reportlint.engines.dask import check_bag

    with (
        distributed.LocalCluster(
            n_workers=3, threads_per_worker=1, dashboard_address=None
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        future = client.compute(check_bag(bag.from_sequence(RECORDS, partition_size=10), linter))
        victim = next(iter(client.run(os.getpid).values()))
        os.kill(victim, signal.SIGKILL)
        assert in_order(future.result(timeout=120)) == wanted


@pytest.mark.filterwarnings("ignore")
def test_spark(linter: Linter, wanted: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    sql = pytest.importorskip("pyspark.sql")
    import shutil

    if not shutil.which("java"):
        pytest.skip("Spark needs a Java runtime")
    from reportlint.engines.spark import check_frame

    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)  # else the first `python3` on the path
    builder = sql.SparkSession.builder.master("local[2]").appName("reportlint")
    spark = builder.config("spark.ui.enabled", "false").getOrCreate()
    try:
        frame = spark.createDataFrame(
            [(record["path"], record["text"]) for record in RECORDS], "path string, text string"
        )
        rows = [row.asDict() for row in check_frame(frame.repartition(4), linter).collect()]
        assert in_order(rows) == wanted
    finally:
        spark.stop()
