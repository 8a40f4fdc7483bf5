"""Kind `together`: conditions between sections: at least one of them, all or none, one only with
others, never two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core import schema
from reportlint.core.diagnostic import Diagnostic
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading, Section
from reportlint.core.schema import Field
from reportlint.core.span import Span
from reportlint.core.text import Text
from reportlint.kinds.options import choice, texts, with_defaults
from reportlint.kinds.protocol import ChangedReport, Identity, touches_its_lines
from reportlint.kinds.units import DOCUMENT, units
from reportlint.structure.titles import normal

ANY_OF, ONE_OF, ALL_OR_NONE, REQUIRES, CONFLICTS = CHECKS = (
    *("any-of", "one-of", "all-or-none", "requires", "conflicts"),
)

OPTIONS: Mapping[str, Field] = {
    "check": choice(
        "any-of 至少一节，one-of 恰好一节，all-or-none 要有都有，requires 有第一节就要有其余各节，"
        "conflicts 不能同时有",
        "at least one, exactly one, all or none; the first requires the others; no two of them"
        " together",
        CHECKS,
    )._replace(required=True),
    "sections": schema.mapped(
        "节的标题: 也算这一节的其他标题；没有就写 []",
        "title of a section: other accepted titles; [] for none",
        texts("其他标题", "other titles"),
        {},
        required=True,
    ),
}
FIELDS: Mapping[str, str] = {"found": "方案", "missing": "风险", "titles": "方案"}

_LEAST = 2
_HERE = {"zh": "这一节也有", "en": "this section is there, too"}


class Prepared(NamedTuple):
    check: str
    sections: Mapping[str, frozenset[str]]  # all accepted titles of each section


def complaints(options: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    """The reasons why a rule with these options could never find anything."""
    if len(options.get("sections") or {}) < _LEAST:
        yield "sections", Text("至少写两节", "at least two sections must be named")


def identity(hit: Hit, options: Mapping[str, Any]) -> Identity:
    """About the report as a whole; identified by the sections that are there and those that are
    not."""
    return Identity((hit.values["found"], hit.values["missing"]), document_level=True)


def touched_by(change: ChangedReport, finding: Diagnostic, options: Mapping[str, Any]) -> bool:
    """Whether the outline changed, anywhere, or a line of the finding."""
    return change.outline_changed() or touches_its_lines(change, finding, options)


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> Prepared:
    """The titles of each section, normalised for comparison."""
    given = with_defaults(options, OPTIONS)
    return Prepared(
        given["check"],
        {
            name: frozenset(normal(title) for title in (name, *(others or ())))
            for name, others in given["sections"].items()
        },
    )


def find(reading: Reading, prepared: Prepared) -> Iterator[Hit]:
    """At most one hit: on the heading that lacks another section or is one too many, else on the
    title."""
    if not reading.sections:  # without headings, sections cannot be identified
        return
    sections = _sections_by_name(reading, prepared)
    names = tuple(prepared.sections)
    if not sections and prepared.check in (ANY_OF, ONE_OF):
        yield from (_hit(unit.place, (), names, names) for unit in units(reading, DOCUMENT))
    there = sorted(sections.values(), key=lambda section: section.heading.start)
    if prepared.check in (ONE_OF, CONFLICTS) and len(there) > 1:
        yield _too_many(there, names)
    missing = tuple(name for name in names if name not in sections)
    asking = _asking(prepared, sections, there)
    if asking is not None and missing:
        yield _hit(asking.heading, (asking.title,), missing, names)


def _asking(
    prepared: Prepared, sections: Mapping[str, Section], there: Sequence[Section]
) -> Section | None:
    """The section that requires the others."""
    if prepared.check == ALL_OR_NONE:
        return there[0] if there else None
    return sections.get(next(iter(prepared.sections), "")) if prepared.check == REQUIRES else None


def _sections_by_name(reading: Reading, prepared: Prepared) -> dict[str, Section]:
    """The first section of each name that the report has."""
    sections: dict[str, Section] = {}
    for section in reading.sections:
        for name, accepted in prepared.sections.items():
            if normal(section.title) in accepted:
                sections.setdefault(name, section)
    return sections


def _too_many(there: Sequence[Section], names: Sequence[str]) -> Hit:
    related = tuple((section.heading, _HERE) for section in there[:1])
    titles = tuple(section.title for section in there)
    return _hit(there[1].heading, titles, (), names)._replace(related=related)


def _hit(span: Span, present: Sequence[str], missing: Sequence[str], titles: Sequence[str]) -> Hit:
    shown = {"found": present, "missing": missing}
    return Hit(span, {**{name: value or "–" for name, value in shown.items()}, "titles": titles})
