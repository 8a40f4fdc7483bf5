"""Plain command lines are parsed without click, with the same result as with click."""

from __future__ import annotations

from typing import Any

import click
import pytest

from reportlint.cli.group import with_command
from reportlint.cli.parameters import command
from reportlint.cli.plain import FLAGS, TEXTS, plain

BOTH = [
    "",
    "a.md",
    "check a.md",
    "check",
    "check check",
    "a.md b.txt 述职/",
    "a.md --fail-on info",
    "--fail-on=info a.md",
    "--fail-on never check a.md",
    "--exit-zero a.md --quiet -q",
    "-f json a.md",
    "--format json --format sarif:out.sarif a.md",
    "--format=full a.md",
    "--select a,b --select c --ignore ordinal-* a.md",
    "--config x.yaml --isolated a.md",
    "--config= a.md",
    "--type duty-report a.md --type notice",
    "a.md --lang zh",
    "check --lang=en a.md",
    "a.md --color always",
    "--stdin-filename a.md -",
    "- --stdin-filename=a.md --force-exclude",
    "a.md -- --fix -b.md",
    "-- check",
    "a.md rules",
    "--fix a.md --unsafe-fixes",
    "--diff --statistics --profile a.md",
    "a.md --since= -o out",
    "--diff-base HEAD --staged a.md",
    "--from-ndjson a --shard 1/2 --files-from0=b",
    "--show-config a.md --no-baseline --baseline b --rev HEAD",
]
LEFT_TO_CLICK = [
    "--lang zh a.md",
    "--lang=en check a.md",
    "--color always rules",
    "rules",
    "explain placeholder",
    "--help",
    "-h",
    "check --help",
    "a.md -h",
    "--version",
    "--fail-on",
    "--fail-on wrong a.md",
    "--fail-on --quiet a.md",
    "--lang fr a.md",
    "--color=sometimes a.md",
    "--no-such-option a.md",
    "-x a.md",
    "-qf json a.md",
    "-fjson a.md",
    "--quiet=yes a.md",
    "--max-findings 3 a.md",
    "-j 2 a.md",
    "-oout a.md",
    "--patch - a.md",
    "--select -x a.md",
    "--sel a a.md",
]


def by_click(arguments: list[str]) -> dict[str, Any]:
    return command("check", "en").make_context("check", with_command(arguments)[1:]).params


@pytest.mark.parametrize("line", BOTH)
def test_the_plain_form_is_read_as_click_reads_it(line: str) -> None:
    assert plain(line.split(), {}) == by_click(line.split())


@pytest.mark.parametrize("line", LEFT_TO_CLICK)
def test_anything_else_is_left_to_click(line: str) -> None:
    assert plain(line.split(), {}) is None


def test_completion_is_left_to_click() -> None:
    assert plain(["a.md"], {"_REPORTLINT_COMPLETE": "bash_source"}) is None


def test_every_option_but_numbers_is_read_so() -> None:
    """The options are those of the table. Numbers are left to click, which reports invalid ones."""
    names = {
        name
        for parameter in command("check", "en").params
        if isinstance(parameter, click.Option) and not isinstance(parameter.type, click.IntRange)
        for name in parameter.opts
    }
    assert names == FLAGS.keys() | TEXTS.keys()
