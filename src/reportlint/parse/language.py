"""Which language a report is in, told by its letters."""

from __future__ import annotations

import codecs

from reportlint.parse.demands import characters

SAMPLE = 3000  # code points of each of three samples: the beginning, the middle and the end
LETTERS_A_WORD = 4  # one Han character says about as much as this many Latin letters

_HAN_PAGES = bytes((*range(0x34, 0xA0), 0xF9, 0xFA))  # U+3400 to U+9FFF, U+F900 to U+FAFF: the upper bytes in UTF-16
_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def language_of(text: str) -> str:
    """ "zh" or "en", whichever most of `text` is in; "" where it is in neither (Japanese too) or has no letters."""
    if len(text) > 3 * SAMPLE:
        middle = len(text) // 2
        text = text[:SAMPLE] + text[middle : middle + SAMPLE] + text[-SAMPLE:]
    han = _many(codecs.utf_16_le_encode(text, "surrogatepass")[0][1::2], _HAN_PAGES)
    latin = _many(text.encode("ascii", "ignore"), _LETTERS)
    kana = other = 0
    for char in [one for one in characters(text) if one >= "\u00c0" and not "\u3400" <= one <= "\u9fff"]:
        if char <= "\u024f":
            latin += text.count(char)
        elif "\u3040" <= char <= "\u30ff":
            kana += text.count(char)
        elif "\u0370" <= char <= "\u1cff" or "\uac00" <= char <= "\ud7af":  # Greek to Indic, and Hangul
            other += text.count(char)
    if kana * 10 > han + kana or other * 2 > han * LETTERS_A_WORD + latin:
        return ""
    if han == latin == 0:
        return ""
    return "zh" if han * LETTERS_A_WORD >= latin else "en"


def _many(data: bytes, chosen: bytes) -> int:
    """How many bytes of `data` are among the `chosen`."""
    return len(data) - len(data.translate(None, chosen))
