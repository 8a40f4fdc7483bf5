"""Format `gitlab`: GitLab's Code Quality report."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint._startup.typed import Any
from reportlint.core.diagnostic import Diagnostic
from reportlint.core.report import FileReport, Report
from reportlint.core.text import Text
from reportlint.output.fingerprint import fingerprints
from reportlint.output.formats import CODE_POINT_RANGE, JSON, Format, RenderOptions, Service
from reportlint.output.locations import from_root
from reportlint.output.safe_text import json_array

SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def code_quality(report: Report, options: RenderOptions) -> str:
    """One array of findings. Their fingerprints differ, because GitLab merges findings with the
    same one."""
    return json_array(row for file in report.files for row in _rows(file, options))


def _rows(file: FileReport, options: RenderOptions) -> Iterator[dict[str, Any]]:
    path = from_root(file.path, options)
    for diagnostic, fingerprint in zip(file.diagnostics, fingerprints(file), strict=True):
        yield _row(file, path, diagnostic, fingerprint)


def _row(file: FileReport, path: str, diagnostic: Diagnostic, fingerprint: str) -> dict[str, Any]:
    from hashlib import sha256

    begin = file.lines.position(diagnostic.span.start)
    end = file.lines.position(diagnostic.span.end)
    key = f"{path}\0{fingerprint}".encode("utf-8", "surrogatepass")
    return {
        "description": f"{diagnostic.rule}: {diagnostic.message}",  # GitLab shows no check_name
        "check_name": diagnostic.rule,
        "fingerprint": sha256(key).hexdigest(),
        "severity": SEVERITIES[diagnostic.severity],
        "location": {"path": path, "positions": {"begin": begin._asdict(), "end": end._asdict()}},
    }


FORMATS = (
    Format(
        "gitlab",
        Text(
            "GitLab 代码质量，写作 artifacts:reports:codequality",
            "GitLab Code Quality, as `artifacts:reports:codequality`",
        ),
        code_quality,
        JSON,
        columns=CODE_POINT_RANGE,
        severities=SEVERITIES,
        from_root=True,
        service=Service("GITLAB_CI", "true", workspace="CI_PROJECT_DIR"),
        validator="gitlab-code-quality.schema.json",
    ),
)
