"""Configurations and their packs, each loaded once per run."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from reportlint._startup.typed import TYPE_CHECKING
from reportlint.baseline.session import Baselines
from reportlint.config.config import Config, FileConfig, Resolver, find_config
from reportlint.config.rule_changes import Choice, check_choice, rules_in_force
from reportlint.core.errors import UserError
from reportlint.core.pack import Library
from reportlint.core.request import Settings
from reportlint.core.rule import Rule
from reportlint.core.text import Text
from reportlint.files.origin import Origin
from reportlint.files.paths import absolute, folder_of, slashed, split, visible
from reportlint.files.reader import Disk
from reportlint.kinds import KINDS
from reportlint.run.remembered import Memory
from reportlint.suppression.entries import Ignores, side_file

if TYPE_CHECKING:
    from reportlint.changes.session import Changes
    from reportlint.config.shipped import Shipped
    from reportlint.core.schema import Field
    from reportlint.lint.check import Prepared
    from reportlint.lint.timing import Timer
    from reportlint.ordinals.matcher import Matcher
    from reportlint.structure.recognise import Recogniser


class Setup:
    """One configuration file, or none, with everything derived from it."""

    def __init__(
        self,
        config: Config,
        load_library: Callable[[], Library],
        settings: Settings,
        timer: Timer | None = None,
    ) -> None:
        """`load_library` is called when a rule or type is first needed, which is never the case if
        no file has changed."""
        self.config = config
        self._load_library = load_library
        self.resolver = Resolver(config, self._options_of)
        self.ignores = Ignores(config)
        self.origin = Origin()
        self.timer = timer
        self.choice = Choice(settings.select, settings.ignore)
        self._prepared: dict[tuple[int, ...], Prepared] = {}
        if settings.select or settings.ignore:
            check_choice(self.choice, self.library)
        if settings.type:
            self.type_id(settings.type)

    @cached_property
    def library(self) -> Library:
        """The rules, types and words of the packs."""
        return self._load_library()

    def type_id(self, name: str, place: str = "") -> str:
        """The id of the report type with this id or name, such as 述职报告; `place` is where the
        name was given. Raises UserError if there is none."""
        if name in self.library.types:
            return name
        from reportlint.config.known_types import KnownTypes, unknown_type

        types = tuple(self.library.types.values())
        known = KnownTypes(types).id_of(name)
        if not known:
            raise UserError.of(unknown_type(name, types), place)
        return known

    @cached_property
    def matcher(self) -> Matcher:
        """The compiled marker styles of the packs, shared by all files."""
        from reportlint.ordinals.matcher import Matcher

        return Matcher(self.library.lexicon)

    @cached_property
    def recogniser(self) -> Recogniser:
        """The compiled recognition of report types, shared by all files."""
        from reportlint.structure.recognise import Recogniser

        return Recogniser(self.library.types, self.library.lexicon)

    def _options_of(self, rule_id: str) -> Mapping[str, Field]:
        return KINDS[self.library.rules[rule_id].kind].OPTIONS

    def relative(self, path: str) -> str:
        """`path` as the configuration's globs see it: relative to its folder, else to the current
        one, with `/`."""
        whole, folder = os.path.abspath(path), self.config.folder or os.getcwd()
        below = os.path.join(folder, "")
        name = whole[len(below) :] if whole.startswith(below) else os.path.relpath(whole, folder)
        return slashed(name)

    def prepared(self, file: FileConfig) -> Prepared:
        """The compiled rules for a file with these settings, shared by all files that match the
        same overrides."""
        prepared = self._prepared.get(file.matched)
        if prepared is None:
            from reportlint.lint.check import prepare

            rules = rules_in_force(self.library, file.rules, self.choice, KINDS)
            prepared = prepare(rules.rules, rules.lexicon, self.library.rules)
            self._prepared[file.matched] = prepared
        return prepared


class Setups:
    """Finds the setup of each file: that of the nearest configuration, from the file's folder up to
    the root of the repository."""

    def __init__(
        self, settings: Settings, origin: Origin | None = None, *, whole: bool = False
    ) -> None:
        """With `whole`, rules have their examples and reasons, which a check does not need."""
        self.settings = settings
        self.origin = origin or Origin()
        self.disk = Disk()
        self.memory = Memory(self.disk)
        self.timer = _timer() if settings.profile else None
        self.baselines = Baselines(settings, self.origin)
        self.changes: Changes | None = None
        self._whole = whole
        self._of_folder: dict[str, Setup] = {}
        self._of_config: dict[str, Setup] = {}
        self._at: dict[
            str, tuple[Setup, str]
        ] = {}  # by folder, as given: its setup, and the prefix of relative paths there

    def of(self, path: str) -> Setup:
        """The setup of the file at `path`, which need not exist. Raises UserError for a bad
        configuration."""
        folder = folder_of(path)
        if self.settings.config or self.settings.isolated or self.settings.rule_files:
            folder = ""
        if folder not in self._of_folder:
            self._of_folder[folder] = self._load(self._find(folder))
        return self._of_folder[folder]

    def at(self, path: str) -> tuple[Setup, str]:
        """The setup of a file, and its path relative to the configuration; computed once per
        folder."""
        folder, name = split(path)
        if name in (
            "",
            os.curdir,
            os.pardir,
        ):  # an unreadable folder, checked so that it is reported
            setup = self.of(path)
            return setup, setup.relative(path)
        at = self._at.get(folder)
        if at is None:
            setup = self.of(path)
            at = self._at[folder] = setup, setup.relative(path)[: -len(name)]
        return at[0], at[1] + name

    @property
    def shipped(self) -> Shipped:
        """The built-in packs."""
        return self.memory.shipped()

    def rules(self) -> Mapping[str, Rule]:
        """All rules that files have been checked with so far, by id, with reasons and examples;
        loaded when first accessed."""
        configs = tuple(self._of_config)
        return _Rules(lambda: self._whole_rules(configs))

    def known_rules(self) -> Mapping[str, Rule]:
        """All rules that files have been checked with so far, by id, without reasons and examples;
        these are loaded already."""
        setups = self.all()
        return _Rules(
            lambda: {id: rule for setup in setups for id, rule in setup.library.rules.items()}
        )

    def _whole_rules(self, configs: Iterable[str]) -> dict[str, Rule]:
        rules: dict[str, Rule] = {}
        for path in configs:
            text = self.origin.reader.read(path) if path else None
            _, library = self.whole((path, text) if text is not None else None)
            rules.update(library.rules)
        return rules

    def all(self) -> list[Setup]:
        """The setups that files have been checked with so far."""
        return list(self._of_config.values())

    def _find(self, folder: str) -> tuple[str, str] | None:
        if self.settings.isolated or self.settings.rule_files:
            return None
        if not self.settings.config:
            return find_config(folder, self.origin.root_of(folder), self.origin.reader.read)
        path = absolute(self.settings.config)
        text = self.origin.reader.read(path)
        if text is None:
            raise UserError.of(
                Text("没有这个配置文件", "no such configuration file"),
                visible(self.settings.config),
            )
        return path, text

    def _load(self, config_file: tuple[str, str] | None) -> Setup:
        key = config_file[0] if config_file else ""
        if key not in self._of_config:
            if self._whole or self.settings.rule_files or self._elsewhere(config_file):
                config, library = self.whole(config_file)
                setup = Setup(config, lambda: library, self.settings, self.timer)
            else:
                config, load_library = self.memory.config(config_file)
                setup = Setup(config, load_library, self.settings, self.timer)
            setup.origin = self.origin
            setup.ignores = side_file(config, lambda: setup.library, self.origin, self.settings)
            self._of_config[key] = setup
        return self._of_config[key]

    def whole(self, config_file: tuple[str, str] | None) -> tuple[Config, Library]:
        """The configuration (path and text) and its library, with packs, examples and reasons. With
        `--rule-file`, those of the rule files instead."""
        if self.settings.rule_files:
            return Config(), self._tried
        if not self._elsewhere(config_file):
            return self.memory.whole(config_file)
        from reportlint.config.config_file import load_config

        shipped = self.shipped
        return load_config(config_file, self.origin.reader_with(shipped.folder), shipped, KINDS)

    @cached_property
    def _tried(self) -> Library:
        """The library of the rules given by `--rule-file`."""
        from reportlint.run.tried import tried_library

        return tried_library(self.settings.rule_files, self.disk, self.shipped)

    def _elsewhere(self, config_file: tuple[str, str] | None) -> bool:
        """Whether the configuration and its packs are read from a Git tree and not from disk."""
        return config_file is not None and self.origin.tree is not None


def _timer() -> Timer:
    from reportlint.lint.timing import Timer

    return Timer()


class _Rules(Mapping[str, Rule]):
    """The rules of some configurations, loaded when first accessed."""

    def __init__(self, load: Callable[[], dict[str, Rule]]) -> None:
        self._load = load

    @cached_property
    def _all(self) -> dict[str, Rule]:
        return self._load()

    def __getitem__(self, name: str) -> Rule:
        return self._all[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)
