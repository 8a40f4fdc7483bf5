"""The language of a report, by its letters.

A long text is judged by samples. Letters are counted as bytes of encodings, which takes a tenth of
the time of one regex per script.
"""

from __future__ import annotations

import codecs
from collections.abc import Sequence

_SAMPLE = 3000  # code points of each of three samples: the beginning, the middle and the end
_LATIN_PER_HAN = 4  # Latin letters that one Han character is worth

# The upper bytes of characters in UTF-16.
_HAN = bytes((*range(0x34, 0xA0), 0xF9, 0xFA))  # U+3400 to U+9FFF, U+F900 to U+FAFF
_FOREIGN = bytes((*range(0x01, 0x1D), *range(0xAC, 0xD8)))  # more of Latin, Greek to Indic, Hangul
_KANA_OR_MARKS = b"\x30"  # U+3000 to U+30FF, includes Chinese punctuation
_KANA_UTF_8 = (b"\xe3\x81", b"\xe3\x82", b"\xe3\x83")  # first bytes of U+3040 to U+30FF in UTF-8
_ACCENTS = bytes(range(0xC0, 0x100))  # U+00C0 to U+00FF in Latin-1
_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def language_of(text: str) -> str:
    """The language of most of `text`, "zh" or "en"; "" if it is another one (Japanese, for example)
    or there are no letters."""
    if len(text) > 3 * _SAMPLE:
        middle = len(text) // 2
        text = text[:_SAMPLE] + text[middle : middle + _SAMPLE] + text[-_SAMPLE:]
    upper_bytes = codecs.utf_16_le_encode(text, "surrogatepass")[0][1::2]
    narrow = text.encode("latin-1", "ignore")
    han, latin = _count(upper_bytes, _HAN), _count(narrow, _LETTERS)
    kana = other = 0
    if _count(upper_bytes, _KANA_OR_MARKS) * 9 > han:
        data = text.encode("utf-8", "surrogatepass")
        kana = sum(map(data.count, _KANA_UTF_8))
    if _count(upper_bytes, _FOREIGN) or _count(narrow, _ACCENTS):
        accented, other = _count_foreign(text)
        latin += accented
    is_foreign = kana * 10 > han + kana or other * 2 > han * _LATIN_PER_HAN + latin
    if is_foreign or han == latin == 0:
        return ""
    return "zh" if han * _LATIN_PER_HAN >= latin else "en"


def has_han(text: str) -> bool:
    """Whether a text has any Han character."""
    upper_bytes = codecs.utf_16_le_encode(text, "surrogatepass")[0][1::2]
    return _count(upper_bytes, _HAN) > 0


_ENGLISH = frozenset(
    "the of and to is that with are this be it by we not have has from which was were will".split()
)
_OTHERS = frozenset(
    """
    de da do dos das um uma não para com que os as se el la los las del una por con en le les des du et est une dans pour pas der die
    das und den dem nicht mit ist wir wird für auf ein eine il di che per non het een van niet och att det som på av til er ikke
    """.split()
)
_LAST_LATIN = "\u024f"  # the other scripts are above it
_FEW_WORDS = 3  # words of other languages that show nothing yet


def may_be_english(text: str) -> bool:
    """Whether a text in Latin letters may be English: small words of other languages do not
    outnumber the English ones."""
    sample = text[: 3 * _SAMPLE].casefold()
    words = sample.split()
    others = _count_words(words, _OTHERS)
    if not sample.isascii():
        wide = [word for word in words if not word.isascii() and word.isalpha()]
        others += len(wide) - _count_words(wide, _OTHERS)
    return others < _FEW_WORDS or others < _count_words(words, _ENGLISH)


def is_other_language(titles: str, text: str) -> bool:
    """Whether a text is in another language than the titles of a report type. Titles in ASCII count
    as English, titles with accents as another language; other scripts are not judged."""
    if max(titles, default="") > _LAST_LATIN:
        return False
    if titles.isascii():
        return not (language_of(text) == "en" and may_be_english(text))
    return _is_english(text)


def _is_english(text: str) -> bool:
    """Whether a text in Latin letters is certainly English: it has small words of English, and
    hardly any of other languages."""
    words = text[: 3 * _SAMPLE].casefold().split()
    english = _count_words(words, _ENGLISH)
    return english >= _FEW_WORDS and english > 2 * _count_words(words, _OTHERS)


def _count_words(words: Sequence[str], chosen: frozenset[str]) -> int:
    """The number of `words` that are in `chosen`."""
    return sum(map(chosen.__contains__, words))


def _count_foreign(text: str) -> tuple[int, int]:
    """The number of Latin letters outside ASCII in `text`, and of letters of the scripts from Greek
    to Indic and of Hangul."""
    accented = other = 0
    for char in set(text):
        if "\u00c0" <= char <= "\u024f":
            accented += text.count(char)
        elif "\u0370" <= char <= "\u1cff" or "\uac00" <= char <= "\ud7af":
            other += text.count(char)
    return accented, other


def _count(data: bytes, chosen: bytes) -> int:
    """The number of bytes of `data` that are in `chosen`."""
    return len(data) - len(data.translate(None, chosen))
