from __future__ import annotations

from reportlint.core.report import Report
from reportlint.output import azure
from reportlint.output.safe_text import command_value
from support.sample import each_report, pairs, rendered
from support.validators import needs_validators, node

AZURE = """
const {TaskCommand, commandFromString} = require('azure-pipelines-task-lib/taskcommand.js');
return input.map(([line, properties, message]) => [
    new TaskCommand('task.logissue', properties, message).toString(), commandFromString(line)]);
"""


@needs_validators
@each_report
def test_azure_would_write_and_does_read_the_commands(result: Report) -> None:
    commands = []
    lines = rendered("azure", result).split("\n")[:-2]
    for line, (file, diagnostic) in zip(lines, pairs(result), strict=True):
        number, column = file.lines.position(diagnostic.span.start)
        severity = azure.SEVERITIES[diagnostic.severity]
        properties = {"type": severity, "sourcepath": command_value(file.path)}
        properties |= {"linenumber": str(number), "columnnumber": str(column)}
        properties["code"] = diagnostic.rule
        commands.append([line, properties, command_value(diagnostic.message)])
    assert commands or not pairs(result)
    for (line, properties, message), (expected, read) in zip(
        commands, node(AZURE, commands), strict=True
    ):
        assert line == expected
        assert read == {"command": "task.logissue", "properties": properties, "message": message}


def test_what_ends_a_value_is_escaped() -> None:
    assert azure.escape("100%;]\r\n") == "100%AZP25;]%0D%0A"
    assert azure.escape_property("100%;]\r\n") == "100%AZP25%3B%5D%0D%0A"
