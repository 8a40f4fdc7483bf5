"""The output formats. A new format is a new module beside this one and a new line in FORMATS.

The module has a tuple `FORMATS` of `Format` values that says all there is to know about its
formats: the command line, its help, the documentation and the tests read it there. It is imported
when one of its formats is asked for.
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

FORMATS: dict[str, str] = {  # what `--format` takes → module in this folder
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
AUTO = "auto"  # the format that the CI service around us reads, else DEFAULT

# What an output must parse as; TEXT is anything else. tests/output/test_safe_text.py reads each of
# them back.
TEXT, COMMANDS = "text", "commands"
JSON, JSON_LINES = "JSON", "JSON Lines"
XML, HTML, MARKDOWN = "XML", "HTML", "Markdown"

CODE_POINTS = Text("码点", "code points")
CODE_POINT_RANGE = Text("码点，终点不含在内", "code points, end exclusive")
NO_COLUMNS = Text("无", "none")


class RenderOptions(NamedTuple):
    """What the caller knows of the place where an output goes."""

    color: bool = False
    links: bool = False  # a rule's id leads to its page, in the terminals that can (OSC 8)
    width: int = 80  # cells of a line; excerpts are cut to it
    quiet: bool = False  # findings only, no totals
    # the current folder, absolute, with `/`; relative paths of a report start here
    folder: str = ""
    root: str = ""  # the folder that a service sees paths from, absolute, with `/`; "" is `folder`
    tried: tuple[str, ...] = ()  # the sorts of fixes, by safety, that this run has made already
    made: str = ""  # when, for a format that is `dated`
    commit: str = ""  # of the work tree, for such a format; "" is unknown
    earlier: tuple[Earlier, ...] | None = None  # the findings that the report is compared with

    def paint(self, style: str, text: str) -> str:
        """`text` in an ANSI style, where colour is wanted."""
        return f"{style}{text}\x1b[0m" if self.color and text else text

    def linked(self, text: str, address: str) -> str:
        """`text` as a link of a terminal to `address`, where links are wanted and there is one."""
        return f"\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\" if self.links and address else text


Render = Callable[[Report, RenderOptions], str]


class Parts(NamedTuple):
    """How the output for many files is made of parts, one a file, so that no text is kept when its
    part is made."""

    of_file: Render  # the part of a report of one file
    last: Callable[[Totals, RenderOptions], str] | None = None  # what stands behind all parts
    # the output from all parts in the order of their paths; None: each is written as it is made
    join: Callable[[Iterable[str]], str] | None = None


class Service(NamedTuple):
    """A CI service, by the variables that it sets in the environment of its jobs."""

    variable: str  # set in every job
    value: str = ""  # what it is set to, in upper or lower case; "" is anything
    workspace: str = ""  # holds the folder of the checkout, which the service sees paths from
    job_summary: str = ""  # holds the path of a Markdown file that the service shows with the job


class Format(NamedTuple):
    """An output format: how it is made, and what others need to know of it."""

    name: str
    readers: Text  # who reads it, for the documentation
    render: Render
    syntax: str  # TEXT, COMMANDS, JSON, …
    # the output for two files is that for one, then that for the other (totals apart)
    stream: bool = False
    parts: Parts | None = None  # for formats that need not see all files together
    columns: Text = NO_COLUMNS  # what its columns count
    severities: Mapping[str, str] = {}  # our name of a severity → the format's; {} is ours
    from_root: bool = False  # paths are seen from RenderOptions.root, else as the user gave them
    for_terminal: bool = False  # may be coloured and cut to the width of a terminal
    service: Service | None = None  # which service reads it: what `auto` finds
    statistics: Render | None = None  # makes the counts by rule that `--statistics` asks for
    dated: bool = False  # says when it was made, of which commit, and what has changed since before
    validator: str = ""  # what the tests hold its output to, besides its syntax


def load(name: str) -> Format:
    """The format of that name, which is a key of FORMATS."""
    module = __import__(f"{__package__}.{FORMATS[name]}", fromlist=["FORMATS"])
    declared: dict[str, Format] = {form.name: form for form in module.FORMATS}
    return declared[name]


def every() -> list[Format]:
    """All formats, in the order of the help page."""
    return [load(name) for name in FORMATS]


def resolve(name: str, environment: Mapping[str, str]) -> str:
    """The key of FORMATS that `name` stands for: one itself, an alias, or AUTO."""
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
