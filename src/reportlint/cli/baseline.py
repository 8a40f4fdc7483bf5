"""`reportlint baseline`: record the existing findings, so that only new ones are reported."""

from __future__ import annotations

from reportlint._startup.typed import TYPE_CHECKING, Any
from reportlint.cli import options
from reportlint.cli.option import PATHS
from reportlint.core.text import Text

if TYPE_CHECKING:
    from reportlint.run.record import Rewritten

SUMMARY = Text(
    "记下已有的问题，此后只报新的。", "Record the current findings; report only new ones."
)
ARGUMENTS = (PATHS,)
HELP = Text(
    """把现有的问题记入基线 .reportlint-baseline.yaml，此后 check 只报新的。

基线放在配置文件旁边，没有配置就放在仓库根目录；check 从每个文件所在的文件夹向上找。问题按规则、所在章节和文字认，行号变了不要紧。
请把基线一并提交；每条一行，便于合并。

\b
例：
  reportlint baseline            记下当前文件夹里的全部问题
  reportlint baseline --prune    只删去已经改好的，不添新的""",
    """Record the current findings in the baseline .reportlint-baseline.yaml, so that check reports only new ones.

The file is written beside the configuration, or at the root of the repository without one; check searches for it from each
file's folder upward. A finding is identified by its rule, section and text; line numbers may change. Commit the file: it has one
entry per line, so it merges well.

\b
Examples:
  reportlint baseline            record all findings in the current folder
  reportlint baseline --prune    remove fixed findings, add nothing""",
)


def run(language: str, paths: tuple[str, ...], **values: Any) -> int:
    """Run the command; the exit status."""
    from reportlint.run.record import record

    recorded = record(paths or (".",), options.settings(values), prune=values["prune"])
    options.tell(map(written_message, recorded), language)
    if not recorded:
        options.say(
            Text("没有可记的，不写基线", "nothing to take down; no baseline written").to(language)
        )
    return 0


def written_message(file: Rewritten) -> Text:
    """The message about a baseline that was written."""
    from reportlint.files.paths import nearby
    from reportlint.output.safe_text import one_line

    path = one_line(nearby(file.path))
    return Text(
        f"{path}：共 {file.number} 处，新增 {file.added}，删去 {file.gone}",
        f"{path}: findings known: {file.number}, added: {file.added}, taken out: {file.gone}",
    )
