"""Headings in sentence case, Title Case, lower and UPPER case; names stay as they are."""

from __future__ import annotations

from typing import Any

import pytest

from reportlint.kinds import capitalization
from support.kinds import check, hits

SENTENCE: dict[str, Any] = {"style": "sentence"}
TITLE: dict[str, Any] = {"style": "title"}
LOWER: dict[str, Any] = {"style": "lower", "scope": ["item"]}
UPPER: dict[str, Any] = {"style": "upper", "scope": ["heading-1"]}
STRICT: dict[str, Any] = {"style": "sentence", "at-least": 100}

SILENT: list[tuple[dict[str, Any], str]] = [
    (SENTENCE, "## The first steps\n"),
    (SENTENCE, "## How the API of GitHub meets macOS and I\n"),  # names
    (SENTENCE, "## Define Node.js core\n"),  # a dot within
    (SENTENCE, "## Install it in the old town of Vienna today\n"),  # one word of eight
    (SENTENCE, "## Summary: What we did\n"),  # behind a colon either is right
    (SENTENCE, "## 1. The first steps\n"),
    (SENTENCE, "## `First Steps Of All` in code\n"),
    ({**SENTENCE, "style": "title"}, "## The Use of `range`\n"),  # of is not the last word
    (SENTENCE, "## 使用 Visual Studio Code\n"),  # Han
    (SENTENCE, "The First Steps Of All.\n"),  # no heading
    ({**STRICT, "exceptions": ["Visual Studio Code", "Vienna"]}, "## Use Visual Studio Code\n"),
    (TITLE, "## The First Steps of a Team\n"),
    (TITLE, "## On the Road to Vienna\n"),
    (TITLE, "## Read-only Mode\n"),
    (LOWER, "- nothing but lower case\n"),
    (LOWER, "## A Heading\n"),
    ({**LOWER, "exceptions": ["API"]}, "- the API of it\n"),
    (UPPER, "# 年报 2026\n"),
    ({"match": ["[A-Z].*"]}, "## A heading\n"),
    (SENTENCE, ""),
]

FIRES: list[tuple[dict[str, Any], str]] = [
    (SENTENCE, "## ⟦The First Steps⟧\n"),
    (SENTENCE, "## ⟦first steps⟧\n"),
    (SENTENCE, "## ⟦1. The First Steps⟧\n"),
    (STRICT, "## ⟦Install it in the old town of Vienna today⟧\n"),
    ({**SENTENCE, "exceptions": ["Studio"]}, "## ⟦The Studio And Other Places⟧\n"),
    (TITLE, "## ⟦The first steps of a team⟧\n"),
    (TITLE, "## ⟦of Mice and men⟧\n"),
    (LOWER, "- ⟦Nothing but lower case⟧\n"),
    ({"style": "upper", "scope": ["heading"]}, "## ⟦Annual Report⟧\n"),
    ({"style": "title", "at-least": 100}, "## ⟦The First Steps of a very Big Team⟧\n"),
    ({"match": ["[A-Z].*", r"\d+"]}, "## ⟦a heading⟧\n\n## 12\n"),
]


@pytest.mark.parametrize(("options", "text"), SILENT)
def test_stays_silent(options: dict[str, Any], text: str) -> None:
    check("capitalization", options, text)


@pytest.mark.parametrize(("options", "text"), FIRES)
def test_fires(options: dict[str, Any], text: str) -> None:
    assert check("capitalization", options, text)


@pytest.mark.parametrize(
    ("style", "text", "expected", "words"),
    [
        ("sentence", "The First Steps", "The first steps", ("First", "Steps")),
        ("title", "the first API of all", "The First API of All", ("the", "first", "all")),
        ("lower", "The API", "the api", ("The", "API")),
        ("upper", "The API", "THE API", ("The",)),
    ],
)
def test_what_the_message_can_say(
    style: str, text: str, expected: str, words: tuple[str, ...]
) -> None:
    (hit,) = hits("capitalization", {"style": style}, f"## {text}\n")
    assert (hit.values["found"], hit.values["expected"], hit.values["words"]) == (
        text,
        expected,
        words,
    )


@pytest.mark.parametrize(
    ("options", "to_blame"),
    [
        ({}, ["kind"]),
        ({"style": "title", "match": ["a"]}, ["match"]),
        ({"style": "title", "at-least": 101}, ["at-least"]),
        (TITLE, []),
    ],
)
def test_a_rule_that_could_never_find_anything(options: Any, to_blame: list[str]) -> None:
    assert [option for option, _ in capitalization.complaints(options)] == to_blame
