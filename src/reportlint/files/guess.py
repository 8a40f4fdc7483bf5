"""In which encoding bytes that are not UTF-8 read like a text; no answer where none of them does.

Each encoding is judged by what it makes of the bytes: the characters that texts in it are full of
speak for it, those that only a wrong reading gives speak against it. The weights were set on
reports of each language, cut to pieces of eight characters and more; bars stand beside them.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable

from reportlint._startup.namedtuple import NamedTuple
from reportlint.files.common_han import COMMON

SAMPLE = 1 << 16  # bytes that are judged; all of them are decoded
ENOUGH = 0.35  # of 1: true Chinese has 0.6 and more, Latin or Cyrillic read as GB18030 below 0.25
ENOUGH_WIDE = 0.6  # of UTF-16 without a mark: ASCII with one bad byte reaches 0.5
ENOUGH_OTHER = 0.6  # of Japanese and Korean, whose letters are few: true texts have 0.8 and more

_COMMON_HANGUL = frozenset(
    "이다는을의에가고하한로지사기인도서시대어리자보정를은과나수있해일주부전상"
)
_SIGNS = (("\u2000", "\u23ff"), ("\u3000", "\u303f"), ("\uff01", "\uff5e"))
_KANA = (("\u3040", "\u30ff"),)
_ODD = (("\x80", "\x9f"), ("\u30a0", "\u30ff"), ("\ue000", "\uf8ff"))  # controls, katakana, private
_HIRAGANA = (("\u3040", "\u309f"),)
_HALF_WIDTH = (("\uff61", "\uff9f"),)  # katakana of one byte: what Shift_JIS makes of GB18030


class _Way(NamedTuple):
    """An encoding, what a character says for it (of 1), and what the mean of all must reach."""

    name: str
    weight: Callable[[str], float]
    enough: float
    ascii_counts: bool = False


class Guess(NamedTuple):
    """The encoding that bytes are taken to be in, and the text that it makes of them."""

    encoding: str  # a name that Python knows
    text: str


def guess(data: bytes, *, nuls: bool) -> Guess | None:
    """The encoding that reads best; None where none reads like a text. `nuls`: `data` holds
    some."""
    ways = _WIDE if nuls else _LEGACY
    scores = {way: _score(data, way) for way in ways}
    for way in sorted(ways, key=scores.__getitem__, reverse=True):
        if scores[way] < way.enough:
            continue
        text = _decoded(data, way.name)
        if text is not None:  # else the rest of a file longer than the sample is another's
            return Guess(way.name, text)
    return None if nuls else _latin(data)


def damaged(data: bytes) -> tuple[str, int] | None:
    """The encoding that reads well up to a place near the end, and that place as an offset of
    bytes.

    A file that was cut within a character, or has one bad byte, is told so.
    """
    for way in _LEGACY:
        try:
            data.decode(way.name)
        except UnicodeDecodeError as error:
            sound = data[: error.start]
            if error.start >= len(data) * 0.9 and _score(sound, way) >= way.enough:
                return way.name, error.start
    return None


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _score(data: bytes, way: _Way) -> float:
    """How much `data` reads like a text in an encoding, up to 1; -1 where it is not even valid."""
    sample = data[:SAMPLE]
    try:
        decoder = codecs.getincrementaldecoder(way.name)()
        text = decoder.decode(sample, len(sample) == len(data))
    except UnicodeDecodeError:
        return -1.0
    weights = [way.weight(char) for char in text if way.ascii_counts or char > "\x7f"]
    return sum(weights) / len(weights) if weights else 0.0


def _chinese(char: str) -> float:
    if char in COMMON:
        return 1.0
    if "\u4e00" <= char <= "\u9fff":
        return _weight_of_han(char)
    if char in "°±×÷·" or _within(char, _SIGNS):
        return 0.5
    if _within(char, _HIRAGANA):  # stands in GB18030 where EUC-JP has it
        return -4.0
    return -0.5 if char in "\ufffd\ufffe\uffff" or _within(char, _ODD) else 0.0


def _wide(char: str) -> float:
    """As `_chinese`; ASCII counts, since in a wrong byte order it would be something else."""
    if char <= "\x7f":
        return 0.8 if char >= " " or char in "\t\n\r" else -4.0
    if "\uac00" <= char <= "\ud7a3":
        return 1.0 if char in _COMMON_HANGUL else 0.5
    return 0.8 if _within(char, _KANA) else _chinese(char)


def _weight_of_han(char: str) -> float:
    try:
        raw = char.encode("gb2312")
    except UnicodeEncodeError:
        return 0.2 if _is_frequent(char, "big5", b"\xc6\xa1") else 0.0
    return 0.5 if raw < b"\xd8" else 0.2  # the 3,755 characters of GB 2312 that one meets, the rest


def _japanese(char: str) -> float:
    """Kana are more than a third of Japanese, and the characters of the first level nearly all
    else."""
    if _within(char, _KANA):
        return 1.2
    if "\u4e00" <= char <= "\u9fff":
        return 0.45 if _is_frequent(char, "euc_jp", b"\xd0") else 0.1
    if _within(char, _SIGNS):
        return 0.6
    return -1.0 if _within(char, _HALF_WIDTH) else -0.5


def _korean(char: str) -> float:
    """Hangul is all of a Korean text but signs; Chinese read as Korean is half Hanja."""
    if "\uac00" <= char <= "\ud7a3":
        if char in _COMMON_HANGUL:
            return 1.1
        # The other 8,822 syllables are those that pairs with an ASCII letter are read as.
        return 0.7 if len(char.encode("euc_kr")) == 2 else -0.5
    return 0.5 if _within(char, _SIGNS) else -0.8


def _is_frequent(char: str, encoding: str, end: bytes) -> bool:
    """Whether `char` stands before `end` in an encoding that has the frequent characters first."""
    try:
        return char.encode(encoding) < end
    except UnicodeEncodeError:
        return False


def _within(char: str, ranges: Iterable[tuple[str, str]]) -> bool:
    return any(first <= char <= last for first, last in ranges)


_LETTERS = frozenset("ÀÂÄÇÈÉÊËÎÏÔÖÙÛÜŸàâäçèéêëîïôöùûüßæÆœŒñÑáíóúÁÍÓÚãõÃÕìòåÅøØ")
_LATIN_SIGNS = frozenset("“”‘’–—…«»°§€·¿¡ºª©®±×½\xa0")
_MOST_LATIN = 0.25  # share of bytes that are no ASCII, in any language of Western Europe


def _latin(data: bytes) -> Guess | None:
    """A text of Western Europe: mostly ASCII, with single letters of its own among ASCII
    letters."""
    text = _decoded(data, "cp1252")
    if text is None or sum(byte > 0x7F for byte in data[:SAMPLE]) > _MOST_LATIN * len(data):
        return None
    sample = text[:SAMPLE]
    if not all(map(_is_latin, sample)):
        return None
    letters = [at for at, char in enumerate(sample) if char in _LETTERS]
    within = sum(_is_in_word(sample, at) for at in letters)
    return Guess("cp1252", text) if within and len(letters) - within <= within // 4 else None


def _is_latin(char: str) -> bool:
    """Whether a character may stand in a text of Western Europe; control codes that lay a text out
    may."""
    if char > "\x7f":
        return char in _LETTERS or char in _LATIN_SIGNS
    return char >= " " or char in "\t\n\r\f"


def _is_in_word(text: str, at: int) -> bool:
    """Whether the letter at `at` has an ASCII letter beside it, and no run of others."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return any(char.isascii() and char.isalpha() for char in (before, after))


# At equal scores the first is taken; the last two of Big5 add characters to it.
_LEGACY = (
    _Way("gb18030", _chinese, ENOUGH),
    _Way("big5", _chinese, ENOUGH),
    _Way("cp950", _chinese, ENOUGH),
    _Way("big5hkscs", _chinese, ENOUGH),
    _Way("euc_jp", _japanese, ENOUGH_OTHER),
    _Way("cp932", _japanese, ENOUGH_OTHER),
    _Way("cp949", _korean, ENOUGH_OTHER),
    _Way("utf-16-le", _wide, ENOUGH_WIDE, ascii_counts=True),
    _Way("utf-16-be", _wide, ENOUGH_WIDE, ascii_counts=True),
)
_WIDE = (
    _Way("utf-32-le", _wide, ENOUGH, ascii_counts=True),
    _Way("utf-32-be", _wide, ENOUGH, ascii_counts=True),
    _Way("utf-16-le", _wide, ENOUGH, ascii_counts=True),
    _Way("utf-16-be", _wide, ENOUGH, ascii_counts=True),
)
