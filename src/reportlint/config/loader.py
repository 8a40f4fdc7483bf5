"""Load packs: from the names in `extends` to a Library of their rules, report types, styles and
words."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import TypeVar

from reportlint._startup.namedtuple import NamedTuple
from reportlint.config.known_types import KnownTypes
from reportlint.config.merge import Kinds, combine, combine_lexicons, pack_problems
from reportlint.config.node import Node
from reportlint.config.pack_file import read_additions, read_header, read_pack
from reportlint.config.problems import MOST, cut, unknown
from reportlint.config.rule_file import read_rule
from reportlint.config.shipped import (
    ENDINGS,
    PACK_FILE,
    Shipped,
    compile_packs,
    pack_files,
    pack_names,
)
from reportlint.config.type_file import extended, read_type
from reportlint.core.errors import Problem, UserError
from reportlint.core.pack import Library, Pack, Reader
from reportlint.core.report_type import ReportType
from reportlint.core.rule import Rule
from reportlint.core.text import A_PACK, Text

TYPES = "types"  # the folder in a pack with its report types
PARTS = "parts"  # the folder in TYPES with the parts that several types include
GROUP = "reportlint.packs"  # the group of entry points

T = TypeVar("T")
_MISTYPED = re.compile(r"(?i:\.ya?ml\.(?:txt|md|docx?)|[。．]ya?ml)$|\.(?!ya?ml$)(?i:ya?ml)$")


class WantedPack(NamedTuple):
    """A requested pack and the place where it is named; `folder` is the base of relative paths."""

    name: str
    folder: str
    path: str = ""
    line: int = 0
    column: int = 0

    def problem(self, message: Text) -> Problem:
        """A problem at the place where the pack is named."""
        return Problem(message, self.path, self.line, self.column)


def installed_folder(name: str) -> str | None:
    """The folder of the pack that an installed Python package offers as entry point `name` of the
    group `reportlint.packs`; None if there is none.

    The entry point names the folder as a module path (`house_rules.packs.house`); no code of the
    package is run.
    """
    from importlib.metadata import entry_points
    from importlib.util import find_spec

    for point in entry_points(group=GROUP, name=name):
        top, _, rest = point.module.partition(".")
        spec = find_spec(top)
        for folder in (spec.submodule_search_locations or []) if spec else []:
            return posixpath.join(folder.replace("\\", "/"), *rest.split(".")).rstrip("/")
    return None


def compile_shipped(reader: Reader, kinds: Kinds, folder: str) -> str:
    """The text of `compiled.json` for all packs in `folder`. Raises UserError if one of them is
    invalid."""
    names = tuple(pack_names(reader, folder))
    loader = Loader(reader, Shipped(names, folder), kinds)
    return compile_packs(loader.load([WantedPack(name, folder) for name in names]).packs, folder)


class _TooManyProblemsError(Exception):
    """More problems than are shown: reading on would compare every wrong name with all names."""


class Loader:
    """A loader of packs: each is loaded once, after the packs it requires. Problems are collected
    and raised at the end."""

    def __init__(
        self,
        reader: Reader,
        shipped: Shipped,
        kinds: Kinds,
        installed: Callable[[str], str | None] = installed_folder,
    ) -> None:
        self._reader = reader
        self._shipped = shipped
        self._kinds = kinds
        self._installed = installed
        self._packs: dict[str, Pack] = {}  # by folder, or by id if a compiled pack has no folder
        self._parts: dict[str, tuple[str, str]] = {}
        """Path and text of the parts that types may include, by pack id and name: house/who"""
        self._open: list[
            str
        ] = []  # folders of the packs being read, each required by the one before
        self._problems: list[Problem] = []
        self._failed: set[str] = set()
        """Ids of rules and types that could not be read, so that they are not reported as
        unknown."""

    def load(self, wanted: Iterable[WantedPack]) -> Library:
        """The library of all `wanted` packs and the packs they require. Raises UserError with the
        problems of all files, the first MOST of them."""
        try:
            for pack in wanted:
                self._add(pack)
        except _TooManyProblemsError:
            raise UserError(cut(self._problems)) from None
        packs = tuple(self._packs.values())
        # a file may be read twice and then repeats its problems
        problems = cut(chain(self._problems, pack_problems(packs)))
        if problems:
            raise UserError(problems)
        return combine(packs, self._kinds)

    def _add(self, wanted: WantedPack) -> None:
        pack = self._shipped.packs.get(wanted.name)
        if pack is not None:
            for name in pack.requires:
                self._add(WantedPack(name, self._shipped.folder))
            self._packs.setdefault(pack.path or pack.id, pack)
            return
        folder = self._find(wanted)
        if folder is None:
            self._problems.append(wanted.problem(_no_pack(wanted.name, self._shipped.names)))
        elif folder in self._open:
            ring = " → ".join([*self._open[self._open.index(folder) :], folder])
            message = Text(f"包互相依赖：{ring}", f"packs require each other: {ring}")
            self._problems.append(wanted.problem(message))
        elif folder not in self._packs:
            self._open.append(folder)
            try:
                self._read(folder, wanted)
            except UserError as error:
                self._problems += error.problems
            self._open.pop()

    def _find(self, wanted: WantedPack) -> str | None:
        """The folder of a pack: a built-in one, else one relative to the file that names it, else
        that of an installed Python package; None if there is none."""
        if wanted.name in self._shipped.names:
            return posixpath.join(self._shipped.folder, wanted.name)
        name = wanted.name.replace("\\", "/")
        folder = posixpath.normpath(posixpath.join(wanted.folder, name))
        if self._reader.list(folder):
            return folder
        letters = wanted.name.replace("-", "").replace("_", "").replace(".", "")
        return self._installed(wanted.name) if letters.isalnum() else None

    def _read(self, folder: str, wanted: WantedPack) -> None:
        """Read the pack in `folder` after those it requires. Raises UserError if its `pack.yaml` is
        missing or invalid."""
        files = pack_files(self._reader, folder)
        name = next((PACK_FILE + end for end in ENDINGS if PACK_FILE + end in files), "")
        if not name:
            message = Text(
                f"文件夹 {folder} 里没有 pack.yaml", f"no pack.yaml in the folder {folder}"
            )
            raise UserError([wanted.problem(message)])
        path = posixpath.join(folder, name)
        from reportlint.config.pack_slips import unread_folders

        for beside in (folder, posixpath.join(folder, TYPES)):
            self._problems += misnamed_files(self._reader, beside)
        self._problems += unread_folders(self._reader, folder)
        requires, node = read_header(self._text(path), path)
        place = node.get("requires") or node
        for required in requires:
            self._add(WantedPack(required, folder, path, place.line, place.column))
        before = combine(tuple(self._packs.values()), self._kinds)
        pack = read_pack(node, path, folder, before.lexicon.words)
        if pack.id in self._shipped.names and not folder.startswith(self._shipped.folder + "/"):
            raise UserError([_takes_a_name(pack.id, node.get("id") or node, path)])
        self._packs[folder] = self._with_contents(pack, path, node, before, files)

    def _with_contents(
        self, pack: Pack, path: str, node: Node, before: Library, files: Sequence[str]
    ) -> Pack:
        """`pack` with its rules, types and additions. `path` is that of its `pack.yaml`, `before`
        the library of the packs before it."""
        words = combine_lexicons([before.lexicon, pack.lexicon]).words
        types = self._types(pack, before.types, words)
        # A built-in rule may name a type of a later pack; a type named in a user's rule should
        # exist.
        built_in = pack.path.startswith(self._shipped.folder + "/")
        known_types = KnownTypes([*before.types.values(), *types], self._failed)
        rules: dict[str, Rule] = {}
        for stem, (where, text) in self._texts(pack.path, files).items():
            known = None if built_in else known_types
            read = partial(read_rule, text, where, stem, pack.id, self._kinds, words, known)
            rule = self._attempt(read)
            if rule is None:
                self._failed.add(stem)
            else:
                rules[stem] = rule
        known_rules = {**before.rules, **rules}
        additions = self._attempt(
            partial(read_additions, node, path, known_rules, self._kinds, words, self._failed)
        )
        return pack._replace(rules=tuple(rules.values()), types=types, additions=additions or ())

    def _types(
        self, pack: Pack, before: Mapping[str, ReportType], words: Mapping[str, tuple[str, ...]]
    ) -> tuple[ReportType, ...]:
        """The pack's types, sorted by id; types that others extend are read first."""
        folder = posixpath.join(pack.path, TYPES)
        waiting = self._texts(folder, pack_files(self._reader, folder))
        bases = {
            stem: self._attempt(partial(extended, text, where)) or ""
            for stem, (where, text) in waiting.items()
        }
        parts_folder = posixpath.join(folder, PARTS)
        own_parts = self._texts(parts_folder, pack_files(self._reader, parts_folder))
        parts = {**self._parts, **own_parts}
        self._parts |= {f"{pack.id}/{name}": part for name, part in own_parts.items()}
        known, types = dict(before), dict[str, ReportType]()
        while waiting:
            stem = _next_type(waiting, bases)
            where, text = waiting.pop(stem)
            base = bases[stem]
            report_type = None
            if base in waiting:
                message = Text(
                    f"文种“{stem}”绕了一圈又扩展自己",
                    f"type “{stem}” extends itself by way of others",
                )
                self._problems.append(Problem(message, where, 1, 1))
            elif base in known or base not in self._failed:
                shared = (pack.template, parts)
                report_type = self._attempt(
                    partial(read_type, text, where, stem, pack.id, known, words, *shared)
                )
            if report_type is None:
                self._failed.add(stem)
            else:
                known[stem] = types[stem] = report_type
        return tuple(types[stem] for stem in sorted(types))

    def _texts(self, folder: str, files: Sequence[str]) -> dict[str, tuple[str, str]]:
        """The path and text of each rule or type file by its stem; an unreadable file is a
        problem."""
        texts: dict[str, tuple[str, str]] = {}
        for stem, path in self._stems(folder, files):
            text = self._attempt(partial(self._text, path))
            if text is None:
                self._failed.add(stem)
            else:
                texts[stem] = (path, text)
        return texts

    def _text(self, path: str) -> str:
        text = self._reader.read(path)
        if text is None:  # it is listed, but missing
            message = Text("读不了：符号链接已失效", "cannot be read: a broken symbolic link")
            raise UserError.of(message, path)
        return text

    def _attempt(self, make: Callable[[], T]) -> T | None:
        """The result of `make`; None if it raises UserError, whose problems are kept. Raises
        _TooManyProblemsError if no more files need to be read."""
        try:
            return make()
        except UserError as error:
            self._problems += error.problems
            if len(self._problems) > 2 * MOST:  # some may be repeated
                raise _TooManyProblemsError from None
            return None

    def _stems(self, folder: str, files: Sequence[str]) -> list[tuple[str, str]]:
        """The stem and path of every file except `pack.yaml`; two files with the same stem are a
        problem."""
        paths: dict[str, str] = {}
        for name in files:
            stem, path = posixpath.splitext(name)[0], posixpath.join(folder, name)
            if stem in paths:
                other = paths[stem]
                message = Text(
                    f"“{stem}”重复，已有 {other}", f"duplicate “{stem}”, already in {other}"
                )
                self._problems.append(Problem(message, path, 1, 1))
            elif stem != PACK_FILE or folder.endswith("/" + TYPES):
                paths[stem] = path
        return sorted(paths.items())


