"""What is right as a report-type file and surely not meant: two sections of one title, a number in
a title, and such."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reportlint._startup.typed import Any
from reportlint.config.known_types import KnownTypes
from reportlint.config.node import MAP, Node
from reportlint.config.problems import Problems, check_kebab, shorten, unknown
from reportlint.config.slips import slip_in_text
from reportlint.config.yaml import parse
from reportlint.core.report_type import ReportType, SectionSpec
from reportlint.core.text import Text

_WRONG_BLANK = re.compile(
    r"[｛{]*｛[^｛｝{}]*[｝}]+|(?<!\{)\{[^{}]+\}(?!\})|(?<!\{)\{{3}[^{}]+\}*|\{\{[^{}]*(?:\}(?!\})|\Z)"
)
_MARKED = re.compile(
    r"#+[ \t]*|[一二三四五六七八九十]+、\s*|（[一二三四五六七八九十]+）\s*|\d+[.．、]\s*(?!\d)"
)


def mapping_of_type(text: str, path: str, problems: Problems) -> Node:
    """The mapping in a report-type file. Raises UserError for anything else, a rule too."""
    node = parse(text, path)
    if node.kind != MAP:
        problems.add(node, "文种文件应为键值表", "a report-type file must be a mapping")
    elif node.get("kind") is not None and node.get("message") is not None:
        problems.add(
            node,
            "这是规则文件，要放在上一级文件夹里；types 里只放文种",
            "a rule: it belongs into the folder above; in `types` there are report types only",
        )
    problems.check()
    return node


def check_blanks(node: Node, problems: Problems, written: bool = False) -> None:
    """Note blanks that the scaffold would not see in what it writes: ｛｛情况｝｝, {情况} and
    {{情况 for {{情况}}."""
    for key, value in node.pairs:
        check_blanks(value, problems, written or key.text == "write")
    for item in node.items:
        check_blanks(item, problems, written)
    found = _WRONG_BLANK.search(node.text) if written else None
    if found:
        blank = found[0].strip("{}｛｝ ")
        problems.add(
            node,
            f"模板里的空写成 {{{{{blank}}}}}，而不是 {found[0]}",
            f"a blank is written {{{{{blank}}}}}, not {found[0]}",
        )


def unknown_base(name: str, known: Mapping[str, ReportType]) -> Text:
    """That no type that another could be built on is called so; the id of one with that name."""
    id = KnownTypes(known.values()).id_of(name)
    if not id:
        return unknown(Text("文种", "report type"), name, known)
    shown = shorten(name)
    return Text(
        f"“{shown}”是文种的名称；这里写它的 id：{id}",
        f"“{shown}” is the name of a report type; its id stands here: {id}",
    )


def check_root(node: Node, problems: Problems) -> bool:
    """Note a title that stands at the root of the file; return whether there is one."""
    title = node.get("title")
    if title is not None:
        problems.add(
            title,
            "标题写在 recognise 里：recognise: {title: […]}；文种的名称写 name",
            "a title stands in recognise: {title: […]}; what the type is called is its name",
        )
    return title is not None


def check_section(node: Node, problems: Problems) -> None:
    """Note what is surely not meant in the id and the title of a section."""
    name, title = node.get("id"), node.get("title")
    if name is not None and name.text:
        check_kebab(name, name.text, Text("节", "section"), problems)
    if title is None:
        return
    slip = slip_in_text(title, "title", parted=False)
    if slip is not None:
        problems.add_text(title, slip)
    _check_title(title, title.text, problems)


def _check_title(node: Node, title: str, problems: Problems) -> None:
    """Note marks of a heading in the title of a section, which is compared with titles without
    them."""
    found = _MARKED.match(title)
    if found and found.end() < len(title):
        bare = shorten(title[found.end() :])
        problems.add(
            node,
            f"标题不带序号和 #：写 {bare}",
            f"a title has no number and no # before it: write {bare}",
        )


def check_titles(node: Node | None, specs: Sequence[SectionSpec], problems: Problems) -> None:
    """Note sections side by side that go by one title: a report has but one heading of that name
    for both."""
    places = {item.get("id").text: item for item in _maps(node)}  # type: ignore[union-attr]
    first: dict[str, str] = {}
    for spec in specs:
        other = first.setdefault(spec.title, spec.id)
        if other != spec.id and spec.title and spec.id in places:
            problems.add(
                places[spec.id],
                f"“{spec.id}”和“{other}”都叫“{spec.title}”，一个标题只能是其中一节",
                f"“{spec.id}” and “{other}” are both called “{spec.title}”, and a heading can be"
                f" but one of them",
            )


def check_placement(node: Node, name: str, data: Mapping[str, Any], problems: Problems) -> None:
    """Note an opening or closing that asks for nothing and writes nothing."""
    if not any(data.get(key) for key in ("any", "regex", "groups", "write")):
        problems.add(
            node,
            f"“{name}”没有 any、regex、groups，什么也不要求",
            f"“{name}” asks for nothing: it has neither any nor regex nor groups",
        )


def _maps(node: Node | None) -> list[Node]:
    items = node.items if node is not None else ()
    return [item for item in items if item.kind == MAP and item.get("id") is not None]
