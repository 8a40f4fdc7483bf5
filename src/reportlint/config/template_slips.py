"""Probable mistakes in the text that a report type writes into new reports. Examples: blanks not in
the form {{…}}, sample values for unknown blanks, a list without a first marker."""

from __future__ import annotations

import re

from reportlint.config.blank_fields import blanks_of
from reportlint.config.node import SCALAR, Node
from reportlint.config.problems import VERY_SIMILAR, Problems, nearest, shorten
from reportlint.core.characters import HAN
from reportlint.core.report_type import ReportType

_BRACES = re.compile(
    r"[｛{]*｛[^｛｝{}]*[｝}]+|(?<!\{)\{[^{}]+\}(?!\})|(?<!\{)\{{3}[^{}]+\}*|\{\{[^{}]*(?:\}(?!\})|\Z)"
)
_OTHER = re.compile(
    r"(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|[×Ｘ]{2,}|_{2,}|＿{2,}"
    rf"|[\[<](?=[{HAN}])[^\[\]<>]+[\]>](?!\()"
    r"|【[^】]*(?:名|日期|时间|地点|单位|填|数)[^】]*】|（(?:此处|请)[^（）]*填[^（）]*）"
    r"|\A(?:…+|\.{3,})\Z|\b(?:TODO|TBD|FIXME)\b|<%=?[^%]*%>|%[A-Za-z_]+%|\$[A-Z_]{3,}\b"
    r"|\[(?i:(?:your|insert|enter|the) [^\[\]]+|name|date|title|author)\](?!\()"
    r"|<(?:(?:your|insert) [^<>]+|name|date|author)>"
)
_IN_BRACES = re.compile(r"\{\{.*?\}\}|\{.*?\}")
_MARKS = frozenset({"TODO", "TBD", "FIXME", "", "x", "xx", "xxx"})  # no names for a blank
# A marker with the first number, from which the others are counted on, or a bullet.
_FIRST = re.compile(
    r"[-*+·•●○]\s*|\D{0,8}(?<![\d.])1(?!\d)\D{0,3}(?<!1)\s*"
    r"|[（(]?(?:[第其]?一)(?:[是要来、.．,，：:)）]|[项条步点])*(?<!一)\s*"
)


def check_blanks(node: Node, problems: Problems, written: bool = False) -> None:
    """Add a problem for each blank that the scaffold would not see in the text it writes:
    ｛｛情况｝｝, {情况}, {{情况, XX, ____, [情况] for {{情况}}."""
    for key, value in node.pairs:
        check_blanks(value, problems, written or key.text == "write")
    for item in node.items:
        check_blanks(item, problems, written)
    if not written or node.kind != SCALAR:
        return
    braces = _BRACES.search(node.text)
    other = braces or _OTHER.search(_IN_BRACES.sub("", node.text))
    if other is None:
        return
    name = re.sub(r"^(?:此处|请)*填写?", "", other[0].strip("{}｛｝[]<>【】（）×ＸX_＿…. %=$"))
    if name and (braces or name not in _MARKS):
        problems.add(
            node,
            f"模板里的空写成 {{{{{name}}}}}，而不是 {other[0]}",
            f"a blank is written {{{{{name}}}}}, not {other[0]}",
        )
    else:
        problems.add(
            node,
            f"{other[0]} 会留在填好的报告里；空写成两层花括号加名称，如 {{{{村名}}}}",
            f"{other[0]} would stay in a report that is filled in; a blank is a name in two braces,"
            f" such as {{{{name}}}}",
        )


def check_samples(node: Node | None, of: ReportType, problems: Problems) -> None:
    """Add a problem for each sample value in `node` whose name is in braces, or is a misspelt blank
    of the type."""
    names = dict.fromkeys((*of.fields, *blanks_of(of)))
    for key, _ in node.pairs if node is not None else ():
        bare = key.text.strip("{} ")
        near = nearest(bare, names, VERY_SIMILAR)  # of two characters both must match
        if bare != key.text:
            problems.add(
                key,
                f"blanks 里的名称不带花括号：{shorten(bare)}",
                f"names under `blanks` have no braces: {shorten(bare)}",
            )
        elif bare not in names and near and near not in of.blanks:
            problems.add(
                key,
                f"没有名为“{shorten(bare)}”的空；是不是“{near}”？",
                f"no blank is called “{shorten(bare)}”; did you mean “{near}”?",
            )


def check_first_marker(listing: Node | None, problems: Problems) -> None:
    """Add a problem for a list whose `style` is not the marker of a first item, from which the
    others are counted on."""
    style = listing.get("style") if listing is not None else None
    if style is None or not style.text or _FIRST.fullmatch(style.text):
        return
    shown = shorten(style.text)
    problems.add(
        style,
        f"style 是第一项前面的序号或符号，如 一是、（一）、1.、-，而不是“{shown}”",
        f"style is what stands before the first item, such as 一是, (1), 1. or -, not “{shown}”",
    )
