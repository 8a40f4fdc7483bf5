"""What the lines of reStructuredText begin with."""

from __future__ import annotations

from reportlint._startup.lazy_pattern import lazy

ADORN = lazy(r"([!-/:-@\[-`{-~])\1*")
BULLET = lazy(r"[-*+•‣⁃](?:[ \t]+|$)")
ENUM = lazy(r"(?:\(?(?:\d{1,9}|#|[A-Za-z]|[ivxlcIVXLC]{1,6})[.)])(?:[ \t]+|$)")
GRID = lazy(r"\+[-=+]{2,}\+")
SIMPLE = lazy(r"={2,}(?: +={2,})+")
EXPLICIT = lazy(r"\.\.(?:[ \t]+|$)")
DIRECTIVE = lazy(r"(?:\|[^|\n]+\|[ \t]+)?([A-Za-z][\w.:+-]*?)[ \t]?::(?:[ \t]+|$)")
TARGET = lazy(r"_(?>(?:`[^`]+`|[^:\\]|\\.)*):|__ ")
NOTE = lazy(r"\[[^\]]+\](?:[ \t]+|$)")
FIELD = lazy(r":([^:\s][^:]*):(?:[ \t]+|$)")
HEADER = lazy(r"([A-Za-z][A-Za-z0-9 -]{0,40}):(?:[ \t]+|$)")
OPTION = lazy(r":[\w-]+:")
LITERAL_DIRECTIVES = frozenset(
    "code-block code sourcecode math literalinclude parsed-literal graphviz highlight productionlist prompt raw doctest testcode "
    "mermaid plantuml uml include image figure".split()
)
TABLES_DIRECTIVES = frozenset({"table", "csv-table", "list-table"})
PROSE_DIRECTIVES = frozenset(
    "note warning tip important caution danger attention error hint admonition topic sidebar seealso versionadded versionchanged "
    "deprecated epigraph rubric".split()
)
