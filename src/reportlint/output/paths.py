"""Paths as other programs want them. A report has them as the caller gave them, or from the current folder."""

from __future__ import annotations

import posixpath

from reportlint._startup.lazy_pattern import lazy
from reportlint.output.look import Look

_DRIVE = lazy(r"[A-Za-z]:/")


def from_root(path: str, look: Look) -> str:
    """`path` with `/`, from the root of the repository; a path outside of it stays as it is."""
    windows = bool(_DRIVE.match(look.here))
    given = posixpath.normpath(path.replace("\\", "/") if windows else path)
    if not look.here or not look.root:
        return given
    absolute = (
        given
        if windows and _DRIVE.match(given)
        else posixpath.normpath(posixpath.join(look.here, given))
    )
    root = look.root.rstrip("/") + "/"
    inside = absolute.lower().startswith(root.lower()) if windows else absolute.startswith(root)
    return absolute[len(root) :] if inside else given


def as_uri(path: str) -> str:
    """A path with `/` as a URI, or as a relative reference; all but plain ASCII is escaped, as are bytes that are no UTF-8."""
    from urllib.parse import quote

    # A colon would make a scheme of the first part of a relative path.
    quoted = quote(path.encode("utf-8", "surrogateescape"), safe="/~!$&'()*+,;=@")
    if _DRIVE.match(path):
        return "file:///" + quoted
    return "file://" + quoted if path.startswith("/") else quoted
