"""Text inside XML, HTML and Markdown."""

from __future__ import annotations

import re

from reportlint._startup.lazy_pattern import lazy
from reportlint.output.width import show

# Everything that XML 1.0 has no way to write, not even as a reference.
_NOT_XML = lazy("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_XML = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
    "\n": "&#10;",
    "\r": "&#13;",
    "\t": "&#9;",
}
_NEEDS_XML = lazy("[&<>\"'\\n\\r\\t]")
_NEEDS_MARKDOWN = lazy(r"([\\`*_\[\]<>|~$&])")


def xml(text: str) -> str:
    """`text` for an attribute or an element of XML or HTML. A character that XML cannot hold is shown as a picture of it."""
    return _NEEDS_XML.sub(lambda found: _XML[found[0]], _NOT_XML.sub(_picture, text))


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"


def markdown(text: str) -> str:
    """`text` on one line of GitHub's or GitLab's Markdown, in a table too: no character of it means anything."""
    return _NEEDS_MARKDOWN.sub(r"\\\1", show(text))
