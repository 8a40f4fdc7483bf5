"""Check the names in a configuration (rules, types, encodings, globs) against the library of its
packs."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint._startup.typed import Any
from reportlint.config import node as nodes
from reportlint.config import yaml
from reportlint.config.checker import Checker
from reportlint.config.config import Config, IgnoreEntry, Override
from reportlint.config.config_fields import CHANGE, IGNORE, OVERRIDE, SEVERITY
from reportlint.config.config_slips import check_ignored_text, check_no_place
from reportlint.config.known_types import KnownTypes
from reportlint.config.merge import Kinds
from reportlint.config.node import LIST, MAP, OFF, Node
from reportlint.config.problems import Problems, check_globs
from reportlint.config.rule_changes import RuleChange, merge_changes
from reportlint.config.rule_file import check_message
from reportlint.config.rule_names import match_rules, unknown_rule
from reportlint.core import schema
from reportlint.core.pack import Library
from reportlint.core.rule import Rule
from reportlint.core.schema import Field
from reportlint.core.text import A_TYPE, Text

_SWITCHES = frozenset({"enabled", "enable", "disabled", "disable", "off", "on"})
_NUMBERS = {"0": "off", "1": "warning", "2": "error"}  # the severities of ESLint


def resolve_names(
    config: Config,
    node: Node,
    data: Mapping[str, Any],
    library: Library,
    kinds: Kinds,
    problems: Problems,
) -> Config:
    """`config` completed with its encoding, rules, overrides and ignore entries, whose names are
    checked against `library`. `node` and `data` are the contents of the configuration file; errors
    are added to `problems`."""
    resolver = _ConfigResolver(library, kinds, problems, reasons=config.require_reason)
    check_globs(node.get("exclude"), data.get("exclude", []), problems)
    return config._replace(
        encoding=resolver.encoding(node, data),
        rules=resolver.changes(node.get("rules")),
        overrides=tuple(
            resolver.override(*pair)
            for pair in _records(node.get("overrides"), data.get("overrides"))
        ),
        ignores=tuple(
            resolver.ignore(*pair) for pair in _records(node.get("ignore"), data.get("ignore"))
        ),
    )


def read_ignores(
    path: str, text: str, library: Library, kinds: Kinds, *, reasons: bool
) -> tuple[IgnoreEntry, ...]:
    """The entries of the side file at `path`, a list of the same form as `ignore`. With `reasons`,
    each entry must have a reason.

    Raises UserError with all problems of the file.
    """
    node = yaml.parse(text, path)
    problems = Problems(path)
    if node.kind != LIST and not node.null:
        problems.add(
            node,
            "应为列表，每项放过一处问题",
            "must be a list, each item of which lets a finding pass",
        )
    resolver = _ConfigResolver(library, kinds, problems, reasons=reasons)
    check = Checker(problems)
    entries = tuple(
        resolver.ignore(item, check.record(item, IGNORE, "ignore")) for item in node.items
    )
    problems.check()
    return entries


def _records(node: Node | None, data: list[Any] | None) -> list[tuple[Node, Any]]:
    return list(zip(node.items, data, strict=False)) if node and data else []


class _ConfigResolver:
    """Converter of the checked data of one configuration to its values; unknown names are added to
    `problems`."""

    def __init__(
        self, library: Library, kinds: Kinds, problems: Problems, *, reasons: bool
    ) -> None:
        self.library = library
        self.kinds = kinds
        self.problems = problems
        self.reasons = reasons
        self._check = Checker(problems, library.lexicon.words, partial=True)

    def override(self, node: Node, data: Mapping[str, Any]) -> Override:
        check_globs(node.get("files"), data.get("files", []), self.problems)
        changes = (key for key in OVERRIDE if key != "files" and node.get(key) is not None)
        if node.kind == MAP and not any(changes) and not self.problems.found:
            self.problems.add(
                node,
                "这一项什么也不改：写 type、rules、language 或 encoding",
                "this entry changes nothing: say type, rules, language or encoding",
            )
        return Override(
            tuple(data.get("files", ())),
            self.changes(node.get("rules")),
            self.type(node.get("type"), data.get("type")),
            data.get("language", ""),
            self.encoding(node, data),
        )

    def type(self, node: Node | None, name: str | None) -> str | None:
        if name is None or name in self.library.types:
            return name
        if name in OFF:
            return ""
        known = KnownTypes(self.library.types.values()).id_of(name)
        if known:
            return known
        self.problems.unknown(node, A_TYPE, name, self.library.types)
        return None

    def encoding(self, node: Node, data: Mapping[str, Any]) -> str:
        name: str = data.get("encoding", "")
        if name and not _is_encoding(name):
            zh, en = "", ""
            if name.lower() in ("ansi", "国标", "gbk2312", "windows"):
                zh, en = "；中文 Windows 的是 gb18030", "; that of Chinese Windows is gb18030"
            self.problems.add(
                node.get("encoding"),
                f"没有名为“{name}”的编码{zh}",
                f"no encoding is called “{name}”{en}",
            )
        return name

    def ignore(self, node: Node, data: Mapping[str, Any]) -> IgnoreEntry:
        check_ignored_text(node.get("text"), self.problems)
        check_no_place(node.get("files"), self.problems)
        check_globs(node.get("files"), data.get("files", []), self.problems)
        where = node.get("rule")
        for name in data.get("rule", []):
            if not match_rules(name, self.library.rules):
                at = where.item(name) if where else node
                self.problems.add_text(at, unknown_rule(name, self.library.rules))
        if self.reasons and not data.get("reason", "").strip():
            self.problems.add(
                node,
                "要写 reason：配置里有 require-reason",
                "reason is missing: the configuration has require-reason",
            )
        files = tuple(data.get("files", ()))
        rules = tuple(rule_id for name in data.get("rule", ()) for rule_id in self._globs(name))
        return IgnoreEntry(files, rules, data.get("text", ""), data.get("reason", ""), node.line)

    def _globs(self, name: str) -> list[str]:
        """The ids or globs that `name` stands for: a glob itself, a short name the ids of its
        rules."""
        is_glob = "*" in name or "?" in name
        return [name] if is_glob else match_rules(name, self.library.rules) or [name]

    def changes(self, node: Node | None) -> dict[str, RuleChange]:
        """The changes under `rules:` by rule id; globs over ids are expanded."""
        changes: dict[str, RuleChange] = {}
        for key, value in node.pairs if node else ():
            ids = match_rules(key.text, self.library.rules)
            if not ids:
                self.problems.add_text(key, unknown_rule(key.text, self.library.rules))
            elif value.kind == MAP and set("*?") & set(key.text):
                self.problems.add(
                    value, "规则通配符只能设级别", "a glob over rules takes a severity only"
                )
            else:
                change = self._change(ids[0], value)
                for rule_id in ids:
                    fields = self.kinds[self.library.rules[rule_id].kind].OPTIONS
                    before = changes.get(rule_id, RuleChange())
                    changes[rule_id] = merge_changes(before, change, fields)
        return changes

    def _change(self, name: str, node: Node) -> RuleChange:
        if self._report_form_of_another_tool(name, node):
            return RuleChange()
        if node.kind != MAP:
            return RuleChange(self._check.choice(node, SEVERITY, name) or "")
        rule = self.library.rules[name]
        kind = self.kinds[rule.kind]
        data = self._check.record(node, {**kind.OPTIONS, **CHANGE}, rule.id)
        message = data.pop("message", {})
        check_message(node.get("message"), message, kind.FIELDS, self.problems)
        severity, suppressible = data.pop("severity", ""), data.pop("suppressible", None)
        self._check_switches(node, kind.OPTIONS, rule)
        return RuleChange(severity, message, data, suppressible)

    def _report_form_of_another_tool(self, name: str, node: Node) -> bool:
        """Add a problem if a severity is written as in another tool (a list, a number, enabled:
        false). Return whether it is."""
        first = node.items[0].text if node.kind == LIST and node.items else node.text
        for key, value in node.pairs:
            if key.text.lower() in _SWITCHES:
                off = (value.text.lower() in nodes.FALSE) != (key.text.lower() in OFF)
                first = "0" if off else "1"
                self.problems.add(
                    key,
                    f"开关写成 {name}: {_NUMBERS[first]}",
                    f"a switch is written {name}: {_NUMBERS[first]}",
                )
                return True
        if node.kind == LIST or (node.plain and node.text in _NUMBERS):
            severity = _NUMBERS.get(first, first if first in SEVERITY.choices else "warning")
            self.problems.add(
                node,
                f"只设级别写成 {name}: {severity}；还有别的写成"
                f" {name}: {{severity: {severity}, …}}",
                f"a severity is written {name}: {severity}, and with more {name}: {{severity:"
                f" {severity}, …}}",
            )
            return True
        return False

    def _check_switches(self, node: Node, fields: Mapping[str, Field], rule: Rule) -> None:
        """Add a problem for each entry that is switched on or off but does not exist in the rule: a
        typo would silently do nothing."""
        for key, value in node.pairs:
            item = fields[key.text].item if key.text in fields else None
            if item is None or fields[key.text].type != schema.MAP or item.type != schema.SWITCH:
                continue
            known = rule.options.get(key.text, {})
            for name, entry in value.pairs:
                if entry.kind != MAP and name.text not in known:
                    what = Text(key.text + " 中的项", "entry of " + key.text)
                    self.problems.unknown(name, what, name.text, known)


def _is_encoding(name: str) -> bool:
    try:
        "".encode(name)
    except (LookupError, ValueError):
        return False
    return True
