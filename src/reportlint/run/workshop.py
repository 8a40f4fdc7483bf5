"""New files for a rule, a pack or a report type."""

from __future__ import annotations

import os
from collections.abc import Sequence

from reportlint.config.keyboard import entries_in
from reportlint.config.problems import is_kebab, no_id
from reportlint.core.errors import UserError
from reportlint.core.text import A_PACK, A_RULE, A_TYPE, Text
from reportlint.files.atomic import create
from reportlint.files.paths import slashed, visible
from reportlint.scaffold.workshop import pack_text, rule_text, type_text


def new_rule(path: str, words: Sequence[str], right: str, message: str, language: str) -> str:
    """Write a rule that finds `words` to the file `path`; returns the path written. Raises
    UserError, also if the file exists."""
    words = [part for word in words for part in entries_in(word)]
    if not words:
        raise _missing("--word", Text("要找的词", "the words to find"))
    return _write(_yaml(path), A_RULE, rule_text(words, right, message, language))


def new_pack(folder: str, name: str, language: str) -> str:
    """Write the `pack.yaml` of a new pack into `folder`, creating the folder; returns the path
    written. Raises UserError."""
    pack_id = os.path.basename(os.path.abspath(folder))
    _check_id(pack_id, A_PACK, folder)
    os.makedirs(folder, exist_ok=True)
    text = pack_text(pack_id, name or pack_id, place_of(folder), language)
    return _write(f"{folder.rstrip('/')}/pack.yaml", A_PACK, text)


def place_of(folder: str) -> str:
    """The folder of a pack as a configuration in the current folder refers to it: ./rules/house."""
    return f"./{slashed(os.path.relpath(folder))}"


def new_type(path: str, name: str, sections: Sequence[str], language: str) -> str:
    """Write a report type to the file `path`; returns the path written. Raises UserError."""
    if not name or not sections:
        raise _missing(
            "--name, --section", Text("文种的名称和各节的标题", "the type's name and its sections")
        )
    folder, name_of_file = os.path.split(_yaml(path))
    if os.path.isfile(os.path.join(folder, "pack.yaml")):  # the types of a pack are in a subfolder
        folder = os.path.join(folder, "types")
    return _write(os.path.join(folder, name_of_file), A_TYPE, type_text(name, sections, language))


def _yaml(path: str) -> str:
    return path if path.endswith((".yaml", ".yml")) else f"{path}.yaml"


def _write(path: str, what: Text, text: str) -> str:
    _check_id(os.path.splitext(os.path.basename(path))[0], what, path)
    folder = os.path.dirname(path)
    if folder:
        os.makedirs(folder, exist_ok=True)
    create(path, text)
    return path


def _check_id(name: str, what: Text, path: str) -> None:
    if not is_kebab(name):
        raise UserError.of(no_id(name, what), visible(path))


def _missing(option: str, what: Text) -> UserError:
    return UserError.of(Text(f"缺 {option}：{what.zh}", f"{option} is missing: {what.en}"))
