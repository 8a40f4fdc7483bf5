"""The front matter of a text: YAML between `---` or TOML between `+++` at the very top. Only its
top-level `key: value` lines are read."""

from __future__ import annotations

from reportlint._startup import late_re as re
from reportlint._startup.lazy_pattern import lazy
from reportlint.core.document import FRONT_MATTER, Block, Entry, continued
from reportlint.core.span import Span
from reportlint.text.lines import SPACE

_OPENING = lazy(r"(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)")
_FIRST_KEY = lazy(r"(?>(?:[ \t]*(?:#[^\r\n]*)?[\r\n])*)[^\s:=#\-\[\]{}>|][^:=\r\n]{0,200}[:=]")
_CLOSING = {
    "---": lazy(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE),
    "+++": lazy(r"^\+\+\+[ \t]*$", re.MULTILINE),
}
_CLOSING_RETURN = {
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
_BELOW = lazy(r"(?<=[\r\n])([ \t]+[^\s#][^\r\n]*)")
_BLOCK_MARK = lazy(r"[|>][-+0-9]{0,2}")


def front_matter(text: str) -> tuple[Block | None, tuple[Entry, ...]]:
    """The block of the front matter and its entries; (None, ()) if the text has none.

    A `---` at the top opens front matter only if its first line is a `key:` and a line `---` or
    `...` closes it. Otherwise it is a rule, and text follows.
    """
    opening = _OPENING.match(text)
    if opening is None or not _FIRST_KEY.match(text, opening.end()):
        return None, ()
    mark = opening[1]
    closing = (_CLOSING_RETURN if "\r" in text else _CLOSING)[mark].search(text, opening.end())
    if closing is None:
        return None, ()
    content = Span(opening.end(), closing.start())
    block = Block(FRONT_MATTER, Span(0, closing.end()), content)
    pairs = list(_PAIR[mark].finditer(text, content.start, content.end))
    if not pairs:  # `key=1` is TOML, but not between `---`
        return block, ()
    ends = [pair.start() for pair in pairs[1:]] + [content.end]
    entries = [_entry(pair) for pair in pairs]
    if mark == "---":
        triples = zip(entries, pairs, ends, strict=True)
        entries = [_whole(entry, text, pair.end(), end) for entry, pair, end in triples]
    return block, tuple(entries)


def _whole(entry: Entry, text: str, start: int, end: int) -> Entry:
    """The entry with its value continued by the indented lines below it, up to `end`. An entry
    without a value stays as it is: a list or mapping may follow."""
    if not entry.value:
        return entry
    for line in _BELOW.finditer(text, start, end):
        if _BLOCK_MARK.fullmatch(entry.value):  # the value follows on the next lines
            entry = Entry(entry.key, "", entry.span)
        entry = continued(entry, text, *line.span(1))
    return entry


def _entry(pair: re.Match[str]) -> Entry:
    """The entry of one line, without quotes around its key and value and without a comment at its
    end."""
    key = pair[1].strip("\"'")
    if pair[2] is None:
        return Entry(key, "", Span(pair.end(), pair.end()))
    start, value = pair.start(2), pair[2].rstrip(SPACE)
    quote = value[:1]
    close = value.find(quote, 1) if quote and quote in "\"'" else -1
    if close > 0:
        start, value = start + 1, value[1:close]
    elif value.startswith("#"):
        value = ""
    elif comment := _COMMENT.search(value):
        value = value[: comment.start()].rstrip(SPACE)
    return Entry(key, value, Span(start, start + len(value)))
