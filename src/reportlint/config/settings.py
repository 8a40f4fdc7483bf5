"""What a configuration file says, as values."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any

ON = "on"


class Change(NamedTuple):
    """What the configuration changes of one rule; "" and {} change nothing."""

    severity: str = ""  # a severity, "off" or "on"
    message: Mapping[str, str] = {}
    options: Mapping[str, Any] = {}
    suppressible: bool | None = None


class Override(NamedTuple):
    """Changes for the files that `files` match."""

    files: tuple[str, ...]
    rules: Mapping[str, Change] = {}
    type: str | None = None  # "" is none
    language: str = ""
    encoding: str = ""


class Ignore(NamedTuple):
    """Findings to let pass: of one of `rules` (ids or globs), in `files`, whose text is `text` ("" is any)."""

    files: tuple[str, ...]
    rules: tuple[str, ...]
    text: str = ""
    reason: str = ""
    line: int = 0


class Settings(NamedTuple):
    """One configuration file; without one, all of it is empty. Its globs are relative to `folder`."""

    path: str = ""
    folder: str = ""
    extends: tuple[str, ...] | None = None  # None is all built-in packs
    language: str = ""
    fail_on: str = ""
    encoding: str = ""
    exclude: tuple[str, ...] = ()
    rules: Mapping[str, Change] = {}
    overrides: tuple[Override, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    require_reason: bool = False
