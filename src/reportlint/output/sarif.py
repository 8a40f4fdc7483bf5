"""SARIF 2.1.0, as GitHub code scanning and other viewers read it.

Texts stand in messages as they are. The standard would have `{{` written for a brace, since a message may have places for
arguments; no viewer that people use undoes that, ours have no arguments, and findings about `{{name}}` are our daily bread.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportlint import __version__
from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.typed import Any
from reportlint.core.diagnostic import Diagnostic, Fix
from reportlint.core.report import FileReport, Report
from reportlint.core.span import Span
from reportlint.core.text import Text
from reportlint.output.columns import Columns, code_points
from reportlint.output.fingerprint import keys, line_hashes
from reportlint.output.links import HOME
from reportlint.output.look import Look
from reportlint.output.paths import as_uri, from_root
from reportlint.output.sarif_rules import LEVELS, descriptor, unknown

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
SNIPPET = 200  # code points up to which the text of a finding is given with it
_LINK = lazy(r"\[(?=[^\[\]]*\]\()")  # what a viewer would take for a link: [text](target)
_IANA = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "gb18030": "GB18030",
    "utf-16-le": "UTF-16LE",
    "utf-16-be": "UTF-16BE",
}


def sarif(report: Report, look: Look) -> str:
    """One run with the rules, the files and the findings; columns in code points."""
    import json

    used = {one.rule for file in report.files for one in file.diagnostics}
    rules = [descriptor(rule, report.language) for rule in report.rules.values()]
    rules += [unknown(rule) for rule in sorted(used - set(report.rules))]
    ids = {rule["id"]: index for index, rule in enumerate(rules)}
    driver = {
        "name": "reportlint",
        "fullName": f"reportlint {__version__}",
        "version": __version__,
        "semanticVersion": __version__,
        "informationUri": HOME,
        "rules": rules,
    }
    run = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": True}],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "artifacts": [_artifact(file, look) for file in report.files],
        "results": [
            row
            for at, file in enumerate(report.files)
            for row in _results(file, at, ids, look, report.language)
        ],
    }
    made = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _artifact(file: FileReport, look: Look) -> dict[str, Any]:
    made: dict[str, Any] = {
        "location": {"uri": as_uri(from_root(file.path, look))},
        "roles": ["analysisTarget"],
    }
    if file.encoding in _IANA:
        made["encoding"] = _IANA[file.encoding]
    return made


def _results(
    file: FileReport, at: int, ids: dict[str, int], look: Look, language: str
) -> Iterable[dict[str, Any]]:
    if not file.diagnostics:
        return
    where = {"uri": as_uri(from_root(file.path, look)), "index": at}
    columns = Columns(file.text, file.lines, code_points)
    hashes = _line_hashes(file)
    for one, key in zip(file.diagnostics, keys(file), strict=True):
        location: dict[str, Any] = {"physicalLocation": _physical(file, columns, one.span, where)}
        if one.section:
            location["logicalLocations"] = [
                {"name": one.section[-1], "fullyQualifiedName": " / ".join(one.section)}
            ]
        row = {
            "ruleId": one.rule,
            "ruleIndex": ids[one.rule],
            "level": LEVELS[one.severity],
            "message": {"text": _message(one.message)},
            "locations": [location],
            "partialFingerprints": {"reportlint/v1": key},
        }
        line = columns.position(one.span.start).line
        if line in hashes:
            row["partialFingerprints"] = {
                "primaryLocationLineHash": hashes[line],
                "reportlint/v1": key,
            }
        if one.related:
            row["relatedLocations"] = list(_related(file, columns, one, where))
        if one.fix:
            row["fixes"] = [_fix(columns, one.fix, where, language)]
        yield row


def _line_hashes(file: FileReport) -> dict[int, str]:
    """GitHub reads every file as UTF-8. What it makes of another encoding, it is left to find out."""
    if file.encoding not in ("utf-8", "utf-8-sig"):
        return {}
    mark = "\ufeff" if file.encoding == "utf-8-sig" else ""
    return line_hashes(
        mark + file.text, {file.lines.line_of(one.span.start) for one in file.diagnostics}
    )


def _message(text: str) -> str:
    """A text that a viewer makes no link of; a result without words is not allowed."""
    return _LINK.sub(r"\\[", text) or "-"


def _physical(
    file: FileReport, columns: Columns, span: Span, where: dict[str, Any]
) -> dict[str, Any]:
    region = _region(columns, span)
    if 0 < span.end - span.start <= SNIPPET:
        region["snippet"] = {"text": span.cut(file.text)}
    return {"artifactLocation": where, "region": region}


def _region(columns: Columns, span: Span) -> dict[str, Any]:
    line, column, end_line, end_column = columns.place(span)
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _related(
    file: FileReport, columns: Columns, one: Diagnostic, where: dict[str, Any]
) -> Iterable[dict[str, Any]]:
    for number, other in enumerate(one.related, 1):
        place = _physical(file, columns, other.span, where)
        yield {
            "id": number,
            "physicalLocation": place,
            "message": {"text": _message(other.message)},
        }


def _fix(columns: Columns, fix: Fix, where: dict[str, Any], language: str) -> dict[str, Any]:
    said = (
        Text("改为建议的写法", "Write it as suggested")
        if fix.safety == "safe"
        else Text("改法需人看过", "Look at this fix before you take it")
    )
    edits: Sequence[dict[str, Any]] = [
        {"deletedRegion": _region(columns, edit.span), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    return {
        "description": {"text": said.to(language)},
        "artifactChanges": [{"artifactLocation": where, "replacements": edits}],
    }
