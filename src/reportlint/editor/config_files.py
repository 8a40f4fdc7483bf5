"""Diagnostics and completions for configurations and files of packs: their problems, and the ids of
rules and types."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence

from lsprotocol import types

from reportlint.config.config import NAMES
from reportlint.core.errors import Problem
from reportlint.editor.completion import Place
from reportlint.editor.findings import SOURCE
from reportlint.editor.positions import Positions
from reportlint.run.typed_file import problems_of as problems_of


def is_config(path: str) -> bool:
    """Whether a file is a configuration in YAML, by its name."""
    return posixpath.basename(path.replace("\\", "/")) in NAMES


def diagnostics_of(
    problems: Sequence[Problem], path: str, language: str, positions: Positions | None = None
) -> list[types.Diagnostic]:
    """The problems of a file as diagnostics: its own at their positions, those of other files at
    the start, with their path. `positions` are those of the text; without them, columns count code
    points."""
    here = path.replace("\\", "/")
    diagnostics = []
    for problem in problems:
        is_here = problem.path.replace("\\", "/") == here
        line, column = (max(problem.line - 1, 0), max(problem.column - 1, 0)) if is_here else (0, 0)
        place = types.Position(line, positions.column(line, column) if positions else column)
        message = problem.message.to(language) if is_here else problem.to(language)
        diagnostics.append(
            types.Diagnostic(
                types.Range(place, place),
                message,
                severity=types.DiagnosticSeverity.Error,
                source=SOURCE,
            )
        )
    return diagnostics


# Keys with ids as their value or as the keys below them: of rules, of report types.
_RULE_KEYS = frozenset({"rule", "rules", "yields-to"})
_TYPE_KEYS = frozenset({"type", "extends"})


def completions(
    place: Place, path: str, rules: Sequence[str], types_: Sequence[str]
) -> list[types.CompletionItem]:
    """The ids that fit a place of the file at `path`: rules, report types, or none."""
    near = place.key or (place.path[-1] if place.path else "")
    if near in _RULE_KEYS and not (near == "rules" and place.key):
        return [types.CompletionItem(id, kind=types.CompletionItemKind.Property) for id in rules]
    # in a configuration, `extends` names packs
    if near in _TYPE_KEYS and not (near == "extends" and is_config(path)):
        return [types.CompletionItem(id, kind=types.CompletionItemKind.EnumMember) for id in types_]
    return []
