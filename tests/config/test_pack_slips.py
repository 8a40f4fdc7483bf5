"""Marker styles and folders of a pack that are meant as written, and those that are certainly
mistakes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from reportlint.config.node import plain_data
from reportlint.config.pack_slips import check_markers, unread_folders
from reportlint.config.problems import Problems
from reportlint.config.yaml import parse

MEANT = [
    "{numerals: circled}",
    "{numerals: chinese, suffix: [、]}",
    "{numerals: arabic, prefix: ['Step ']}",
    "{numerals: words, words: [甲, 乙]}",
    "{numerals: arabic, suffix: [、], after: '(?:[0-9]+[.])++x', before: '(?:a|b)?', doubt: 'a+'}",
]
NOT_MEANT = [
    ("{numerals: chinese}", "suffix"),
    ("{numerals: arabic, level: 2}", "suffix"),
    ("{numerals: words}", "words: ["),
    ("{numerals: circled, words: [甲]}", "only with numerals: words"),
    ("{numerals: circled, after: '(?:a|aa)+b'}", "repeats a group and may run away"),
    ("{numerals: circled, before: '(?:a|aa)*b'}", "repeats a group and may run away"),
    ("{numerals: circled, doubt: '(a|aa){20,}b'}", "repeats a group and may run away"),
    ("{numerals: circled, instead: ['首先', '(a+)+b']}", "repeats a group and may run away"),
]
FOLDERS: list[tuple[Mapping[str, str], str]] = [
    ({"p/docs/a.yaml": ""}, ""),
    ({"p/rules/pack.yaml": "", "p/rules/r.yaml": ""}, ""),
    ({"p/types/a.yaml": ""}, ""),
    ({"p/type/a.yaml": ""}, "p/type/a.yaml"),
    ({"p/文种/a.yaml": ""}, "p/文种/a.yaml"),
    ({"p/规则/a.yaml": "", "p/规则/b.yaml": ""}, "p/规则/a.yaml"),
]


def messages_of(style: str) -> list[str]:
    node = parse(f"a: {style}\n", "pack.yaml")
    problems = Problems("pack.yaml")
    check_markers(node, plain_data(node), problems)
    return [problem.to("en") for problem in problems.found]


@pytest.mark.parametrize("style", MEANT)
def test_a_style_that_is_meant(style: str) -> None:
    assert messages_of(style) == []


@pytest.mark.parametrize(("style", "cure"), NOT_MEANT)
def test_a_style_that_is_not_meant(style: str, cure: str) -> None:
    assert [cure in text for text in messages_of(style)] == [True]


@pytest.mark.parametrize(("files", "path"), FOLDERS)
def test_folders_that_nobody_reads(files: Mapping[str, str], path: str, reader: Any) -> None:
    assert [problem.path for problem in unread_folders(reader(files), "p")] == [path] * bool(path)
