"""Comments that silence rules: `<!-- reportlint-disable-next-line placeholder -- why -->`, in reST `.. reportlint-disable-…`."""

from __future__ import annotations

import re
from bisect import bisect_right

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.document import CODE, FRONT_MATTER, ZONE_CODE, Document
from reportlint.core.span import Span

DISABLE = "disable"  # until the `enable` that names the rule, or the end
ENABLE = "enable"
LINE = "disable-line"
NEXT_LINE = "disable-next-line"
FILE = "disable-file"

_WORD = "reportlint-"
_BODY = r"reportlint-(?P<kind>disable-next-line|disable-line|disable-file|disable|enable)(?![\w-])(?P<rest>{rest})"
_MARKUP = lazy(r"<!--[ \t\r\n]*" + _BODY.format(rest=r"(?:(?!-->)[\s\S])*?") + r"-->")
_REST = lazy(r"^[ \t]*\.\.[ \t]+" + _BODY.format(rest=r"[^\r\n]*"), re.MULTILINE)
_ID = lazy(r"[A-Za-z*][A-Za-z0-9_*-]*")
_REASON = lazy(r"(?:^|\s)--(?:\s|$)")


class Directive(NamedTuple):
    """One comment to the linter."""

    kind: str
    rules: tuple[
        str, ...
    ]  # ids as written, `*` stands for any characters; () is a mistake of the author's
    ids: tuple[Span, ...]  # where each of them stands
    span: Span  # the whole comment
    reason: str = ""  # what follows ` -- `


def directives(document: Document) -> tuple[Directive, ...]:
    """The comments to the linter in a document, in order. Those inside code are examples of themselves and not read."""
    text = document.text
    if _WORD not in text:
        return ()
    pattern = _REST if document.format == "rst" else _MARKUP
    found = (_directive(match) for match in pattern.finditer(text))
    return tuple(one for one in found if not _is_code(document, one.span.start))


def _directive(match: re.Match[str]) -> Directive:
    rest, start = match["rest"], match.start("rest")
    reason = _REASON.search(rest)
    ids = list(_ID.finditer(rest, 0, reason.start() if reason else len(rest)))
    span = Span(match.start() + len(match[0]) - len(match[0].lstrip(" \t")), match.end())
    places = tuple(Span(start + one.start(), start + one.end()) for one in ids)
    why = rest[reason.end() :].strip() if reason else ""
    return Directive(match["kind"], tuple(one[0] for one in ids), places, span, why)


def _is_code(document: Document, offset: int) -> bool:
    at = bisect_right(document.blocks, offset, key=lambda block: block.span.start) - 1
    if (
        at >= 0
        and offset < document.blocks[at].span.end
        and document.blocks[at].kind in (CODE, FRONT_MATTER)
    ):
        return True
    return any(
        zone.kind == ZONE_CODE and zone.span.start <= offset < zone.span.end
        for zone in document.zones
    )
