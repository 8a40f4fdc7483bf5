"""Characters of symbol fonts."""

from __future__ import annotations

import pytest

from reportlint.docx.symbols import bullet, in_font, symbol


@pytest.mark.parametrize(
    ("code", "font", "character"),
    [
        (0x61, "Symbol", "α"),
        (0xF061, "Symbol", "α"),
        (0xB3, "Symbol", "≥"),
        (0xDE, "Symbol", "⇒"),
        (0xFE, "Symbol", "⎭"),
        (0xF0FE, "Wingdings", "☑"),
        (0x81, "wingdings", "①"),
        (0x8A, "Wingdings", "⑩"),
        (0x8C, "Wingdings", "❶"),
        (0x52, "Wingdings 2", "☑"),
        (0xF0FF, "Wingdings", "\uf0ff"),
        (0x41, "Arial", "A"),
        (0x1F600, "Segoe UI Emoji", "😀"),
        (0, "Symbol", ""),
        (0xD800, "Symbol", ""),
        (0x110000, "Symbol", ""),
    ],
)
def test_symbols(code: int, font: str, character: str) -> None:
    assert symbol(code, font) == character


def test_han_is_never_in_a_symbol_font() -> None:
    assert in_font("甲ü乙\uf0fc", "wingdings") == "甲✓乙✓"


@pytest.mark.parametrize(
    ("text", "font", "sign"),
    [
        ("\uf0b7", "Symbol", "•"),
        ("\uf0b7", "", "•"),
        ("n", "Wingdings", "■"),
        ("o", "Courier New", "•"),
        ("－", "", "－"),
        (" ", "", ""),
        ("\uf0ff", "Wingdings", "•"),
    ],
)
def test_bullets(text: str, font: str, sign: str) -> None:
    assert bullet(text, font) == sign
