"""Rules, packs and what a rule needs to be run."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core.field_test import FieldTest
from reportlint.core.text import LANGUAGES as LANGUAGES

FORMATS = ("markdown", "text", "rst", "docx")  # of documents


class Example(NamedTuple):
    """A text that a rule must find something in (`spans` not empty) or must stay silent on.

    `spans` are (start, end) pairs of code points into `text`, from which the marks ⟦ ⟧ are already
    gone.
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    format: str = "markdown"
    type: str = ""  # the report type it is read as; "" is none
    line: int = 0  # of the example in its rule file
    family: str = ""  # the named pattern it belongs to; "" is the rule as a whole
    path: str = ""  # of the file that it is the text of, relative to the configuration; "" is none
    fields: tuple[tuple[str, str], ...] = ()  # of its front matter, beside those in its text


def marked(example: Example) -> str:
    """The text of an example with the marks ⟦ ⟧ around its spans, as its rule file has it."""
    text = example.text
    for start, end in sorted(example.spans, reverse=True):
        text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    return text


class When(NamedTuple):
    """Where a rule is in force; an empty tuple asks for nothing."""

    types: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()  # ids in the report's type: only what lies in one of them counts
    field: FieldTest | None = None
    formats: tuple[str, ...] = ()  # of FORMATS


class Rule(NamedTuple):
    """One rule as its file says it. `options` are those of its kind, checked and with defaults
    filled in, plain data only."""

    id: str
    pack: str
    kind: str
    severity: str
    message: Mapping[str, str]
    why: Mapping[str, str]
    options: Mapping[str, Any]
    when: When = When()
    examples: tuple[Example, ...] = ()
    path: str = ""
    line: int = 0
    # the configuration set `severity`: it counts for all hits, whatever they or the report's type
    # say
    forced: bool = False
    suppressible: bool = True  # whether a comment or an entry of `ignore` may silence it
    yields_to: tuple[str, ...] = ()  # rules that come first where both find the same characters
    url: str = ""  # http or https: where more is said of it
    name: Mapping[str, str] = {}  # a short one for people, in each language
