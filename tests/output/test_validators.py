"""Each format, on every awkward thing, before the schema or the program of those who read it.

`python tools/validators.py` fetches them, `pytest -m e2e tests/output` runs these tests. Where the validators are not there
they are skipped, but not in CI.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.core.diagnostic import Diagnostic
from reportlint.core.report import FileReport, Report
from reportlint.output import azure, github, teamcity
from reportlint.output.formats import RenderOptions, load
from reportlint.output.safe_text import one_line
from support.sample import EMPTY, many, report

CACHE = Path(os.environ.get("REPORTLINT_VALIDATORS") or Path(__file__).parents[2] / ".validators")
FETCHED = (CACHE / "contents.txt").exists()
if FETCHED:
    sys.path.append(str(CACHE / "python"))
elif os.environ.get("REPORTLINT_NEEDS_VALIDATORS"):
    pytest.fail(f"there are no validators in {CACHE}", pytrace=False)
absent = pytest.mark.skipif(
    not FETCHED, reason="the validators are not there: python tools/validators.py"
)
pytestmark = [pytest.mark.e2e, absent]

REPORTS = {
    "awkward-zh": report("zh"),
    "awkward-en": report("en"),
    "empty": EMPTY,
    "clean": Report(report().files[1:2], "en"),
    "10000": many(10_000),
}
reports = pytest.mark.parametrize("found", list(REPORTS.values()), ids=list(REPORTS))


def made(form: str, found: Report) -> str:
    """As it is written to a file, and read again."""
    return load(form).render(found, RenderOptions()).encode("utf-8", "backslashreplace").decode()


def pairs(found: Report) -> Iterator[tuple[FileReport, Diagnostic]]:
    return ((file, one) for file in found.files for one in file.diagnostics)


def node(script: str, given: Any) -> Any:
    """What a script says; it finds `given` in `input`, and returns."""
    program = shutil.which("node")
    assert program, "npm came without node"
    end = "x => process.stdout.write(JSON.stringify(x)), e => {console.error(e); process.exit(1)}"
    whole = f"const input = JSON.parse(require('fs').readFileSync(0, 'utf8'));\n(async () => {{{script}}})().then({end})"
    done = subprocess.run(
        [program, "-e", whole],
        input=json.dumps(given).encode(),
        capture_output=True,
        check=False,
        cwd=CACHE,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def errors_of(schema: Path, document: Any) -> list[str]:
    import jsonschema_rs

    validator = jsonschema_rs.validator_for(json.loads(schema.read_text(encoding="utf-8-sig")))
    return [
        f"{list(error.instance_path)}: {error.message[:300]}"
        for error in validator.iter_errors(document)
    ]


SARIF = "node_modules/@microsoft/sarif-multitool-linux"


@reports
def test_sarif_keeps_to_its_schema(found: Report) -> None:
    document = json.loads(made("sarif", found))
    assert errors_of(CACHE / SARIF / "sarif-2.1.0.json", document) == []
    results = document["runs"][0]["results"]
    assert len(results) == len(list(pairs(found)))
    keys = [tuple(row["partialFingerprints"].values()) for row in results]
    assert len(
        {
            (
                row["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
                row["partialFingerprints"]["reportlint/v1"],
            )
            for row in results
        }
    ) == len(keys)


def test_the_schema_of_sarif_finds_what_is_wrong() -> None:
    document = json.loads(made("sarif", REPORTS["awkward-en"]))
    document["runs"][0]["results"][0]["level"] = "fatal"
    document["runs"][0]["results"][1]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    assert len(errors_of(CACHE / SARIF / "sarif-2.1.0.json", document)) == 2


def multitool(path: Path) -> list[str]:
    """What Microsoft's validator says, by its own rules and those for GitHub. It exits with 0 whatever it finds.

    Its notes are left out: they want embedded files, numbered rules and a reachable network.
    """
    out = path.with_suffix(".found")
    command = [
        CACHE / SARIF / "Sarif.Multitool",
        "validate",
        path,
        "--rule-kind",
        "Sarif;Gh",
        "--output",
        out,
    ]
    command += ["--log", "ForceOverwrite", "--level", "Error;Warning", "--kind", "Fail"]
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    done = subprocess.run(
        [str(part) for part in command],
        env=environment,
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
@reports
def test_sarif_means_what_its_standard_and_github_say(found: Report, tmp_path: Path) -> None:
    path = tmp_path / "found.sarif"
    path.write_text(made("sarif", found), encoding="utf-8")
    assert multitool(path) == []


@reports
def test_junit_keeps_to_the_schema_of_jenkins_and_is_read_back(found: Report) -> None:
    import junitparser
    from lxml import etree

    text = made("junit", found).encode()
    schema = etree.XMLSchema(etree.parse(CACHE / "junit-10.xsd"))
    schema.assertValid(etree.fromstring(text))
    suites = junitparser.JUnitXml.fromstring(text)
    assert len(list(suites)) == len(found.files)
    cases = [case for suite in suites for case in suite]
    assert (suites.tests, suites.failures, suites.errors) == (
        len(cases),
        sum(isinstance(result, junitparser.Failure) for case in cases for result in case.result),
        sum(isinstance(result, junitparser.Error) for case in cases for result in case.result),
    )
    assert [suite.name for suite in suites] == [file.path for file in found.files]


@reports
def test_checkstyle_is_read_back(found: Report) -> None:
    from lxml import etree

    root = etree.fromstring(made("checkstyle", found).encode())
    assert [file.get("name") for file in root] == [file.path for file in found.files]
    rows = [error for file in root for error in file]
    for (file, one), error in zip(pairs(found), rows, strict=True):
        assert (int(error.get("line")), int(error.get("column"))) == file.lines.position(
            one.span.start
        )
        assert error.get("severity") == one.severity
        assert error.get("source") == f"reportlint.{one.rule}"
        assert error.get("message") == one.message.translate(
            {0: "␀", 11: "␋", 27: "␛", 0xD800: "\ufffd", 0xFFFE: "\ufffd"}
        )


RDFORMAT = """
const {validate} = require('@umbrelladocs/rdformat-validator');
const all = await Promise.all(input.map(one => validate(one, {strictMode: true, allowExtraFields: false})));
return all.flatMap((found, at) => found.valid ? [] : found.errors.map(error => at + ': ' + error.path + ' ' + error.message));
"""


@reports
def test_rdformat(found: Report) -> None:
    whole = made("rdjson", found)
    lines = made("rdjsonl", found).split("\n")
    assert lines.pop() == ""
    assert len(lines) == len(list(pairs(found)))
    assert node(RDFORMAT, [whole, *lines]) == []


def test_the_validator_of_rdformat_finds_what_is_wrong() -> None:
    row = json.loads(made("rdjsonl", REPORTS["awkward-en"]).split("\n")[0])
    assert node(
        RDFORMAT, [{**row, "severity": "FATAL"}, {**row, "extra": 1}, {**row, "location": {}}]
    )


def test_columns_of_rdformat_are_bytes() -> None:
    for (file, one), line in zip(
        pairs(report()), made("rdjsonl", report()).splitlines(), strict=True
    ):
        place = json.loads(line)["location"]["range"]
        if place["start"]["line"] == place["end"]["line"] and file.text:
            span = file.lines.line(place["start"]["line"])
            data = file.text[span.start : span.end].encode()
            assert data[
                place["start"]["column"] - 1 : place["end"]["column"] - 1
            ].decode() == one.span.cut(file.text)


def test_a_suggestion_of_rdformat_makes_the_fixed_text() -> None:
    rows = [json.loads(line) for line in made("rdjsonl", report()).splitlines()]
    given = [row["suggestions"] for row in rows if "suggestions" in row]
    assert [[one["text"] for one in some] for some in given] == [["二是"], ["𠮷|]\n'"]]


GITHUB = """
const {issueCommand} = require('@actions/core/lib/command.js');
let out = '';
const write = process.stdout.write;
process.stdout.write = text => { out += text; return true; };
for (const [name, properties, message] of input) issueCommand(name, properties, message);
process.stdout.write = write;
return out.split(require('os').EOL).slice(0, -1);
"""


@reports
def test_github_would_write_the_same_commands(found: Report) -> None:
    lines = made("github", found).split("\n")[:-2]
    rows = sorted(
        pairs(found), key=lambda pair: ["error", "warning", "info"].index(pair[1].severity)
    )
    wanted = []
    for file, one in rows:
        (line, column), (end_line, end_column) = (
            file.lines.position(one.span.start),
            file.lines.position(one.span.end),
        )
        columns = (
            {"col": column, "endColumn": max(end_column - 1, column)} if line == end_line else {}
        )
        properties = {
            "file": file.path,
            "line": line,
            "endLine": end_line,
            **columns,
            "title": f"reportlint {one.rule}",
        }
        wanted.append([github.COMMANDS[one.severity], properties, one.message])
    theirs = [
        line.encode("utf-8", "backslashreplace").decode().replace("\ufffd", "\\ud800")
        for line in node(GITHUB, wanted)
    ]
    assert lines == theirs


AZURE = """
const {TaskCommand, commandFromString} = require('azure-pipelines-task-lib/taskcommand.js');
return input.map(([line, properties, message]) => [
    new TaskCommand('task.logissue', properties, message).toString(), commandFromString(line)]);
