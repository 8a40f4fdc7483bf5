"""Files made to be slow, deeply nested or odd: mistakes are reported quickly and with a place."""

from __future__ import annotations

from typing import Any

import pytest

from reportlint.config import problems, toml, yaml
from reportlint.config.config_file import load_config
from reportlint.core.errors import UserError

TOML = "[tool.reportlint]\n"
SOUND = {
    "a long text": ("c/.reportlint.yaml", "exclude: ['" + "a" * 100_000 + "']\n"),
    "odd characters": ("c/.reportlint.yaml", 'exclude: ["\\u200b\\x7f\\U0001F600"]\n'),
    "many globs": ("c/.reportlint.yaml", "exclude:\n" + "- a*b*c\n" * 5_000),
    "a file of others, deep": ("c/pyproject.toml", "a = " + "[" * 5_000 + "]" * 5_000),
    "a file of others, with a long number": ("c/pyproject.toml", "a = " + "9" * 5_000),
    "a table of others, of dots": (
        "c/pyproject.toml",
        "# reportlint\n" + ".".join("a" * 2_000) + " = 1",
    ),
    "dots in a text": ("c/pyproject.toml", TOML + f'exclude = ["{"." * 5_000}"]\n'),
}
WRONG = {
    "NUL": ("c/.reportlint.yaml", 'extends: ["\\0"]\n', (1, 11), "U+0000"),
    "half of a surrogate pair": ("c/.reportlint.yaml", 'extends: ["\\ud800"]\n', (1, 11), "U+D800"),
    "NUL in a key": ("c/.reportlint.yaml", '"a\\0": 1\n', (1, 1), "U+0000"),
    "too large": ("c/.reportlint.yaml", "#" * (yaml.MAX_LENGTH + 1), (1, 1), "too large"),
    "many mistakes": (
        "c/.reportlint.yaml",
        "".join(f"k{number}: 1\n" for number in range(20_000)),
        (1, 1),
        "unknown key",
    ),
    "NUL in TOML": ("c/pyproject.toml", TOML + 'extends = "\\u0000"\n', (2, 1), "U+0000"),
    "a deep table": ("c/pyproject.toml", f"[tool.reportlint{'.a' * 900}]\n", (1, 18), "nested"),
    "a deeper table": ("c/pyproject.toml", f"[tool.reportlint{'.a' * 20_000}]\n", (1, 1), "nested"),
    "a deep list": ("c/pyproject.toml", f"{TOML}a = {'[' * 99}{']' * 99}\n", (2, 1), "nested"),
    "a deeper list": (
        "c/pyproject.toml",
        f"\n{TOML}a={'[' * 9_999}{']' * 9_999}",
        (2, 1),
        "nested",
    ),
    "dotted keys": ("c/pyproject.toml", f"{TOML}{'.'.join('a' * 50_000)} = 1\n", (2, 1), "nested"),
    "quoted dotted keys": ("c/pyproject.toml", TOML + '"a".' * 9_999 + "a = 1", (2, 1), "nested"),
    "a long number": ("c/pyproject.toml", f"{TOML}fail-on = {'9' * 99}\n", (2, 1), "digits"),
    "a longer number": ("c/pyproject.toml", f"{TOML}fail-on = {'9' * 9_999}\n", (1, 1), "digits"),
    "too large a TOML": ("c/pyproject.toml", TOML + "#" * toml.MAX_LENGTH, (1, 1), "too large"),
}
PACK = "id: p\nname: p\n"
WRONG_RULES = {
    "no kind's name": ("kind: ''\nmessage: m\n", (1, 7), "unknown kind"),
    "nothing for a kind": ("kind:\nmessage: m\n", None, "no value"),
    "a list for a kind": ("kind: [find]\nmessage: m\n", (1, 7), "kind"),
    "a broken link": (None, None, "broken symbolic link"),
}


@pytest.fixture
def problems_of(core: Any, reader: Any, shipped: Any, kinds: Any) -> Any:
    """The problems of a configuration file and of the files beside it, in order within each
    file."""

    def problems_of(path: str, text: str, files: dict[str, Any] | None = None) -> list[Any]:
        disk = reader({**core, path: text, **(files or {})})
        try:
            load_config((path, text), disk, shipped, kinds)
        except UserError as error:
            return list(error.problems)
        return []

    return problems_of


@pytest.mark.parametrize("name", SOUND)
def test_nothing_is_wrong_with(problems_of: Any, name: str) -> None:
    assert problems_of(*SOUND[name]) == []


@pytest.mark.parametrize("name", WRONG)
def test_it_is_said_with_its_place(problems_of: Any, name: str) -> None:
    path, text, place, message = WRONG[name]
    first, *others = problems_of(path, text)
    assert (first.path, (first.line, first.column)) == (path, place)
    assert message in first.message.en
    assert first.message.zh
    assert len(others) <= problems.MOST
    if others:
        assert "too many problems" in others[-1].message.en


@pytest.mark.parametrize("name", WRONG_RULES)
def test_a_rule_that_is_wrong(problems_of: Any, name: str) -> None:
    text, place, message = WRONG_RULES[name]
    files = {"c/p/pack.yaml": PACK, "c/p/x.yaml": text}
    (problem,) = problems_of("c/.reportlint.yaml", "extends: [./p]\n", files)
    assert problem.path == "c/p/x.yaml"
    assert message in problem.message.en
    if place:
        assert (problem.line, problem.column) == place


SHADOW = {"c/core/pack.yaml": "id: core\nname: mine\n"}
SHADOW_SOUND = {"c/my/pack.yaml": "id: my\nname: m\n"}


def test_a_pack_of_another_name_is_nobodys_shadow(problems_of: Any) -> None:
    assert problems_of("c/.reportlint.yaml", "extends: [core, ./my]\n", SHADOW_SOUND) == []


@pytest.mark.parametrize("extends", ["[./core]", "[./core, core]"])
def test_a_pack_cannot_pass_for_a_built_in_one(problems_of: Any, extends: str) -> None:
    problems = problems_of("c/.reportlint.yaml", f"extends: {extends}\n", SHADOW)
    assert [(problem.path, problem.line, problem.column) for problem in problems] == [
        ("c/core/pack.yaml", 1, 5)
    ]
    assert "built-in" in problems[0].message.en
