"""What a check says."""

from __future__ import annotations

from collections.abc import Iterable

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.span import Span
from reportlint.core.text import Text

ERROR = "error"
WARNING = "warning"
INFO = "info"
OFF = "off"
SEVERITIES = (ERROR, WARNING, INFO)  # the gravest first
NEVER = "never"
SEVERITY_NAMES = {  # for people
    ERROR: Text("错误", "error"),
    WARNING: Text("警告", "warning"),
    INFO: Text("提示", "info"),
    OFF: Text("关闭", "off"),
}

SAFE = "safe"
UNSAFE = "unsafe"


def at_least(severity: str, threshold: str) -> bool:
    """Whether `severity` is as grave as `threshold`, which may be "never"."""
    return threshold != NEVER and SEVERITIES.index(severity) <= SEVERITIES.index(threshold)


class Edit(NamedTuple):
    """Put `text` where `span` is."""

    span: Span
    text: str


def apply(text: str, edits: Iterable[Edit]) -> str:
    """`text` with edits that do not overlap and are in order."""
    parts = []
    at = 0
    for (start, end), new in edits:
        parts += [text[at:start], new]
        at = end
    return "".join(parts) + text[at:]


class Fix(NamedTuple):
    """Edits that mend a diagnostic together; they do not overlap."""

    safety: str
    edits: tuple[Edit, ...]


class Related(NamedTuple):
    """Another place of the same document that explains a diagnostic."""

    span: Span
    message: str


class Diagnostic(NamedTuple):
    """One finding in one document. Its message is ready to print; its places are offsets."""

    rule: str
    severity: str
    span: Span
    message: str
    section: tuple[str, ...] = ()  # titles of the sections around it, the outermost first
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    # what it is about, in no language: where that is not the text of its span, as of something
    # missing
    subject: str = ""
    # it is about the report as a whole, in whatever section it is shown
    document_level: bool = False
    # it is about this attempt to check the file: nothing to record or to keep
    transient: bool = False
