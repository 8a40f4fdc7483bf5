"""The baseline as a file: what is wrong with one is said, and what is written is read again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.baseline.entries import Entry, merged
from reportlint.baseline.file import HEAD, read_baseline, written
from reportlint.config import yaml
from reportlint.core.errors import UserError

ROW = '- {"path": "a.md", "rule": "x", "section": [], "text": "x", "count": 1}\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\n", "must be a list"),
        ("- {path: a.md, rule: x, section: [], text: x}\n", "count"),
        (ROW.replace("1}", '"many"}'), "count"),
        (ROW.replace("1}", "-1}"), "count"),
        (ROW.replace("1}", '1, "line": 3}'), "line"),
        (ROW.replace('"x", "section"', '7, "section"'), "rule"),
        (f"<<<<<<< ours\n{ROW}=======\n{ROW}>>>>>>> theirs\n", "1:1: a merge conflict"),
    ],
)
def test_what_is_wrong_with_it_is_said(text: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        read_baseline(text, "b.yaml")


@pytest.mark.parametrize(
    "text",
    [
        ROW,
        HEAD + ROW,
        "\ufeff" + ROW.replace("\n", "\r\n"),
        "- path: a.md\n  rule: x\n  section: []\n  text: x\n  count: 1\n",
        "- {path: a.md, rule: x, section: [], text: x, count: 1}\n",
    ],
)
def test_written_by_the_tool_or_by_hand_it_is_read(text: str) -> None:
    assert read_baseline(text, "b.yaml") == [Entry("a.md", "x", (), "x", 1)]


@pytest.mark.parametrize("text", ["", "[]\n", "# nothing\n", written([])])
def test_an_empty_one(text: str) -> None:
    assert read_baseline(text, "b.yaml") == []


TEXTS = st.text(st.characters(exclude_categories=[]), max_size=6)
ENTRIES = st.builds(
    Entry, TEXTS, TEXTS, st.lists(TEXTS, max_size=2).map(tuple), TEXTS, st.integers(0, 9)
)


@given(st.lists(ENTRIES, max_size=5))
def test_what_is_written_is_read_again(entries: list[Entry]) -> None:
    text = written(entries)
    assert read_baseline(text, "b.yaml") == merged(entries)
    assert len(text.split("\n")) == text.count("\n") + 1 == len(merged(entries)) + 3 + (not entries)
    assert yaml.parse(text, "b.yaml", any_character=True).kind == "list"
