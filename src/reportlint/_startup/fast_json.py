"""JSON read by the scanner of the standard library's own decoder, without `import json`, which
brings `re` with it.

Undone (`json.loads` in its place): an unchanged run takes 13 % more; one report, which needs `re`
in any case, 2 %.
"""

from __future__ import annotations

from collections.abc import Callable

from reportlint._startup.typed import Any


def plain_loads(text: str) -> Any:
    """The value of a JSON text with nothing around it. Raises ValueError for what is none."""
    import json

    return json.loads(text)


class _Context:
    """What the scanner asks of a decoder: nothing special."""

    strict = True
    object_hook = object_pairs_hook = None
    parse_float = parse_constant = float
    parse_int = int


def scanner() -> Callable[[str, int], tuple[Any, int]] | None:
    """The scanner in C: from a text and an offset to the value there and where it ends; None in
    another Python than CPython."""
    try:
        from _json import make_scanner

        scan: Callable[[str, int], tuple[Any, int]] = make_scanner(_Context())  # type: ignore[arg-type]
    except (ImportError, AttributeError, TypeError):
        return None
    return scan


_SCAN = scanner()


def loads(text: str) -> Any:
    """As `plain_loads`, but that there may be no space around the value."""
    if _SCAN is None:
        return plain_loads(text)
    try:
        value, end = _SCAN(text, 0)
    except StopIteration:
        raise ValueError("no JSON") from None
    if end < len(text):
        raise ValueError("more than one value")
    return value
