"""The formats by the name that `--format` takes: each a pure function of the report and of how it is to look.

Their modules are loaded when they are asked for: a hook that prints text pays for no SARIF.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reportlint.core.report import Report
from reportlint.output.look import Look

Format = Callable[[Report, Look], str]

FORMATS = {  # module below `reportlint.output`, and function
    "full": ("text", "full"),
    "concise": ("text", "concise"),
    "json": ("json", "findings"),
    "jsonl": ("jsonl", "lines"),
    "sarif": ("sarif", "sarif"),
    "github": ("github", "commands"),
    "gitlab": ("gitlab", "code_quality"),
    "junit": ("junit", "suites"),
    "checkstyle": ("checkstyle", "checkstyle"),
    "rdjson": ("rdjson", "rdjson"),
    "rdjsonl": ("rdjson", "rdjsonl"),
    "azure": ("azure", "commands"),
    "teamcity": ("teamcity", "messages"),
    "markdown": ("markdown", "table"),
    "html": ("html", "page"),
}
STATISTICS = {
    "full": ("statistics", "as_text"),
    "concise": ("statistics", "as_text"),
    "json": ("statistics", "as_json"),
}
FOR_PEOPLE = frozenset(
    {"full", "concise"}
)  # what may be coloured and cut to the width of a terminal
ALIASES = {"text": "full"}
AUTO = "auto"
SERVICES = (  # a variable that a service sets, its value ("" is any), and the format that it reads
    ("GITHUB_ACTIONS", "true", "github"),
    ("GITLAB_CI", "true", "gitlab"),
    ("TF_BUILD", "True", "azure"),
    ("TEAMCITY_VERSION", "", "teamcity"),
)


def load(name: str, *, statistics: bool = False) -> Format:
    """The format of that name, which is none of ALIASES; or, in its stead, the counts by rule."""
    module, function = (STATISTICS if statistics else FORMATS)[name]
    found: Format = getattr(
        __import__(f"reportlint.output.{module}", fromlist=[function]), function
    )
    return found


def chosen(name: str, environment: Mapping[str, str]) -> str:
    """`name` without aliases, and with `auto` made what the service that runs us reads, or `full`."""
    if name != AUTO:
        return ALIASES.get(name, name)
    for variable, value, form in SERVICES:
        if environment.get(variable) and (
            not value or environment[variable].lower() == value.lower()
        ):
            return form
    return "full"
