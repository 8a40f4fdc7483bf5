"""Read a configuration file: its checked keys, and with its packs the Config and the Library."""

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
    """A configuration file with checked keys; the names in it are checked later, when its packs are
    loaded."""

    path: str
    node: Node
    data: Mapping[str, Any]
    problems: Problems

    @property
    def folder(self) -> str:
        """The folder that its globs and packs are relative to."""
        return posixpath.dirname(self.path)


def read_draft(path: str, text: str) -> ConfigDraft:
    """The draft of the configuration file at `path`. Raises UserError only if it cannot be parsed
    or is no configuration of this tool; other errors are in `problems`."""
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
    """The Config of a configuration file (path and text; None if there is none) and the Library of
    its packs.

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
    """The Config made from `draft`, with all names in it checked. Raises UserError with all
    problems of the file."""
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
