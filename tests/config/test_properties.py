"""Whatever a user writes into a file, the result is a value or a UserError with places."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportlint.config.config import Resolver
from reportlint.config.config_file import load_config
from reportlint.config.rule_changes import Choice, rules_in_force
from reportlint.core.errors import UserError

FILES = {
    "c/.reportlint.yaml": "extends: [core, ./h]\nlanguage: zh\nexclude: ['a/**']\nrules: {blank: {severity: error, allow: [XX], patterns: {todo: off}}}\n"
    "overrides: [{files: 'b/*', type: duty-report, rules: {gap: info}}]\nignore:"
    " [{files: a.md, rule: gap, text: '3'}]\n",
    "c/pyproject.toml": "[tool.reportlint]\nlanguage = 'zh'\nextends = ['core']\n[tool.reportlint.rules]\ngap = 'off'\n",
    "c/h/pack.yaml": "id: h\nname: {zh: 甲, en: h}\nrequires: [core]\nwords: {own: [一, 二]}\n"
    "markers: {m: {numerals: words, words: [[a], b], level: 2, after: '[x]'}}\n"
    "patterns: {blank: {q: {regex: '\\L<own>', examples: {bad: [⟦一⟧]}}}}\n",
    "c/h/r.yaml": "kind: find\nmessage: {zh: '{found}', en: x}\nregex: ['(a|b)+', '\\L<own>']\nwhen: {type: [t], path: '*'}\ntarget: {any: [x]}\n"
    "at-least: 2\nsafe: true\nexamples: {bad: ['⟦a⟧', {text: ⟦a⟧, format: text}], good: b}\n",
    "c/h/types/t.yaml": "name: T\nextends: duty-report\nrecognise: {title: [x], opening: {any: [y]}, path: 'x/*'}\nopening: {within: 2, any: [z]}\n"
    "sections: [{id: faults, drop: true},"
    " {id: n, title: N, after: duties, lead: x, list: {style: 一是, min: 2}}]\nclosing:"
    " off\norder: true\n",
}
PIECES = st.sampled_from(
    [
        "",
        ":",
        "- ",
        "\n",
        "\n  ",
        "{",
        "}",
        "[",
        "]",
        "'",
        '"',
        "&a ",
        "*a",
        "!x ",
        "~",
        "off",
        "1",
        "true",
        "a: b",
        "⟦",
        "(",
        "\\L<x>",
        "%",
        "|\n",
        "x, ",
        "\t",
        "\u2028",
        "🙂",
    ]
)


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, str]:
    """One of the files, with some pieces removed or inserted."""
    path = draw(st.sampled_from(sorted(FILES)))
    text = FILES[path]
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(PIECES) + text[at + draw(st.integers(0, 8)) :]
    return path, text


def check(path: str, text: str, core: Any, reader: Any, shipped: Any, kinds: Any) -> None:
    files = {**core, **FILES, path: text}
    config = path if path.endswith("pyproject.toml") else "c/.reportlint.yaml"
    try:
        loaded, library = load_config((config, files[config]), reader(files), shipped, kinds)
    except UserError as error:
        problems = error.problems
    else:
        problems = ()
        resolver = Resolver(loaded, lambda rule_id: kinds[library.rules[rule_id].kind].OPTIONS)
        rules_in_force(library, resolver.file("b/x.md").rules, Choice(), kinds)
    assert all(problem.path and problem.message.zh and problem.message.en for problem in problems)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None
)
@given(file=mutated())
def test_mutated_files(
    file: tuple[str, str], core: Any, reader: Any, shipped: Any, kinds: Any
) -> None:
    check(*file, core, reader, shipped, kinds)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None
)
@given(path=st.sampled_from(sorted(FILES)), text=st.text(max_size=60))
def test_any_text(path: str, text: str, core: Any, reader: Any, shipped: Any, kinds: Any) -> None:
    check(path, text, core, reader, shipped, kinds)


def test_every_kind_of_value_in_every_place(
    core: Any, reader: Any, shipped: Any, kinds: Any
) -> None:
    """Each key of each table of fields with a value of each type."""
    from reportlint.config.config_fields import CONFIG
    from reportlint.config.pack_file import PACK
    from reportlint.config.rule_file import RULE
    from reportlint.config.type_fields import TYPE

    tables = {
        "c/.reportlint.yaml": (CONFIG, ""),
        "c/h/pack.yaml": (PACK, "id: h\nname: h\nrequires: [core]\n"),
        "c/h/r.yaml": ({**RULE, **kinds["find"].OPTIONS}, "kind: find\nmessage: m\n"),
        "c/h/types/t.yaml": (TYPE, "name: t\n"),
    }
    values = [
        "~",
        "x",
        "1",
        "true",
        "[]",
        "{}",
        "[x]",
        "[~]",
        "[[x]]",
        "[{}]",
        "{x: y}",
        "{x: {y: z}}",
        "{blank: x, gap: {patterns: 1}}",
        "{blank: {patterns: {todo: 1}}}",
    ]
    values += [
        "[{id: a, sections: [{id: b, drop: true}], drop: x}]",
        "{any: x, groups: [x, {id: y}]}",
        "{bad: {x: y}, good: [[x]]}",
        "[{files: {}, rules: x, rule: {}}]",
    ]
    tried = 0
    for path, (fields, start) in tables.items():
        for key in fields:
            for value in values:
                rest = "".join(
                    line + "\n" for line in start.splitlines() if not line.startswith(f"{key}:")
                )
                check(path, f"{rest}{key}: {value}\n", core, reader, shipped, kinds)
                tried += 1
    assert tried > 1000


def test_a_bug_of_ours_is_not_hidden(core: Any, reader: Any, shipped: Any) -> None:
    with pytest.raises(AttributeError):
        load_config(
            None, reader(core), shipped, {"find": SimpleNamespace(), "bare": SimpleNamespace()}
        )
