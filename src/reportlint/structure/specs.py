"""The section specs of a report type, prepared for matching headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.lexicon import Lexicon
from reportlint.core.report_type import Phrases, SectionSpec
from reportlint.patterns.phrases import phrase_pattern
from reportlint.structure.titles import Accepted, accepted


class Spec(NamedTuple):
    """A section spec of the type, and its accepted titles."""

    spec: SectionSpec
    parent: str  # id of the spec around it, "" at the top
    accepted: Accepted


def specs_of(specs: Sequence[SectionSpec], lexicon: Lexicon, parent: str = "") -> Iterator[Spec]:
    """The specs and those nested in them."""
    for spec in specs:
        pattern = phrase_pattern(Phrases(regex=spec.phrases.regex), lexicon)
        yield Spec(spec, parent, accepted((spec.title, *spec.phrases.any), pattern))
        yield from specs_of(spec.sections, lexicon, spec.id)
