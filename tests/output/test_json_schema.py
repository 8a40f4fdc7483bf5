"""Real output of `--format json` matches its schema."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from reportlint.cli import main as module
from reportlint.cli.main import main
from reportlint.output.json_schema import output_schema

PLACE = {"line": 1, "column": 1, "end_line": 1, "end_column": 3}
FINDING = {
    "path": "a.md",
    **PLACE,
    "rule": "placeholder",
    "severity": "error",
    "message": "没填",
    "section": [],
    "related": [],
    "fix": None,
}
TEXT = "# 说明\n\n一是抓XX。\n\n三是抓。\n\n## 一、甲\n\n正文 。\u200b\n"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_is_a_schema_that_real_output_meets(
    language: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(module, "_prepare_streams", lambda: None)
    Path("a.md").write_text(TEXT, encoding="utf-8")
    assert main(["schema", "output", "--lang", language]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema.pop("$id").endswith("reportlint-output.schema.json")
    assert schema == output_schema(language)
    jsonschema.Draft7Validator.check_schema(schema)
    assert main(["check", "--format", "json", "--lang", language]) == 1
    rows = json.loads(capsys.readouterr().out)
    assert any(row["fix"] for row in rows)
    assert any(row["related"] for row in rows)
    jsonschema.validate(rows, schema)


@pytest.mark.parametrize("more", [{}, {"format": "docx"}, {"section": ["一"]}])
def test_taken(more: dict[str, object]) -> None:
    validator = jsonschema.Draft7Validator(output_schema("en"))
    assert [error.message for error in validator.iter_errors([{**FINDING, **more}])] == []


@pytest.mark.parametrize(
    "more", [{"line": 0}, {"severity": "fatal"}, {"fix": {}}, {"other": 1}, {"rule": None}]
)
def test_refused(more: dict[str, object]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate([{**FINDING, **more}], output_schema("en"))
