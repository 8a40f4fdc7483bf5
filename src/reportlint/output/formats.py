"""The output formats. A new format needs a module beside this one and a line in FORMATS.

The module has a tuple `FORMATS` of `Format` values, from which the command line, its help, the
documentation and the tests read all properties of the formats. It is imported when one of its
formats is used.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import TYPE_CHECKING
from reportlint.core.report import Report, Totals
from reportlint.core.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.output.compare import Earlier

FORMATS: dict[str, str] = {  # value of `--format` → module in this folder
    "full": "text",
    "concise": "text",
    "json": "json",
    "jsonl": "json",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "checkstyle": "checkstyle",
    "rdjson": "rdjson",
    "rdjsonl": "rdjson",
    "azure": "azure",
    "teamcity": "teamcity",
    "markdown": "markdown",
    "html": "html",
    "llm": "llm",
}
DEFAULT = "full"
ALIASES = {"text": "full"}
AUTO = "auto"  # the format for the CI service that runs us, else DEFAULT

# The syntax that an output must parse as; TEXT is none of the others.
# tests/output/test_safe_text.py parses each of them.
TEXT, COMMANDS = "text", "commands"
JSON, JSON_LINES = "JSON", "JSON Lines"
XML, HTML, MARKDOWN = "XML", "HTML", "Markdown"

CODE_POINTS = Text("码点", "code points")
CODE_POINT_RANGE = Text("码点，终点不含在内", "code points, end exclusive")
NO_COLUMNS = Text("无", "none")


class RenderOptions(NamedTuple):
    """The properties of the destination that affect an output."""

    color: bool = False
    links: bool = False  # rule ids link to their pages, in terminals that support it (OSC 8)
    width: int = 80  # cells per line; excerpts are cut to it
    quiet: bool = False  # findings only, no totals
    # the current folder, absolute, with `/`; paths of a report are relative to it
    folder: str = ""
    root: str = ""  # the base of paths for a CI service, absolute, with `/`; "" is `folder`
    tried: tuple[str, ...] = ()  # the kinds of fixes, by safety, that this run has made
    made: str = ""  # the time of the run, for formats that are `dated`
    commit: str = ""  # of the work tree, for the same formats; "" if unknown
    earlier: tuple[Earlier, ...] | None = None  # the findings to compare the report with

    def paint(self, style: str, text: str) -> str:
        """`text` in an ANSI style; unchanged without colour."""
        return f"{style}{text}\x1b[0m" if self.color and text else text

    def linked(self, text: str, address: str) -> str:
        """`text` as a terminal hyperlink to `address`; unchanged without links or address."""
        return f"\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\" if self.links and address else text


Render = Callable[[Report, RenderOptions], str]


class Parts(NamedTuple):
    """How to make the output from one part for each file, so that the text of a file can be freed
    once its part is made."""

    of_file: Render  # the part of a report on one file
    last: Callable[[Totals, RenderOptions], str] | None = None  # the end, after all parts
    # makes the output from all parts, sorted by path; None: each part is written when it is made
    join: Callable[[Iterable[str]], str] | None = None


class Service(NamedTuple):
    """A CI service, with the variables that it sets in the environment of its jobs."""

    variable: str  # set in every job
    value: str = ""  # its value, in upper or lower case; "" is any value
    workspace: str = ""  # its variable with the folder of the checkout, which paths are relative to
    job_summary: str = ""  # its variable with the path of a Markdown file to show with the job


class Format(NamedTuple):
    """An output format: its renderer, and its properties for the command line, docs and tests."""

    name: str
    readers: Text  # the programs and people that read it, for the documentation
    render: Render
    syntax: str  # TEXT, COMMANDS, JSON, …
    # the output for two files is the output for one and then for the other, except totals
    stream: bool = False
    parts: Parts | None = None  # for formats that do not need all files at once
    columns: Text = NO_COLUMNS  # the unit of its columns
    severities: Mapping[str, str] = {}  # our name of a severity → the format's; {} if they are ours
    from_root: bool = False  # paths are relative to RenderOptions.root, else as the user gave them
    for_terminal: bool = False  # may be coloured, and cut to the width of a terminal
    service: Service | None = None  # the service that reads it, for `auto`
    statistics: Render | None = None  # renders the counts by rule for `--statistics`
    dated: bool = False  # shows the time, the commit and the changes since an earlier report
    validator: str = ""  # what the tests check its output with, besides its syntax


def load(name: str) -> Format:
    """The format of that name, a key of FORMATS."""
    module = __import__(f"{__package__}.{FORMATS[name]}", fromlist=["FORMATS"])
    declared: dict[str, Format] = {form.name: form for form in module.FORMATS}
    return declared[name]


def every() -> list[Format]:
    """All formats, in the order of the help page."""
    return [load(name) for name in FORMATS]


def resolve(name: str, environment: Mapping[str, str]) -> str:
    """The key of FORMATS for `name`: a key itself, an alias, or AUTO."""
    if name != AUTO:
        return ALIASES.get(name, name)
    for form in every():
        if form.service is not None and runs_in(form.service, environment):
            return form.name
    return DEFAULT


def runs_in(service: Service, environment: Mapping[str, str]) -> bool:
    """Whether this process is a job of `service`."""
    value = environment.get(service.variable, "")
    return bool(value) and (not service.value or value.lower() == service.value.lower())
