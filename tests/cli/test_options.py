"""The meaning of options before a run gets them, and what is written to the two output streams."""

from __future__ import annotations

import io
import sys

import pytest

from reportlint.cli import options
from reportlint.core.errors import Problem, UserError
from reportlint.core.text import Text


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Gone(io.StringIO):
    """A stream whose reader has closed it."""

    def write(self, text: str) -> int:
        raise BrokenPipeError


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((), ()),
        (("",), ()),
        (("a",), ("a",)),
        (("a,b", "c"), ("a", "b", "c")),
        ((" a , ,b ",), ("a", "b")),
    ],
)
def test_lists_of_ids(values: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert options.listed(values) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [("", (1, 1)), ("1/1", (1, 1)), ("2/5", (2, 5)), ("5/5", (5, 5))]
)
def test_shards(value: str, expected: tuple[int, int]) -> None:
    assert options.shard(value) == expected


@pytest.mark.parametrize(
    "value", ["0/4", "5/4", "1", "1/", "/4", "1/0", "-1/4", "1/4/4", "一/四", "½/2"]
)
def test_no_shards(value: str) -> None:
    with pytest.raises(UserError, match="I/N"):
        options.shard(value)


@pytest.mark.parametrize("values", [(), ("archive/",), ("*.md", "!a.md"), ("a,b.md",)])
def test_globs_are_taken_as_they_are(values: tuple[str, ...]) -> None:
    assert options.globs(values) == values


@pytest.mark.parametrize("values", [("[a",), ("ok", "!")])
def test_a_glob_that_cannot_match_is_refused(values: tuple[str, ...]) -> None:
    with pytest.raises(UserError, match="--exclude"):
        options.globs(values)


PLAIN = [
    ("never", {"FORCE_COLOR": "1"}, True),
    ("auto", {"NO_COLOR": "1"}, True),
    ("auto", {"TERM": "dumb"}, True),
    ("auto", {}, False),
    ("auto", {"CLICOLOR_FORCE": "0"}, False),
]
COLORED = [
    ("always", {"NO_COLOR": "1"}, False),
    ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ("auto", {"CLICOLOR_FORCE": "1"}, False),
    ("auto", {"TERM": "xterm"}, True),
    ("auto", {"NO_COLOR": ""}, True),
    ("auto", {}, True),
]


@pytest.mark.parametrize(
    ("choice", "environment", "is_terminal", "expected"),
    [*((*row, False) for row in PLAIN), *((*row, True) for row in COLORED)],
)
def test_colour(
    choice: str,
    environment: dict[str, str],
    is_terminal: bool,
    expected: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal() if is_terminal else io.StringIO())
    assert options.colored(choice, environment) is expected


@pytest.mark.parametrize(
    ("color", "environment", "is_terminal", "expected"),
    [
        (False, {}, True, False),
        (True, {}, False, False),
        (True, {"FORCE_HYPERLINK": "0"}, True, False),
        (True, {}, True, True),
        (False, {"FORCE_HYPERLINK": "1"}, False, True),
    ],
)
def test_links(
    color: bool,
    environment: dict[str, str],
    is_terminal: bool,
    expected: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal() if is_terminal else io.StringIO())
    assert options.linked(color, environment) is expected


@pytest.mark.parametrize(
    ("columns", "width"), [("120", 120), ("1", 1), ("0", 80), ("-3", 80), ("wide", 80), ("", 80)]
)
def test_the_width_of_a_line(columns: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())  # no terminal that could be asked
    assert options.terminal_width({"COLUMNS": columns}) == width


def test_a_list_is_cut_only_where_somebody_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert options.list_width() == 0
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert options.list_width() == 80
    monkeypatch.setenv("COLUMNS", "50")
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert options.list_width() == 50


def test_a_problem_is_said_once_and_harmlessly(capsys: pytest.CaptureFixture[str]) -> None:
    problem = Problem(Text("有误\x1b[2J", "wrong\x1b[2J"), "a\x07.yaml", 3, 2)
    options.complain_of([problem, problem], "en")
    errors = capsys.readouterr().err
    assert errors.count("wrong") == 1
    assert errors.startswith("reportlint: a␇.yaml:3:2: wrong")
    assert "\x1b" not in errors


def test_a_reader_that_has_gone_away_is_no_reason_to_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Gone()
    dropped: list[object] = []
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setattr(options, "drop", dropped.append)
    options.emit("甲")
    assert dropped == [stream]


def test_settings_of_nothing_leave_all_to_the_configuration(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("REPORTLINT_LANG", "")
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    settings = options.settings({})
    assert (settings.config, settings.select, settings.fail_on) == ("", (), "")
    assert (settings.language, settings.shard, settings.everything) == ("", (1, 1), False)


@pytest.mark.parametrize(
    ("since", "expected"), [(None, ("", False)), ("", ("", True)), ("main", ("main", False))]
)
def test_an_empty_since_asks_for_everything(since: str | None, expected: tuple[str, bool]) -> None:
    settings = options.settings({"since": since})
    assert (settings.since, settings.everything) == expected


def test_a_rule_file_is_tried_without_baselines() -> None:
    assert options.settings({"rule_file": ("a.yaml",)}).no_baseline
    assert not options.settings({}).no_baseline
