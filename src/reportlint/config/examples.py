"""`examples:` of a rule, a pattern or a report type; ⟦ ⟧ mark what must be found."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.config.checker import Checker
from reportlint.config.node import LIST, MAP, SCALAR, Node
from reportlint.core import schema
from reportlint.core.rule import Example
from reportlint.core.schema import Field
from reportlint.core.text import Text

OPEN, CLOSE = "⟦", "⟧"
FORMATS = ("markdown", "text", "rst")

EXAMPLE: dict[str, Field] = {
    "text": schema.text("正文", "the text", required=True),
    "format": schema.choice("格式", "its format", FORMATS, "markdown"),
    "type": schema.text("按哪个文种读", "the report type it is read as", ""),
    "path": schema.text("是哪个文件", "the path of the file that it is the text of", ""),
    "fields": schema.mapped(
        "front matter 的字段",
        "fields of its front matter",
        schema.text("字段的值", "the value of a field", ""),
        {},
    ),
}
_EXAMPLE_LIST = schema.listed("例子", "examples", schema.record("例子", "an example", EXAMPLE))
EXAMPLES: dict[str, Field] = {
    "bad": _EXAMPLE_LIST._replace(
        doc=Text("须报的文本，⟦⟧ 标出位置", "texts that must be reported where ⟦⟧ marks them")
    ),
    "good": _EXAMPLE_LIST._replace(doc=Text("不得报的文本", "texts that must not be reported")),
}


def read_examples(
    node: Node | None, check: Checker, family: str = "", type_id: str = ""
) -> tuple[Example, ...]:
    """The examples in one `examples:` value; `type_id` is the report type of those that name
    none."""
    if node is None or node.null:
        return ()
    if node.kind != MAP:
        check.wrong(node, "examples", schema.RECORD)
        return ()
    check.record(
        node._replace(
            pairs=tuple(
                (key, _EMPTY if key.text in EXAMPLES else value) for key, value in node.pairs
            )
        ),
        EXAMPLES,
        "",
    )
    examples: list[Example] = []
    for name in EXAMPLES:
        for entry in _listed(node.get(name), name, check):
            example = _example(entry, name == "bad", check, type_id)
            if example is not None:
                examples.append(example._replace(family=family))
    return tuple(examples)


_EMPTY = Node(LIST, 0, 0)


def _listed(node: Node | None, name: str, check: Checker) -> Iterator[Node]:
    if node is None or node.null:
        return
    if node.kind == LIST:
        yield from node.items
    elif node.kind == SCALAR:
        yield node
    else:
        check.wrong(node, name, schema.LIST)


def _example(node: Node, bad: bool, check: Checker, type_id: str) -> Example | None:
    if node.kind == MAP:
        data = check.record(node, EXAMPLE, "examples")
        source = data.get("text")
        where = node.get("text") or node
    else:
        data = {}
        source = check.value(node, EXAMPLE["text"], "examples")
        where = node
    if source is None:
        return None
    unmarked = unmark(source)
    if isinstance(unmarked, int):
        at = unmarked + 1
        check.problems.add(
            where, f"例子第 {at} 个字符处的 ⟦ ⟧ 不成对", f"example: unpaired ⟦ ⟧ at character {at}"
        )
        return None
    text, spans = unmarked
    if bad and not spans:
        check.problems.add(
            where,
            "bad 例子须用 ⟦ ⟧ 标出应报的位置",
            "a bad example must mark with ⟦ ⟧ what is to be found",
        )
    if not bad and spans:
        check.problems.add(
            where, "good 例子里不应有 ⟦ ⟧", "a good example has nothing to mark with ⟦ ⟧"
        )
    return Example(
        text,
        spans,
        data.get("format", "markdown"),
        data.get("type", type_id),
        node.line,
        path=data.get("path", ""),
        fields=tuple(data.get("fields", {}).items()),
    )


def unmark(source: str) -> tuple[str, tuple[tuple[int, int], ...]] | int:
    """The text without its marks and the marked spans; or the offset of the first unpaired mark."""
    spans: list[tuple[int, int]] = []
    text = ""
    start = opened = -1
    for at, char in enumerate(source):
        if char == OPEN:
            if start >= 0:
                return at
            start, opened = len(text), at
        elif char == CLOSE:
            if start < 0:
                return at
            spans.append((start, len(text)))
            start = -1
        else:
            text += char
    return opened if start >= 0 else (text, tuple(spans))
