"""Each mutant changes one thing and knows its place, and its code can replace that of the
function."""

from __future__ import annotations

import ast

import pytest
from tools.mutants.changes import changed, changed_code, mutants
from tools.mutants.draw import by_turns, draw, survivors

SOURCE = """\
LIMIT = 3

class Box:
    size: int = 1

    @property
    def full(self):
        return self.size >= LIMIT and not self.size == 7

def last(items, at=1):
    left = len(items) - at
    items.sort()
    left += 0
    return [one for one in items if one in (left, True)]
"""
EXPECTED = [
    (1, "3 → 4", None),
    (4, "1 → 2", None),
    (8, "GtE → Gt", "Box.full"),
    (8, "7 → 8", "Box.full"),
    (8, "Eq → NotEq", "Box.full"),
    (8, "not taken away", "Box.full"),
    (8, "And → Or", "Box.full"),
    (10, "1 → 2", None),
    (12, "call left out", "last"),
    (13, "0 → 1", "last"),
    (13, "assignment left out", "last"),
    (14, "True → False", "last"),
    (14, "In → NotIn", "last"),
]


def test_what_can_be_changed_and_where_it_is() -> None:
    assert [(mutant.line, mutant.change, mutant.function) for mutant in mutants(SOURCE)] == EXPECTED


@pytest.mark.parametrize("number", range(len(EXPECTED)))
def test_each_changes_something_and_no_two_the_same(number: int) -> None:
    sources = {ast.unparse(changed(SOURCE, index)) for index in range(len(EXPECTED))}
    assert len(sources - {ast.unparse(ast.parse(SOURCE))}) == len(EXPECTED)
    assert ast.unparse(changed(SOURCE, number)) in sources


def test_the_code_of_a_mutant_takes_the_place_of_the_function() -> None:
    space: dict[str, object] = {}
    exec(compile(SOURCE, "box.py", "exec"), space)
    (mutant,) = (candidate for candidate in mutants(SOURCE) if candidate.change == "In → NotIn")
    function = space["last"]
    assert function([3, 1, 2]) == [1, 2]  # type: ignore[operator]
    function.__code__ = changed_code(SOURCE, "box.py", mutant)  # type: ignore[attr-defined]
    assert function([3, 1, 2]) == [3]  # type: ignore[operator]


MODULES = {"box": SOURCE, "small": "SIZE = 1\nif SIZE > 2:\n    SIZE += 1\n"}


def test_a_draw_is_made_again_by_its_seed_and_of_all_modules() -> None:
    everything = draw(MODULES, 10_000, 1)
    names = [(name, mutant.number) for name, mutant in everything]
    assert len(names) == len(set(names)) == len(mutants(SOURCE)) + len(mutants(MODULES["small"]))
    assert draw(MODULES, 5, 1) == draw(MODULES, 5, 1)
    assert len(draw(MODULES, 5, 1)) == 5
    assert draw(MODULES, 5, 1) != draw(MODULES, 5, 2)


def test_by_turns_each_module_has_as_many() -> None:
    drawn = by_turns(MODULES, 3, 1)
    assert [name for name, _ in drawn] == ["box", "small"] * 3
    assert by_turns(MODULES, 3, 1) == drawn


def test_survivors_in_an_output_are_selected_by_their_number() -> None:
    printed = (
        "..\nsurvived (1.): box.py:8: change 3: 7 → 8 (2 tests)\n"
        "survived (5.): small.py:2: change 1: Gt → GtE (no test)\n"
        "survived (6.): other.py:2: change 1: Gt → GtE (no test)\n"
    )
    assert survivors(MODULES, printed) == [
        ("box", mutants(SOURCE)[3]),
        ("small", mutants(MODULES["small"])[1]),
    ]
