"""Report types (文种): how they are recognised and what they demand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.rule import Example, FieldTest

REQUIRED = "required"
RECOMMENDED = "recommended"
OPTIONAL = "optional"
# what a report type demands, by the value of `required`
DEMANDS = {"true": REQUIRED, "false": OPTIONAL, "recommended": RECOMMENDED}

# The parts around the body of an official document.
ADDRESSEE = "addressee"
NUMBER = "number"
SIGNATURE = "signature"
DATE = "date"
PARTS = (ADDRESSEE, NUMBER, SIGNATURE, DATE)

BLANK = lazy(r"\{\{\s*([^{}\n]+?)\s*\}\}")  # a blank of a template, and its name
# where the value of a blank may come from
TODAY = "today"
GIT_NAME, GIT_EMAIL = "git-name", "git-email"
GIT_REPOSITORY, GIT_BRANCH = "git-repository", "git-branch"
SOURCES = (TODAY, GIT_NAME, GIT_EMAIL, GIT_REPOSITORY, GIT_BRANCH)


class BlankField(NamedTuple):
    """One blank of a template; "" and () mean that nothing is declared."""

    ask: Mapping[str, str] = {}  # the question by language; {}: never asked
    default: str = ""  # may contain blanks of other fields
    choices: tuple[str, ...] = ()
    required: bool = False  # whether no report is written without it
    source: str = ""  # one of SOURCES, tried before the default
    format: str = ""  # of a date, such as YYYY-MM-DD; "": the form of the type's language


class Phrases(NamedTuple):
    """Texts of which any one is enough: literals and regexes."""

    any: tuple[str, ...] = ()
    regex: tuple[str, ...] = ()


class Recognise(NamedTuple):
    """The features by which a report of this type is recognised. Titles and openings are searched
    for in the title and the first body paragraphs."""

    title: Phrases = Phrases()
    opening: Phrases = Phrases()
    path: tuple[str, ...] = ()  # globs
    headings: tuple[str, ...] = ()  # two of them decide the type if nothing else does


class Group(NamedTuple):
    """A demand that any one of its phrases meets."""

    id: str
    phrases: Phrases
    name: Mapping[str, str] = {}  # what a message calls it; {}: its phrases
    severity: str = ""  # "": that of the rule
    source: str = ""
    given: Phrases = Phrases()  # demanded only if the text has one of these
    points: bool = False  # demanded only of an opening that leads in numbered points


class Placement(NamedTuple):
    """Groups of phrases, and how near to the first or last body paragraph they must be."""

    within: int  # body paragraphs
    groups: tuple[Group, ...]
    write: str = ""  # what the scaffold writes there
    when: FieldTest | None = None  # demanded only if this holds


class Listing(NamedTuple):
    """The form of a section that is a list."""

    style: str  # the marker of its first item, as the scaffold writes it: 一是
    min: int = 0  # minimum number of items


class SectionSpec(NamedTuple):
    """A section of a report of this type."""

    id: str
    title: str
    # aliases and regexes for the heading without its ordinal; the title is one of `any`
    phrases: Phrases = Phrases()
    lead: Phrases = Phrases()  # how the section begins in a text without headings
    demand: str = REQUIRED
    severity: str = ""  # of its absence; "": that of the rule
    source: str = ""
    write: str = ""  # what the scaffold writes there
    sections: tuple[SectionSpec, ...] = ()
    list: Listing | None = None
    many: bool = False  # whether it may occur more than once
    length: int = 0  # minimum length in code points, without spaces
    must: tuple[Group, ...] = ()  # what must occur in it
    must_not: tuple[Group, ...] = ()
    # demanded only if this holds; otherwise optional
    when: FieldTest | None = None
    each: str = ""  # a field: a new report has one such section for each of its values


class Frame(NamedTuple):
    """The texts that the scaffold writes around the sections; "" writes nothing."""

    title: str = ""  # "": the name of the type
    addressee: str = ""
    body: str = ""  # before the first section, or if there is none
    signature: str = ""
    letterhead: str = ""  # above the title: the organisation
    number: str = ""  # under the title: the document number, or when a meeting adopted the text
    when: Mapping[str, FieldTest] = {}  # the condition of each part that is not always written


class NewFile(NamedTuple):
    """A text file that is written beside a new report."""

    name: str  # relative to the report's folder, with / between folders; may contain blanks
    write: str = ""
    when: FieldTest | None = None  # written only if this holds


class ReportType(NamedTuple):
    """One report-type file."""

    id: str
    pack: str
    name: Mapping[str, str]
    why: Mapping[str, str] = {}
    recognise: Recognise = Recognise()
    opening: Placement | None = None
    sections: tuple[SectionSpec, ...] = ()
    closing: Placement | None = None
    ordered: bool = False  # whether sections out of order are reported
    path: str = ""
    line: int = 0
    # the type whose demands it includes; if it has the same id, it replaces that type
    extends: str = ""
    examples: tuple[Example, ...] = ()
    extra: bool = True  # whether other sections are allowed on the first level
    must: tuple[Group, ...] = ()  # what must occur somewhere in the body
    must_not: tuple[Group, ...] = ()
    # prompts to the author in templates of the type; one left in a report is a placeholder
    prompts: Phrases = Phrases()
    frame: Frame = Frame()
    parts: Mapping[str, str] = {}  # for each of PARTS that is named: its demand, a value of DEMANDS
    blanks: Mapping[str, str] = {}  # sample values for the blanks of the scaffold
    fields: Mapping[str, BlankField] = {}  # the declarations of blanks, by name
    file_name: str = ""  # a regex for the name of the report's file; its named groups are values
    parts_source: str = ""  # the source of the demand for the parts
    files: tuple[NewFile, ...] = ()  # files written beside a new report
    empty_sections: str = ""  # of an empty section that is not demanded; "": that of the rule


class TypeHead(NamedTuple):
    """The data of a report type that is needed to recognise the type of a report."""

    id: str
    name: Mapping[str, str]
    recognise: Recognise
    extends: str
    headings: tuple[
        tuple[str, ...], ...
    ] = ()  # the accepted titles of each section that is not optional


class ReportTypes(Mapping[str, ReportType]):
    """Report types by id, each loaded on first use: a report has only one of a hundred known
    types."""

    def __init__(self, heads: Iterable[TypeHead], load: Callable[[str], ReportType]) -> None:
        """`load` makes the type of an id of one of the heads."""
        self.heads = tuple(heads)
        self._load = load
        self._loaded: dict[str, ReportType | None] = {head.id: None for head in self.heads}

    @classmethod
    def of(cls, types: Iterable[ReportType]) -> ReportTypes:
        """A mapping of types that are already made; of two types with the same id the later one
        counts."""
        by_id = {report_type.id: report_type for report_type in types}
        return cls(map(head_of, by_id.values()), by_id.__getitem__)

    def __getitem__(self, type_id: str) -> ReportType:
        loaded = self._loaded[type_id]
        if loaded is None:
            loaded = self._loaded[type_id] = self._load(type_id)
        return loaded

    def __contains__(self, type_id: object) -> bool:
        return type_id in self._loaded

    def __iter__(self) -> Iterator[str]:
        return iter(self._loaded)

    def __len__(self) -> int:
        return len(self._loaded)


def head_of(report_type: ReportType) -> TypeHead:
    """The head of a type."""
    headings = tuple(
        (spec.title, *spec.phrases.any) for spec in report_type.sections if spec.demand != OPTIONAL
    )
    return TypeHead(
        report_type.id, report_type.name, report_type.recognise, report_type.extends, headings
    )


def every_section(specs: Iterable[SectionSpec]) -> Iterator[SectionSpec]:
    """The sections and those within them, in the order of the text."""
    for spec in specs:
        yield spec
        yield from every_section(spec.sections)
