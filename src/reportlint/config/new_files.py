"""`files` of a report type: the files that are written beside a new report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint._startup.typed import Any
from reportlint.config.field_tests import read_field_test
from reportlint.config.node import Node
from reportlint.config.problems import Problems
from reportlint.core.report_type import NewFile


def read_files(node: Node | None, data: Sequence[Any], problems: Problems) -> Iterator[NewFile]:
    """The files in the list `node`, whose checked data is `data`. Names that lead out of the
    report's folder are added to `problems`."""
    for place, entry in zip(node.items if node else (), data, strict=False):
        name = entry.get("name", "")
        if name.startswith("/") or ".." in name.split("/") or "\\" in name or ":" in name:
            problems.add(
                place.get("name"),
                "文件名应在报告所在的文件夹之内，用 / 分隔",
                "the name must lie within the report's folder, with / between folders",
            )
        when = read_field_test(place.get("when"), entry.get("when"), problems)
        yield NewFile(name, entry.get("write", ""), when)
