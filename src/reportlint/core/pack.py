"""Packs: folders of rules and report types, and how they are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any, Protocol
from reportlint.core.lexicon import Lexicon
from reportlint.core.report_type import BlankField, Frame, ReportType, ReportTypes
from reportlint.core.rule import Example, Rule


class Reader(Protocol):
    """The disk access that `config` needs. Paths use `/` and are absolute or relative to the
    current folder."""

    def read(self, path: str) -> str | None:
        """The text of a file; None if there is no such file. Raises UserError if it cannot be read
        or decoded."""

    def list(self, folder: str) -> Sequence[str]:
        """The names of the files and folders in `folder`; empty if there is no such folder."""


class Addition(NamedTuple):
    """Named patterns that a pack adds to a rule of another pack, as in its file, without
    defaults."""

    rule: str
    patterns: Mapping[str, Any]
    examples: tuple[Example, ...] = ()


class PackTemplate(NamedTuple):
    """The part of a `pack.yaml` about new reports: the letterhead and signature, the fields."""

    # texts that are not "" apply to the types of the pack that have none of their own
    frame: Frame = Frame()
    fields: Mapping[str, BlankField] = {}  # also for the types of packs before it


NO_TEMPLATE = PackTemplate()


class Pack(NamedTuple):
    """One pack as defined by its files; its report types already include the types that they
    extend."""

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
    template: PackTemplate = PackTemplate()


class Library(NamedTuple):
    """All packs in use, combined: later packs add to earlier ones."""

    packs: tuple[Pack, ...]  # () if the library comes from the cache
    rules: Mapping[str, Rule]
    lexicon: Lexicon
    types: ReportTypes


class RuleSet(NamedTuple):
    """The rules that are on for one file, with the changes of the configuration applied, and the
    lexicon."""

    rules: tuple[Rule, ...]
    lexicon: Lexicon
