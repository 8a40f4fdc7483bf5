"""The syntax of reStructuredText: the beginnings of lines, and inline markup that is not prose."""

from __future__ import annotations

from reportlint._startup import late_re as re
from reportlint._startup.lazy_pattern import lazy
from reportlint.core.document import ZONE_CODE, ZONE_LINK, ZONE_MATH, ZONE_TARGET, Zone
from reportlint.core.span import Span

ADORNMENT = lazy(r"([!-/:-@\[-`{-~])\1*")
BULLET = lazy(r"[-*+•‣⁃](?:[ \t]+|$)")
ENUMERATOR = lazy(r"(?:\(?(?:\d{1,9}|#|[A-Za-z]|[ivxlcIVXLC]{1,6})[.)])(?:[ \t]+|$)")
GRID_TABLE = lazy(r"\+[-=+]{2,}\+")
SIMPLE_TABLE = lazy(r"={2,}(?: +={2,})+")
EXPLICIT = lazy(r"\.\.(?:[ \t]+|$)")
DIRECTIVE = lazy(r"(?:\|[^|\n]+\|[ \t]+)?([A-Za-z][\w.:+-]*?)[ \t]?::(?:[ \t]+|$)")
TARGET = lazy(r"_(?>(?:`[^`]+`|[^:\\]|\\.)*):|__ ")
FOOTNOTE = lazy(r"\[[^\]]+\](?:[ \t]+|$)")
FIELD = lazy(r":([^:\s][^:]*):(?:[ \t]+|$)")
HEADER = lazy(r"([A-Za-z][A-Za-z0-9 -]{0,40}):(?:[ \t]+|$)")
CODE_DIRECTIVES = frozenset(
    "code-block code sourcecode math literalinclude parsed-literal graphviz highlight"
    " productionlist prompt raw doctest testcode "
    "mermaid plantuml uml include image figure".split()
)
TABLE_DIRECTIVES = frozenset({"table", "csv-table", "list-table"})
PROSE_DIRECTIVES = frozenset(
    "note warning tip important caution danger attention error hint admonition topic sidebar"
    " seealso versionadded versionchanged "
    "deprecated epigraph rubric".split()
)

_INLINE = lazy(
    r"``(?P<code>(?=\S).+?)``(?!`)"
    r"|(?P<role>:[\w.+:-]{1,40}:)`(?P<roled>[^`]+)`"
    r"|`(?P<link>[^`]+)`(?P<hook>__?)(?!\w)"
    r"|(?P<note>\[[^\]\s]{1,80}\]_)(?!\w)",
    re.DOTALL,
)
_ADDRESS = lazy(r"<([^<>]+)>\s*$")


def inline_zones(text: str, start: int, end: int) -> list[Zone]:
    """The zones of the inline markup in `text[start:end]`."""
    zones: list[Zone] = []
    for match in _INLINE.finditer(text, start, end):
        kind = ZONE_LINK
        if match.lastgroup == "code":
            kind = ZONE_CODE
        elif match["role"] == ":math:":
            kind = ZONE_MATH
        zones.append(Zone(kind, Span(*match.span())))
        address = _ADDRESS.search(match["link"]) if match["link"] else None
        if address:
            base = match.start("link")
            target = Span(base + address.start(1), base + address.end(1))
            zones.append(Zone(ZONE_TARGET, target))
    return zones
