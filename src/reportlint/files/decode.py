"""Bytes to text. A report may come in any encoding that offices use: nothing is guessed where the guess is not good.

The order: what the configuration tells, a byte-order mark, strict UTF-8, and then whichever of GB18030, Big5 and UTF-16 makes
the bytes read like Chinese (or, for UTF-16, like plain ASCII). A text that none of them makes readable is an error: read
wrongly, it would only give findings about nonsense, or none.
"""

from __future__ import annotations

import codecs

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.text import Text
from reportlint.files.common_han import COMMON

BOMS = (  # the longer first: UTF-32 LE begins as UTF-16 LE does
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
LEGACY = (
    "gb18030",
    "big5",
    "cp950",
    "big5hkscs",
)  # at equal scores the first is taken; the last two add characters to Big5
UTF_16 = ("utf-16-le", "utf-16-be")
SAMPLE = 1 << 16  # bytes that are judged; all of them are decoded
ENOUGH = 0.35  # of 1: true Chinese has 0.6 and more, UTF-8, Latin or Cyrillic read as GB18030 less than 0.25
RARE_NUL = 0.01  # share of NULs up to which strict UTF-8 is still a text that has been damaged


class Decoded(NamedTuple):
    """A text without its byte-order mark, and what is needed to write it back as it was."""

    text: str
    encoding: (
        str  # a name Python knows, one that writes no mark of its own ("utf-16-le", never "utf-16")
    )
    bom: bool


class UndecodableError(Exception):
    """The bytes are no text in any encoding tried. `reason` says it to people."""

    def __init__(self, reason: Text) -> None:
        self.reason = reason
        super().__init__(reason.en)


def decode(data: bytes, encoding: str = "") -> Decoded:
    """The text in `data`; `encoding` is what the user says it is in, "" where nothing is known.

    Raises UndecodableError, also where `data` breaks the encoding told, and LookupError where Python knows no such encoding.
    """
    for mark, name in BOMS:
        if data.startswith(mark) and (not encoding or _same(name, encoding)):
            return Decoded(_strictly(data[len(mark) :], name), name, True)
    if encoding:
        name = codecs.lookup(encoding).name
        name = {
            "utf_8_sig": "utf-8",
            "utf-8-sig": "utf-8",
            "utf-16": "utf-16-le",
            "utf-32": "utf-32-le",
        }.get(name, name)
        return Decoded(_strictly(data, name), name, False)
    nuls = data.count(0)
    if not nuls:
        try:
            return Decoded(data.decode("utf-8"), "utf-8", False)
        except UnicodeDecodeError as error:
            return _guess(data, LEGACY + UTF_16, error.start)
    try:
        return _guess(data, UTF_16, data.index(0))
    except UndecodableError:
        if nuls <= len(data) * RARE_NUL:
            return Decoded(_strictly(data, "utf-8"), "utf-8", False)
        raise


def encode(decoded: Decoded) -> bytes:
    """The bytes that `decode` made `decoded` of."""
    mark = (
        next((mark for mark, name in BOMS if name == decoded.encoding), b"") if decoded.bom else b""
    )
    return mark + decoded.text.encode(decoded.encoding)


def _same(name: str, told: str) -> bool:
    """Whether a mark of encoding `name` agrees with the encoding told: `utf-16` is either of its byte orders."""
    known = codecs.lookup(told).name.replace("_", "-")
    return (
        name == known
        or name == known.removesuffix("-sig")
        or (known in ("utf-16", "utf-32") and name.startswith(known))
    )


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        name = encoding.upper()
        raise UndecodableError(
            Text(f"第 {line} 行起不是有效的 {name}", f"not valid {name} from line {line} on")
        ) from None


def _guess(data: bytes, candidates: tuple[str, ...], bad: int) -> Decoded:
    """`data` in the candidate that reads best; `bad` is the offset of the first byte that is not UTF-8."""
    scores = {name: _score(data, name) for name in candidates}
    for name in sorted(candidates, key=scores.__getitem__, reverse=True):
        if scores[name] < ENOUGH:
            break
        try:
            return Decoded(data.decode(name), name, False)
        except UnicodeDecodeError:  # only the rest of a file longer than the sample
            continue
    line = data.count(b"\n", 0, bad) + 1
    raise UndecodableError(
        Text(
            f"第 {line} 行起不是 UTF-8，也不像 GB18030、Big5 或 UTF-16",
            f"not UTF-8 from line {line} on, nor like GB18030, Big5 or UTF-16",
        )
    )


def _score(data: bytes, encoding: str) -> float:
    """How much `data` reads like Chinese in `encoding`, from 0 to 1; -1 where it is not even valid."""
    sample = data[:SAMPLE]
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(sample, len(sample) == len(data))
    except UnicodeDecodeError:
        return -1.0
    wide = encoding.startswith("utf-16")
    weights = [_weight(char, wide) for char in text if wide or char > "\x7f"]
    return sum(weights) / len(weights) if weights else 0.0


def _weight(char: str, wide: bool) -> float:
    """What one character says for its being read rightly."""
    if char in COMMON:
        return 1.0
    if char <= "\x7f":
        return 0.8 if wide and (char >= " " or char in "\t\n\r") else -4.0
    if "\u4e00" <= char <= "\u9fff":
        return _weight_of_han(char)
    if char in "°±×÷·" or _within(char, _SIGNS):
        return 0.5
    return -0.5 if char in "\ufffd\ufffe\uffff" or _within(char, _ODD) else 0.0


_SIGNS = (("\u2000", "\u23ff"), ("\u3000", "\u303f"), ("\uff01", "\uff5e"))
_ODD = (("\x80", "\x9f"), ("\u3040", "\u30ff"), ("\ue000", "\uf8ff"))  # controls, kana, private use


def _within(char: str, ranges: tuple[tuple[str, str], ...]) -> bool:
    return any(first <= char <= last for first, last in ranges)


def _weight_of_han(char: str) -> float:
    try:
        raw = char.encode("gb2312")
    except UnicodeEncodeError:
        return 0.2 if _big5_frequent(char) else 0.0
    return (
        0.5 if raw < b"\xd8" else 0.2
    )  # the 3,755 characters of GB 2312 that one meets, or the rest


def _big5_frequent(char: str) -> bool:
    """Whether `char` is one of the 5,401 frequent characters of Big5."""
    try:
        return char.encode("big5") < b"\xc6\xa1"
    except UnicodeEncodeError:
        return False
