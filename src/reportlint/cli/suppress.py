"""`reportlint suppress`: silence the existing findings, each at its position."""

from __future__ import annotations

from reportlint._startup.typed import Any
from reportlint.cli import options
from reportlint.cli.option import PATHS
from reportlint.core.text import Text

SUMMARY = Text(
    "用注释和 ignore 放过现有的问题。", "Silence the current findings by comments or entries."
)
ARGUMENTS = (PATHS,)
HELP = Text(
    """放过现有的问题，逐处写明：Markdown 在行尾写注释，其余写进配置的 ignore。

Markdown 的正文、标题和列表行尾加 <!-- reportlint-disable-line 规则 -->；代码、表格、前置元数据和 .txt、.rst、.docx 不加注释，写进离文件最近的
.reportlint.yaml 的 ignore，没有就新建；配置在 pyproject.toml 里的写进旁边的 .reportlint-ignore.yaml。
再运行一遍什么也不会改。不想动报告，用 reportlint baseline。

\b
例：
  reportlint suppress --diff               先看会写什么
  reportlint suppress --rule placeholder 述职/""",
    """Silence each of the current findings: by a comment in Markdown, by an ignore entry elsewhere.

Prose lines in Markdown get <!-- reportlint-disable-line RULE --> at the end. For code, tables, front matter and .txt, .rst and .docx files,
entries are added under ignore in the nearest .reportlint.yaml, which is created if missing; beside a pyproject.toml, in
.reportlint-ignore.yaml. A second run changes nothing. To leave the reports unchanged, use reportlint baseline.

\b
Examples:
  reportlint suppress --diff               preview
  reportlint suppress --rule placeholder reports/""",
)


def run(language: str, paths: tuple[str, ...], **values: Any) -> int:
    """Run the command; the exit status."""
    from reportlint.output.diff import unified
    from reportlint.run.suppress import suppress

    done = suppress(
        paths or (".",),
        options.settings(values),
        options.listed(values["rules"]),
        values["reason"],
        write=not values["diff"],
    )
    if values["diff"]:
        options.emit("".join(unified(file.path, file.old, file.new) for file in done.files))
    for file in done.files:
        past = Text(f"放过 {file.findings} 处", f"findings silenced: {file.findings}")
        future = Text(
            f"会放过 {file.findings} 处", f"findings that would be silenced: {file.findings}"
        )
        options.say((future if values["diff"] else past).to(language), file.path)
    if not done.files:
        options.say(Text("没有要放过的", "nothing to silence").to(language))
    if done.left:
        message = Text(
            f"有 {done.left} 处不能放过，请改正", f"findings that cannot be silenced: {done.left}"
        )
        options.say(message.to(language))
    return int(bool(values["diff"] and done.files))
