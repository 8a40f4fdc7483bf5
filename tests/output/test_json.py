"""The contract of `--format json` and `--format jsonl`."""

from __future__ import annotations

import json

import pytest

from reportlint.core.report import Report
from reportlint.output.formats import RenderOptions, load
from support.sample import each_report, rendered, report

KEYS = ["path", "line", "column", "end_line", "end_column", "rule", "severity", "message"]
KEYS += ["section", "related", "fix"]


def test_it_is_as_the_contract_says() -> None:
    rows = json.loads(rendered("json", report()))
    assert all(list(row) == KEYS for row in rows)
    places = [(row["path"], row["line"], row["column"], row["rule"]) for row in rows]
    assert places == sorted(places)
    gap = next(row for row in rows if row["rule"] == "ordinal-gap")
    place = {"line": 5, "column": 7, "end_line": 5, "end_column": 9}
    assert gap["fix"] == {"safety": "safe", "edits": [{**place, "text": "二是"}]}
    first = {"line": 5, "column": 1, "end_line": 5, "end_column": 3}
    assert gap["related"] == [{"path": "reports/duty.md", **first, "message": "前一个"}]
    assert next(row for row in rows if row["path"] == "reports/long.txt")["column"] == 7 * 140 + 5


@pytest.mark.parametrize("files", [(), report().files[1:2]], ids=["no file", "no finding"])
def test_nothing_is_an_empty_array_and_no_line(files: tuple) -> None:
    assert rendered("json", Report(files, "zh")) == "[]\n"
    assert rendered("jsonl", Report(files, "zh")) == ""


@each_report
def test_lines_are_the_rows_of_the_array(result: Report) -> None:
    lines = rendered("jsonl", result)
    assert len(lines.splitlines()) == lines.count("\n")
    rows = [json.loads(line) for line in lines.splitlines()]
    key = ("path", "line", "column", "rule", "message")
    assert sorted(rows, key=lambda row: [row[name] for name in key]) == sorted(
        json.loads(rendered("json", result)), key=lambda row: [row[name] for name in key]
    )


def test_statistics_are_counts_by_rule() -> None:
    statistics = load("json").statistics
    assert statistics is not None
    assert json.loads(statistics(report(), RenderOptions()))[0] == {
        "findings": 7,
        "files": 4,
        "severity": "error",
        "rule": "placeholder",
    }
