"""The packs that ship with the tool."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence

import reportlint
from reportlint.config.compiled import compiled, restore
from reportlint.config.packs import ENDINGS, PACK_FILE, Loader, Shipped, Wanted
from reportlint.config.rules import Kinds
from reportlint.config.shipped import COMPILED as COMPILED
from reportlint.config.shipped import rules_folder as rules_folder
from reportlint.core.pack import Pack, Reader


def shipped(reader: Reader, package: str = "") -> Shipped:
    """The built-in packs: those in `<package>/rules` of a wheel, else in `rules/` of the checkout.

    A wheel's `compiled.json` is used where its version is the tool's; a checkout has none, so that YAML just edited counts.
    """
    folder, wheel = rules_folder(reader, package)
    text = reader.read(posixpath.join(folder, COMPILED)) if wheel else None
    if text is not None:
        packs = restored(text, folder)
        if packs is not None:
            return Shipped(
                tuple(pack.id for pack in packs), folder, {pack.id: pack for pack in packs}
            )
    return Shipped(tuple(_names(reader, folder)), folder)


def restored(text: str, folder: str) -> tuple[Pack, ...] | None:
    """The packs in the text of `compiled.json`; None where it is not that of this version."""
    import json

    try:
        data = json.loads(text)
    except ValueError:
        return None
    return restore(data, reportlint.__version__, folder)


def compile_shipped(reader: Reader, kinds: Kinds, folder: str) -> str:
    """The text of `compiled.json` for the packs in `folder`. Raises UserError where one of them is not sound."""
    import json

    names = tuple(_names(reader, folder))
    loader = Loader(reader, Shipped(names, folder), kinds)
    packs: Sequence[Pack] = loader.load([Wanted(name, folder) for name in names]).packs
    return json.dumps(
        compiled(packs, reportlint.__version__, folder), ensure_ascii=False, separators=(",", ":")
    )


def _names(reader: Reader, folder: str) -> list[str]:
    names = [
        name
        for name in reader.list(folder)
        if any(PACK_FILE + end in reader.list(f"{folder}/{name}") for end in ENDINGS)
    ]
    return sorted(names)
