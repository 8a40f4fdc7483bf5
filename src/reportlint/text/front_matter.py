"""The front matter of a text: `---` YAML or `+++` TOML at the very top. Only its top-level `key: value` lines are read."""

from __future__ import annotations

import re

from reportlint._startup.lazy_pattern import lazy
from reportlint.core.document import FRONT_MATTER, Block, Entry
from reportlint.core.span import Span
from reportlint.text.lines import SPACE

_OPEN = lazy(r"(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)")
_FIRST = lazy(r"(?>(?:[ \t]*(?:#[^\r\n]*)?[\r\n])*)[^\s:=#\-\[\]{}>|][^:=\r\n]{0,200}[:=]")
_CLOSE = {
    "---": lazy(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE),
    "+++": lazy(r"^\+\+\+[ \t]*$", re.MULTILINE),
}
_CLOSE_CR = {
    "---": lazy(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?=[\r\n]|\Z)"),
    "+++": lazy(r"(?<=[\r\n])\+\+\+[ \t]*(?=[\r\n]|\Z)"),
}
_PAIR = {
    "---": lazy(
        r"(?:(?<=[\r\n])|\A)([^\s#\-\[{:][^:\r\n]{0,200}?)[ \t]*:(?:[ \t]+([^\r\n]*)|(?=[\r\n]|\Z))"
    ),
    "+++": lazy(r"(?:(?<=[\r\n])|\A)([^\s#\[=][^=\r\n]{0,200}?)[ \t]*=[ \t]*([^\r\n]*)"),
}
_COMMENT = lazy(r"[ \t]#")


def front_matter(text: str) -> tuple[Block | None, tuple[Entry, ...]]:
    """The block of the front matter and its entries; (None, ()) for a text without.

    A `---` at the top is front matter only if a line `---` or `...` closes it and its first line is a `key:`; else it is
    a rule, and what follows is text.
    """
    opening = _OPEN.match(text)
    if opening is None or not _FIRST.match(text, opening.end()):
        return None, ()
    mark = opening[1]
    closing = (_CLOSE_CR if "\r" in text else _CLOSE)[mark].search(text, opening.end())
    if closing is None:
        return None, ()
    content = Span(opening.end(), closing.start())
    block = Block(FRONT_MATTER, Span(0, closing.end()), content)
    pairs = _PAIR[mark].finditer(text, content.start, content.end)
    return block, tuple(_entry(text, match) for match in pairs)


def _entry(text: str, match: re.Match[str]) -> Entry:
    """The entry of one line: quotes around key and value, and a comment behind it, are gone."""
    if match[2] is None:
        return Entry(match[1].strip("\"'"), "", Span(match.end(), match.end()))
    start, end = match.span(2)
    value = match[2].rstrip(SPACE)
    end = start + len(value)
    quote = value[:1]
    close = value.find(quote, 1) if quote in ('"', "'") and quote else -1
    if close > 0:
        start, end = start + 1, start + close
    else:
        comment = _COMMENT.search(value)
        if comment or value.startswith("#"):
            end = start + (comment.start() if comment else 0)
        end = start + len(text[start:end].rstrip(SPACE))
    return Entry(match[1].strip("\"'"), text[start:end], Span(start, end))
