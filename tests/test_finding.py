"""Findings as plain values: places, related places, fixes, rows."""

from __future__ import annotations

import json

from reportlint import COLUMNS, Linter
from reportlint.core.report import FileReport
from reportlint.core.span import LineIndex
from reportlint.finding import findings

TEXT = "述职报告\n\n一、工作\n一是修路。二是架桥。四是植树。\n"


def test_a_report_without_findings_gives_none() -> None:
    assert list(findings(FileReport("a.txt", TEXT, LineIndex(TEXT), ()))) == []


def test_the_fix_and_its_edits_have_places_too() -> None:
    (gap,) = Linter(select=["ordinal-gap"]).lint(TEXT, path="a.txt")
    assert gap.fixable
    assert gap.fix is not None
    assert gap.fix.safety == "unsafe"
    (edit,) = gap.fix.edits
    assert edit.text == "三"
    assert TEXT[edit.start : edit.end] == "四"
    assert (edit.line, edit.column, edit.end_line, edit.end_column) == (4, 11, 4, 12)


def test_related_places() -> None:
    text = "今年抓好以下四项工作：\n（一）修路。\n（二）架桥。\n（三）植树。\n"
    (count,) = Linter(select=["announced-count"]).lint(text)
    assert count.related
    for related in count.related:
        assert text[related.start : related.end]
        assert related.message
    assert not count.fixable


def test_a_row_has_the_columns_and_json_takes_it() -> None:
    (gap,) = Linter(select=["ordinal-gap"]).lint(TEXT, path="a.txt")
    row = gap.row()
    assert list(row) == list(COLUMNS)
    assert json.loads(json.dumps(row)) == row
    kinds = {"string": str, "int32": int, "int64": int, "bool": bool, "list<string>": list}
    assert {name: type(value) for name, value in row.items()} == {
        name: kinds[of] for name, of in COLUMNS.items()
    }
