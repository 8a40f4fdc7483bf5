"""The kinds of rules: one module each, named here and nowhere else. A new kind is a new module and a new line."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint.kinds import (
    announced_count,
    consistency,
    count,
    date,
    housekeeping,
    length,
    order,
    ordinal,
    pairs,
    pattern,
    repetition,
    required,
    section,
)
from reportlint.kinds.protocol import Kind

KINDS: Mapping[str, Kind] = {
    "pattern": pattern,
    "required": required,
    "ordinal": ordinal,
    "section": section,
    "announced-count": announced_count,
    "pairs": pairs,
    "date": date,
    "length": length,
    "consistency": consistency,
    "order": order,
    "count": count,
    "repetition": repetition,
    "housekeeping": housekeeping,
}
