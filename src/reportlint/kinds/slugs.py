"""The fragments by which links name the headings of a document: `#what-we-did`."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from reportlint._startup.lazy_pattern import lazy
from reportlint.core import document as d
from reportlint.core.reading import Reading
from reportlint.core.span import Span

GITHUB, ANY = "github", "any"
STYLES = (GITHUB, ANY)

_LINK = lazy(
    r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\]\n]*\])"
)
_TAG = lazy(r"</?[A-Za-z][^<>\n]*>")
_ATTRIBUTES = lazy(r"\s*\{[^{}\n]*\}\s*$")
_EMPHASIS = lazy(r"(?<!\w)(_{1,2})(?=\S)(.+?)(?<=\S)\1(?!\w)")
# What a fragment leaves out of a heading, in this order: a character that each match contains, the
# pattern, and what is kept of a match.
_MARKUP = (("[", _LINK, r"\1"), ("<", _TAG, ""), ("{", _ATTRIBUTES, ""), ("_", _EMPHASIS, r"\2"))
_DROPPED = lazy(r"[^\w\- ]")
_APART = lazy(r"[\W_]+")
_NUMBER = lazy(r"^[\d.\s]+")


def slug(heading: str) -> str:
    """The fragment that GitHub makes from the text of a heading: small letters, no punctuation, a
    hyphen for each space."""
    for sign, pattern, kept in _MARKUP:
        if sign in heading:
            heading = pattern.sub(kept, heading)
    return _DROPPED.sub("", heading.strip().lower()).replace(" ", "-")


def key(fragment: str, style: str) -> str:
    """The normalised form of a fragment; fragments that lead to one place have the same key. With
    ANY only letters and digits are compared, since generators differ."""
    if "%" in fragment:
        from urllib.parse import unquote  # late: it is slow to import, and few fragments need it

        fragment = unquote(fragment)
    normal = unicodedata.normalize("NFC", fragment).casefold()
    return normal if style == GITHUB else _APART.sub("", normal) or normal


def fragments(reading: Reading, style: str) -> Iterator[tuple[str, Span]]:
    """The keys of all headings, each with the span of its heading. A repeated heading has -1, -2 …
    appended. With ANY also the key without a leading number, and the one that counts from 1."""
    seen: dict[str, int] = {}
    for block in reading.document.blocks:
        if block.kind != d.HEADING:
            continue
        title = block.content.cut(reading.document.text)
        fragment = slug(title)
        again = seen.get(fragment, 0)
        seen[fragment] = again + 1
        yield key(f"{fragment}-{again}" if again else fragment, style), block.content
        if style == ANY:
            yield key(_NUMBER.sub("", fragment), style), block.content
            yield key(f"{fragment}-{again + 1}", style), block.content
