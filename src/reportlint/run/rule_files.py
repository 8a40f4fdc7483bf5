"""Paths of rule files, and the packs they belong to."""

from __future__ import annotations

import os
from collections.abc import Iterable

from reportlint.config.loader import PARTS, TYPES
from reportlint.config.shipped import ENDINGS, PACK_FILE
from reportlint.core.errors import UserError
from reportlint.core.text import Text
from reportlint.files.paths import slashed, visible


def rule_files(path: str, given: str) -> list[str]:
    """The YAML files of rules and types at an absolute path: the path itself, or all files below a
    folder. `given` is the path as the user wrote it. Raises UserError."""
    if not os.path.isdir(path):
        if not path.endswith(ENDINGS):
            message = Text(
                "不是规则文件：规则文件以 .yaml 结尾",
                "no rule file: the name of a rule file ends in .yaml",
            )
            raise UserError.of(message, visible(given))
        return [path]
    files = [
        slashed(f"{folder}/{name}")
        for folder, _, names in os.walk(path)
        for name in names
        if name.endswith(ENDINGS) and not name.startswith(".") and not _holds_parts(folder)
    ]
    if not files:
        message = Text("这个文件夹里没有规则文件", "no rule file in this folder")
        raise UserError.of(message, visible(given))
    return sorted(files)


def _holds_parts(folder: str) -> bool:
    """Whether a folder holds parts that report types include; these are read with the types."""
    above, name = os.path.split(folder)
    return name == PARTS and os.path.basename(above) == TYPES


def pack_folder(file: str) -> str:
    """The folder of the pack that a file belongs to; "" for a rule file outside any pack."""
    folder = os.path.dirname(file)
    if os.path.basename(folder) == TYPES:
        folder = os.path.dirname(folder)
    return folder if any(os.path.isfile(f"{folder}/{PACK_FILE}{end}") for end in ENDINGS) else ""


def modification_times(paths: Iterable[str]) -> dict[str, int]:
    """The modification time of each YAML file at or below `paths`, in nanoseconds, to detect
    changes. Folders whose names begin with a dot are skipped; configuration files are included."""
    by_file: dict[str, int] = {}
    for path in paths:
        if not os.path.isdir(path):
            _add_time(path, by_file)
            continue
        for folder, folders, names in os.walk(path):
            folders[:] = [name for name in folders if not name.startswith(".")]
            for name in names:
                if name.endswith(ENDINGS):
                    _add_time(os.path.join(folder, name), by_file)
    return by_file


def _add_time(path: str, by_file: dict[str, int]) -> None:
    try:
        by_file[path] = os.stat(path).st_mtime_ns
    except OSError:
        return  # deleted meanwhile, which is a change too
