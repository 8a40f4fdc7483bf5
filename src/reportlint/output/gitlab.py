"""GitLab's Code Quality report."""

from __future__ import annotations

from reportlint._startup.typed import Any
from reportlint.core.diagnostic import Diagnostic
from reportlint.core.report import FileReport, Report
from reportlint.output.fingerprint import keys
from reportlint.output.look import Look
from reportlint.output.paths import from_root

SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def code_quality(report: Report, look: Look) -> str:
    """One array of findings. GitLab takes those with one fingerprint for one, so all differ."""
    import json

    rows = [
        json.dumps(row, ensure_ascii=False) for file in report.files for row in _rows(file, look)
    ]
    return "[\n" + ",\n".join(rows) + "\n]\n" if rows else "[]\n"


def _rows(file: FileReport, look: Look) -> list[dict[str, Any]]:
    path = from_root(file.path, look)
    return [
        _row(file, path, one, key) for one, key in zip(file.diagnostics, keys(file), strict=True)
    ]


def _row(file: FileReport, path: str, one: Diagnostic, key: str) -> dict[str, Any]:
    from hashlib import sha256

    begin, end = file.lines.position(one.span.start), file.lines.position(one.span.end)
    return {
        "description": f"{one.rule}: {one.message}",  # GitLab shows no check_name
        "check_name": one.rule,
        "fingerprint": sha256(f"{path}\0{key}".encode("utf-8", "surrogatepass")).hexdigest(),
        "severity": SEVERITIES[one.severity],
        "location": {"path": path, "positions": {"begin": begin._asdict(), "end": end._asdict()}},
    }
