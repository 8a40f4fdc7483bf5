"""A baseline file → its entries."""

from __future__ import annotations

from reportlint.baseline.value import Entry
from reportlint.config import yaml
from reportlint.config.checker import Checker
from reportlint.config.node import LIST, Node
from reportlint.config.problems import Problems
from reportlint.core import schema
from reportlint.core.schema import Field
from reportlint.core.text import Text

_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>")
_TEXT = Field(schema.TEXT, Text("文字", "a text"), required=True)
ENTRY = {
    "path": _TEXT,
    "rule": _TEXT,
    "section": Field(
        schema.LIST,
        Text("所在各级标题", "the titles around it"),
        required=True,
        item=_TEXT._replace(required=False),
    ),
    "text": _TEXT,
    "count": Field(schema.NUMBER, Text("几处", "how many"), required=True),
}


def read_baseline(text: str, path: str) -> list[Entry]:
    """The entries of the file at `path`. Raises UserError with all that is wrong with it."""
    quick = _quickly(text)
    if quick is not None:
        return quick
    problems = Problems(path)
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith(_CONFLICT):
            said = (
                "合并冲突还没有解决；两边的行都留下即可",
                "a merge conflict; both sides may stay, just take this line out",
            )
            problems.add(Node(LIST, number, 1), *said)
    problems.check()
    node = yaml.parse(text, path)
    if node.kind != LIST and not node.null:
        problems.add(node, "基线应为列表", "a baseline must be a list")
        problems.check()
    check = Checker(problems)
    rows = [check.record(item, ENTRY, "baseline") for item in node.items]
    problems.check()
    return [
        Entry(row["path"], row["rule"], tuple(row["section"]), row["text"], row["count"])
        for row in rows
    ]


def _quickly(text: str) -> list[Entry] | None:
    """The entries of a file as the tool writes it, a line of JSON each; None for any other."""
    import json

    found = []
    for line in text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n"):
        if not line or line.startswith("#") or line == "[]":
            continue
        if not line.startswith("- {"):
            return None
        try:
            row = json.loads(line[2:])
            found.append(
                Entry(row["path"], row["rule"], tuple(row["section"]), row["text"], row["count"])
            )
        except (ValueError, TypeError, KeyError):
            return None
        if len(row) != len(ENTRY) or not _sound(found[-1]):
            return None
    return found


def _sound(one: Entry) -> bool:
    texts = (one.path, one.rule, one.text, *one.section)
    return (
        all(isinstance(text, str) for text in texts) and type(one.number) is int and one.number >= 0
    )
