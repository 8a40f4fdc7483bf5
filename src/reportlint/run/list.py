"""The packs, rules and report types in use in the current folder, or in another."""

from __future__ import annotations

import os

from reportlint._startup.namedtuple import NamedTuple
from reportlint.config.known_types import unknown_rule
from reportlint.config.rule_changes import change_rule
from reportlint.config.rule_names import ids_of, match_rules
from reportlint.core.errors import UserError
from reportlint.core.pack import Library
from reportlint.core.report_type import ReportType
from reportlint.core.request import Settings
from reportlint.core.rule import Rule
from reportlint.kinds import KINDS
from reportlint.output.addresses import rule_link, type_link
from reportlint.run.setup import Setup, Setups


def here(settings: Settings, folder: str = "") -> Setup:
    """The setup of `folder`; "" is the current one. Raises UserError for a bad configuration."""
    return Setups(settings, whole=True).of(os.path.join(folder or os.getcwd(), "-"))


class UsedPack(NamedTuple):
    """A pack in use, and its folder; "" for a built-in one."""

    id: str
    folder: str


def packs(settings: Settings) -> list[UsedPack]:
    """The packs in use in the current folder, in order. Raises UserError for a bad
    configuration."""
    setups = Setups(settings, whole=True)
    used = setups.of(os.path.join(os.getcwd(), "-")).library.packs
    built_in = setups.shipped.folder + "/"
    shipped = (pack.path.startswith(built_in) or pack.path == pack.id for pack in used)
    return [
        UsedPack(pack.id, "" if is_ours else pack.path)
        for pack, is_ours in zip(used, shipped, strict=True)
    ]


def rules(settings: Settings) -> list[Rule]:
    """The rules that `--select` and `--ignore` leave, as configured, by pack and id; rules that are
    off are included. Raises UserError."""
    setup = here(settings)
    known = setup.library.rules
    chosen = ids_of(settings.select or ("*",), known) - ids_of(settings.ignore, known)
    return [_configured(setup, rule_id) for rule_id in known if rule_id in chosen]


def rule(rule_id: str, settings: Settings, folder: str = "") -> Rule:
    """The rule of this id or short name, as configured in `folder`. Raises UserError if there is
    none."""
    setup = here(settings, folder)
    return _configured(setup, one_rule(rule_id, setup.library))


def one_rule(name: str, library: Library) -> str:
    """The id of the rule with this id or short name. Raises UserError if there is none."""
    ids = [] if set("*?") & set(name) else match_rules(name, library.rules)
    if not ids:
        raise UserError.of(unknown_rule(name, library.rules, library.types.values()))
    return ids[0]


def type_of(name: str, settings: Settings) -> ReportType | None:
    """The report type with this id or name; None if there is none. Raises UserError for a bad
    configuration."""
    library = here(settings).library
    named = (
        report_type for report_type in library.types.values() if name in report_type.name.values()
    )
    return library.types.get(name) or next(named, None)


def rule_page(of: Rule, language: str) -> str:
    """The URL of a rule's documentation; "" if there is none."""
    return rule_link(of, language)


def type_page(of: ReportType, settings: Settings, language: str) -> str:
    """The URL of a shipped report type's page; "" for a type of any other pack."""
    shipped = any(pack.id == of.pack and not pack.folder for pack in packs(settings))
    return type_link(of.id, language) if shipped else ""


def types(settings: Settings) -> list[ReportType]:
    """All report types. Raises UserError for a bad configuration."""
    return list(here(settings).library.types.values())


def _configured(setup: Setup, rule_id: str) -> Rule:
    configured = setup.library.rules[rule_id]
    change = setup.config.rules.get(rule_id)
    return change_rule(configured, change, KINDS) if change is not None else configured
