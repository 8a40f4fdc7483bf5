"""The prefilters of a run, cached for the next run."""

from __future__ import annotations

import json

import pytest

from reportlint.core.lexicon import Lexicon
from reportlint.patterns.heads import Heads
from reportlint.patterns.prefilter import Prefilter
from reportlint.patterns.prefilter_table import Prefilters
from reportlint.patterns.rule_pattern import from_regex


def test_a_table_comes_back_from_json_and_grows_only_by_what_is_new() -> None:
    table = Prefilters()
    first = [table.of("X年", False), table.of("todo", True), table.of(".", False)]
    assert table.grown
    again = Prefilters(json.loads(json.dumps(table.export())))
    assert [again.of("X年", False), again.of("todo", True), again.of(".", False)] == first
    assert not again.grown
    assert json.dumps(again.export()) == json.dumps(table.export())
    assert again.of("X月", False).literal_sets == (("X月",),)
    assert again.grown
    assert len(again.export()) == 4


def test_patterns_share_the_table_of_their_lexicon() -> None:
    table = Prefilters({"0X年": [[["X年"]], ["给定"], [["X"], False], True]})
    assert from_regex("X年", Lexicon(prefilters=table)).prefilter == Prefilter(
        (("X年",),), ("给定",), heads=Heads(("X",)), within_line=True
    )


@pytest.mark.parametrize(
    "damaged",
    [None, [], 7, [[["X"]]], [[["X"]], ["X"]], [[["X"]], ["X"], None, True], [1, 2, [[], True], 3]],
)
def test_what_is_damaged_is_worked_out_anew(damaged: object) -> None:
    table = Prefilters({"0X年": damaged})
    assert table.of("X年", False) == Prefilters().of("X年", False)
    assert table.grown
