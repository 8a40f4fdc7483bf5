"""Inline marks of reStructuredText that are no prose."""

from __future__ import annotations

import re

from reportlint._startup.lazy_pattern import lazy
from reportlint.core.document import ZONE_CODE, ZONE_LINK, ZONE_MATH, ZONE_TARGET, Zone
from reportlint.core.span import Span

_INLINE = lazy(
    r"``(?P<code>(?=\S).+?)``(?!`)"
    r"|(?P<role>:[\w.+:-]{1,40}:)`(?P<roled>[^`]+)`"
    r"|`(?P<link>[^`]+)`(?P<hook>__?)(?!\w)"
    r"|(?P<note>\[[^\]\s]{1,80}\]_)(?!\w)",
    re.DOTALL,
)
_ADDRESS = lazy(r"<([^<>]+)>\s*$")


def rest_zones(text: str, start: int, end: int) -> list[Zone]:
    """The zones of `text[start:end]`, ordered by start."""
    found: list[Zone] = []
    for match in _INLINE.finditer(text, start, end):
        span = Span(*match.span())
        group = match.lastgroup
        if group == "code":
            found.append(Zone(ZONE_CODE, span))
        elif group == "roled":
            found.append(Zone(ZONE_MATH if match["role"] == ":math:" else ZONE_LINK, span))
        else:
            found.append(Zone(ZONE_LINK, span))
            address = _ADDRESS.search(match["link"]) if group == "hook" else None
            if address:
                base = match.start("link")
                found.append(
                    Zone(ZONE_TARGET, Span(base + address.start(1), base + address.end(1)))
                )
    return found
