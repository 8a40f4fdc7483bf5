"""The diagnostics of a check, and their fixes."""

from __future__ import annotations

from collections.abc import Iterable

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.span import Span
from reportlint.core.text import Text

ERROR = "error"
WARNING = "warning"
INFO = "info"
OFF = "off"
SEVERITIES = (ERROR, WARNING, INFO)  # most severe first
NEVER = "never"
SEVERITY_NAMES = {  # names for people
    ERROR: Text("错误", "error"),
    WARNING: Text("警告", "warning"),
    INFO: Text("提示", "info"),
    OFF: Text("关闭", "off"),
}

SAFE = "safe"
UNSAFE = "unsafe"


def at_least(severity: str, threshold: str) -> bool:
    """Whether `severity` is at least as severe as `threshold`, which may be "never"."""
    return threshold != NEVER and SEVERITIES.index(severity) <= SEVERITIES.index(threshold)


class Edit(NamedTuple):
    """The replacement of the text at `span` by `text`."""

    span: Span
    text: str


def apply(text: str, edits: Iterable[Edit]) -> str:
    """`text` with `edits` applied; they are in order and do not overlap."""
    parts = []
    at = 0
    for (start, end), new in edits:
        parts += [text[at:start], new]
        at = end
    return "".join(parts) + text[at:]


class Fix(NamedTuple):
    """Edits that together fix a diagnostic; they do not overlap."""

    safety: str
    edits: tuple[Edit, ...]


class Related(NamedTuple):
    """Another place of the same document that explains a diagnostic."""

    span: Span
    message: str


class Diagnostic(NamedTuple):
    """One finding in one document; the message is ready to print, spans are offsets into the
    text."""

    rule: str
    severity: str
    span: Span
    message: str
    section: tuple[str, ...] = ()  # titles of the enclosing sections, the outermost first
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    # what it is about, the same in every language; "" if that is the text of its span
    subject: str = ""
    # it is about the report as a whole, not about the section where it is shown
    document_level: bool = False
    # it is about this attempt to check the file: not to be recorded or cached
    transient: bool = False
