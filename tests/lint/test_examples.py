from __future__ import annotations

from typing import Any

import pytest

from reportlint.core.report_type import ReportType
from reportlint.core.rule import Example, FieldTest, When
from reportlint.lint.examples import MISSING, NOISY, WRONG_SPAN, not_found_in, run_examples
from support.rules import LEXICON, read_example, rule


def words(*examples: Example, **options: Any) -> list[tuple[str, str, str]]:
    outcomes = run_examples(
        rule(examples=examples, **options), LEXICON, {"t": ReportType("t", "p", {})}, read_example
    )
    cut = lambda outcome, span: span.cut(outcome.example.text) if span else ""  # noqa: E731
    return [
        (outcome.word, cut(outcome, outcome.expected), cut(outcome, outcome.found))
        for outcome in outcomes
    ]


@pytest.mark.parametrize(
    ("example", "outcomes"),
    [
        (Example("取缔XX家", ((2, 4),)), []),
        (Example("取缔", ()), []),
        (Example("取缔XX家，XX处", ((2, 4), (6, 8))), []),
        (Example("XX", ((0, 2),), format="text", type="t"), []),
        (Example("取缔家", ((2, 3),)), [(MISSING, "家", "")]),
        (Example("取缔XX家", ()), [(NOISY, "", "XX")]),
        (Example("取缔XX家", ((2, 5),)), [(WRONG_SPAN, "XX家", "XX")]),
        (Example("甲XX乙", ((0, 1),)), [(MISSING, "甲", ""), (NOISY, "", "XX")]),
    ],
)
def test_outcomes(example: Example, outcomes: list[tuple[str, str, str]]) -> None:
    assert words(example) == outcomes


def test_a_family_that_is_off_is_on_for_its_own_examples() -> None:
    patterns = {"a": {"words": ["某某"], "severity": "off"}, "b": {"words": ["XX"]}}
    assert (
        words(
            Example("某某", ((0, 2),), family="a"),
            Example("某某", (), family="b"),
            patterns=patterns,
        )
        == []
    )


def test_a_rule_that_is_off_runs_for_its_examples() -> None:
    off = rule(severity="off", examples=(Example("XX", ()),))
    assert [outcome.word for outcome in run_examples(off, LEXICON, {}, read_example)] == [NOISY]


DRAFT = FieldTest("Status", ("Draft",))
OF_FILES = When(paths=("peps/**",))
IN_FORCE: list[tuple[bool, When, Example]] = [
    (True, When(field=DRAFT), Example("XX", ())),  # it says nothing of its fields
    (True, When(field=DRAFT), Example("XX", (), fields=(("Status", "draft"),))),
    (False, When(field=DRAFT), Example("XX", (), fields=(("Status", "Final"),))),
    (False, When(field=DRAFT), Example("---\nStatus: Final\n---\n\nXX", ())),
    (True, When(field=DRAFT), Example("---\nStatus: Draft\n---\n\nXX", ())),
    (True, OF_FILES, Example("XX", ())),
    (True, OF_FILES, Example("XX", (), path="peps/a.md")),
    (False, OF_FILES, Example("XX", (), path="a.md")),
    (True, When(types=("t",)), Example("XX", (), type="t")),
    (False, When(types=("other",)), Example("XX", (), type="t")),
    (True, When(types=("other",)), Example("XX", ())),
    (False, When(sections=("a",)), Example("XX", (), type="t")),
    (True, When(languages=("zh",)), Example("XX", ())),  # too short to be of any language
    (False, When(formats=("rst",)), Example("XX", ())),
    (True, When(formats=("rst",)), Example("XX", (), format="rst")),
]


@pytest.mark.parametrize(("expected", "when", "example"), IN_FORCE)
def test_what_an_example_says_is_asked_by_when(
    expected: bool, when: When, example: Example
) -> None:
    made = rule(when=when, examples=(example,))
    outcomes = run_examples(made, LEXICON, {"t": ReportType("t", "p", {})}, read_example)
    assert [outcome.word for outcome in outcomes] == ([NOISY] if expected else [])


INDENTS = [
    ([r"^\s*急件"], Example("急件甲", ((0, 2),)), []),
    ([r"^急件"], Example("- 急件", ()), []),
    ([r"^急件"], Example("甲\n急件", ((2, 4),)), []),
    ([r"^急件"], Example("急件", ((0, 2),)), [(MISSING, "急件", "")]),
]


@pytest.mark.parametrize(("regex", "example", "outcomes"), INDENTS)
def test_a_line_is_tried_behind_an_indent_too(
    regex: list[str], example: Example, outcomes: list[tuple[str, str, str]]
) -> None:
    assert words(example, words=[], regex=regex) == outcomes


def test_not_where_the_rule_has_a_scope() -> None:
    options: dict[str, Any] = {"regex": ["^急件"], "scope": ["heading", "paragraph"]}
    assert words(Example("急件", ((0, 2),)), words=[], **options) == []


@pytest.mark.parametrize(
    ("options", "frames"),
    [
        ({"regex": ["急件"]}, []),
        ({"regex": [r"^急件"], "scope": ["paragraph"]}, []),
        ({"regex": [r"^\s*急件"]}, ["item", "heading"]),
        ({"regex": [r"急件(?=$)"]}, []),
    ],
)
def test_where_else_a_line_is_not_found(options: dict[str, Any], frames: list[str]) -> None:
    made = rule(examples=(Example("急件", ((0, 2),)),), **options)
    assert [frame for _, frame in not_found_in(made, LEXICON, read_example)] == frames
