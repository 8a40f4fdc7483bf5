"""A rule with one thing changed."""

from __future__ import annotations

from reportlint.lint.variants import (
    Entry,
    entries,
    everywhere,
    instead,
    only,
    switched_on,
    unexcused,
    without,
)

OPTIONS = {
    "words": ["甲", "乙"],
    "swap": {"丙": ["丁"], "/戊+/": ["己"]},
    "scope": [],
    "unless": ["庚"],
    "patterns": {"one": {"regex": ["辛"], "scope": ["title"], "severity": "off", "allow": ["壬"]}},
}


def test_entries_of_the_rule_and_its_families() -> None:
    found = list(entries(OPTIONS, ("words", "swap", "regex")))
    assert [(one.family, one.value) for one in found] == [
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
