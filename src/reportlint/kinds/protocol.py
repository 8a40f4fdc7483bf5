"""The interface of a kind: the algorithm of a rule, and what other rooms call of it.

A kind is a module listed in `reportlint.kinds`. It must define OPTIONS, FIELDS, `prepare` and
`find`. It may define the other names of `Kind`; the defaults suit a kind that finds places in a
text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any, Protocol
from reportlint.core.diagnostic import Diagnostic
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading
from reportlint.core.report_type import ReportType
from reportlint.core.schema import Field
from reportlint.core.span import Span
from reportlint.core.text import Text

Options = Mapping[str, Any]
"""The options of a rule: plain data, checked against OPTIONS, with defaults filled in."""


class Identity(NamedTuple):
    """What identifies a finding after the text around it has changed; baselines match findings by
    it."""

    subject: tuple[Any, ...] = ()
    """What the finding is about, as values like those of `Hit.values`, if that is not the text of
    its span (something is missing, for example)."""
    document_level: bool = False
    """Whether the finding is about the report as a whole, in whatever section it is shown."""
    transient: bool = False
    """Whether the finding is only about this attempt to check the file. Such a finding is never
    recorded in a baseline or kept in a cache."""


class ChangedReport(Protocol):
    """A report with some changed lines, as `touched_by` sees it."""

    @property
    def reading(self) -> Reading:
        """The reading of the changed report."""

    def touches(self, span: Span, *, beside: bool = False) -> bool:
        """Whether a line of `span` is new, or lines were deleted within it; with `beside` also
        directly before or after it."""

    def outline_changed(self) -> bool:
        """Whether the title or a heading differs from before, or the text before the change is
        unknown."""

    def silenced_by(self, comment: Span) -> Iterable[Span]:
        """The lines that the comment at `comment` silences; empty if there is no such comment."""


def _no_complaints(options: Options) -> Iterable[tuple[str, Text]]:
    return ()


def _by_its_text(hit: Hit, options: Options) -> Identity:
    return Identity()


def touches_its_lines(change: ChangedReport, finding: Diagnostic, options: Options) -> bool:
    """Whether a line of the finding, or of one of its related places, was changed."""
    places = (finding.span, *(related.span for related in finding.related))
    return any(change.touches(place) for place in places)


def _not_about_types(options: Options) -> bool:
    return False


def _nothing_to_loosen(type: ReportType, hit: Hit, options: Options) -> ReportType | None:
    return None


class Kind(NamedTuple):
    """One kind. All its functions are pure."""

    OPTIONS: Mapping[str, Field]
    """The options of a rule of this kind, at the top level of its file."""

    FIELDS: Mapping[str, str]
    """The fields that a rule's message may name as `{field}`, each with a sample value."""

    prepare: Callable[[Options, Lexicon], Any]
    """Compile what can be compiled. Called once per run and rule, when a report first needs the
    rule; `find` gets the result with each report."""

    find: Callable[[Reading, Any], Iterable[Hit]]
    """The hits in one report, in any order."""

    complaints: Callable[[Options], Iterable[tuple[str, Text]]] = _no_complaints
    """The reasons why a rule with these options could never find anything, each with the name of
    the wrong option. Called when a rule is read."""

    identity: Callable[[Hit, Options], Identity] = _by_its_text
    """What identifies a finding in a baseline; by default its rule, the titles around it, and its
    text."""

    touched_by: Callable[[ChangedReport, Diagnostic, Options], bool] = touches_its_lines
    """Whether a change touches a finding that was there before. A finding that is new is reported
    in any case."""

    checks_type: Callable[[Options], bool] = _not_about_types
    """Whether a rule with these options checks a demand of the report's type."""

    loosen: Callable[[ReportType, Hit, Options], ReportType | None] = _nothing_to_loosen
    """The type without the demand that a hit reports as not met; None if that demand cannot be
    dropped."""

    @classmethod
    def of(cls, module: object) -> Kind:
        """The kind that a module defines, with defaults for the names that it lacks. Raises
        TypeError if a required name is missing."""
        return cls(**{name: getattr(module, name) for name in cls._fields if hasattr(module, name)})
