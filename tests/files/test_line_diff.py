"""Lines that differ: tables, and the property that the changes turn any old text into the new
one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.files import line_diff
from reportlint.files.line_diff import Change, changed_lines


def of(text: str) -> list[bytes]:
    return [char.encode() for char in text]


SAME = ["", "a", "abc", "aaaa", "\n\n\n"]
CHANGED = {
    ("", "a"): [(0, 0, 0, 1)],
    ("a", ""): [(0, 1, 0, 0)],
    ("abc", "abXc"): [(2, 2, 2, 3)],
    ("abc", "Xbc"): [(0, 1, 0, 1)],
    ("abcd", "acd"): [(1, 2, 1, 1)],
    ("aXbYc", "a1b2c"): [(1, 2, 1, 2), (3, 4, 3, 4)],
    ("a-b-c", "a-X-b-c"): [(2, 2, 2, 4)],  # between lines that are alike
    ("----", "------"): [(4, 4, 4, 6)],
    ("abc", "xyz"): [(0, 3, 0, 3)],
}


@pytest.mark.parametrize("text", SAME)
def test_nothing_has_changed(text: str) -> None:
    assert list(changed_lines(of(text), of(text))) == []


@pytest.mark.parametrize(("old", "new"), CHANGED)
def test_what_has_changed(old: str, new: str) -> None:
    assert list(changed_lines(of(old), of(new))) == CHANGED[old, new]


def test_a_move_is_a_change_at_one_of_its_places_only() -> None:
    changes = list(changed_lines(of("abcdefg"), of("abdefgc")))
    assert changes == [Change(2, 3, 2, 2), Change(7, 7, 6, 7)]


LINES = st.lists(st.sampled_from(of("abcd-")), max_size=30)


@given(LINES, LINES, st.sampled_from([0, line_diff.SMALL]))
def test_the_changes_make_the_new_text_of_the_old(
    old: list[bytes], new: list[bytes], small: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(line_diff, "SMALL", small)
        changes = list(changed_lines(old, new))
    made: list[bytes] = []
    done = 0
    for old_start, old_end, new_start, new_end in changes:
        made += old[done:old_start]
        assert len(made) == new_start
        assert old_end > old_start or new_end > new_start
        made += new[new_start:new_end]
        done = old_end
    assert made + old[done:] == new


def test_many_lines_that_are_alike_are_no_matter_of_minutes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import difflib

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("compared each with each")

    monkeypatch.setattr(difflib, "SequenceMatcher", refuse)
    old, new = of("ab") * 20_000, of("ba") * 20_000
    assert list(changed_lines(old, new)) == [(0, 40_000, 0, 40_000)]
