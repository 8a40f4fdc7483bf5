"""The tools of `reportlint mcp`, built on the official SDK. They read only configuration files and
write none."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mcp.server.mcpserver import MCPServer

from reportlint import __version__
from reportlint.assistant import answers
from reportlint.core.errors import UserError
from reportlint.core.request import Settings
from reportlint.core.text import pick
from reportlint.linter import Linter
from reportlint.run.list import rule as rule_of

INSTRUCTIONS = (
    "Check a drafted report before you hand it over, fix what is found, check again. "
    "A placeholder is filled in or asked about, never invented. 起草报告后先检查，改好再交；"
    "空白处问人，不要编造。"
)


def make(language: str = "") -> MCPServer:
    """The server, with answers in `language`; for "" they are in English, and findings in the
    language of the text."""
    server = MCPServer("reportlint", version=__version__, instructions=INSTRUCTIONS)
    linter = Linter(folder=".", language=language)
    spoken = language or "en"

    @server.tool()
    def check(text: str, path: str = "", type: str = "") -> str:
        """Check a report: missing sections, broken numbering, blanks left in, standard closings.

        `text` is the whole report, in Markdown or plain text; `path` its file name, if it has one;
        `type` the id or name of its report type (see `types`), else it is recognised. Line and
        column count from 1.
        """
        return _answer(
            lambda: answers.of_findings(linter.lint(text, path=path, type=type), text, spoken),
            spoken,
        )

    @server.tool()
    def fix(text: str, path: str = "", type: str = "", unsafe: bool = False) -> str:
        """The report with all safe fixes made; with `unsafe` also those that need a second look, as
        renumbering."""
        return _answer(lambda: linter.fix(text, unsafe, path=path, type=type).text, spoken)

    @server.tool()
    def explain(rule: str) -> str:
        """What a rule is for, with a bad and a good example."""
        return _answer(lambda: answers.of_rule(rule_of(rule, Settings()), spoken), spoken)

    @server.tool()
    def types() -> str:
        """The report types: id and name, one a line."""
        return answers.names((of.id, pick(of.name, spoken)) for of in linter.types.values())

    @server.tool()
    def new(type: str, values: Mapping[str, str] | None = None) -> str:
        """A new report of a type, by id or name. `values` fill its blanks; those without a value
        stay as {{name}}."""
        return _answer(lambda: linter.new(type, values).text, spoken)

    return server


def _answer(make_answer: Callable[[], str], language: str) -> str:
    """The answer; if the request is wrong, its problems, one per line."""
    try:
        return make_answer()
    except UserError as error:
        return "\n".join(problem.to(language) for problem in error.problems)
