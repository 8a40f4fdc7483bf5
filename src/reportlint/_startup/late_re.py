"""`re` and a little of `regex` for rooms that read reports, neither imported before a pattern must
be compiled.

A wheel has the codes of its regexes (`regex_codes.py`), so that most runs compile none, and the
import of `re` is all of what its flags and `escape` would cost. Use: `from reportlint._startup
import late_re as re`.

Undone (`import re` in its place): see the table in `_startup/__init__.py`.
"""

from __future__ import annotations

from functools import lru_cache

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from re import Match as Match
    from re import Pattern as Pattern

# The numbers of the flags, which are fixed: `re` and `regex` share them.
I = IGNORECASE = 2  # noqa: E741 - its name in `re`
MULTILINE = 8
DOTALL = 16

_SPECIAL = {code: f"\\{chr(code)}" for code in b"()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}
_SPECIAL_OF_REGEX = frozenset("()[]{}?*+|^$\\.-#&~")

compile = lazy


def escape(text: str) -> str:
    """As `re.escape`."""
    return text.translate(_SPECIAL)


def escape_regex(text: str) -> str:
    """As `regex.escape`."""
    return "".join(
        f"\\{char}" if char in _SPECIAL_OF_REGEX or char.isspace() else char for char in text
    )


def finditer(source: str, text: str, flags: int = 0) -> Iterator[Match[str]]:
    """As `re.finditer`."""
    return _kept(source, flags).finditer(text)


def sub(source: str, replacement: str, text: str) -> str:
    """As `re.sub`."""
    return _kept(source).sub(replacement, text)


@lru_cache(maxsize=256)
def _kept(source: str, flags: int = 0) -> Pattern[str]:
    return lazy(source, flags)


def __getattr__(name: str) -> Any:
    """Anything else that `re` has."""
    if name.startswith("__"):  # what the import of this module asks for
        raise AttributeError(name)
    import re

    return getattr(re, name)
