"""The sections that a report type speaks of, made ready to be found among headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.lexicon import Lexicon
from reportlint.core.report_type import Phrases, SectionSpec
from reportlint.patterns.phrases import phrase_pattern
from reportlint.structure.titles import Accepted, accepted


class Spec(NamedTuple):
    """A section that the type speaks of, and the titles that it may have."""

    spec: SectionSpec
    parent: str  # id of the spec around it, "" at the top
    accepted: Accepted


def specs_of(specs: Sequence[SectionSpec], lexicon: Lexicon, parent: str = "") -> Iterator[Spec]:
    """The specs and those inside them."""
    for spec in specs:
        pattern = phrase_pattern(Phrases(regex=spec.phrases.regex), lexicon)
        yield Spec(spec, parent, accepted((spec.title, *spec.phrases.any), pattern))
        yield from specs_of(spec.sections, lexicon, spec.id)
