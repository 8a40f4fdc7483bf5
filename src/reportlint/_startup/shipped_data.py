"""What a run needs of the built-in packs, shipped in the wheel as Python data: the prefilters of
their regexes, and their rules and types as a run without a configuration uses them. A start reads
from its cache only what belongs to the user's own rules.

`hatch_build.py` writes the file FILE of this folder. A checkout has none, and one written by
another minor version of Python is ignored; then the cache holds everything, as JSON.

Undone (the file taken away): see the table in `_startup/__init__.py`.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Mapping
from functools import lru_cache

from reportlint._startup.shipped_file import ShippedFile, write
from reportlint._startup.typed import Any

FILE = "data.bin"


def write_data(path: str, values: Mapping[str, Any]) -> None:
    """Write `values` by name, each of Python's basic types, to the file at `path`. Raises
    OSError."""
    write(path, _good_for(), {name: marshal.dumps(value) for name, value in values.items()})


class ShippedData:
    """The values that `write_data` has written, each read when it is asked for. There are none if
    the file is missing or is for another Python."""

    def __init__(self, path: str = os.path.join(os.path.dirname(__file__), FILE)) -> None:
        self._file = ShippedFile(path, _good_for()) if os.path.exists(path) else None

    def get(self, name: str) -> Any:
        """The value of that name; None if there is none."""
        piece = self._file.get(name) if self._file is not None else None
        return marshal.loads(piece) if piece else None  # noqa: S302 - of the package, as its modules are


@lru_cache(maxsize=1)
def shipped() -> ShippedData:
    """The data of this installation; its file is opened once per process."""
    return ShippedData()


def _good_for() -> str:
    return repr((sys.implementation.cache_tag, marshal.version))
