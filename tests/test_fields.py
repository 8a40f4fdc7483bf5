"""Every key of every kind has an example that runs: a file in the pack `examples/fields`, or else a
built-in rule. Without the key, the example fails."""

from __future__ import annotations

import copy
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from reportlint.config.rule_file import RULE
from reportlint.core.errors import UserError
from reportlint.core.request import Settings
from reportlint.core.schema import Field
from reportlint.kinds import KINDS
from reportlint.run import examples

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tools"))

from gen_config_docs import keys_of, place_of

PACK = ROOT / "examples" / "fields"
FILES = sorted(path for path in PACK.glob("*.yaml") if path.name != "pack.yaml")
# What an example cannot show, since it is not asked of examples: how grave a finding is, what it
# says, what a fix writes; the language of the whole text.
UNSEEN = frozenset("name severity severity-without-type replace safe language yields-to".split())


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_of_a_kind_has_an_example(kind: str) -> None:
    missing = [key for key in keys_of(KINDS[kind].OPTIONS) if not place_of(kind, key)]
    files = [f"examples/fields/{kind}-{key.replace('.', '-')}.yaml" for key in missing]
    assert files == [], "to be written"


def test_the_examples_hold() -> None:
    result = examples.test([str(PACK)], Settings(isolated=True))
    assert result.failures == ()
    assert result.warnings == ()


def key_of(path: Path) -> tuple[str, ...]:
    """The key path in the name of a file: `count-at` is `at`, `fields-fields-once` is `fields`,
    `once`."""
    kind = next(name for name in ("rule", *KINDS) if path.stem.startswith(f"{name}-"))
    table: Mapping[str, Field] = RULE if kind == "rule" else KINDS[kind].OPTIONS
    key = next(keys(path.stem.removeprefix(f"{kind}-"), table), None)
    assert key, f"{path.name}: no key of {kind} is called so"
    return key


def keys(name: str, table: Mapping[str, Field]) -> Iterator[tuple[str, ...]]:
    for key, field in table.items():
        if name == key:
            yield (key,)
        inner = field
        while inner.item is not None:
            inner = inner.item
        if name.startswith(f"{key}-") and inner.fields:
            yield from ((key, *rest) for rest in keys(name.removeprefix(f"{key}-"), inner.fields))


def without(data: Any, key: tuple[str, ...]) -> Any:
    """The data of a rule without a key, at any depth below the keys before it."""
    if isinstance(data, list):
        return [without(item, key) for item in data]
    if not isinstance(data, dict):
        return data
    first, *rest = key
    if first in data:
        if not rest:
            return {name: value for name, value in data.items() if name != first}
        return {**data, first: without(data[first], tuple(rest))}
    return {name: without(value, key) for name, value in data.items()}


def test_without_its_key_an_example_does_not_hold(tmp_path: Path) -> None:
    folder = tmp_path / "fields"
    shutil.copytree(PACK / "types", folder / "types")
    shutil.copy(PACK / "pack.yaml", folder)
    waiting = set()
    for path in FILES:
        key = key_of(path)
        data = YAML(typ="safe", pure=True).load(path)
        changed = without(copy.deepcopy(data), key)
        assert changed != data
        if UNSEEN.isdisjoint(key) and "examples" not in key[-1:]:
            waiting.add(path.stem)
            with (folder / path.name).open("w", encoding="utf-8") as file:
                YAML(typ="safe", pure=True).dump(changed, file)
    for name in refused(folder):  # a key that must be there
        waiting.remove(name)
        (folder / f"{name}.yaml").unlink()
    result = examples.test([str(folder)], Settings(isolated=True))
    assert sorted(waiting - {failure.name for failure in result.failures}) == []


def refused(folder: Path) -> set[str]:
    """The rules of a pack that cannot be loaded."""
    try:
        examples.test([str(folder)], Settings(isolated=True))
    except UserError as error:
        return {Path(problem.path).stem for problem in error.problems}
    return set()
