from __future__ import annotations

import ast
import re
from pathlib import Path

import click
import pytest

from reportlint.cli import click_zh
from reportlint.cli.commands import COMMANDS
from reportlint.cli.group import group, with_command
from reportlint.cli.help import Context, wrap
from reportlint.output.terminal import cells

# What click says only where a program asks questions, edits files, uses types that we do not, or is
# wrong itself.
UNUSED = re.compile(
    r"Confirm|Do you want|edit|Repeat|Press any key|two entered values|invalid input|color|standard stream|Windows error|UUID"
    r"|match the format|values are required|dynamic|^d$|Bash|prog\)s|iterable|twice|declar|deprecated|flag for true"
    r"|Invalid start character|Editing"
)


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


def test_all_that_click_may_say_is_translated() -> None:
    said = set()
    for path in Path(click.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("_", "ngettext")
            ):
                said |= {one.value for one in node.args if isinstance(one, ast.Constant)}
    missing = {text for text in said - set(click_zh.WORDS) if not UNUSED.search(text)}
    assert not missing
    fields = re.compile(r"\{(\w+)")
    for english, chinese in click_zh.WORDS.items():
        assert set(fields.findall(chinese)) <= set(fields.findall(english)), english


@pytest.mark.parametrize(
    ("arguments", "made"),
    [
        ([], ["check"]),
        (["a.md"], ["check", "a.md"]),
        (["check", "a.md"], ["check", "a.md"]),
        (["--format", "json", "a.md"], ["check", "--format", "json", "a.md"]),
        (["-"], ["check", "-"]),
        (["--", "rules"], ["check", "--", "rules"]),
        (["./rules"], ["check", "./rules"]),
        (["rules"], ["rules"]),
        (["--lang", "zh", "rules"], ["rules", "--lang", "zh"]),
        (
            ["--lang=zh", "--color", "never", "a.md"],
            ["check", "--lang=zh", "--color", "never", "a.md"],
        ),
        (["--lang", "zh", "--help"], ["--lang", "zh", "--help"]),
        (["--help"], ["--help"]),
        (["--version"], ["--version"]),
        (["a.md", "--help"], ["check", "a.md", "--help"]),
    ],
)
def test_check_is_meant_where_no_command_is_named(arguments: list[str], made: list[str]) -> None:
    assert with_command(arguments) == made


def test_wrapping_keeps_words_and_marks_together() -> None:
    assert list(wrap("检查文件和文件夹，指出每处问题的行和列。", 18)) == [
        "检查文件和文件夹，",
        "指出每处问题的行和",
        "列。",
    ]
    assert list(wrap("见“附件”和 README 文件", 12)) == ["见“附件”和", "README 文件"]
    assert list(wrap("one two three", 7)) == ["one two", "three"]
    assert list(wrap("", 7)) == []
