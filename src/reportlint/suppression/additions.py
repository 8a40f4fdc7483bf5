"""Suppress findings in a Markdown text: the edits that add comments for them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from reportlint.core.diagnostic import Diagnostic, Edit
from reportlint.core.document import HEADING, PROSE, Document
from reportlint.core.span import Span
from reportlint.suppression.comments import LINE, Directive, directives


def comment_edits(
    document: Document, findings: Iterable[Diagnostic], reason: str = ""
) -> tuple[list[Edit], list[Diagnostic]]:
    """The edits that add `<!-- reportlint-disable-line RULE -->` at the ends of lines, and the
    findings for which that is impossible.

    An existing comment for the line gets the rule. No comment can be added in code, tables, front
    matter and HTML, after a heading that closes with `#`, or after a line that ends within code, a
    link or another comment.
    """
    index = document.index
    wanted: dict[int, list[str]] = {}
    left = []
    places = _places(document)
    for finding in findings:
        line = index.line_of(finding.span.start)
        if document.format == "markdown" and line in places:
            wanted.setdefault(line, []).append(finding.rule)
        else:
            left.append(finding)
    there = {
        index.line_of(directive.span.start): directive
        for directive in directives(document)
        if directive.kind == LINE and directive.ids and (directive.reason or not reason)
    }
    edits = [_edit(places, there, line, rules, reason) for line, rules in sorted(wanted.items())]
    return edits, left


def _edit(
    places: Mapping[int, int],
    there: Mapping[int, Directive],
    line: int,
    rules: Collection[str],
    reason: str,
) -> Edit:
    names = " ".join(dict.fromkeys(rules))
    if line in there:
        at = there[line].ids[-1].end
        return Edit(Span(at, at), f" {names}")
    why = f" -- {reason}" if reason else ""
    return Edit(Span(places[line], places[line]), f" <!-- reportlint-{LINE} {names}{why} -->")


def _places(document: Document) -> dict[int, int]:
    """The lines that can take a comment, each with the offset after its last character that is not
    a space."""
    text, index = document.text, document.index
    closed = [zone.span for zone in document.zones]
    places = {}
    for block in document.blocks:
        if block.kind not in PROSE:
            continue
        ends = block.content.end if block.kind == HEADING else block.span.end
        if block.kind == HEADING and text[ends : block.span.end].strip(" \t").startswith("#"):
            continue
        for line in range(index.line_of(block.span.start), index.line_of(ends) + 1):
            bare = index.line(line).cut(text).rstrip()
            at = index.line(line).start + len(bare)
            within = any(span.start < at < span.end for span in closed)
            if bare and not within and not bare.endswith("\\"):
                places[line] = at
    return places
