from __future__ import annotations

import pytest

from reportlint.text.front_matter import front_matter


@pytest.mark.parametrize(
    "text",
    [
        "",
        "---",
        "---\n",
        "---\n正文\n---\n",
        "---\na: b\n",
        "a: b\n---\n",
        "\n---\na: b\n---\n",
        "---\n- a\n---\n",
        "----\na: b\n---\n",
    ],
)
def test_none(text: str) -> None:
    assert front_matter(text) == (None, ())


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_entries(end: str) -> None:
    lines = [
        "# 注",
        "title: 工作总结",
        '标题: "甲: 乙"  # 注',
        "empty:",
        "list:",
        "  - x: y",
        "date: 2024-01-01 # 注",
        "note: C#",
    ]
    text = end.join(["---", *lines, "---", "正文"])
    block, entries = front_matter(text)
    assert block is not None
    assert text[block.span.end :] == end + "正文"
    assert [(entry.key, entry.value) for entry in entries] == [
        ("title", "工作总结"), ("标题", "甲: 乙"), ("empty", ""), ("list", ""), ("date", "2024-01-01"), ("note", "C#"),
    ]  # fmt: skip
    assert all(entry.span.cut(text) == entry.value for entry in entries)


@pytest.mark.parametrize("text", ["---\nkey=1\n---\n", "+++\nkey: 1\n+++\n"])
def test_front_matter_without_any_entry(text: str) -> None:
    block, entries = front_matter(text)
    assert block is not None
    assert entries == ()


def test_toml() -> None:
    text = "+++\ntitle = '总结'\n[params]\n+++\n"
    block, entries = front_matter(text)
    assert block is not None
    assert [(entry.key, entry.value) for entry in entries] == [("title", "总结")]
