"""A configuration file → its checked keys; and with its packs, the configuration and the library
that it leads to."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.config import toml, yaml
from reportlint.config.checker import Checker
from reportlint.config.config import Config
from reportlint.config.config_fields import CONFIG
from reportlint.config.config_slips import check_config, no_mapping
from reportlint.config.loader import Loader, WantedPack
from reportlint.config.merge import Kinds
from reportlint.config.node import MAP, Node
from reportlint.config.problems import Problems
from reportlint.config.resolve_names import resolve_names
from reportlint.config.shipped import Shipped
from reportlint.core.errors import UserError
from reportlint.core.pack import Library, Reader


class ConfigDraft(NamedTuple):
    """A configuration file whose keys are checked, but not yet the names in it: for that its packs
    must be loaded."""

    path: str
    node: Node
    data: Mapping[str, Any]
    problems: Problems

    @property
    def folder(self) -> str:
        """The folder that its globs and packs are relative to."""
        return posixpath.dirname(self.path)


def read_draft(path: str, text: str) -> ConfigDraft:
    """The configuration file at `path`. Raises UserError only where it cannot be parsed; the rest
    is in `problems`."""
    node = toml.parse(text, path) if path.endswith(".toml") else yaml.parse(text, path)
    problems = Problems(path)
    node = node or Node(MAP, 1, 1)
    if node.kind != MAP and not node.null:
        problems.add_text(node, no_mapping(text))
        problems.check()
    check_config(node, problems)
    return ConfigDraft(path, node, Checker(problems).record(node, CONFIG, "reportlint"), problems)


def load_config(
    file: tuple[str, str] | None, reader: Reader, shipped: Shipped, kinds: Kinds
) -> tuple[Config, Library]:
    """What a configuration file (path and text; None: there is none) says, and the library of its
    packs.

    Raises UserError with all problems of the configuration and of its packs.
    """
    if file is None:
        wanted = [WantedPack(name, shipped.folder) for name in shipped.names]
        return Config(), Loader(reader, shipped, kinds).load(wanted)
    draft = read_draft(*file)
    try:
        library = Loader(reader, shipped, kinds).load(_wanted_packs(draft, shipped))
    except UserError as error:
        problems = draft.problems.found
        others = [problem for problem in error.problems if problem not in problems]
        raise UserError([*problems, *others]) from error
    return _config(draft, library, kinds), library


def _wanted_packs(draft: ConfigDraft, shipped: Shipped) -> list[WantedPack]:
    names = draft.data.get("extends")
    if names is None:
        return [WantedPack(name, shipped.folder) for name in shipped.names]
    node = draft.node.get("extends") or draft.node
    places = {item.text: item for item in node.items}
    nodes = [places.get(name, node) for name in names]
    return [
        WantedPack(name, draft.folder, draft.path, at.line, at.column)
        for name, at in zip(names, nodes, strict=True)
    ]


def _config(draft: ConfigDraft, library: Library, kinds: Kinds) -> Config:
    """What `draft` says, all names in it checked. Raises UserError with all that is wrong with the
    file."""
    data = draft.data
    extends = data.get("extends")
    config = Config(
        path=draft.path,
        folder=draft.folder,
        extends=None if extends is None else tuple(extends),
        language=data.get("language", ""),
        fail_on=data.get("fail-on", ""),
        exclude=tuple(data.get("exclude", ())),
        require_reason=data.get("require-reason", False),
    )
    config = resolve_names(config, draft.node, data, library, kinds, draft.problems)
    draft.problems.check()
    return config
