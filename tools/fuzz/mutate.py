"""Inputs made from samples and a number: the same number gives the same input on every machine."""

from __future__ import annotations

import random
from collections.abc import Sequence

MOST_BYTES = 6_000  # of a sample, before changes that make it longer

PIECES = [
    piece.encode()
    for piece in (
        "\n", "\r\n", "\r", "\t", "\u3000", "\u200b", "\u2060", "\u202e", "\u2028", "\x0c", "\x00", "\x1b[31m", "\ufeff",
        "一、", "（一）", "1. ", "1.1 ", "一是", "二是", "四是", "第一条", "①", "# ", "## ", "- ", "> ", "```", "~~~", "`", "**",
        "[a](", "[^1]", "[[", "<!--", "-->", "<div>", "|", "|---|", "===", "---\n", "+++\n", "$", "::", ".. note::", "+--+",
        "（", "）", "“", "”", "《", "XX", "待补充", "{{x}}", "TODO", "<请填写>", "2024年13月45日", "2026年2月30日", "各位代表：",
        "述职报告", "以上报告，请审议。", "reportlint-disable", "<!-- reportlint-disable -->", "<!-- reportlint-enable -->",
        "<!-- reportlint-disable-next-line placeholder -->", ": ", "? ", "&a ", "*a", "!!python/object:os.system ", "'", '"', "\\",
        "{", "}", "[", "]", "@@ -1,2 +1,3 @@\n", "--- a/a.md\n", "+++ b/a.md\n", "+", "-", " ", "\\ No newline at end of file\n",
        "extends:", "regex:", "*a*a*a*a", "**/", "(?:a|aa)+$", "(?R)", "9" * 40, "-1", "0",
    )
] + [b"\xff", b"\xfe\xff", b"\xff\xfe", b"\xf4\x90\x80\x80", b"\xed\xa0\x80", b"\x81\x30\x81\x30", b"\xa4\xa2", b"\x1b$B"]  # fmt: skip


def mutated(samples: Sequence[bytes], rng: random.Random, others: Sequence[bytes] = ()) -> bytes:
    """A random sample after 1 to 12 changes: bytes, pieces, lines, repetitions, parts of `others`
    (default: the samples)."""
    data = bytearray(rng.choice(samples)[:MOST_BYTES])
    for _ in range(rng.choice((1, 1, 2, 3, 5, 12))):
        rng.choice(_CHANGES)(data, others or samples, rng)
    return bytes(data)


def _place(data: bytearray, rng: random.Random) -> int:
    """A random offset."""
    return rng.randrange(len(data) + 1)


def _flip(data: bytearray, samples: Sequence[bytes], rng: random.Random) -> None:
    if data:
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)


def _put_piece(data: bytearray, samples: Sequence[bytes], rng: random.Random) -> None:
    at = _place(data, rng)
    data[at:at] = rng.choice(PIECES)


def _repeat_piece(data: bytearray, samples: Sequence[bytes], rng: random.Random) -> None:
    at = _place(data, rng)
    data[at:at] = rng.choice(PIECES) * rng.choice((2, 8, 60, 400))


def _cut(data: bytearray, samples: Sequence[bytes], rng: random.Random) -> None:
    start = _place(data, rng)
    del data[start : start + rng.choice((1, 3, 20, 300))]


def _repeat_part(data: bytearray, samples: Sequence[bytes], rng: random.Random) -> None:
    start = _place(data, rng)
    part = data[start : start + rng.choice((1, 5, 40))]
    data[start:start] = part * rng.choice((1, 3, 50))


def _put_other(data: bytearray, samples: Sequence[bytes], rng: random.Random) -> None:
    other = rng.choice(samples)
    start = rng.randrange(len(other) + 1)
    at = _place(data, rng)
    data[at:at] = other[start : start + rng.choice((4, 40, 400))]


def _swap_lines(data: bytearray, samples: Sequence[bytes], rng: random.Random) -> None:
    lines = bytes(data).split(b"\n")
    first, second = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[first], lines[second] = lines[second], lines[first]
    data[:] = b"\n".join(lines)


def _drop_line(data: bytearray, samples: Sequence[bytes], rng: random.Random) -> None:
    lines = bytes(data).split(b"\n")
    del lines[rng.randrange(len(lines))]
    data[:] = b"\n".join(lines)


_CHANGES = (
    _flip, _put_piece, _put_piece, _repeat_piece, _cut, _repeat_part, _put_other, _swap_lines, _drop_line,
)  # fmt: skip
