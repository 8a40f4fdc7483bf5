"""What a kind sees of a report: the protocol `Reading`, implemented by `structure/reading.py`; and
what it returns: `Hit`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any, Protocol
from reportlint.core.diagnostic import Fix
from reportlint.core.document import Block, Document
from reportlint.core.lexicon import Lexicon
from reportlint.core.numbering import Run
from reportlint.core.report_type import ReportType
from reportlint.core.span import Span


class Section(NamedTuple):
    """A heading, or a lead phrase in a text without headings, with all text under it."""

    title: str  # without its ordinal and marks
    level: int  # from 1
    heading: Span  # the heading's content, or the lead phrase
    span: Span  # from the heading to the end of the section
    parent: int  # index into Reading.sections, -1 at the top
    block: int  # index of the heading's block, or of the block that begins with the lead phrase


class Reading(Protocol):
    """One report with its structure. Each part is immutable, and computed when it is first used."""

    def __hash__(self) -> int: ...  # by identity

    @property
    def document(self) -> Document:
        """The text and its blocks."""

    @property
    def path(self) -> str:
        """The path relative to the configuration, with `/`; "" for a text that is not a file."""

    @property
    def lexicon(self) -> Lexicon:
        """The marker styles and word lists in use."""

    @property
    def type(self) -> ReportType | None:
        """The report type; None if it is unknown."""

    @property
    def is_recognised(self) -> bool:
        """Whether its type was guessed from the text, neither set by the caller nor one of the
        user's own types."""

    @property
    def language(self) -> str:
        """The main language of the text: "zh", "en", or "" if it is neither."""

    @property
    def body(self) -> Sequence[Block]:
        """The prose blocks of the body, without headings, title, addressee, signature, date and
        afterword."""

    @property
    def runs(self) -> Sequence[Run]:
        """The numbered lists, with the faults in their numbers."""

    @property
    def sections(self) -> Sequence[Section]:
        """All sections in text order, each parent before its children."""

    def section_path(self, offset: int) -> tuple[str, ...]:
        """The titles of the sections around `offset`, the outermost first."""

    def section_of(self, spec_id: str) -> Section | None:
        """The section for the part `spec_id` of this report's type; None if there is none."""


# What a demand of a type is about: its sections, or what is around them (opening, closing,
# signature …).
OUTLINE, FRAME = "outline", "frame"


class Hit(NamedTuple):
    """One match of a kind, which the engine turns into a diagnostic.

    `values` fill the rule's message, which may name only the kind's FIELDS; a tuple or list is
    joined in the reader's language.
    """

    span: Span
    values: Mapping[str, Any] = {}
    related: tuple[tuple[Span, Mapping[str, str]], ...] = ()
    severity: str = ""  # "": that of the rule
    fix: Fix | None = None
    message: Mapping[str, str] = {}  # in place of the rule's; {}: that of the rule
    demand: str = ""  # the id of the section of the report's type that the hit is about
    lacks: str = ""  # OUTLINE or FRAME if something that the type demands is missing
