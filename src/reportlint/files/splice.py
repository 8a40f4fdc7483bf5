"""Edits of a text, made in its bytes: what lies outside of them stays as it is, byte for byte.

Encoding the new text as a whole would not do: Big5 has characters with two codes, UTF-7 and the
like can be written in many ways, and a text decoded from them comes out as other bytes. So each
edit is put between the bytes before and after it, and the result is only taken if it reads as the
text that was meant.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Sequence

from reportlint.core.diagnostic import Edit, apply
from reportlint.files.decode import BOMS, UndecodableError, decode
from reportlint.files.sources import Source


class UnwritableError(Exception):
    """The edits cannot be made in the encoding of the file so that everything else stays as it
    is."""


def writable(source: Source, text: str) -> bool:
    """Whether the encoding of the file has all characters of `text`."""
    try:
        text.encode(source.decoded.encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def splice(source: Source, rounds: Iterable[Sequence[Edit]], text: str) -> bytes:
    """The bytes of `source` after rounds of edits, each in order and apart, that make `text` of it.
    Raises UnwritableError."""
    data, now, encoding = source.data, source.decoded.text, source.decoded.encoding
    mark = (
        next((len(mark) for mark, name in BOMS if name == encoding), 0) if source.decoded.bom else 0
    )
    for edits in rounds:
        ends = [offset for edit in edits for offset in edit.span]
        places = _places(data[mark:], now, encoding, ends)
        data, now = _spliced(data, mark, edits, places, encoding), apply(now, edits)
    try:
        read = decode(data, source.told).text
    except UndecodableError as error:
        raise UnwritableError from error
    if read != text:
        raise UnwritableError
    return data


def _spliced(
    data: bytes, mark: int, edits: Sequence[Edit], places: Sequence[int], encoding: str
) -> bytes:
    parts = []
    at = 0
    for edit, start, end in zip(edits, places[::2], places[1::2], strict=True):
        try:
            parts += [data[at : mark + start], edit.text.encode(encoding)]
        except UnicodeEncodeError as error:
            raise UnwritableError from error
        at = mark + end
    return b"".join(parts) + data[at:]


def _places(data: bytes, text: str, encoding: str, offsets: Sequence[int]) -> list[int]:
    """The offsets in bytes of ascending offsets in code points."""
    places, at, place = [], 0, 0
    try:
        if text.encode(encoding) == data:
            for offset in offsets:
                place += len(text[at:offset].encode(encoding))
                at = offset
                places.append(place)
            return places
    except UnicodeEncodeError:
        pass  # half of a code that stands for two characters: read one by one below
    return _places_one_by_one(data, encoding, offsets)


def _places_one_by_one(data: bytes, encoding: str, offsets: Sequence[int]) -> list[int]:
    """As `_places`, for bytes that do not map to the text one to one: they are decoded byte by
    byte, and the characters counted."""
    decoder = codecs.getincrementaldecoder(encoding)()
    after = {0: 0}  # characters → the bytes after which they are complete
    count = 0
    for place in range(len(data)):
        count += len(decoder.decode(data[place : place + 1], place + 1 == len(data)))
        after[count] = min(after.get(count, place + 1), place + 1)
    try:
        return [after[offset] for offset in offsets]
    except KeyError as error:  # within a code that stands for two characters
        raise UnwritableError from error
