"""The packs that ship with the tool: their folder, and their compiled form, which needs no YAML
parser at run time."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence

import reportlint
from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.pack import Pack, Reader

COMPILED = "compiled.json"
ENDINGS = (".yaml", ".yml")
PACK_FILE = "pack"


class Shipped(NamedTuple):
    """The built-in packs: their names, and either the folder to read them from or the packs
    themselves."""

    names: tuple[str, ...]
    folder: str
    packs: Mapping[str, Pack] = {}


class CompiledPacks(NamedTuple):
    """The content of `compiled.json`; paths are relative to the folder of the packs, so that it is
    the same on every machine."""

    version: str  # of the tool that made it
    shape: str  # of the classes in it, as returned by `cache.codec.shape`
    packs: tuple[Pack, ...]


def rules_folder(reader: Reader) -> tuple[str, bool]:
    """The folder of the built-in packs, and whether it is in a wheel: `rules` in the package if
    there is one, else in the checkout."""
    in_package, in_checkout = _places()
    return (in_package, True) if reader.list(in_package) else (in_checkout, False)


def _places() -> tuple[str, str]:
    """The folders of the built-in packs in a wheel and in a checkout."""
    home = posixpath.dirname((reportlint.__file__ or "").replace("\\", "/"))
    checkout = posixpath.normpath(posixpath.join(home, "..", "..", "rules"))
    return posixpath.join(home, "rules"), checkout


def is_shipped(path: str) -> bool:
    """Whether `path`, that of a loaded rule or type, is in a built-in pack."""
    return path.replace("\\", "/").startswith(tuple(f"{place}/" for place in _places()))


def read_shipped(reader: Reader) -> Shipped:
    """The built-in packs; those of a wheel are read from its `compiled.json`. A checkout has none,
    so that edits of its YAML take effect."""
    folder, wheel = rules_folder(reader)
    text = reader.read(posixpath.join(folder, COMPILED)) if wheel else None
    packs = restore_packs(text, folder) if text is not None else None
    if packs is None:
        return Shipped(tuple(pack_names(reader, folder)), folder)
    return Shipped(tuple(pack.id for pack in packs), folder, {pack.id: pack for pack in packs})


def compile_packs(packs: Sequence[Pack], folder: str) -> str:
    """The text of `compiled.json` for packs that were read from `folder`."""
    from reportlint.cache.codec import encode, shape

    moved = tuple(_moved(pack, folder, "") for pack in packs)
    return encode(CompiledPacks(reportlint.__version__, shape(Pack), moved))


def restore_packs(text: str, folder: str) -> tuple[Pack, ...] | None:
    """The packs in the text of `compiled.json`; None if it is damaged or was made by another
    version of the tool."""
    from reportlint.cache.codec import DAMAGED, decode, shape

    try:
        compiled = decode(CompiledPacks, text)
    except DAMAGED:
        return None
    if compiled.version != reportlint.__version__ or compiled.shape != shape(Pack):
        return None
    return tuple(_moved(pack, "", folder) for pack in compiled.packs)


def pack_files(reader: Reader, folder: str) -> Sequence[str]:
    """The sorted names of the YAML files in `folder`, except hidden files."""
    names = reader.list(folder)
    return sorted(name for name in names if name.endswith(ENDINGS) and not name.startswith("."))


def pack_names(reader: Reader, folder: str) -> list[str]:
    """The names of the folders in `folder` that hold a pack."""
    known = {PACK_FILE + ending for ending in ENDINGS}
    return sorted(
        name for name in reader.list(folder) if known & {*pack_files(reader, f"{folder}/{name}")}
    )


def _moved(pack: Pack, old: str, new: str) -> Pack:
    """`pack` with the folder `old` of its paths replaced by `new`; "" is no folder, for relative
    paths."""

    def move(path: str) -> str:
        bare = path.removeprefix(old + "/") if old else path
        return f"{new}/{bare}" if new else bare

    return pack._replace(
        path=move(pack.path),
        rules=tuple(rule._replace(path=move(rule.path)) for rule in pack.rules),
        types=tuple(of._replace(path=move(of.path)) for of in pack.types),
    )
