"""JSON parsed by the C scanner of the standard library, without `import json`, which imports `re`.

Undone (`json.loads` in its place): an unchanged run takes 13 % more; one report, which needs `re`
in any case, 2 %.
"""

from __future__ import annotations

from collections.abc import Callable

from reportlint._startup.typed import Any


def plain_loads(text: str) -> Any:
    """The value of a JSON text. Raises ValueError if the text is not JSON."""
    import json

    return json.loads(text)


class _Context:
    """The attributes that the scanner reads from a decoder, all with default behaviour."""

    strict = True
    object_hook = object_pairs_hook = None
    parse_float = parse_constant = float
    parse_int = int


def scanner() -> Callable[[str, int], tuple[Any, int]] | None:
    """The C scanner: takes a text and an offset, gives the value there and its end. None if this
    Python is not CPython."""
    try:
        from _json import make_scanner

        scan: Callable[[str, int], tuple[Any, int]] = make_scanner(_Context())  # type: ignore[arg-type]
    except (ImportError, AttributeError, TypeError):
        return None
    return scan


_SCAN = scanner()


def loads(text: str) -> Any:
    """The value of a JSON text without white space around it. Otherwise as `plain_loads`."""
    if _SCAN is None:
        return plain_loads(text)
    try:
        value, end = _SCAN(text, 0)
    except StopIteration:
        raise ValueError("no JSON") from None
    if end < len(text):
        raise ValueError("more than one value")
    return value
