"""The baseline file: mistakes in it are reported, and it is read back as it was written."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.baseline.entries import Entry, merged
from reportlint.baseline.file import HEAD, read_baseline, written
from reportlint.config import yaml
from reportlint.core.errors import UserError

ROW = '- {"path": "a.md", "rule": "x", "section": [], "text": "x", "count": 1}\n'


@pytest.mark.parametrize(
    ("text", "message"),
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
def test_what_is_wrong_with_it_is_said(text: str, message: str) -> None:
    with pytest.raises(UserError, match=message):
        read_baseline(text, "b.yaml")


FIELDS = ("path: a", "rule: b", "section: []", "text: c", "count: 1")


@pytest.mark.parametrize("missing", FIELDS)
def test_each_field_is_needed(missing: str) -> None:
    row = ", ".join(field for field in FIELDS if field != missing)
    with pytest.raises(UserError, match=f"missing key “{missing.split(chr(58))[0]}”"):
        read_baseline(f"- {{{row}}}\n", "b.yaml")


@pytest.mark.parametrize("missing", FIELDS)
def test_a_quick_row_without_a_field_is_no_quick_row(missing: str) -> None:
    row = json.loads(ROW[2:])
    del row[missing.split(":")[0]]
    with pytest.raises(UserError, match="missing key"):
        read_baseline(f"- {json.dumps(row)}\n", "b.yaml")


def test_of_what_is_no_list_one_thing_is_said() -> None:
    with pytest.raises(UserError) as raised:
        read_baseline("a: 1\n", "b.yaml")
    assert len(raised.value.problems) == 1


def test_by_hand_too_it_may_hold_any_character_and_titles_without_text() -> None:
    text = "- {path: a, rule: b, section: [''], text: \"甲\\ud800\", count: 0}\n"
    assert read_baseline(text, "b.yaml") == [Entry("a", "b", ("",), "甲\ud800", 0)]


@pytest.mark.parametrize(
    "text",
    [
        ROW,
        HEAD + ROW,
        HEAD + ROW.rstrip(),  # as an editor may leave it
        "\ufeff" + ROW.replace("\n", "\r\n"),
        "- path: a.md\n  rule: x\n  section: []\n  text: x\n  count: 1\n",
        "- {path: a.md, rule: x, section: [], text: x, count: 1}\n",
    ],
)
def test_written_by_the_tool_or_by_hand_it_is_read(text: str) -> None:
    assert read_baseline(text, "b.yaml") == [Entry("a.md", "x", (), "x", 1)]


def test_people_can_read_what_is_written() -> None:
    row = (
        '{"path": "述职.md", "rule": "r", "section": ["一、工作"], "text": "走访××家", "count": 2}'
    )
    assert written([Entry("述职.md", "r", ("一、工作",), "走访××家", 2)]) == f"{HEAD}- {row}\n"


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
