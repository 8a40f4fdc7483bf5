"""SARIF matches its schema, passes Microsoft's validator and meets the requirements of GitHub."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reportlint.core.diagnostic import ERROR, Diagnostic
from reportlint.core.report import Report
from reportlint.core.span import Span
from support.sample import REPORTS, each_report, file, many, pairs, rendered, report
from support.validators import FOLDER, errors_of, needs_validators

MULTITOOL = FOLDER / "node_modules/@microsoft/sarif-multitool-linux"


@needs_validators
@each_report
def test_it_keeps_to_its_schema(result: Report) -> None:
    document = json.loads(rendered("sarif", result))
    assert errors_of(MULTITOOL / "sarif-2.1.0.json", document) == []


@needs_validators
def test_the_schema_finds_what_is_wrong() -> None:
    document = json.loads(rendered("sarif", REPORTS["awkward-en"]))
    document["runs"][0]["results"][0]["level"] = "fatal"
    document["runs"][0]["results"][1]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    assert len(errors_of(MULTITOOL / "sarif-2.1.0.json", document)) == 2


def multitool(path: Path) -> list[str]:
    """The results of Microsoft's validator, for its own rules and those of GitHub.

    Its exit status is always 0.

    Its notes are left out: they ask for embedded files, numbered rules and network access.
    """
    out = path.with_suffix(".found")
    program = MULTITOOL / "Sarif.Multitool"
    command = [program, "validate", path, "--rule-kind", "Sarif;Gh", "--output", out]
    command += ["--log", "ForceOverwrite", "--level", "Error;Warning", "--kind", "Fail"]
    done = subprocess.run(
        [str(part) for part in command],
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert out.exists(), done.stdout.decode() + done.stderr.decode()
    (run,) = json.loads(out.read_text(encoding="utf-8-sig"))["runs"]
    return [
        f"{row['ruleId']} {row.get('level', 'warning')}: {row['message']}"
        for row in run.get("results", [])
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="the validator is a program for Linux")
@needs_validators
@each_report
def test_it_means_what_its_standard_and_github_say(result: Report, tmp_path: Path) -> None:
    path = tmp_path / "found.sarif"
    path.write_text(rendered("sarif", result), encoding="utf-8")
    assert multitool(path) == []


@each_report
def test_every_finding_is_there_under_a_fingerprint_of_its_own(result: Report) -> None:
    results = json.loads(rendered("sarif", result))["runs"][0]["results"]
    uris = [row["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for row in results]
    keys = [row["partialFingerprints"]["reportlint/v1"] for row in results]
    assert len(results) == len(pairs(result))
    assert len(set(zip(uris, keys, strict=True))) == len(results)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16-le", ""])
def test_github_computes_the_hash_of_a_line_that_is_not_utf_8_itself(encoding: str) -> None:
    wrong = Diagnostic("placeholder", ERROR, Span(0, 2), "")
    checked = Report((file("a.md", wrong, text="XX", encoding=encoding),), "en")
    (result,) = json.loads(rendered("sarif", checked))["runs"][0]["results"]
    assert list(result["partialFingerprints"]) == ["reportlint/v1"]


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("utf-8-sig", "UTF-8"), ("utf-16-le", "UTF-16LE"), ("gb18030", "GB18030"), ("cp950", None)],
)
def test_the_encoding_of_a_file_has_its_registered_name(encoding: str, name: str | None) -> None:
    result = Report((file("a.md", encoding=encoding),), "en")
    (artifact,) = json.loads(rendered("sarif", result))["runs"][0]["artifacts"]
    assert artifact.get("encoding") == name


def test_no_viewer_makes_a_link_of_a_message() -> None:
    texts = [
        row["message"]["text"]
        for row in json.loads(rendered("sarif", report()))["runs"][0]["results"]
    ]
    assert "“\\[姓名](1)”没有填" in texts


def test_a_text_is_given_with_a_finding_unless_it_is_long() -> None:
    texts = {"short": "甲" * 200, "long": "甲" * 201}
    files = [
        file(name, Diagnostic("x", ERROR, Span(0, len(text)), "m"), text=text)
        for name, text in texts.items()
    ]
    document = json.loads(rendered("sarif", Report(tuple(files), "en")))
    regions = [
        row["locations"][0]["physicalLocation"]["region"] for row in document["runs"][0]["results"]
    ]
    assert ["snippet" in region for region in regions] == [True, False]


def test_many_findings_are_one_run() -> None:
    assert len(json.loads(rendered("sarif", many(1000)))["runs"][0]["results"]) == 1000
