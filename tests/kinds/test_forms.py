"""Forms with pieces: texts that a form does not match, and texts that it does."""

from __future__ import annotations

import re

import pytest

from reportlint.kinds.forms import names_of, regexes_of

PIECES = {
    "year": {"filled": "(?:19|20)[0-9]{2}", "blank": "20__|_{4}"},
    "month": {"filled": "0?[1-9]|1[0-2]", "blank": "__"},
    "day": {"filled": "[0-3][0-9]", "blank": "__"},
    "weekday": {"filled": "Mon|Tue"},
}
DATE = r"(?<!\w)<year>-<month>-<day>(?!\w)"


def matched(form: str, text: str) -> set[str]:
    return {match[0] for regex in regexes_of(form, PIECES) for match in re.finditer(regex, text)}


@pytest.mark.parametrize(
    ("form", "text"),
    [
        (DATE, "2026-05-01"),  # all is filled in
        (DATE, "2026-13-__"),  # what is filled in is no month
        (DATE, "x2026-__-__"),
        (DATE, "<year>-<month>-<day>"),
        ("<weekday>, <year>", "Mon, 2026"),
        ("<weekday>, <year>", "__, 20__"),  # a piece without `blank` is always filled in
        ("<weekday>", "__"),
        ("<unknown>-<day>", "x-__"),
    ],
)
def test_silent(form: str, text: str) -> None:
    assert matched(form, text) == set()


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        (DATE, "2026-__-__", {"2026-__-__"}),
        (DATE, "2026-05-__", {"2026-05-__"}),
        (DATE, "____-05-01", {"____-05-01"}),
        (DATE, "20__-__-__", {"20__-__-__"}),
        ("<weekday>, <year>", "Mon, 20__", {"Mon, 20__"}),
        ("[ ]?<day>(?=,)", "on __, or", {" __"}),  # a quantifier before a piece
        (r"(?P<at><day>) of <month>", "__ of 05", {"__ of 05"}),  # a group is no piece
        ("<unknown>-<day>", "<unknown>-__", {"<unknown>-__"}),
    ],
)
def test_found(form: str, text: str, expected: set[str]) -> None:
    assert matched(form, text) == expected


def test_each_regex_begins_blank_at_another_piece() -> None:
    first, second, third = regexes_of(DATE, PIECES)
    assert re.search(first, "20__-05-01")
    assert not re.search(first, "2026-__-01")
    assert re.search(second, "2026-__-01")
    assert not re.search(second, "2026-05-__")
    assert re.search(third, "2026-05-__")
    assert not re.search(third, "20__-05-__")


def test_names() -> None:
    assert names_of(DATE) == ["year", "month", "day"]
    assert names_of(r"\L<units>(?P<at>x)(?<!y)(?<name>z)") == []
