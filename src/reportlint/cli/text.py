"""`reportlint text`: print the lines of a Word document."""

from __future__ import annotations

from reportlint._startup.typed import Any
from reportlint.cli import options
from reportlint.cli.option import FILE
from reportlint.core.text import Text

SUMMARY = Text("输出 Word 文档的文字。", "Print the text of a Word document.")
ARGUMENTS = (FILE,)
HELP = Text(
    """输出 Word 文档里的文字，一段一行，自动编号也在其中；check 报的行号就是这里的行号。

可以让 git diff、git log -p 用它显示 .docx 改了哪些文字，做法见 docs/git.zh-CN.md。

\b
例：
  reportlint text 报告.docx
  reportlint text --line-number 报告.docx
  git show HEAD:报告.docx | reportlint text -""",
    """Print the text of a Word document, one line per paragraph, with its automatic numbers. check reports these line numbers.

With it, git diff and git log -p can show which words of a .docx have changed: see docs/git.md.

\b
Examples:
  reportlint text report.docx
  reportlint text --line-number report.docx
  git show HEAD:report.docx | reportlint text -""",
)


def run(language: str, **values: Any) -> int:
    """Run the command; the exit status."""
    from reportlint.output.safe_text import lines
    from reportlint.run.text import text_of

    text = lines(text_of(values["path"]))
    if values["line_number"]:
        numbered = enumerate(text.removesuffix("\n").split("\n"), 1)
        text = "".join(f"{number:>5} {line}".rstrip() + "\n" for number, line in numbered)
    options.emit(text)
    return 0
