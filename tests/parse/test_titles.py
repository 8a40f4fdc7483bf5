from __future__ import annotations

import re
import unicodedata
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import LEXICON

from reportlint.core.lexicon import Lexicon
from reportlint.core.request import Settings
from reportlint.run.setup import Setups
from reportlint.structure.titles import (
    EXACT,
    PART,
    Form,
    bare,
    fit,
    normal,
    parts,
    title_of,
    title_start,
)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("工作回顾", "工作回顾"),
        ("2025年工作回顾", "2025年工作回顾"),  # a year is no ordinal
        ("首先是回顾", "首先是回顾"),
        ("一、工作回顾", "工作回顾"),
        ("（二）工作回顾", "工作回顾"),
        ("**一、**工作回顾", "工作回顾"),
        ("3．工作回顾", "工作回顾"),
        ("第一章　总则", "总则"),
        ("1.2 总则", "总则"),
        ("7　附则", "附则"),
        ("①工作回顾", "工作回顾"),
    ],
)
def test_the_ordinal_is_stripped(line: str, title: str) -> None:
    start, _ = title_start(line, 0, len(line), LEXICON)
    assert line[start:] == title


def test_a_lexicon_without_styles_strips_bare_numbers() -> None:
    assert title_start("1. 总则", 0, 5, Lexicon())[0] == 3


@pytest.mark.parametrize(
    ("title", "accepted", "good"),
    [
        ("对工作回顾的思考", "工作回顾", 0),
        ("主要工作", "工作", 0),
        ("Imported", "Import", 0),
        ("工作回顾", "工作回顾", EXACT),
        ("工 作 回 顾：", "工作回顾", EXACT),
        ("Action items", "action Items", EXACT),
        ("问题(一)", "问题（一）", EXACT),
        ("存在问题及下一步打算", "下一步打算", PART),
        ("Motivation and goals", "goals", PART),
    ],
)
def test_fit(title: str, accepted: str, good: int) -> None:
    assert fit(title_of(title), frozenset({normal(accepted)}), None) == good


PIECES = st.sampled_from(
    [
        "工作",
        "和",
        "以及",
        "及",
        "以",
        "and",
        "sand",
        "Ａ",
        "b",
        "１",
        "、",
        "；",
        "：",
        " ",
        "\u3000",
        "\x0b",
        "\u2028",
        "ǆ",
        "Ⅳ",
    ]
)
TITLES = st.lists(PIECES, max_size=8).map("".join) | st.text(max_size=8)


@given(TITLES)
def test_a_normal_title_is_what_these_regexes_say(title: str) -> None:
    folded = unicodedata.normalize("NFKC", bare(title)).strip(
        " \t\r\n\u00a0\u3000\u200b\u200c\u200d\ufeff*_~`：:。.；;、，,"
    )
    closed = re.sub(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])", "", folded)
    assert normal(title) == re.sub(r"\s+", " ", closed).casefold()


@given(TITLES)
def test_the_parts_of_a_title_are_what_this_regex_splits(title: str) -> None:
    pieces = re.split(r"以及|[和及与、，,;；/&+]|\band\b", title)
    assert parts(title) == (
        tuple(piece.strip() for piece in pieces if piece.strip()) if len(pieces) > 1 else ()
    )


SHIPPED = Setups(Settings(isolated=True)).of("report.md").library.lexicon
FORMS = [Form(style, SHIPPED) for style in SHIPPED.styles]
CHARS = sorted(
    {
        char
        for style in SHIPPED.styles
        for text in (*style.prefix, *style.suffix, *chain(*style.words))
        for char in text
    }
)
OPENINGS = st.lists(st.sampled_from([*CHARS, *"一二十百零119９①Ⅳxviab 甲."]), max_size=6).map(
    "".join
)


@given(OPENINGS)
def test_no_form_is_ruled_out_that_matches(text: str) -> None:
    found = [form for form in FORMS if form.made().match(text)]
    for form in found:
        assert text[0] in form.firsts()
        assert form.may_begin(text[:2]), form.style.id
        assert form.may(text, 0), form.style.id
