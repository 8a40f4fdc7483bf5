"""Help pages laid out by terminal cells: click counts characters, and a Chinese character takes two
cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from reportlint._startup.typed import Any
from reportlint.core.text import Text
from reportlint.output.terminal import cells

INDENT = 2
GAP = 2
WIDEST_NAME = 30
_NOT_FIRST = frozenset("，。、；：？！”’）》」』】〕…,.;:?!)")  # must not begin a line
_NOT_LAST = frozenset("“‘（《「『【〔")  # must not end a line
HELP_NAMES = {"help_option_names": ["-h", "--help"]}


class Formatter(click.HelpFormatter):
    """A formatter that wraps text and columns by cells, also between Han characters."""

    def write_heading(self, heading: str) -> None:
        """Write a heading, with the colon of its language."""
        colon = ":" if heading.isascii() else "："
        self.write(f"{' ' * self.current_indent}{heading}{colon}\n")

    def write_text(self, text: str) -> None:
        """Write paragraphs, separated by empty lines; a paragraph with a first line `\\b` is not
        wrapped."""
        indent = " " * self.current_indent
        for number, paragraph in enumerate(text.split("\n\n")):
            self.write("\n" if number else "")
            raw = paragraph.startswith("\b\n")
            lines = (
                paragraph.removeprefix("\b\n").split("\n")
                if raw
                else wrap(paragraph, self.width - self.current_indent)
            )
            self.write("".join(f"{indent}{line}".rstrip() + "\n" for line in lines))

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = WIDEST_NAME, col_spacing: int = GAP
    ) -> None:
        """Write names and their meanings in two columns."""
        rows = list(rows)
        left = min(max((cells(name) for name, _ in rows), default=0), col_max) + col_spacing
        indent = " " * self.current_indent
        for name, meaning in rows:
            lines = list(wrap(meaning, max(self.width - left - self.current_indent, 10)))
            fits = cells(name) <= left - col_spacing
            first = lines[0] if fits and lines else ""
            self.write(
                f"{indent}{name}{' ' * (left - cells(name)) if fits else ''}{first}".rstrip() + "\n"
            )
            self.write(
                "".join(f"{indent}{' ' * left}{line}\n" for line in lines[1 if fits else 0 :])
            )


class Context(click.Context):
    """A context that uses Formatter."""

    formatter_class = Formatter


class Command(click.Command):
    """A command whose help uses Formatter."""

    context_class = Context

    def __init__(self, name: str, language: str, **settings: Any) -> None:
        """Like click.Command, with the usage line in `language`."""
        metavar = Text("[选项]", "[OPTIONS]").to(language)
        super().__init__(
            name, context_settings=dict(HELP_NAMES), options_metavar=metavar, **settings
        )


def block(lines: Iterable[str], title: str = "") -> Iterator[str]:
    """`lines` as a block of a page, after an empty line and `title`; nothing if there are no
    lines."""
    content = list(lines)
    if content:
        yield ""
        yield from (title, *content) if title else content


def wrap(text: str, width: int) -> Iterator[str]:
    """The lines of `text`, at most `width` cells wide, broken at spaces and between Han
    characters."""
    line = ""
    for piece in pieces(" ".join(text.split())):
        if line and cells(line) + cells(piece.rstrip()) > width:
            yield line.rstrip()
            line = piece.lstrip()
        else:
            line += piece
    if line.strip():
        yield line.rstrip()


def pieces(text: str) -> Iterator[str]:
    """The pieces of a text that must not be broken: a word with the spaces after it, or a Han
    character with the punctuation after it."""
    start = 0
    for at in range(1, len(text)):
        before, here = text[at - 1], text[at]
        if (
            here != " "
            and here not in _NOT_FIRST
            and (before == " " or cells(before) == 2 or cells(here) == 2)
        ):
            if before in _NOT_LAST:
                continue
            yield text[start:at]
            start = at
    yield text[start:]
