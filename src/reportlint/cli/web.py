"""`reportlint web`: a page in the browser, for users without a terminal."""

from __future__ import annotations

from reportlint._startup.typed import Any
from reportlint.cli import options
from reportlint.cli.extras import needs
from reportlint.cli.option import Argument
from reportlint.core.text import Text

SUMMARY = Text("在浏览器里查报告的网页。", "Open a page in the browser to check reports.")
ARGUMENTS = (Argument("folder", Text("[文件夹]", "[FOLDER]"), is_optional=True),)
HELP = Text(
    """在浏览器里打开一个网页：粘贴或拖入报告，当场看问题、改、下载，按文种起草，查整个文件夹。

只在本机（127.0.0.1）打开，内容不离开这台电脑，也不存盘；按 Ctrl-C 关闭。文件夹不写就是当前的，规则按那里的配置。
需要 pip install 'reportlint[web]'，用法见 docs/web.zh-CN.md。

\b
例：
  reportlint web
  reportlint web 述职/ --no-open""",
    """Open a page in the browser: paste or drop a report, see the findings, fix them, download the result, start a new report, check a folder.

The page is served only to this machine (127.0.0.1); nothing leaves it and nothing is kept. Ctrl-C ends it. The folder is the current one by
default; the rules are those of its configuration. Needs pip install 'reportlint[web]'; how to use it: docs/web.md.

\b
Examples:
  reportlint web
  reportlint web reports/ --no-open""",
)


def run(language: str, **values: Any) -> int:
    """Run the command; the exit status."""
    with needs("web"):
        from reportlint.web.serve import served
    settings = options.settings(values)  # in the C locale, the page uses the browser's language
    page = served(
        values["folder"] or ".", values["port"] or 0, settings.language or settings.locale
    )
    options.emit(f"{page.address}\n")
    options.say(Text("按 Ctrl-C 关闭", "Ctrl-C ends it").to(language))
    if not values["no_open"]:
        import webbrowser

        webbrowser.open(page.address)
    try:
        page.run()
    except KeyboardInterrupt:
        return 0
    return 0
