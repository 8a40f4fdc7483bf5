"""Decodes bytes to text. A report may be in any encoding used in offices; an unreliable guess is
not accepted.

Tried in order: the configured encoding, a byte-order mark, strict UTF-8, and then the encoding that
gives the most readable text (`guess.py`). If none gives readable text, that is an error: a wrongly
decoded text would only yield false findings, or none.
"""

from __future__ import annotations

import codecs

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.errors import ReasonError
from reportlint.core.text import Text

BOMS = (  # longer ones first: that of UTF-32 LE begins with that of UTF-16 LE
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
RARE_NUL = 0.01  # share of NULs up to which strict UTF-8 is accepted as damaged text


class Decoded(NamedTuple):
    """A text without its byte-order mark, and the data needed to encode it as before."""

    text: str
    encoding: (
        str  # a Python name that writes no byte-order mark by itself ("utf-16-le", not "utf-16")
    )
    bom: bool


class UndecodableError(ReasonError):
    """The bytes are not text in any encoding tried."""


def decode(data: bytes, encoding: str = "") -> Decoded:
    """Decode `data`; `encoding` is the encoding given by the user, "" if unknown.

    Raises UndecodableError, also if `data` is not valid in the given encoding, and LookupError if
    Python does not know the encoding.
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
            return _guessed(data, error.start)
    try:
        return _guessed(data, data.index(0))
    except UndecodableError:
        if nuls <= len(data) * RARE_NUL:
            return Decoded(_strictly(data, "utf-8"), "utf-8", False)
        raise


def encode(decoded: Decoded) -> bytes:
    """The bytes of a decoded text, with its byte-order mark if it had one."""
    mark = (
        next((mark for mark, name in BOMS if name == decoded.encoding), b"") if decoded.bom else b""
    )
    return mark + decoded.text.encode(decoded.encoding)


def _same(name: str, declared: str) -> bool:
    """Whether the encoding `name` of a byte-order mark agrees with the declared encoding; `utf-16`
    agrees with both byte orders."""
    known = codecs.lookup(declared).name.replace("_", "-")
    return (
        name == known
        or name == known.removesuffix("-sig")
        or (known in ("utf-16", "utf-32") and name.startswith(known))
    )


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeError as error:  # some encodings raise it without a position
        line = data.count(b"\n", 0, getattr(error, "start", 0)) + 1
        name = encoding.upper()
        raise UndecodableError(
            Text(f"第 {line} 行起不是有效的 {name}", f"not valid {name} from line {line} on")
        ) from None


def _guessed(data: bytes, bad: int) -> Decoded:
    """Decode `data` in the encoding guessed for it; `bad` is the offset of the first byte that is
    not UTF-8. Raises UndecodableError."""
    from reportlint.files.guess import damaged, guess

    decoded = guess(data, nuls=b"\0" in data)
    if decoded is not None:
        return Decoded(decoded.text, decoded.encoding, False)
    near = damaged(data)
    line = data.count(b"\n", 0, near[1] if near else bad) + 1
    if near is not None:
        name, at = near
        raise UndecodableError(
            Text(
                f"像 {name.upper()}，但第 {line} 行（第 {at + 1} 字节）已损坏",
                f"like {name.upper()}, but damaged in line {line} (byte {at + 1})",
            )
        )
    raise UndecodableError(
        Text(
            f"第 {line} 行（第 {bad + 1} 字节）起不是 UTF-8，也不像其他已知的编码",
            f"not UTF-8 from line {line} (byte {bad + 1}) on, nor like any other encoding known",
        )
    )
