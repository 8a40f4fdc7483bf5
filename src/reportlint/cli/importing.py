"""`reportlint import`: make a pack from the rules of another tool."""

from __future__ import annotations

from reportlint._startup.typed import Any
from reportlint.cli import options
from reportlint.cli.option import Argument
from reportlint.core.text import Text
from reportlint.output.safe_text import one_line

SUMMARY = Text("改写别的工具的规则。", "Convert another tool's rules to a pack.")
ARGUMENTS = (
    Argument("tool", choices=("vale", "markdownlint")),
    Argument("path", Text("路径", "PATH")),
)
HELP = Text(
    """把别的工具的规则改写成规则包，并逐条说明什么没有带过来、为什么。

vale 后面是一个风格的文件夹，markdownlint 后面是它的配置文件（YAML 或 JSON）。写到 -o 的文件夹，已经存在的不覆盖；
看得准的，每条附一个例子，结果可以直接 reportlint test。

\b
例：
  reportlint import vale styles/Google -o rules/google
  reportlint import markdownlint .markdownlint.yaml -o rules/md""",
    """Convert the rules of another tool to a pack, and report for each rule what could not be converted, and why.

vale expects the folder of a style, markdownlint its configuration (YAML or JSON). The pack is written to the folder of -o, which
must not exist; rules get an example where possible, and reportlint test can run them at once.

\b
Examples:
  reportlint import vale styles/Google -o rules/google
  reportlint import markdownlint .markdownlint.yaml -o rules/md""",
)


def run(language: str, **values: Any) -> int:
    """Run the command; the exit status."""
    from reportlint.run.imported import import_markdownlint, import_vale

    make = import_vale if values["tool"] == "vale" else import_markdownlint
    pack = make(values["path"], values["output"])
    joint = Text("；", "; ").to(language)
    for rule in pack.rules:
        lost = joint.join(part.to(language) for part in rule.lost)
        if not rule.file:
            note = Text("没有带过来", "not carried over").to(language)
            options.emit(f"{one_line(rule.source)}: {note}: {one_line(lost)}\n")
        elif lost:
            note = Text("没有带过来的", "without").to(language)
            options.emit(f"{one_line(rule.source)}: {rule.file}, {note}: {one_line(lost)}\n")
    carried = [rule for rule in pack.rules if rule.file]
    whole = sum(not rule.lost for rule in carried)
    tried = sum(rule.has_example for rule in carried)
    if not pack.folder:
        nothing = Text(
            "什么也没有带过来，没有写规则包。", "Nothing was carried over, and no pack written."
        )
        options.emit(nothing.to(language) + "\n")
        return 0
    totals = Text(
        f"{len(pack.rules)} 条规则，带过来 {len(carried)} 条（{whole} 条完整，{tried} 条有例子），"
        f"写在 {pack.folder}。",
        f"rules: {len(pack.rules)}; carried over: {len(carried)} ({whole} whole, {tried} with an"
        f" example), in {pack.folder}.",
    )
    options.emit(one_line(totals.to(language)) + "\n")
    return 0
