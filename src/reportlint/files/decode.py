"""Bytes to text. A report may come in any encoding that offices use: nothing is guessed where the
guess is not good.

The order: what the configuration tells, a byte-order mark, strict UTF-8, and then whatever encoding
makes the bytes read like a text (`guess.py`). A text that none of them makes readable is an error:
read wrongly, it would only give findings about nonsense, or none.
"""

from __future__ import annotations

import codecs

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.text import Text

BOMS = (  # the longer first: UTF-32 LE begins as UTF-16 LE does
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
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

    Raises UndecodableError, also where `data` breaks the encoding told, and LookupError where
    Python knows no such encoding.
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
    """The bytes that `decode` made `decoded` of."""
    mark = (
        next((mark for mark, name in BOMS if name == decoded.encoding), b"") if decoded.bom else b""
    )
    return mark + decoded.text.encode(decoded.encoding)


def _same(name: str, declared: str) -> bool:
    """Whether a mark of encoding `name` agrees with the encoding told: `utf-16` is either of its
    byte orders."""
    known = codecs.lookup(declared).name.replace("_", "-")
    return (
        name == known
        or name == known.removesuffix("-sig")
        or (known in ("utf-16", "utf-32") and name.startswith(known))
    )


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeError as error:  # some encodings say no more than that it is one
        line = data.count(b"\n", 0, getattr(error, "start", 0)) + 1
        name = encoding.upper()
        raise UndecodableError(
            Text(f"第 {line} 行起不是有效的 {name}", f"not valid {name} from line {line} on")
        ) from None


def _guessed(data: bytes, bad: int) -> Decoded:
    """`data` in the encoding that it reads best in; `bad` is the first byte that is not UTF-8."""
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
