"""What a line may begin with before its marker: 📚 2. B, （注）1.…"""

from __future__ import annotations

from reportlint._startup.lazy_pattern import lazy

_SPACES = " \t\u00a0\u3000\u200b\u200c\u200d\ufeff"
_SECOND_PART = lazy(r"x{0,3}(?:ix|iv|v?i{0,3})(?<=[ivx])[.)]?[ \t]+\S|[ab][\u4e00-\u9fff]")
_ADDRESS = lazy(r"[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?![0-9.])")
_REST_OF_DATE = lazy(r"[0-9]{1,2}[ \t*_]*(?:\n|\Z)")
_HUNDRED = 100  # of which no report has as many parts
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


def is_address(text: str, start: int) -> bool:
    """Whether what begins at `start` is the address of a computer: 198.51.100.7, 10.0.0.2."""
    match = _ADDRESS.match(text, start)
    if match is None:
        return False
    parts = [int(part) for part in match[0].split(".")]
    return max(parts) >= _HUNDRED or 0 in parts


def is_rest_of_date(text: str, end: int) -> bool:
    """Whether one or two digits are all that stands behind a full stop in its line: 6.27."""
    return text[end - 1] == "." and _REST_OF_DATE.match(text, end) is not None
