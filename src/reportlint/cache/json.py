"""JSON read by the scanner that the standard library has, without the milliseconds that `import json` takes.

What a run reads at its start is one object that this tool has written; whatever else it is, is a ValueError.
"""

from __future__ import annotations

from reportlint._startup.typed import Any

try:
    from _json import make_scanner

    class _Context:
        """What the scanner asks of a decoder: nothing special."""

        strict = True
        object_hook = object_pairs_hook = None
        parse_float = parse_constant = float
        parse_int = int

    _scan: Any = make_scanner(_Context())  # type: ignore[arg-type]
except (ImportError, AttributeError, TypeError):  # pragma: no cover - another Python than CPython
    _scan = None


def loads(text: str) -> Any:
    """The value of a JSON text with nothing around it. Raises ValueError for what is none."""
    if _scan is None:  # pragma: no cover
        import json

        return json.loads(text)
    try:
        value, end = _scan(text, 0)
    except StopIteration:
        raise ValueError("no JSON") from None
    if end < len(text):
        raise ValueError("more than one value")
    return value
