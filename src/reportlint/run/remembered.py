"""Configurations and packs restored from the cache, so that YAML is parsed only when a file has
changed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence

import reportlint
from reportlint._startup import shipped_data
from reportlint._startup.digest import digest
from reportlint._startup.fast_json import loads
from reportlint._startup.typed import TYPE_CHECKING, Any
from reportlint.cache.codec import DAMAGED, encode
from reportlint.cache.store import Cache, place
from reportlint.cache.watched import Watched, files_in, unchanged
from reportlint.config import stored
from reportlint.config.config import Config
from reportlint.config.shipped import COMPILED, read_shipped, restore_packs, rules_folder
from reportlint.core.errors import UserError
from reportlint.core.pack import Library, Reader
from reportlint.kinds import KINDS
from reportlint.patterns.prefilter_table import Prefilters

if TYPE_CHECKING:
    from reportlint.config.shipped import Shipped

# Subpackages whose code decides what a YAML file means and what a check finds.
_CODE = tuple("core patterns ordinals text structure kinds config suppression lint".split())
# name of the entry with the prefilters of all regexes, of whichever rule or type
_PREFILTERS = "prefilters"


class Memory:
    """The configurations and built-in packs of a run, restored from the cache or loaded and stored
    there."""

    def __init__(self, disk: Reader) -> None:
        self.disk = disk
        self.cache = Cache(place())
        self.folder, self.wheel = rules_folder(disk)
        self._data = shipped_data.shipped()
        self.version = ""
        self._base: tuple[Any, ...] = ()  # parts common to the names of all entries
        self._shipped: Shipped | None = None
        self._seen_of_shipped: dict[str, str] = {}
        self.sources: dict[str, str] = {}  # checksums of everything read, by path
        # lines of the entries in use, by configuration path
        self._lines: dict[str, Sequence[bytes]] = {}
        self._read_for: dict[str, dict[str, str]] = {}  # as `sources`, by name of the entry
        # of all rules of the run; None until first needed
        self._prefilters: Prefilters | None = None

    def shipped(self) -> Shipped:
        """The built-in packs, with their contents."""
        if self._shipped is None:
            shipped = read_shipped(self.disk)
            self._shipped = shipped if shipped.packs else self._compiled(shipped)
        return self._shipped

    def config(self, config_file: tuple[str, str] | None) -> tuple[Config, Callable[[], Library]]:
        """The configuration, and a function that loads its library.

        Unlike those of `load_config`, they come without packs, and the rules without examples and
        reasons. Raises UserError.
        """
        path = config_file[0] if config_file else ""
        is_default = self.wheel and not config_file
        built_in = stored.restore_shipped(self._data, self.folder) if is_default else None
        if built_in is not None:
            self._lines[path] = ()  # the version of the code tells all
            return Config(), lambda: self._with_prefilters(built_in)
        name = self._name("rules", path)
        lines = self._recall(name)
        if lines is None:
            return self._made(name, config_file)
        try:
            config = stored.restore_config(lines[0])
        except DAMAGED:
            return self._made(name, config_file)
        self._lines[path] = lines

        def library() -> Library:
            try:
                restored = stored.restore_library(lines[1:])
            except DAMAGED:
                return self._made(name, config_file)[1]()
            return self._with_prefilters(restored)

        return config, library

    def _made(
        self, name: str, config_file: tuple[str, str] | None
    ) -> tuple[Config, Callable[[], Library]]:
        """Load the configuration and library from their files, and store them as the cache entry
        `name`."""
        from reportlint.config.config_file import load_config

        disk = self._watched()
        if config_file:
            disk.read(config_file[0])
        try:
            config, library = load_config(config_file, disk, self.shipped(), KINDS)
        finally:  # also on an error: the user will correct it in one of these
            self.sources.update(disk.seen)
        self._read_for[name] = dict(disk.seen)
        if not self.wheel and self._shipped and self._shipped.packs:
            disk.seen.update(self._seen_of_shipped)
        text = stored.store(config, library)
        self._keep(name, disk.seen, text)
        lines = text.encode("utf-8", "surrogatepass").split(b"\n")
        self._lines[config_file[0] if config_file else ""] = lines
        return config, lambda: self._with_prefilters(library)

    def files_of(self, path: str) -> list[str]:
        """The files that the configuration at `path` and its packs were made from, other than the
        built-in ones."""
        read = self._read_for.get(self._name("rules", path), {})
        built_in = self.folder + "/"
        return [name for name in files_in(read) if not name.startswith(built_in)]

    def identity(self, path: str) -> str:
        """A digest of everything in the loaded configuration at `path` ("" for no file) and its
        library; "" if it has not been loaded."""
        lines = self._lines.get(path)
        return digest(b"\n".join((self._code().encode(), *lines))) if lines is not None else ""

    def whole(self, config_file: tuple[str, str] | None) -> tuple[Config, Library]:
        """The configuration and library as `load_config` returns them, with packs, examples and
        reasons."""
        from reportlint.config.config_file import load_config

        return load_config(config_file, self.disk, self.shipped(), KINDS)

    def save(self) -> None:
        """Store the regex prefilters computed in this run, for later runs."""
        if self._prefilters is None or not self._prefilters.grown:
            return
        # read again: another run may have added some meanwhile
        every = {**self._stored_prefilters(), **self._prefilters.export()}
        self.cache.put(self._name(_PREFILTERS, ""), encode(every))

    def _with_prefilters(self, library: Library) -> Library:
        """The library with the prefilters of all regexes that the wheel has or earlier runs
        stored."""
        if self._prefilters is None:
            shipped = self._data.get(stored.PREFILTERS)
            self._prefilters = Prefilters(self._stored_prefilters(), shipped)
        return library._replace(lexicon=library.lexicon._replace(prefilters=self._prefilters))

    def _stored_prefilters(self) -> dict[str, Any]:
        text = self.cache.get(self._name(_PREFILTERS, ""))
        try:
            stored = loads(text.decode()) if text is not None else {}
        except DAMAGED:
            return {}
        return stored if isinstance(stored, dict) else {}

    def _compiled(self, shipped: Shipped) -> Shipped:
        """The built-in packs of a checkout, which ships none compiled: from the cache, else
        compiled now."""
        from reportlint.config.loader import compile_shipped

        name = self._name("packs", "")
        lines = self._recall(name)
        packs = restore_packs(lines[0].decode(errors="replace"), self.folder) if lines else None
        if packs is None:
            disk = self._watched()
            try:
                text = compile_shipped(disk, KINDS, self.folder)
            except UserError:  # reported when the pack is used
                self.sources.update(disk.seen)
                return shipped
            packs = restore_packs(text, self.folder) or ()
            self._keep(name, disk.seen, text)
            self._seen_of_shipped = dict(disk.seen)
        return shipped._replace(packs={pack.id: pack for pack in packs})

    def _keep(self, name: str, seen: dict[str, str], text: str) -> None:
        """Store a cache entry that is valid while everything in `seen` is unchanged."""
        self.cache.put(name, f"{encode(list(seen.items()))}\n{text}")

    def _recall(self, name: str) -> Sequence[bytes] | None:
        """The lines of the text of a cache entry; None if there is none, or if a file it was made
        from has changed."""
        entry = self.cache.get(name)
        if entry is None:
            return None
        first, *lines = entry.split(b"\n")
        try:
            seen = loads(first.decode())
            if not unchanged(seen):
                return None
            self.sources.update(seen)
            self._read_for[name] = dict(seen)
            if name.startswith("packs"):
                self._seen_of_shipped = dict(seen)
        except DAMAGED:
            return None
        self.cache.touch(name)
        return lines

    def _watched(self) -> Watched:
        return Watched(self.disk, self.folder if self.wheel else "")

    def _name(self, sort: str, path: str) -> str:
        """The name of a cache entry. It depends on everything that the entry depends on, except the
        files listed in the entry itself."""
        self._base = self._base or (
            reportlint.__version__,
            sys.version_info[:2],
            sys.prefix,
            stored.stored_shape(),
            self.folder,
            self._code(),
        )
        parts = (*self._base, path)
        return f"{sort}-{digest(repr(parts).encode('utf-8', 'surrogatepass'))}.json"

    def _code(self) -> str:
        """A value that identifies the version of the code and the shipped rules.

        In a wheel it is the time and size of the compiled rules; in a checkout, where code changes
        without a new version, those of the modules.
        """
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
                [_time_and_size(path) for path in paths if self.wheel or path.endswith(".py")]
            )
        return self.version


def _by_name(entry: os.DirEntry[str]) -> str:
    return entry.name


def _time_and_size(path: str) -> tuple[int, int]:
    try:
        status = os.stat(path)
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size
