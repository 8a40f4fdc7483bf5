"""Which commands there are."""

from __future__ import annotations

DEFAULT = "check"
COMMANDS = {  # in the order of the help page; each module has `command(language) -> click.Command`
    "check": "reportlint.cli.check",
    "init": "reportlint.cli.init",
    "rules": "reportlint.cli.rules",
    "explain": "reportlint.cli.explain",
    "why": "reportlint.cli.why",
    "types": "reportlint.cli.types",
    "new": "reportlint.cli.new",
    "derive": "reportlint.cli.derive",
    "annotate": "reportlint.cli.annotate",
    "text": "reportlint.cli.text",
    "test": "reportlint.cli.test",
    "baseline": "reportlint.cli.baseline",
    "suppress": "reportlint.cli.suppress",
    "schema": "reportlint.cli.schema",
    "completion": "reportlint.cli.completion",
    "server": "reportlint.cli.server",
    "mcp": "reportlint.cli.mcp",
    "web": "reportlint.cli.web",
}
