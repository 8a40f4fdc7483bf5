"""`reportlint types`: list the report types that are known here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint._startup.typed import Any
from reportlint.cli import options
from reportlint.cli.help import Command
from reportlint.cli.parameters import parameters
from reportlint.cli.table import table
from reportlint.core.report_type import SectionSpec
from reportlint.core.text import Text, pick

HELP = Text(
    """列出可用的文种（报告类型）：名称、规则包和章节。

\b
例：
  reportlint types
  reportlint types --format json""",
    """List the report types: id, name, pack and sections.

\b
Examples:
  reportlint types
  reportlint types --format json""",
)


def command(language: str) -> Command:
    """The command, its help in `language`."""
    return Command(
        "types",
        language,
        callback=lambda **given: _types(language, **given),
        help=HELP.to(language),
        short_help=Text("列出文种。", "List the report types.").to(language),
        params=[
            *parameters("types", language),
        ],
    )


def _types(language: str, **given: Any) -> int:
    from reportlint.run.list import types

    found = types(options.settings(given))
    if given["form"] == "json":
        options.emit_json(
            {
                "id": one.id,
                "pack": one.pack,
                "name": dict(one.name),
                "why": dict(one.why),
                "sections": list(_sections(one.sections)),
                "path": one.path,
            }
            for one in found
        )
        return 0
    joint = Text("、", ", ").to(language)
    rows = [
        (
            one.id,
            pick(one.name, language),
            one.pack,
            joint.join(spec.title for spec in one.sections),
        )
        for one in found
    ]
    options.emit("".join(line.rstrip() + "\n" for line in table(rows, options.terminal_width())))
    return 0


def _sections(specs: Sequence[SectionSpec]) -> Iterator[dict[str, Any]]:
    for spec in specs:
        yield {
            "id": spec.id,
            "title": spec.title,
            "demand": spec.demand,
            "sections": list(_sections(spec.sections)),
        }
