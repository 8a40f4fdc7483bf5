"""A rule with one change."""

from __future__ import annotations

import pytest

from reportlint.config.merge import fill
from reportlint.core.reading import Hit
from reportlint.core.rule import When
from reportlint.core.span import Span
from reportlint.kinds import KINDS
from reportlint.lint.variants import (
    Entry,
    anywhere,
    entries,
    everywhere,
    instead,
    only,
    source_of,
    switched_on,
    unexcused,
    without,
)
from support.rules import LEXICON, read, rule

OPTIONS = {
    "words": ["甲", "乙"],
    "swap": {"丙": ["丁"], "/戊+/": ["己"]},
    "scope": [],
    "unless": ["庚"],
    "patterns": {"one": {"regex": ["辛"], "scope": ["title"], "severity": "off", "allow": ["壬"]}},
}


def test_entries_of_the_rule_and_its_families() -> None:
    all_entries = list(entries(OPTIONS, ("words", "swap", "regex")))
    assert [(entry.family, entry.value) for entry in all_entries] == [
        ("", "甲"),
        ("", "乙"),
        ("", "丙"),
        ("", "/戊+/"),
        ("one", "辛"),
    ]


def test_less_one_entry() -> None:
    assert without(OPTIONS, Entry("", "words", "甲"))["words"] == ["乙"]
    assert without(OPTIONS, Entry("", "swap", "丙"))["swap"] == {"/戊+/": ["己"]}
    assert without(OPTIONS, Entry("one", "regex", "辛"))["patterns"]["one"]["regex"] == []
    assert OPTIONS["words"] == ["甲", "乙"]  # what was given is as it was


def test_one_entry_alone_or_another_in_its_place() -> None:
    alone = only(OPTIONS, Entry("", "words", "乙"))
    assert (alone["words"], alone["swap"], alone["patterns"]["one"]["regex"]) == (["乙"], {}, [])
    assert only(OPTIONS, Entry("one", "regex", "辛"))["words"] == []
    assert instead(OPTIONS, Entry("", "words", "甲"), "子")["words"] == ["子", "乙"]


def test_conditions_taken_away() -> None:
    assert "code" in everywhere(OPTIONS)["scope"]
    assert "code" in everywhere(OPTIONS)["patterns"]["one"]["scope"]
    bare = unexcused(OPTIONS)
    assert (bare["unless"], bare["patterns"]["one"]["allow"]) == ([], [])
    assert switched_on(OPTIONS)["patterns"]["one"]["severity"] == ""


SOURCES = [
    pytest.param(
        "做好安全生产。", "安全生产", Entry("", "words", "安全生产"), id="the longer word"
    ),
    pytest.param("做好安全。", "安全", Entry("", "words", "安全"), id="the shorter word"),
    pytest.param("按装设备。", "按装", Entry("", "swap", "按装"), id="what is to be another word"),
    pytest.param("第12项。", "12", Entry("one", "regex", "[0-9]+"), id="the regex of a family"),
    pytest.param("做好安全生产。", "生产", None, id="nothing finds just that"),
    pytest.param("做好工作。", "工作", None, id="nothing finds it"),
]


@pytest.mark.parametrize(("text", "matched", "expected"), SOURCES)
def test_which_entry_a_find_is_from(text: str, matched: str, expected: Entry | None) -> None:
    made = rule(
        words=["安全", "安全生产"],
        swap={"按装": ["安装"]},
        patterns={"one": {"regex": ["[0-9]+"], "words": ["第一"]}},
    )
    filled = made._replace(options=fill(made.options, KINDS["pattern"].OPTIONS))
    at = text.index(matched)
    hit = Hit(Span(at, at + len(matched)), {})
    assert source_of(filled, hit, read(text), LEXICON) == expected


def test_no_more_entries_are_tried_than_there_is_time_for() -> None:
    made = rule(words=["安全", "安全生产"])
    filled = made._replace(options=fill(made.options, KINDS["pattern"].OPTIONS))
    reading, hit = read("安全。安全生产。"), Hit(Span(0, 2), {})
    # one find of the longer word is also a likely source of a longer text around it
    assert source_of(filled, hit, reading, LEXICON, limit=0) is None
    assert source_of(filled, hit, reading, LEXICON, limit=1) == Entry("", "words", "安全")


def test_a_rule_that_runs_anywhere() -> None:
    assert anywhere(rule(when=When(paths=("甲/**",)))).when == When()


def test_of_two_families_only_those_that_are_off_are_switched_on() -> None:
    options = {"patterns": {"a": {"severity": "info"}, "b": {"severity": "off"}, "c": {}}}
    assert switched_on(options)["patterns"] == {
        "a": {"severity": "info"},
        "b": {"severity": ""},
        "c": {},
    }


def test_one_entry_of_a_mapping_less() -> None:
    assert without(OPTIONS, Entry("", "swap", "/戊+/"))["swap"] == {"丙": ["丁"]}
    alone = only(OPTIONS, Entry("", "swap", "丙"))
    assert (alone["swap"], alone["words"]) == ({"丙": ["丁"]}, [])
