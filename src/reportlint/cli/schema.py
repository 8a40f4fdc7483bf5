"""`reportlint schema`: print the JSON Schema of configuration, rule, report-type and pack files, or
of the JSON output."""

from __future__ import annotations

from reportlint._startup.typed import Any
from reportlint.cli import options
from reportlint.cli.option import Argument
from reportlint.core.text import Text

FILES = ("config", "rule", "type", "pack", "output")
SUMMARY = Text("输出 JSON Schema。", "Print a JSON Schema.")
ARGUMENTS = (
    Argument(
        "file",
        Text(*2 * (f"[{'|'.join(FILES)}]",)),
        choices=FILES,
        default="config",
    ),
)
HELP = Text(
    """输出配置、规则、文种或规则包文件的 JSON Schema（draft-07），供编辑器补全和查错。

配置的 schema 认得当前文件夹所用规则包里的全部规则。在 YAML 文件第一行写
# yaml-language-server: $schema=文件，VS Code 等就会用它。output 是 --format json 的输出。

\b
例：
  reportlint schema > reportlint.schema.json
  reportlint schema rule > rule.schema.json
  reportlint schema output > output.schema.json""",
    """Print the JSON Schema (draft-07) of configuration, rule, report-type or pack files, so that editors can complete and check them.

The schema of the configuration contains all rules of the packs in use here. VS Code and others use a schema if the first line of a
YAML file is # yaml-language-server: $schema=FILE. The schema output describes what --format json writes.

\b
Examples:
  reportlint schema > reportlint.schema.json
  reportlint schema rule > rule.schema.json
  reportlint schema output > output.schema.json""",
)


def run(language: str, **values: Any) -> int:
    """Run the command; the exit status."""
    import json

    from reportlint.run.schema import schema

    document = schema(values["file"], options.settings(values), language)
    options.emit(json.dumps(document, ensure_ascii=False, indent=1) + "\n")
    return 0
