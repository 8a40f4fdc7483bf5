"""Check all reports of a folder on a Dask cluster of this machine: python dask_bag.py FOLDER"""

from __future__ import annotations

import sys
from pathlib import Path

import dask.bag as db
from distributed import Client

from reportlint import Linter
from reportlint.engines.dask import check_bag


def record(path: Path) -> dict[str, str]:
    """A record of the report at a path."""
    return {"path": str(path), "text": path.read_text("utf-8")}


if __name__ == "__main__":
    files = sorted(Path(sys.argv[1]).rglob("*.txt"))
    with Client():
        records = db.from_sequence(files, partition_size=500).map(record)
        rules = check_bag(records, Linter()).pluck("rule").frequencies()
        for rule, count in sorted(rules.compute()):
            print(f"{count:>8} {rule}")
