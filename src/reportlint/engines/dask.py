"""Dask: a bag of records → a bag of rows, on a scheduler of any kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportlint._startup.typed import TYPE_CHECKING, Any
from reportlint.engines.rows import rows_of
from reportlint.linter import Linter

if TYPE_CHECKING:
    from dask.bag import Bag


def check_bag(records: Bag, linter: Linter) -> Bag:
    """The findings of a bag of records, as a bag of rows.

    A partition is the unit of work: if its worker dies, another worker repeats the partition, so no
    row is lost or doubled.
    """
    rows: Bag = records.map_partitions(_partition, linter)
    return rows


def _partition(records: Iterable[Mapping[str, Any]], linter: Linter) -> list[dict[str, Any]]:
    return list(rows_of(linter, records))
