"""The rules and report types at given paths, each with the library it runs with."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint.config.loader import Loader, WantedPack
from reportlint.config.rule_file import read_rule
from reportlint.config.shipped import ENDINGS, PACK_FILE, Shipped
from reportlint.core.errors import UserError
from reportlint.core.pack import Library, Pack
from reportlint.core.report_type import ReportType
from reportlint.core.rule import Rule
from reportlint.files.paths import absolute
from reportlint.files.walk import NOT_ON_DISK, refuse_missing
from reportlint.kinds import KINDS
from reportlint.run.rule_files import pack_folder, rule_files
from reportlint.run.setup import Setups


class Subject(NamedTuple):
    """One rule or report type with the examples of one file, and the library it runs with."""

    path: str
    subject: Rule | ReportType
    library: Library


def of_library(library: Library, setups: Setups) -> Iterator[Subject]:
    """The subjects of all packs in use. The examples of built-in packs use the types and marker
    styles of other built-in ones; if some are not in use, these subjects get a library with all of
    them."""
    names = set(setups.shipped.names)
    used = names.intersection(pack.id for pack in library.packs)
    whole = library if not used or used == names else _all_built_in(setups)
    for pack in library.packs:
        yield from _of_pack(pack, whole if pack.id in names else library)


def _all_built_in(setups: Setups) -> Library:
    """All built-in packs."""
    shipped = setups.shipped
    wanted = [WantedPack(name, shipped.folder) for name in shipped.names]
    return Loader(setups.disk, shipped, KINDS).load(wanted)


def _of_pack(pack: Pack, library: Library) -> Iterator[Subject]:
    """The rules of a pack with the additions of other packs, its additions to rules of others, and
    its report types."""
    for rule in pack.rules:
        yield Subject(rule.path, library.rules[rule.id]._replace(examples=rule.examples), library)
    for addition in pack.additions:
        if addition.rule in library.rules:
            rule = library.rules[addition.rule]._replace(examples=addition.examples)
            yield Subject(f"{pack.path}/{PACK_FILE}{ENDINGS[0]}", rule, library)
    for report_type in pack.types:
        yield Subject(report_type.path, report_type, library)


def subjects_at(paths: Iterable[str], setups: Setups) -> Iterator[Subject]:
    """The rules and report types at `paths`: rule files, report type files, folders of packs.
    Raises UserError."""
    refuse_missing([path for path in paths if not os.path.exists(path)], NOT_ON_DISK)
    packs: dict[str, list[Subject]] = {}
    done: set[str] = set()
    for path in paths:
        files = rule_files(absolute(path), path)
        together = _together(files, setups)
        for file in dict.fromkeys(files):
            if file not in done:
                done.add(file)
                yield from _of_file(file, packs, together, setups)


def _of_file(
    file: str, packs: dict[str, list[Subject]], together: Library | None, setups: Setups
) -> Iterator[Subject]:
    """The subjects of one file. `packs` caches the subjects of packs already read, by folder."""
    folder = pack_folder(file)
    if not folder:
        yield _lone(file, setups)
        return
    if folder not in packs:
        library = together or _library(folder, setups)
        pack = next(pack for pack in library.packs if pack.path == folder)
        packs[folder] = list(_of_pack(pack, library))
    stem = os.path.splitext(file)[0]
    yield from (subject for subject in packs[folder] if os.path.splitext(subject.path)[0] == stem)


def _together(files: Sequence[str], setups: Setups) -> Library | None:
    """The packs of a folder that holds several, in one library, since one may build on another;
    None if there are not several, or they cannot be combined.

    Packs with the names of built-in ones, as in another clone, replace these.
    """
    folders = list(dict.fromkeys(filter(None, map(pack_folder, files))))
    if len(folders) < 2:
        return None
    shipped = setups.shipped
    parent = os.path.dirname(folders[0])
    names = tuple(os.path.basename(folder) for folder in folders)
    if set(names) & set(shipped.names) and all(
        os.path.dirname(other) == parent for other in folders
    ):
        shipped = Shipped(names, parent)
    wanted = [
        *(WantedPack(name, shipped.folder) for name in shipped.names),
        *(WantedPack(folder, "") for folder in folders),
    ]
    try:
        return Loader(setups.disk, shipped, KINDS).load(wanted)
    except UserError:
        return None  # each is then loaded by itself, and its errors are reported


def _library(folder: str, setups: Setups) -> Library:
    """The pack in `folder` together with the built-in ones; if that fails, as for a copy of a
    built-in pack, alone with what it requires."""
    names = [name for name in setups.shipped.names if f"{setups.shipped.folder}/{name}" != folder]
    built_in = [WantedPack(name, setups.shipped.folder) for name in names]
    try:
        return Loader(setups.disk, setups.shipped, KINDS).load([*built_in, WantedPack(folder, "")])
    except UserError:
        return Loader(setups.disk, setups.shipped, KINDS).load([WantedPack(folder, "")])


def _lone(file: str, setups: Setups) -> Subject:
    """The subject of a rule file outside any pack; its library is that of the configuration that
    applies to the file."""
    library = setups.of(file).library
    text = setups.disk.read(file) or ""
    stem = os.path.splitext(os.path.basename(file))[0]
    return Subject(file, read_rule(text, file, stem, "", KINDS, library.lexicon.words), library)
