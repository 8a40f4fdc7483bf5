"""Findings as values of the protocol: diagnostics, and the edits that fix them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lsprotocol import types

from reportlint.core.diagnostic import SAFE
from reportlint.editor.positions import Positions
from reportlint.finding import Edit, Finding

SOURCE = "reportlint"
_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}


def range_of(positions: Positions, start: int, end: int) -> types.Range:
    """The range between two offsets."""
    return types.Range(
        types.Position(*positions.of(start)), types.Position(*positions.of(max(start, end)))
    )


def diagnostic_of(finding: Finding, positions: Positions, uri: str) -> types.Diagnostic:
    """A finding as a diagnostic of the protocol."""
    related = [
        types.DiagnosticRelatedInformation(
            types.Location(uri, range_of(positions, near.start, near.end)), near.message
        )
        for near in finding.related
    ]
    return types.Diagnostic(
        range=range_of(positions, finding.start, finding.end),
        message=finding.message,
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        source=SOURCE,
        related_information=related or None,
    )


def quick_fixes(
    findings: Iterable[Finding], positions: Positions, uri: str, titles: tuple[str, str]
) -> list[types.CodeAction]:
    """Two actions for each finding: its fix, if it has one, and a comment that silences it.

    `titles` are the titles of the two actions, with `{rule}` for the rule id.
    """
    fix_title, silence_title = titles
    actions = []
    for finding in findings:
        diagnostic = diagnostic_of(finding, positions, uri)
        if finding.fix is not None:
            actions.append(
                types.CodeAction(
                    title=fix_title.format(rule=finding.rule),
                    kind=types.CodeActionKind.QuickFix,
                    diagnostics=[diagnostic],
                    is_preferred=finding.fix.safety == SAFE,
                    edit=_changes(uri, text_edits(finding.fix.edits, positions)),
                )
            )
        line = types.Position(diagnostic.range.start.line, 0)
        words = f"reportlint-disable-next-line {finding.rule}"
        comment = f".. {words}\n" if uri.endswith(".rst") else f"<!-- {words} -->\n"
        actions.append(
            types.CodeAction(
                title=silence_title.format(rule=finding.rule),
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[diagnostic],
                edit=_changes(uri, [types.TextEdit(types.Range(line, line), comment)]),
            )
        )
    return actions


def text_edits(edits: Sequence[Edit], positions: Positions) -> list[types.TextEdit]:
    """The edits of a fix, as edits of the protocol."""
    return [types.TextEdit(range_of(positions, edit.start, edit.end), edit.text) for edit in edits]


def whole_text(positions: Positions, text: str) -> types.TextEdit:
    """The edit that replaces the whole text by `text`."""
    return types.TextEdit(range_of(positions, 0, len(positions.text)), text)


def _changes(uri: str, edits: list[types.TextEdit]) -> types.WorkspaceEdit:
    return types.WorkspaceEdit(changes={uri: edits})
