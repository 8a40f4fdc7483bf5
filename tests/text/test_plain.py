from __future__ import annotations

from shape import shape, starts
from shipped import parse

LONG = "今年以来，全局上下认真落实各项部署，扎实推进重点工作，各项任务取得了明显成效，群众满意度稳步提升。"


def test_a_line_is_a_paragraph() -> None:
    assert shape(parse(f"{LONG}\n{LONG}\n\n{LONG}", "text")) == [f"paragraph {LONG}"] * 3


def test_marks_from_markdown() -> None:
    text = "---\ntitle: 总结\n---\n- 甲\n* [ ] 乙\n\n```py\nx = 1\n```\n| a | b |\n|---|---|\n────\n> 引文\n```\n没有关上。"
    assert shape(parse(text, "text")) == [
        "front-matter title: 总结\n", "item- 甲", "item- 乙", "code x = 1\n", "table | a | b |\n|---|---|", "rule ────", "paragraph> 引文",
        "paragraph ```", "paragraph 没有关上。",
    ]  # fmt: skip


def test_where_content_begins() -> None:
    text = "　　一、甲\n\t二、乙\n  - 丙\n**丁**：戊\n____年"
    assert starts(parse(text, "text")) == [
        ("一、", "", 4),
        ("二、", "", 4),
        ("丙\n", "-", 2),
        ("丁*", "", 0),
        ("__", "", 0),
    ]
