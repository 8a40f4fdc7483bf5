"""The configuration: read, with its packs, and all names in it checked."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.config import toml, yaml
from reportlint.config.change import match_ids
from reportlint.config.changes import read_changes
from reportlint.config.config_fields import CONFIG, IGNORE
from reportlint.config.fields import Checker
from reportlint.config.node import LIST, MAP, OFF, Node
from reportlint.config.packs import Loader, Shipped, Wanted
from reportlint.config.problems import Problems, unknown
from reportlint.config.rules import Kinds, check_globs
from reportlint.config.settings import Ignore, Override, Settings
from reportlint.core.errors import UserError
from reportlint.core.pack import Library, Reader
from reportlint.core.text import Text


class Draft(NamedTuple):
    """A configuration file whose keys are checked, but not yet the names in it: for that its packs must be loaded."""

    path: str
    node: Node
    data: Mapping[str, Any]
    problems: Problems

    @property
    def folder(self) -> str:
        """The folder that its globs and packs are relative to."""
        return posixpath.dirname(self.path)


def read_draft(path: str, text: str) -> Draft:
    """The configuration file at `path`. Raises UserError only where it cannot be parsed; the rest is in `problems`."""
    node = toml.parse(text, path) if path.endswith(".toml") else yaml.parse(text, path)
    problems = Problems(path)
    node = node or Node(MAP, 1, 1)
    if node.kind != MAP and not node.null:
        problems.add(node, "配置应为键值表", "the configuration must be a mapping")
        problems.check()
    return Draft(path, node, Checker(problems).record(node, CONFIG, "reportlint"), problems)


def load_config(
    found: tuple[str, str] | None, reader: Reader, shipped: Shipped, kinds: Kinds
) -> tuple[Settings, Library]:
    """The settings of a configuration file (path and text; None is none) and the library of its packs.

    Raises UserError with all problems of the configuration and of its packs.
    """
    if found is None:
        wanted = [Wanted(name, shipped.folder) for name in shipped.names]
        return Settings(), Loader(reader, shipped, kinds).load(wanted)
    draft = read_draft(*found)
    try:
        library = Loader(reader, shipped, kinds).load(_wanted(draft, shipped))
    except UserError as error:
        own = draft.problems.found
        raise UserError(
            [*own, *(problem for problem in error.problems if problem not in own)]
        ) from error
    return settle(draft, library, kinds), library


def _wanted(draft: Draft, shipped: Shipped) -> list[Wanted]:
    names = draft.data.get("extends")
    if names is None:
        return [Wanted(name, shipped.folder) for name in shipped.names]
    node = draft.node.get("extends") or draft.node
    places = {item.text: item for item in node.items}
    return [
        Wanted(name, draft.folder, draft.path, *_place(places.get(name, node))) for name in names
    ]


def _place(node: Node) -> tuple[int, int]:
    return node.line, node.column


def settle(draft: Draft, library: Library, kinds: Kinds) -> Settings:
    """The settings of `draft`, all names in it checked. Raises UserError with all that is wrong with the file."""
    data, node, problems = draft.data, draft.node, draft.problems
    settler = _Settler(library, kinds, problems, reasons=data.get("require-reason", False))
    extends = data.get("extends")
    check_globs(node.get("exclude"), data.get("exclude", []), problems)
    settings = Settings(
        draft.path,
        draft.folder,
        None if extends is None else tuple(extends),
        data.get("language", ""),
        data.get("fail-on", ""),
        settler.encoding(node, data),
        tuple(data.get("exclude", ())),
        read_changes(node.get("rules"), library, kinds, problems),
        tuple(
            settler.override(*pair)
            for pair in _records(node.get("overrides"), data.get("overrides"))
        ),
        tuple(settler.ignore(*pair) for pair in _records(node.get("ignore"), data.get("ignore"))),
        settler.reasons,
    )
    problems.check()
    return settings


def _records(node: Node | None, data: list[Any] | None) -> list[tuple[Node, Any]]:
    return list(zip(node.items, data, strict=False)) if node and data else []


class _Settler:
    """Checks the names in one configuration."""

    def __init__(
        self, library: Library, kinds: Kinds, problems: Problems, *, reasons: bool
    ) -> None:
        self.reasons = reasons
        self.library = library
        self.kinds = kinds
        self.problems = problems

    def override(self, node: Node, data: Mapping[str, Any]) -> Override:
        check_globs(node.get("files"), data.get("files", []), self.problems)
        return Override(
            tuple(data.get("files", ())),
            read_changes(node.get("rules"), self.library, self.kinds, self.problems),
            self.type(node.get("type"), data.get("type")),
            data.get("language", ""),
            self.encoding(node, data),
        )

    def type(self, node: Node | None, name: str | None) -> str | None:
        if name is None or name in self.library.types:
            return name
        if name in OFF:
            return ""
        said = unknown(Text("文种", "report type"), name, self.library.types)
        self.problems.add(node, said.zh, said.en)
        return None

    def encoding(self, node: Node, data: Mapping[str, Any]) -> str:
        name: str = data.get("encoding", "")
        if name and not _is_encoding(name):
            self.problems.add(
                node.get("encoding"), f"没有名为“{name}”的编码", f"no encoding is called “{name}”"
            )
        return name

    def ignore(self, node: Node, data: Mapping[str, Any]) -> Ignore:
        check_globs(node.get("files"), data.get("files", []), self.problems)
        where = node.get("rule")
        for name in data.get("rule", []):
            if not match_ids(name, self.library.rules):
                said = unknown(Text("规则", "rule"), name, self.library.rules)
                self.problems.add(
                    next((item for item in where.items if item.text == name), where)
                    if where
                    else node,
                    said.zh,
                    said.en,
                )
        if self.reasons and not data.get("reason", "").strip():
            zh, en = (
                "要写 reason：配置里有 require-reason",
                "reason is missing: the configuration has require-reason",
            )
            self.problems.add(node, zh, en)
        files, rules = tuple(data.get("files", ())), tuple(data.get("rule", ()))
        return Ignore(files, rules, data.get("text", ""), data.get("reason", ""), node.line)


def read_ignores(
    path: str, text: str, library: Library, kinds: Kinds, *, reasons: bool
) -> tuple[Ignore, ...]:
    """The entries of the side file at `path`: a list of what `ignore` takes. Raises UserError with all that is wrong with it."""
    node = yaml.parse(text, path)
    problems = Problems(path)
    if node.kind != LIST and not node.null:
        problems.add(
            node,
            "应为列表，每项放过一处问题",
            "must be a list, each item of which lets a finding pass",
        )
    settler = _Settler(library, kinds, problems, reasons=reasons)
    check = Checker(problems)
    found = tuple(settler.ignore(item, check.record(item, IGNORE, "ignore")) for item in node.items)
    problems.check()
    return found


def _is_encoding(name: str) -> bool:
    try:
        "".encode(name)
    except (LookupError, ValueError):
        return False
    return True
