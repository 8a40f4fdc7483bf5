"""New reports as Word documents have the same properties as those in text."""

from __future__ import annotations

import pytest

from reportlint.core.diagnostic import Diagnostic
from reportlint.core.report_type import ReportType, ReportTypes
from reportlint.docx.reader import read
from reportlint.docx.values import DocxText
from reportlint.lint.check import check
from reportlint.scaffold.new import MARKDOWN, PLAIN, blanks, draft
from reportlint.scaffold.word import word_draft
from reportlint.structure.reading import DocumentReading
from reportlint.text.docx import parse_docx
from reportlint.text.parse import parse
from support.shipped_types import prepared, setup


def types() -> ReportTypes:
    return setup().library.types


def findings_in(word: DocxText) -> tuple[ReportType | None, list[Diagnostic]]:
    """The recognised type of a document, and its diagnostics."""
    untyped = DocumentReading(parse_docx(word, setup().matcher), setup().matcher)
    guess = setup().recogniser.recognise(untyped.document, "", lambda: untyped.headings)
    of = guess.type if guess else None
    reading = DocumentReading(untyped.document, setup().matcher, of)
    return of, check(reading, prepared(), "en").findings


EVERY = pytest.mark.parametrize("name", sorted(types()))


@EVERY
def test_a_new_report_has_nothing_but_blanks(name: str) -> None:
    of = types()[name]
    made = word_draft(of, {})
    word = read(made.data)
    guess, diagnostics = findings_in(word)
    assert guess is of
    assert {diagnostic.rule for diagnostic in diagnostics} == {"placeholder"}, diagnostics
    controls = [control for line in word.lines for control in line.controls]
    assert len(diagnostics) == len(controls)
    assert not any(control.filled for control in controls)
    assert made.missing == blanks(of)
    assert {control.title for control in controls} == {name[:64] for name in made.missing}


@EVERY
def test_a_report_filled_in_has_nothing(name: str) -> None:
    of = types()[name]
    made = word_draft(of, of.blanks)
    assert made.missing == ()
    guess, diagnostics = findings_in(read(made.data))
    assert guess is of
    assert diagnostics == []


@EVERY
def test_it_says_what_the_text_says(name: str) -> None:
    of = types()[name]
    text = draft(of, of.blanks, PLAIN).text
    lines = [line.text for line in read(word_draft(of, of.blanks).data).lines]
    wanted = [line for line in text.split("\n") if line]
    if of.name.get("zh") and "一、" in text:  # the headings are numbered by Word
        assert [line for line in lines if line in wanted] == wanted
    else:
        plain = [line.partition(". ")[2] if line[:1].isdigit() else line for line in wanted]
        assert [line for line in lines if line in plain or line in wanted]


FAULTS = {
    "a section lost": lambda of, at: (*of.sections[:at], *of.sections[at + 1 :]),
    "an empty section": lambda of, at: (
        *of.sections[:at],
        of.sections[at]._replace(write="\u3000", sections=()),
        *of.sections[at + 1 :],
    ),
    "a section twice": lambda of, at: (*of.sections, of.sections[at]),
}


def rules(of: ReportType, diagnostics: list[Diagnostic]) -> list[str]:
    return sorted(
        diagnostic.rule for diagnostic in diagnostics if not diagnostic.rule.startswith("ordinal-")
    )


def in_text(of: ReportType, faulty: ReportType) -> list[Diagnostic]:
    document = parse(draft(faulty, of.blanks, MARKDOWN).text, "markdown", setup().matcher)
    return check(DocumentReading(document, setup().matcher, of), prepared(), "en").findings


def in_word(of: ReportType, faulty: ReportType) -> list[Diagnostic]:
    document = parse_docx(read(word_draft(faulty, of.blanks).data), setup().matcher)
    return check(DocumentReading(document, setup().matcher, of), prepared(), "en").findings


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize(
    "name", sorted(name for name in types() if len(types()[name].sections) > 1)
)
def test_a_fault_is_found_as_in_markdown(name: str, fault: str) -> None:
    of = types()[name]
    for at in range(len(of.sections)):
        faulty = of._replace(sections=FAULTS[fault](of, at))
        assert rules(of, in_word(of, faulty)) == rules(of, in_text(of, faulty)), at


def test_each_of_these_faults_is_found_somewhere() -> None:
    of = types()["duty-report"]
    reported = set()
    for change in FAULTS.values():
        for at in range(len(of.sections)):
            reported |= set(rules(of, in_word(of, of._replace(sections=change(of, at)))))
    reported |= set(rules(of, in_word(of, of._replace(closing=None))))
    assert {"section-missing", "section-empty", "section-duplicate", "closing-missing"} <= reported
