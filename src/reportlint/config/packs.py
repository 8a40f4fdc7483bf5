"""Packs: from the names in `extends` to a Library of all their rules, report types, styles and words."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TypeVar

from reportlint._startup.namedtuple import NamedTuple
from reportlint.config.library import clashes, combine, combine_lexicons
from reportlint.config.node import Node
from reportlint.config.pack_file import read_additions, read_header, read_pack
from reportlint.config.problems import unknown
from reportlint.config.rules import Kinds, read_rule
from reportlint.config.types import extended, read_type
from reportlint.core.errors import Problem, UserError
from reportlint.core.pack import Library, Pack, Reader
from reportlint.core.report_type import ReportType
from reportlint.core.rule import Rule
from reportlint.core.text import Text

ENDINGS = (".yaml", ".yml")
PACK_FILE = "pack"
TYPES = "types"
GROUP = "reportlint.packs"

T = TypeVar("T")


class Shipped(NamedTuple):
    """The built-in packs: names, and either the folder that they are read from or the packs themselves."""

    names: tuple[str, ...]
    folder: str
    packs: Mapping[str, Pack] = {}


class Wanted(NamedTuple):
    """A pack somebody names, and where: `folder` is what a relative path is relative to."""

    name: str
    folder: str
    path: str = ""
    line: int = 0
    column: int = 0


def installed_folder(name: str) -> str | None:
    """The folder of the pack that an installed Python package offers as entry point `name` of the group `reportlint.packs`.

    The entry point names the folder as a module path (`house_rules.packs.house`); nothing of the package is run.
    """
    from importlib.metadata import entry_points
    from importlib.util import find_spec

    for point in entry_points(group=GROUP, name=name):
        top, _, rest = point.module.partition(".")
        spec = find_spec(top)
        for folder in (spec.submodule_search_locations or []) if spec else []:
            return posixpath.join(folder.replace("\\", "/"), *rest.split(".")).rstrip("/")
    return None


class Loader:
    """Loads packs, each once, the required before those that require them. Problems are gathered, not raised, until the end."""

    def __init__(
        self,
        reader: Reader,
        shipped: Shipped,
        kinds: Kinds,
        installed: Callable[[str], str | None] | None = None,
    ) -> None:
        self.reader = reader
        self.shipped = shipped
        self.kinds = kinds
        self.installed = installed or installed_folder
        self.packs: dict[str, Pack] = {}  # by folder, or by name where the pack is compiled
        self.open: list[str] = []
        self.problems: list[Problem] = []
        self.failed: set[str] = (
            set()
        )  # ids of rules and types that could not be read, so that nobody calls them unknown

    def load(self, wanted: Iterable[Wanted]) -> Library:
        """The library of all `wanted` packs and what they require. Raises UserError with the problems of all files."""
        for one in wanted:
            self.want(one)
        packs = tuple(self.packs.values())
        self.problems += clashes(packs)
        if self.problems:
            raise UserError(self.problems)
        return combine(packs, self.kinds)

    def want(self, one: Wanted) -> None:
        pack = self.shipped.packs.get(one.name)
        if pack is not None:
            for name in pack.requires:
                self.want(Wanted(name, self.shipped.folder))
            self.packs.setdefault(pack.path or pack.id, pack)
            return
        folder = self.find(one)
        if folder is None:
            said = unknown(Text("包", "pack"), one.name, self.shipped.names)
            self.problems.append(Problem(said, one.path, one.line, one.column))
        elif folder in self.open:
            ring = " → ".join([*self.open[self.open.index(folder) :], folder])
            self.problems.append(
                Problem(
                    Text(f"包互相依赖：{ring}", f"packs require each other: {ring}"),
                    one.path,
                    one.line,
                    one.column,
                )
            )
        elif folder not in self.packs:
            self.open.append(folder)
            try:
                self.read(folder, one)
            except UserError as error:
                self.problems += error.problems
            self.open.pop()

    def find(self, one: Wanted) -> str | None:
        """The folder of a pack: built in, else beside the file that names it, else of an installed Python package."""
        if one.name in self.shipped.names:
            return posixpath.join(self.shipped.folder, one.name)
        folder = posixpath.normpath(posixpath.join(one.folder, one.name.replace("\\", "/")))
        if self.reader.list(folder):
            return folder
        return (
            self.installed(one.name)
            if one.name.replace("-", "").replace("_", "").replace(".", "").isalnum()
            else None
        )

    def read(self, folder: str, one: Wanted) -> None:
        """Read the pack in `folder` after those it requires. Raises UserError for its `pack.yaml`."""
        files, path = self.files(folder), ""
        for ending in ENDINGS:
            path = path or (
                posixpath.join(folder, PACK_FILE + ending) if PACK_FILE + ending in files else ""
            )
        if not path:
            said = Text(f"文件夹 {folder} 里没有 pack.yaml", f"no pack.yaml in the folder {folder}")
            raise UserError([Problem(said, one.path, one.line, one.column)])
        requires, node = read_header(self.reader.read(path) or "", path)
        place = node.get("requires") or node
        for required in requires:
            self.want(Wanted(required, folder, path, place.line, place.column))
        before = combine(tuple(self.packs.values()), self.kinds)
        pack = read_pack(node, path, folder, before.lexicon.words)
        self.packs[folder] = self.contents(pack, path, node, before, files)

    def contents(
        self, pack: Pack, path: str, node: Node, before: Library, files: Sequence[str]
    ) -> Pack:
        """`pack` with its rules, types and additions."""
        words = combine_lexicons([before.lexicon, pack.lexicon]).words
        types = self.types(pack, before.types, words)
        # A built-in rule may name a type of a pack that comes later; what a user's rule names should be there.
        own = pack.path.startswith(self.shipped.folder + "/")
        names = None if own else {*before.types, *(one.id for one in types), *self.failed}
        rules: dict[str, Rule] = {}
        for stem, where in self.stems(pack.path, files):
            text = self.reader.read(where) or ""
            rule = self.attempt(
                partial(read_rule, text, where, stem, pack.id, self.kinds, words, names)
            )
            if rule is None:
                self.failed.add(stem)
            else:
                rules[stem] = rule
        found = self.attempt(
            partial(
                read_additions,
                node,
                path,
                {**before.rules, **rules},
                self.kinds,
                words,
                self.failed,
            )
        )
        return pack._replace(rules=tuple(rules.values()), types=types, additions=found or ())

    def types(
        self, pack: Pack, before: Mapping[str, ReportType], words: Mapping[str, tuple[str, ...]]
    ) -> tuple[ReportType, ...]:
        """The pack's types, those that are extended read first, in the order of their files otherwise."""
        folder = posixpath.join(pack.path, TYPES)
        waiting = {
            stem: (where, self.reader.read(where) or "")
            for stem, where in self.stems(folder, self.files(folder))
        }
        bases = {
            stem: self.attempt(partial(extended, text, where)) or ""
            for stem, (where, text) in waiting.items()
        }
        known, own = dict(before), dict[str, ReportType]()
        while waiting:
            ready = next(
                (stem for stem in waiting if bases[stem] == stem or bases[stem] not in waiting), ""
            )
            stem = ready or next(iter(waiting))
            where, text = waiting.pop(stem)
            if bases[stem] in self.failed and bases[stem] not in known:
                self.failed.add(stem)
                continue
            if not ready:
                said = Text(
                    f"文种“{stem}”绕了一圈又扩展自己",
                    f"type “{stem}” extends itself by way of others",
                )
                self.problems.append(Problem(said, where, 1, 1))
                self.failed.add(stem)
                continue
            made = self.attempt(partial(read_type, text, where, stem, pack.id, known, words))
            if made is None:
                self.failed.add(stem)
            else:
                known[stem] = own[stem] = made
        return tuple(own[stem] for stem in sorted(own))

    def attempt(self, make: Callable[[], T]) -> T | None:
        """What `make` makes; None where it raises UserError, whose problems are kept."""
        try:
            return make()
        except UserError as error:
            self.problems += [problem for problem in error.problems if problem not in self.problems]
            return None

    def files(self, folder: str) -> Sequence[str]:
        return sorted(
            name
            for name in self.reader.list(folder)
            if name.endswith(ENDINGS) and not name.startswith(".")
        )

    def stems(self, folder: str, files: Sequence[str]) -> list[tuple[str, str]]:
        """Stem and path of every file but the pack's own; two files with one stem are a problem."""
        found: dict[str, str] = {}
        for name in files:
            stem, path = posixpath.splitext(name)[0], posixpath.join(folder, name)
            if stem in found:
                other = found[stem]
                self.problems.append(
                    Problem(
                        Text(
                            f"“{stem}”重复，已有 {other}", f"duplicate “{stem}”, already in {other}"
                        ),
                        path,
                        1,
                        1,
                    )
                )
            elif stem != PACK_FILE or folder.endswith("/" + TYPES):
                found[stem] = path
        return sorted(found.items())
