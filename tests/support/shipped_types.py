"""Check texts with all shipped rules and types, as a run without configuration does."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportlint.config.rule_changes import Choice, rules_in_force
from reportlint.core.diagnostic import Diagnostic
from reportlint.core.request import Settings
from reportlint.lint.check import Prepared, check, prepare
from reportlint.run.setup import Setup, Setups
from reportlint.structure.reading import DocumentReading
from reportlint.structure.roles import with_roles
from reportlint.text.parse import format_of, parse


@cache
def setup() -> Setup:
    return Setups(Settings(isolated=True), whole=True).of(str(Path(__file__)))


@cache
def prepared() -> Prepared:
    from reportlint.kinds import KINDS

    rules = rules_in_force(setup().library, {}, Choice(), KINDS)
    return prepare(rules.rules, rules.lexicon)


def checked(text: str, name: str) -> tuple[str, list[Diagnostic]]:
    """The recognised type of a report with this file name, and its findings."""
    read = with_roles(parse(text, format_of(name), setup().matcher), setup().matcher)
    untyped = DocumentReading(read, setup().matcher)
    guess = setup().recogniser.recognise(untyped.document, "", lambda: untyped.headings)
    of = guess.type if guess else None
    findings = check(DocumentReading(read, setup().matcher, of), prepared(), "en").findings
    return of.id if of else "", findings
