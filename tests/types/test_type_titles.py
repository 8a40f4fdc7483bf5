"""Titles in public use, and the type that each is of."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ruamel.yaml import YAML

from reportlint.core.request import Settings
from reportlint.run.setup import Setup, Setups
from reportlint.structure.roles import with_roles
from reportlint.text.parse import format_of, parse

TABLE = Path(__file__).parent / "titles.yaml"
BODY = "草木青青。"  # says nothing of a type
BAR = 0.95


@cache
def setup() -> Setup:
    return Setups(Settings(isolated=True), whole=True).of(str(Path(__file__)))


def type_of(title: str) -> str:
    """The id of the type that a report of this title, of which nothing else is known, is taken
    for.
    """
    text = f"# {title}\n\n{BODY}\n"
    read = with_roles(parse(text, format_of("a.md"), setup().matcher), setup().matcher)
    guess = setup().recogniser.recognise(read)
    return guess.type.id if guess else ""


def titles() -> dict[str, str]:
    return {str(key): str(value) for key, value in YAML(typ="safe", pure=True).load(TABLE).items()}


def test_the_table_names_types_that_ship() -> None:
    assert set(titles().values()) - {""} <= set(setup().library.types)
    assert len(titles()) >= 100


def test_titles_are_of_the_right_type() -> None:
    table = titles()
    wrong = {
        title: (right, type_id)
        for title, right in table.items()
        if (type_id := type_of(title)) != right
    }
    assert len(wrong) <= (1 - BAR) * len(table), wrong


def test_titles_of_no_type_are_taken_for_none() -> None:
    """One of ten may be mistaken: 如何写好述职报告 ends in the name of a type."""
    none = [title for title, right in titles().items() if not right]
    taken = {title: type_id for title in none if (type_id := type_of(title))}
    assert len(taken) <= len(none) // 10, taken
