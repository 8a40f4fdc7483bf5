"""The C or Rust part of another package, loaded without the package: importing its Python part
takes longer than everything we use it for.

If the package itself is imported later, it finds its part already loaded.
"""

from __future__ import annotations

import os
import sys
from _frozen_importlib import _load  # type: ignore[attr-defined]
from _frozen_importlib_external import PathFinder
from _thread import RLock

from reportlint._startup.typed import Any

_LOCK = RLock()


def folder_of(package: str) -> str:
    """The folder of a package, found without importing it; "" if it is not a package or not
    installed."""
    loaded = sys.modules.get(package)
    if loaded is not None:
        return os.path.dirname(loaded.__file__ or "")
    spec = PathFinder.find_spec(package)
    places = spec.submodule_search_locations if spec is not None else None
    return next(iter(places), "") if places else ""


def part_of(package: str, part: str) -> Any:
    """The module `part` of a package. Raises ImportError."""
    name = f"{package}.{part}"
    with _LOCK:
        loaded = sys.modules.get(name)
        if loaded is not None:
            return loaded
        folder = folder_of(package)
        spec = PathFinder.find_spec(name, [folder]) if folder else None
        return _load(spec) if spec is not None else __import__(name, fromlist=[part])
