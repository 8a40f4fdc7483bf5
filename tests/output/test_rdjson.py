"""reviewdog's format: columns in bytes, fixes as one suggestion."""

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


def rows(found: Report) -> list[dict[str, Any]]:
    return [json.loads(line) for line in rendered("rdjsonl", found).splitlines()]


@needs_validators
@each_report
def test_its_validator_finds_nothing(found: Report) -> None:
    lines = rendered("rdjsonl", found).split("\n")
    assert lines.pop() == ""
    assert node(RDFORMAT, [rendered("rdjson", found), *lines]) == []


@needs_validators
def test_its_validator_finds_what_is_wrong() -> None:
    row = rows(REPORTS["awkward-en"])[0]
    wrong = [{**row, "severity": "FATAL"}, {**row, "extra": 1}, {**row, "location": {}}]
    assert node(RDFORMAT, wrong)


@each_report
def test_both_formats_say_the_same(found: Report) -> None:
    whole = json.loads(rendered("rdjson", found))
    assert rows(found) == [{**row, "source": whole["source"]} for row in whole["diagnostics"]]
    assert len(rows(found)) == len(pairs(found))


def test_columns_are_bytes() -> None:
    cut, spans = [], []
    for (found, diagnostic), row in zip(pairs(report()), rows(report()), strict=True):
        start, end = row["location"]["range"]["start"], row["location"]["range"]["end"]
        if start["line"] == end["line"] and found.text:
            line = found.lines.line(start["line"]).cut(found.text).encode()
            cut.append(line[start["column"] - 1 : end["column"] - 1].decode())
            spans.append(diagnostic.span.cut(found.text))
    assert cut == spans != []


def test_a_suggestion_makes_the_fixed_text() -> None:
    given = [row["suggestions"] for row in rows(report()) if "suggestions" in row]
    texts = [[suggestion["text"] for suggestion in suggestions] for suggestions in given]
    assert texts == [["二是"], ["𠮷|]\n'"]]


@pytest.mark.parametrize(
    ("between", "offered"), [("乙", ["一乙二"]), ("乙" * 1998, ["一" + "乙" * 1998 + "二"])]
)
def test_edits_become_one_with_the_text_between(between: str, offered: list[str]) -> None:
    assert suggestions(between) == offered


def test_edits_that_lie_far_apart_are_no_suggestion() -> None:
    assert suggestions("乙" * 1999) == []


def suggestions(between: str) -> list[str]:
    """What is offered for a fix of the first and the last character of a text."""
    text = f"甲{between}丙"
    edits = (Edit(Span(len(text) - 1, len(text)), "二"), Edit(Span(0, 1), "一"))
    wrong = Diagnostic("x", ERROR, Span(0, 1), "m", fix=Fix(SAFE, edits))
    (row,) = rows(Report((file("a.md", wrong, text=text),), "en"))
    return [suggestion["text"] for suggestion in row.get("suggestions", [])]
