"""Rules, the conditions under which they are in force, and their examples."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core.text import LANGUAGES as LANGUAGES

FORMATS = ("markdown", "text", "rst", "docx")  # of documents


class Example(NamedTuple):
    """A text in which a rule must find something (`spans` is not empty) or nothing.

    `spans` are (start, end) pairs of code points in `text`, from which the marks ⟦ ⟧ are removed.
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    format: str = "markdown"
    type: str = ""  # the report type it is read as; "": none
    line: int = 0  # of the example in its rule file
    family: str = ""  # the named pattern it belongs to; "": the rule as a whole
    path: str = ""  # of the file that it is the text of, relative to the configuration; "": none
    fields: tuple[tuple[str, str], ...] = ()  # of its front matter, added to those in `text`


def marked(example: Example) -> str:
    """The text of an example with the marks ⟦ ⟧ around its spans, as in its rule file."""
    text = example.text
    for start, end in sorted(example.spans, reverse=True):
        text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    return text


class FieldTest(NamedTuple):
    """The condition on a field of the front matter or of the header lines. Names and values are
    compared without case.

    All parts must hold: the test of the field itself, each of `all_of`, and one of `any_of`.
    """

    field: str  # "" if there are only other tests
    values: tuple[str, ...] = ()  # it has one of these; (): any value
    not_values: tuple[str, ...] = ()  # it has none of these; it may be missing
    absent: bool = False  # it is missing, or empty
    all_of: tuple[FieldTest, ...] = ()
    any_of: tuple[FieldTest, ...] = ()  # (): no condition

    def is_met_by(self, value: str) -> bool:
        """Whether the field may have this value, "" if it is missing; the other tests are not
        considered."""
        value = value.strip().casefold()
        if self.absent:
            return not value
        if self.values:
            return value in map(str.casefold, self.values)
        return value not in map(str.casefold, self.not_values) if self.not_values else bool(value)


class When(NamedTuple):
    """The conditions under which a rule is in force; an empty tuple is no condition."""

    types: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()  # ids in the report's type: only hits in one of them count
    field: FieldTest | None = None
    formats: tuple[str, ...] = ()  # of FORMATS


ALWAYS = When()


class Rule(NamedTuple):
    """One rule as defined by its file. `options` are those of its kind, checked and with defaults
    filled in, as plain data."""

    id: str
    pack: str
    kind: str
    severity: str
    message: Mapping[str, str]
    why: Mapping[str, str]
    options: Mapping[str, Any]
    when: When = ALWAYS
    examples: tuple[Example, ...] = ()
    path: str = ""
    line: int = 0
    # the configuration set `severity`: it applies to all hits, in place of theirs and that of the
    # report's type
    forced: bool = False
    suppressible: bool = True  # whether a comment or an entry of `ignore` may suppress it
    yields_to: tuple[str, ...] = ()  # rules that take precedence if both find the same characters
    url: str = ""  # http or https: a page that explains it
    name: Mapping[str, str] = {}  # a short name for people, by language
