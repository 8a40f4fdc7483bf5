"""Checks for valid rule files that are probably mistakes: fields that a message does not fill,
places that exclude each other, and others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reportlint._startup.typed import Any
from reportlint.config.content_slips import complaints_of_content
from reportlint.config.node import MAP, Node
from reportlint.config.problems import VERY_SIMILAR, Problems, nearest, shorten
from reportlint.core.text import Text

_WIDE = re.compile(r"｛\s*(\w+)\s*｝|\$\{(\w+)\}|\{\{(\w+)\}\}")
_NUMBERED = re.compile(r"(?<!%)%s|(?<![%\d])%[1-9](?!\d)|\$[1-9](?![\d.,])|\\[1-9](?!\d)")
_BRACKETED = re.compile(r"[<\[（](found|replacement|expected)[>\]）]")
_DOLLAR = re.compile(r"\$(?:\d|&|<\w+>|\{\w+\})|(?<!\{)\{\d\}(?!\})")
_GROUP = re.compile(r"\\(\d+)|\\g<(\w+)>")
_NOT = "not "
_HOUSEKEEPING = frozenset({"unreadable", "undecodable", "rule-timeout", "unused-suppression"})
_EVERYTHING = re.compile(r"\^?\(?\.[*+]\??\)?\$?")


def check_message_slips(
    node: Node | None, message: Mapping[str, str], fields: Mapping[str, str], problems: Problems
) -> None:
    """Add problems for empty messages, and for fields written as in another tool, which would
    appear unfilled in reports."""
    for language, text in message.items():
        at = node if node is None or node.kind != MAP else node.get(language)
        if not text.strip():
            problems.add(at, "消息是空的", "the message is empty")
        plain = re.search(r"(?<![{$])\{\w+\}(?!\})", text)
        other = _WIDE.search(text)
        name = next(filter(None, other.groups()), "") if other else ""
        if other and name in fields and not plain:
            problems.add(
                at,
                f"{other[0]} 不会换成找到的文字；写成 {{{name}}}",
                f"{other[0]} is shown as it stands; write {{{name}}}",
            )
        sign, known = _of_another_tool(text, fields)
        if sign and (not plain or sign == "%s"):
            problems.add(
                at,
                f"{sign} 不会换成找到的文字；写成 {{{known}}}",
                f"{sign} is shown as it stands; write {{{known}}}",
            )


def _of_another_tool(text: str, fields: Mapping[str, str]) -> tuple[str, str]:
    """The placeholder of another tool in a message (%s, $1, <found>; "" if there is none), and the
    field that it stands for."""
    numbered = _NUMBERED.search(text)
    if numbered or not fields:
        return numbered[0] if numbered else "", next(iter(fields), "")
    names = f"({'|'.join(fields)})"
    named = re.search(rf"\${names}\b", text) or _BRACKETED.search(text)
    name = named[named.lastindex or 0] if named else ""
    return (named[0], name) if named and name in fields else ("", "")


def complaints_of_rule(rule_id: str, data: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    """The probable mistakes in the data of a rule, each with the key at fault."""
    yield from _places(data)
    yield from _replacement(data)
    yield from _allowed(data)
    yield from _everything(data)
    if data.get("kind") == "housekeeping" and rule_id not in _HOUSEKEEPING:
        yield (
            "kind",
            Text(
                "housekeeping 是工具自己用的，什么也不找；要找文字用 pattern",
                "housekeeping is the tool's own and finds nothing; what finds text is pattern",
            ),
        )
    if rule_id in (data.get("yields-to") or ()):
        yield "yields-to", Text("规则不能让给自己", "a rule cannot yield to itself")
    if data.get("which") and not data.get("scope"):
        yield (
            "which",
            Text(
                "which 要和 scope 一起写，如 scope: item",
                "which needs a scope, such as scope: item",
            ),
        )
    first, then = (data.get(name) for name in ("first", "then"))
    if first and first == then:
        yield "then", Text("first 和 then 是一样的", "first and then are the same")
    yield from _pairs_of_words(data)
    yield from _conditions(data)
    yield from complaints_of_content(data)


def _pairs_of_words(data: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    """Words that are replaced by themselves, or by nothing."""
    for right, wrong in (data.get("prefer") or {}).items():
        if right in wrong:
            yield "prefer", Text(f"“{right}”换成它自己", f"“{right}” is preferred to itself")
    before = ""
    for wrong, rights in (data.get("swap") or {}).items():
        if not rights and before:
            yield (
                "swap",
                Text(
                    f"“{wrong}”没有写应写成什么；如果它也是对的，写成列表：{before}, {wrong}]",
                    f"nothing is right for “{wrong}”; if it is right too, write a list:"
                    f" {before}, {wrong}]",
                ),
            )
        elif not rights:
            yield (
                "swap",
                Text(
                    f"“{wrong}”没有写应写成什么；冒号用半角，后面加空格：甲: 乙",
                    f"nothing is right for “{wrong}”; a half-width colon and a space part the two:"
                    f" a: b",
                ),
            )
        before = f"{wrong}: [{rights[0]}" if len(rights) == 1 else ""


def _places(data: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    for key in ("scope", "with-scope", "define-scope"):
        places = set(data.get(key) or ())
        both = sorted(place for place in places if _NOT + place in places)
        if both:
            yield (
                key,
                Text(
                    f"“{both[0]}”和“not {both[0]}”互相抵消，哪里都不查",
                    f"“{both[0]}” and “not {both[0]}” leave no place to look at",
                ),
            )


def _replacement(data: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    replace = data.get("replace")
    if not replace:
        return
    if list(data.get("words") or ()) == [replace]:
        yield "replace", Text(f"“{replace}”换成它自己", f"“{replace}” is replaced by itself")
    if "{found}" in replace:
        yield (
            "replace",
            Text(
                r"replace 里没有 {found}；找到的文字写成 \g<0>（用 regex 时）",
                r"replace knows no {found}; what was found is \g<0>, of a regex",
            ),
        )
    regexes = data.get("regex") or ()
    if not regexes:
        return
    yield from _signs(replace)
    import regex

    groups = min(regex.compile(_unlisted(source)).groups for source in regexes)
    wanted = max((int(number) for number, _ in _GROUP.findall(replace) if number), default=0)
    if wanted > groups:
        yield (
            "replace",
            Text(
                f"正则里没有第 {wanted} 个组，一共 {groups} 个",
                f"the regex has no group {wanted}, but {groups} in all",
            ),
        )


def _signs(replace: str) -> Iterator[tuple[str, Text]]:
    """A group reference as in another tool: $1, $&, {0}."""
    sign = _DOLLAR.search(replace)
    if sign:
        yield (
            "replace",
            Text(
                rf"组写成 \1，整个写成 \g<0>，不写 {sign[0]}",
                rf"a group is \1, the whole \g<0>, not {sign[0]}",
            ),
        )


def _unlisted(source: str) -> str:
    return re.sub(r"\\L<\w+>", "x", source)


def _allowed(data: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    """Texts under `allow` that contain none of the words, in a rule that looks for words only."""
    words = [str(word).casefold() for word in data.get("words") or ()]
    if not words or any(data.get(name) for name in ("regex", "swap", "patterns")):
        return
    for text in data.get("allow") or ():
        if not any(word in str(text).casefold() for word in words):
            shown = shorten(str(text))
            yield (
                "allow",
                Text(
                    f"“{shown}”里没有要找的词，永远用不上；allow 写含有那个词的整段文字",
                    f"“{shown}” holds none of the words, so it never excuses one; allow is a text"
                    f" with the word in it",
                ),
            )


def _everything(data: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    """Regexes that match any text, in a rule without a `scope`."""
    for key in ("regex", "unless") if not data.get("scope") else ():
        for source in data.get(key) or ():
            if _EVERYTHING.fullmatch(str(source)):
                yield (
                    key,
                    Text(
                        f"正则 {source} 什么都能匹配；写要找的是什么，或者用 scope 限定地方",
                        f"the regex {source} matches whatever there is; write what is to be found,"
                        f" or a scope",
                    ),
                )


def _conditions(data: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    """Problems with unknown fields in the `when` of a field, if their name is similar to that of a
    listed field."""
    fields = data.get("fields")
    if not isinstance(fields, Mapping):
        return
    for name, field in fields.items():
        for other in (field or {}).get("when") or {}:
            near = nearest(str(other), (known for known in fields if known != name), VERY_SIMILAR)
            if other not in fields and near:
                yield (
                    "fields",
                    Text(
                        f"“{name}”的 when 说的字段“{other}”没有列出；是不是“{near}”？",
                        f"`when` of “{name}” names “{other}”, which is not listed; did you mean"
                        f" “{near}”?",
                    ),
                )
