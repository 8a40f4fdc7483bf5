"""`re` and a little of `regex`, imported only when a pattern must be compiled. For the rooms that
read reports.

A wheel contains the compiled codes of its regexes (`regex_codes.py`), so most runs compile no
pattern and would import `re` only for its flags and `escape`. Use: `from reportlint._startup import
late_re as re`.

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

# The values of the flags; they are fixed, and `re` and `regex` share them.
I = IGNORECASE = 2  # noqa: E741 - its name in `re`
MULTILINE = 8
DOTALL = 16

_SPECIAL = {code: f"\\{chr(code)}" for code in b"()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}
_SPECIAL_OF_REGEX = frozenset("()[]{}?*+|^$\\.-#&~")

compile = lazy


def escape(text: str) -> str:
    """Same as `re.escape`."""
    return text.translate(_SPECIAL)


def escape_regex(text: str) -> str:
    """Same as `regex.escape`."""
    return "".join(
        f"\\{char}" if char in _SPECIAL_OF_REGEX or char.isspace() else char for char in text
    )


def finditer(source: str, text: str, flags: int = 0) -> Iterator[Match[str]]:
    """Same as `re.finditer`."""
    return _kept(source, flags).finditer(text)


def sub(source: str, replacement: str, text: str) -> str:
    """Same as `re.sub`."""
    return _kept(source).sub(replacement, text)


@lru_cache(maxsize=256)
def _kept(source: str, flags: int = 0) -> Pattern[str]:
    return lazy(source, flags)


def __getattr__(name: str) -> Any:
    """Any other name of `re`."""
    if name.startswith("__"):  # the import of this module looks such names up
        raise AttributeError(name)
    import re

    return getattr(re, name)
