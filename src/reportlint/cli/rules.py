"""`reportlint rules`: list the rules of the configuration here."""

from __future__ import annotations

from reportlint._startup.typed import Any
from reportlint.cli import options
from reportlint.cli.table import table
from reportlint.core.diagnostic import SEVERITY_NAMES
from reportlint.core.text import Text, pick

SUMMARY = Text("列出规则。", "List the rules.")
HELP = Text(
    """列出可用的规则：名称、级别、规则包，以及为什么要查。级别按当前文件夹的配置。

\b
例：
  reportlint rules
  reportlint rules --format json --isolated""",
    """List the rules: name, severity, pack, and reason. Severities are those of the current configuration.

\b
Examples:
  reportlint rules
  reportlint rules --format json --isolated""",
)


def run(language: str, **values: Any) -> int:
    """Run the command; the exit status."""
    from reportlint.run.list import rules

    listing = rules(options.settings(values))
    if values["form"] == "json":
        options.emit_json(
            {
                "id": rule.id,
                "name": dict(rule.name),
                "pack": rule.pack,
                "kind": rule.kind,
                "severity": rule.severity,
                "message": dict(rule.message),
                "why": dict(rule.why),
                "path": rule.path,
            }
            for rule in listing
        )
        return 0
    named = any(rule.name for rule in listing)
    rows = [
        (
            rule.id,
            *((pick(rule.name, language),) if named else ()),
            SEVERITY_NAMES[rule.severity].to(language),
            rule.pack,
            pick(rule.why, language),
        )
        for rule in listing
    ]
    options.emit("".join(line + "\n" for line in table(rows, options.list_width())))
    return 0
