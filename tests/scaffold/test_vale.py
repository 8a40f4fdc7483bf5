"""Rules of Vale are converted to rule files; the reasons for those that cannot be."""

from __future__ import annotations

from typing import Any

import pytest

from reportlint.config.rule_file import read_rule
from reportlint.kinds import KINDS
from reportlint.scaffold.vale import convert, rendered

NOT_CARRIED = [
    ({"extends": "spelling"}, "dictionary"),
    ({"extends": "sequence"}, "parts of speech"),
    ({"extends": "script"}, "program"),
    ({"extends": "conditional", "first": "a", "second": "(b)"}, "no group"),
    ({"extends": "conditional", "first": r"(?:a)\(", "second": "(b)"}, "no group"),
    ({"extends": "metric", "formula": "words"}, "metrics of the text"),
    ({"extends": "readability", "grade": "9", "metrics": ["SMOG"]}, "only Flesch-Kincaid"),
    ({"extends": "consistency"}, "either is empty"),
    ({"extends": "new"}, "extends: new is not known"),
    ({"extends": "existence"}, "neither tokens nor raw"),
    ({"extends": "occurrence", "token": "a"}, "neither min nor max"),
    ({"extends": "capitalization"}, "no match"),
]
CARRIED = [
    ({"extends": "existence", "tokens": ["very", "ver(?:y|ily)"]}, "words", ["very"]),
    ({"extends": "existence", "tokens": ["a+"]}, "regex", [r"\b(?:a+)\b"]),
    ({"extends": "existence", "tokens": ["!"], "nonword": True}, "regex", ["!"]),
    ({"extends": "existence", "raw": ["a", "b"]}, "regex", ["ab"]),
    (
        {"extends": "existence", "tokens": ["a"], "scope": "heading"},
        "scope",
        ["heading", "not inline-code"],
    ),
    ({"extends": "existence", "tokens": ["a"]}, "scope", ["prose", "table", "not inline-code"]),
    ({"extends": "existence", "tokens": ["a"], "scope": "code"}, "scope", ["inline-code"]),
    (
        {"extends": "existence", "raw": [r"\d", " "], "tokens": ["a", "b+"]},
        "regex",
        [r"\d \b(?:(?:a|b+))\b"],
    ),
    (
        {
            "extends": "existence",
            "raw": ["!"],
            "tokens": ["a", "b"],
            "nonword": True,
            "append": True,
        },
        "regex",
        ["(?:a|b)!"],
    ),
    ({"extends": "substitution", "swap": {"a": "b|c", "c": "d"}}, "swap", {"a": ["b"], "c": ["d"]}),
    ({"extends": "substitution", "swap": {"a": "c", "c": "d"}}, "swap", {"c": ["d"]}),
    ({"extends": "existence", "tokens": ["a"], "exceptions": ["ab"]}, "allow", ["ab"]),
    ({"extends": "existence", "tokens": ["a"], "exceptions": [r"\d"]}, "unless", [r"\b(?:\d)\b"]),
    ({"extends": "existence", "tokens": ["a"], "ignorecase": True}, "ignore-case", True),
    ({"extends": "existence", "tokens": ["a"], "level": "suggestion"}, "severity", "info"),
    ({"extends": "substitution", "swap": {"ok": "OK|okay"}}, "swap", {"ok": ["OK", "okay"]}),
    ({"extends": "substitution", "swap": {"a+": "b"}}, "swap", {r"/\b(?:a+)\b/": ["b"]}),
    ({"extends": "occurrence", "token": r"\w+", "max": 30, "scope": "sentence"}, "per", "sentence"),
    ({"extends": "occurrence", "token": r"\w+", "max": "30"}, "max", 30),
    ({"extends": "repetition"}, "regex", [r"\b(\w+)[ \t]+\1\b"]),
    ({"extends": "capitalization", "match": "$lower"}, "style", "lower"),
    ({"extends": "capitalization", "match": "[A-Z].*"}, "match", ["[A-Z].*"]),
    ({"extends": "capitalization", "match": "$title", "threshold": "0.9"}, "at-least", 90),
    (
        {"extends": "capitalization", "match": "$title", "exceptions": ["API"]},
        "exceptions",
        ["API"],
    ),
    (
        {"extends": "existence", "tokens": ["a"], "scope": "~heading"},
        "scope",
        ["prose", "table", "not heading", "not inline-code"],
    ),
    ({"extends": "existence", "tokens": ["a"], "link": "https://a.org"}, "url", "https://a.org"),
    (
        {"extends": "conditional", "first": r"\b([A-Z]{3})", "second": r"\(([A-Z]{3})\)"},
        "uses",
        [r"\b(?P<at>[A-Z]{3})"],
    ),
    (
        {"extends": "conditional", "first": "(A+)", "second": "(A+):", "exceptions": ["AA"]},
        "uses",
        [r"(?P<at>(?!(?:AA)(?!\w))A+)"],
    ),
    (
        {"extends": "consistency", "either": {"adviser": "advisor"}},
        "either",
        [["adviser", "advisor"]],
    ),
    (
        {"extends": "consistency", "either": {"a+": "b"}},
        "either-regex",
        [[r"\b(?:a+)\b", r"\b(?:b)\b"]],
    ),
    ({"extends": "readability", "grade": "9", "metrics": ["Flesch-Kincaid"]}, "max", 9),
]


@pytest.mark.parametrize(("rule", "reason"), NOT_CARRIED)
def test_not_carried_over(rule: dict[str, Any], reason: str) -> None:
    made = convert("X", "S", rule)
    assert made.options is None
    assert reason in made.lost[0].en


@pytest.mark.parametrize(("rule", "key", "value"), CARRIED)
def test_carried_over_and_loads(rule: dict[str, Any], key: str, value: Any) -> None:
    made = convert("NoFirstPerson", "MyStyle", {"message": "Not '%s' at 100%% {x}", **rule})
    assert made.options is not None
    assert made.options[key] == value
    assert made.id == "my-style-no-first-person"
    read_rule(rendered(made.options, "a"), "a.yaml", made.id, "", KINDS, {})


def test_the_message_is_filled_as_vale_does() -> None:
    rule = {"extends": "substitution", "message": "Use '%s', not '%s'", "swap": {"a": "b"}}
    made = convert("X", "S", rule)
    assert made.options is not None
    assert made.options["message"] == {"en": "Use '{replacement}', not '{found}'"}


@pytest.mark.parametrize(
    ("more", "lost"),
    [
        ({}, []),
        ({"scope": "text"}, []),
        ({"scope": "raw"}, ["scope: raw"]),
        ({"scope": ["list", "sentence"]}, []),
        ({"action": {"name": "remove"}}, ["action: remove"]),
        ({"scope": "~code"}, []),
        ({"scope": "~raw"}, ["scope: ~raw"]),
    ],
)
def test_what_is_lost_is_said(more: dict[str, Any], lost: list[str]) -> None:
    made = convert("X", "S", {"extends": "existence", "tokens": ["a"], **more})
    assert [loss.en.split(" (")[0] for loss in made.lost] == lost
