"""The kinds of rules: one module each, named here and nowhere else. A new kind is a new module and a new line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

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
    "pattern": cast(Kind, pattern),
    "required": cast(Kind, required),
    "ordinal": cast(Kind, ordinal),
    "section": cast(Kind, section),
    "announced-count": cast(Kind, announced_count),
    "pairs": cast(Kind, pairs),
    "date": cast(Kind, date),
    "length": cast(Kind, length),
    "consistency": cast(Kind, consistency),
    "order": cast(Kind, order),
    "count": cast(Kind, count),
    "repetition": cast(Kind, repetition),
    "housekeeping": cast(Kind, housekeeping),
}
