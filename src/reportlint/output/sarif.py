"""Format `sarif`: SARIF 2.1.0, as GitHub code scanning and other viewers read it.

Messages contain texts unescaped. The standard requires `{{` for a brace, because a message may have
placeholders for arguments. But no common viewer unescapes it, our messages have no arguments, and
findings about `{{name}}` are frequent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reportlint import __version__
from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core.diagnostic import SAFE, Diagnostic, Fix
from reportlint.core.report import FileReport, Report
from reportlint.core.rule import Rule, marked
from reportlint.core.span import Span
from reportlint.core.text import Text, cut_end, pick
from reportlint.output.addresses import HOME, rule_link
from reportlint.output.fingerprint import fingerprints, line_hashes
from reportlint.output.formats import CODE_POINT_RANGE, JSON, Format, RenderOptions
from reportlint.output.locations import Columns, as_uri, code_points, from_root
from reportlint.output.safe_text import to_json

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LONGEST_SNIPPET = 200  # code points; longer texts of findings are not quoted
_LINK = lazy(r"\[(?=[^\[\]]*\]\()")  # viewers would take it for a link: [text](target)
_IANA_NAMES = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "gb18030": "GB18030",
    "utf-16-le": "UTF-16LE",
    "utf-16-be": "UTF-16BE",
    "utf-32-le": "UTF-32LE",
    "utf-32-be": "UTF-32BE",
    "big5": "Big5",
    "cp932": "Windows-31J",
    "euc_jp": "EUC-JP",
    "cp1252": "windows-1252",
}
Row = dict[str, Any]
LEVELS = {"error": "error", "warning": "warning", "info": "note"}
PROBLEM_SEVERITIES = {"error": "error", "warning": "warning", "info": "recommendation"}  # GitHub's
LONGEST = 1024  # GitHub's limit for a description, in characters
MOST_EXAMPLES = 3  # of each kind
_FIELD = lazy(r"\{(\w+)\}")


class _Artifact(NamedTuple):
    """A file, with what the rows of its findings need."""

    file: FileReport
    columns: Columns
    location: Row  # its URI and its index among the files


def sarif(report: Report, options: RenderOptions) -> str:
    """One run with the rules, the files and the findings; columns count code points."""
    rules = _rules(report)
    driver = {
        "name": "reportlint",
        "fullName": f"reportlint {__version__}",
        "version": __version__,
        "semanticVersion": __version__,
        "informationUri": HOME,
        "rules": rules,
    }
    indexes = {rule["id"]: index for index, rule in enumerate(rules)}
    uris = [as_uri(from_root(file.path, options)) for file in report.files]
    results = [
        row
        for index, (file, uri) in enumerate(zip(report.files, uris, strict=True))
        if file.diagnostics
        for row in _results(file, {"uri": uri, "index": index}, indexes, report.language)
    ]
    run = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": True}],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "artifacts": [_artifact(*pair) for pair in zip(report.files, uris, strict=True)],
        "results": results,
    }
    return to_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1) + "\n"


def _rules(report: Report) -> list[Row]:
    """The rules of the run, then the unknown rules that have findings."""
    used = {diagnostic.rule for file in report.files for diagnostic in file.diagnostics}
    rules = [descriptor(rule, report.language) for rule in report.rules.values()]
    return rules + [unknown(rule_id) for rule_id in sorted(used - set(report.rules))]


def _artifact(file: FileReport, uri: str) -> Row:
    artifact: Row = {"location": {"uri": uri}, "roles": ["analysisTarget"]}
    if file.encoding in _IANA_NAMES:
        artifact["encoding"] = _IANA_NAMES[file.encoding]
    return artifact


def _results(
    file: FileReport, location: Row, indexes: Mapping[str, int], language: str
) -> Iterator[Row]:
    artifact = _Artifact(file, Columns(file.text, file.lines, code_points), location)
    hashes = _line_hashes(file)
    for diagnostic, fingerprint in zip(file.diagnostics, fingerprints(file), strict=True):
        result = {
            "ruleId": diagnostic.rule,
            "ruleIndex": indexes[diagnostic.rule],
            "level": LEVELS[diagnostic.severity],
            "message": {"text": _message(diagnostic.message)},
            "locations": [_location(artifact, diagnostic)],
            "partialFingerprints": {"reportlint/v1": fingerprint},
        }
        line = file.lines.line_of(diagnostic.span.start)
        if line in hashes:
            result["partialFingerprints"] = {
                "primaryLocationLineHash": hashes[line],
                "reportlint/v1": fingerprint,
            }
        if diagnostic.related:
            result["relatedLocations"] = list(_related(artifact, diagnostic))
        if diagnostic.fix:
            result["fixes"] = [_fix(artifact, diagnostic.fix, language)]
        yield result


def _line_hashes(file: FileReport) -> dict[int, str]:
    """The line hashes of the findings' lines; {} unless the file is UTF-8, which is what GitHub
    reads every file as."""
    if file.encoding not in ("utf-8", "utf-8-sig"):
        return {}
    mark = "\ufeff" if file.encoding == "utf-8-sig" else ""
    numbers = {file.lines.line_of(diagnostic.span.start) for diagnostic in file.diagnostics}
    return line_hashes(mark + file.text, numbers)


def _message(text: str) -> str:
    """A message in which viewers find no link; "-" for an empty message, which SARIF does not
    allow."""
    return _LINK.sub(r"\\[", text) or "-"


def _location(artifact: _Artifact, diagnostic: Diagnostic) -> Row:
    location: Row = {"physicalLocation": _physical(artifact, diagnostic.span)}
    titles = diagnostic.section
    if titles:
        name = {"name": titles[-1], "fullyQualifiedName": " / ".join(titles)}
        location["logicalLocations"] = [name]
    return location


def _physical(artifact: _Artifact, span: Span) -> Row:
    region = _region(artifact.columns, span)
    if 0 < span.end - span.start <= LONGEST_SNIPPET:
        region["snippet"] = {"text": span.cut(artifact.file.text)}
    return {"artifactLocation": artifact.location, "region": region}


def _region(columns: Columns, span: Span) -> Row:
    line, column, end_line, end_column = columns.place(span)
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _related(artifact: _Artifact, diagnostic: Diagnostic) -> Iterator[Row]:
    for number, related in enumerate(diagnostic.related, 1):
        yield {
            "id": number,
            "physicalLocation": _physical(artifact, related.span),
            "message": {"text": _message(related.message)},
        }


def _fix(artifact: _Artifact, fix: Fix, language: str) -> Row:
    description = (
        Text("改为建议的写法", "Write it as suggested")
        if fix.safety == SAFE
        else Text("改法需人看过", "Look at this fix before you take it")
    )
    edits = [
        {
            "deletedRegion": _region(artifact.columns, edit.span),
            "insertedContent": {"text": edit.text},
        }
        for edit in fix.edits
    ]
    return {
        "description": {"text": description.to(language)},
        "artifactChanges": [{"artifactLocation": artifact.location, "replacements": edits}],
    }


FORMATS = (
    Format(
        "sarif",
        Text(
            "GitHub 代码扫描、编辑器、Azure DevOps、Jenkins",
            "GitHub code scanning, editors, Azure DevOps, Jenkins",
        ),
        sarif,
        JSON,
        columns=CODE_POINT_RANGE,
        severities=LEVELS,
        from_root=True,
        validator="sarif-2.1.0.json, Sarif.Multitool (Microsoft)",
    ),
)


def descriptor(rule: Rule, language: str) -> dict[str, Any]:
    """The SARIF descriptor of a rule, in `language`."""
    short = _FIELD.sub(r"‹\1›", pick(rule.message, language)) or rule.id
    why = pick(rule.why, language) or short
    severity = rule.severity if rule.severity in LEVELS else "warning"
    row: dict[str, Any] = {
        "id": rule.id,
        "shortDescription": {"text": cut_end(short, LONGEST)},
        "fullDescription": {"text": cut_end(why, LONGEST)},
        "help": {
            "text": "\n".join(_help(rule, why, language, markdown=False)),
            "markdown": "\n".join(_help(rule, why, language, markdown=True)),
        },
        "defaultConfiguration": {"enabled": rule.severity in LEVELS, "level": LEVELS[severity]},
        "properties": {
            "tags": [rule.pack or "own", rule.kind],
            "precision": "high",
            "problem.severity": PROBLEM_SEVERITIES[severity],
        },
    }
    name = pick(rule.name, language) or "".join(
        part[:1].upper() + part[1:] for part in re.split(r"[\W_]+", rule.id)
    )
    if name.lower() != rule.id.lower():  # the standard requires them to differ
        row["name"] = name
    link = rule_link(rule, language)
    if link:
        row["helpUri"] = link
    return row


def unknown(rule_id: str) -> dict[str, Any]:
    """The SARIF descriptor of a rule that no pack in use contains."""
    text = {"text": rule_id}
    return {"id": rule_id, "shortDescription": text, "fullDescription": text, "help": text}


def _help(rule: Rule, why: str, language: str, *, markdown: bool) -> Iterator[str]:
    """The lines of help: the reason of the rule, and examples, fenced in Markdown, else
    indented."""
    fence = "```"
    yield why
    for title, reported in (
        (Text("要报的：", "Reported:"), True),
        (Text("不报的：", "Not reported:"), False),
    ):
        examples = [example for example in rule.examples if bool(example.spans) == reported]
        if examples:
            yield ""
            yield title.to(language)
        for example in examples[:MOST_EXAMPLES]:
            text = marked(example).rstrip("\n")
            if not markdown:
                yield from (f"  {line}" for line in text.split("\n"))
                continue
            while fence in text:
                fence += "`"
            yield from ("", f"{fence}text", text, fence)
    yield ""
    setting = f"rules: {{{rule.id}: off}}"
    yield Text(f"关闭：{setting}", f"To switch it off: {setting}").to(language)
