"""What a kind may ask of a report: the protocol that `parse` fulfils, each part made when first
asked for."""

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
    """A heading, or a lead phrase in a text without headings, with everything under it."""

    title: str  # without its ordinal and marks
    level: int  # from 1
    heading: Span  # the heading's content, or the lead phrase
    span: Span  # from the heading to the end of the section
    parent: int  # index into Reading.sections, -1 at the top
    block: int  # index of the heading's block, or of the block that the lead phrase begins


class Reading(Protocol):
    """One report, read once; every kind selects from it. All parts are immutable and cached."""

    def __hash__(self) -> int: ...  # by identity

    @property
    def document(self) -> Document: ...
    @property
    def path(self) -> str:
        """Where the file lies, relative to the configuration and with `/`; "" of a text that is no
        file."""

    @property
    def lexicon(self) -> Lexicon: ...
    @property
    def type(self) -> ReportType | None: ...
    @property
    def is_recognised(self) -> bool:
        """Whether its type was guessed from the text, and neither told nor one of the user's."""

    @property
    def language(self) -> str:
        """The language most of the text is in: "zh", "en", or "" where neither can be told."""

    @property
    def body(self) -> Sequence[Block]:
        """The prose blocks of the body, the title, addressee, signature, date and afterword left
        out, headings too."""

    @property
    def runs(self) -> Sequence[Run]: ...
    @property
    def sections(self) -> Sequence[Section]:
        """All sections in the order of the text, a parent before its children."""

    def section_path(self, offset: int) -> tuple[str, ...]:
        """The titles of the sections around `offset`, the outermost first."""

    def section_of(self, spec_id: str) -> Section | None:
        """The section that plays the part `spec_id` in this report's type, if there is one."""


# What a type demands: its sections, and what stands around them (opening, closing, signature …).
OUTLINE, FRAME = "outline", "frame"


class Hit(NamedTuple):
    """One find of a kind; the engine makes a diagnostic of it.

    `values` fill the rule's message (only the kind's FIELDS may be named there); a tuple or list is
    joined in the reader's language.
    """

    span: Span
    values: Mapping[str, Any] = {}
    related: tuple[tuple[Span, Mapping[str, str]], ...] = ()
    severity: str = ""  # "" is the rule's
    fix: Fix | None = None
    message: Mapping[str, str] = {}  # in place of the rule's, {} is the rule's
    demand: str = ""  # the id of the section of the report's type that it is about
    lacks: str = ""  # OUTLINE or FRAME where it is about what the type demands and is not there
