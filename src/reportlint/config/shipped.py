"""Where the packs that ship with the tool are."""

from __future__ import annotations

import posixpath

import reportlint
from reportlint.core.pack import Reader

COMPILED = "compiled.json"


def rules_folder(reader: Reader, package: str = "") -> tuple[str, bool]:
    """The folder of the built-in packs, and whether it is that of a wheel."""
    home = package or posixpath.dirname((reportlint.__file__ or "").replace("\\", "/"))
    own = posixpath.join(home, "rules")
    if reader.list(own):
        return own, True
    return posixpath.normpath(posixpath.join(home, "..", "..", "rules")), False
