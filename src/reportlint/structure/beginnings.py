"""What a line may begin with before its marker: 📚 2. B, （注）1.…"""

from __future__ import annotations

from reportlint._startup.lazy_pattern import lazy

_SPACES = " \t\u00a0\u3000\u200b\u200c\u200d\ufeff"
_SECOND_PART = lazy(r"x{0,3}(?:ix|iv|v?i{0,3})(?<=[ivx])[.)]?[ \t]+\S|[ab][\u4e00-\u9fff]")
_BRACKETS = {"（": "）", "【": "】", "〔": "〕"}


def is_picture(char: str) -> bool:
    """Whether a character is an emoji or another picture, or a space between two: ## 📚 2. B."""
    code = ord(char)
    is_sign = 0x2190 <= code < 0x2E80 or code >= 0x1F000 or code == 0xFE0F
    return (is_sign and not char.isalnum()) or char in _SPACES


def is_in_brackets(text: str) -> bool:
    """Whether one pair of brackets is all that a line begins with, as a word that leads in a list:
    （注）1.…"""
    inner = text.strip(_SPACES)
    closing = _BRACKETS.get(inner[:1], "")
    return closing != "" and inner.find(closing) == len(inner) - 1


def goes_on_as_number(text: str, end: int) -> bool:
    """Whether the number of what ends at `end` has a second part in letters: 5.iii Proposal is no
    item 5, nor is 2.a若无会员名单 an item 2."""
    return text[end - 1] == "." and _SECOND_PART.match(text, end) is not None
