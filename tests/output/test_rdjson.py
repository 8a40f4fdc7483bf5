"""The format of reviewdog: columns in bytes, and each fix as one suggestion."""

from __future__ import annotations

import json
from typing import Any

import pytest

from reportlint.core.diagnostic import ERROR, SAFE, Diagnostic, Edit, Fix
from reportlint.core.report import Report
from reportlint.core.span import Span
from support.sample import REPORTS, each_report, file, pairs, rendered, report
from support.validators import needs_validators, node

RDFORMAT = """
const {validate} = require('@umbrelladocs/rdformat-validator');
const all = await Promise.all(input.map(one => validate(one, {strictMode: true, allowExtraFields: false})));
return all.flatMap((found, at) => found.valid ? [] : found.errors.map(error => at + ': ' + error.path + ' ' + error.message));
"""


def rows(result: Report) -> list[dict[str, Any]]:
    return [json.loads(line) for line in rendered("rdjsonl", result).splitlines()]


@needs_validators
@each_report
def test_its_validator_finds_nothing(result: Report) -> None:
    lines = rendered("rdjsonl", result).split("\n")
    assert lines.pop() == ""
    assert node(RDFORMAT, [rendered("rdjson", result), *lines]) == []


@needs_validators
def test_its_validator_finds_what_is_wrong() -> None:
    row = rows(REPORTS["awkward-en"])[0]
    wrong = [{**row, "severity": "FATAL"}, {**row, "extra": 1}, {**row, "location": {}}]
    assert node(RDFORMAT, wrong)


@each_report
def test_both_formats_say_the_same(result: Report) -> None:
    whole = json.loads(rendered("rdjson", result))
    assert rows(result) == [{**row, "source": whole["source"]} for row in whole["diagnostics"]]
    assert len(rows(result)) == len(pairs(result))


def test_columns_are_bytes() -> None:
    cut, spans = [], []
    for (checked_file, diagnostic), row in zip(pairs(report()), rows(report()), strict=True):
        start, end = row["location"]["range"]["start"], row["location"]["range"]["end"]
        if start["line"] == end["line"] and checked_file.text:
            line = checked_file.lines.line(start["line"]).cut(checked_file.text).encode()
            cut.append(line[start["column"] - 1 : end["column"] - 1].decode())
            spans.append(diagnostic.span.cut(checked_file.text))
    assert cut == spans != []


def test_a_suggestion_makes_the_fixed_text() -> None:
    by_row = [row["suggestions"] for row in rows(report()) if "suggestions" in row]
    texts = [[suggestion["text"] for suggestion in of_row] for of_row in by_row]
    assert texts == [["二是"], ["𠮷|]\n'"]]


@pytest.mark.parametrize(
    ("between", "offered"), [("乙", ["一乙二"]), ("乙" * 1998, ["一" + "乙" * 1998 + "二"])]
)
def test_edits_become_one_with_the_text_between(between: str, offered: list[str]) -> None:
    assert suggestions(between) == offered


def test_edits_that_lie_far_apart_are_no_suggestion() -> None:
    assert suggestions("乙" * 1999) == []


def suggestions(between: str) -> list[str]:
    """The suggestions for a fix of the first and the last character of a text."""
    text = f"甲{between}丙"
    edits = (Edit(Span(len(text) - 1, len(text)), "二"), Edit(Span(0, 1), "一"))
    wrong = Diagnostic("x", ERROR, Span(0, 1), "m", fix=Fix(SAFE, edits))
    (row,) = rows(Report((file("a.md", wrong, text=text),), "en"))
    return [suggestion["text"] for suggestion in row.get("suggestions", [])]
