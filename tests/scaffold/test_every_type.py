"""Properties of every shipped type: its new reports are clean, faults in them are reported, and no
other type recognises them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from reportlint.core.diagnostic import INFO, Diagnostic
from reportlint.core.document import Document
from reportlint.core.report_type import (
    REQUIRED,
    Frame,
    Placement,
    ReportType,
    ReportTypes,
    SectionSpec,
)
from reportlint.lint.check import check
from reportlint.scaffold.new import FORMATS, blanks, draft
from reportlint.structure.reading import DocumentReading
from reportlint.structure.recognise import Recogniser
from reportlint.structure.roles import with_roles
from reportlint.text.parse import format_of, parse
from support.shipped_types import prepared, setup

SAMPLES = Path(__file__).parents[1] / "types"
NEUTRAL = "草木青青。"


@cache
def types() -> ReportTypes:
    return setup().library.types


def document(text: str, form: str) -> Document:
    return with_roles(parse(text, format_of(f"a.{form}"), setup().matcher), setup().matcher)


def findings_in(text: str, form: str, of: ReportType | None = None) -> list[Diagnostic]:
    """The diagnostics of a text, read as a report of type `of`, or else as the recognised type."""
    read = document(text, form)
    if of is None:
        untyped = DocumentReading(read, setup().matcher)
        guess = setup().recogniser.recognise(read, "", lambda: untyped.headings)
        of = guess.type if guess else None
    return check(DocumentReading(read, setup().matcher, of), prepared(), "en").findings


def shown(text: str, diagnostics: list[Diagnostic]) -> list[str]:
    return [
        f"{diagnostic.rule}: {diagnostic.message} «{diagnostic.span.cut(text)}»"
        for diagnostic in diagnostics
    ]


EVERY = pytest.mark.parametrize("name", sorted(types()))
FORMS = pytest.mark.parametrize("form", FORMATS)


@EVERY
@FORMS
def test_a_new_report_has_nothing_but_blanks(name: str, form: str) -> None:
    text = draft(types()[name], {}, form).text
    assert [
        line for line in shown(text, findings_in(text, form)) if not line.startswith("placeholder")
    ] == []
    assert findings_in(text, form), "its blanks are found"


@EVERY
@FORMS
def test_a_report_filled_in_has_nothing(name: str, form: str) -> None:
    of = types()[name]
    assert set(of.blanks) == set(blanks(of)), "a sample value for every blank, and for no other"
    made = draft(of, of.blanks, form)
    assert made.missing == ()
    assert shown(made.text, findings_in(made.text, form)) == []


@EVERY
@FORMS
def test_a_new_report_is_recognised_by_its_type_alone(name: str, form: str) -> None:
    of = types()[name]
    for values in ({}, of.blanks):
        alone(draft(of, values, form).text, form, name)


def _is_told(by: Recogniser, read: Document, is_same: bool) -> bool:
    """Whether a report is recognised by the lines above its headings; with `is_same`, also by the
    headings."""
    untyped = DocumentReading(read, setup().matcher)
    return bool(by.recognise(read) or is_same and by.recognise(read, "", lambda: untyped.headings))


def alone(text: str, form: str, name: str) -> None:
    read, lexicon = document(text, form), setup().library.lexicon
    by = [
        other
        for other, report_type in types().items()
        if _is_told(Recogniser(ReportTypes.of([report_type]), lexicon), read, other == name)
    ]
    assert by == [name]
    untyped = DocumentReading(read, setup().matcher)
    guess = setup().recogniser.recognise(read, "", lambda: untyped.headings)
    assert guess is not None
    assert guess.type.id == name


def required(specs: tuple[SectionSpec, ...]) -> Iterator[int]:
    yield from (i for i, spec in enumerate(specs) if spec.demand == REQUIRED)


WITHOUT = [(name, i) for name, of in types().items() for i in required(of.sections)]


@pytest.mark.parametrize(("name", "gone"), WITHOUT)
@FORMS
def test_a_required_section_taken_out_is_reported_where_it_was(
    name: str, gone: int, form: str
) -> None:
    of = types()[name]
    if len(of.sections) - 1 < 1 or not any(
        spec.write for i, spec in enumerate(of.sections) if i != gone
    ):
        pytest.skip("nothing is left")
    without = of._replace(sections=(*of.sections[:gone], *of.sections[gone + 1 :]))
    text = draft(without, of.blanks, form).text
    diagnostics = [
        diagnostic
        for diagnostic in findings_in(text, form, of)
        if not diagnostic.rule.startswith("ordinal-")
    ]  # 一、 may be left alone
    assert [diagnostic.rule for diagnostic in diagnostics] == ["section-missing"], shown(
        text, diagnostics
    )
    before = [spec for spec in of.sections[:gone] if spec.write]
    last = draft(of._replace(sections=before[-1:]), of.blanks, form).text if before else ""
    place = diagnostics[0].span.cut(text)
    if before:
        assert place in last
        assert text.index(place) > text.index(before[-1].title)
    else:
        assert diagnostics[0].span.start == 0


SWAPS = [
    (name, i) for name, of in types().items() if of.ordered for i in range(len(of.sections) - 1)
]


@pytest.mark.parametrize(("name", "first"), SWAPS)
@FORMS
def test_two_sections_that_change_places_are_reported_once(
    name: str, first: int, form: str
) -> None:
    of = types()[name]
    sections = list(of.sections)
    sections[first : first + 2] = reversed(sections[first : first + 2])
    text = draft(of._replace(sections=tuple(sections)), of.blanks, form).text
    assert [diagnostic.rule for diagnostic in findings_in(text, form, of)] == ["section-order"]


def demanding(placement: Placement | None) -> bool:
    return placement is not None and bool(placement.groups)


def neutral(of: ReportType, **changes: object) -> str:
    """A report of the type with a neutral text as opening and closing."""
    sections = tuple(spec._replace(write=NEUTRAL) for spec in of.sections)
    body = "\n\n".join([NEUTRAL] * (20 if not sections else 1))
    bare = of._replace(sections=sections, frame=Frame(of.frame.title, body=body), **changes)  # type: ignore[arg-type]
    return draft(bare, of.blanks, "md").text


@pytest.mark.parametrize("name", [name for name, of in types().items() if demanding(of.opening)])
def test_an_opening_taken_out_is_reported_once_a_demand_where_the_body_begins(name: str) -> None:
    of = types()[name]
    assert of.opening is not None
    text = neutral(of, opening=None, closing=None)
    diagnostics = [
        diagnostic
        for diagnostic in findings_in(text, "md", of)
        if diagnostic.rule == "opening-missing"
    ]
    # words that lead in points are demanded only if nothing else is missing: tests/types
    demands = sum(not group.points for group in of.opening.groups)
    assert [diagnostic.span.start for diagnostic in diagnostics] == [text.index(NEUTRAL)] * demands


@pytest.mark.parametrize("name", [name for name, of in types().items() if demanding(of.closing)])
def test_a_closing_taken_out_is_reported_once_a_demand_where_the_body_ends(name: str) -> None:
    of = types()[name]
    assert of.closing is not None
    text = neutral(of, closing=None)
    diagnostics = [
        diagnostic
        for diagnostic in findings_in(text, "md", of)
        if diagnostic.rule == "closing-missing"
    ]
    demands = len(of.closing.groups)
    assert [diagnostic.span.start for diagnostic in diagnostics] == [text.rindex(NEUTRAL)] * demands


@EVERY
def test_a_type_explains_itself(name: str) -> None:
    of = types()[name]
    assert all(of.why.get(language) for language in ("zh", "en"))
    assert any(example.spans for example in of.examples), "a bad example"
    assert any(not example.spans for example in of.examples), "a good example"
    demands = [
        group.source for place in (of.opening, of.closing) if place for group in place.groups
    ]
    demands += [spec.source for spec in of.sections if spec.demand == REQUIRED]
    demands += [group.source for group in (*of.must, *of.must_not)]
    assert all(demands), "a source for all that it demands"


TEXTS = sorted(path for path in SAMPLES.glob("*/*") if path.suffix in (".md", ".txt"))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_report_as_people_write_it_is_clean(path: Path) -> None:
    text, form = path.read_text(encoding="utf-8"), path.suffix[1:]
    alone(text, form, path.parent.name)
    # what is only customary may be hinted at, since people write as they like
    assert (
        shown(
            text,
            [diagnostic for diagnostic in findings_in(text, form) if diagnostic.severity != INFO],
        )
        == []
    )


@EVERY
def test_every_type_has_reports_to_try_it_on(name: str) -> None:
    assert len([path for path in TEXTS if path.parent.name == name]) >= 3
