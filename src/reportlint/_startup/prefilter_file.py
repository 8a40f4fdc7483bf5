"""The prefilters of the built-in regexes, shipped in the wheel: a start reads them as Python data,
and from its cache only those of the user's own rules.

`hatch_build.py` writes the file FILE of this folder. A checkout has none, and one written by
another minor version of Python is ignored; then the cache holds all of them, as JSON.

Undone (the file taken away): see the table in `_startup/__init__.py`.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Mapping

from reportlint._startup.shipped_file import ShippedFile, write
from reportlint._startup.typed import Any

FILE = "prefilters.bin"
_PIECE = "all"


def write_prefilters(path: str, prefilters: Mapping[str, Any]) -> None:
    """Write `prefilters`, plain data by regex, to the file at `path`. Raises OSError."""
    write(path, _good_for(), {_PIECE: marshal.dumps(dict(prefilters))})


def read(path: str = os.path.join(os.path.dirname(__file__), FILE)) -> Mapping[str, Any]:
    """What `write_prefilters` has written; {} if there is no such file, or it is for another
    Python."""
    piece = ShippedFile(path, _good_for()).get(_PIECE) if os.path.exists(path) else None
    prefilters: Mapping[str, Any] = marshal.loads(piece) if piece else {}  # noqa: S302 - of the package, as its modules are
    return prefilters


def _good_for() -> str:
    return repr((sys.implementation.cache_tag, marshal.version))
