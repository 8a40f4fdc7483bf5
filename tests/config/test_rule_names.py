"""The rules that a name selects; first names that select none."""

from __future__ import annotations

import pytest

from reportlint.config.rule_names import ids_of, match_rules, unknown_rule
from support.rules import rule

RULES = {
    named.id: named
    for named in (
        rule("gap")._replace(name={"zh": "序号缺号", "en": "gap in numbering"}),
        rule("gap-start")._replace(name={"zh": "起号", "en": "Numbering Start"}),
        rule("other")._replace(name={"zh": "起号"}),
        rule("bare"),
        rule("空话"),
    )
}

NAMES: list[tuple[str, list[str]]] = [
    ("", []),
    ("序号", []),  # a part of a name
    ("序号*", []),  # globs are over ids
    ("gap in*", []),
    ("gap/*", []),
    ("g[a]p*", []),
    ("gap", ["gap"]),
    ("空话", ["空话"]),
    ("gap*", ["gap", "gap-start"]),
    ("序号缺号", ["gap"]),
    ("Gap In Numbering", ["gap"]),
    ("ｇａｐ in numbering ", ["gap"]),
    ("起号", ["gap-start", "other"]),  # both are called so
]


@pytest.mark.parametrize(("name", "ids"), NAMES)
def test_what_a_name_stands_for(name: str, ids: list[str]) -> None:
    assert match_rules(name, RULES) == ids


def test_several_names() -> None:
    assert ids_of(("起号", "ga?"), RULES) == {"gap-start", "other", "gap"}


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("gpa", "unknown rule “gpa”; did you mean “gap”?"),
        ("序号少号", "unknown rule “序号少号”; did you mean “序号缺号” (gap)?"),
        ("一二三", "unknown rule “一二三”; valid are: gap, gap-start, other, bare, 空话"),
    ],
)
def test_a_name_that_no_rule_has(name: str, answer: str) -> None:
    assert unknown_rule(name, RULES).en == answer
