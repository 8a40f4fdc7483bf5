"""Which findings comments and entries silence; those that they do not silence first."""

from __future__ import annotations

import pytest

from reportlint.core.diagnostic import Diagnostic
from reportlint.core.rule import Rule
from reportlint.core.span import Span
from reportlint.suppression.apply import Ignore, Suppressor, Terms, silences
from reportlint.suppression.comments import directives
from support.rules import UNUSED, read, rule, run
from support.steps import grows_linearly

BLANK = (rule(), rule("other", words=["TODO"]), UNUSED)


def reported_rules(
    text: str, *rules: Rule, format: str = "markdown", ignores: tuple[Ignore, ...] = ()
) -> list[str]:
    return [
        finding.rule for finding in run(text, *(rules or BLANK), format=format, ignores=ignores)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<!-- reportlint-disable-next-line blank -->\n取缔XX家",
        "<!-- reportlint-disable-next-line blank -- XX是路名 -->\n\n取缔XX家",
        "<!--reportlint-disable-next-line blank, other-->\n取缔XX家，TODO",
        "<!-- reportlint-disable-next-line blank other -->\n取缔XX家，TODO",
        "<!-- reportlint-disable-next-line bl* -->\n取缔XX家",
        "取缔XX家 <!-- reportlint-disable-line blank -->",
        "甲\n\n<!-- reportlint-disable blank -->\n\n取缔XX家\n\n整改XX处",
        "<!-- reportlint-disable blank -->\n\n取缔XX家\n\n<!-- reportlint-enable blank -->\n\n乙",
        "取缔XX家\n\n整改XX处\n\n<!-- reportlint-disable-file blank -->",
        pytest.param(
            "<!-- reportlint-disable blank other -->\n\n取缔XX家\n\n<!-- reportlint-enable blank"
            " -->\n\nTODO",
            id="an enable that names one rule ends that one only",
        ),
    ],
)
def test_silenced(text: str) -> None:
    assert reported_rules(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!-- reportlint-disable-next-line other -->\n取缔XX家", ["unused-suppression", "blank"]),
        ("<!-- reportlint-disable-next-line -->\n取缔XX家", ["unused-suppression", "blank"]),
        (
            "<!-- reportlint-disable-next-line blank -->\n甲\n取缔XX家",
            ["unused-suppression", "blank"],
        ),
        (
            (
                "<!-- reportlint-disable blank -->\n\n甲XX\n\n<!-- reportlint-enable blank"
                " -->\n\n取缔XX家"
            ),
            ["blank"],
        ),
        pytest.param(
            "<!-- reportlint-disable blank other -->\n\nXX，TODO\n\n<!-- reportlint-enable"
            " -->\n\nXX，TODO",
            ["blank", "other"],
            id="an enable that names none ends all",
        ),
        ("`<!-- reportlint-disable-file blank -->`\n\n取缔XX家", ["blank"]),
        ("```\n<!-- reportlint-disable-file blank -->\n```\n\n取缔XX家", ["blank"]),
        ("<!-- reportlint-disabled-file blank -->\n\n取缔XX家", ["blank"]),
        ("<!-- reportlint-enable blank -->\n\n取缔XX家", ["unused-suppression", "blank"]),
        (
            "<!-- reportlint-disable-next-line misspelt -->\n取缔XX家",
            ["unused-suppression", "blank"],
        ),
        ("<!-- reportlint-disable-next-line blank, other -->\n取缔XX家", ["unused-suppression"]),
    ],
)
def test_not_silenced(text: str, expected: list[str]) -> None:
    assert reported_rules(text) == expected


def test_in_rest() -> None:
    assert reported_rules(".. reportlint-disable-next-line blank\n\n取缔XX家\n", format="rst") == []
    assert reported_rules(".. reportlint-disable-file other\n\n取缔XX家\n", format="rst") == [
        "unused-suppression",
        "blank",
    ]


@pytest.mark.parametrize(
    ("ignore", "silent"),
    [
        (Ignore("blank"), True),
        (Ignore("*"), True),
        (Ignore("blank", "取缔XX家"), True),
        (Ignore("blank", "X"), True),
        (Ignore("blank", "XX"), True),
        (Ignore("blank", "XX家"), True),
        (Ignore("blank", "缔XX"), True),
        (Ignore("other", "取缔XX家"), False),
        (Ignore("blank", "整改"), False),
        (Ignore("blank", "缔X"), False),
    ],
)
def test_ignored_by_configuration(ignore: Ignore, silent: bool) -> None:
    assert (reported_rules("整改后取缔XX家", ignores=(ignore,)) == []) is silent


