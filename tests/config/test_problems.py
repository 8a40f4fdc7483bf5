"""Messages about unknown names, and how many are shown."""

from __future__ import annotations

import pytest

from reportlint.config.node import SCALAR, Node
from reportlint.config.problems import (
    LISTED,
    MOST,
    SHOWN,
    Problems,
    check_characters,
    check_globs,
    check_id,
    cut,
    is_kebab,
    nearest,
    shorten,
    unknown,
)
from reportlint.config.yaml import parse
from reportlint.core.errors import Problem, UserError
from reportlint.core.text import Text

IDS = ["a", "a-b", "a1-2b", "甲", "不得用空话", "空话-2", "gb9704-标题"]
NO_IDS = ["", "A", "a_b", "-a", "a-", "a--b", "1a", "a b", "é", "空 话", "２甲", "甲：乙", "甲Ａ"]


@pytest.mark.parametrize("name", IDS)
def test_an_id(name: str) -> None:
    assert is_kebab(name)


@pytest.mark.parametrize("name", NO_IDS)
def test_no_id(name: str) -> None:
    assert not is_kebab(name)


@pytest.mark.parametrize(
    ("name", "near"),
    [("severty", "severity"), ("SEVERITY", "severity"), ("zzz", ""), ("", ""), ("x" * 9_999, "")],
)
def test_the_nearest_name(name: str, near: str) -> None:
    assert nearest(name, ["severity", "message"]) == near


@pytest.mark.parametrize(
    ("name", "near"),
    [("demand", ""), ("any", "many"), ("mnay", "many"), ("lany", "many")],
)
def test_a_name_that_begins_otherwise_is_more_alike(name: str, near: str) -> None:
    assert nearest(name, ["many", "title"]) == near


def test_an_unknown_name() -> None:
    noun = Text("键", "key")
    assert (
        unknown(noun, "severty", ["severity"]).en
        == "unknown key “severty”; did you mean “severity”?"
    )
    assert unknown(noun, "zz", ["a", "b"]).en == "unknown key “zz”; valid are: a, b"
    assert unknown(noun, "zz", []).zh == "键“zz”不存在"


def test_a_value_is_shown_on_one_line_and_shortened() -> None:
    assert shorten(" a\n b ") == "a b"
    assert shorten("甲" * SHOWN) == "甲" * SHOWN
    assert shorten("甲" * (SHOWN + 1)) == "甲" * (SHOWN - 1) + "…"


def test_all_problems_are_raised_in_the_order_of_the_file() -> None:
    problems = Problems("x")
    problems.check()
    problems.add(Node(SCALAR, 3, 1), "后", "last")
    problems.add(None, "文件", "the file")
    problems.add(Node(SCALAR, 1, 2), "先", "first")
    with pytest.raises(UserError) as raised:
        problems.check()
    assert [problem.to("en") for problem in raised.value.problems] == [
        "x: the file",
        "x:1:2: first",
        "x:3:1: last",
    ]


def test_there_is_an_end_to_problems() -> None:
    problems = Problems("x")
    for number in range(1, MOST):
        problems.add(Node(SCALAR, number, 1), "错", "wrong")
    with pytest.raises(UserError) as raised:
        problems.add(Node(SCALAR, MOST, 1), "错", "wrong")
    assert len(raised.value.problems) == MOST + 1
    assert "no more" in raised.value.problems[-1].message.en


def some(number: int) -> list[Problem]:
    return [Problem(Text("错", "wrong"), f"{at}.yaml", 1, 1) for at in range(number)]


@pytest.mark.parametrize("number", [0, 1, MOST])
def test_what_fits_is_shown_once_each(number: int) -> None:
    assert cut([*some(number), *some(number)]) == some(number)


def test_of_too_many_problems_the_first_are_shown_and_no_more_are_made() -> None:
    made = iter(some(MOST + 9))
    first = cut(made)
    assert first[:-1] == some(MOST)
    assert first[-1].to("en") == f"{MOST}.yaml:1:1: too many problems; no more are listed"
    assert next(made) == some(MOST + 2)[-1]


@pytest.mark.parametrize("number", [LISTED, LISTED + 1])
def test_a_long_list_of_names_is_cut(number: int) -> None:
    message = unknown(Text("词", "word"), "甲", [f"w{at}" for at in range(number)])
    is_cut = number > LISTED
    assert message.en.count(", ") == LISTED - 1
    assert message.en.endswith(f" … {number} in all") == is_cut
    assert message.zh.endswith(f"……共 {number} 个") == is_cut


def _messages(check: object, *arguments: object) -> list[str]:
    problems = Problems("x")
    check(*arguments, problems)  # type: ignore[operator]
    return [problem.to("en") for problem in problems.found]


def test_ids_of_files() -> None:
    rule = Text("规则", "rule")
    assert _messages(check_id, parse("id: a-b", "x"), "a-b", rule) == []
    assert _messages(check_id, parse("kind: x", "x"), "a-b", rule) == []
    wrong, odd = _messages(check_id, parse("id: b", "x"), "A", rule)
    assert wrong == "x:1:5: id “b” must equal the name of its file, “A”"
    assert (
        odd
        == "x:1:5: “A” is no rule id: use lower-case letters, Han characters, digits and hyphens, with a letter first"
    )


def test_globs_of_a_list() -> None:
    node = parse("[a, 'b{c,d}']", "x")
    assert _messages(check_globs, node, ["a"]) == []
    assert _messages(check_globs, None, ["b{c,d}"]) == []
    (message,) = _messages(check_globs, node, ["a", "b{c,d}"])
    assert message.startswith("x:1:5: glob “b{c,d}”: braces")


@pytest.mark.parametrize("text", ["", "a\tb\n", "\u200b\u202e", "\U0001f600", "\x7f\x01"])
def test_characters_of_a_value(text: str) -> None:
    assert _messages(check_characters, Node(SCALAR, 1, 1, text)) == []


@pytest.mark.parametrize("text", ["\0", "a\0b", "\ud800", "\udfff\0"])
def test_characters_of_no_value(text: str) -> None:
    assert len(_messages(check_characters, Node(SCALAR, 1, 1, text))) == 1
