"""Valid regexes: those that are meant as written, then those that are certainly mistakes."""

from __future__ import annotations

import pytest

from reportlint.config.regex_slips import regex_slip
from support.growth import assert_linear

MEANT = [
    "a|b",
    r"a\|",
    "[|]",
    "[甲|]",
    "[a|b]c",
    r"\d{2,4}",
    r"\d{2}-\d{4}",
    "[一二三]、",
    "[一-龥]",
    "a/b/",
    "/tmp",
    "甲|乙",
    r"\bAPI\b",
    ".+",
    r"C:\\dir",
    r"\\",
    "[[:alpha:]]+",
    "(?:吗|呢)？",
    "请?批示？",
    r"\bs+",
    "ids*",
]
SLIPS = [
    ("", "empty regex"),
    ("甲|", "one side"),
    ("|", "one side"),
    ("甲||乙", "one side"),
    (r"\d{2-4}", "{2,4}"),
    (r"\d{2，4}", "{2,4}"),
    ("[一-十]", "[一二三四五六七八九十]"),
    ("第[一-九]章", "[一二三四五六七八九十]"),
    ("[高度|十分]重视", "(?:高度|十分)"),
    ("甲 | 乙", "spaces"),
    ("/api/", "[/]"),
    ("/api/i", "[/]"),
    ("\bAPI", "single quotes"),
    (r"\\d+", "written once"),
    ("[:alpha:]+", "[[:alpha:]]"),
    ("(高度)？重视", "write ?"),
    (r"\d？月", "write ?"),
    ("。＄", "write $"),
    ("共d+人", r"\d"),
]


@pytest.mark.parametrize("source", MEANT)
def test_what_is_meant(source: str) -> None:
    assert regex_slip(source) is None


@pytest.mark.parametrize(("source", "cure"), SLIPS)
def test_what_is_not_meant_is_told_with_its_cure(source: str, cure: str) -> None:
    message = regex_slip(source)
    assert message is not None
    assert cure in message.en
    assert message.zh != message.en


@pytest.mark.parametrize("piece", ["[甲", "一-", "{1", "(", "甲|", "\\", "["])
def test_time_is_linear(piece: str) -> None:
    assert_linear(lambda many: lambda: regex_slip(piece * many), 400)
