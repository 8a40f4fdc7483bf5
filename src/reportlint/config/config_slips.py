"""Checks for valid configurations that are probably mistakes: no packs, an ignored text that no
finding has, the configuration of another tool."""

from __future__ import annotations

from reportlint._startup.lazy_pattern import lazy
from reportlint.config.node import Node
from reportlint.config.problems import Problems, shorten
from reportlint.core.text import Text

_REGEX = lazy(r"\.[*+]|\\[dwsbDWSBp]|\(\?[:=!]")
_LISTED = lazy("[^、，；]*[×XxＸ]{2}[^、，；]*[、，；][^、，；]*[×XxＸ]{2}[^、，；]*")
_PLACE = lazy(r"\.\w+:\d+\Z")
_MARKDOWNLINT = lazy(r"(?i)(?:MD\d{3}|default)\Z")
_VALE = ("StylesPath", "MinAlertLevel", "BasedOnStyles")


def check_config(node: Node, problems: Problems) -> None:
    """Add problems for probable mistakes in the configuration `node`. Raises UserError if it is a
    markdownlint configuration."""
    extends = node.get("extends")
    if extends is not None and not extends.items and not extends.text and not extends.pairs:
        problems.add(
            extends,
            "extends 是空的，一条规则也没有；写上规则包，或者删去这一行来用自带的",
            "extends is empty, so there is no rule at all; name packs, or take the line out to have"
            " those built in",
        )
    for key, _ in node.pairs:
        if _MARKDOWNLINT.match(key.text) and not problems.found:
            problems.add(
                key,
                "这是 markdownlint 的配置；用 reportlint import markdownlint 文件 换成规则包",
                "a configuration of markdownlint; reportlint import markdownlint FILE makes a pack"
                " of it",
            )
            problems.check()  # the other keys are markdownlint's too


def no_mapping(text: str) -> Text:
    """The message for a configuration that is not a mapping."""
    if any(name in text for name in _VALE):
        return Text(
            "这是 Vale 的配置；规则用 reportlint import vale 风格的文件夹 换过来",
            "a configuration of Vale; reportlint import vale STYLE makes a pack of its rules",
        )
    return Text(
        "配置应为键值表，如 extends: [core]",
        "the configuration must be a mapping, such as extends: [core]",
    )


def check_ignored_text(node: Node | None, problems: Problems) -> None:
    """Add a problem for an ignored text that no finding can have; texts are compared literally."""
    text = node.text if node is not None else ""
    if node is None or node.null:
        return
    shown = shorten(text)
    if not text.strip():
        problems.add(
            node,
            "text 是空的；不看文字就删去它",
            "text is empty; take it out to let any text pass",
        )
    elif "⟦" in text or "⟧" in text:
        bare = shorten(text.replace("⟦", "").replace("⟧", ""))
        problems.add(
            node,
            f"⟦ ⟧ 只用在例子里；这里写 {bare}",
            f"⟦ ⟧ are for examples; write {bare}",
        )
    elif _REGEX.search(text):
        problems.add(
            node,
            f"“{shown}”像是正则，而这里的文字照字面比；写所报的文字，或者删去 text",
            f"“{shown}” looks like a regex, and this is compared literally; write what is reported,"
            " or no text",
        )
    elif _LISTED.match(text):
        problems.add(
            node,
            f"“{shown}”是一处；几处各写一项",
            f"“{shown}” is one finding; each has an entry of its own",
        )


def check_no_place(node: Node | None, problems: Problems) -> None:
    """Add a problem for each file glob with a line number behind it, as in `a.md:12`; globs have
    none."""
    for entry in (node.items or (node,)) if node is not None else ():
        if _PLACE.search(entry.text):
            bare = entry.text[: entry.text.rindex(":")]
            problems.add(
                entry,
                f"files 不写行号：写 {shorten(bare)}，哪一处用 text 说",
                f"files have no line: write {shorten(bare)}, and say with text which finding",
            )