@pytest.mark.parametrize(
    ("ignore", "start", "silent"),
    [
        pytest.param("乙丙", 4, False, id="before the finding"),
        pytest.param("乙丙", 2, False, id="over its edge"),
        pytest.param("丁戊", 2, False, id="over its other edge"),
        pytest.param("戊己", 1, False, id="behind it"),
        pytest.param("甲乙", 0, True, id="at the start of the text"),
        pytest.param("己庚", 5, True, id="at the end of the text"),
        pytest.param("丙丁", 2, True, id="all of it"),
        pytest.param("丙", 2, True, id="its start"),
        pytest.param("丁", 2, True, id="its end"),
        pytest.param("甲乙丙丁戊己庚", 2, True, id="around it"),
    ],
)
def test_an_entry_with_a_text_is_about_what_it_lies_in_or_around(
    ignore: str, start: int, silent: bool
) -> None:
    findings = [Diagnostic("blank", "error", Span(start, start + 2), "")]
    suppressor = Suppressor(read("甲乙丙丁戊己庚").document, (), (Ignore("blank", ignore),))
    assert (suppressor.suppress(findings) == []) is silent


def test_an_entry_may_overlap_another_occurrence_of_itself() -> None:
    document = read("三三三").document
    findings = [Diagnostic("blank", "error", Span(1, 3), "")]
    assert Suppressor(document, (), (Ignore("blank", "三三"),)).suppress(findings) == []


@pytest.mark.parametrize(
    ("first", "last", "silent"),
    [
        ("甲", "乙", False),
        ("戊", "己", False),
        ("甲", "丙", True),
        ("丁", "己", True),
        ("丙", "丁", True),
    ],
)
def test_a_finding_of_several_lines_is_silenced_on_any_of_them(
    first: str, last: str, silent: bool
) -> None:
    text = "甲\n乙\n丙 <!-- reportlint-disable-line blank --> 丁\n戊\n己\n"
    document = read(text).document
    findings = [Diagnostic("blank", "error", Span(text.index(first), text.index(last) + 1), "")]
    assert (Suppressor(document, directives(document)).suppress(findings) == []) is silent


NEXT = "<!-- reportlint-disable-next-line blank -->"


@pytest.mark.parametrize("text", [NEXT, f"甲\n\n{NEXT}"])
def test_a_comment_for_the_next_line_on_the_last_one_silences_nothing(text: str) -> None:
    document = read(text).document
    assert silences(document, directives(document)) == []
    assert reported_rules(text) == ["unused-suppression"]


def test_a_comment_for_the_next_line_before_an_empty_last_line_is_for_that() -> None:
    document = read(f"{NEXT}\n").document
    assert [
        (silence.first, silence.last) for silence in silences(document, directives(document))
    ] == [(2, 2)]


def test_what_silenced_something_is_remembered() -> None:
    text = f"{NEXT}\n取缔XX家\n{NEXT}\n整改隐患"
    document = read(text).document
    entries = (Ignore("blank", "取缔"), Ignore("bl*", "整改"), Ignore("other"))
    suppressor = Suppressor(document, directives(document), entries)
    at = text.index("XX") - 2
    assert suppressor.suppress([Diagnostic("blank", "error", Span(at, at + 4), "")]) == []
    assert suppressor.used == {(0, "blank")}
    assert suppressor.used_ignores == {Ignore("blank", "取缔")}


def test_what_nothing_silences() -> None:
    text = f"{NEXT}\n取缔XX家"
    document = read(text).document
    terms = Terms(unsuppressible=frozenset({"blank"}))
    suppressor = Suppressor(document, directives(document), (Ignore("*"),), terms)
    findings = [Diagnostic("blank", "error", Span(len(NEXT) + 3, len(NEXT) + 5), "")]
    assert suppressor.suppress(findings) == findings
    assert not suppressor.used
    assert not suppressor.used_ignores


def test_many_comments_and_findings_take_time_in_proportion() -> None:
    def of(size: int):  # type: ignore[no-untyped-def]
        lines = f"{NEXT}\n取缔XX家\n\n" * size
        document = read(lines).document
        comments = directives(document)
        places = (lines.index("XX", at * len(lines) // size) for at in range(size))
        findings = [Diagnostic("blank", "error", Span(at, at + 2), "") for at in places]
        return lambda: Suppressor(document, comments).suppress(findings)

    assert grows_linearly(of, 100)
