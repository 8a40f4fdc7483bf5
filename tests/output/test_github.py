from __future__ import annotations

from reportlint.core.diagnostic import ERROR, INFO, SEVERITIES, WARNING, Diagnostic
from reportlint.core.report import Report
from reportlint.core.span import Span
from reportlint.output import github
from reportlint.output.safe_text import command_value
from support.sample import each_report, file, pairs, rendered
from support.validators import needs_validators, node

GITHUB = """
const {issueCommand} = require('@actions/core/lib/command.js');
let out = '';
const write = process.stdout.write;
process.stdout.write = text => { out += text; return true; };
for (const [name, properties, message] of input) issueCommand(name, properties, message);
process.stdout.write = write;
return out.split(require('os').EOL).slice(0, -1);
"""


@needs_validators
@each_report
def test_github_would_write_the_same_commands(result: Report) -> None:
    commands = []
    for file_, diagnostic in sorted(
        pairs(result), key=lambda pair: SEVERITIES.index(pair[1].severity)
    ):
        line, column = file_.lines.position(diagnostic.span.start)
        end_line, end_column = file_.lines.position(diagnostic.span.end)
        properties = {"file": command_value(file_.path), "line": line, "endLine": end_line}
        if line == end_line:
            properties |= {"col": column, "endColumn": max(end_column - 1, column)}
        properties["title"] = f"reportlint {diagnostic.rule}"
        name = github.COMMAND_NAMES[diagnostic.severity]
        commands.append([name, properties, command_value(diagnostic.message)])
    assert rendered("github", result).split("\n")[:-2] == node(GITHUB, commands)


def test_the_gravest_come_first_in_the_order_of_the_report() -> None:
    diagnostics = [
        Diagnostic(rule, severity, Span(0, 1), "m")
        for rule, severity in (("a", INFO), ("b", ERROR), ("c", WARNING), ("d", ERROR))
    ]
    lines = rendered("github", Report((file("a.md", *diagnostics, text="甲"),), "en")).splitlines()
    starts = [line.split(" ")[0] for line in lines[:-1]]
    assert starts == ["::error", "::error", "::warning", "::notice"]
    assert [line.split("reportlint ")[1][0] for line in lines[:-1]] == ["b", "d", "c", "a"]


def columns(start: int, end: int) -> str:
    checked_file = file("a.md", Diagnostic("x", ERROR, Span(start, end), "m"), text="甲乙丙\n丁")
    return rendered("github", Report((checked_file,), "en")).split(",title")[0].split("a.md,")[1]


def test_the_last_column_is_within_the_annotation() -> None:
    assert columns(1, 3) == "line=1,endLine=1,col=2,endColumn=3"
    assert columns(1, 1) == "line=1,endLine=1,col=2,endColumn=2"


def test_columns_of_different_lines_are_left_out() -> None:
    assert columns(1, 5) == "line=1,endLine=2"