"""


@reports
def test_azure_would_write_and_does_read_the_commands(found: Report) -> None:
    lines = (
        load("azure").render(found, RenderOptions()).replace("\ud800", "\ufffd").split("\n")[:-2]
    )
    given = []
    for line, (file, one) in zip(lines, pairs(found), strict=True):
        at, column = file.lines.position(one.span.start)
        properties = {"type": azure.TYPES[one.severity], "sourcepath": file.path}
        properties |= {"linenumber": str(at), "columnnumber": str(column), "code": one.rule}
        given.append([line, properties, one.message.replace("\ud800", "\ufffd")])
    for (line, properties, message), (theirs, read) in zip(given, node(AZURE, given), strict=True):
        assert line == theirs
        assert read == {"command": "task.logissue", "properties": properties, "message": message}


# JetBrains' package leaves three ends of lines alone, for which TeamCity's documentation has escapes of their own.
@given(
    st.text(
        alphabet=st.one_of(
            st.sampled_from("|'[]\n\r%:;"), st.characters(exclude_characters="\x85\u2028\u2029")
        )
    )
)
def test_teamcity_escapes_as_jetbrains_does(text: str) -> None:
    from teamcity.messages import escape_value

    assert teamcity.escape(text) == escape_value(text)


@reports
def test_teamcity_messages_are_read_back(found: Report) -> None:
    import re

    message = re.compile(r"##teamcity\[(\w+)((?: \w+='(?:[^|'\[\]\n\r]|\|[|'nrxlp\[\]])*')*)\]")
    said = {"n": "\n", "r": "\r", "x": "\x85", "l": "\u2028", "p": "\u2029"}
    read = []
    for line in load("teamcity").render(found, RenderOptions()).split("\n")[:-2]:
        parsed = message.fullmatch(line)
        assert parsed, line
        values = dict(re.findall(r" (\w+)='((?:[^|']|\|.)*)'", parsed[2]))
        values = {
            name: re.sub(r"\|(.)", lambda part: said.get(part[1], part[1]), value)
            for name, value in values.items()
        }
        assert all(len(value) <= 4000 for value in values.values())
        if parsed[1] == "inspection":
            read.append((values["typeId"], values["message"], values["file"]))
    assert read == [(one.rule, one.message, file.path) for file, one in pairs(found)]


@reports
def test_gitlab(found: Report) -> None:
    rows = json.loads(made("gitlab", found))
    assert errors_of(Path(__file__).parent / "data" / "gitlab-code-quality.schema.json", rows) == []
    assert len({row["fingerprint"] for row in rows}) == len(rows) == len(list(pairs(found)))


@reports
def test_a_table_in_markdown_says_what_is_found_and_nothing_else(found: Report) -> None:
    from markdown_it import MarkdownIt

    tokens = (
        MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(made("markdown", found))
    )
    cells = [
        "".join(child.content for child in token.children or [])
        for before, token in pairwise(tokens)
        if before.type == "td_open"
    ]
    assert all(
        child.type in ("text", "text_special") for token in tokens for child in token.children or []
    )
    rows = [tuple(cells[at + 1 : at + 4]) for at in range(0, len(cells), 4)]
    wanted = []
    for file, one in pairs(found):
        line, column = file.lines.position(one.span.start)
        wanted.append(
            (f"{one_line(file.path)}:{line}:{column}", one.rule, one_line(one.message).strip())
        )
    assert rows == wanted


@reports
def test_lines_of_json_are_the_rows_of_the_array(found: Report) -> None:
    lines = made("jsonl", found)
    assert len(lines.splitlines()) == lines.count("\n")
    rows = [json.loads(line) for line in lines.splitlines()]
    key = ("path", "line", "column", "rule", "message")
    assert sorted(rows, key=lambda row: [row[one] for one in key]) == sorted(
        json.loads(made("json", found)), key=lambda row: [row[one] for one in key]
    )
