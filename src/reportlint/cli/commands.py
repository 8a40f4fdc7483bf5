"""The commands and their modules."""

from __future__ import annotations

DEFAULT = "check"
COMMANDS = {  # in the order of the help page; each module has SUMMARY, HELP, `run`, and ARGUMENTS if it takes any
    "check": "reportlint.cli.check",
    "init": "reportlint.cli.init",
    "rules": "reportlint.cli.rules",
    "explain": "reportlint.cli.explain",
    "why": "reportlint.cli.why",
    "types": "reportlint.cli.types",
    "new": "reportlint.cli.new",
    "derive": "reportlint.cli.derive",
    "survey": "reportlint.cli.survey",
    "trend": "reportlint.cli.trend",
    "annotate": "reportlint.cli.annotate",
    "text": "reportlint.cli.text",
    "test": "reportlint.cli.test",
    "new-rule": "reportlint.cli.new_rule",
    "new-pack": "reportlint.cli.new_pack",
    "new-type": "reportlint.cli.new_type",
    "import": "reportlint.cli.importing",
    "baseline": "reportlint.cli.baseline",
    "suppress": "reportlint.cli.suppress",
    "schema": "reportlint.cli.schema",
    "completion": "reportlint.cli.completion",
    "server": "reportlint.cli.server",
    "mcp": "reportlint.cli.mcp",
    "web": "reportlint.cli.web",
}
