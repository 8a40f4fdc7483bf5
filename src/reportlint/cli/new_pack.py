"""`reportlint new-pack`: see `workshop.py`."""

from __future__ import annotations

from reportlint.cli.help import Command
from reportlint.cli.workshop import make


def command(language: str) -> Command:
    """The click command, with its help in `language`."""
    return make("new-pack", language)
