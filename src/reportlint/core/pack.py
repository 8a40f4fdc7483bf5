"""Packs: folders of rules and report types, and how they are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any, Protocol
from reportlint.core.lexicon import Lexicon
from reportlint.core.report_type import ReportType
from reportlint.core.rule import Example, Rule


class Reader(Protocol):
    """What `load` asks of the disk. Paths use `/` and are absolute or relative to the current folder."""

    def read(self, path: str) -> str | None:
        """The text of a file; None where there is no such file. Raises UserError for one that cannot be read or decoded."""

    def list(self, folder: str) -> Sequence[str]:
        """The names of the files and folders in `folder`; empty where there is no such folder."""


class Addition(NamedTuple):
    """Named patterns that a pack adds to a rule of another pack; only what the pack says, without defaults."""

    rule: str
    patterns: Mapping[str, Any]
    examples: tuple[Example, ...] = ()


class Pack(NamedTuple):
    """One pack as its files say it; its report types have what they extend already in them."""

    id: str
    name: Mapping[str, str]
    description: Mapping[str, str] = {}
    requires: tuple[str, ...] = ()
    language: str = ""
    path: str = ""  # its folder
    lexicon: Lexicon = Lexicon()
    rules: tuple[Rule, ...] = ()
    types: tuple[ReportType, ...] = ()
    additions: tuple[Addition, ...] = ()


class Library:
    """All packs in use, put together: later ones add to earlier ones."""

    packs: tuple[Pack, ...]
    rules: Mapping[str, Rule]
    lexicon: Lexicon
    types: Mapping[str, ReportType]

    def __init__(
        self,
        packs: tuple[Pack, ...],
        rules: Mapping[str, Rule],
        lexicon: Lexicon,
        types: Mapping[str, ReportType],
    ) -> None:
        self.packs, self.rules, self.lexicon, self.types = packs, rules, lexicon, types

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Library) and all(
            getattr(self, one) == getattr(other, one) for one in Library.__annotations__
        )

    __hash__ = None  # type: ignore[assignment]


class Later(Library):
    """A library that is made when it is first looked at: where no file has changed, none is."""

    def __init__(self, make: Callable[[], Library]) -> None:
        self._make = make

    def __getattr__(self, name: str) -> Any:
        if name not in Library.__annotations__:
            raise AttributeError(name)
        self.__dict__.update(vars(self._make()))
        return self.__dict__[name]


class RuleSet(NamedTuple):
    """What one file is checked with: the rules that are on, with the configuration's changes in them."""

    rules: tuple[Rule, ...]
    lexicon: Lexicon
