"""The formats by the name that `--format` takes: each a pure function of the report and of how it is to look."""

from __future__ import annotations

from collections.abc import Callable

from reportlint.core.report import Report
from reportlint.output.json import findings
from reportlint.output.look import Look
from reportlint.output.text import concise, full

FORMATS: dict[str, Callable[[Report, Look], str]] = {
    "text": full,
    "concise": concise,
    "json": findings,
}
