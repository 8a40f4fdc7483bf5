"""What an editor is told of configurations and of the files of packs: what is wrong with them, and
which rules and types there are."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence

from lsprotocol import types

from reportlint.config.config import NAMES
from reportlint.core.errors import Problem
from reportlint.editor.findings import SOURCE
from reportlint.editor.positions import Positions
from reportlint.run.typed_file import problems_of as problems_of


def is_config(path: str) -> bool:
    """Whether a file is a configuration in YAML."""
    return posixpath.basename(path.replace("\\", "/")) in NAMES


def diagnostics_of(
    problems: Sequence[Problem], path: str, language: str, positions: Positions | None = None
) -> list[types.Diagnostic]:
    """Problems of the file itself at their places; those of other files at its start, with their
    path. `positions` are those of the text; without them columns count code points."""
    here = path.replace("\\", "/")
    found = []
    for problem in problems:
        is_here = problem.path.replace("\\", "/") == here
        line, column = (max(problem.line - 1, 0), max(problem.column - 1, 0)) if is_here else (0, 0)
        place = types.Position(line, positions.column(line, column) if positions else column)
        message = problem.message.to(language) if is_here else problem.to(language)
        found.append(
            types.Diagnostic(
                types.Range(place, place),
                message,
                severity=types.DiagnosticSeverity.Error,
                source=SOURCE,
            )
        )
    return found


def completions(rules: Sequence[str], types_: Sequence[str]) -> list[types.CompletionItem]:
    """What may be typed in a configuration: ids of rules and of report types, severities."""
    kinds = (
        (rules, types.CompletionItemKind.Property),
        (types_, types.CompletionItemKind.EnumMember),
        (("off", "on", "error", "warning", "info"), types.CompletionItemKind.Value),
    )
    return [types.CompletionItem(label, kind=kind) for labels, kind in kinds for label in labels]
