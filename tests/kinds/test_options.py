"""Every option of every kind is tried: in a rule file whose examples hold (those of
`tests/data/packs/options` and the shipped ones), or in the table of what must fire of the kind's
own tests.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

import reportlint
from reportlint.core import schema
from reportlint.core.request import Settings
from reportlint.core.schema import Field
from reportlint.kinds import KINDS, scopes
from reportlint.run import examples

PACK = Path(__file__).parents[1] / "data" / "packs" / "options"
PACKAGE = Path(reportlint.__file__).parent
SHIPPED = next(path for path in (PACKAGE / "rules", PACKAGE.parents[1] / "rules") if path.is_dir())

# A family of these is switched off in tests/kinds, by the same code as one of `pattern`.
SHOWN_ELSEWHERE = {(kind, ("patterns", "*", "severity")) for kind in ("announced-count", "date")}


@cache
def files() -> list[dict[str, Any]]:
    yaml = YAML(typ="safe", pure=True)
    rules = [
        yaml.load(path)
        for folder in (PACK, SHIPPED / "core")
        for path in folder.glob("*.yaml")
        if path.name != "pack.yaml"
    ]
    return rules + [{"kind": kind, **options} for kind in KINDS for options in in_tables(kind)]


def in_tables(kind: str) -> list[dict[str, Any]]:
    """The options in the tables of what fires of a kind's tests: with each of them a rule finds
    something.
    """
    path = Path(__file__).parent / f"test_{kind.replace('-', '_')}.py"
    spec = importlib.util.spec_from_file_location(f"tables_of_{path.stem}", path)
    if not path.exists() or spec is None or spec.loader is None:
        return []
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    rows = (*getattr(module, "FIRES", ()), *getattr(module, "OF_FILES_FIRE", ()))
    return [row[0] for row in rows if isinstance(row, tuple) and isinstance(row[0], dict)]


def wanted(fields: Mapping[str, Field], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The path of every option, those of records in lists and maps too; `*` is any key or item."""
    for name, field in fields.items():
        yield (*path, name)
        below, inner = (*path, name), field
        while inner.item is not None:
            below, inner = (
                (*below, "*") if inner.type in (schema.LIST, schema.MAP) else below,
                inner.item,
            )
        if inner.fields:
            yield from wanted(inner.fields, below)


def shown(data: Any, path: tuple[str, ...]) -> bool:
    """Whether `data` holds something at `path`."""
    if not path:
        return True
    if path[0] == "*":
        values = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
        return any(shown(value, path[1:]) for value in values)
    return isinstance(data, dict) and path[0] in data and shown(data[path[0]], path[1:])


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        (kind, path)
        for kind, made in KINDS.items()
        for path in wanted(made.OPTIONS)
        if (kind, path) not in SHOWN_ELSEWHERE
    ],
    ids=lambda item: item if isinstance(item, str) else ".".join(item),
)
def test_an_option_is_shown(kind: str, path: tuple[str, ...]) -> None:
    assert any(item["kind"] == kind and shown(item, path) for item in files()), (
        f"no row of FIRES in tests/kinds/test_{kind.replace('-', '_')}.py sets {'.'.join(path)}"
    )


@pytest.mark.parametrize(
    ("kind", "name", "choice"),
    [
        (kind, name, choice)
        for kind, made in KINDS.items()
        for name, field in made.OPTIONS.items()
        if field.type == schema.CHOICE
        and kind in ("required", "ordinal", "section", "length", "count", "order")
        for choice in field.choices
        if choice
        not in (
            "row",
            "title",
            "sentence",
            "heading",
            "item",
            "paragraph",
            "words",
            "section",
            "opening",
            "missing",
            "document",
        )
    ],
)
def test_a_choice_is_shown(kind: str, name: str, choice: str) -> None:
    assert any(data["kind"] == kind and data.get(name) == choice for data in files())


@pytest.mark.parametrize(
    "name",
    [*scopes.NAMES, "section:facts", "not section:facts", "not quote", "not heading", "not table"],
)
def test_a_scope_is_shown(name: str) -> None:
    families = [
        family
        for data in files()
        if data["kind"] == "pattern"
        for family in (data, *(data.get("patterns") or {}).values())
    ]
    assert any(
        isinstance(family, dict) and name in (family.get("scope") or ()) for family in families
    )


def test_the_examples_hold() -> None:
    result = examples.test([str(PACK)], Settings(isolated=True))
    assert result.failures == ()
    assert result.rules >= 20


def test_every_rule_has_good_and_bad_examples() -> None:
    paths = sorted(PACK.glob("*-*.yaml"))
    assert len(paths) >= 20
    for path in paths:
        rule = YAML(typ="safe", pure=True).load(path)
        families = (rule, *(rule.get("patterns") or {}).values())
        examples = [
            family["examples"]
            for family in families
            if isinstance(family, dict) and "examples" in family
        ]
        assert sum(len(group.get("bad") or ()) for group in examples) >= 1, path
        assert sum(len(group.get("good") or ()) for group in examples) >= 1, path
