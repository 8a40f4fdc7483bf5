"""Which language a report is in, told by its letters."""

from __future__ import annotations

import re

from reportlint.core.lazily import lazy

SAMPLE = 3000  # code points of each of three samples: the beginning, the middle and the end
LETTERS_A_WORD = 4  # one Han character says about as much as this many Latin letters

_HAN = lazy("[\u3400-\u9fff\uf900-\ufaff]+")
_LATIN = lazy("[A-Za-z\u00c0-\u024f]+")
_KANA = lazy("[\u3040-\u30ff]+")
_OTHER = lazy("[\u0370-\u1cff\uac00-\ud7af]+")  # Greek to Indic, and Hangul


def language_of(text: str) -> str:
    """ "zh" or "en", whichever most of `text` is in; "" where it is in neither (Japanese too) or has no letters."""
    if len(text) > 3 * SAMPLE:
        middle = len(text) // 2
        text = text[:SAMPLE] + text[middle : middle + SAMPLE] + text[-SAMPLE:]
    han, latin, kana, other = (_many(pattern, text) for pattern in (_HAN, _LATIN, _KANA, _OTHER))
    if kana * 10 > han + kana or other * 2 > han * LETTERS_A_WORD + latin:
        return ""
    if han == latin == 0:
        return ""
    return "zh" if han * LETTERS_A_WORD >= latin else "en"


def _many(pattern: re.Pattern[str], text: str) -> int:
    """How many characters of `text` the pattern covers."""
    return len("".join(pattern.findall(text)))
