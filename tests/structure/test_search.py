"""The search itself: what it decides of a series, and how much work it does."""

from __future__ import annotations

import pytest
from shipped import LEXICON, MATCHER, parse

from reportlint.structure import costs
from reportlint.structure.candidates import candidates
from reportlint.structure.search import Explanation, Search
from reportlint.structure.states import NEXT, NOISE, OPEN


def explained(text: str, barriers: dict[int, list[int]] | None = None) -> Explanation:
    all_candidates = candidates(parse(text, "text"), MATCHER)
    return Search(all_candidates, LEXICON.styles).run(barriers or {})


def acts(text: str, barriers: dict[int, list[int]] | None = None) -> list[str]:
    return [step.act for step in explained(text, barriers).steps]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("分工（三）张三", [NOISE]),
        ("首先感谢大家。最后祝愿各位。", [NOISE, NOISE]),
        # a rank that the text speaks of, though its number is due
        ("第一，学习。企业排第二，贡献大。第二，调研。", [OPEN, NOISE, NEXT]),
        ("一是甲；二是乙", [OPEN, NEXT]),
        ("一、甲\n（一）乙\n（二）丙\n二、丁\n", [OPEN, OPEN, NEXT, NEXT]),
        ("1. 甲\n2. 乙\n\n1. 丙\n2. 丁\n", [OPEN, NEXT, OPEN, NEXT]),
        ("二、乙\n三、丙\n", [OPEN, NEXT]),
        # a spoken marker that is due is one, though only a comma stands before it
        ("优势：一是甲，二是乙。困难：二是丙；三是丁", [OPEN, NEXT, NEXT, NEXT]),
        # a list that began within a line goes on in lines, inside the item that leads in to it
        ("1、甲\n2、结论：1、乙\n2、丙\n3、丁\n", [OPEN, NEXT, OPEN, NEXT, NEXT]),
        (
            "1、甲\n2、乙\n说明。\n还有：1、丙；\n2、丁；\n3、戊。\n3、己\n",
            [OPEN, NEXT, OPEN, NEXT, NEXT, NEXT],
        ),
    ],
)
def test_what_becomes_of_candidates(text: str, expected: list[str]) -> None:
    assert acts(text) == expected


def lists(text: str, barriers: dict[int, list[int]] | None = None) -> int:
    return len({step.list_id for step in explained(text, barriers).steps if step.act != NOISE})


def test_a_heading_of_a_higher_level_ends_a_list() -> None:
    text = "1. 甲\n2. 乙\n1. 丙\n2. 丁\n"
    assert lists(text, {2: [1]}) == 2
    assert lists("1. 甲\n2. 乙\n3. 丙\n", {2: [1]}) == 1  # but it may go on behind it


def test_a_fault_that_another_explanation_has_not_is_doubted() -> None:
    assert explained("一是甲；二是乙；四是丁。").doubts == frozenset()


def test_there_is_a_step_for_each_candidate() -> None:
    text = "一、甲。一是乙，增长1、2个点。\n（一）丙\n二、丁\n"
    all_candidates = candidates(parse(text, "text"), MATCHER)
    assert [step.candidate for step in explained(text).steps] == list(range(len(all_candidates)))


class Counting(Search):
    """The search, counting the states it makes."""

    made = 0
    deepest = 0

    def _add(self, *args: object) -> None:
        type(self).made += 1
        super()._add(*args)  # type: ignore[arg-type]
        type(self).deepest = max(self.deepest, len(self.states[-1].stack))


def states_made(items: int) -> int:
    document = parse("".join(f"{n % 90 + 1}. 项目。\n" for n in range(items)), "text")
    Counting.made = 0
    Counting(candidates(document, MATCHER), LEXICON.styles).run({})
    return Counting.made


def test_the_work_grows_linearly_with_the_number_of_markers() -> None:
    assert states_made(9000) < 3.3 * states_made(3000)


def test_the_work_on_a_candidate_stays_the_same_however_many_lists_came_before() -> None:
    report = "开头一是甲。二是乙。\n三是丙。\n四是丁。一是子。二是丑。\n"
    document = parse(report * 300, "text")
    Counting.deepest = 0
    Counting(candidates(document, MATCHER), LEXICON.styles).run({})
    assert Counting.deepest <= costs.DEPTH + 1


def test_lists_that_move_to_lines_are_not_nested_without_end() -> None:
    report = "开头一是甲。二是乙。\n三是丙。\n四是丁。\n总之，成绩不小。\n"
    Counting.deepest = 0
    Counting(candidates(parse(report * 30, "text"), MATCHER), LEXICON.styles).run({})
    assert Counting.deepest == 4
