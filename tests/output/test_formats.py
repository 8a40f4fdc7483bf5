"""Every format on the one shared report. `pytest tests/output --update` writes the golden files anew."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportlint.core.report import Report
from reportlint.output.formats import FORMATS, RenderOptions, load
from support.sample import report

GOLDEN = Path(__file__).parent / "golden"
CASES = [(form, language) for form in FORMATS for language in ("zh", "en")]


@pytest.mark.parametrize(("form", "language"), CASES)
def test_golden(form: str, language: str, update: bool) -> None:
    made = load(form).render(report(language), RenderOptions()).encode("utf-8", "backslashreplace")
    path = GOLDEN / f"{form}-{language}"
    if update:
        path.write_bytes(made)
    assert path.read_bytes() == made


def test_colour_changes_nothing_but_the_colour() -> None:
    import re

    for form in ("full", "concise"):
        made = load(form).render(report(), RenderOptions(color=True))
        assert "\x1b[1;31merror\x1b[0m" in made
        assert re.sub(r"\x1b\[[0-9;]*m", "", made) == load(form).render(report(), RenderOptions())


def test_every_format_is_tested() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {
        f"{form}-{language}" for form, language in CASES
    }


def test_json_is_as_the_contract_says() -> None:
    rows = json.loads(load("json").render(report(), RenderOptions()))
    keys = [
        "path",
        "line",
        "column",
        "end_line",
        "end_column",
        "rule",
        "severity",
        "message",
        "section",
        "related",
        "fix",
    ]
    assert all(list(row) == keys for row in rows)
    assert [(row["path"], row["line"], row["column"], row["rule"]) for row in rows] == sorted(
        (row["path"], row["line"], row["column"], row["rule"]) for row in rows
    )
    gap = next(row for row in rows if row["rule"] == "ordinal-gap")
    assert gap["fix"] == {
        "safety": "safe",
        "edits": [{"line": 5, "column": 7, "end_line": 5, "end_column": 9, "text": "二是"}],
    }
    assert gap["related"] == [
        {
            "path": "reports/duty.md",
            "line": 5,
            "column": 1,
            "end_line": 5,
            "end_column": 3,
            "message": "前一个",
        }
    ]
    assert next(row for row in rows if row["path"] == "reports/long.txt")["column"] == 7 * 140 + 5


@pytest.mark.parametrize("files", [(), report().files[1:2]], ids=["no file", "no finding"])
def test_json_of_nothing_is_an_empty_array(files: tuple) -> None:
    assert load("json").render(Report(files, "zh"), RenderOptions()) == "[]\n"


@pytest.mark.parametrize(
    ("files", "language", "said"),
    [
        ((), "zh", "检查了 0 个文件：没有找到可检查的文件。\n"),
        ((), "en", "0 files checked: no file to check was found.\n"),
        (report().files[1:2], "zh", "检查了 1 个文件，没有发现问题。\n"),
        (report().files[1:2], "en", "1 file checked, no findings.\n"),
        (report().files[:1], "en", "1 file checked, 1 finding: 1 error.\n"),
    ],
)
def test_the_last_line_counts(files: tuple, language: str, said: str) -> None:
    assert load("full").render(Report(files, language), RenderOptions()).endswith(said)
    assert load("concise").render(Report(files, language), RenderOptions()).endswith(said)


def test_every_format_is_documented() -> None:
    root = Path(__file__).parents[2]
    for page in ("README.md", "README.zh-CN.md", "docs/formats.md"):
        text = (root / page).read_text(encoding="utf-8")
        assert [name for name in FORMATS if f"`{name}`" not in text] == []
