"""The configuration, the search for the configuration of a folder, and its settings for one file.

If the rules come from the cache, a run imports only this module of the package.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import TYPE_CHECKING
from reportlint.config.rule_changes import RuleChange, merge_changes
from reportlint.core.errors import UserError
from reportlint.core.glob import matches
from reportlint.core.text import Text

if TYPE_CHECKING:
    from reportlint.core.schema import Field

SIDE_FILE = ".reportlint-ignore.yaml"
NAMES = (".reportlint.yaml", ".reportlint.yml")
PYPROJECT = "pyproject.toml"


class Override(NamedTuple):
    """Changes for the files that match the globs `files`."""

    files: tuple[str, ...]
    rules: Mapping[str, RuleChange] = {}
    type: str | None = None  # None: unchanged; "": no report type
    language: str = ""
    encoding: str = ""


class IgnoreEntry(NamedTuple):
    """Findings to suppress: of `rules` (ids or globs), in `files` (globs), with the text `text`
    ("": any text)."""

    files: tuple[str, ...]
    rules: tuple[str, ...]
    text: str = ""
    reason: str = ""
    line: int = 0


class Config(NamedTuple):
    """One configuration file; if there is none, all fields are empty. Its globs are relative to
    `folder`."""

    path: str = ""
    folder: str = ""
    extends: tuple[str, ...] | None = None  # None: all built-in packs
    language: str = ""
    fail_on: str = ""
    encoding: str = ""
    exclude: tuple[str, ...] = ()
    rules: Mapping[str, RuleChange] = {}
    overrides: tuple[Override, ...] = ()
    ignores: tuple[IgnoreEntry, ...] = ()
    require_reason: bool = False


class FileConfig(NamedTuple):
    """The settings of the configuration for one file."""

    rules: Mapping[str, RuleChange]
    type: str | None = None  # None: recognise it; "": no report type
    language: str = ""
    encoding: str = ""
    matched: tuple[int, ...] = ()  # indices of the overrides that match the file


def find_config(
    folder: str, stop: str, read: Callable[[str], str | None]
) -> tuple[str, str] | None:
    """The path and text of the nearest configuration for the files in `folder`, searching upwards
    to `stop`, the root of the repository; None if there is none.

    If `stop` is "", the search goes up to the top folder. Raises UserError if a folder has both
    `.reportlint.yaml` and `.reportlint.yml`.
    """
    while True:
        paths = [posixpath.join(folder, name) for name in NAMES]
        files = [(path, text) for path in paths if (text := read(path)) is not None]
        if len(files) == 2:
            both = Text(
                f"{paths[0]} 和 {paths[1]} 只能留一个", f"both {paths[0]} and {paths[1]}: keep one"
            )
            raise UserError.of(both, paths[1], 1, 1)
        if files:
            return files[0]
        path = posixpath.join(folder, PYPROJECT)
        text = read(path)
        if text is not None and _has_our_table(text, path):
            return path, text
        above = posixpath.dirname(folder)
        if folder == stop or above == folder:
            return None
        folder = above


def _has_our_table(text: str, path: str) -> bool:
    from reportlint.config import toml

    return toml.parse(text, path) is not None


class Resolver:
    """Resolver of one configuration for files; files matched by the same overrides share one
    FileConfig.

    `options_of` returns the option fields of a rule by its id; it is called only if overrides
    change rules.
    """

    def __init__(self, config: Config, options_of: Callable[[str], Mapping[str, Field]]) -> None:
        self.config = config
        self._options_of = options_of
        self._resolved: dict[tuple[int, ...], FileConfig] = {}

    def file(self, path: str) -> FileConfig:
        """The settings for the file at `path`, which is relative to the folder of the configuration
        and has `/` as its separator."""
        matched = tuple(
            number
            for number, override in enumerate(self.config.overrides)
            if matches(override.files, path)
        )
        if matched not in self._resolved:
            self._resolved[matched] = self._merge(matched)
        return self._resolved[matched]

    def excluded(self, path: str) -> bool:
        """Whether `exclude` matches the file at `path` (relative as for `file`)."""
        return bool(self.config.exclude) and matches(self.config.exclude, path)

    def _merge(self, matched: tuple[int, ...]) -> FileConfig:
        config = self.config
        merged = FileConfig(config.rules, None, config.language, config.encoding, matched)
        for number in matched:
            override = config.overrides[number]
            rules = dict(merged.rules)
            for rule_id, change in override.rules.items():
                before = rules.get(rule_id, RuleChange())
                rules[rule_id] = merge_changes(before, change, self._options_of(rule_id))
            merged = merged._replace(
                rules=rules,
                type=merged.type if override.type is None else override.type,
                language=override.language or merged.language,
                encoding=override.encoding or merged.encoding,
            )
        return merged
