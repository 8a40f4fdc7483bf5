"""`reportlint init`: set up checks for a folder of reports."""

from __future__ import annotations

from reportlint._startup.typed import Any
from reportlint.cli import options
from reportlint.cli.option import Argument
from reportlint.core.text import Text

SUMMARY = Text("开始使用：写配置和钩子。", "Set up: write a configuration and the hook.")
ARGUMENTS = (Argument("folder", Text("[文件夹]", "[FOLDER]"), default="."),)
HELP = Text(
    """看看文件夹里有哪些报告、各是什么文种，写好配置 .reportlint.yaml 和 pre-commit 的几行。

已有的文件一律不改：.pre-commit-config.yaml 已经有了的，把要加的几行打印出来。旧文稿里的问题可以用 --baseline 记下，此后只报新的。

\b
例：
  reportlint init               当前文件夹
  reportlint init 报告 --dry-run  只看会写什么""",
    """Find the reports and their types, and write .reportlint.yaml and the lines for pre-commit.

Existing files are not changed: if there is a .pre-commit-config.yaml, the lines to add are printed. With --baseline, the findings
in existing texts are recorded, and from then on only new ones are reported.

\b
Examples:
  reportlint init                    the current folder
  reportlint init reports --dry-run  only show what would be written""",
)


def run(language: str, folder: str, **values: Any) -> int:
    """Run the command; the exit status."""
    from reportlint.run import init

    settings = options.settings(values)
    begun = init.begin(folder, settings)
    options.tell([_found(begun)], language)
    if values["dry_run"]:
        for path, text in begun.new.items():
            options.emit(f"# --- {path}\n{text}")
    else:
        init.write(begun)
        for path in begun.new:
            options.say(Text("已写好", "written").to(language), path)
    if any(path.endswith(init.HOOKS) for path in begun.new) and not values["dry_run"]:
        options.say(
            Text(
                "要在每次提交前自动检查：装好 pre-commit，在这里运行一次 pre-commit install",
                "to check at each commit: install pre-commit, and run `pre-commit install` here"
                " once",
            ).to(language)
        )
    for path in begun.kept:
        options.say(Text("已经有了，没有改动", "is there already, not changed").to(language), path)
    if begun.hook:
        options.say(
            Text(
                "请把下面几行加进 .pre-commit-config.yaml 的 repos：",
                "add these lines to `repos` of .pre-commit-config.yaml:",
            ).to(language)
        )
        options.emit(begun.hook)
    if values["take_down"] and not values["dry_run"]:
        from reportlint.cli.baseline import written_message
        from reportlint.run.record import record

        options.tell(map(written_message, record((folder,), settings)), language)
    elif begun.findings:
        options.tell([_hint(begun.findings)], language)
    return 0


def _found(begun: Any) -> Text:
    zh = "、".join(f"{name} {number}" for name, number in begun.types.items())
    en = ", ".join(f"{name} {number}" for name, number in begun.types.items())
    untyped = begun.untyped
    return Text(
        f"找到 {begun.files} 份报告"
        + (f"：{zh}" if zh else "")
        + (f"；{untyped} 份认不出文种" if untyped else ""),
        f"reports found: {begun.files}"
        + (f" ({en})" if en else "")
        + (f"; of no known type: {untyped}" if untyped else ""),
    )


def _hint(findings: int) -> Text:
    return Text(
        f"现有 {findings} 处问题。reportlint check 逐条看；旧文稿不改的，reportlint baseline 记下，"
        f"此后只报新的",
        f"findings now: {findings}. `reportlint check` lists them; `reportlint baseline` takes"
        f" them down, so that only new ones are reported",
    )
