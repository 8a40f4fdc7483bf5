"""Configurations, rules, report types and packs open in an editor: the errors in their unsaved
text, and the keys they may have."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Sequence

from reportlint._startup.typed import Any
from reportlint.config.config import NAMES
from reportlint.config.json_schema import json_schema
from reportlint.config.loader import TYPES, Loader, WantedPack
from reportlint.config.shipped import ENDINGS, PACK_FILE
from reportlint.core.errors import Problem, UserError
from reportlint.core.request import Settings
from reportlint.files.reader import Disk
from reportlint.kinds import KINDS
from reportlint.run.rule_files import pack_folder
from reportlint.run.setup import Setups

_OUR_PACK = re.compile(r"^id:", re.MULTILINE)

CONFIG, RULE, TYPE, PACK = "config", "rule", "type", "pack"


class _Typed(Disk):
    """The disk, with the unsaved text of one file in place of its content; the file need not
    exist."""

    def __init__(self, path: str, text: str) -> None:
        self._path, self._text = path, text

    def read(self, path: str) -> str | None:
        return self._text if path == self._path else super().read(path)

    def list(self, folder: str) -> Sequence[str]:
        names = super().list(folder)
        above, name = posixpath.split(self._path)
        return sorted({*names, name}) if folder == above else names


def sort_of(path: str) -> str:
    """The kind of a file, by its name and its pack: CONFIG, RULE, TYPE, PACK; "" if it is none of
    them. `path` is absolute."""
    path = path.replace("\\", "/")
    folder, name = posixpath.split(path)
    stem, end = posixpath.splitext(name)
    if name in NAMES:
        return CONFIG
    if end not in ENDINGS or name.startswith("."):
        return ""
    is_type = posixpath.basename(folder) == TYPES
    if stem == PACK_FILE and not is_type:
        return PACK
    pack = pack_folder(path)
    if not pack or not _is_of_a_pack(pack):
        return ""
    return TYPE if is_type else RULE


def _is_of_a_pack(folder: str) -> bool:
    """Whether the `pack.yaml` in a folder is a reportlint pack; other tools have files of that name
    too."""
    try:
        texts = [Disk().read(f"{folder}/{PACK_FILE}{end}") or "" for end in ENDINGS]
    except UserError:
        return False
    return any(_OUR_PACK.search(text) for text in texts)


def problems_of(path: str, text: str) -> Sequence[Problem]:
    """The errors in the file `text` at `path`. For a configuration they include those in the packs
    that it names; for a file of a pack they are only its own. Any other file has none."""
    path = path.replace("\\", "/")
    sort = sort_of(path)
    if sort == PACK and not _OUR_PACK.search(text):
        return ()
    setups = Setups(Settings(), whole=True)
    try:
        if sort == CONFIG:
            setups.whole((path, text))
        elif sort:
            _load_pack(path, text, setups)
    except UserError as error:
        whole = sort == CONFIG
        return [problem for problem in error.problems if whole or problem.path in ("", path)]
    return ()


def _load_pack(path: str, text: str, setups: Setups) -> None:
    """Load the pack of a file after the built-in ones, as a run does. Raises UserError."""
    shipped = setups.shipped
    folder = pack_folder(path) or posixpath.dirname(path)
    above, name = posixpath.split(folder)
    shipped_name = name if above == shipped.folder else ""
    rest = {id: pack for id, pack in shipped.packs.items() if id != shipped_name}
    loader = Loader(_Typed(path, text), shipped._replace(packs=rest), KINDS)
    built_in = [WantedPack(id, shipped.folder) for id in shipped.names]
    loader.load(built_in if shipped_name else [*built_in, WantedPack(folder, "")])


def schema_of(path: str, language: str) -> dict[str, Any]:
    """The JSON Schema of the file at `path`; {} if it is no file of reportlint. It contains the
    rules of the configuration that applies to the file, or the built-in ones if that is invalid."""
    sort = sort_of(path)
    if not sort:
        return {}
    try:
        setup = Setups(Settings(), whole=True).of(path)
        library = setup.library
    except UserError:
        setup = Setups(Settings(isolated=True), whole=True).of(os.path.join(os.getcwd(), "-"))
        library = setup.library
    return json_schema(sort, library, KINDS, language)
