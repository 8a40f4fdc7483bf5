from __future__ import annotations

import re

import click
import pytest

from reportlint.cli.commands import COMMANDS
from reportlint.cli.group import group
from reportlint.cli.help import Context, wrap
from reportlint.output.terminal import cells


def pages(language: str) -> dict[str, str]:
    whole = group(language)
    with Context(whole, info_name="reportlint") as context:
        made = {"": whole.get_help(context)}
        for name in COMMANDS:
            command = whole.get_command(context, name)
            assert command is not None
            made[name] = command.get_help(Context(command, info_name=f"reportlint {name}"))
    return made


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_has_an_example_and_fits_the_terminal(language: str) -> None:
    every = pages(language)
    assert len(every) > len(COMMANDS)
    for name, page in every.items():
        assert "例：" in page if language == "zh" else "Example" in page
        assert f"reportlint {name}".strip() in page
        assert all(cells(line) <= 80 for line in page.splitlines()), page


def test_every_option_has_help_in_both_languages() -> None:
    assert COMMANDS
    for language in ("zh", "en"):
        context = Context(group(language), info_name="reportlint")
        for name in COMMANDS:
            command = group(language).get_command(context, name)
            assert command is not None
            assert command.short_help
            assert command.params
            for option in command.params:
                if isinstance(option, click.Option):
                    assert option.help
                    assert bool(re.search("[一-鿿]", option.help)) == (language == "zh"), (
                        name,
                        option.name,
                    )


def test_wrapping_keeps_words_and_marks_together() -> None:
    assert list(wrap("检查文件和文件夹，指出每处问题的行和列。", 18)) == [
        "检查文件和文件夹，",
        "指出每处问题的行和",
        "列。",
    ]
    assert list(wrap("见“附件”和 README 文件", 12)) == ["见“附件”和", "README 文件"]
    assert list(wrap("one two three", 7)) == ["one two", "three"]
    assert list(wrap("", 7)) == []
