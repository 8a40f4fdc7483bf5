"""Fingerprints by which a finding is recognised after the text around it has moved."""

from __future__ import annotations

import struct
from collections.abc import Collection

from reportlint._startup.lazy_pattern import lazy
from reportlint.core.diagnostic import Diagnostic
from reportlint.core.report import FileReport

HASHED = 100  # UTF-16 units that GitHub hashes from the start of a line
BASE = 37
END_OF_FILE = "\uffff"
_LINE_END = lazy(r"\r\n?")
_BLANKS = lazy(r"[ \t]+")
_DIGITS = lazy(r"[0-9]+")
LONGEST_LINE = 200  # code points; of a longer line, only a part is the context of a finding
AROUND = 40  # code points on either side of a finding in a longer line


def line_hashes(text: str, numbers: Collection[int]) -> dict[int, str]:
    """The `primaryLocationLineHash` of GitHub for each of the lines (from 1).

    GitHub computes it from the file when it gets a SARIF file, and warns of each result that
    disagrees. It is a polynomial, modulo 2**64, of the first hundred UTF-16 units from the start of
    the line, across line ends, without spaces and tabs; then `:` and the number of lines with this
    hash so far. `text` must be as GitHub reads the file: UTF-8, with a byte-order mark as its first
    character.
    """
    if not numbers:
        return {}
    plain = _BLANKS.sub("", _LINE_END.sub("\n", text))
    units = (plain + END_OF_FILE).encode("utf-16-le", "surrogatepass") + bytes(2 * HASHED)
    seen: dict[bytes, int] = {}
    hashes = {}
    start, last = 0, max(numbers)
    for number, line in enumerate(plain.split("\n"), 1):
        hashed = units[start : start + 2 * HASHED]
        seen[hashed] = seen.get(hashed, 0) + 1
        if number in numbers:
            hashes[number] = f"{_polynomial(hashed):x}:{seen[hashed]}"
        if number == last:
            break
        start += len(line.encode("utf-16-le", "surrogatepass")) + 2
    return hashes


def _polynomial(units: bytes) -> int:
    value = 0
    for unit in struct.unpack(f"<{HASHED}H", units):
        value = value * BASE + unit
    return value % (1 << 64)


def fingerprints(file: FileReport) -> list[str]:
    """A fingerprint for each finding of a file, all different: 32 hexadecimal digits.

    It is a hash of the rule, the titles around the finding, its context and its number among
    findings in which these are the same. So it survives edits elsewhere in the file and a new path.
    """
    from hashlib import sha256

    seen: dict[str, int] = {}
    result = []
    for diagnostic in file.diagnostics:
        # Two sections missing at the same place differ only in their messages.
        empty = diagnostic.span.end <= diagnostic.span.start
        message = _DIGITS.sub("", diagnostic.message) if empty else ""
        parts = (
            diagnostic.rule,
            "\x1f".join(diagnostic.section),
            _context(file, diagnostic),
            message,
        )
        key = "\0".join(parts)
        seen[key] = seen.get(key, 0) + 1
        data = f"{key}\0{seen[key]}".encode("utf-8", "surrogatepass")
        result.append(sha256(data).hexdigest()[:32])
    return result


def _context(file: FileReport, diagnostic: Diagnostic) -> str:
    """The line where a finding begins, without blanks; of a long line, the part around the
    finding."""
    span = diagnostic.span
    start, end = file.lines.line(file.lines.line_of(span.start))
    if end - start > LONGEST_LINE:
        start = max(start, span.start - AROUND)
        end = min(end, max(span.end, span.start) + AROUND, start + 2 * LONGEST_LINE)
    return "".join(file.text[start:end].split())
