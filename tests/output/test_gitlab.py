from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from reportlint.core.report import Report
from support.sample import each_report, pairs, rendered

SCHEMA = json.loads(
    (Path(__file__).parent / "data/gitlab-code-quality.schema.json").read_text(encoding="utf-8")
)


@each_report
def test_it_keeps_to_the_schema_of_gitlab(result: Report) -> None:
    rows = json.loads(rendered("gitlab", result))
    jsonschema.validate(rows, SCHEMA)
    assert len({row["fingerprint"] for row in rows}) == len(rows) == len(pairs(result))