def _takes_a_name(name: str, place: Node, path: str) -> Problem:
    """The problem of a pack with the id of a built-in pack. If it were allowed, a pack of a cloned
    repository could pass for the built-in one."""
    message = Text(
        f"“{name}”是内置的包，请换一个 id", f"“{name}” is a built-in pack; choose another id"
    )
    return Problem(message, path, place.line, place.column)


def _next_type(waiting: Mapping[str, object], bases: Mapping[str, str]) -> str:
    """A waiting type whose base is not waiting; the first one if they all extend each other in a
    cycle."""
    ready = (stem for stem in waiting if bases[stem] == stem or bases[stem] not in waiting)
    return next(ready, next(iter(waiting)))


def _no_pack(name: str, shipped: Sequence[str]) -> Text:
    """The message for a missing pack: several names in one text, a missing folder, or an unknown
    name."""
    parts = [
        part.strip() for part in name.strip("[]").replace("，", ",").replace("、", ",").split(",")
    ]
    if all(part in shipped or part[:1] == "." for part in name.split()):
        parts = name.split()
    if len(parts) > 1:
        listed = ", ".join(parts)
        return Text(
            f"“{name}”是一段文字；几个包写成列表：[{listed}]",
            f"“{name}” is one text; several packs are a list: [{listed}]",
        )
    if name.startswith("."):
        return Text(
            f"没有文件夹“{name}”，或者里面没有 pack.yaml",
            f"there is no folder “{name}”, or no pack.yaml in it",
        )
    return unknown(A_PACK, name, shipped)


def misnamed_files(reader: Reader, folder: str) -> list[Problem]:
    """The problems of pack files that would be skipped because of a mistyped extension:
    `空话.yaml.txt`, as Windows saves it if extensions are hidden, `空话。yaml`, `空话.YAML`."""
    problems = []
    for name in reader.list(folder):
        slip = _MISTYPED.search(name)
        if slip and not name.startswith("."):
            right = name[: slip.start()] + ENDINGS[0]
            message = Text(
                f"扩展名应为 .yaml，这个文件不会被读取；改名为 {right}",
                f"the ending must be .yaml, so this file is not read; rename it to {right}",
            )
            problems.append(Problem(message, f"{folder}/{name}", 1, 1))
    return problems
