"""What makes a finding the same finding after the text around it has moved."""

from __future__ import annotations

import struct
from collections.abc import Collection

from reportlint._startup.lazy_pattern import lazy
from reportlint.core.diagnostic import Diagnostic
from reportlint.core.report import FileReport

BLOCK = 100  # characters that GitHub hashes from the start of a line
BASE = 37
END_OF_FILE = "\uffff"
_BREAK = lazy(r"\r\n?")
_BLANKS = lazy(r"[ \t]+")
_DIGITS = lazy(r"[0-9]+")
LONGEST = 200  # code points of a line up to which the whole of it is the context of a finding
AROUND = 40  # else so many on either side


def line_hashes(text: str, wanted: Collection[int]) -> dict[int, str]:
    """For each of the lines (from 1), what GitHub calls its `primaryLocationLineHash`.

    GitHub computes it anew from the file when it is given a SARIF file, and warns of each result that disagrees. It is a
    polynomial, modulo 2**64, of the first hundred UTF-16 units from the start of the line on, over the ends of lines, without
    spaces and tabs; then `:` and how many lines with this hash there have been. `text` must be as GitHub reads the file:
    UTF-8, a byte-order mark being its first character.
    """
    if not wanted:
        return {}
    plain = _BLANKS.sub("", _BREAK.sub("\n", text))
    units = (plain + END_OF_FILE).encode("utf-16-le", "surrogatepass") + bytes(2 * BLOCK)
    seen: dict[bytes, int] = {}
    hashes = {}
    start, last = 0, max(wanted)
    for number, line in enumerate(plain.split("\n"), 1):
        block = units[start : start + 2 * BLOCK]
        seen[block] = seen.get(block, 0) + 1
        if number in wanted:
            hashes[number] = f"{_polynomial(block):x}:{seen[block]}"
        if number == last:
            break
        start += len(line.encode("utf-16-le", "surrogatepass")) + 2
    return hashes


def _polynomial(block: bytes) -> int:
    made = 0
    for unit in struct.unpack(f"<{BLOCK}H", block):
        made = made * BASE + unit
    return made % (1 << 64)


def keys(file: FileReport) -> list[str]:
    """A key for each finding of a file, all different. It stays while lines come and go elsewhere, and in another path.

    Made of the rule, the titles around the finding and its line without blanks (of a long line, what is near the finding), and
    which one it is of those where all this is the same.
    """
    from hashlib import sha256

    seen: dict[str, int] = {}
    found = []
    for one in file.diagnostics:
        # Two sections that are missing at one place differ in nothing but what is said of them.
        said = "" if one.span.end > one.span.start else _DIGITS.sub("", one.message)
        key = "\0".join((one.rule, "\x1f".join(one.section), context(file, one), said))
        seen[key] = seen.get(key, 0) + 1
        found.append(
            sha256(f"{key}\0{seen[key]}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
        )
    return found


def context(file: FileReport, one: Diagnostic) -> str:
    """The line where a finding begins, without blanks; of a long line the part around the finding."""
    line = file.lines.line(file.lines.line_of(one.span.start))
    start, end = line
    if end - start > LONGEST:
        start, end = (
            max(start, one.span.start - AROUND),
            min(end, max(one.span.end, one.span.start) + AROUND),
        )
        end = min(end, start + 2 * LONGEST)
    return "".join(file.text[start:end].split())
