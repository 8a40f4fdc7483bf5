from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from reportlint.config.config import Config, Resolver
from reportlint.config.config_file import load_config
from reportlint.config.loader import Loader, WantedPack
from reportlint.config.rule_changes import Choice, rules_in_force
from reportlint.config.shipped import Shipped
from reportlint.core import schema
from reportlint.core.pack import Library, RuleSet
from reportlint.core.schema import Field
from reportlint.core.text import Text
from reportlint.kinds.protocol import Kind

sys.path.insert(0, str(Path(__file__).parent))

_DOC = Text("说明", "doc")


def _kind(options: Mapping[str, Field], fields: Mapping[str, str]) -> Kind:
    """A kind of which only the options matter."""
    return Kind(options, fields, lambda options, lexicon: None, lambda reading, prepared: ())


_TEXT = Field(schema.TEXT, _DOC)
_TEXTS = Field(schema.LIST, _DOC, (), item=_TEXT)
_REGEXES = Field(schema.LIST, _DOC, item=Field(schema.REGEX, _DOC))
_FAMILY = {
    "name": Field(schema.LOCAL, _DOC, {}),
    "words": _TEXTS,
    "regex": _REGEXES,
    "severity": Field(schema.CHOICE, _DOC, "", choices=("error", "warning", "info", "off")),
    "severity-without-type": Field(schema.CHOICE, _DOC, "", choices=("error", "warning", "info")),
}
FIND = _kind(
    {
        "words": _TEXTS,
        "regex": _REGEXES,
        "allow": _TEXTS,
        "safe": Field(schema.FLAG, _DOC, False),
        "at-least": Field(schema.NUMBER, _DOC, 1),
        "fault": Field(schema.CHOICE, _DOC, "gap", choices=("gap", "lone")),
        "replace": _TEXT,
        "target": Field(schema.PHRASES, _DOC),
        "patterns": Field(
            schema.MAP,
            _DOC,
            item=Field(schema.SWITCH, _DOC, item=Field(schema.RECORD, _DOC, fields=_FAMILY)),
        ),
    },
    {"found": "XX", "name": "name"},
)
BARE = _kind({}, {})


class DictReader:
    """A disk that is a mapping of paths to texts."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self.files = files

    def read(self, path: str) -> str | None:
        return self.files.get(path)

    def list(self, folder: str) -> list[str]:
        start = folder + "/"
        return sorted(
            {
                path.removeprefix(start).split("/")[0]
                for path in self.files
                if path.startswith(start)
            }
        )


CORE = {
    "rules/core/pack.yaml": "id: core\nname: core\nwords:\n  measures: [个, 家]\nmarkers:\n  dun: {numerals: chinese, suffix: 、}\n",
    "rules/core/blank.yaml": "kind: find\nseverity: error\nmessage: {zh: '“{found}”', en: '{found} left'}\nwords: XX\n"
    "patterns:\n  todo: {words: [TODO]}\n  square:"
    " {regex: '\\[\\w+\\]', severity-without-type: info}\n"
    "  dots: off\n",
    "rules/core/gap.yaml": "kind: find\nmessage: gap\nfault: gap\n",
    "rules/core/width.yaml": "kind: find\nseverity: off\nmessage: width\nwords: ['，']\n",
    "rules/core/unreadable.yaml": "kind: bare\nseverity: error\nmessage: unreadable\n",
    "rules/core/types/duty-report.yaml": "id: duty-report\nname: {zh: 述职报告, en: duty report}\nrecognise: {title: [述职报告]}\n"
    "opening: {any: [述职如下]}\nsections:\n  -"
    " {id: duties, title: 履职情况, aliases: [主要工作], lead: [履职方面]}\n"
    "  - {id: faults, title: 存在问题, required: recommended}\nclosing:"
    " {within: 2 paragraphs, groups: [{id: thanks, any: [谢谢]}]}\n",
}


@pytest.fixture
def kinds() -> dict[str, Any]:
    return {"find": FIND, "bare": BARE}


@pytest.fixture
def core() -> dict[str, str]:
    """The files of a small built-in pack."""
    return dict(CORE)


@pytest.fixture
def reader() -> type[DictReader]:
    return DictReader


@pytest.fixture
def shipped() -> Shipped:
    return Shipped(("core",), "rules")


def resolver(config: Config, library: Library, kinds: Mapping[str, Any]) -> Resolver:
    """The resolver of a configuration and its library."""
    return Resolver(config, lambda rule_id: kinds[library.rules[rule_id].kind].OPTIONS)


@pytest.fixture
def resolve() -> Any:
    return resolver


@pytest.fixture
def load(core: Any, reader: Any, shipped: Any, kinds: Any) -> Any:
    def load(text: str | None, **files: str) -> Any:
        disk = reader({**core, **files})
        return load_config(
            None if text is None else ("c/.reportlint.yaml", text), disk, shipped, kinds
        )

    return load


@pytest.fixture
def rules(load: Any, kinds: Any, resolve: Any) -> Any:
    def rules(text: str | None, path: str = "a.md", choice: Choice | None = None) -> dict[str, Any]:
        settings, library = load(text)
        changes = resolve(settings, library, kinds).file(path).rules
        made: RuleSet = rules_in_force(library, changes, choice or Choice(), kinds)
        return {rule.id: rule for rule in made.rules}

    return rules


HOUSE = {
    "c/house/pack.yaml": "id: house\nname: House\nrequires: [core]\nwords: {measures: [处], own: [甲]}\n"
    "markers: {dun: {numerals: chinese, suffix: [、, ，], place: clause}, shi: {numerals: words, words: [一是, [二是, 二则]], soft: true}}\n"
    "patterns: {blank: {han: {words: [某某], examples: {bad: [⟦某某⟧街道], good: 某人}}, todo: off}}\n",
    "c/house/acronym.yaml": "kind: find\nmessage: m\nregex: '\\L<measures>\\L<own>'\nwhen: {type: duty-report, path: 'a/**'}\n"
    "examples: {bad: [{text: a⟦b⟧c⟦d⟧, format: rst, type: request}]}\n",
    "c/house/types/duty-report.yaml": "extends: duty-report\nclosing: off\nsections:\n- {id: faults, drop: true}\n"
    "- {id: plan, title: 下步打算, list: {style: 一是, min: 3}}\n-"
    " {id: summary, title: 概述, after: duties, sections: [{id: s, title: S}]}\n",
    "c/house/types/request.yaml": "name: 请示\nextends: duty-report\nopening: {within: 3, any: 请示如下, groups: [{id: g, regex: x, severity: info}]}\n",
}


@pytest.fixture
def library(core: Any, reader: Any, shipped: Any, kinds: Any) -> Any:
    return Loader(reader({**core, **HOUSE}), shipped, kinds).load([WantedPack("./house", "c")])
