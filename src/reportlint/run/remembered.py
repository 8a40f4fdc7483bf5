"""Configurations and packs as an earlier run left them in the cache, so that YAML is parsed only when a file has changed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import reportlint
from reportlint._startup.digest import digest
from reportlint._startup.typed import TYPE_CHECKING, Any
from reportlint.cache.json import loads
from reportlint.cache.store import Cache, place
from reportlint.cache.watched import Watched, unchanged
from reportlint.config import stored
from reportlint.config.settings import Settings as Config
from reportlint.config.shipped import COMPILED, rules_folder
from reportlint.core.errors import UserError
from reportlint.core.pack import Later, Library
from reportlint.files.reader import Disk
from reportlint.kinds import KINDS

if TYPE_CHECKING:
    from reportlint.config.packs import Shipped

_DAMAGED = (
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    RecursionError,
)  # an entry that is not what we wrote
# Rooms that decide what a YAML file means, and what is found.
_CODE = tuple("core patterns ordinals text structure kinds config suppression lint".split())


class Memory:
    """What is known of configurations and of the built-in packs."""

    def __init__(self, disk: Disk) -> None:
        self.disk = disk
        self.cache = Cache(place())
        self.folder, self.wheel = rules_folder(disk)
        self.version = ""
        self._shipped: Shipped | None = None
        self._text = ""  # of the last entry recalled
        self._texts: dict[str, str] = {}  # of the entries in use, by the path of the configuration

    def shipped(self) -> Shipped:
        """The built-in packs with all that is in them."""
        from reportlint.config.builtin import shipped

        if self._shipped is None:
            self._shipped = shipped(self.disk)
            if not self._shipped.packs:
                self._shipped = self._compiled(self._shipped)
        return self._shipped

    def config(self, found: tuple[str, str] | None) -> tuple[Config, Library]:
        """As `load_config`, but without examples and reasons of rules. Raises UserError."""
        name = self._name("rules", found[0] if found else "")

        def restore(data: Any, packs: str) -> tuple[Config, Library]:
            return stored.restore_config(data), Later(lambda: self._packs(packs, name, found))

        known: tuple[Config, Library] | None = self._recall(name, restore)
        if known is not None:
            self._texts[found[0] if found else ""] = self._text
            return known
        return self._made(name, found)

    def _packs(self, text: str, name: str, found: tuple[str, str] | None) -> Library:
        try:
            return stored.restore_packs(text)
        except _DAMAGED:
            return self._made(name, found)[1]

    def _made(self, name: str, found: tuple[str, str] | None) -> tuple[Config, Library]:
        """What the files say, to be recalled by `name` from now on."""
        from reportlint.config.config import load_config

        disk = self._watched()
        if found:
            disk.read(found[0])
        config, library = load_config(found, disk, self.shipped(), KINDS)
        if not self.wheel and self._shipped and self._shipped.packs:
            disk.seen.update(self._seen_of_shipped)
        text = stored.dump(config, library, disk.seen)
        self.cache.put(name, text)
        self._texts[found[0] if found else ""] = text
        return config, library

    def identity(self, path: str) -> str:
        """What stands for all that the configuration at `path` ("" is none) says; "" where that is not known."""
        text = self._texts.get(path)
        return (
            digest(f"{self._code()} {text}".encode("utf-8", "surrogatepass"))
            if text is not None
            else ""
        )

    def whole(self, found: tuple[str, str] | None) -> tuple[Config, Library]:
        """As `load_config`, with everything."""
        from reportlint.config.config import load_config

        return load_config(found, self.disk, self.shipped(), KINDS)

    def _compiled(self, found: Shipped) -> Shipped:
        """The built-in packs of a checkout, which has none compiled."""
        import json

        from reportlint.config.builtin import compile_shipped, restored
        from reportlint.config.packs import Shipped

        name = self._name("packs", "")

        def restore(data: Any, packs: str) -> tuple[Any, Any]:
            return restored(packs, self.folder), data["seen"]

        known = self._recall(name, restore)
        if known is None:
            disk = self._watched()
            try:
                text = compile_shipped(disk, KINDS, self.folder)
            except UserError:  # said where the pack is used
                self._seen_of_shipped: dict[str, str] = {}
                return found
            known = restored(text, self.folder), list(disk.seen.items())
            self.cache.put(name, f"{json.dumps({'seen': known[1]}, ensure_ascii=False)}\n{text}")
        self._seen_of_shipped = dict(known[1])
        packs = known[0] or ()
        return Shipped(found.names, found.folder, {pack.id: pack for pack in packs})

    def _recall(self, name: str, restore: Callable[[Any, str], Any]) -> Any:
        """What `restore` makes of an entry's first line, an object, and its second; None where that is not sound or not so any more."""
        text = self.cache.get(name)
        if text is None:
            return None
        try:
            head, _, rest = text.partition("\n")
            data = loads(head)
            if not unchanged(data["seen"]):
                return None
            made = restore(data, rest)
        except _DAMAGED:
            return None
        self.cache.touch(name)
        self._text = text
        return made

    def _watched(self) -> Watched:
        return Watched(self.disk, self.folder if self.wheel else "")

    def _name(self, sort: str, path: str) -> str:
        """The name of an entry: whatever it depends on that is not among the files which it says it was made of."""
        said = (
            reportlint.__version__,
            sys.version_info[:2],
            sys.prefix,
            stored.SHAPE,
            self.folder,
            self._code(),
            path,
        )
        return f"{sort}-{digest(repr(said).encode('utf-8', 'surrogatepass'))}.json"

    def _code(self) -> str:
        """What stands for the code and the rules that ship with it: in a wheel the compiled rules, in a checkout the times of
        the modules, which change without a new version."""
        if not self.version:
            home = os.path.dirname(reportlint.__file__ or "")
            paths = [os.path.join(self.folder, COMPILED)]
            if not self.wheel:
                paths = [
                    entry.path
                    for room in _CODE
                    for entry in sorted(os.scandir(os.path.join(home, room)), key=_by_name)
                ]
            self.version = repr(
                [_stamp(path) for path in paths if self.wheel or path.endswith(".py")]
            )
        return self.version


def _by_name(entry: os.DirEntry[str]) -> str:
    return entry.name


def _stamp(path: str) -> tuple[int, int]:
    try:
        status = os.stat(path)
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size
