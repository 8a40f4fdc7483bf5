"""The configuration of a file: which it is, and what it says of that file.

A run whose rules come from the cache needs no more of a configuration than this.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import TYPE_CHECKING
from reportlint.config.change import merge_changes
from reportlint.config.settings import Change, Settings
from reportlint.core import glob
from reportlint.core.errors import Problem, UserError
from reportlint.core.pack import Library
from reportlint.core.text import Text

if TYPE_CHECKING:
    from reportlint.config.rules import Kinds

SIDE_FILE = ".reportlint-ignore.yaml"
NAMES = (".reportlint.yaml", ".reportlint.yml")
PYPROJECT = "pyproject.toml"


def find_config(
    folder: str, stop: str, read: Callable[[str], str | None]
) -> tuple[str, str] | None:
    """Path and text of the configuration for the files in `folder`: the nearest, going up to `stop`, the repository's root.

    With `stop` "" the way goes up to the top. Raises UserError where a folder has both `.reportlint.yaml` and `.yml`.
    """
    while True:
        paths = [posixpath.join(folder, name) for name in NAMES]
        found = [(path, text) for path in paths if (text := read(path)) is not None]
        if len(found) == 2:
            said = Text(
                f"{paths[0]} 和 {paths[1]} 只能留一个", f"both {paths[0]} and {paths[1]}: keep one"
            )
            raise UserError([Problem(said, paths[1], 1, 1)])
        if found:
            return found[0]
        path = posixpath.join(folder, PYPROJECT)
        text = read(path)
        if text is not None and _is_ours(text, path):
            return path, text
        above = posixpath.dirname(folder)
        if folder == stop or above == folder:
            return None
        folder = above


def _is_ours(text: str, path: str) -> bool:
    """Whether a `pyproject.toml` has a table of ours."""
    from reportlint.config import toml

    return toml.parse(text, path) is not None


class FileSettings(NamedTuple):
    """What the configuration says of one file."""

    rules: Mapping[str, Change]
    type: str | None = None  # None: recognise it; "": it has none
    language: str = ""
    encoding: str = ""
    matched: tuple[int, ...] = ()  # which overrides match


class Resolver:
    """Resolves one configuration for files; files that the same overrides match share one FileSettings."""

    def __init__(self, settings: Settings, library: Library, kinds: Kinds) -> None:
        self.settings = settings
        self.library = library
        self.kinds = kinds
        self._made: dict[tuple[int, ...], FileSettings] = {}

    def file(self, path: str) -> FileSettings:
        """The settings of the file at `path`, relative to the folder of the configuration, with `/`."""
        overrides = self.settings.overrides
        matched = tuple(
            number for number, one in enumerate(overrides) if glob.matches(one.files, path)
        )
        if matched not in self._made:
            self._made[matched] = self._merge(matched)
        return self._made[matched]

    def excluded(self, path: str) -> bool:
        """Whether `exclude` names the file at `path` (relative as for `file`)."""
        return bool(self.settings.exclude) and glob.matches(self.settings.exclude, path)

    def _merge(self, matched: tuple[int, ...]) -> FileSettings:
        settings = self.settings
        merged = FileSettings(settings.rules, None, settings.language, settings.encoding, matched)
        for number in matched:
            one = settings.overrides[number]
            rules = dict(merged.rules)
            for own, change in one.rules.items():
                fields = self.kinds[self.library.rules[own].kind].OPTIONS
                rules[own] = merge_changes(rules.get(own, Change()), change, fields)
            merged = merged._replace(
                rules=rules,
                type=merged.type if one.type is None else one.type,
                language=one.language or merged.language,
                encoding=one.encoding or merged.encoding,
            )
        return merged
