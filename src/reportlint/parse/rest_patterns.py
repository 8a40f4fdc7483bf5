"""What the lines of reStructuredText begin with."""

from __future__ import annotations

import re

ADORN = re.compile(r"([!-/:-@\[-`{-~])\1*")
BULLET = re.compile(r"[-*+•‣⁃](?:[ \t]+|$)")
ENUM = re.compile(r"(?:\(?(?:\d{1,9}|#|[A-Za-z]|[ivxlcIVXLC]{1,6})[.)])(?:[ \t]+|$)")
GRID = re.compile(r"\+[-=+]{2,}\+")
SIMPLE = re.compile(r"={2,}(?: +={2,})+")
EXPLICIT = re.compile(r"\.\.(?:[ \t]+|$)")
DIRECTIVE = re.compile(r"(?:\|[^|\n]+\|[ \t]+)?([A-Za-z][\w.:+-]*?)[ \t]?::(?:[ \t]+|$)")
TARGET = re.compile(r"_(?>(?:`[^`]+`|[^:\\]|\\.)*):|__ ")
NOTE = re.compile(r"\[[^\]]+\](?:[ \t]+|$)")
FIELD = re.compile(r":([^:\s][^:]*):(?:[ \t]+|$)")
HEADER = re.compile(r"([A-Za-z][A-Za-z0-9 -]{0,40}):(?:[ \t]+|$)")
OPTION = re.compile(r":[\w-]+:")
LITERAL_DIRECTIVES = frozenset(
    "code-block code sourcecode math literalinclude parsed-literal graphviz highlight productionlist prompt raw doctest testcode "
    "mermaid plantuml uml include image figure".split()
)
TABLES_DIRECTIVES = frozenset({"table", "csv-table", "list-table"})
PROSE_DIRECTIVES = frozenset(
    "note warning tip important caution danger attention error hint admonition topic sidebar seealso versionadded versionchanged "
    "deprecated epigraph rubric".split()
)
