"""Applies edits of a text to its bytes; the bytes outside the edits stay the same.

Encoding the whole new text would change other bytes: Big5 has characters with two codes, UTF-7 and
similar encodings can write a text in many ways. So each edit is inserted between the bytes before
and after it, and the result is accepted only if it decodes to the expected text.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Sequence

from reportlint.core.diagnostic import Edit, apply
from reportlint.files.decode import BOMS, UndecodableError, decode
from reportlint.files.sources import Source


class UnwritableError(Exception):
    """The edits cannot be made in the encoding of the file without changing anything else."""


def writable(source: Source, text: str) -> bool:
    """Whether `text` can be encoded in the encoding of the file."""
    try:
        text.encode(source.decoded.encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def splice(source: Source, rounds: Iterable[Sequence[Edit]], text: str) -> bytes:
    """The bytes of `source` after rounds of edits that turn it into `text`; the edits of a round
    are in order and do not overlap. Raises UnwritableError."""
    data, now, encoding = source.data, source.decoded.text, source.decoded.encoding
    mark = (
        next((len(mark) for mark, name in BOMS if name == encoding), 0) if source.decoded.bom else 0
    )
    for edits in rounds:
        ends = [offset for edit in edits for offset in edit.span]
        places = _places(data[mark:], now, encoding, ends)
        data, now = _spliced(data, mark, edits, places, encoding), apply(now, edits)
    try:
        read = decode(data, source.configured_encoding).text
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
    """The byte offsets of ascending offsets in code points. Raises UnwritableError for an offset
    within a code that stands for two characters."""
    places, at, place = [], 0, 0
    try:
        if text.encode(encoding) == data:
            for offset in offsets:
                place += len(text[at:offset].encode(encoding))
                at = offset
                places.append(place)
            return places
    except UnicodeEncodeError:
        pass  # half of a code that stands for two characters; handled below
    return _places_one_by_one(data, encoding, offsets)


def _places_one_by_one(data: bytes, encoding: str, offsets: Sequence[int]) -> list[int]:
    """As `_places`, for bytes that are not the only encoding of the text: they are decoded byte by
    byte, counting the characters."""
    decoder = codecs.getincrementaldecoder(encoding)()
    after = {0: 0}  # number of characters → number of bytes that complete them
    count = 0
    for place in range(len(data)):
        count += len(decoder.decode(data[place : place + 1], place + 1 == len(data)))
        after[count] = min(after.get(count, place + 1), place + 1)
    try:
        return [after[offset] for offset in offsets]
    except KeyError as error:  # within a code that stands for two characters
        raise UnwritableError from error
