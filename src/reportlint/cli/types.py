"""`reportlint types`: list the report types of the configuration here, or explain the type of a
file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportlint._startup.typed import Any
from reportlint.cli import options
from reportlint.cli.table import table
from reportlint.core.report_type import SectionSpec
from reportlint.core.text import Text, pick

SUMMARY = Text("列出文种。", "List the report types.")
HELP = Text(
    """列出可用的文种（报告类型）：名称、规则包和章节；或者说明一个文件认作哪个文种、凭什么。

\b
例：
  reportlint types
  reportlint types --explain 述职.md
  reportlint types --format json""",
    """List the report types: id, name, pack and sections; or show the type recognised for a file, and why.

\b
Examples:
  reportlint types
  reportlint types --explain report.md
  reportlint types --format json""",
)


def run(language: str, **values: Any) -> int:
    """Run the command; the exit status."""
    if values["explain"]:
        return _explained(language, values)
    return _listed(language, values)


def _explained(language: str, values: Mapping[str, Any]) -> int:
    from reportlint.cli.recognition import page
    from reportlint.run.recognition import explain

    settings = dict(values)
    explained = explain(settings.pop("explain"), options.settings(settings))
    if values["form"] == "json":
        options.emit_json(
            [{**explained._asdict(), "likely": [likely._asdict() for likely in explained.likely]}]
        )
    else:
        options.emit_page(page(explained, language))
    return 0


def _listed(language: str, values: Mapping[str, Any]) -> int:
    from reportlint.run.list import types

    settings = dict(values)
    settings.pop("explain")
    listing = types(options.settings(settings))
    if values["form"] == "json":
        options.emit_json(
            {
                "id": report_type.id,
                "pack": report_type.pack,
                "name": dict(report_type.name),
                "why": dict(report_type.why),
                "sections": list(_sections(report_type.sections)),
                "path": report_type.path,
            }
            for report_type in listing
        )
        return 0
    joint = Text("、", ", ").to(language)
    rows = [
        (
            report_type.id,
            pick(report_type.name, language),
            report_type.pack,
            joint.join(spec.title for spec in report_type.sections),
        )
        for report_type in sorted(
            listing, key=lambda report_type: _foreign(report_type.pack, language)
        )
    ]
    options.emit("".join(line.rstrip() + "\n" for line in table(rows, options.list_width())))
    return 0


def _foreign(pack: str, language: str) -> bool:
    """Whether a pack is in another language than the reader's; its types are listed last."""
    head = pack.partition("-")[0]
    return len(head) == 2 and head != language


def _sections(specs: Sequence[SectionSpec]) -> Iterator[dict[str, Any]]:
    for spec in specs:
        yield {
            "id": spec.id,
            "title": spec.title,
            "demand": spec.demand,
            "sections": list(_sections(spec.sections)),
        }
