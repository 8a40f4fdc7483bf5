"""Where a comment that silences a finding can be inserted."""

from __future__ import annotations

import pytest

from reportlint.core.diagnostic import WARNING, Diagnostic, apply
from reportlint.core.lexicon import Lexicon
from reportlint.core.span import Span
from reportlint.ordinals.matcher import Matcher
from reportlint.suppression.additions import comment_edits
from reportlint.text.parse import parse

MATCHER = Matcher(Lexicon())


def silenced(text: str, reason: str = "", form: str = "markdown") -> str:
    at = text.index("XX")
    findings = [Diagnostic("placeholder", WARNING, Span(at, at + 2), "")] * 2
    edits, left = comment_edits(parse(text, form, MATCHER), findings, reason)
    assert bool(edits) != bool(left)
    return apply(text, edits)


@pytest.mark.parametrize(
    "text",
    [
        "```\nXX\n```\n",
        "| 甲 |\n|---|\n| XX |\n",
        "---\ntitle: XX\n---\n\n正文。\n",
        "## XX ##\n",
        "XX 行尾\\\n下一行\n",
        "XX 见 <!-- 一条\n注释 --> 后\n",
    ],
)
def test_no_place(text: str) -> None:
    assert silenced(text) == text


def test_no_place_in_plain_text() -> None:
    assert silenced("共XX项。\n", form="text") == "共XX项。\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("共XX项。\n", "共XX项。 <!-- reportlint-disable-line placeholder -->\n"),
        ("# XX\n", "# XX <!-- reportlint-disable-line placeholder -->\n"),
        ("- 共XX项。\r\n", "- 共XX项。 <!-- reportlint-disable-line placeholder -->\r\n"),
        ("> XX项", "> XX项 <!-- reportlint-disable-line placeholder -->"),
        ("XX项。  \n下文\n", "XX项。 <!-- reportlint-disable-line placeholder -->  \n下文\n"),
        (
            "XX <!-- reportlint-disable-line ordinal-gap -- 有意 -->\n",
            "XX <!-- reportlint-disable-line ordinal-gap placeholder -- 有意 -->\n",
        ),
    ],
)
def test_place(text: str, expected: str) -> None:
    assert silenced(text) == expected


def test_the_reason_is_written_too() -> None:
    assert silenced("XX\n", "路名") == "XX <!-- reportlint-disable-line placeholder -- 路名 -->\n"
