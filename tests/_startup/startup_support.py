"""Load a module of `_startup` as on a Python without some private module."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import reportlint


def without(missing: str, name: str) -> ModuleType:
    """The module `name` of the room, loaded again while `missing` cannot be imported."""
    path = Path(reportlint.__file__).parent / "_startup" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"{name}_without{missing}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    kept = sys.modules.get(missing)
    sys.modules[missing] = None  # type: ignore[assignment]
    sys.modules[module.__name__] = module
    try:
        spec.loader.exec_module(module)
    finally:
        if kept is None:
            del sys.modules[missing]
        else:
            sys.modules[missing] = kept
    return module
