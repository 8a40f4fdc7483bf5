"""Answers for a model: short, and truncated if they are too long."""

from __future__ import annotations

from reportlint.assistant.answers import MOST, names, of_findings, of_rule
from reportlint.core.rule import Example, Rule
from reportlint.finding import Edit, Finding, Fix


def finding(**changes: object) -> Finding:
    return Finding("", "r", "warning", "m", 1, 2, 1, 3, 1, 2)._replace(**changes)


def test_nothing_found() -> None:
    assert of_findings([], "", "en") == "No findings."


def test_a_finding_with_its_line_and_its_cure() -> None:
    fix = Fix("safe", (Edit(1, 2, 1, 3, 1, 2, ""), Edit(1, 3, 1, 3, 2, 2, "x")))
    answer = of_findings([finding(fix=fix)], "  abc\n", "en")
    assert answer == '1:2 warning r: m; cure (safe): 1:2 delete; 1:3 put "x"\n  > abc'


def test_too_many_findings_are_counted() -> None:
    answer = of_findings([finding(message="")] * (MOST + 3), "", "en")
    assert answer.endswith("… and 3 more.")


def test_a_long_line_is_cut() -> None:
    assert of_findings([finding()], "a" * 500, "en").endswith("a…")


def test_lines_end_where_the_finding_counts_them() -> None:
    assert of_findings([finding(line=2)], "a\x0cb\u2028c\nXX\n", "en").endswith("  > XX")


def test_of_a_long_line_the_words_of_the_finding_are_shown() -> None:
    answer = of_findings([finding(column=301)], "a" * 300 + "b" + "a" * 300, "en")
    assert "aba" in answer


def test_a_rule_with_its_examples() -> None:
    examples = (Example("XX bad", ((0, 2),)), Example("good", ()))
    rule = Rule("r", "p", "pattern", "error", {"": "m"}, {"": "why"}, {}, examples=examples)
    assert of_rule(rule, "en").split("\n") == [
        "r (error)",
        "m",
        "why",
        "Reported: XX bad",
        "Not reported: good",
    ]


def test_names() -> None:
    assert names([("a", "b"), ("c", "d")]) == "a b\nc d"
