"""Findings that are known, and are not reported."""

from __future__ import annotations

from reportlint._startup.namedtuple import NamedTuple

NAME = ".reportlint-baseline.yaml"


class Key(NamedTuple):
    """What makes a finding in one file a known one."""

    rule: str
    section: tuple[str, ...]
    text: str


class Entry(NamedTuple):
    """How many findings of a key there are at a path, which is relative to the folder of the baseline."""

    path: str
    rule: str
    section: tuple[str, ...]
    text: str
    number: int = 1

    @property
    def key(self) -> Key:
        """The entry without its file."""
        return Key(self.rule, self.section, self.text)
