"""Report types (文种): how one is recognised and what it demands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.blank_field import BlankField
from reportlint.core.field_test import FieldTest
from reportlint.core.rule import Example

REQUIRED = "required"
RECOMMENDED = "recommended"
OPTIONAL = "optional"
DEMANDS = (REQUIRED, RECOMMENDED, OPTIONAL)

# What stands around the body of an official paper.
ADDRESSEE = "addressee"
NUMBER = "number"
SIGNATURE = "signature"
DATE = "date"
PARTS = (ADDRESSEE, NUMBER, SIGNATURE, DATE)


class Phrases(NamedTuple):
    """Texts of which any one will do: literals and regexes."""

    any: tuple[str, ...] = ()
    regex: tuple[str, ...] = ()


class Recognise(NamedTuple):
    """What tells a report of this type. Titles and openings are sought in the title and the first
    body paragraphs."""

    title: Phrases = Phrases()
    opening: Phrases = Phrases()
    path: tuple[str, ...] = ()  # globs
    headings: tuple[str, ...] = ()  # of which two tell the type where all else is silent


class Group(NamedTuple):
    """A demand that any one of its phrases meets."""

    id: str
    phrases: Phrases
    name: Mapping[str, str] = {}  # how a message calls it; {} is by its phrases
    severity: str = ""  # "" is the rule's
    source: str = ""
    given: Phrases = Phrases()  # it is asked for only where the text has one of these


class Placement(NamedTuple):
    """Groups of phrases and how near to the body's first or last paragraph they must stand."""

    within: int  # body paragraphs
    groups: tuple[Group, ...]
    write: str = ""  # what the scaffold puts there
    when: FieldTest | None = None  # it is asked for only where a field says so


class Listing(NamedTuple):
    """The list that a section is written as."""

    style: str  # the marker of its first item, as the scaffold writes it: 一是
    min: int = 0  # items


class SectionSpec(NamedTuple):
    """A section that a report of this type has."""

    id: str
    title: str
    # aliases and regexes for the heading, its ordinal stripped; the title is one of `any`
    phrases: Phrases = Phrases()
    lead: Phrases = Phrases()  # how such a section begins in a text without headings
    demand: str = REQUIRED
    severity: str = ""  # of its absence; "" is the rule's
    source: str = ""
    write: str = ""  # what the scaffold puts there
    sections: tuple[SectionSpec, ...] = ()
    list: Listing | None = None
    many: bool = False  # whether it may be there more than once
    length: int = 0  # code points that it must have at least, spaces not counted
    must: tuple[Group, ...] = ()  # what must stand in it
    must_not: tuple[Group, ...] = ()
    # it is asked for only where a field says so; elsewhere it may be there
    when: FieldTest | None = None
    each: str = ""  # the field of whose values each has such a section in a new report


class Frame(NamedTuple):
    """What the scaffold puts around the sections; "" leaves it out."""

    title: str = ""  # "" is the type's name
    addressee: str = ""
    body: str = ""  # where there is no section, or before the first
    signature: str = ""
    letterhead: str = ""  # above the title: the organisation
    number: str = ""  # under the title: the document number, or when a meeting adopted the text
    when: Mapping[str, FieldTest] = {}  # of these parts, those that only some values have written


class NewFile(NamedTuple):
    """A text file that is written beside a new report."""

    name: str  # seen from the report's folder, with / between folders; may hold blanks
    write: str = ""
    when: FieldTest | None = None  # it is written only where a field says so


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
    # the type whose demands are among its own; the same id: it replaces that type
    extends: str = ""
    examples: tuple[Example, ...] = ()
    extra: bool = True  # whether sections of the first level that it does not name may stand in it
    must: tuple[Group, ...] = ()  # what must stand somewhere in the body
    must_not: tuple[Group, ...] = ()
    # what templates of the type say to their author: a placeholder where it is left in
    prompts: Phrases = Phrases()
    frame: Frame = Frame()
    parts: Mapping[
        str, str
    ] = {}  # of PARTS, those that must stand around the body: REQUIRED or RECOMMENDED
    blanks: Mapping[str, str] = {}  # sample values for the blanks of the scaffold
    fields: Mapping[str, BlankField] = {}  # what is declared of blanks, by their names
    file_name: str = ""  # a regex for the report's file: its named groups are values
    parts_source: str = ""  # where the parts are demanded
    files: tuple[NewFile, ...] = ()  # what is written beside a new report
    empty_sections: str = ""  # severity of an empty section it does not demand; "" is the rule's


class TypeHead(NamedTuple):
    """What must be known of all report types to tell which one a report is of."""

    id: str
    name: Mapping[str, str]
    recognise: Recognise
    extends: str
    headings: tuple[
        tuple[str, ...], ...
    ] = ()  # the accepted titles of each section that is not optional


class ReportTypes(Mapping[str, ReportType]):
    """Report types by id, each made when it is first asked for; of a hundred that are known, a
    report is of one."""

    def __init__(self, heads: Iterable[TypeHead], load: Callable[[str], ReportType]) -> None:
        """`load` makes the type of an id, which is that of one of the heads."""
        self.heads = tuple(heads)
        self._load = load
        self._loaded: dict[str, ReportType | None] = {head.id: None for head in self.heads}

    @classmethod
    def of(cls, types: Iterable[ReportType]) -> ReportTypes:
        """A mapping of types that are already made; of two with one id the later counts."""
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
    """The head of a type that is already made."""
    headings = tuple(
        (spec.title, *spec.phrases.any) for spec in report_type.sections if spec.demand != OPTIONAL
    )
    return TypeHead(
        report_type.id, report_type.name, report_type.recognise, report_type.extends, headings
    )
