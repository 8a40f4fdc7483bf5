"""The messages about invalid files: every message, in both languages, is in golden/messages.txt
(`--update` rewrites it)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from reportlint.config.config_file import load_config
from reportlint.core.errors import UserError

GOLDEN = Path(__file__).parent / "golden" / "messages.txt"
HOUSE = "id: house\nname: House\nrequires: [core]\n"
RULE = "kind: find\nmessage: m\nwhy: w\n"
TYPE = "name: 请示\n"
CONFIG = "c/.reportlint.yaml"


def rule(text: str) -> dict[str, str]:
    """A pack with one rule."""
    return pack({"acronym.yaml": text})


def pack(files: Mapping[str, str], head: str = HOUSE) -> dict[str, str]:
    return {
        CONFIG: "extends: [./house]\n",
        "c/house/pack.yaml": head,
        **{f"c/house/{name}": text for name, text in files.items()},
    }


def kind(text: str) -> dict[str, str]:
    return pack({"types/request.yaml": text})


def config(text: str) -> dict[str, str]:
    return {CONFIG: text}


def toml(text: str) -> dict[str, str]:
    return {"c/pyproject.toml": text}


SOUND: dict[str, dict[str, str]] = {
    "no configuration": {},
    "empty configuration": config(""),
    "only comments": config("# nothing yet\n"),
    "keys without content": config("rules:\n  # gap: off\nexclude:\noverrides:\n"),
    "off and on unquoted": config(
        "rules: {gap: off, width: on, blank: {patterns: {todo: off, dots: on}}}\n"
    ),
    "no, false and quoted off": config("rules:\n  gap: no\n  width: 'off'\n  unreadable: false\n"),
    "glob over rules": config("rules: {'*': warning, gap: off}\n"),
    "one text for a list": config("extends: core\nexclude: archive/**\n"),
    "a sentence that begins with a date": rule(
        RULE + "examples: {good: [2024-01-01 we began, 2024-01-01T10:00:00Z is UTC]}\n"
    ),
    "a date in quotes": rule(RULE + "words: ['2024-01-01', '12']\n"),
    "numbers inside text": rule(RULE + "words: [2024年, 1.北京, v1.2.3, 2024-2025, 3、, -, XX1]\n"),
    "marks of JSON schema": rule("# yaml-language-server: $schema=x.json\n" + RULE),
    "list of words in a regex": rule(RULE + "regex: 'XX\\L<measures>'\n"),
    "braces in a message": rule("kind: find\nmessage: 'write {{ }} not {found}'\n"),
    "id equal to the stem": rule("id: acronym\n" + RULE),
    "examples": rule(
        RULE
        + "examples:\n  bad: ['取缔⟦XX⟧家', '⟦⟧空', {text: ⟦a⟧ ⟦b⟧, format: text}]\n  good: SpaceX\n"
    ),
    "an anchor used twice": rule(
        "kind: &k find\nmessage: m\nwords: &w [*k, b]\nwhen: {path: *w}\n"
    ),
    ".yml": pack({"acronym.yml": RULE}),
    "pack without anything": pack({}),
    "patterns for another pack": pack(
        {}, HOUSE + "patterns: {blank: {han: {words: [某某]}, todo: off, dots: on}}\n"
    ),
    "the same type again": pack({"types/duty-report.yaml": "extends: duty-report\n"}),
    "a type without opening": pack(
        {
            "types/r.yaml": "name: r\nextends: duty-report\nopening: off\nclosing: {any: [x], within: 3 段}\n"
        }
    ),
    "a type with order": kind(
        TYPE
        + "order: true\nsections: [{id: a, title: A, required: false, sections: [{id: b, title: B}]}]\n"
    ),
    "extends in a circle of one": config("extends: [core, core]\n"),
    "toml": toml(
        "[tool.reportlint]\nfail-on = 'info'\nrules.gap ="
        " 'off'\n[tool.reportlint.rules.blank]\nallow = ['XX大道']\n"
    ),
    "toml of others": toml("[tool.other]\nx = 1\n"),
    "overrides": config(
        "overrides:\n- {files: '述职/**', type: duty-report, rules: {blank: off}}\n-"
        " {files: a, type: off}\n"
    ),
    "ignore": config("ignore: [{files: a.md, rule: [gap, 'b*'], text: '3', reason: 原文如此}]\n"),
    "encoding": config("encoding: GB18030\n"),
    "byte-order mark, CRLF": config("\ufeffrules:\r\n  gap: off\r\n"),
}

MALFORMED: dict[str, dict[str, str]] = {
    # YAML
    "a colon in a text": config("rules: a: b\n"),
    "a tab as indent": config("rules:\n\tgap: off\n"),
    "an open quote": config("language: 'zh\n"),
    "an open list": config("extends: [core\n"),
    "an escape": config('exclude: "a\\d"\n'),
    "a control character": config("language: \x01\n"),
    "a huge code point": config('language: "\\U99999999"\n'),
    "a key twice": config("language: zh\nrules: {}\nlanguage: en\n"),
    "two documents": config("language: zh\n---\nlanguage: en\n"),
    "a tag": config("language: !!python/object:os.system zh\n"),
    "an unknown alias": config("language: *zh\n"),
    "an alias of itself": config("rules: &r {gap: *r}\n"),
    "an alias bomb": config(
        "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
        + "".join(
            f"{b}: &{b} [{','.join(['*' + a] * 10)}]\n"
            for a, b in zip("abcde", "bcdef", strict=True)
        )
    ),
    "too deep": config("rules: " + "[" * 60 + "]" * 60 + "\n"),
    "a list as key": config("? [a]\n: b\n"),
    "reserved character": config("exclude: [@home]\n"),
    # configuration
    "a list for a configuration": config("- core\n"),
    "an unknown key": config("langauge: zh\nzzz: 1\n"),
    "an unknown rule": config("rules: {blonk: off, qqq: error}\n"),
    "an unknown severity": config("rules: {gap: eror, blank: fatal, width: 3}\n"),
    "a rule without a value": config("rules:\n  gap:\n"),
    "an unknown option": config("rules: {blank: {alow: [x]}}\n"),
    "an unknown family": config("rules: {blank: {patterns: {todoo: off}}}\n"),
    "a wrong option": config(
        "rules: {blank: {safe: yes, at-least: 1.5, fault: hole, words: {a: b}, target: ~}}\n"
    ),
    "a glob with a record": config("rules: {'g*': {words: x}}\n"),
    "a glob that no rule has": config("rules: {'zz*': off}\n"),
    "a message with a wrong field": config("rules: {blank: {message: {zh: '{fund}', en: '{'}}}\n"),
    "an unknown pack": config("extends:\n  - core\n  - coree\n  - ./nowhere\n"),
    "a folder without pack.yaml": {CONFIG: "extends: [./house]\n", "c/house/a.yaml": RULE},
    "an unknown type": config("overrides: [{files: a, type: duty-reprt}]\n"),
    "an override without files": config("overrides: [{type: duty-report}, x]\n"),
    "globs that match nothing": config("exclude: ['*.{md,txt}', 'a\\b', '../x', '', '[z-a]']\n"),
    "an unknown encoding": config("encoding: utf-9\n"),
    "an unknown language": config("language: fr\nfail-on: warn\n"),
    "ignore without a rule": config("ignore: [{files: a.md}, {files: a.md, rule: blnk}]\n"),
    "a number for a text": config("ignore: [{files: a.md, rule: gap, text: 37}]\n"),
    "bad toml": toml("[tool.reportlint]\nlanguage = zh\n"),
    "toml with an unknown key": toml(
        "[tool.reportlint]\nlangauge = 'zh'\nextends = ['core']\n\n[tool.reportlint.rules]\nblonk"
        " = 'off'\n"
    ),
    "two configuration files": {CONFIG: "", "c/.reportlint.yml": ""},
    # rule files
    "an empty rule file": rule(""),
    "a rule that is a text": rule("hello\n"),
    "a rule without kind and message": rule("why: w\n"),
    "an unknown kind": rule("kind: fnd\nmessage: m\n"),
    "an id unlike the stem": rule("id: acronim\n" + RULE),
    "no kebab-case": pack({"Bad_Name.yaml": RULE}),
    "a typo in a key": rule(RULE + "severty: error\n"),
    "a severity that is none": rule(RULE + "severity: critical\n"),
    "several things at once": rule(
        "kind: find\nseverty: x\nmessage: '{nam}'\nsafe: maybe\nwords: [1, true, 2024-01-01, ~]\n"
    ),
    "an open parenthesis": rule(RULE + "regex: ['(a', 'b']\n"),
    "an unknown list of words": rule(RULE + "regex: 'XX\\L<mesures>'\n"),
    "a regex that calls itself": rule(RULE + "regex: ['a', '(?:(?R)a|b)']\n"),
    "a rule that yields to none": rule(RULE + "words: XX\nyields-to: [blnk]\n"),
    "a lone brace": rule("kind: find\nmessage: 'a } b'\n"),
    "a language that is none": rule("kind: find\nmessage: {cn: 好}\n"),
    "a mark without partner": rule(RULE + "examples: {bad: ['取缔⟦XX家', 'a⟧']}\n"),
    "bad without mark, good with": rule(RULE + "examples: {bad: [XX], good: ['⟦XX⟧']}\n"),
    "examples of an unknown sort": rule(RULE + "examples: {pass: [XX]}\n"),
    "examples in a family": rule(
        RULE + "patterns: {a: {words: x, examples: {bad: [{text: ⟦x, form: text}]}}}\n"
    ),
    "a family that is a text": rule(RULE + "patterns: {a: XX, b: on}\n"),
    "when": rule(RULE + "when: {typ: x, language: de, path: '{a,b}/*'}\n"),
    "types that are not there": rule(
        RULE
        + "when: {type: [duty-report, dutyreport]}\nexamples: {good: [{text: x, type: requst}]}\n"
    ),
    "two files of one rule": pack({"acronym.yaml": RULE, "acronym.yml": RULE}),
    "a rule of another pack again": pack({"gap.yaml": RULE}),
    "two rule files": pack({"a.yaml": "kind: find\n", "b.yaml": "kind: [\n", "c.yaml": RULE}),
    # packs
    "a value missing": rule("kind: [\n"),
    "a pack without name": pack({}, "id: house\n"),
    "a pack that is a list": pack({}, "- house\n"),
    "a pack id": pack({}, "id: House Pack\nname: n\n"),
    "a pack with an unknown key": pack({}, HOUSE + "marker: {}\n"),
    "a marker style": pack({}, HOUSE + "markers: {a: {suffx: 、, place: start, after: '['}}\n"),
    "a pack that requires an unknown one": pack({}, "id: house\nname: n\nrequires: [core, cor]\n"),
    "packs that require each other": {
        **pack({}, "id: house\nname: n\nrequires: [../other]\n"),
        "c/other/pack.yaml": "id: other\nname: n\nrequires: [../house]\n",
    },
    "patterns for an unknown rule": pack(
        {}, HOUSE + "patterns: {blnk: {a: {words: x}}, unreadable: {a: {words: x}}}\n"
    ),
    "patterns that are wrong": pack(
        {}, HOUSE + "patterns: {blank: {a: {wrds: x, examples: {bad: x}}}}\n"
    ),
    # report types
    "a type without name": kind("order: maybe\n"),
    "a type that is a list": kind("- a\n"),
    "a type of another id": kind("id: other\n" + TYPE),
    "a type that extends an unknown one": kind(TYPE + "extends: duty\n"),
    "types that extend each other": pack(
        {"types/a.yaml": "name: a\nextends: b\n", "types/b.yaml": "name: b\nextends: a\n"}
    ),
    "a section twice, one without title": kind(
        TYPE + "sections: [{id: a, title: A}, {id: a, title: B}, {id: c}, x]\n"
    ),
    "a section to drop that is not there": kind(
        TYPE + "extends: duty-report\nsections: [{id: dutis, drop: true}]\n"
    ),
    "a section after an unknown one": kind(
        TYPE + "extends: duty-report\nsections: [{id: x, title: X, after: dutis}]\n"
    ),
    "required: yes": kind(TYPE + "sections: [{id: a, title: A, required: maybe}]\n"),
    "a demand without phrases": kind(
        TYPE + "closing: {groups: [{id: a}, {id: b, any: [x]}, {id: b, any: [y]}]}\n"
    ),
    "within": kind(TYPE + "closing: {within: two, any: [x]}\nopening: on\n"),
    "a type already there": pack({"types/duty-report.yaml": TYPE}),
    "a type built on a bad one": pack(
        {"types/a.yaml": "nme: a\n", "types/b.yaml": "name: b\nextends: a\n"}
    ),
}


def load(
    files: Mapping[str, str], core: Mapping[str, str], reader: Any, shipped: Any, kinds: Any
) -> Any:
    from reportlint.config.config import find_config

    disk = reader({**core, **files})
    return load_config(find_config("c", "c", disk.read), disk, shipped, kinds)


@pytest.mark.parametrize("name", SOUND)
def test_near_misses_load(name: str, core: Any, reader: Any, shipped: Any, kinds: Any) -> None:
    assert load(SOUND[name], core, reader, shipped, kinds)[1].rules


def test_every_message(core: Any, reader: Any, shipped: Any, kinds: Any, update: bool) -> None:
    messages = []
    for name, files in MALFORMED.items():
        try:
            load(files, core, reader, shipped, kinds)
        except UserError as error:
            lines = [f"{problem.to('en')}\n{problem.to('zh')}" for problem in error.problems]
            messages.append("\n".join([f"== {name}", *lines]))
        else:
            pytest.fail(f"{name}: loads")
    text = "\n\n".join(messages) + "\n"
    if update:
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")
