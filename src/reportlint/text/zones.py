"""Stretches that are no prose in any format: addresses, and the tags that HTML knows."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportlint._startup.lazy_pattern import lazy
from reportlint.core.document import ZONE_COMMENT, ZONE_TAG, ZONE_URL, Zone
from reportlint.core.span import Span

# Only ASCII: Chinese goes on right after an address, 详见https://example.org的说明.
_URL = lazy(r"(?:https?|ftp)://[!#-;=?-_a-~]+|(?<![A-Za-z0-9_.])www\.[!#-;=?-_a-~]+", re.IGNORECASE)
_WWW = lazy(r"[Ww]{3}\.")
_TAIL = ".,;:!?'*)]}"
_LOCAL = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._%+-"
_HOST = lazy(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_TAG = lazy(r"</?([A-Za-z][A-Za-z0-9-]*)(?:[\s/][^<>]*)?>")

HTML_TAGS = frozenset(
    "a abbr acronym address article aside audio b base bdi bdo big blockquote body br button canvas caption center cite code "
    "col colgroup dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset "
    "h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark menu meta nav "
    "noscript object ol optgroup option output p param picture pre q rp rt ruby s samp script search section select slot small "
    "source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time tr track "
    "tt u ul var video wbr".split()
)


def known_tag(tag: str) -> bool:
    """Whether `tag` (`<br/>`, `</div>`, a comment, a declaration) is HTML's own; `<your name>` and `<title>` are not."""
    if tag.startswith(("<!", "<?")):
        return True
    match = _TAG.fullmatch(tag)
    return match is not None and match[1].lower() in HTML_TAGS


def urls(text: str, start: int = 0, end: int | None = None) -> list[Zone]:
    """Bare web and e-mail addresses in `text[start:end]`, ordered by start."""
    end = len(text) if end is None else end
    found = []
    if text.find("://", start, end) >= 0 or _may_have_www(text, start, end):
        for match in _URL.finditer(text, start, end):
            size = len(match[0].rstrip(_TAIL))
            if match[0].count("(") and match[0][size : size + 1] == ")":
                size += 1  # a bracket that the address itself has opened
            found.append(Zone(ZONE_URL, Span(match.start(), match.start() + size)))
    mails = _mails(text, start, end)
    return sorted(found + mails, key=lambda zone: zone.span) if mails else found


def _may_have_www(text: str, start: int, end: int) -> bool:
    """Whether an address may begin with www.; most texts are told by a look that takes a fifth of the time of a regex."""
    return (text.find("w.", start, end) >= 0 or text.find("W.", start, end) >= 0) and _WWW.search(
        text, start, end
    ) is not None


def _mails(text: str, start: int, end: int) -> list[Zone]:
    """E-mail addresses. Sought from the @ outward and no further than an address may be long, so that it stays linear."""
    found = []
    at = text.find("@", start, end)
    while at >= 0:
        local = text[max(start, at - 64) : at]
        size = len(local) - len(local.rstrip(_LOCAL))
        host = _HOST.match(text, at + 1, min(end, at + 255)) if size else None
        if host:
            found.append(Zone(ZONE_URL, Span(at - size, host.end())))
        at = text.find("@", at + 1, end)
    return found


def tags(text: str, start: int, end: int) -> list[Zone]:
    """Comments and the tags HTML knows in `text[start:end]`, ordered by start."""
    found = []
    at = text.find("<", start, end)
    closed = True  # until a comment is found that nothing closes
    while at >= 0:
        after = at + 1
        if text.startswith("<!--", at):
            close = text.find("-->", at + 4, end) if closed else -1
            closed = close >= 0
            if closed:
                after = close + 3
                found.append(Zone(ZONE_COMMENT, Span(at, after)))
        elif (match := _TAG.match(text, at, end)) and known_tag(match[0]):
            after = match.end()
            found.append(Zone(ZONE_TAG, Span(at, after)))
        at = text.find("<", after, end)
    return found


def ordered(zones: Iterable[Zone]) -> tuple[Zone, ...]:
    """The zones by start, the wider before what lies in it; an address inside another zone's address only once."""
    return tuple(sorted(set(zones), key=lambda zone: (zone.span.start, -zone.span.end, zone.kind)))
