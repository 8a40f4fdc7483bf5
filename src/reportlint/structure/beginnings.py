"""What may precede or follow the number at the start of a line: 📚 2. B, （注）1.…, 5.iii"""

from __future__ import annotations

from collections.abc import Sequence

from reportlint._startup.lazy_pattern import lazy
from reportlint.core.characters import HAN, SPACES

_SECOND_PART = lazy(rf"x{{0,3}}(?:ix|iv|v?i{{0,3}})(?<=[ivx])[.)]?[ \t]+\S|[ab][{HAN}]")
_HALF = lazy(r"[0-9]{1,2}(?![0-9年月日号])")
_ADDRESS = lazy(r"[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?![0-9.])")
_REST_OF_DATE = lazy(r"[0-9]{1,2}[ \t*_]*(?:\n|\Z)")
_SECTION_NUMBER = lazy(r"(?:Sec(?:tion)?\.?[ ])?[0-9]{2,6}(?:\.[0-9]{1,4})*\.")
_HUNDRED = 100  # no report has as many parts
_BRACKETS = {"（": "）", "【": "】", "〔": "〕"}


def is_picture(char: str) -> bool:
    """Whether a character is an emoji or another picture, a space between two, a control code that
    nobody sees, or one more # of a heading: ## 📚 2. B, # #2. B."""
    code = ord(char)
    is_sign = (
        code < 0x20 or char == "#" or 0x2190 <= code < 0x2E80 or code >= 0x1F000 or code == 0xFE0F
    )
    return (is_sign and not char.isalnum()) or char in SPACES


def is_in_brackets(text: str) -> bool:
    """Whether a text before a marker is a single pair of brackets, as around a word that introduces
    a list: （注）1.…"""
    inner = text.strip(SPACES)
    closing = _BRACKETS.get(inner[:1], "")
    return closing != "" and inner.find(closing) == len(inner) - 1


def goes_on_as_number(text: str, end: int) -> bool:
    """Whether the number that ends at `end` has a second part in letters: 5.iii Proposal is not
    item 5, nor is 2.a若无会员名单 item 2."""
    return text[end - 1] == "." and _SECOND_PART.match(text, end) is not None


def goes_on_as_half(text: str, end: int) -> bool:
    """Whether the number of a label that ends at `end` has a second part in digits: Phase 1.5 is
    neither Phase 1 nor Phase 2. 附件1.2026年预算 is 附件1."""
    return text[end - 1] in ".．" and _HALF.match(text, end) is not None


def is_part(text: str, start: int, ends: Sequence[int]) -> bool:
    """Whether a number at `start`, whose marker may end at any of `ends`, is part of an address, a
    date or a longer number."""
    return (
        is_address(text, start)
        or all(is_rest_of_date(text, end) for end in ends)
        or any(goes_on_as_number(text, end) for end in ends)
    )


def is_address(text: str, start: int) -> bool:
    """Whether an IP address begins at `start`: 198.51.100.7, 10.0.0.2."""
    match = _ADDRESS.match(text, start)
    if match is None:
        return False
    parts = [int(part) for part in match[0].split(".")]
    return max(parts) >= _HUNDRED or 0 in parts


def is_no_text(text: str) -> bool:
    """Whether the text before a marker says nothing: pictures, or only the number of a section, as
    in statutes: 117.12. (a), Sec. 30. (a)"""
    return all(map(is_picture, text)) or _SECTION_NUMBER.fullmatch(text) is not None


def is_rest_of_date(text: str, end: int) -> bool:
    """Whether only one or two digits follow a full stop on its line: 6.27."""
    return text[end - 1] == "." and _REST_OF_DATE.match(text, end) is not None
