"""Rule files to try → the library of a run with no other rules."""

from __future__ import annotations

import os
from collections.abc import Sequence

from reportlint.config.known_types import KnownTypes
from reportlint.config.loader import Loader, WantedPack
from reportlint.config.rule_changes import ALWAYS
from reportlint.config.rule_file import read_rule
from reportlint.config.shipped import Shipped
from reportlint.core.diagnostic import OFF, WARNING
from reportlint.core.errors import Problem, UserError
from reportlint.core.pack import Library, Reader
from reportlint.core.rule import Rule
from reportlint.core.text import Text
from reportlint.files.paths import absolute, visible
from reportlint.kinds import KINDS
from reportlint.run.rule_files import pack_folder, rule_files

KEPT = ALWAYS | {"rule-timeout"}
"""Built-in rules that report on the run and not on the text."""


def tried_library(paths: Sequence[str], reader: Reader, shipped: Shipped) -> Library:
    """The rules in the files or folders `paths`, with the types and words of the built-in packs and
    of the packs that the files belong to. Rules that are off are switched on, as they are here to
    be tried. Raises UserError."""
    files = _files(paths)
    folders = [pack_folder(file) for file in files]
    library = Loader(reader, shipped, KINDS).load(_packs(folders, shipped))
    rules = {rule.id: rule for rule in library.rules.values() if rule.id in KEPT}
    for file, folder in zip(files, folders, strict=True):
        for rule in _rules(file, folder, library, reader):
            rules[rule.id] = rule._replace(
                severity=WARNING if rule.severity == OFF else rule.severity
            )
    if rules.keys() <= KEPT:
        message = Text(
            "里面没有规则；要按一个文种检查，用 --type",
            "no rule in it; to check as a report type, use --type",
        )
        raise UserError.of(message, visible(paths[0]))
    return library._replace(rules=rules)


def _files(paths: Sequence[str]) -> list[str]:
    """The rule files at `paths`. Raises UserError for a path that does not exist."""
    missing = [path for path in paths if not os.path.exists(path)]
    if missing:
        message = Text("没有这个规则文件", "no such rule file")
        raise UserError(Problem(message, visible(path)) for path in missing)
    return [file for path in paths for file in rule_files(absolute(path), path)]


def _packs(folders: Sequence[str], shipped: Shipped) -> list[WantedPack]:
    """The built-in packs, and the packs in `folders`; a folder of "" stands for a file outside any
    pack."""
    built_in = [WantedPack(name, shipped.folder) for name in shipped.names]
    theirs = [folder for folder in dict.fromkeys(folders) if folder]
    user_packs = [folder for folder in theirs if os.path.dirname(folder) != shipped.folder]
    return [*built_in, *(WantedPack(folder, "") for folder in user_packs)]


def _rules(file: str, folder: str, library: Library, reader: Reader) -> list[Rule]:
    """The rules in a file: one in a rule file, perhaps several in the file of a pack. Rules of a
    pack include the additions of other packs."""
    stem = os.path.splitext(os.path.basename(file))[0]
    if not folder:
        known = KnownTypes(library.types.values())
        text = reader.read(file) or ""
        return [read_rule(text, file, stem, "", KINDS, library.lexicon.words, known)]
    return [rule for rule in library.rules.values() if rule.path == file]
