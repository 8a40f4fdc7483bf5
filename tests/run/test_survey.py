"""The figures of an archive, from files and from records."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportlint.core.request import Settings
from reportlint.core.survey import Count, Survey
from reportlint.run.survey import survey_files, survey_records

CLEAN = "走访随记\n\n走访12户。\n"
BLANK = "走访随记\n\n走访XX户，登记XX人。\n"
SETTINGS = Settings(isolated=True, language="en", no_cache=True, jobs=1)


def records(*pairs: tuple[str, str]) -> list[bytes]:
    return [json.dumps({"path": path, "text": text}).encode() for path, text in pairs]


def looked_at(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Survey:
    monkeypatch.chdir(folder)
    for name, text in (("a/2024-05.txt", BLANK), ("a/2024-06.txt", CLEAN), ("b/c.txt", BLANK)):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return survey_files((".",), SETTINGS, lambda done, total: None, None)


def test_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    survey = looked_at(tmp_path, monkeypatch)
    assert (survey.reports, survey.findings, survey.with_findings) == (3, 4, 2)
    assert survey.severities == {"error": 4}
    assert survey.rules == (Count("placeholder", 2, 4),)
    assert survey.types == (Count("", 3, 4),)
    assert survey.folders == (Count("a", 2, 2), Count("b", 1, 2))
    assert survey.months == (Count("", 1, 2), Count("2024-05", 1, 2), Count("2024-06", 1, 0))
    assert survey.months_from == {"name": 2, "": 1}
    assert survey.leftovers == (("XX", 4),)
    assert survey.alike is None


def test_records_of_which_some_are_clean_or_without_a_month() -> None:
    batches = [records(("a/2024-05.txt", CLEAN), ("b.txt", BLANK)), records(("c.txt", CLEAN))]
    survey = survey_records(batches, SETTINGS, None)
    assert (survey.reports, survey.findings) == (3, 2)
    assert survey.months == (Count("", 2, 2), Count("2024-05", 1, 0))


def test_alike_reports_are_found_where_nothing_else_is() -> None:
    pytest.importorskip("rensa", reason="the extra `survey` is not installed")
    from reportlint.run.alike import Likeness

    text = "走访随记\n\n" + "".join(
        f"第{at}天走访了{at * 7 % 40}户村民并且登记在册{at}。\n" for at in range(40)
    )
    batches = [
        records(("a.txt", text), ("b.txt", CLEAN), ("c.txt", text.replace("走访了", "走访了1")))
    ]
    survey = survey_records(batches, SETTINGS, Likeness(0.8))
    assert survey.alike is not None
    assert [(pair.report.path, pair.earlier.path) for pair in survey.alike] == [("c.txt", "a.txt")]
