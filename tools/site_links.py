"""A hook of mkdocs: converts the links in docs/, which are written for GitHub, to links of the
site.

On GitHub `x.md` and `x.zh-CN.md` are two files, and `../README.md` is a file outside docs/. On the
site the two are one page in two languages, and files outside docs/ are linked on GitHub.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import Any

from reportlint.output.addresses import HOME, SITE

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
CHINESE = ".zh-CN.md"
_LINK = re.compile(r"(?<=\]\()(?P<path>[^)\s#]+)(?P<anchor>#[^)\s]*)?(?=\))")
_CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.DOTALL | re.MULTILINE)


def on_page_markdown(markdown: str, *, page: Any, **_: Any) -> str:
    """The Markdown of a page with links of the site. Called by mkdocs."""
    return site_text(markdown, page.file.src_uri)


def on_page_content(html: str, *, page: Any, **_: Any) -> str:
    """The HTML of a page with relative links instead of URLs of this site, so that a copy of the
    site works. Called by mkdocs."""
    return re.sub(
        rf'(?<=href="){re.escape(SITE)}([^"#]*)',
        lambda m: posixpath.relpath(m[1] or ".", page.url or ".") + "/",
        html,
    )


def on_env(env: Any, *, config: Any, **_: Any) -> Any:
    """Set the language of the theme to `zh` for `x.zh-CN.md`. mkdocs calls this once for each
    language."""
    if config.theme["language"] == "zh-CN":
        config.theme["language"] = "zh"
    return env


def site_text(markdown: str, source: str) -> str:
    """`markdown` of the file `source` in docs/ with links of the site; code is not changed."""
    pieces, end = [], 0
    for code in _CODE.finditer(markdown):
        pieces += [_linked(markdown[end : code.start()], source), code[0]]
        end = code.end()
    return "".join([*pieces, _linked(markdown[end:], source)])


def site_link(path: str, source: str) -> str:
    """The link of the site for a link to `path` in the file `source`."""
    if re.match(r"[a-z]+:", path):
        return path
    target = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
    if target.startswith("../"):
        return f"{HOME}/{'tree' if (DOCS / target).is_dir() else 'blob'}/main/{target[3:]}"
    if not target.endswith(".md"):
        return path
    from_chinese, to_chinese = source.endswith(CHINESE), target.endswith(CHINESE)
    if from_chinese == to_chinese or not (from_chinese or to_chinese or _twin(target)):
        return path.removesuffix(CHINESE) + ".md" if to_chinese else path
    if from_chinese and not _twin(target):
        return path  # there is no Chinese page: the site shows the English one
    return _absolute(target)


def _linked(text: str, source: str) -> str:
    """`text` with links of the site."""
    return _LINK.sub(lambda m: site_link(m["path"], source) + (m["anchor"] or ""), text)


def _twin(target: str) -> bool:
    """Whether a page exists in Chinese."""
    return (DOCS / (target.removesuffix(".md") + CHINESE)).exists()


def _absolute(target: str) -> str:
    """The URL of a page in the other language, which is not a file for mkdocs."""
    name = target.removesuffix(CHINESE).removesuffix(".md")
    name = re.sub(r"(^|/)(README|index)$", r"\1", name)
    language = "zh-CN/" if target.endswith(CHINESE) else ""
    address = f"{SITE}{language}{name}"
    return address if address.endswith("/") else address + "/"
