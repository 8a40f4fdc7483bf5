"""A baseline file → its entries, and back: sorted YAML with one entry per line, so that Git can
merge the additions of two branches."""

from __future__ import annotations

from collections.abc import Iterable

from reportlint._startup.lazy_pattern import lazy
from reportlint.baseline.entries import Entry, merged
from reportlint.config import yaml
from reportlint.config.checker import Checker
from reportlint.config.node import LIST, Node
from reportlint.config.problems import Problems
from reportlint.core import schema
from reportlint.core.schema import Field
from reportlint.core.text import Text

HEAD = """\
# What was there when reportlint was taken up; only what is new is reported. `reportlint baseline` writes this file anew.
# 启用 reportlint 时已有的问题；此后只报新的。本文件由 reportlint baseline 生成。
"""
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>")
_UNPRINTABLE = lazy("[\x00-\x1f\x7f-\xa0\xad\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_TEXT = Field(schema.TEXT, Text("文字", "a text"), required=True)
ENTRY = {
    "path": _TEXT,
    "rule": _TEXT,
    "section": Field(
        schema.LIST,
        Text("所在各级标题", "the titles around it"),
        required=True,
        item=_TEXT,
    ),
    "text": _TEXT,
    "count": Field(schema.NUMBER, Text("几处", "how many"), required=True),
}


def written(entries: Iterable[Entry]) -> str:
    """The content of a baseline file."""
    import json

    lines = []
    for entry in merged(entries):
        row = dict(zip(ENTRY, entry, strict=True))
        line = json.dumps(row, ensure_ascii=False)
        lines.append("- " + _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", line) + "\n")
    return HEAD + ("".join(lines) or "[]\n")


def read_baseline(text: str, path: str) -> list[Entry]:
    """The entries of the file at `path`. Raises UserError with all errors in it."""
    as_written = _quickly(text)
    if as_written is not None:
        return as_written
    problems = Problems(path)
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith(_CONFLICT):
            message = (
                "合并冲突还没有解决；两边的行都留下即可",
                "a merge conflict; both sides may stay, just take this line out",
            )
            problems.add(Node(LIST, number, 1), *message)
    problems.check()
    node = yaml.parse(text, path, any_character=True)  # a finding's text may contain any character
    if node.kind != LIST and not node.null:
        problems.add(node, "基线应为列表", "a baseline must be a list")
    check = Checker(problems)
    rows = [check.record(item, ENTRY, "baseline") for item in node.items]
    problems.check()
    return [
        Entry(row["path"], row["rule"], tuple(row["section"]), row["text"], row["count"])
        for row in rows
    ]


def _quickly(text: str) -> list[Entry] | None:
    """The entries of a file as the tool writes it, one line of JSON each; None for any other
    file."""
    import json

    entries = []
    for line in text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n"):
        if not line or line.startswith("#") or line == "[]":
            continue
        if not line.startswith("- {"):
            return None
        try:
            row = json.loads(line[2:])
            path, rule, section, text_, number = (row[name] for name in ENTRY)
            entry = Entry(path, rule, tuple(section), text_, number)
        except (ValueError, TypeError, KeyError):
            return None
        if len(row) != len(ENTRY) or not _is_sound(entry):
            return None
        entries.append(entry)
    return entries


def _is_sound(entry: Entry) -> bool:
    texts = (entry.path, entry.rule, entry.text, *entry.section)
    numbered = type(entry.number) is int and entry.number >= 0
    return numbered and all(isinstance(text, str) for text in texts)
