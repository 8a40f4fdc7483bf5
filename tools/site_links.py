"""A hook of mkdocs: the links of docs/, which are written for GitHub, as links of the site.

On GitHub `x.md` and `x.zh-CN.md` are two files, and `../README.md` is another one. On the site the
two are one page in two languages, and what is not below docs/ stays on GitHub.
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
    """The text of a page with links of the site; mkdocs calls this."""
    return site_text(markdown, page.file.src_uri)


def on_page_content(html: str, *, page: Any, **_: Any) -> str:
    """Addresses of this site from the page on, so that a copy of the site keeps together."""
    return re.sub(
        rf'(?<=href="){re.escape(SITE)}([^"#]*)',
        lambda m: posixpath.relpath(m[1] or ".", page.url or ".") + "/",
        html,
    )


def on_env(env: Any, *, config: Any, **_: Any) -> Any:
    """The theme knows the language of `x.zh-CN.md` as `zh`; mkdocs calls this once a language."""
    if config.theme["language"] == "zh-CN":
        config.theme["language"] = "zh"
    return env


def site_text(markdown: str, source: str) -> str:
    """`markdown` of the file `source` below docs/ with links of the site; code stays as it is."""
    made, end = [], 0
    for code in _CODE.finditer(markdown):
        made += [_linked(markdown[end : code.start()], source), code[0]]
        end = code.end()
    return "".join([*made, _linked(markdown[end:], source)])


def site_link(path: str, source: str) -> str:
    """Where a link to `path` in the file `source` leads on the site."""
    if re.match(r"[a-z]+:", path):
        return path
    target = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
    if target.startswith("../"):
        return f"{HOME}/{'tree' if (DOCS / target).is_dir() else 'blob'}/main/{target[3:]}"
    if not target.endswith(".md"):
        return path
    here, there = source.endswith(CHINESE), target.endswith(CHINESE)
    if here == there or not (here or there or _twin(target)):
        return path.removesuffix(CHINESE) + ".md" if there else path
    if here and not _twin(target):
        return path  # there is no Chinese one: the English one stands in its place
    return _absolute(target)


def _linked(text: str, source: str) -> str:
    return _LINK.sub(lambda m: site_link(m["path"], source) + (m["anchor"] or ""), text)


def _twin(target: str) -> bool:
    return (DOCS / (target.removesuffix(".md") + CHINESE)).exists()


def _absolute(target: str) -> str:
    """The address of a page in the other language, which mkdocs does not know as a file."""
    name = target.removesuffix(CHINESE).removesuffix(".md")
    name = re.sub(r"(^|/)(README|index)$", r"\1", name)
    language = "zh-CN/" if target.endswith(CHINESE) else ""
    address = f"{SITE}{language}{name}"
    return address if address.endswith("/") else address + "/"
