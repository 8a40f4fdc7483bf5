"""Fingerprints: GitHub's, with the test vectors of its own tests, and ours, which does not change
if the text around a finding moves."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.core.diagnostic import WARNING, Diagnostic
from reportlint.core.span import LineIndex, Span
from reportlint.output.fingerprint import fingerprints, line_hashes
from support.sample import file

END = "c129715d7a2bc9a3:1"
GREETING = [
    "e9496ae3ebfced30:1",
    "fb7c023a8b9ccb3f:1",
    "ce8ba1a563dcdaca:1",
    "e20e36e16fcb0cc8:1",
    "b3edc88f2938467e:1",
]
GREETING += ["c8e28b0b4002a3a0:1", END]
LOREM = "a7f2ff13bc495cf2"


# The inputs and hashes that github/codeql-action tests its own algorithm with.
@pytest.mark.parametrize(
    ("text", "hashes"),
    [
        ("", [END]),
        (
            " a\nb\n  \t\tc\n d",
            ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"],
        ),
        (
            " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End",
            [
                "8b7cf3e952e7aeb2:1",
                "b1ae1287ec4718d9:1",
                "bff680108adb0fcc:1",
                "c6805c5e1288b612:1",
                "b86d3392aea1be30:1",
                "e6ceba753e1a442:1",
            ],
        ),
        (" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n", GREETING),
        (" hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r", GREETING),
        (" hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n", GREETING),
        (" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n", GREETING),
        (
            "Lorem ipsum dolor sit amet.\n" * 10,
            [f"{LOREM}:{number}" for number in range(1, 7)]
            + [
                "a7f2ff1481e87703:1",
                "a9cf91f7bbf1862b:1",
                "55ec222b86bcae53:1",
                "cc97dc7b1d7d8f7b:1",
                END,
            ],
        ),
    ],
)
def test_the_vectors_of_github(text: str, hashes: list[str]) -> None:
    wanted = range(1, len(hashes) + 1)
    assert line_hashes(text, set(wanted)) == dict(zip(wanted, hashes, strict=True))
    for number in wanted:
        assert line_hashes(text, {number}) == {number: hashes[number - 1]}


def rolling(text: str) -> dict[int, str]:
    """The algorithm as it is documented: each code unit passes through a window of a hundred."""
    units = list(text.encode("utf-16-le", "surrogatepass"))
    points = [units[at] | units[at + 1] << 8 for at in range(0, len(units), 2)]
    window, starts, made, at, line = [0] * 100, [0] * 100, 0, 0, 0
    counts: dict[str, int] = {}
    hashes: dict[int, str] = {}

    def say() -> None:
        shown = f"{made:x}"
        counts[shown] = counts.get(shown, 0) + 1
        hashes[starts[at]] = f"{shown}:{counts[shown]}"
        starts[at] = 0

    def roll(unit: int) -> None:
        nonlocal made, at
        made = (made * 37 + unit - window[at] * 37**100) % 2**64
        window[at] = unit
        at = (at + 1) % 100

    start, after_return = True, False
    for unit in [*points, 65535]:
        if unit in (32, 9) or (after_return and unit == 10):
            after_return = False
            continue
        after_return = unit == 13
        unit = 10 if unit == 13 else unit
        if starts[at]:
            say()
        if start:
            line += 1
            starts[at] = line
        start = unit == 10
        roll(unit)
    for _ in range(100):
        if starts[at]:
            say()
        roll(0)
    return hashes


@given(
    st.lists(
        st.sampled_from(["甲乙", "a", " ", "\t", "\n", "\r", "\r\n", "😀", "长" * 120, "\u2028"]),
        max_size=60,
    ).map("".join)
)
def test_it_is_the_rolling_hash(text: str) -> None:
    lines = set(range(1, len(LineIndex(text)) + 1))
    assert line_hashes(text, lines) == rolling(text)
    assert len(LineIndex(text)) == len(re.split(r"\r\n|\r|\n", text))


def keys_of(
    text: str, *pieces: str, message: str = "“XX”没有填", section: tuple[str, ...] = ()
) -> list[str]:
    """The keys of findings at every match of `pieces`; "" is a place without characters at the
    end."""
    spans = [
        Span(*match.span())
        for piece in pieces
        for match in (re.finditer(piece, text) if piece else [re.search("$", text)])
    ]
    return fingerprints(
        file(
            "a.md",
            *(Diagnostic("placeholder", WARNING, span, message, section) for span in spans),
            text=text,
        )
    )


def test_a_key_stays_while_lines_come_and_go() -> None:
    keys = keys_of("取缔XX家。\n", "XX")
    assert keys == keys_of("前言\n\n  取缔 XX 家。", "XX")
    assert keys == keys_of("取缔XX家。\n", "XX", message="another language")
    assert keys != keys_of("取缔XX个。\n", "XX")
    assert keys != keys_of("取缔XX家。\n", "XX", section=("一、概况",))


def test_all_keys_of_a_file_differ() -> None:
    same = keys_of("取缔XX家。\n取缔XX家。\nXXaXX", "XX")
    assert len(set(same)) == 4
    assert same[0] == keys_of("取缔XX家。\n", "XX")[0]


def test_of_a_long_line_only_what_is_near_counts() -> None:
    long = "认真履行职责，" * 100
    assert keys_of(f"{long}取缔XX家。{long}", "XX") == keys_of(
        f"另外，{long}取缔XX家。{long}", "XX"
    )
    assert keys_of(f"{long}取缔XX家。{long}", "XX") != keys_of(f"{long}清理XX家。{long}", "XX")


def test_two_things_missing_at_one_place_are_told_apart_by_what_is_said() -> None:
    assert keys_of("文", "", message="缺少“概况”") != keys_of("文", "", message="缺少“下一步”")
    assert keys_of("文", "", message="缺少，见第 3 行") == keys_of(
        "文", "", message="缺少，见第 14 行"
    )
