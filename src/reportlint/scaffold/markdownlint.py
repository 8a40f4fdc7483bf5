"""A rule of markdownlint → a rule file, or the built-in rule that replaces it, or why there is
none."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reportlint._startup.typed import Any
from reportlint.core.text import Text
from reportlint.scaffold.vale import Converted

_ALIASES = {
    "line-length": "MD013",
    "no-duplicate-heading": "MD024",
    "no-duplicate-header": "MD024",
    "ol-prefix": "MD029",
    "link-fragments": "MD051",
    "no-trailing-punctuation": "MD026",
    "no-bare-urls": "MD034",
    "proper-names": "MD044",
    "required-headings": "MD043",
}
_BUILT_IN = {
    "MD024": Text("用内置规则 section-duplicate", "the built-in rule section-duplicate does it"),
    "MD029": Text("用内置规则 ordinal-gap 等", "the built-in rules ordinal-gap and others do it"),
    "MD051": Text("用内置规则 link-fragment", "the built-in rule link-fragment does it"),
    "MD043": Text("写成文种的 sections", "write it as the sections of a report type"),
}
_NO_RULES = frozenset({"default", "extends", "$schema"})
_LAYOUT = Text(
    "管的是 Markdown 的写法，不是文字，这里不查",
    "it is about the markup, which is not checked here",
)


_BY_DEFAULT = ("MD013", "MD026", "MD034")  # on unless a configuration switches them off


def wanted(configuration: Mapping[str, Any]) -> dict[str, Any]:
    """The settings of each rule that a configuration switches on, by name, and of those that are on
    by default."""
    named = {name: given for name, given in configuration.items() if name not in _NO_RULES}
    mentioned = {_number(name) for name in named}
    others = _BY_DEFAULT if configuration.get("default", True) is not False else ()
    on = {name: given for name, given in named.items() if given not in (False, None)}
    return on | {number: True for number in others if number not in mentioned}


def _number(name: str) -> str:
    return _ALIASES.get(name.lower(), name.upper())


def convert(name: str, settings: Any) -> Converted:
    """The rule file for a rule, by its id or alias; `settings` are its options, or True."""
    number = _number(name)
    rule_id = f"markdownlint-{number.lower()}"
    options = settings if isinstance(settings, Mapping) else {}
    if number == "MD026":
        marks = re.escape(str(options.get("punctuation", ".,;:!。，；：！")))
        return Converted(rule_id, _rule(rf"[{marks}](?=[ \t]*$)", _TRAILING, ["heading"]), (), "")
    if number == "MD034":
        return Converted(
            rule_id, _rule(r"(?<![<(\[\"'])\bhttps?://[^\s<>)]+", _BARE, ["prose"]), ()
        )
    if number == "MD013":
        limit = int(options.get("line_length", 80))
        rule = _rule(rf"^[^\n]{{{limit}}}(?P<at>[^\n]+)$", _long(limit), ["prose"])
        return Converted(rule_id, rule, ())
    if number == "MD044" and options.get("names"):
        swap = {
            f"/\\b(?i:{re.escape(str(word))})(?<!{re.escape(str(word))})\\b/": [str(word)]
            for word in options["names"]
        }
        message = {"zh": "应写作“{replacement}”", "en": "write {replacement}"}
        return Converted(rule_id, {"kind": "pattern", "message": message, "swap": swap}, ())
    return Converted(rule_id, None, (_BUILT_IN.get(number, _LAYOUT),))


_TRAILING = {"zh": "标题末尾不用“{found}”", "en": "no “{found}” at the end of a heading"}
_BARE = {"zh": "网址要写成链接", "en": "write the address as a link"}


def _long(limit: int) -> dict[str, str]:
    return {"zh": f"一行超过 {limit} 个字", "en": f"a line of more than {limit} characters"}


def _rule(regex: str, message: Mapping[str, str], scope: list[str]) -> dict[str, Any]:
    return {"kind": "pattern", "message": message, "regex": [regex], "scope": scope}
