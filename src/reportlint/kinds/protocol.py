"""What a kind is: the algorithm of a rule, and all that other rooms need to know of it.

A kind is a module that is named in `reportlint.kinds`. It must have OPTIONS, FIELDS, `prepare` and
`find`; whatever else it defines of the names below takes the place of the default, which is right
for a kind that finds places in a text.
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
    """What makes a finding the same one after the text around it has changed; a baseline knows it
    by that."""

    subject: tuple[Any, ...] = ()
    """Values as in `Hit.values`: what the finding is about, where that is not the text of its span,
    as of something missing."""
    document_level: bool = False
    """It is about the report as a whole, in whatever section it is shown."""
    transient: bool = False
    """It is about this attempt to check the file: never recorded, and kept in no cache."""


class ChangedReport(Protocol):
    """A report of which some lines were changed, as `touched_by` sees it."""

    @property
    def reading(self) -> Reading:
        """The report as it is now."""

    def touches(self, span: Span, *, beside: bool = False) -> bool:
        """Whether a line of `span` is new, or lines were taken away within it; with `beside` also
        right before or behind it."""

    def outline_changed(self) -> bool:
        """Whether the title or a heading is another than before, or nobody knows how the report
        was."""

    def silenced_by(self, comment: Span) -> Iterable[Span]:
        """The lines that the comment at `comment` is to silence; none where there is no such
        comment."""


def _no_complaints(options: Options) -> Iterable[tuple[str, Text]]:
    return ()


def _by_its_text(hit: Hit, options: Options) -> Identity:
    return Identity()


def touches_its_lines(change: ChangedReport, finding: Diagnostic, options: Options) -> bool:
    """Whether a line of the finding, or of a place that it names as related, was changed."""
    places = (finding.span, *(related.span for related in finding.related))
    return any(change.touches(place) for place in places)


def _not_about_types(options: Options) -> bool:
    return False


def _nothing_to_loosen(type: ReportType, hit: Hit, options: Options) -> ReportType | None:
    return None


class Kind(NamedTuple):
    """One kind. All its functions are pure."""

    OPTIONS: Mapping[str, Field]
    """The options that a rule of this kind may have, at the top level of its file."""

    FIELDS: Mapping[str, str]
    """The fields that its message may name as `{field}`, each with a sample value."""

    prepare: Callable[[Options, Lexicon], Any]
    """Compile what can be compiled: called once a run and rule; the result is passed to `find` with
    each report."""

    find: Callable[[Reading, Any], Iterable[Hit]]
    """The hits in one report, in any order."""

    complaints: Callable[[Options], Iterable[tuple[str, Text]]] = _no_complaints
    """Why a rule with these options could never find anything, each with the option that is to
    blame; asked when a rule is read."""

    identity: Callable[[Hit, Options], Identity] = _by_its_text
    """What a finding is known by in a baseline: by default its rule, the titles around it, and its
    text."""

    touched_by: Callable[[ChangedReport, Diagnostic, Options], bool] = touches_its_lines
    """Whether a change concerns a finding that was there before. What was not is reported in any
    case."""

    checks_type: Callable[[Options], bool] = _not_about_types
    """Whether a rule with these options checks what the type of a report demands."""

    loosen: Callable[[ReportType, Hit, Options], ReportType | None] = _nothing_to_loosen
    """The type without the demand that a hit says is not met, if it is one that a type may do
    without."""

    @classmethod
    def of(cls, module: object) -> Kind:
        """The kind that a module defines, with the defaults for what it does not. Raises TypeError
        where a name is missing."""
        return cls(**{name: getattr(module, name) for name in cls._fields if hasattr(module, name)})
