"""Checks for valid report-type files that are probably mistakes: two sections with one title, a
number in a title, and others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlint._startup.typed import Any
from reportlint.config.content_slips import MARKED_TITLE
from reportlint.config.known_types import KnownTypes
from reportlint.config.node import MAP, Node
from reportlint.config.problems import Problems, check_kebab, shorten, unknown
from reportlint.config.slips import slip_in_text
from reportlint.config.template_slips import check_first_marker
from reportlint.config.yaml import parse
from reportlint.core.report_type import ReportType, SectionSpec
from reportlint.core.text import A_TYPE, Text


def mapping_of_type(text: str, path: str, problems: Problems) -> Node:
    """The root mapping of a report-type file. Raises UserError for anything else, also for a
    rule."""
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


def unknown_base(name: str, extending: str, known: Mapping[str, ReportType]) -> Text:
    """The message for an unknown type in the `extends` of the type `extending`; if `name` is the
    name of a type, it gives the id."""
    if name == extending:
        return Text("文种不能扩展自己", "a type cannot extend itself")
    id = KnownTypes(known.values()).id_of(name)
    if not id:
        return unknown(A_TYPE, name, known)
    shown = shorten(name)
    return Text(
        f"“{shown}”是文种的名称；这里写它的 id：{id}",
        f"“{shown}” is the name of a report type; its id stands here: {id}",
    )


def check_root(node: Node, problems: Problems) -> bool:
    """Whether there is a title at the root of the file; if so, a problem is added."""
    title = node.get("title")
    if title is not None:
        problems.add(
            title,
            "标题写在 recognise 里：recognise: {title: […]}；文种的名称写 name",
            "a title stands in recognise: {title: […]}; what the type is called is its name",
        )
    return title is not None


def check_section(node: Node, problems: Problems) -> None:
    """Add problems for probable mistakes in the id, the title and the list of a section."""
    name, title = node.get("id"), node.get("title")
    if name is not None and name.text:
        check_kebab(name, name.text, Text("节", "section"), problems)
    if title is None:
        return
    check_first_marker(node.get("list"), problems)
    slip = slip_in_text(title, "title", parted=False)
    if slip is not None:
        problems.add_text(title, slip)
    _check_title(title, title.text, problems)


def _check_title(node: Node, title: str, problems: Problems) -> None:
    """Add a problem for heading marks in the title of a section, which is compared with titles
    without them."""
    marker = MARKED_TITLE.match(title)
    if marker and marker.end() < len(title):
        bare = shorten(title[marker.end() :])
        problems.add(
            node,
            f"标题不带序号和 #：写 {bare}",
            f"a title has no number and no # before it: write {bare}",
        )


def check_titles(node: Node | None, specs: Sequence[SectionSpec], problems: Problems) -> None:
    """Add a problem for each sibling section with the title of another one: a heading can only be
    one of them."""
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
    """Add a problem for an opening or closing that demands nothing and writes nothing, and for a
    closing that would lead in points."""
    asks = ("any", "regex", "groups", "write")
    is_asked = any(key.text in asks and not value.null for key, value in node.pairs)
    if not is_asked and not any(data.get(key) for key in asks):
        problems.add(
            node,
            f"“{name}”没有 any、regex、groups，什么也不要求",
            f"“{name}” asks for nothing: it has neither any nor regex nor groups",
        )
    groups = data.get("groups") or ()
    if name == "closing" and any(group.get("points") for group in groups if group):
        problems.add(
            node.get("groups"),
            "points 只用于 opening：引出各条的话在各条之前",
            "`points` is only for `opening`: what leads in the points stands before them",
        )


def check_both(node: Node, data: Mapping[str, Any], problems: Problems) -> None:
    """Add a problem for each text that both must and must not occur in a report."""
    must, must_not = (
        [str(text) for group in data.get(key) or () for text in (group or {}).get("any") or ()]
        for key in ("must", "must-not")
    )
    for text in must_not:
        if text in must:
            problems.add(
                node.get("must-not"),
                f"“{text}”既要有又不得有",
                f"“{text}” must stand in it and must not",
            )


def check_file_name(node: Node | None, problems: Problems) -> None:
    """Add a problem for a file-name regex that takes no value from the name."""
    if node is not None and node.text and "(?P<" not in node.text and "(?<" not in node.text:
        problems.add(
            node,
            "file-name 里没有命名组，取不出值；如 '(?P<日期>\\d{8})-走访报告'；凭文件名认文种写在"
            " recognise: {path: […]}",
            "file-name has no named group and so gives no value, as '(?P<date>\\d{8})-visit'; to"
            " tell a type by its file's name write recognise: {path: […]}",
        )


def _maps(node: Node | None) -> list[Node]:
    items = node.items if node is not None else ()
    return [item for item in items if item.kind == MAP and item.get("id") is not None]
