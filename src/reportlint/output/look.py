"""How a report is to look."""

from __future__ import annotations

from reportlint._startup.namedtuple import NamedTuple

RESET = "\x1b[0m"
BOLD = "\x1b[1m"
DIM = "\x1b[2m"
STYLES = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "info": "\x1b[1;36m"}


class Look(NamedTuple):
    """What the caller knows of the place where the text goes."""

    color: bool = False
    width: int = 80  # cells of a line, excerpts are cut to it
    quiet: bool = False  # findings only, no words around them
    here: str = ""  # the current folder, absolute, with `/`; paths in a report are seen from it
    root: str = ""  # the folder that the reading service sees paths from, absolute, with `/`; "" is the current one

    def paint(self, style: str, text: str) -> str:
        """`text` in an ANSI style, where colour is wanted."""
        return f"{style}{text}{RESET}" if self.color and text else text
